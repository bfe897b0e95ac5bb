//! What findings are drawn from, and a finding before it is put into words.

use crate::story::passages::Worked;
use crate::story::prepare::Sentence;
use crate::story::types::{EventCheck, FigurePairs, Finding, FindingKind, QuotePairs, Side};
use crate::text::Span;

/// What the findings are drawn from.
pub(crate) struct Input<'i> {
    pub(crate) sides: [Side<'i>; 2],
    pub(crate) sentences: [&'i [Sentence]; 2],
    pub(crate) works: &'i [Worked],
    /// Sentences without a counterpart.
    pub(crate) only: [&'i [usize]; 2],
    pub(crate) quotes: &'i QuotePairs,
    pub(crate) figures: &'i FigurePairs,
    pub(crate) events: &'i EventCheck,
    pub(crate) reversals: &'i [(Span, Span)],
    /// The two are one text.
    pub(crate) same: bool,
}

/// A finding whose sentence does not yet know which side is called A.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(super) kind: FindingKind,
    pub(super) a: Option<Span>,
    pub(super) b: Option<Span>,
    pub(super) again: Option<Span>,
    /// What is said before the sides.
    pub(super) head: String,
    /// What is said of A and of B.
    pub(super) of: [Option<String>; 2],
}

impl Draft {
    pub(super) fn pair(kind: FindingKind, head: &str, a: (Span, String), b: (Span, String)) -> Self {
        Self { kind, a: Some(a.0), b: Some(b.0), again: None, head: head.to_owned(), of: [Some(a.1), Some(b.1)] }
    }

    pub(super) fn inside(kind: FindingKind, side: usize, head: &str, at: (Span, Option<Span>), said: String) -> Self {
        let (mut spans, mut of) = ([None, None], [None, None]);
        spans[side] = Some(at.0);
        of[side] = Some(said);
        Self { kind, a: spans[0], b: spans[1], again: at.1, head: head.to_owned(), of }
    }

    /// The same seen from the other side.
    pub(crate) fn mirrored(self) -> Self {
        let [x, y] = self.of;
        Self { a: self.b, b: self.a, of: [y, x], ..self }
    }

    /// With its sentence.
    pub(crate) fn said(self) -> Finding {
        let side = |name: &str, text: &Option<String>| text.as_ref().map(|t| format!("{name}: {t}"));
        let sides: Vec<String> = [side("A", &self.of[0]), side("B", &self.of[1])].into_iter().flatten().collect();
        let mut sentence = self.head;
        if !sides.is_empty() {
            sentence += ". ";
            sentence += &sides.join("; ");
        }
        sentence.push('.');
        Finding { kind: self.kind, a: self.a, b: self.b, again: self.again, sentence }
    }
}

/// The beginning of a long text.
pub(super) fn clip(s: &str) -> String {
    const LONG: usize = 160;
    let one: String = s.split_whitespace().collect::<Vec<_>>().join(" ");
    if one.chars().count() <= LONG { one } else { one.chars().take(LONG - 1).chain(['…']).collect() }
}

pub(super) fn text<'t>(input: &'t Input<'_>, side: usize, s: Span) -> &'t str {
    s.of(&input.sides[side].document.text)
}
