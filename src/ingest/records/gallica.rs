//! Texts of Gallica as the library gives them: a notice with labels, a warning that a
//! machine read the page, and what it read.

use super::draft::{Draft, Export};
use super::labels::labelled;
use super::layout::Line;
use crate::corpus::LineKind;
use crate::ingest::mapping::Role;
use crate::text::ending::is_closed;
use crate::text::fold;

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let look = &text[..text.len().min(LOOK)];
    memchr::memmem::find(look, b"ark:/12148/").is_some() && memchr::memmem::find(look, b"Titre").is_some()
}

/// Bytes in which the notice stands.
const LOOK: usize = 16 << 10;
/// Lines among which it begins, and labels that it has at least.
const HEAD: usize = 40;
const LABELS: usize = 4;
/// What kind of a work is a paper, folded, and how the warning begins.
const SERIES: [&str; 3] = ["serie imprimee", "periodique", "presse"];
const WARNING: &str = "le texte affiche peut comporter";

/// Words of a label.
const LABEL: usize = 6;

/// `Titre : Le Quai`, as label and value.
fn label(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(" : ").or_else(|| text.strip_suffix(" :").map(|label| (label, "")))?;
    (label.split_whitespace().count() <= LABEL && label.starts_with(char::is_uppercase))
        .then_some((label, value.trim()))
}

/// The work of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let labels = || lines.iter().enumerate().filter_map(|(i, l)| Some((i, label(&l.text)?)));
    let first = labels().take_while(|(i, _)| *i < HEAD).find(|(_, (name, _))| fold(name) == "titre").map(|(i, _)| i)?;
    let end = (first..lines.len()).find(|&i| !lines[i].is_blank() && label(&lines[i].text).is_none())?;
    let notice: Vec<(&str, &str)> = lines[first..end].iter().filter_map(|l| label(&l.text)).collect();
    if notice.len() < LABELS || !notice.iter().any(|(_, value)| value.contains("ark:/12148/")) {
        return None;
    }
    let mut draft = Draft::default();
    let of_paper = notice.iter().any(|(_, value)| SERIES.iter().any(|s| fold(value).contains(s)));
    for line in lines[..end].iter().filter(|l| !l.is_blank()) {
        draft.leave(&line.text);
    }
    for (name, value) in &notice {
        if fold(name) == "titre" && of_paper {
            draft.state(Role::Source, "gallica.title", paper(value));
        } else if let Some(label) = labelled("gallica", name) {
            draft.take(label, "", value);
        }
    }
    text_of(&lines[end..], &mut draft);
    draft.has_text().then(|| Export { drafts: vec![draft], outside: 0 })
}

/// The name of a paper without what a catalogue adds to it: `Le Quai (Brume. 1854)`,
/// `Le Quai : journal du soir`.
fn paper(title: &str) -> &str {
    let name = title.split(" : ").next().unwrap_or(title);
    let added = |inner: &str| inner.ends_with(')') && inner.contains(|c: char| c.is_ascii_digit());
    name.rsplit_once(" (").filter(|(_, inner)| added(inner)).map_or(name, |(name, _)| name).trim()
}

/// Reads what the machine read: lines of a column, of which those in capitals are headings.
fn text_of(lines: &[Line], draft: &mut Draft) {
    let widest = lines.iter().map(|l| l.text.chars().count()).filter(|n| *n <= COLUMN).max().unwrap_or(0);
    let mut paragraph = String::new();
    let mut short = false;
    for line in lines {
        let text = line.text.as_str();
        if fold(text).starts_with(WARNING) {
            draft.leave(text);
            continue;
        }
        let capitals = text.chars().any(char::is_alphabetic) && !text.contains(char::is_lowercase);
        let ended = short && is_closed(&paragraph);
        if text.is_empty() || capitals || ended {
            draft.paragraph(&std::mem::take(&mut paragraph));
        }
        if capitals {
            draft.push(LineKind::Subheading, text);
            continue;
        }
        match paragraph.strip_suffix(['-', '¬']).filter(|_| text.starts_with(char::is_lowercase)) {
            Some(whole) => paragraph.truncate(whole.len()),
            None if !paragraph.is_empty() => paragraph.push(' '),
            None => {}
        }
        paragraph.push_str(text);
        short = text.chars().count() * 5 < widest * 4;
    }
    draft.paragraph(&paragraph);
}

/// Characters of the longest line of a column.
const COLUMN: usize = 160;
