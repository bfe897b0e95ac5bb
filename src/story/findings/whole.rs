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
    let held = || input.works.iter().filter(|w| w.kind != PassageKind::Paraphrase);
    // The share of a side's words that stand in held sentences, each counted by
    // the part of it that counts.
    let share = |side: usize, parts: &BTreeMap<usize, f64>| {
        let words = |i: usize| input.sentences[side][i].tokens.len() as f64;
        let all = (0..input.sentences[side].len()).map(words).sum::<f64>().max(1.0);
        parts.iter().map(|(i, part)| words(*i) * part).sum::<f64>() / all
    };
    let whole = [held().map(|w| (w.a, 1.0)).collect(), held().map(|w| (w.b, 1.0)).collect()];
    if share(0, &whole[0]).max(share(1, &whole[1])) < HELD || input.works.len() < 3 {
        return;
    }
    let mut parts = [BTreeMap::new(), BTreeMap::new()];
    for w in held() {
        let same = if w.kind == PassageKind::Identical { [1.0; 2] } else { alike(input, (w.a, w.b)) };
        for (side, i) in [w.a, w.b].into_iter().enumerate() {
            let best: &mut f64 = parts[side].entry(i).or_default();
            *best = best.max(same[side]);
        }
    }
    // All is all: 99.6 % is not 100.
    let said = |x: f64| msg::finding_share(Number::decimal(if x < 1.0 { (x * 100.0).min(99.0) } else { 100.0 }, 0));
    // The first place they share stands for all: the whole texts are no place.
    let Some(first) = input.works.first() else { return };
    let (a, b) = ((first.link.a, said(share(0, &parts[0]))), (first.link.b, said(share(1, &parts[1]))));
    out.push(Draft::pair(FindingKind::Update, msg::FINDING_UPDATE, a, b).minor());
}
