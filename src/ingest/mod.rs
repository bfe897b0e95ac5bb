//! Bytes of any known format become raw documents: a decoded, sanitised text,
//! the fields that the format states, and hints about its blocks.
//!
//! Knows formats; has never heard of newsletters or bylines.

use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::sanitise::sanitise;

/// A value that the format itself states, such as a JSON field or a meta
/// element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The value as written, sanitised.
    pub value: String,
    /// Where it comes from, such as `json.title` or `html.meta.og:title`.
    pub rule: &'static str,
}

/// What the format states about a document; lists hold the strongest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Headline.
    pub title: Vec<Field>,
    /// Standfirst or description.
    pub standfirst: Vec<Field>,
    /// Outlet.
    pub source: Vec<Field>,
    /// Author.
    pub author: Vec<Field>,
    /// Publication date, as written.
    pub published: Vec<Field>,
    /// Date of the last change, as written.
    pub updated: Vec<Field>,
    /// Address.
    pub url: Vec<Field>,
    /// Language code.
    pub language: Vec<Field>,
    /// The publisher's own identifier of the article.
    pub identifier: Vec<Field>,
}

/// What the format knows about a stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The stretch.
    pub span: Span,
    /// The kind it suggests; the cleaner decides.
    pub kind: LineKind,
    /// Where the suggestion comes from, such as `html.figcaption`.
    pub rule: &'static str,
}

/// A document before cleaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawDocument {
    /// Where it was read.
    pub place: Place,
    /// What the bytes were.
    pub format: SourceFormat,
    /// Decoded and sanitised text; never changed afterwards.
    pub text: String,
    /// What the format states.
    pub fields: Fields,
    /// What the format suggests, in order.
    pub hints: Vec<Hint>,
    /// What went wrong so far.
    pub notices: Vec<Notice>,
}

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingested {
    /// The documents, in the order of the file.
    pub documents: Vec<RawDocument>,
    /// Problems of the file itself.
    pub notices: Vec<Notice>,
}

/// Reads the bytes of one file.
pub fn read(place: &Place, bytes: &[u8]) -> Ingested {
    let (text, _) = sanitise(String::from_utf8_lossy(bytes).into_owned());
    let raw = RawDocument { place: place.clone(), text, ..RawDocument::default() };
    Ingested { documents: vec![raw], notices: Vec::new() }
}
