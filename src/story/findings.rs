//! Statements about two texts, each with the places where a reader can check
//! it. What is absent is “not found by this method”; nothing is called a
//! contradiction.

mod draft;
mod figures;
mod names;
mod sources;
mod whole;

use super::types::{EventCheck, FindingKind};
use crate::text::Span;
use draft::{clip, text};
use std::collections::HashMap;

pub(crate) use draft::{Draft, Input};

/// Findings of one kind, at most.
const MOST: usize = 200;

/// All findings, the weightiest kind first, each kind in the order of A.
pub(crate) fn find(input: &Input<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    if let EventCheck::Different { reason, .. } = input.events {
        let head = format!("The two report different events: {reason}; links are few and shown with reserve");
        out.push(Draft { kind: FindingKind::Events, a: None, b: None, again: None, head, of: [None, None] });
    }
    for &(a, b) in input.reversals.iter().take(MOST) {
        let quoted = |side: usize, s: Span| format!("“{}”", clip(text(input, side, s)));
        out.push(Draft::pair(
            FindingKind::Direction,
            "The same act in the opposite direction",
            (a, quoted(0, a)),
            (b, quoted(1, b)),
        ));
    }
    figures::figures(input, &mut out);
    for side in 0..if input.same { 1 } else { 2 } {
        figures::figures_inside(input, side, &mut out);
        figures::calendar(input, side, &mut out);
        names::names_inside(input, side, &mut out);
    }
    if !input.same {
        sources::quotes(input, &mut out);
        sources::boundaries(input, &mut out);
        sources::frames(input, &mut out);
        names::names(input, &mut out);
        whole::order_of_facts(input, &mut out);
        for side in 0..2 {
            whole::only_here(input, side, &mut out);
        }
        whole::update(input, &mut out);
    }
    let mut counts: HashMap<FindingKind, usize> = HashMap::new();
    out.retain(|d| {
        let n = counts.entry(d.kind).or_default();
        *n += 1;
        *n <= MOST
    });
    out
}

/// The order of findings.
pub(crate) fn order(d: &Draft) -> (FindingKind, bool, Option<Span>, Option<Span>, Option<Span>) {
    (d.kind, d.a.is_none(), d.a, d.b, d.again)
}
