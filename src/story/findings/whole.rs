//! What the two texts say as wholes: the rank of a fact, what only one of them
//! has, whether one is a later version of the other.

use super::draft::{Draft, Input, clip, text};
use crate::story::types::{FindingKind, PassageKind};

/// Facts that stand early in one text and late in the other.
pub(super) fn order_of_facts(input: &Input<'_>, out: &mut Vec<Draft>) {
    const FAR: f64 = 0.5;
    const LEAST: usize = 5;
    let rank = |side: usize, i: usize| {
        let s = input.sentences[side];
        (s[i].stretch, i as f64 / s.len().max(1) as f64)
    };
    for w in input.works {
        let ((pa, x), (pb, y)) = (rank(0, w.a), rank(1, w.b));
        if (x - y).abs() >= FAR && w.a.abs_diff(w.b) >= LEAST {
            let said = |p: usize| format!("paragraph {}", p + 1);
            out.push(Draft::pair(
                FindingKind::Order,
                "The fact stands at another rank",
                (w.link.a, said(pa)),
                (w.link.b, said(pb)),
            ));
        }
    }
}

/// Sentences with a quotation or a figure that the other text does not have.
pub(super) fn only_here(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let facts = input.sides[side].facts;
    for &i in input.only[side] {
        let s = input.sentences[side][i].span;
        let holds =
            facts.quotes.iter().any(|q| q.span.touches(s)) || facts.figures.iter().any(|f| s.contains(f.number));
        if holds {
            let head = "Not found in the other text by this method (searched: words, names, figures, quoted words)";
            let said = format!("“{}”", clip(text(input, side, s)));
            out.push(Draft::inside(FindingKind::OnlyHere, side, head, (s, None), said));
        }
    }
}

/// One text that holds nearly all of the other and more may be its later
/// version.
pub(super) fn update(input: &Input<'_>, out: &mut Vec<Draft>) {
    const HELD: f64 = 0.8;
    let copied = |side: usize| {
        let words = |i: usize| input.sentences[side][i].tokens.len();
        let all: usize = (0..input.sentences[side].len()).map(words).sum();
        let mut held: Vec<usize> = input
            .works
            .iter()
            .filter(|w| w.kind != PassageKind::Paraphrase)
            .map(|w| if side == 0 { w.a } else { w.b })
            .collect();
        held.sort_unstable();
        held.dedup();
        held.into_iter().map(words).sum::<usize>() as f64 / all.max(1) as f64
    };
    let shares = [copied(0), copied(1)];
    if shares[0].max(shares[1]) < HELD || input.works.len() < 3 {
        return;
    }
    let said = |x: f64| format!("{:.0} % of the words are in the other", x * 100.0);
    let (Some(x), Some(y)) = (input.works.first(), input.works.last()) else { return };
    out.push(Draft {
        kind: FindingKind::Update,
        a: Some(x.link.a.join(y.link.a)),
        b: Some(x.link.b.join(y.link.b)),
        again: None,
        head: "One text may be another version of the other".to_owned(),
        of: [Some(said(shares[0])), Some(said(shares[1]))],
    });
}
