//! Whether two figures of linked sentences are told of one time, one place and
//! the same whole: three dead by noon are not the four of the evening, the
//! sample of one survey not that of another, “two others” not all.

use super::draft::{Input, text};
use crate::entity::EntityKind;
use crate::fact::{Agreement, DateMention, Figure, FigureKind, when};
use crate::lang::{ClauseWord, Tags};
use crate::story::lexicon;
use crate::story::passages::Worked;
use crate::text::{Span, fold};
use std::collections::HashSet;

/// Words on either side of a number that may make it a part of a whole.
const BESIDE: usize = 2;

/// True when nothing in the two sentences sets the figures apart.
pub(super) fn is_shared(input: &Input<'_>, w: &Worked, f: &Figure, g: &Figure) -> bool {
    let sides = [(0, w.a, f), (1, w.b, g)];
    (f.kind == FigureKind::Clock || clocks_agree(input, w))
        && days_agree(input, w)
        && places_meet(input, w)
        && sides.iter().all(|&(side, i, f)| !is_part(input, side, i, f))
        && counts_alone(input, w, f, g)
}

/// True when neither is one of a row of numbers, nor both the samples of
/// surveys.
pub(super) fn counts_alone(input: &Input<'_>, w: &Worked, f: &Figure, g: &Figure) -> bool {
    let listed = is_listed(input, 0, w.a, f) || is_listed(input, 1, w.b, g);
    let samples = is_sample(input, 0, w.a) && is_sample(input, 1, w.b);
    !listed && !samples
}

/// When the two were published: on one day, on two, or one does not know.
pub(super) fn one_day(input: &Input<'_>) -> Option<bool> {
    let day = |side: usize| input.sides[side].document.meta.published.value;
    day(0).zip(day(1)).map(|(x, y)| x == y)
}

/// One of the two names the value of the other as wrong: *8.4 million and not
/// 4.8*.
pub(super) fn is_corrected(input: &Input<'_>, w: &Worked, f: &Figure, g: &Figure) -> bool {
    let denies = |side: usize, i: usize, other: &Figure| {
        let tokens = &input.sentences[side][i].tokens;
        let mut figures =
            input.sides[side].facts.figures.iter().filter(|x| sentence(input, side, i).contains(x.number));
        figures.any(|x| {
            let to = tokens.partition_point(|t| t.span.end <= x.number.start);
            let before = &tokens[to.saturating_sub(BESIDE)..to];
            (x.low, x.high) == (other.low, other.high)
                && before.iter().any(|t| lexicon::is_negation(&fold(text(input, side, t.span))))
        })
    };
    denies(1, w.b, f) || denies(0, w.a, g)
}

fn sentence(input: &Input<'_>, side: usize, i: usize) -> Span {
    input.sentences[side][i].span
}

/// A count at an hour is not the count of another hour, nor of the day.
fn clocks_agree(input: &Input<'_>, w: &Worked) -> bool {
    let clocks = |side: usize, i: usize| -> Vec<f64> {
        let s = sentence(input, side, i);
        let of = |f: &&Figure| f.kind == FigureKind::Clock && s.contains(f.number);
        input.sides[side].facts.figures.iter().filter(of).map(|f| f.low).collect()
    };
    let (a, b) = (clocks(0, w.a), clocks(1, w.b));
    a.is_empty() && b.is_empty() || a.iter().any(|x| b.contains(x))
}

/// Two sentences that name days name one in common.
fn days_agree(input: &Input<'_>, w: &Worked) -> bool {
    let days = |side: usize, i: usize| -> Vec<&DateMention> {
        let s = sentence(input, side, i);
        input.sides[side].facts.dates.iter().filter(|d| s.contains(d.span)).collect()
    };
    let (a, b) = (days(0, w.a), days(1, w.b));
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.iter().any(|y| when::compare(x, y) != Agreement::Differs))
}

/// Two sentences that name places name one in common.
fn places_meet(input: &Input<'_>, w: &Worked) -> bool {
    let places = |side: usize, i: usize| -> HashSet<String> {
        let s = sentence(input, side, i);
        let here = input.sides[side]
            .entities
            .iter()
            .filter(|e| e.kind == EntityKind::Place && e.mentions.iter().any(|m| s.contains(m.span)));
        here.map(|e| fold(&e.name)).collect()
    };
    let (a, b) = (places(0, w.a), places(1, w.b));
    a.is_empty() || b.is_empty() || !a.is_disjoint(&b)
}

/// “Two others”, “six more”: what is counted beside something else.
fn is_part(input: &Input<'_>, side: usize, i: usize, f: &Figure) -> bool {
    let tokens = &input.sentences[side][i].tokens;
    let from = tokens.partition_point(|t| t.span.end <= f.number.start);
    let to = tokens.partition_point(|t| t.span.start < f.number.end);
    let near = tokens[from.saturating_sub(BESIDE)..from].iter().chain(&tokens[to..(to + BESIDE).min(tokens.len())]);
    near.into_iter().any(|t| lexicon::is_partial(&fold(text(input, side, t.span))))
}

/// A number in a row of numbers names a line, a page, a result; it counts
/// nothing.
fn is_listed(input: &Input<'_>, side: usize, i: usize, f: &Figure) -> bool {
    let (text, s) = (&*input.sides[side].document.text, sentence(input, side, i));
    let mut numbers = input.sides[side].facts.figures.iter().map(|x| x.number).filter(|n| s.contains(*n));
    let joined = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or(".");
        let word = fold(between.trim_matches(|c: char| c == ',' || c.is_whitespace()));
        word.is_empty() || Tags::of_folded(&word).is(ClauseWord::Coordinator)
    };
    numbers.any(|n| {
        n.end < f.number.start && joined(n.end, f.number.start)
            || f.number.end < n.start && joined(f.number.end, n.start)
    })
}

/// The sentence says how a survey was made.
fn is_sample(input: &Input<'_>, side: usize, i: usize) -> bool {
    input.sentences[side][i].tokens.iter().any(|t| lexicon::is_survey(&fold(text(input, side, t.span))))
}
