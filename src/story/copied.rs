//! Stretches that two texts have word for word, however they are cut into
//! sentences. Has never heard of scores or links.
//!
//! Seeds of five words are grown on both sides (the family of passim and of
//! the PAN text alignments), over slips of the pen too: a letter or two of a
//! word, a space too many or too few.

use super::prepare::{Sentence, Token};
use crate::text::{Span, fold_into};
use std::collections::HashMap;

/// The same words in two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) a: Span,
    pub(crate) b: Span,
    /// Words of the shorter side.
    pub(crate) words: usize,
    /// Words that differ by a slip, in order; a side may lack one.
    pub(crate) slips: Vec<Slip>,
}

/// Words of both sides that differ by a slip.
pub(crate) type Slip = (Option<Span>, Option<Span>);

/// Words of a seed.
const SEED: usize = 5;
/// Places of a seed in one text; of a phrase that recurs more often no
/// stretch begins.
const RECURS: usize = 8;
/// Words of a stretch.
const LEAST: usize = 6;
/// Words of a stretch from which it is a copy.
pub(crate) const COPY: usize = 12;
/// Ordinary words in a row that speak for themselves.
const TELLING: usize = 5;

/// A number for some words in a row.
fn seed(words: &[u32]) -> u64 {
    words.iter().fold(0, |h: u64, w| (h.rotate_left(23) ^ u64::from(*w)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The places of a seed; none when it recurs often.
fn places(seeds: &[(u64, usize)], seed: u64) -> &[(u64, usize)] {
    let from = seeds.partition_point(|s| s.0 < seed);
    let few = seeds[from..].iter().take(RECURS + 1).take_while(|s| s.0 == seed).count();
    if few > RECURS { &[] } else { &seeds[from..from + few] }
}

/// The words of one text in a row.
struct Words<'t> {
    text: &'t str,
    words: Vec<u32>,
    spans: Vec<Span>,
}

impl<'t> Words<'t> {
    fn of(sentences: &[Sentence], text: &'t str) -> Self {
        let tokens = || sentences.iter().flat_map(|s| &s.tokens);
        Self { text, words: tokens().map(|t| t.word).collect(), spans: tokens().map(|t| t.span).collect() }
    }

    /// Every seed with its place, sorted.
    fn seeds(&self) -> Vec<(u64, usize)> {
        let mut out: Vec<(u64, usize)> = self.words.windows(SEED).enumerate().map(|(i, w)| (seed(w), i)).collect();
        out.sort_unstable();
        out
    }

    /// Letters and digits of some words.
    fn letters(&self, from: usize, to: usize, out: &mut String) {
        let mut folded = String::new();
        out.clear();
        for s in &self.spans[from..to] {
            fold_into(s.of(self.text), &mut folded);
            out.extend(folded.chars().filter(|c| c.is_alphanumeric()));
        }
    }

    fn some(&self, from: usize, to: usize) -> Option<Span> {
        (from < to).then(|| self.span(from, to))
    }

    fn span(&self, from: usize, to: usize) -> Span {
        self.spans[from].join(self.spans[to - 1])
    }
}

/// True when two words, or a word and its two halves, differ by a slip.
fn is_slip(x: &str, y: &str) -> bool {
    const SAME: usize = 4;
    const OTHER: usize = 2;
    let head = x.chars().zip(y.chars()).take_while(|(c, d)| c == d).count();
    let (rest_x, rest_y) = (x.chars().count() - head, y.chars().count() - head);
    let most = rest_x.min(rest_y);
    let tail = x.chars().rev().zip(y.chars().rev()).take(most).take_while(|(c, d)| c == d).count();
    let core = |s: &str, rest: usize| s.chars().skip(head).take(rest - tail).all(|c| !c.is_numeric());
    let (same, other) = (head + tail, rest_x.max(rest_y) - tail);
    core(x, rest_x) && core(y, rest_y) && other <= OTHER && same >= SAME
}

/// Grows from a place in both texts, forwards or backwards; how many words
/// that takes on each side.
struct Growth<'w, 't> {
    a: &'w Words<'t>,
    b: &'w Words<'t>,
}

impl Growth<'_, '_> {
    fn forwards(&self, i: usize, j: usize, met: &mut dyn FnMut(usize, usize), slips: &mut Vec<Slip>) -> (usize, usize) {
        let (mut i, mut j) = (i, j);
        let equal = |i: usize, j: usize| self.a.words.get(i).is_some_and(|w| self.b.words.get(j) == Some(w));
        loop {
            while equal(i, j) {
                (i, j) = (i + 1, j + 1);
            }
            met(i, j);
            let follows = |&(x, y): &(usize, usize)| (0..sure(x, y)).all(|k| equal(i + x + k, j + y + k));
            let Some((x, y)) = STEPS.into_iter().filter(follows).find(|&(x, y)| self.slip((i, i + x), (j, j + y)))
            else {
                return (i, j);
            };
            slips.push((self.a.some(i, i + x), self.b.some(j, j + y)));
            (i, j) = (i + x, j + y);
        }
    }

    fn backwards(&self, i: usize, j: usize, slips: &mut Vec<Slip>) -> (usize, usize) {
        let (mut i, mut j) = (i, j);
        // Of the words before each place.
        let equal = |i: Option<usize>, j: Option<usize>| {
            let before = |words: &[u32], at: Option<usize>| words.get(at?.checked_sub(1)?).copied();
            before(&self.a.words, i).is_some_and(|w| before(&self.b.words, j) == Some(w))
        };
        loop {
            while equal(Some(i), Some(j)) {
                (i, j) = (i - 1, j - 1);
            }
            let precedes =
                |&(x, y): &(usize, usize)| (0..sure(x, y)).all(|k| equal(i.checked_sub(x + k), j.checked_sub(y + k)));
            let Some((x, y)) = STEPS.into_iter().filter(precedes).find(|&(x, y)| self.slip((i - x, i), (j - y, j)))
            else {
                return (i, j);
            };
            slips.push((self.a.some(i - x, i), self.b.some(j - y, j)));
            (i, j) = (i - x, j - y);
        }
    }

    fn slip(&self, (from_a, to_a): (usize, usize), (from_b, to_b): (usize, usize)) -> bool {
        let (mut x, mut y) = (String::new(), String::new());
        self.a.letters(from_a, to_a, &mut x);
        self.b.letters(from_b, to_b, &mut y);
        // Words run together or torn apart have the same letters.
        if to_a - from_a == to_b - from_b { is_slip(&x, &y) } else { x == y }
    }
}

/// Words that must be the same behind a slip: one will do where words are run
/// together or torn apart, as their letters are all the same.
fn sure(a: usize, b: usize) -> usize {
    if a == b { 2 } else { 1 }
}

/// Words of a slip on both sides.
const STEPS: [(usize, usize); 4] = [(1, 1), (1, 2), (2, 1), (2, 2)];

/// The stretches that both texts have, the longest first. Work grows with
/// the number of words: seeds that recur often are passed over.
pub(crate) fn stretches(a: &[Sentence], b: &[Sentence], texts: [&str; 2]) -> Vec<Stretch> {
    let (a, b) = (Words::of(a, texts[0]), Words::of(b, texts[1]));
    let (in_a, in_b) = (a.seeds(), b.seeds());
    let growth = Growth { a: &a, b: &b };
    // By how far B is behind A: the first word of A that was not met there.
    let mut met: HashMap<isize, usize> = HashMap::new();
    let mut out = Vec::new();
    for (i, words) in a.words.windows(SEED).enumerate() {
        let key = seed(words);
        let there = places(&in_b, key);
        if there.is_empty() || places(&in_a, key).is_empty() {
            continue;
        }
        for &(_, j) in there.iter().filter(|p| b.words[p.1..].starts_with(words)) {
            if met.get(&(i as isize - j as isize)).is_some_and(|&end| i < end) {
                continue;
            }
            let mut note = |i: usize, j: usize| {
                let end = met.entry(i as isize - j as isize).or_default();
                *end = (*end).max(i);
            };
            let mut slips = Vec::new();
            let (from_a, from_b) = growth.backwards(i, j, &mut slips);
            slips.reverse();
            let (to_a, to_b) = growth.forwards(i, j, &mut note, &mut slips);
            let words = (to_a - from_a).min(to_b - from_b);
            if words >= LEAST {
                out.push(Stretch { a: a.span(from_a, to_a), b: b.span(from_b, to_b), words, slips });
            }
        }
    }
    out.sort_by_key(|s| (std::cmp::Reverse(s.words), s.a, s.b));
    out.dedup();
    out
}

/// Pairs of sentences that stand at one place of a stretch, sorted, each with
/// the ordinary words of the stretch that both have, when these tell much.
pub(crate) fn pairs(stretches: &[Stretch], a: &[Sentence], b: &[Sentence]) -> Vec<((usize, usize), usize)> {
    // Sentences of a side with where they stand in the stretch.
    let parts = |sentences: &[Sentence], whole: Span| -> Vec<(usize, Span)> {
        let from = sentences.partition_point(|x| x.span.end <= whole.start);
        let within = sentences.iter().enumerate().skip(from).take_while(|x| x.1.span.start < whole.end);
        within.map(|(i, x)| (i, depth(x.span, whole))).collect()
    };
    let mut out: Vec<((usize, usize), usize)> = Vec::new();
    for s in stretches {
        let (x, y) = (parts(a, s.a), parts(b, s.b));
        let (mut k, mut l) = (0, 0);
        while let (Some(p), Some(q)) = (x.get(k), y.get(l)) {
            let common = p.1.start.max(q.1.start)..p.1.end.min(q.1.end);
            let held = |t: &&Token| t.is_ordinary() && common.contains(&(t.span.start.saturating_sub(s.a.start)));
            let words = a[p.0].tokens.iter().filter(|t| t.span.start >= s.a.start).filter(held).count();
            if words >= TELLING {
                out.push(((p.0, q.0), words));
            }
            if p.1.end <= q.1.end { k += 1 } else { l += 1 }
        }
    }
    out.sort_unstable_by_key(|p| (p.0, std::cmp::Reverse(p.1)));
    out.dedup_by_key(|p| p.0);
    out
}

/// True when one span lies in another, but for marks at its rims.
pub(crate) fn lies_in(part: Span, whole: Span) -> bool {
    const MARKS: usize = 8;
    part.touches(whole) && part.len() - part.overlap(whole) <= MARKS.min(part.len() / 4)
}

/// The part of a span that lies in another, counted from its beginning.
pub(crate) fn depth(part: Span, whole: Span) -> Span {
    let clip = |at: usize| at.clamp(whole.start, whole.end) - whole.start;
    Span::new(clip(part.start), clip(part.end))
}

/// Tells which pairs of sentences lie across a copy: both belong to it, at
/// different places. That they are alike says nothing of the two texts.
pub(crate) struct Across<'s> {
    stretches: Vec<&'s Stretch>,
    /// By sentence: the longest copy that it lies in.
    inside: [Vec<Option<usize>>; 2],
}

impl<'s> Across<'s> {
    /// Work grows with the words of the stretches.
    pub(crate) fn new(stretches: &'s [Stretch], a: &[Sentence], b: &[Sentence]) -> Self {
        let stretches: Vec<&Stretch> = stretches.iter().filter(|s| s.words >= COPY).collect();
        let mut inside = [vec![None; a.len()], vec![None; b.len()]];
        for (k, s) in stretches.iter().enumerate() {
            for (side, sentences, whole) in [(0, a, s.a), (1, b, s.b)] {
                let from = sentences.partition_point(|x| x.span.end <= whole.start);
                let within = sentences.iter().enumerate().skip(from).take_while(|x| x.1.span.start < whole.end);
                for (i, _) in within.filter(|x| lies_in(x.1.span, whole)) {
                    inside[side][i].get_or_insert(k);
                }
            }
        }
        Self { stretches, inside }
    }

    /// True for a pair of sentences, each with its place, across a copy.
    pub(crate) fn holds(&self, (i, x): (usize, Span), (j, y): (usize, Span)) -> bool {
        let copy = |side: usize, i: usize| self.inside[side].get(i).copied().flatten();
        match (copy(0, i), copy(1, j)) {
            (Some(k), Some(l)) if k == l => {
                let s = self.stretches[k];
                !depth(x, s.a).touches(depth(y, s.b))
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::prepare::sentences;
    use super::*;
    use crate::corpus::{Document, Place};
    use crate::ingest::RawDocument;

    fn document(text: &str) -> Document {
        let raw = RawDocument { place: Place::file("test.txt"), text: text.to_owned(), ..RawDocument::default() };
        crate::clean::clean(raw)
    }

    fn found(x: &str, y: &str) -> Vec<(String, String)> {
        let (a, b) = (document(x), document(y));
        let found = stretches(&sentences(&a), &sentences(&b), [&a.text, &b.text]);
        found.iter().map(|s| (s.a.of(&a.text).to_owned(), s.b.of(&b.text).to_owned())).collect()
    }

    const COPY: &str = "the harbour stayed closed for two days. Divers searched the hull for cracks, and the ferry was \
        towed to the yard";

    #[test]
    fn a_copy_is_found_whole_though_it_begins_and_ends_within_a_sentence() {
        let x = format!("On Monday a storm came up. After the collision {COPY} on Tuesday.");
        let y = format!("Officials told reporters yesterday that {COPY} at night.");
        assert_eq!(found(&x, &y), [(COPY.to_owned(), COPY.to_owned())]);
    }

    #[test]
    fn a_slip_of_the_pen_does_not_end_a_copy() {
        let slips = COPY.replace("stayed", "staved").replace("the hull", "thehull");
        assert_eq!(found(COPY, &slips), [(COPY.to_owned(), slips)]);
    }

    #[test]
    fn another_figure_ends_a_copy() {
        let x = "Divers found 12 cracks in the hull of the old ferry that sails from the harbour to the islands.";
        let y = x.replace("12", "15");
        let all = found(x, &y);
        assert_eq!(all.len(), 1, "{all:?}");
        assert!(all[0].0.starts_with("cracks in"), "{all:?}");
    }

    #[test]
    fn words_are_slips_of_each_other_or_other_words() {
        for (x, y) in [("tornadoes", "tomadoes"), ("return", "retum"), ("whole", "hole")] {
            assert!(is_slip(x, y) && is_slip(y, x), "{x} {y}");
        }
        for (x, y) in [("les", "des"), ("1998", "1999"), ("closed", "opened"), ("est", "sera")] {
            assert!(!is_slip(x, y) && !is_slip(y, x), "{x} {y}");
        }
    }
}
