//! Figures and dates that differ, between the two texts or inside one.
//!
//! Two texts disagree about a figure only when it is the same figure: the
//! same thing counted, in sentences that say the same, about one event, at one
//! place and time; and unless the words around are the same too, neither text
//! has the other's value anywhere, for then it tells of two things.

use super::draft::{Draft, Input, at, text};
use super::frame;
use crate::fact::{Agreement, Bound, DateMention, Figure, FigureKind, figure};
use crate::story::lexicon::rarity;
use crate::story::passages::Worked;
use crate::story::prepare::{Sentence, Token, flag};
use crate::story::types::{FigurePair, FigureRelation, FindingKind, Grade, PassageKind};
use crate::text::{Span, fold};
use crate::words::msg;
use std::collections::HashMap;

/// Words on either side of a figure that tell what it is about.
const AROUND: usize = 6;

/// Words around two figures in common from which they stand in one sentence.
const CLOSE: usize = 3;

/// Words around two figures in common from which they may be of one thing.
const SAME_AROUND: usize = 2;

/// Share of the letters in words that two sentences share, from which one is
/// the copy of the other but for a few words.
const COPIED: f64 = 0.8;

/// The figures whose number or date stands at `s`.
fn figure_at<'i>(input: &'i Input<'_>, side: usize, s: Span) -> Option<&'i Figure> {
    input.sides[side].facts.figures.iter().find(|f| f.number == s)
}

fn date_at<'i>(input: &'i Input<'_>, side: usize, s: Span) -> Option<&'i DateMention> {
    input.sides[side].facts.dates.iter().find(|d| d.span == s)
}

/// Figures and dates with another value in sentences that say the same.
pub(super) fn figures(input: &Input<'_>, out: &mut Vec<Draft>) {
    if !input.one_event() {
        return;
    }
    for w in input.works {
        for v in w.values.iter().filter(|v| v.relation != FigureRelation::Same) {
            let (a, b) = match (figure_at(input, 0, v.a), figure_at(input, 1, v.b)) {
                (Some(f), Some(g)) => (f.span, g.span),
                (None, None) => (v.a, v.b),
                _ => continue,
            };
            let (x, y) = ((v.a, at(input, 0, a)), (v.b, at(input, 1, b)));
            if v.relation == FigureRelation::Compatible {
                if is_rougher(input, w, v) {
                    out.push(Draft::pair(FindingKind::Figure, msg::FINDING_FIGURE_ROUGHER, x, y).minor().doubtful());
                }
                continue;
            }
            let draft = Draft::pair(FindingKind::Figure, msg::FINDING_FIGURE, x, y);
            if is_another(input, w, v) {
                out.push(draft);
            } else if is_other_value(input, w, v) || may_be_another(input, w, v) {
                out.push(draft.doubtful());
            }
        }
    }
}

/// True when a pair of figures or dates gives one thing two values, and not
/// only two things one place in the sentence. A figure that is guessed never does.
fn is_another(input: &Input<'_>, w: &Worked, v: &FigurePair) -> bool {
    !is_guessed(input, v) && is_other_value(input, w, v)
}

/// One of the two figures may be of another kind, bound or noun.
fn is_guessed(input: &Input<'_>, v: &FigurePair) -> bool {
    let doubtful = |side: usize, s: Span| figure_at(input, side, s).is_some_and(|f| f.doubtful);
    doubtful(0, v.a) || doubtful(1, v.b)
}

fn is_other_value(input: &Input<'_>, w: &Worked, v: &FigurePair) -> bool {
    input.one_event()
        && match (figure_at(input, 0, v.a), figure_at(input, 1, v.b)) {
            (Some(f), Some(g)) => disagree(input, w, f, g),
            (None, None) => exclude(input, w, v.a, v.b),
            _ => false,
        }
}

/// True when two figures of one thing stand among words that are in part the
/// same: worth a look. Days are not: most were those of two things.
fn may_be_another(input: &Input<'_>, w: &Worked, v: &FigurePair) -> bool {
    match (figure_at(input, 0, v.a), figure_at(input, 1, v.b)) {
        (Some(f), Some(g)) => {
            // Shares of two groups stand in sentences that are else the same.
            let whole = f.kind != FigureKind::Percent || f.noun.is_some();
            one_thing(f, g)
                && whole
                && !is_round(f, g)
                && !is_round(g, f)
                && !has(input, 1, f)
                && !has(input, 0, g)
                && frame::counts_alone(input, w, f, g)
                && shared_around(input, w, f.span, g.span) >= SAME_AROUND
        }
        _ => false,
    }
}

pub(super) fn one_thing(f: &Figure, g: &Figure) -> bool {
    f.kind == g.kind && f.unit == g.unit && f.noun == g.noun
}

/// True when one of two figures of one thing is the other in other numbers:
/// *at least 18 cases* and *20 cases*.
fn is_rougher(input: &Input<'_>, w: &Worked, v: &FigurePair) -> bool {
    match (figure_at(input, 0, v.a), figure_at(input, 1, v.b)) {
        (Some(f), Some(g)) => {
            let numbers =
                f.bound != Bound::Magnitude && g.bound != Bound::Magnitude && (f.low, f.high) != (g.low, g.high);
            let known = f.noun.is_some() || f.kind == FigureKind::Money;
            w.link.grade == Grade::Sure
                && numbers
                && known
                && one_thing(f, g)
                && frame::is_shared(input, w, f, g)
                && shared_around(input, w, f.span, g.span) >= SAME_AROUND
        }
        _ => false,
    }
}

/// True when a pair with another value in sentences that share their words,
/// where the place tells what is counted, is of one time, place and whole.
pub(crate) fn stands_alike(input: &Input<'_>, w: &Worked, v: &FigurePair) -> bool {
    w.near
        && !is_guessed(input, v)
        && match (figure_at(input, 0, v.a), figure_at(input, 1, v.b)) {
            (Some(f), Some(g)) => frame::is_shared(input, w, f, g),
            _ => true,
        }
}

/// True when two figures in linked sentences give one thing two values.
fn disagree(input: &Input<'_>, w: &Worked, f: &Figure, g: &Figure) -> bool {
    // `près de 800` and `près de 900` are as far apart as they say; beside
    // another word for it, what is meant is not known so well.
    let alike = f.bound == Bound::Almost && g.bound == Bound::Almost;
    let exact = |f: &Figure| alike || !matches!(f.bound, Bound::Magnitude | Bound::About | Bound::Almost);
    let close = matches!(w.kind, PassageKind::Near | PassageKind::Differs);
    let said = match f.kind {
        FigureKind::Clock => w.link.grade == Grade::Sure,
        _ => f.noun.is_some() && f.noun == g.noun || close && f.unit == g.unit,
    };
    f.kind == g.kind
        && figure::compare(f, g) == Agreement::Differs
        && !is_round(f, g)
        && !is_round(g, f)
        && exact(f)
        && exact(g)
        && said
        && frame::is_shared(input, w, f, g)
        // A count grows from day to day; a copied sentence is of one day.
        && (frame::one_day(input).unwrap_or_else(|| w.unchanged() >= COPIED) || frame::is_corrected(input, w, f, g))
        && match shared_around(input, w, f.span, g.span) {
            // The same sentence but for the value: the other value may stand
            // elsewhere as the one that is corrected.
            CLOSE.. if close && w.link.grade == Grade::Sure => true,
            n => !has(input, 1, f) && !has(input, 0, g) && (n >= SAME_AROUND || close && w.link.grade == Grade::Sure),
        }
}

/// True when the second may be the first in round words: *un million* for
/// 1,158,108.
pub(super) fn is_round(f: &Figure, g: &Figure) -> bool {
    const LARGE: f64 = 1000.0;
    const NEAR: f64 = 0.2;
    let unit = 10f64.powf(g.low.abs().max(1.0).log10().floor());
    g.low.abs() >= LARGE && g.low % unit == 0.0 && f.low % unit != 0.0 && (f.low - g.low).abs() <= NEAR * g.low.abs()
}

/// True when a text has the value of a figure of the other.
pub(super) fn has(input: &Input<'_>, side: usize, f: &Figure) -> bool {
    input.counted(side).any(|o| is_value(o, f))
}

/// True when a figure of a text has the value of a figure of the other.
fn is_value(own: &Figure, other: &Figure) -> bool {
    const SMALL: f64 = 12.0;
    let same = own.kind == other.kind && own.low == other.low && own.high == other.high;
    // Small numbers and ranks stand everywhere; those of another thing say nothing.
    let anywhere = match other.kind {
        FigureKind::Count => other.high <= SMALL,
        FigureKind::Rank => true,
        _ => false,
    };
    same && (!anywhere || own.noun == other.noun)
}

/// True when two dates of linked sentences exclude each other: both with day
/// and month as written, each the only one of its sentence.
fn exclude(input: &Input<'_>, w: &Worked, a: Span, b: Span) -> bool {
    let (Some(x), Some(y)) = (date_at(input, 0, a), date_at(input, 1, b)) else { return false };
    let alone = |side: usize, i: usize| {
        let s = input.sentences[side][i].span;
        input.sides[side].facts.dates.iter().filter(|d| d.named && s.contains(d.span)).count() == 1
    };
    let written = |d: &DateMention| d.day.is_some() && d.month.is_some();
    let differ = (x.day, x.month) != (y.day, y.month);
    written(x) && written(y) && differ && w.link.grade == Grade::Sure && alone(0, w.a) && alone(1, w.b)
}

/// Words with content that stand around both figures and are no part of them.
pub(super) fn shared_around(input: &Input<'_>, w: &Worked, a: Span, b: Span) -> usize {
    shared((&input.sentences[0][w.a], a), (&input.sentences[1][w.b], b))
}

/// Words with content that stand around a place of a sentence and around one
/// of another, and in neither.
fn shared(a: (&Sentence, Span), b: (&Sentence, Span)) -> usize {
    let around = |(sentence, s): (&Sentence, Span)| -> Vec<u32> {
        let tokens = &sentence.tokens;
        let from = tokens.partition_point(|t| t.span.end <= s.start);
        let to = tokens.partition_point(|t| t.span.start < s.end);
        let near = tokens[from.saturating_sub(AROUND)..from].iter().chain(&tokens[to..(to + AROUND).min(tokens.len())]);
        near.filter(|t| !t.is(flag::FUNCTION)).map(|t| t.stem).collect()
    };
    let (mut x, y) = (around(a), around(b));
    x.sort_unstable();
    x.dedup();
    x.into_iter().filter(|t| y.contains(t)).count()
}

/// Two values for one thing inside one article: the same number, bounded in
/// one place and not in the other, in sentences that share rare words and among
/// the same words. An article counts many things: to be looked up only.
pub(super) fn figures_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    const LIMIT: usize = 300;
    const RARE: usize = 2;
    let figures = &input.sides[side].facts.figures;
    let told = |f: &&Figure| {
        matches!(f.kind, FigureKind::Count | FigureKind::Duration | FigureKind::Money | FigureKind::Percent)
            && f.bound != Bound::Magnitude
            && (f.noun.is_some() || f.kind == FigureKind::Duration)
    };
    let figures: Vec<&Figure> = figures.iter().filter(told).take(LIMIT).collect();
    let sentences = input.sentences[side];
    let sentence = |f: &Figure| sentences.iter().find(|s| s.span.contains(f.number));
    let df = frequencies(sentences);
    for (i, f) in figures.iter().enumerate() {
        for g in &figures[i + 1..] {
            if !two_values(f, g) {
                continue;
            }
            let (Some(s), Some(t)) = (sentence(f), sentence(g)) else { continue };
            let noun = |x: &Token| f.noun.as_deref().is_some_and(|n| fold(text(input, side, x.span)).starts_with(n));
            let rare = s.tokens.iter().filter(|x| {
                x.is_ordinary()
                    && rarity(x.stem) >= 0.45
                    && df.get(&x.stem).is_some_and(|&n| n <= 3)
                    && !f.span.contains(x.span)
                    && !noun(x)
                    && t.tokens.iter().any(|y| y.stem == x.stem && !g.span.contains(y.span))
            });
            if s.span == t.span || rare.count() < RARE || shared((s, f.span), (t, g.span)) < CLOSE {
                continue;
            }
            let said = msg::finding_two(at(input, side, f.span), at(input, side, g.span));
            let (what, kind) = (msg::FINDING_FIGURE_INSIDE, FindingKind::FigureInside);
            out.push(Draft::inside(kind, side, what, (f.span, Some(g.span)), said).minor().doubtful());
        }
    }
}

/// “Two hours” and “more than two hours” are two values; “18,000” and “some
/// 18,000” are one. Other numbers were always those of two things.
fn two_values(f: &Figure, g: &Figure) -> bool {
    let beyond = |x: &Figure| matches!(x.bound, Bound::More | Bound::Less);
    figure::compare(f, g) == Agreement::Compatible && f.low == g.low && f.bound != g.bound && (beyond(f) || beyond(g))
}

/// Sentences that hold each stem.
fn frequencies(sentences: &[Sentence]) -> HashMap<u32, u32> {
    let mut df: HashMap<u32, u32> = HashMap::new();
    for s in sentences {
        let mut stems: Vec<u32> = s.tokens.iter().map(|t| t.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().for_each(|t| *df.entry(t).or_default() += 1);
    }
    df
}

/// A weekday that does not fit its date. Without a year as written the date
/// may be of another year than it was taken for.
pub(super) fn calendar(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    for d in input.sides[side].facts.dates.iter().filter(|d| d.conflict.is_some()) {
        let said = at(input, side, d.span);
        let draft = Draft::inside(FindingKind::Calendar, side, msg::FINDING_CALENDAR, (d.span, None), said);
        out.push(if d.written { draft } else { draft.minor().doubtful() });
    }
}
