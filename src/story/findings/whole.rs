//! What the two texts are to each other as wholes.

use super::draft::{Draft, Input};
use crate::story::types::{FindingKind, PassageKind};
use crate::words::{Number, msg};

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
    // All is all: 99.6 % is not 100.
    let said = |x: f64| msg::finding_share(Number::decimal(if x < 1.0 { (x * 100.0).min(99.0) } else { 100.0 }, 0));
    // The first place they share stands for all: the whole texts are no place.
    let Some(first) = input.works.first() else { return };
    let (a, b) = ((first.link.a, said(shares[0])), (first.link.b, said(shares[1])));
    out.push(Draft::pair(FindingKind::Update, msg::FINDING_UPDATE, a, b).minor());
}
