//! Lists of references as BibTeX writes them.

use super::draft::{Draft, Export, hand_over};
use super::labels::coded;
use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, FileHead, ReadAs};
use crate::ingest::mapping::Role;
use crate::ingest::raw::{Item, Options, Sink};
use crate::ingest::said;
use crate::notice::Notice;
use crate::text::squeezed;
use crate::words::msg;
use std::ops::ControlFlow;

/// Lists of BibTeX as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::References,
    recognise: is_list,
    read: ReadAs::Text(|place, bytes, options, sink| {
        let text = said::decoded(place, bytes, None, sink)?;
        read(place, &text, options, sink)
    }),
};

/// Lines of a head that are looked at.
const LINES: usize = 40;
/// Fields of one reference, and references of a list.
const FIELDS: usize = 200;
const REFERENCES: usize = 100_000;

fn is_list(head: &FileHead<'_>) -> bool {
    let text = String::from_utf8_lossy(&head.text[..head.text.len().min(8192)]);
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('%')).take(LINES);
    let first = lines.next().unwrap_or_default();
    let kind = first.strip_prefix('@').and_then(|rest| rest.split_once('{'));
    let opens = kind.is_some_and(|(kind, _)| !kind.is_empty() && kind.trim().chars().all(|c| c.is_ascii_alphabetic()));
    let assigns =
        |l: &str| l.split_once('=').is_some_and(|(name, _)| name.trim().chars().all(|c| c.is_ascii_alphabetic()));
    opens && (lines.any(assigns) || first.contains('='))
}

fn read(place: &Place, text: &str, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut export = Export::default();
    for entry in text.split('@').skip(1).take(REFERENCES) {
        let Some((kind, rest)) = entry.split_once(['{', '(']) else { continue };
        if !kind.trim().chars().all(|c| c.is_ascii_alphabetic()) || is_aside(kind.trim()) {
            continue;
        }
        let draft = reference(rest);
        export.drafts.extend(draft.is_readable().then_some(draft));
    }
    if export.drafts.is_empty() {
        return sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_NO_REFERENCE)));
    }
    hand_over(place, export, options, sink)
}

/// True for an entry that is no reference.
fn is_aside(kind: &str) -> bool {
    ["comment", "string", "preamble"].iter().any(|k| kind.eq_ignore_ascii_case(k))
}

/// One reference: its key, then its fields.
fn reference(text: &str) -> Draft {
    let mut draft = Draft::default();
    let (mut year, mut month, mut day) = (String::new(), String::new(), String::new());
    let mut rest = text.split_once(',').map_or("", |(_, fields)| fields);
    for _ in 0..FIELDS {
        let Some((name, behind)) = rest.split_once('=') else { break };
        let name = name.trim_matches(|c: char| c.is_whitespace() || c == ',').to_lowercase();
        let (value, after) = value(behind);
        rest = after;
        let value = plain(&value);
        match name.as_str() {
            "year" => year = value,
            "month" => month = value,
            "day" => day = value,
            name => match coded("bib", name) {
                Some(label) if label.part == super::labels::Part::Role(Role::Author) => {
                    let names: Vec<String> = value.split(" and ").map(super::references::in_order).collect();
                    draft.take(label, "", &names.join(", "));
                }
                Some(label) => draft.take(label, "", &value),
                None => draft.leave(&format!("{name} {value}")),
            },
        }
    }
    let date = [day, month, year].join(" ");
    if !draft.has(Role::Published)
        && let Some(label) = coded("bib", "date")
    {
        draft.take(label, "", &date);
    }
    draft
}

/// A value as it is written, and what stands behind it.
fn value(text: &str) -> (String, &str) {
    let mut out = String::new();
    let (mut depth, mut quoted) = (0_usize, false);
    for (i, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return (out, &text[i..]),
            '}' => depth -= 1,
            '"' if depth == 0 => {
                quoted = !quoted;
                continue;
            }
            ',' if depth == 0 && !quoted => return (out, &text[i + 1..]),
            '#' if depth == 0 && !quoted => continue,
            _ => {}
        }
        out.push(c);
    }
    (out, "")
}

/// Marks of TeX over a letter, with the characters that Unicode combines.
const ACCENTS: &[(char, char)] = &[
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('^', '\u{302}'),
    ('"', '\u{308}'),
    ('~', '\u{303}'),
    ('c', '\u{327}'),
    ('v', '\u{30c}'),
];
/// Letters that TeX writes by their names.
const LETTERS: &[(&str, &str)] = &[
    ("\\oe", "œ"),
    ("\\ae", "æ"),
    ("\\ss", "ß"),
    ("\\o", "ø"),
    ("\\i", "i"),
    ("\\OE", "Œ"),
    ("\\&", "&"),
    ("\\%", "%"),
    ("\\_", "_"),
];

/// A value without braces and without what TeX writes letters with.
fn plain(value: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut text = value.to_owned();
    for (name, letter) in LETTERS {
        text = text.replace(name, letter);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let mark = chars.peek().and_then(|next| ACCENTS.iter().find(|a| a.0 == *next)).map(|a| a.1);
                let Some(mark) = mark else { continue };
                chars.next();
                let letter = chars.by_ref().find(|c| !matches!(c, '{' | ' ')).unwrap_or_default();
                out.push(letter);
                out.push(mark);
            }
            '{' | '}' => {}
            c => out.push(c),
        }
    }
    squeezed(&out.replace("--", "–")).nfc().collect()
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn references_are_read_with_their_fields() {
        let list = r#"% une liste
@string{quai = "Le Quai"}
@article{roz,
  title = {{Le pont ferm\'e}}, author = "Roz, Ana and Kim, L{\'e}o",
  journaltitle = {Le Quai}, date = {2024-03-05}, url = {https://quai.example/1},
  abstract = {Le pont est ferm{\'{e}}, dit la maire.}
}
@online{digue, title = {La digue}, year = 2024, month = mar, day = 6, abstract = {Elle tient.} }
"#;
        let got = read(&Place::file("a.bib"), list.as_bytes());
        let told: Vec<[&str; 3]> = got
            .documents
            .iter()
            .map(|d| {
                [
                    d.text.as_str(),
                    d.fields.published[0].value.as_str(),
                    d.fields.author.first().map_or("", |f| &f.value),
                ]
            })
            .collect();
        assert_eq!(told[0], ["Le pont fermé\n\nLe pont est fermé, dit la maire.", "2024-03-05", "Ana Roz, Léo Kim"]);
        assert_eq!(told[1], ["La digue\n\nElle tient.", "6 mar 2024", ""]);
        assert_eq!(got.documents[0].fields.source[0].value, "Le Quai");
    }
}
