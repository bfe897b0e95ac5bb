//! Statements about two texts, each with the places where a reader can check
//! it. Told is what held when findings on pairs of reports were judged by hand
//! (ARCHITECTURE, *Comparison*, has the figures), and what did not occur there
//! and could not be judged: figures as they are told now, roles exchanged,
//! versions, weekdays. All else is *doubtful* and may be looked up. Nothing is
//! called a contradiction.

mod ages;
mod days;
mod draft;
mod figures;
mod frame;
mod frames;
mod names;
mod places;
mod quotes;
mod sources;
mod whole;
mod words;

use super::types::FindingKind;
use crate::words::msg;
use draft::at;
use std::cmp::Reverse;
use std::collections::HashMap;

pub(crate) use draft::{Draft, Input, cited};
pub(crate) use figures::stands_alike;

/// Findings of one kind, at most.
const MOST: usize = 200;

/// All findings, those that are told and those that are doubtful.
pub(crate) fn find(input: &Input<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    for &(a, b) in input.reversals.iter().take(MOST) {
        let (x, y) = ((a, at(input, 0, a)), (b, at(input, 1, b)));
        out.push(Draft::pair(FindingKind::Direction, msg::FINDING_DIRECTION, x, y));
    }
    figures::figures(input, &mut out);
    frames::frames(input, &mut out);
    for side in 0..if input.same { 1 } else { 2 } {
        figures::figures_inside(input, side, &mut out);
        figures::calendar(input, side, &mut out);
        days::days_inside(input, side, &mut out);
        names::names_inside(input, side, &mut out);
        places::inside(input, side, &mut out);
    }
    if !input.same {
        quotes::quotes(input, &mut out);
        sources::speakers(input, &mut out);
        sources::hedges(input, &mut out);
        names::names(input, &mut out);
        places::across(input, &mut out);
        ages::ages(input, &mut out);
        words::words(input, &mut out);
        days::days(input, &mut out);
        whole::update(input, &mut out);
    }
    let mut counts: HashMap<FindingKind, usize> = HashMap::new();
    let mut kept: Vec<Draft> = Vec::new();
    // What is told is not doubted once more.
    out.sort_by_key(|d| d.doubtful);
    for d in out {
        let n = counts.entry(d.kind).or_default();
        if *n < MOST && !kept.iter().any(|k| k.repeats(&d)) {
            *n += 1;
            kept.push(d);
        }
    }
    kept
}

/// The order of findings: the heaviest first, then by kind, then by place.
pub(crate) fn order(d: &Draft) -> impl Ord + use<> {
    (Reverse(d.weight), d.kind, d.a.is_none(), d.a, d.b, d.again)
}
