//! A comparison as one list of paired blocks in display order, so that two
//! columns drawn from it cannot drift apart.

use super::prepare;
use super::types::{Comparison, PassageKind};
use crate::corpus::Document;
use crate::text::{Span, segment};
use serde::Serialize;

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Word for word on both sides.
    Same,
    /// The same in other words.
    Reworded,
    /// Has a counterpart elsewhere in the other text: only one side is
    /// given, and the passage leads to the other.
    Moved,
    /// Linked, with another figure, date or quoted word.
    Differs,
    /// Only in A.
    OnlyA,
    /// Only in B.
    OnlyB,
}

/// One block of the two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Text of A; `None` leaves the left column empty.
    pub a: Option<Span>,
    /// Text of B; `None` leaves the right column empty.
    pub b: Option<Span>,
    /// What the row shows.
    pub relation: Relation,
    /// Index into [`Comparison::passages`].
    pub passage: Option<usize>,
}

/// A sentence of one side and the passage that shows it.
struct Block {
    span: Span,
    passage: Option<usize>,
}

fn blocks(d: &Document, spans: &[Span]) -> Vec<Block> {
    // spans: passages on this side by index; the first to hold a sentence shows it.
    let mut out: Vec<Block> = Vec::new();
    for (stretch, _) in prepare::stretches(d) {
        let mut fresh = true;
        for s in segment::flowing(&d.text, stretch) {
            let passage = spans.iter().position(|p| p.overlap(s) * 2 > s.len());
            match out.last_mut() {
                Some(last) if passage == last.passage && (!fresh || passage.is_some()) => last.span = last.span.join(s),
                _ => out.push(Block { span: s, passage }),
            }
            fresh = false;
        }
    }
    out
}

/// The compared text of both sides, each sentence exactly once and each
/// column in the order of its text.
pub fn rows(comparison: &Comparison, a: &Document, b: &Document) -> Vec<Row> {
    let spans = |side: fn(&super::Passage) -> Span| comparison.passages.iter().map(side).collect::<Vec<_>>();
    let (ba, bb) = (blocks(a, &spans(|p| p.a)), blocks(b, &spans(|p| p.b)));
    let in_place = |p: Option<usize>, other: &[Block]| {
        p.filter(|&p| !comparison.passages[p].moved && other.iter().any(|o| o.passage == Some(p)))
    };
    let mut out = Vec::new();
    let mut j = 0;
    let lone_b = |block: &Block| Row {
        a: None,
        b: Some(block.span),
        relation: if block.passage.is_some() { Relation::Moved } else { Relation::OnlyB },
        passage: block.passage,
    };
    for block in &ba {
        let pair = in_place(block.passage, &bb)
            .and_then(|p| bb.iter().enumerate().skip(j).find(|(_, o)| o.passage == Some(p)).map(|(k, _)| (p, k)));
        match pair {
            Some((p, k)) => {
                out.extend(bb[j..k].iter().map(lone_b));
                let relation = match comparison.passages[p].kind {
                    PassageKind::Identical => Relation::Same,
                    PassageKind::Differs => Relation::Differs,
                    PassageKind::Near | PassageKind::Paraphrase => Relation::Reworded,
                };
                out.push(Row { a: Some(block.span), b: Some(bb[k].span), relation, passage: Some(p) });
                j = k + 1;
            }
            None => out.push(Row {
                a: Some(block.span),
                b: None,
                relation: if block.passage.is_some() { Relation::Moved } else { Relation::OnlyA },
                passage: block.passage,
            }),
        }
    }
    out.extend(bb[j.min(bb.len())..].iter().map(lone_b));
    out
}
