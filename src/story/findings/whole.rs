//! What the two texts are to each other as wholes.

use super::draft::{Draft, Input};
use crate::story::diff;
use crate::story::types::{FindingKind, PassageKind};
use crate::words::{Number, msg};
use std::collections::BTreeMap;

/// Share of the words of two sentences that the other has too, in its order.
fn alike(input: &Input<'_>, (a, b): (usize, usize)) -> [f64; 2] {
    let pieces = |side: usize, i: usize| diff::bare(&input.sides[side].document.text, input.sentences[side][i].span);
    let (x, y) = (pieces(0, a), pieces(1, b));
    let equal: usize = diff::script(&x, &y).iter().filter(|o| o.equal).map(|o| o.a.1).sum();
    [&x, &y].map(|p| equal as f64 / p.len().max(1) as f64)
}

/// One text that holds nearly all of the other and more may be its later
/// version.
pub(super) fn update(input: &Input<'_>, out: &mut Vec<Draft>) {
    const HELD: f64 = 0.8;
    // Share of the words in sentences that are held, and of the words that the
    // other text has.
    let copied = |side: usize| {
        let sentences = input.sentences[side];
        let mut held: BTreeMap<usize, f64> = BTreeMap::new();
        for w in input.works.iter().filter(|w| w.kind != PassageKind::Paraphrase) {
            let kept = if w.kind == PassageKind::Identical { 1.0 } else { alike(input, (w.a, w.b))[side] };
            let best = held.entry(if side == 0 { w.a } else { w.b }).or_default();
            *best = best.max(kept);
        }
        let words = |i: usize| sentences[i].tokens.len() as f64;
        let all = (0..sentences.len()).map(words).sum::<f64>().max(1.0);
        let in_held: f64 = held.keys().map(|i| words(*i)).sum();
        (in_held / all, held.into_iter().map(|(i, kept)| words(i) * kept).sum::<f64>() / all)
    };
    let shares = [copied(0), copied(1)];
    if shares[0].0.max(shares[1].0) < HELD || input.works.len() < 3 {
        return;
    }
    // All is all: 99.6 % is not 100.
    let said = |x: f64| msg::finding_share(Number::decimal(if x < 1.0 { (x * 100.0).min(99.0) } else { 100.0 }, 0));
    // The first place they share stands for all: the whole texts are no place.
    let Some(first) = input.works.first() else { return };
    let (a, b) = ((first.link.a, said(shares[0].1)), (first.link.b, said(shares[1].1)));
    out.push(Draft::pair(FindingKind::Update, msg::FINDING_UPDATE, a, b).minor());
}
