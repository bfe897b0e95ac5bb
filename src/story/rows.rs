//! A comparison as one list of paired blocks in display order, so that two
//! columns drawn from it cannot drift apart.

use super::prepare;
use super::types::{Comparison, Grade, Passage, PassageKind};
use crate::corpus::segment;
use crate::corpus::{Document, LineKind};
use crate::text::Span;
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
    /// Perhaps has a counterpart; nothing says so for certain.
    Perhaps,
    /// Headline beside headline, standfirst beside standfirst, without a link.
    Beside,
    /// Only in A.
    OnlyA,
    /// Only in B.
    OnlyB,
}

impl From<PassageKind> for Relation {
    fn from(kind: PassageKind) -> Self {
        match kind {
            PassageKind::Identical => Self::Same,
            PassageKind::Differs => Self::Differs,
            PassageKind::Near | PassageKind::Paraphrase => Self::Reworded,
        }
    }
}

impl Relation {
    /// True for text that only one of the two has.
    pub fn is_alone(self) -> bool {
        matches!(self, Self::OnlyA | Self::OnlyB)
    }

    /// True for what both have.
    pub fn is_linked(self) -> bool {
        matches!(self, Self::Same | Self::Reworded | Self::Moved | Self::Differs)
    }
}

/// One block of the two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Text of A; `None` leaves the left column empty.
    pub a: Option<Span>,
    /// Text of B; `None` leaves the right column empty.
    pub b: Option<Span>,
    /// What the row shows.
    pub relation: Relation,
    /// Index into [`Comparison::passages`].
    pub passage: Option<usize>,
    /// How sure the two belong together.
    pub grade: Option<Grade>,
    /// Paragraph of the text of A, or of the counterpart in A when B alone is
    /// given; headlines, standfirsts and subheadings have none.
    pub paragraph_a: Option<usize>,
    /// The same for B.
    pub paragraph_b: Option<usize>,
    /// The text of B stands out of the order of B.
    pub apart: bool,
    /// The text of B where it is given opposite another place, or may be the
    /// like of A.
    pub elsewhere: Option<Span>,
    /// Words of A that stand in the row and not in the passage, which may be a part of
    /// a sentence: before it and behind it.
    pub beyond_a: [Option<Span>; 2],
    /// The same for B.
    pub beyond_b: [Option<Span>; 2],
}

/// What a sentence of one side belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A passage.
    Passage(usize),
    /// A place of the other side may say the same.
    Perhaps(Span),
    /// The headline or the standfirst, which faces that of the other side.
    Head(LineKind),
    /// Nothing of the other side.
    Alone,
}

/// A sentence of one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShownSentence {
    pub(super) span: Span,
    pub(super) kind: LineKind,
    /// The first of its paragraph.
    pub(super) first: bool,
    pub(super) part: Part,
}

/// Neighbouring sentences of one side that belong to the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) part: Part,
}

/// One side of a comparison, cut into sentences.
pub(super) struct SideText<'d> {
    text: &'d str,
    pub(super) pieces: Vec<ShownSentence>,
    paragraphs: Vec<(Span, usize)>,
}

impl<'d> SideText<'d> {
    /// Passages and doubtful pairs, each as its place on this side and on the
    /// other.
    fn new(d: &'d Document, passages: &[(Span, Span)], doubtful: &[(Span, Span)]) -> Self {
        let most = |p: Span, s: Span| p.overlap(s) * 2 > s.len();
        let part = |s: Span| match passages.iter().position(|p| most(p.0, s)) {
            Some(p) => Part::Passage(p),
            None => doubtful.iter().find(|u| most(u.0, s)).map_or(Part::Alone, |u| Part::Perhaps(u.1)),
        };
        let mut pieces = Vec::new();
        for (stretch, kind) in prepare::stretches(d) {
            let sentences = segment::flowing(&d.text, stretch).into_iter().enumerate();
            pieces.extend(sentences.map(|(i, span)| ShownSentence { span, kind, first: i == 0, part: part(span) }));
        }
        let paragraphs = d.paragraphs().filter_map(|(n, line)| Some((line.span, n?))).collect();
        Self { text: &d.text, pieces, paragraphs }
    }

    /// The number of the paragraph where a stretch begins.
    pub(super) fn paragraph(&self, span: Span) -> Option<usize> {
        let at = self.paragraphs.partition_point(|(p, _)| p.end <= span.start);
        self.paragraphs.get(at).filter(|(p, _)| p.holds(span.start)).map(|(_, n)| *n)
    }

    /// The words of a stretch that stand before and behind a passage in it.
    fn beyond(&self, shown: Option<Span>, passage: Span) -> [Option<Span>; 2] {
        let words = |from: usize, to: usize| {
            let rest = (from < to).then(|| Span::new(from, to).trim(self.text))?;
            rest.of(self.text).contains(char::is_alphanumeric).then_some(rest)
        };
        shown.map_or([None; 2], |s| [words(s.start, passage.start), words(passage.end, s.end)])
    }

    pub(super) fn blocks(&self) -> Vec<Block> {
        grouped(self.pieces.iter().copied())
    }
}

/// Joins neighbours that belong to the same; what has no counterpart stays
/// within its paragraph.
pub(super) fn grouped(pieces: impl Iterator<Item = ShownSentence>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for p in pieces {
        let over = matches!(p.part, Part::Passage(_) | Part::Head(_));
        match out.last_mut() {
            Some(last) if last.part == p.part && (over || !p.first) => last.span = last.span.join(p.span),
            _ => out.push(Block { span: p.span, part: p.part }),
        }
    }
    out
}

/// Both sides of a comparison.
pub(super) fn texts<'d>(comparison: &Comparison, a: &'d Document, b: &'d Document) -> (SideText<'d>, SideText<'d>) {
    let passages: Vec<(Span, Span)> = comparison.passages.iter().map(|p| (p.a, p.b)).collect();
    let perhaps = comparison.undecided.iter().filter(|u| u.grade.is_some());
    let doubtful: Vec<(Span, Span)> = perhaps.map(|u| (u.a, u.b)).collect();
    let turned = |pairs: &[(Span, Span)]| pairs.iter().map(|&(x, y)| (y, x)).collect::<Vec<_>>();
    (SideText::new(a, &passages, &doubtful), SideText::new(b, &turned(&passages), &turned(&doubtful)))
}

/// A row of a passage with what is given of the two sides.
pub(super) fn linked(
    p: usize,
    passage: &Passage,
    a: Option<Span>,
    b: Option<Span>,
    sides: (&SideText<'_>, &SideText<'_>),
) -> Row {
    let (beyond_a, beyond_b) = (sides.0.beyond(a, passage.a), sides.1.beyond(b, passage.b));
    // Whole sentences are shown: what only stands beside the same words is not the same.
    let relation = match passage.kind.into() {
        Relation::Same if [beyond_a, beyond_b] != [[None; 2]; 2] => Relation::Reworded,
        relation => relation,
    };
    Row {
        a,
        b,
        relation,
        beyond_a,
        beyond_b,
        passage: Some(p),
        grade: Some(passage.grade),
        paragraph_a: sides.0.paragraph(a.unwrap_or(passage.a)),
        paragraph_b: sides.1.paragraph(b.unwrap_or(passage.b)),
        apart: passage.moved,
        elsewhere: None,
    }
}

/// A row of a block that stands in no passage.
pub(super) fn alone(block: Block, is_a: bool, sides: (&SideText<'_>, &SideText<'_>)) -> Row {
    let other = if let Part::Perhaps(other) = block.part { Some(other) } else { None };
    let (mine, theirs) = if is_a { sides } else { (sides.1, sides.0) };
    let (mine, theirs) = (mine.paragraph(block.span), other.and_then(|o| theirs.paragraph(o)));
    let relation = match (other, is_a) {
        (Some(_), _) => Relation::Perhaps,
        (None, true) => Relation::OnlyA,
        (None, false) => Relation::OnlyB,
    };
    Row {
        a: is_a.then_some(block.span),
        b: (!is_a).then_some(block.span),
        relation,
        passage: None,
        grade: other.map(|_| Grade::Perhaps),
        paragraph_a: if is_a { mine } else { theirs },
        paragraph_b: if is_a { theirs } else { mine },
        apart: false,
        // What may be its like is given by its first words.
        elsewhere: other.filter(|_| is_a),
        beyond_a: [None; 2],
        beyond_b: [None; 2],
    }
}

/// A share in percent: 100 only of all, 0 only of nothing.
pub fn percent(share: f64) -> usize {
    let rounded = (share * 100.0).round() as usize;
    if share <= 0.0 || share >= 1.0 { rounded } else { rounded.clamp(1, 99) }
}

/// The compared text of both sides, each sentence exactly once and each
/// column in the order of its text.
pub fn rows(comparison: &Comparison, a: &Document, b: &Document) -> Vec<Row> {
    let (ta, tb) = texts(comparison, a, b);
    let sides = (&ta, &tb);
    let (ba, bb) = (ta.blocks(), tb.blocks());
    let passage = |block: &Block| if let Part::Passage(p) = block.part { Some(p) } else { None };
    let lone = |block: &Block, is_a: bool| match passage(block) {
        Some(p) => {
            let (a, b) = if is_a { (Some(block.span), None) } else { (None, Some(block.span)) };
            Row { relation: Relation::Moved, ..linked(p, &comparison.passages[p], a, b, sides) }
        }
        None => alone(*block, is_a, sides),
    };
    let mut out = Vec::new();
    let mut j = 0;
    for block in &ba {
        let pair = passage(block)
            .filter(|&p| !comparison.passages[p].moved)
            .and_then(|p| (j..bb.len()).find(|&k| passage(&bb[k]) == Some(p)).map(|k| (p, k)));
        match pair {
            Some((p, k)) => {
                out.extend(bb[j..k].iter().map(|o| lone(o, false)));
                out.push(linked(p, &comparison.passages[p], Some(block.span), Some(bb[k].span), sides));
                j = k + 1;
            }
            None => out.push(lone(block, true)),
        }
    }
    out.extend(bb[j.min(bb.len())..].iter().map(|o| lone(o, false)));
    out
}
