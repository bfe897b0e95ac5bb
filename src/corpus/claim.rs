//! [`Claim`]: a value that somebody or some rule asserts, with its evidence.

use crate::text::Span;
use crate::words::Message;
use serde::{Deserialize, Serialize};

/// How a claim came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// Nothing says so.
    #[default]
    Unknown,
    /// Concluded from something that says something else.
    Inferred,
    /// Stands in the file as such.
    Written,
    /// Said by the reader; outranks the others.
    Corrected,
}

impl Mark {
    /// One character for the screen: `=` written, `~` inferred, `?` unknown,
    /// `!` corrected by the reader.
    pub fn sign(self) -> char {
        match self {
            Self::Unknown => '?',
            Self::Inferred => '~',
            Self::Written => '=',
            Self::Corrected => '!',
        }
    }
}

/// One reason for (or against) a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Where it stands in the document, when it stands there.
    pub span: Option<Span>,
    /// The rule that read it, such as `source.byline`.
    pub rule: &'static str,
    /// The reason in words, such as `byline “Minute.bf avec AFP”`.
    pub note: Message,
}

/// A value with its mark and its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<T> {
    /// `None` exactly when the mark is [`Mark::Unknown`].
    pub value: Option<T>,
    /// How it came about.
    pub mark: Mark,
    /// Why, strongest first; may also say what was weighed and refused.
    pub evidence: Vec<Evidence>,
}

impl<T> Default for Claim<T> {
    fn default() -> Self {
        Self { value: None, mark: Mark::Unknown, evidence: Vec::new() }
    }
}

impl<T> Claim<T> {
    /// A claim that stands in the file.
    pub fn written(value: T, span: Option<Span>, rule: &'static str, note: impl Into<Message>) -> Self {
        Self { value: Some(value), mark: Mark::Written, evidence: vec![Evidence { span, rule, note: note.into() }] }
    }

    /// A conclusion.
    pub fn inferred(value: T, span: Option<Span>, rule: &'static str, note: impl Into<Message>) -> Self {
        Self { value: Some(value), mark: Mark::Inferred, evidence: vec![Evidence { span, rule, note: note.into() }] }
    }

    /// Nothing known.
    pub fn unknown() -> Self {
        Self::default()
    }

    /// True when there is a value.
    pub fn is_known(&self) -> bool {
        self.value.is_some()
    }

    /// One evidence more.
    #[must_use]
    pub fn because(mut self, span: Option<Span>, rule: &'static str, note: impl Into<Message>) -> Self {
        self.evidence.push(Evidence { span, rule, note: note.into() });
        self
    }
}
