//! What differs word by word between two stretches of text.

use super::types::{Options, WordDiff};
use crate::text::fnv::fnv;
use crate::text::{Span, fold};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::borrow::Cow;

/// A piece of a text with the form in which it is compared.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    key: u64,
}

impl Piece {
    /// Equal for pieces that count as the same.
    pub(crate) fn key(&self) -> u64 {
        self.key
    }
}

/// Pieces beyond which a difference is not worked out word by word.
const LIMIT: usize = 4_000;

/// Words of `span`; unless typography is ignored, also its marks.
pub(crate) fn pieces(text: &str, span: Span, options: &Options) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut from: Option<usize> = None;
    let mut push = |s: Span| {
        let surface = s.of(text);
        let surface = if options.ignore_typography { &*plain(surface) } else { surface };
        let key = match (options.ignore_case, options.ignore_accents) {
            (true, true) => fnv(fold(surface).as_bytes()),
            (true, false) => fnv(surface.to_lowercase().as_bytes()),
            (false, true) => {
                // Folding also lowers: what was a capital is kept apart.
                let capitals = surface.chars().filter(|c| c.is_uppercase()).count() as u64;
                fnv(fold(surface).as_bytes()) ^ (capitals << 48)
            }
            (false, false) => fnv(surface.as_bytes()),
        };
        out.push(Piece { span: s, key });
    };
    for (i, c) in span.of(text).char_indices() {
        let at = span.start + i;
        if c.is_alphanumeric() || crate::text::segment::is_mark(c) {
            from.get_or_insert(at);
            continue;
        }
        if options.ignore_typography
            && from.is_some_and(|f| groups(&text[f..at], c, &text[at + c.len_utf8()..span.end]))
        {
            continue;
        }
        if let Some(f) = from.take() {
            push(Span::new(f, at));
        }
        if !options.ignore_typography && !c.is_whitespace() {
            push(Span::new(at, at + c.len_utf8()));
        }
    }
    if let Some(f) = from {
        push(Span::new(f, span.end));
    }
    out
}

/// Words of `span` in the form in which their endings do not count: number
/// and gender are no other words.
pub(crate) fn bare(text: &str, span: Span) -> Vec<Piece> {
    const SHORT: usize = 4;
    let mut out = pieces(text, span, &Options::default());
    for p in &mut out {
        let word = fold(&plain(p.span.of(text)));
        let root = word.trim_end_matches(['s', 'x', 'e']);
        p.key = fnv(if root.len() >= SHORT { root } else { &word }.as_bytes());
    }
    out
}

/// A word as it is compared: a grouped number is its digits.
fn plain(word: &str) -> Cow<'_, str> {
    let grouped = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(|c: char| !c.is_alphanumeric());
    if grouped { word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().into() } else { word.into() }
}

/// True for a sign that only groups the digits of a number: one to three
/// stand before it, or groups already, and three behind it.
fn groups(before: &str, sign: char, behind: &str) -> bool {
    const SIGNS: [char; 7] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '.', '\'', '’'];
    /// Bytes of a number, so that each sign of a text of digits costs the same.
    const LONGEST: usize = 32;
    if before.len() > LONGEST {
        return false;
    }
    let first = before.find(|c: char| !c.is_ascii_digit());
    let head = &before[..first.unwrap_or(before.len())];
    let grouped = first.is_none() || before.chars().all(|c| c.is_ascii_digit() || c == sign);
    let three = behind.len() >= 3 && behind.bytes().take(3).all(|b| b.is_ascii_digit());
    let ends = behind.get(3..).is_none_or(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    SIGNS.contains(&sign) && (1..=3).contains(&head.len()) && !head.starts_with('0') && grouped && three && ends
}

/// A run of pieces on each side: equal, or changed into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Op {
    pub(crate) equal: bool,
    /// First piece and number of pieces in A.
    pub(crate) a: (usize, usize),
    /// First piece and number of pieces in B.
    pub(crate) b: (usize, usize),
}

/// The edit script from A to B.
pub(crate) fn script(a: &[Piece], b: &[Piece]) -> Vec<Op> {
    if a.len() > LIMIT || b.len() > LIMIT {
        let equal = a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.key == y.key);
        return vec![Op { equal, a: (0, a.len()), b: (0, b.len()) }];
    }
    let keys = |p: &[Piece]| p.iter().map(|p| p.key).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &keys(a), &keys(b));
    let mut out: Vec<Op> = Vec::with_capacity(ops.len());
    for op in ops {
        let new = match op {
            DiffOp::Equal { old_index, new_index, len } => Op { equal: true, a: (old_index, len), b: (new_index, len) },
            DiffOp::Delete { old_index, old_len, new_index } => {
                Op { equal: false, a: (old_index, old_len), b: (new_index, 0) }
            }
            DiffOp::Insert { old_index, new_index, new_len } => {
                Op { equal: false, a: (old_index, 0), b: (new_index, new_len) }
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                Op { equal: false, a: (old_index, old_len), b: (new_index, new_len) }
            }
        };
        match out.last_mut() {
            Some(last) if !last.equal && !new.equal => {
                last.a.1 += new.a.1;
                last.b.1 += new.b.1;
            }
            _ => out.push(new),
        }
    }
    out
}

/// The changed pieces of a script as spans, neighbours joined.
pub(crate) fn changed(ops: &[Op], a: &[Piece], b: &[Piece]) -> WordDiff {
    let span = |p: &[Piece], (from, n): (usize, usize)| (n > 0).then(|| p[from].span.join(p[from + n - 1].span));
    let changed = || ops.iter().filter(|o| !o.equal);
    WordDiff {
        only_a: changed().filter_map(|o| span(a, o.a)).collect(),
        only_b: changed().filter_map(|o| span(b, o.b)).collect(),
    }
}

/// What differs between two stretches.
pub(crate) fn words(a: (&str, Span), b: (&str, Span), options: &Options) -> WordDiff {
    let (x, y) = (pieces(a.0, a.1, options), pieces(b.0, b.1, options));
    changed(&script(&x, &y), &x, &y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_word_however_it_is_grouped_and_two_numbers_stay_two() {
        let keys = |text: &str| {
            let all = pieces(text, Span::new(0, text.len()), &Options::default());
            all.iter().map(|p| p.key()).collect::<Vec<_>>()
        };
        for grouped in ["4.000", "4 000", "4\u{202f}000", "4’000"] {
            assert_eq!(keys(grouped), keys("4000"), "{grouped}");
        }
        assert_eq!(keys("12 345 678"), keys("12345678"));
        // No number is that long: it falls into several, in time that grows with the text.
        assert!(keys(&"123 ".repeat(40)).len() > 2);
        for (apart, words) in [("2018 300", 2), ("3.5", 2), ("4 00", 2), ("0.125", 2), ("4.0000", 2), ("4.000a", 2)] {
            assert_eq!(keys(apart).len(), words, "{apart}");
        }
    }
}
