//! What the comparison of two texts of a story tells, for its matrix, which says what
//! [`compare`](super::compare()) says of the same two texts and never more.

use super::findings::cited;
use super::types::{Comparison, Finding, FindingKind, Link, PassageKind};
use crate::text::Span;
use crate::words::{Message, msg};

/// Two texts that give one thing differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The two texts, by column.
    pub columns: [usize; 2],
    /// Where each says it.
    pub spans: [Span; 2],
    /// What it is about.
    pub kind: FindingKind,
    /// What differs, in words.
    pub what: Message,
    /// What each of the two says.
    pub said: [Message; 2],
    /// It is to be looked up: the comparison does not tell it as a fact.
    pub doubtful: bool,
}

impl Difference {
    /// The difference in one sentence, under what the two texts are called.
    pub fn sentence(&self, names: [&str; 2]) -> Message {
        let ([a, b], [x, y]) = (self.said.clone(), names);
        msg::matrix_difference(self.what.clone(), x, a, y, b)
    }
}

/// What a comparison tells of two columns: its findings about both, those that are
/// doubtful, and linked sentences with another figure of which no finding says more.
pub(super) fn of(c: &Comparison, columns: [usize; 2], texts: [&str; 2]) -> Vec<Difference> {
    let one = |f: &Finding, doubtful: bool| {
        // That one text is a later version of the other is said of no fact.
        let (a, b) = (f.kind != FindingKind::Update).then_some(f.a.zip(f.b)).flatten()?;
        let [x, y] = f.said.clone();
        Some(Difference { columns, spans: [a, b], kind: f.kind, what: f.what.clone(), said: [x?, y?], doubtful })
    };
    let told = c.findings.iter().filter_map(|f| one(f, false));
    let mut out: Vec<Difference> = told.chain(c.doubtful.iter().filter_map(|f| one(f, true))).collect();
    for l in untold(c, &out.iter().map(|d| d.spans).collect::<Vec<_>>()) {
        let is_here = |a: Span, b: Span| l.a.touches(a) && l.b.touches(b);
        let figure = c.figures.differing.iter().find(|f| is_here(f.a, f.b)).map(|f| [f.a, f.b]);
        let spans = figure.unwrap_or([l.a, l.b]);
        let said = [cited(spans[0].of(texts[0])), cited(spans[1].of(texts[1]))];
        let what = msg::FINDING_FIGURE.into();
        out.push(Difference { columns, spans, kind: FindingKind::Figure, what, said, doubtful: true });
    }
    out
}

/// Linked sentences that differ by a figure, of which no difference says more.
fn untold<'c>(c: &'c Comparison, told: &[[Span; 2]]) -> Vec<&'c Link> {
    let links = c.passages.iter().flat_map(|p| &p.links).filter(|l| l.kind == PassageKind::Differs);
    links.filter(|l| !told.iter().any(|[a, b]| l.a.touches(*a) && l.b.touches(*b))).collect()
}
