//! Exports of ProQuest: articles parted by a line of strokes, each with its headline first and
//! then fields by their labels, of which one is the text. In pages, and in the messages that send
//! them, nothing parts the articles but that the labels begin anew.

use super::draft::{Draft, Export};
use super::labels::{ExportLabel, Part, labelled};
use super::layout::Line;
use super::references::in_order;
use crate::ingest::mapping::Role;

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"ProQuest").is_some() && memchr::memmem::find(text, PARTING.as_bytes()).is_some()
}

/// The beginning of a line that parts articles.
const PARTING: &str = "____________________";
/// True for a line that parts articles.
pub(super) fn parts(line: &Line) -> bool {
    line.text.starts_with(PARTING)
}

/// Cheap signs of a page that the product made.
pub(super) fn has_signs_of_page(page: &[u8]) -> bool {
    let has = |sign: &str| memchr::memmem::find(page, sign.as_bytes()).is_some();
    has("ProQuest document ") && has("<strong>")
}

/// The articles of a page, each from its headline, the line above its first label, on.
pub(super) fn of_page(lines: &[Line]) -> Option<Export> {
    let mut starts: Vec<usize> = Vec::new();
    let (mut seen, mut above): (Vec<&str>, usize) = (Vec::new(), 0);
    for (i, line) in lines.iter().enumerate() {
        let Some((label, written, _)) = field(&line.text) else { continue };
        // What opens an article stands in each but once.
        let head = !matches!(label.part, Part::Role(Role::Text | Role::Identifier));
        if seen.is_empty() || head && seen.contains(&written) {
            starts.push(if seen.is_empty() { 0 } else { above });
            seen.clear();
        }
        seen.push(written);
        above = i + 1;
    }
    let mut export = Export::default();
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(lines.len());
        let part = &lines[start..end];
        if part.iter().filter(|l| field(&l.text).is_some()).count() < LABELS {
            return None;
        }
        let draft = article(part);
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    (!export.drafts.is_empty()).then_some(export)
}

/// Labels of one article, of which some are needed to believe that they are labels.
const LABELS: usize = 4;

/// A line that begins with a label: the label, as it is written, and the value.
fn field(text: &str) -> Option<(ExportLabel, &str, &str)> {
    let (name, value) = text.split_once(':')?;
    let label = labelled("proquest", name.trim()).filter(|_| name.starts_with(char::is_uppercase))?;
    Some((label, &text[..=name.len()], value.trim()))
}

/// The articles of an export.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    // Other archives have labels of the same words.
    if !lines.iter().any(|l| l.text.contains("ProQuest")) {
        return None;
    }
    let mut export = Export::default();
    let mut any = false;
    for part in lines.split(parts) {
        let labels = part.iter().filter(|l| field(&l.text).is_some()).count();
        if labels < LABELS {
            export.outside += part.iter().filter(|l| !l.is_blank()).count();
            continue;
        }
        any = true;
        let draft = article(part);
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    any.then_some(export)
}

fn article(lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    let mut inside: Option<ExportLabel> = None;
    let titled = lines.iter().filter_map(|l| field(&l.text)).any(|f| f.0.part == Part::Role(Role::Title));
    let mut above: Vec<&str> = Vec::new();
    for line in lines.iter().filter(|l| !l.is_blank()) {
        match (field(&line.text), inside) {
            (Some((label, written, value)), _) => {
                // `Roz, Ana; Kim, Léo`
                let names = value.split(';').map(in_order).filter(|n| !n.is_empty()).collect::<Vec<_>>().join(", ");
                let value = match label.part {
                    Part::Role(Role::Author) => names.as_str(),
                    // `Le Matin de Sauldre; Sauldre`: the town of the paper.
                    Part::Role(Role::Source) => value.split(';').next().unwrap_or(value).trim(),
                    _ => value,
                };
                draft.take(label, &format!("{written} "), value);
                inside = Some(label);
            }
            (None, Some(ExportLabel { part: Part::Role(Role::Text), .. })) => draft.paragraph(&line.text),
            (None, Some(_)) => draft.leave(&line.text),
            (None, None) => above.push(&line.text),
        }
    }
    // The last line above the fields is the headline; above it the articles are counted.
    if let Some((title, counted)) = above.split_last() {
        counted.iter().for_each(|line| draft.leave(line));
        match titled {
            true => draft.leave(title),
            false => draft.state(Role::Title, "proquest.headline", title),
        }
    }
    draft
}
