//! Corpora of Alceste and IRaMuTeQ: a line of stars and variables, `**** *journal_Quai *date_2025-03-04`,
//! before each text.

use super::draft::{Draft, Export};
use super::labels::{Part, labelled};
use super::layout::Line;
use crate::ingest::mapping::Role;

/// What each such line begins with.
const STARS: &str = "****";

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(STARS.as_bytes())
}

/// The variables of a line that opens a text, each with its value.
fn variables(text: &str) -> Option<Vec<(&str, &str)>> {
    let words = text.strip_prefix(STARS)?.split_whitespace();
    let named = |word: &str| word.strip_prefix('*').is_some_and(|name| name.starts_with(char::is_alphanumeric));
    let all: Vec<&str> = words.collect();
    let fits = !all.is_empty() && all.iter().all(|word| named(word));
    fits.then(|| all.into_iter().map(|word| word[1..].split_once('_').unwrap_or((&word[1..], ""))).collect())
}

/// The texts of a corpus.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let first = lines.iter().find(|l| !l.is_blank())?;
    variables(&first.text)?;
    let mut drafts: Vec<Draft> = Vec::new();
    for line in lines.iter().filter(|l| !l.is_blank()) {
        if let Some(variables) = variables(&line.text) {
            let mut draft = Draft::default();
            draft.leave(&line.text);
            for (name, value) in variables {
                if let Some(label) = labelled("iramuteq", name) {
                    draft.take(label, "", &spelt(label.part, value));
                }
            }
            drafts.push(draft);
            continue;
        }
        let Some(draft) = drafts.last_mut() else { continue };
        // `-*theme` opens a part of a text.
        if line.text.starts_with("-*") { draft.leave(&line.text) } else { draft.paragraph(&line.text) }
    }
    drafts.retain(Draft::has_text);
    (!drafts.is_empty()).then_some(Export { drafts, outside: 0 })
}

/// A value as it was before its spaces were taken out of it.
fn spelt(part: Part, value: &str) -> String {
    /// Digits of a year, a month and a day.
    const DAY: usize = 8;
    if part != Part::Role(Role::Published) {
        return value.replace('_', " ");
    }
    if value.len() == DAY && value.bytes().all(|b| b.is_ascii_digit()) {
        return format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..]);
    }
    value.replace('_', "-")
}
