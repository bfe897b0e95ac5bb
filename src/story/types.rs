//! What a comparison says: plain values, every one with its spans.

use super::evidence::Evidence;
use crate::corpus::Document;
use crate::entity::Entity;
use crate::enumerated::enumerated;
use crate::fact::Facts;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::words::{Message, msg};
use serde::Serialize;

/// One of the two documents with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its names.
    pub entities: &'a [Entity],
    /// Its typed values.
    pub facts: &'a Facts,
}

/// What does not count as a difference between two words, and how doubtful a
/// link may be to be listed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Quotation marks, apostrophes, dashes and spaces are all alike.
    pub ignore_typography: bool,
    /// `PARIS` equals `Paris`.
    pub ignore_case: bool,
    /// `Etat` equals `État`.
    pub ignore_accents: bool,
    /// Pairs of sentences at or above this confidence are kept as undecided,
    /// 0 for all that were looked at.
    pub floor: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            ignore_typography: true,
            ignore_case: true,
            ignore_accents: true,
            floor: super::model::Model::get().bars.perhaps,
        }
    }
}

enumerated! {
    /// How a passage of one side relates to its counterpart.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum PassageKind {
        /// Word for word, apart from typography and case.
        Identical => "identical",
        /// The same sentence with words changed.
        Near => "near",
        /// The same fact in other words.
        Paraphrase => "paraphrase",
        /// The same fact with another figure, date or quoted word.
        Differs => "differs",
    }
}

enumerated! {
    /// How sure it is that two places say the same. How often each holds is
    /// measured on pairs that nothing was learnt from (`assets/story/links.json`).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Grade {
        /// Worth a look, told nowhere as a fact.
        Perhaps => "perhaps",
        /// More often right than not.
        Likely => "likely",
        /// Right, with rare exceptions.
        Sure => "sure",
    }
}

/// Why two sentences are linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// So many words in a row are the same.
    Run(usize),
    /// Quoted words that both have.
    Quote(String),
    /// A name that is rare in both texts.
    Name(String),
    /// A figure that both have.
    Figure(String),
    /// Uncommon words that both have.
    Words(Vec<String>),
    /// The reader pinned the two together.
    ByHand,
}

impl Reason {
    /// What it says.
    pub fn message(&self) -> Message {
        match self {
            Self::Run(n) => msg::link_reason_run(*n),
            Self::Quote(q) => msg::link_reason_quote(q),
            Self::Name(n) => msg::link_reason_name(n),
            Self::Figure(f) => msg::link_reason_figure(f),
            Self::Words(w) => msg::link_reason_words(w.join(", ")),
            Self::ByHand => msg::LINK_REASON_BY_HAND.into(),
        }
    }
}

/// The words that only one side of a passage has, as spans of its document,
/// neighbours joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordDiff {
    /// Words of A without a counterpart in B.
    pub only_a: Vec<Span>,
    /// Words of B without a counterpart in A.
    pub only_b: Vec<Span>,
}

/// Two linked sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Sentence of A.
    pub a: Span,
    /// Sentence of B.
    pub b: Span,
    /// How they relate.
    pub kind: PassageKind,
    /// How sure it is.
    pub grade: Grade,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// What it rests on.
    pub evidence: Evidence,
}

/// Neighbouring linked sentences of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Stretch of A.
    pub a: Span,
    /// Stretch of B.
    pub b: Span,
    /// How they relate.
    pub kind: PassageKind,
    /// How sure it is: that of its weakest link.
    pub grade: Grade,
    /// Confidence, 0 to 1: that of its weakest link.
    pub score: f32,
    /// True when the order of the two texts differs here.
    pub moved: bool,
    /// Why the two are linked.
    pub reasons: Vec<Reason>,
    /// What differs word by word.
    pub words: WordDiff,
    /// The sentences it was made of.
    pub links: Vec<Link>,
}

enumerated! {
    /// How two quotations relate.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum QuoteRelation {
        /// The same words.
        Same => "same",
        /// One is a part of the other.
        Fragment => "fragment",
        /// The same occasion in other words.
        Variant => "variant",
    }
}

/// Who is said to say something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teller {
    /// Name, or the words as written.
    pub name: String,
    /// It may be somebody else.
    pub doubtful: bool,
}

impl Teller {
    /// The name, where no finding would rest on a guess.
    pub fn sure(&self) -> Option<&str> {
        (!self.doubtful).then_some(&*self.name)
    }

    /// The name on one line, behind a question mark when it is doubtful.
    pub fn shown(&self) -> String {
        with_doubt(&self.name, self.doubtful)
    }
}

/// A name on one line, behind a question mark when it is doubtful.
pub fn with_doubt(name: &str, doubtful: bool) -> String {
    format!("{}{}", if doubtful { "? " } else { "" }, one_line(name))
}

/// A quotation that both have.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotePair {
    /// The quoted words in A.
    pub a: Span,
    /// The quoted words in B.
    pub b: Span,
    /// How they relate.
    pub relation: QuoteRelation,
    /// Who says it in A, when the text tells.
    pub speaker_a: Option<Teller>,
    /// Who says it in B, when the text tells.
    pub speaker_b: Option<Teller>,
    /// What differs word by word.
    pub words: WordDiff,
}

impl QuotePair {
    /// Who says it: of two the one that is sure, else that of A.
    pub fn teller(&self) -> Option<&Teller> {
        let both = || self.speaker_a.iter().chain(&self.speaker_b);
        both().find(|t| !t.doubtful).or_else(|| both().next())
    }
}

/// Quotations of the two documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuotePairs {
    /// Those that both have.
    pub shared: Vec<QuotePair>,
    /// Quoted words of A not found in B by this method.
    pub only_a: Vec<Span>,
    /// Quoted words of B not found in A by this method.
    pub only_b: Vec<Span>,
}

/// How two figures of the same thing relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureRelation {
    /// The same value.
    Same,
    /// Rounded, or one range inside the other.
    Compatible,
    /// Another value.
    Differs,
}

/// A figure or date of A and its counterpart in B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigurePair {
    /// In A.
    pub a: Span,
    /// In B.
    pub b: Span,
    /// How they relate.
    pub relation: FigureRelation,
}

/// Figures inside linked sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigurePairs {
    /// The same or a compatible value.
    pub shared: Vec<FigurePair>,
    /// Another value for the same thing.
    pub differing: Vec<FigurePair>,
    /// Another value in the same place, perhaps of another thing.
    pub doubtful: Vec<FigurePair>,
}

/// Names of the two documents, each under its fullest form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntitySets {
    /// In both.
    pub both: Vec<String>,
    /// Not found in B by this method.
    pub only_a: Vec<String>,
    /// Not found in A by this method.
    pub only_b: Vec<String>,
}

enumerated! {
    /// What a finding is about.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum FindingKind {
        /// The same act with its roles exchanged.
        Direction => "direction",
        /// Another value for the same thing.
        Figure => "figure",
        /// One article gives two values for the same thing.
        FigureInside => "figure_inside",
        /// The quoted words differ.
        Quote => "quote",
        /// Attributed in one and not, or to another, in the other.
        Attribution => "attribution",
        /// Said with more or less certainty.
        Hedge => "hedge",
        /// Two spellings of what may be one name.
        Name => "name",
        /// Another place for the same thing.
        Place => "place",
        /// A weekday or date that does not fit.
        Calendar => "calendar",
        /// One text looks like a later version of the other.
        Update => "update",
    }
}

enumerated! {
    /// How much a finding weighs for an editor.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Weight {
        /// Good to know.
        Minor => "minor",
        /// To be cleared up before one of the two is used.
        Major => "major",
    }
}

/// One statement about the two texts that a reader can check at its spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// How much it weighs.
    pub weight: Weight,
    /// The place in A.
    pub a: Option<Span>,
    /// The place in B.
    pub b: Option<Span>,
    /// The second place in the same document, for findings inside one
    /// article; then only one of `a` and `b` is given.
    pub again: Option<Span>,
    /// What was found, without its words.
    pub what: Message,
    /// What is said of A and of B, or of the one that it is about.
    pub said: [Option<Message>; 2],
    /// What was found, with the words of both sides.
    pub sentence: Message,
}

/// A pair of sentences below the bar and above the floor.
#[derive(Clone, Debug, PartialEq)]
pub struct Undecided {
    /// Sentence of A.
    pub a: Span,
    /// Sentence of B.
    pub b: Span,
    /// [`Grade::Perhaps`], or none when it says nothing.
    pub grade: Option<Grade>,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// What it rests on.
    pub evidence: Evidence,
}

/// Whether the two report the same event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum EventCheck {
    /// Dates, places and copy agree.
    Same,
    /// They do not, and why.
    Different {
        /// Why, with the distance when dates tell.
        reason: Message,
        /// Days between the two events, when both are dated.
        days: Option<i64>,
    },
    /// Nothing tells.
    Unknown,
}

impl EventCheck {
    /// True when something says that the events differ.
    pub fn differs(&self) -> bool {
        matches!(self, Self::Different { .. })
    }
}

/// All that is said about two documents. Swapping them mirrors it exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Linked passages, in the order of A, then of B.
    pub passages: Vec<Passage>,
    /// Sentences of A that not even perhaps have a counterpart in B.
    pub only_a: Vec<Span>,
    /// Sentences of B that not even perhaps have a counterpart in A.
    pub only_b: Vec<Span>,
    /// Quotations.
    pub quotes: QuotePairs,
    /// Figures and dates.
    pub figures: FigurePairs,
    /// Names.
    pub entities: EntitySets,
    /// Statements, the heaviest first.
    pub findings: Vec<Finding>,
    /// What may be looked up, but is not right often enough to be told.
    pub doubtful: Vec<Finding>,
    /// Possible links below the bar, best first.
    pub undecided: Vec<Undecided>,
    /// How much the two have in common, 0 to 1.
    pub similarity: f64,
    /// Share of the words of A inside passages.
    pub shared_a: f64,
    /// Share of the words of B inside passages.
    pub shared_b: f64,
    /// Whether the two report one event.
    pub events: EventCheck,
    /// True when an act has its roles exchanged.
    pub reversed: bool,
    /// Shared runs that are only names and titles; not counted anywhere.
    pub formulas: usize,
}

impl Comparison {
    /// True when a finding says that the quoted words differ. A pair whose
    /// words change only by syntax, spelling or a doubtful occasion has none:
    /// what one line of the screen does not tell, no sign of another may.
    pub fn words_differ(&self, q: &QuotePair) -> bool {
        let tells = |f: &Finding| f.kind == FindingKind::Quote && f.a == Some(q.a) && f.b == Some(q.b);
        q.relation == QuoteRelation::Variant && self.findings.iter().any(tells)
    }

    /// True when a finding says that the two figures are two values of one thing. Others stand
    /// in one place of linked sentences and are perhaps of two things.
    pub fn is_told(&self, f: &FigurePair) -> bool {
        let tells = |t: &Finding| t.kind == FindingKind::Figure && t.a == Some(f.a) && t.b == Some(f.b);
        f.relation == FigureRelation::Differs && self.findings.iter().any(tells)
    }

    /// Shared quotations by what is said of them: in the same words, and with
    /// words that differ.
    pub fn quotes_told(&self) -> (usize, usize) {
        let shared = &self.quotes.shared;
        let same = shared.iter().filter(|q| q.relation == QuoteRelation::Same).count();
        (same, shared.iter().filter(|q| self.words_differ(q)).count())
    }
}
