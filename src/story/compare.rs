//! Two documents compared.

use super::align::{Scored, align};
use super::model;
use super::prepare::{Sentence, sentences, settle_names};
use super::types::*;
use crate::text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeSet;

/// Compares two documents.
pub fn compare(a: Side<'_>, b: Side<'_>, options: &Options) -> Comparison {
    let (mut sa, mut sb) = (sentences(a.document), sentences(b.document));
    settle_names([&mut sa, &mut sb]);
    let (links, undecided) = align(&sa, &sb, model::BAR, options.floor);
    let mut passages: Vec<Passage> = links.iter().map(|l| passage(l, &sa, &sb)).collect();
    mark_moved(&mut passages);
    let only = |s: &[Sentence], linked: &dyn Fn(usize) -> bool| -> Vec<Span> {
        s.iter().enumerate().filter(|(i, _)| !linked(*i)).map(|(_, s)| s.span).collect()
    };
    let only_a = only(&sa, &|i| links.iter().any(|l| l.a == i));
    let only_b = only(&sb, &|i| links.iter().any(|l| l.b == i));
    let share = |s: &[Sentence], only: &[Span]| {
        let all: usize = s.iter().map(|s| s.tokens.len()).sum();
        let lone: usize = s.iter().filter(|s| only.contains(&s.span)).map(|s| s.tokens.len()).sum();
        if all == 0 { 0.0 } else { 1.0 - lone as f64 / all as f64 }
    };
    let (shared_a, shared_b) = (share(&sa, &only_a), share(&sb, &only_b));
    Comparison {
        passages,
        only_a,
        only_b,
        quotes: QuotePairs::default(),
        figures: FigurePairs::default(),
        entities: entities(a, b),
        findings: Vec::new(),
        undecided: undecided
            .iter()
            .map(|u| Undecided { a: sa[u.a].span, b: sb[u.b].span, score: u.score, evidence: u.evidence })
            .collect(),
        similarity: shared_a.max(shared_b),
        shared_a,
        shared_b,
        events: EventCheck::Unknown,
        reversed: false,
        formulas: 0,
    }
}

fn entities(a: Side<'_>, b: Side<'_>) -> EntitySets {
    let names = |s: Side<'_>| s.entities.iter().map(|e| e.name.clone()).collect::<BTreeSet<_>>();
    let (x, y) = (names(a), names(b));
    EntitySets {
        both: x.intersection(&y).cloned().collect(),
        only_a: x.difference(&y).cloned().collect(),
        only_b: y.difference(&x).cloned().collect(),
    }
}

fn passage(l: &Scored, a: &[Sentence], b: &[Sentence]) -> Passage {
    let (x, y) = (&a[l.a], &b[l.b]);
    let (wx, wy): (Vec<u32>, Vec<u32>) =
        (x.tokens.iter().map(|t| t.word).collect(), y.tokens.iter().map(|t| t.word).collect());
    let mut words = WordDiff::default();
    let mut equal = 0;
    let join = |out: &mut Vec<Span>, s: &Sentence, from: usize, n: usize| {
        if n > 0 {
            out.push(s.tokens[from].span.join(s.tokens[from + n - 1].span));
        }
    };
    for op in capture_diff_slices(Algorithm::Myers, &wx, &wy) {
        match op {
            DiffOp::Equal { len, .. } => equal += len,
            DiffOp::Delete { old_index, old_len, .. } => join(&mut words.only_a, x, old_index, old_len),
            DiffOp::Insert { new_index, new_len, .. } => join(&mut words.only_b, y, new_index, new_len),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                join(&mut words.only_a, x, old_index, old_len);
                join(&mut words.only_b, y, new_index, new_len);
            }
        }
    }
    let kind = if wx == wy {
        PassageKind::Identical
    } else if equal * 10 >= wx.len().min(wy.len()) * 6 {
        PassageKind::Near
    } else {
        PassageKind::Paraphrase
    };
    let link = Link { a: x.span, b: y.span, kind, score: l.score, evidence: l.evidence };
    Passage { a: x.span, b: y.span, kind, score: l.score, moved: false, reasons: Vec::new(), words, links: vec![link] }
}

/// Passages off the longest chain that rises on both sides are moved.
fn mark_moved(passages: &mut [Passage]) {
    passages.sort_by_key(|p| (p.a, p.b));
    // tails[k]: index of the passage that ends the best chain of k + 1.
    let (mut tails, mut back): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (i, p) in passages.iter().enumerate() {
        let k = tails.partition_point(|&t| passages[t].b < p.b);
        back.push(k.checked_sub(1).map(|k| tails[k]));
        if k == tails.len() { tails.push(i) } else { tails[k] = i }
    }
    let mut at = tails.last().copied();
    passages.iter_mut().for_each(|p| p.moved = true);
    while let Some(i) = at {
        passages[i].moved = false;
        at = back[i];
    }
}
