//! Bytes of any known format become raw documents: a decoded, sanitised text,
//! the fields that the format states, and hints about its blocks.
//!
//! Knows formats; has never heard of newsletters or bylines.

pub mod encoding;
pub mod sniff;

mod assemble;
mod csv;
mod epub;
mod feed;
mod html;
mod json;
mod lines;
mod mail;
mod mapping;
mod markdown;
mod plain;
mod warc;

pub use mapping::{Mapping, Role};

use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::{Notice, Severity};
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
    let (format, mailbox) = match sniffed {
        Sniffed::Foreign(what) => {
            let sentence = format!("is {what}, not a text; it was skipped.");
            return sink(Item::Notice(Notice::warning(place.to_string(), sentence)));
        }
        Sniffed::Mailbox => (SourceFormat::Mail, true),
        Sniffed::Format(format) => (format, false),
    };
    let packed = matches!(format, SourceFormat::Warc | SourceFormat::Epub | SourceFormat::Mail);
    if !packed && encoding::is_binary(&head) {
        let sentence = "is binary, not a text; it was skipped.";
        return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
    }
    let mut whole = (&head[..]).chain(reader);
    let records: &mut dyn BufRead = match shape {
        Shape::Utf16 { encoding, .. } if is_record_format(format) => &mut Transcoder::new(whole, encoding),
        _ => &mut whole,
    };
    match format {
        SourceFormat::JsonLines => {
            let exact = !matches!(shape, Shape::Utf16 { .. });
            json::lines(place, records, options, exact, sink)
        }
        SourceFormat::Json => json::whole(place, records, options, sink),
        SourceFormat::Csv => csv::rows(place, records, options, sink),
        SourceFormat::Warc => warc::records(place, records, options, sink),
        SourceFormat::Mail if mailbox => mail::mailbox(place, records, options, sink),
        _ => held(place, format, records, options, sink),
    }
}

/// Reads one record again from the bytes of its [`Extent`].
pub fn record(place: &Place, bytes: &[u8], options: &Options) -> Option<RawDocument> {
    match json::line_again(place, bytes, options)? {
        Item::Document(raw) => Some(*raw),
        Item::Notice(_) => None,
    }
}

fn is_record_format(format: SourceFormat) -> bool {
    matches!(format, SourceFormat::JsonLines | SourceFormat::Json | SourceFormat::Csv)
}

/// Formats that are held in memory as a whole, up to a limit.
fn held(
    place: &Place,
    format: SourceFormat,
    reader: &mut dyn BufRead,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    let container = matches!(format, SourceFormat::Epub | SourceFormat::Feed | SourceFormat::Opml | SourceFormat::Mail);
    let limit = if container { options.container_bytes } else { options.document_bytes };
    let mut bytes = Vec::new();
    // Some bytes more than the limit show that it was reached.
    if let Err(e) = reader.take(limit as u64 + 4).read_to_end(&mut bytes) {
        sink(Item::Notice(unreadable(place, &e)))?;
        if bytes.is_empty() {
            return ControlFlow::Continue(());
        }
    }
    if container && bytes.len() > limit {
        let sentence =
            format!("is larger than the limit of {} MB for files of its kind; it was not read.", limit >> 20);
        return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
    }
    match format {
        SourceFormat::Epub => epub::chapters(place, &bytes, options, sink),
        SourceFormat::Feed => feed::entries(place, &bytes, options, sink),
        SourceFormat::Opml => feed::outline(place, &encoding::decode(&bytes, encoding::declared(&bytes)).text, sink),
        SourceFormat::Mail => sink(mail::message(place, &bytes, options)),
        _ => sink(Item::Document(Box::new(document(place, format, &bytes, options)))),
    }
}

/// A page or text inside a container, sniffed by its own bytes.
fn one_document(place: &Place, bytes: &[u8], options: &Options) -> Ingested {
    let format = match sniff::sniff(place, bytes) {
        Sniffed::Format(f @ (SourceFormat::Html | SourceFormat::Markdown)) => f,
        Sniffed::Format(SourceFormat::Feed | SourceFormat::Opml) => SourceFormat::Html,
        _ => SourceFormat::Plain,
    };
    if encoding::is_binary(bytes) {
        let notice = Notice::error(place.to_string(), "is binary, not a text; it was skipped.");
        return Ingested { notices: vec![notice], ..Ingested::default() };
    }
    Ingested { documents: vec![document(place, format, bytes, options)], notices: Vec::new() }
}

/// A file that is one document.
fn document(place: &Place, format: SourceFormat, bytes: &[u8], options: &Options) -> RawDocument {
    let (bytes, cut) = plain::capped(bytes, options.document_bytes);
    let declared = if format == SourceFormat::Html { encoding::declared(bytes) } else { None };
    let decoded = encoding::decode(bytes, declared);
    let mut raw = match format {
        SourceFormat::Html => html::read(&decoded.text),
        SourceFormat::Markdown => markdown::read(decoded.text, options),
        _ => plain::read(decoded.text),
    };
    raw.format = format;
    raw.place = place.clone();
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    let severity = if decoded.doubtful { Severity::Warning } else { Severity::Info };
    let notices = decoded.said.into_iter().map(|s| Notice::new(severity, place.to_string(), s));
    raw.notices.splice(0..0, notices);
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(place, limit));
    }
    raw
}

/// A number with its noun.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The notice for bytes that stop with an error.
fn unreadable(place: &Place, error: &std::io::Error) -> Notice {
    let reason = crate::text::sanitise::one_line(&error.to_string());
    Notice::error(place.to_string(), format!("could not be read to its end: {reason}."))
}
