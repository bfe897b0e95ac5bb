//! Typed values in a text: quotations with their speaker, figures, dates,
//! attributions and hedges. Each is a span of the text.

use crate::corpus::Document;
use crate::entity::Entity;
use crate::text::Span;
use serde::Serialize;

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words inside the marks.
    pub span: Span,
    /// A sentence or clause somebody said, or only quoted words.
    pub kind: QuoteKind,
    /// Canonical name of who said it, when the text tells.
    pub speaker: Option<String>,
    /// The verb of saying.
    pub verb: Option<Span>,
    /// How the speaker was found, in words.
    pub reason: &'static str,
}

/// What stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// A sentence or a clause that somebody said or wrote.
    Speech,
    /// A few quoted words.
    Fragment,
    /// Words held at a distance, a title, a nickname: nobody speaks.
    Scare,
}

/// All typed values of a document, each list in order of appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Quotations.
    pub quotes: Vec<Quote>,
}

/// Finds the typed values in title, standfirst and body.
pub fn find(_document: &Document, _entities: &[Entity]) -> Facts {
    Facts::default()
}
