//! Spellings that may be one name.

use super::draft::{Draft, Input, text};
use crate::story::prepare::flag;
use crate::story::types::FindingKind;
use crate::text::{Span, fold};

/// A name word with the name word before it.
struct NameWord {
    folded: String,
    before: Option<u32>,
    span: Span,
}

/// The first place of every name word.
fn name_words(input: &Input<'_>, side: usize) -> Vec<NameWord> {
    const LIMIT: usize = 400;
    let mut seen = std::collections::HashSet::new();
    let mut out = Vec::new();
    for s in input.sentences[side] {
        for (i, t) in s.tokens.iter().enumerate() {
            if t.is(flag::NAME) && t.span.len() >= 5 && out.len() < LIMIT && seen.insert(t.word) {
                let before = i.checked_sub(1).map(|k| &s.tokens[k]).filter(|p| p.is(flag::NAME)).map(|p| p.word);
                out.push(NameWord { folded: fold(text(input, side, t.span)), before, span: t.span });
            }
        }
    }
    out
}

/// Two spellings of what may be one name: close, and after the same first
/// name.
fn drifts(x: &NameWord, y: &NameWord) -> bool {
    let (n, m) = (x.folded.chars().count(), y.folded.chars().count());
    let close = if n.min(m) >= 8 { 3 } else { 2 };
    let stems = x.folded.starts_with(&y.folded) || y.folded.starts_with(&x.folded);
    x.folded != y.folded
        && n.abs_diff(m) <= close
        && x.before.is_some()
        && x.before == y.before
        && !(stems && n.abs_diff(m) == 1)
        && distance(&x.folded, &y.folded) <= close
}

/// Edit distance (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

pub(super) fn names(input: &Input<'_>, out: &mut Vec<Draft>) {
    let (x, y) = (name_words(input, 0), name_words(input, 1));
    let absent = |n: &NameWord, other: &[NameWord]| !other.iter().any(|o| o.folded == n.folded);
    for a in x.iter().filter(|n| absent(n, &y)) {
        for b in y.iter().filter(|n| absent(n, &x) && drifts(a, n)) {
            out.push(Draft::pair(
                FindingKind::Name,
                "Two spellings that may be one name; not resolved",
                (a.span, text(input, 0, a.span).to_owned()),
                (b.span, text(input, 1, b.span).to_owned()),
            ));
        }
    }
}

pub(super) fn names_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let names = name_words(input, side);
    for (i, x) in names.iter().enumerate() {
        for y in names[i + 1..].iter().filter(|y| drifts(x, y)) {
            out.push(Draft::inside(
                FindingKind::Name,
                side,
                "Two spellings that may be one name; not resolved",
                (x.span, Some(y.span)),
                format!("{} and {}", text(input, side, x.span), text(input, side, y.span)),
            ));
        }
    }
}
