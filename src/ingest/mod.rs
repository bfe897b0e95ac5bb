//! Bytes of any known format become raw documents: a decoded, sanitised text,
//! the fields that the format states, and hints about its blocks.
//!
//! Knows formats; has never heard of newsletters or bylines.

pub mod encoding;
pub mod sniff;

mod assemble;
mod html;
mod json;
mod lines;
mod mapping;
mod plain;

pub use mapping::{Mapping, Role};

use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use encoding::{Shape, Transcoder};
use sniff::Sniffed;
use std::io::{BufRead, Read};
use std::ops::ControlFlow;

/// Bytes looked at before the format is decided.
const HEAD: u64 = 64 * 1024;

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
    /// `true` or `false`: whether the text is behind a paywall.
    pub paywalled: Vec<Field>,
    /// Number of comments.
    pub comments: Vec<Field>,
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

/// How files are read.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A document.
    Document(Box<RawDocument>),
    /// A problem of the file itself.
    Notice(Notice),
}

/// Takes what reading gives, as it comes; [`ControlFlow::Break`] stops.
pub type Sink<'s> = dyn FnMut(Item) -> ControlFlow<()> + 's;

/// Reads the bytes of one file with the default options.
pub fn read(place: &Place, bytes: &[u8]) -> Ingested {
    read_with(place, bytes, &Options::default())
}

/// Reads the bytes of one file.
pub fn read_with(place: &Place, bytes: &[u8], options: &Options) -> Ingested {
    let mut ingested = Ingested::default();
    let mut reader = bytes;
    let _ = stream(place, &mut reader, options, &mut |item| {
        match item {
            Item::Document(d) => ingested.documents.push(*d),
            Item::Notice(n) => ingested.notices.push(n),
        }
        ControlFlow::Continue(())
    });
    ingested
}

/// Reads one file of any size: what holds many records is never in memory as
/// a whole.
pub fn stream(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut head = Vec::new();
    if let Err(e) = reader.take(HEAD).read_to_end(&mut head) {
        return sink(Item::Notice(unreadable(place, &e)));
    }
    if head.is_empty() {
        return sink(Item::Notice(Notice::info(place.to_string(), "is empty; nothing was read.")));
    }
    let shape = encoding::shape(&head);
    let sniffed = match shape {
        // The look at the bytes needs single bytes for ASCII.
        Shape::Utf16 { .. } | Shape::Utf32 { .. } => sniff::sniff(place, encoding::decode(&head, None).text.as_bytes()),
        _ => sniff::sniff(place, &head),
    };
    let format = match sniffed {
        Sniffed::Foreign(what) => {
            let sentence = format!("is {what}, not a text; it was skipped.");
            return sink(Item::Notice(Notice::warning(place.to_string(), sentence)));
        }
        Sniffed::Mailbox => SourceFormat::Mail,
        Sniffed::Format(format) => format,
    };
    let binary_format = matches!(format, SourceFormat::Warc | SourceFormat::Epub | SourceFormat::Mail);
    if !binary_format && encoding::is_binary(&head) {
        let sentence = "is binary, not a text; it was skipped.";
        return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
    }
    let utf16 = match shape {
        Shape::Utf16 { encoding, .. } => Some(encoding),
        _ => None,
    };
    let whole = (&head[..]).chain(reader);
    match format {
        SourceFormat::JsonLines | SourceFormat::Json if utf16.is_some() => {
            let mut reader = Transcoder::new(whole, utf16.unwrap_or(encoding_rs::UTF_8));
            json_file(place, format, &mut reader, options, sink)
        }
        SourceFormat::JsonLines | SourceFormat::Json => {
            json_file(place, format, &mut std::io::BufReader::new(whole), options, sink)
        }
        _ => {
            let mut bytes = Vec::new();
            let cap = options.document_bytes as u64;
            if let Err(e) = whole.take(cap + 4).read_to_end(&mut bytes) {
                sink(Item::Notice(unreadable(place, &e)))?;
            }
            document(place, format, &bytes, options, sink)
        }
    }
}

fn json_file(
    place: &Place,
    format: SourceFormat,
    reader: &mut dyn BufRead,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    if format == SourceFormat::Json {
        json::whole(place, reader, options, sink)
    } else {
        json::lines(place, reader, options, sink)
    }
}

/// A file that is one document.
fn document(
    place: &Place,
    format: SourceFormat,
    bytes: &[u8],
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    let (bytes, cut) = plain::capped(bytes, options.document_bytes);
    let declared = if format == SourceFormat::Html { encoding::declared(bytes) } else { None };
    let decoded = encoding::decode(bytes, declared);
    let mut raw = match format {
        SourceFormat::Html => html::read(&decoded.text),
        _ => plain::read(decoded.text),
    };
    raw.format = format;
    raw.place = place.clone();
    let notices = decoded.said.into_iter().map(|s| {
        let severity = if decoded.doubtful { crate::notice::Severity::Warning } else { crate::notice::Severity::Info };
        Notice::new(severity, place.to_string(), s)
    });
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    raw.notices.splice(0..0, notices);
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(place, limit));
    }
    sink(Item::Document(Box::new(raw)))
}

/// The notice for bytes that stop with an error.
fn unreadable(place: &Place, error: &std::io::Error) -> Notice {
    let reason = crate::text::sanitise::one_line(&error.to_string());
    Notice::error(place.to_string(), format!("could not be read to its end: {reason}."))
}
