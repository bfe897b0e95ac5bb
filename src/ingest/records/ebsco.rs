//! Records of EBSCOhost as it saves and sends them: `Record: 1`, then labels on
//! lines of their own with their values below, the text behind the last of them.

use super::draft::{Draft, Export};
use super::labels::{ExportLabel, Part, labelled};
use super::layout::Line;
use super::references::in_order;
use crate::corpus::Language;
use crate::corpus::date::find_dates;
use crate::ingest::mapping::Role;
use crate::ingest::people::opens_byline;
use crate::ingest::typed::month_first;
use crate::text::{Span, fold};

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"Record: 1").is_some() && memchr::memmem::find(text, b"Accession Number:").is_some()
}

/// Labels of one record, of which some are needed to believe that they are labels.
const LABELS: usize = 4;

/// The line that opens a record.
fn opens(line: &Line) -> bool {
    let number = line.text.strip_prefix("Record:").map(str::trim);
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// A line that begins with a label: the label, as it is written, and a value behind it.
fn field(text: &str) -> Option<(ExportLabel, &str, &str)> {
    let (name, value) = text.split_once(':')?;
    let label = labelled("ebsco", name.trim()).filter(|_| name.starts_with(char::is_uppercase))?;
    Some((label, &text[..=name.len()], value.trim()))
}

/// The records of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let first = lines.iter().position(opens)?;
    let outside = lines[..first].iter().filter(|l| !l.is_blank()).count();
    let mut export = Export { outside, ..Export::default() };
    for record in lines[first..].split(opens) {
        let labels = record.iter().filter(|l| field(&l.text).is_some()).count();
        if labels >= LABELS {
            let draft = article(record);
            export.drafts.extend(draft.is_readable().then_some(draft));
        } else {
            export.outside += record.iter().filter(|l| !l.is_blank()).count();
        }
    }
    (!export.drafts.is_empty()).then_some(export)
}

/// The values of one record so far.
#[derive(Default)]
struct Values {
    title: String,
    names: Vec<String>,
    summary: Vec<String>,
    /// The line that says whose the rights are was read: nothing behind it is text.
    ended: bool,
}

fn article(lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    let mut values = Values::default();
    let mut inside: Option<ExportLabel> = None;
    let mut text = false;
    for line in lines.iter().filter(|l| !l.is_blank()) {
        let opens_text = |label: &ExportLabel| label.part == Part::Body;
        let label = field(&line.text).filter(|f| !text || f.0.part == Part::Tail || opens_text(&f.0));
        match (label, inside) {
            (Some((label, written, value)), _) => {
                inside = Some(label);
                if !value.is_empty() {
                    take(&mut draft, &mut values, label, written, value);
                }
                // The name of the database may stand on the line below.
                text = opens_text(&label) && (!value.is_empty() || label.rule == TEXT);
            }
            (None, _) if text => paragraph(&mut draft, &mut values, &line.text),
            (None, Some(label)) => {
                take(&mut draft, &mut values, label, "", &line.text);
                text = opens_text(&label);
            }
            (None, None) => draft.leave(&line.text),
        }
    }
    let names = values.names.join(", ");
    if !draft.has(Role::Author) {
        draft.state(Role::Author, "ebsco.authors", &names);
    }
    for summary in &values.summary {
        if draft.has_text() {
            draft.state(Role::Standfirst, "ebsco.abstract", summary);
        } else {
            draft.paragraph(summary);
        }
    }
    draft
}

/// The rule of the label that stands alone above the text.
const TEXT: &str = "ebsco.text";

/// A headline without the language that the service names behind it: `Le pont. (French)`.
fn without_language(title: &str) -> &str {
    let named = title.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
    named.filter(|(_, name)| Language::from_code(name).is_some()).map_or(title, |(head, _)| head)
}

fn take(draft: &mut Draft, values: &mut Values, label: ExportLabel, written: &str, value: &str) {
    match label.part {
        Part::Role(Role::Title) => {
            let value = without_language(value);
            let value = value.strip_suffix('.').unwrap_or(value);
            value.trim_end_matches('.').clone_into(&mut values.title);
            draft.take(label, written, value);
        }
        // `Roz, Ana1`: the number is that of a note. Addresses are no names.
        Part::Role(Role::Author) => {
            let name = in_order(value.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ')));
            if !name.contains('@') && name.chars().any(char::is_alphabetic) {
                values.names.push(name);
            }
        }
        Part::Role(Role::Source) => source(draft, value),
        Part::Role(Role::Standfirst) => values.summary.push(value.to_owned()),
        Part::Body => draft.leave(value),
        _ => draft.take(label, written, value),
    }
}

/// `Larnmouth Courier. 4/10/2024, p4. 1p.`: the paper, the day, the page. Digits
/// have the month first.
fn source(draft: &mut Draft, value: &str) {
    let (paper, rest) = value.split_once(". ").unwrap_or((value, ""));
    draft.state(Role::Source, "ebsco.source", paper.trim_end_matches(','));
    let day = rest.split([',', ';']).next().unwrap_or_default().trim();
    let full = find_dates(day, Span::new(0, day.len())).iter().any(|d| d.full().is_some());
    if full {
        draft.state(Role::Published, "ebsco.source", &month_first(day).unwrap_or_else(|| day.to_owned()));
    }
    draft.leave(rest);
}

/// A line behind the fields: of the text, unless it says the title again, who wrote
/// it, or whose the rights are.
fn paragraph(draft: &mut Draft, values: &mut Values, line: &str) {
    let stroke = line.chars().all(|c| matches!(c, '~' | '-' | '_' | '*'));
    let again = fold(line.trim_end_matches('.')) == fold(&values.title);
    let about = ["Section:", "HTML Full Text", "PDF Full Text"].iter().any(|o| line.starts_with(o));
    values.ended |= line.starts_with("Copyright of ") || super::layout::is_copyright(line);
    if stroke || again || about || values.ended {
        draft.leave(line);
    } else if opens_byline(line) && line.split_whitespace().count() <= BYLINE {
        if values.names.is_empty() {
            draft.state(Role::Author, "ebsco.byline", line);
        }
        draft.leave(line);
    } else {
        draft.paragraph(line);
    }
}

/// Words of a line that says who wrote it.
const BYLINE: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_headline_is_none_of_it() {
        assert_eq!(without_language("Le pont ferme. (French)"), "Le pont ferme.");
        assert_eq!(without_language("Le pont (suite)"), "Le pont (suite)");
    }
}
