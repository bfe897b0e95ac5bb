//! [`Quote`]: words in quotation marks, what they are and who said them.

use crate::enumerated::enumerated;
use crate::text::Span;
use crate::words::Plain;
use serde::Serialize;

enumerated! {
    /// What stands in quotation marks.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum QuoteKind {
        /// A sentence or a clause that somebody said or wrote.
        Speech => "speech",
        /// A few quoted words.
        Fragment => "fragment",
        /// Words held at a distance, a title, a nickname: nobody speaks.
        Scare => "scare",
    }
}

/// One thing that spoke for or against the chosen speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The feature.
    pub feature: Plain,
    /// Its weight in tenths.
    pub tenths: i32,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words inside the marks; covers all paragraphs of a quotation that
    /// runs over several.
    pub span: Span,
    /// The same with the marks.
    pub outer: Span,
    /// A sentence or clause somebody said, or only quoted words.
    pub kind: QuoteKind,
    /// Canonical name of who said it; the words as written (`une source
    /// policière`) when the text gives no name; `None` when it does not tell.
    pub speaker: Option<String>,
    /// Index of the speaker in the entities that [`super::find`] was given.
    pub entity: Option<usize>,
    /// The words that stand for the speaker beside the quotation: a name, a
    /// description or a pronoun.
    pub speaker_words: Option<Span>,
    /// The verb of saying.
    pub verb: Option<Span>,
    /// How the speaker was found; `None` when nothing tells.
    pub reason: Option<Plain>,
    /// Everything that was weighed for the speaker.
    pub weighed: Vec<Reason>,
    /// How likely the speaker is, in hundredths, measured on articles left out
    /// (`assets/fact/speakers.json`).
    pub confidence: Option<u8>,
    /// True when it is not likely enough to be told without a doubt.
    pub doubtful: bool,
    /// Quotations inside this one.
    pub nested: Vec<Span>,
    /// False when the closing mark is missing in the text.
    pub closed: bool,
}

impl Quote {
    /// Who said it, where no other speaker came close: what may be told of the
    /// quotation without a doubt.
    pub fn sure_speaker(&self) -> Option<&str> {
        self.speaker.as_deref().filter(|_| !self.doubtful)
    }

    pub(super) fn new(span: Span, outer: Span, closed: bool) -> Self {
        Self {
            span,
            outer,
            kind: QuoteKind::Fragment,
            speaker: None,
            entity: None,
            speaker_words: None,
            verb: None,
            reason: None,
            weighed: Vec::new(),
            confidence: None,
            doubtful: false,
            nested: Vec::new(),
            closed,
        }
    }
}
