//! What findings are drawn from, and a finding before it is known which side
//! is called A.

use crate::fact::Figure;
use crate::story::passages::Worked;
use crate::story::prepare::Sentence;
use crate::story::types::{EventCheck, Finding, FindingKind, Grade, QuotePairs, Side, Weight};
use crate::text::Span;
use crate::text::squeezed;
use crate::words::{Message, Plain, msg};

/// What the findings are drawn from.
pub(crate) struct Input<'i> {
    pub(crate) sides: [Side<'i>; 2],
    pub(crate) sentences: [&'i [Sentence]; 2],
    pub(crate) works: &'i [Worked],
    pub(crate) quotes: &'i QuotePairs,
    pub(crate) events: &'i EventCheck,
    pub(crate) reversals: &'i [(Span, Span)],
    /// Share of the words of each side in sentences with a counterpart.
    pub(crate) shared: [f64; 2],
    /// The two are one text.
    pub(crate) same: bool,
}

impl<'i> Input<'i> {
    /// All figures of a side, those that it takes for known among them.
    pub(super) fn counted(&self, side: usize) -> impl Iterator<Item = &'i Figure> + use<'i> {
        let facts = self.sides[side].facts;
        facts.figures.iter().chain(&facts.known)
    }

    /// True when the two tell of one event: only then can they give one thing
    /// two values.
    pub(super) fn one_event(&self) -> bool {
        const SURE: usize = 2;
        const SHARED: f64 = 0.1;
        let sure = self.works.iter().filter(|w| w.link.grade == Grade::Sure).count();
        !self.events.differs() && sure >= SURE && self.shared[0].max(self.shared[1]) >= SHARED
    }
}

/// A finding whose sentence does not yet know which side is called A.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(super) kind: FindingKind,
    pub(super) weight: Weight,
    /// It may be looked up, but is not told.
    pub(crate) doubtful: bool,
    pub(super) a: Option<Span>,
    pub(super) b: Option<Span>,
    pub(super) again: Option<Span>,
    /// What it is.
    what: Plain,
    /// What is said of A and of B.
    of: [Option<Message>; 2],
}

impl Draft {
    pub(super) fn pair(kind: FindingKind, what: Plain, a: (Span, Message), b: (Span, Message)) -> Self {
        Self {
            kind,
            weight: Weight::Major,
            doubtful: false,
            a: Some(a.0),
            b: Some(b.0),
            again: None,
            what,
            of: [Some(a.1), Some(b.1)],
        }
    }

    pub(super) fn inside(kind: FindingKind, side: usize, what: Plain, at: (Span, Option<Span>), said: Message) -> Self {
        let (mut spans, mut of) = ([None, None], [None, None]);
        spans[side] = Some(at.0);
        of[side] = Some(said);
        let [a, b] = spans;
        Self { kind, weight: Weight::Major, doubtful: false, a, b, again: at.1, what, of }
    }

    pub(super) fn minor(self) -> Self {
        Self { weight: Weight::Minor, ..self }
    }

    pub(super) fn doubtful(self) -> Self {
        Self { doubtful: true, ..self }
    }

    /// True when another tells of the same two places, or of the same words
    /// elsewhere.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        let meet = |x: Option<Span>, y: Option<Span>| match (x, y) {
            (Some(x), Some(y)) => x.touches(y),
            (None, None) => true,
            _ => false,
        };
        let words = self.of.iter().all(Option::is_some) && self.of == other.of;
        self.kind == other.kind && words
            || self.kind == other.kind
                && meet(self.a, other.a)
                && meet(self.b, other.b)
                && self.again.is_some() == other.again.is_some()
                && (self.again.is_none() || self.again == other.again)
    }

    /// True for what tells, without a doubt, that two figures differ.
    pub(crate) fn tells_figure(&self, a: Span, b: Span) -> bool {
        self.kind == FindingKind::Figure && !self.doubtful && self.a == Some(a) && self.b == Some(b)
    }

    /// The same seen from the other side.
    pub(crate) fn mirrored(self) -> Self {
        let [x, y] = self.of;
        Self { a: self.b, b: self.a, of: [y, x], ..self }
    }

    /// With its sentence.
    pub(crate) fn said(self) -> Finding {
        let what = Message::from(self.what);
        let sentence = match &self.of {
            [Some(a), Some(b)] => msg::finding_of_both(what.clone(), a.clone(), b.clone()),
            [Some(a), None] => msg::finding_of_one(what.clone(), "A", a.clone()),
            [None, Some(b)] => msg::finding_of_one(what.clone(), "B", b.clone()),
            [None, None] => what.clone(),
        };
        let (kind, weight) = (self.kind, self.weight);
        Finding { kind, weight, a: self.a, b: self.b, again: self.again, what, said: self.of, sentence }
    }
}

/// The beginning of a long text, in quotation marks.
pub(crate) fn cited(text: &str) -> Message {
    const LONG: usize = 160;
    let one: String = squeezed(text);
    let words = if one.chars().count() <= LONG { one } else { one.chars().take(LONG - 1).chain(['…']).collect() };
    msg::finding_cited(words)
}

pub(super) fn text<'t>(input: &'t Input<'_>, side: usize, s: Span) -> &'t str {
    s.of(&input.sides[side].document.text)
}

/// The words at a place, in quotation marks.
pub(super) fn at(input: &Input<'_>, side: usize, s: Span) -> Message {
    cited(text(input, side, s))
}
