//! What reading gives and takes: raw documents, what their format states and
//! suggests, and the options.

use super::mapping::Mapping;
use crate::corpus::{LineKind, Place, SourceFormat, Standing, WireFact};
use crate::notice::{Notice, reason};
use crate::text::Span;
use crate::words::msg;
use std::ops::ControlFlow;

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
    /// Host from which the outlet may be told.
    pub host: Vec<Field>,
    /// Author.
    pub author: Vec<Field>,
    /// Publication date, as written.
    pub published: Vec<Field>,
    /// Date of the last change, as written.
    pub updated: Vec<Field>,
    /// Date on which somebody saved, crawled or indexed it, as written.
    pub seen: Vec<Field>,
    /// Address.
    pub url: Vec<Field>,
    /// Language code.
    pub language: Vec<Field>,
    /// The publisher's own identifier of the article.
    pub identifier: Vec<Field>,
    /// `true` or `false`: whether the text is behind a paywall.
    pub paywalled: Vec<Field>,
    /// Number of comments.
    pub comments: Vec<Field>,
}

impl Fields {
    /// Appends what another reader of the same document found.
    pub(super) fn fill_from(&mut self, other: Fields) {
        self.title.extend(other.title);
        self.standfirst.extend(other.standfirst);
        self.source.extend(other.source);
        self.host.extend(other.host);
        self.author.extend(other.author);
        self.published.extend(other.published);
        self.updated.extend(other.updated);
        self.seen.extend(other.seen);
        self.url.extend(other.url);
        self.language.extend(other.language);
        self.identifier.extend(other.identifier);
        self.paywalled.extend(other.paywalled);
        self.comments.extend(other.comments);
    }
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawDocument {
    /// Where it was read.
    pub place: Place,
    /// What the bytes were.
    pub format: SourceFormat,
    /// Decoded and sanitised text; never changed afterwards.
    pub text: String,
    /// The text as it came, where what was read wrongly in it was mended.
    pub original: Option<String>,
    /// What the format states.
    pub fields: Fields,
    /// What the format suggests, in order.
    pub hints: Vec<Hint>,
    /// The format has neither elements nor classes: that a block is the article is a guess.
    pub guessed: bool,
    /// What went wrong so far.
    pub notices: Vec<Notice>,
    /// What an agency says of it beside.
    pub wire: Vec<WireFact>,
    /// Whether the agency lets it be used.
    pub standing: Standing,
    /// Where its record stands in the bytes read, for formats whose records
    /// can be read one by one.
    pub extent: Option<Extent>,
}

/// A stretch of the bytes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its first byte.
    pub start: u64,
    /// How many bytes.
    pub len: u64,
}

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ingested {
    /// The documents, in the order of the file.
    pub documents: Vec<RawDocument>,
    /// Problems of the file itself.
    pub notices: Vec<Notice>,
}

/// How files are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Longest text of one document in bytes; what is beyond is cut off and
    /// said.
    pub document_bytes: usize,
    /// Longest file or record that must be held in memory as a whole.
    pub container_bytes: usize,
    /// Which fields of JSON, CSV and front matter are which.
    pub mapping: Mapping,
}

impl Default for Options {
    fn default() -> Self {
        Self { document_bytes: 8 << 20, container_bytes: 64 << 20, mapping: Mapping::default() }
    }
}

/// One thing that reading gave.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A document.
    Document(Box<RawDocument>),
    /// A problem of the file itself.
    Notice(Notice),
}

/// Takes what reading gives, as it comes; [`ControlFlow::Break`] stops.
pub type Sink<'s> = dyn FnMut(Item) -> ControlFlow<()> + 's;

/// The notice for bytes that stop with an error.
pub(super) fn unreadable(place: &Place, error: &std::io::Error) -> Notice {
    Notice::error(place.to_string(), msg::ingest_stopped(reason(error)))
}
