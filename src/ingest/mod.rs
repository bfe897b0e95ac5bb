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
mod raw;
mod single;
mod tidy;
mod warc;

pub use mapping::{Mapping, Role};
pub use raw::{Extent, Field, Fields, Hint, Ingested, Item, Options, RawDocument, Sink};

use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use encoding::{Shape, Transcoder};
use raw::unreadable;
use sniff::Sniffed;
use std::io::{BufRead, Read};
use std::ops::ControlFlow;

/// Bytes looked at before the format is decided.
const HEAD: u64 = 64 * 1024;

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
        return sink(Item::Notice(Notice::info(place.to_string(), msg::INGEST_EMPTY)));
    }
    let shape = encoding::shape(&head);
    let sniffed = match shape {
        // The look at the bytes needs single bytes for ASCII.
        Shape::Utf16 { .. } | Shape::Utf32 { .. } => sniff::sniff(place, encoding::decode(&head, None).text.as_bytes()),
        _ => sniff::sniff(place, &head),
    };
    let (format, mailbox) = match sniffed {
        Sniffed::Foreign(what) => {
            return sink(Item::Notice(Notice::warning(place.to_string(), msg::ingest_foreign(what))));
        }
        Sniffed::Mailbox => (SourceFormat::Mail, true),
        Sniffed::Format(format) => (format, false),
    };
    let packed = matches!(format, SourceFormat::Warc | SourceFormat::Epub | SourceFormat::Mail);
    if !packed && encoding::is_binary(&head) {
        return sink(Item::Notice(Notice::error(place.to_string(), msg::INGEST_BINARY)));
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
        let sentence = msg::ingest_too_large(limit >> 20);
        return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
    }
    match format {
        SourceFormat::Epub => epub::chapters(place, &bytes, options, sink),
        SourceFormat::Feed => feed::entries(place, &bytes, options, sink),
        SourceFormat::Opml => feed::outline(place, &encoding::decode(&bytes, encoding::declared(&bytes)).text, sink),
        SourceFormat::Mail => sink(mail::message(place, &bytes, options)),
        _ => sink(Item::Document(Box::new(single::document(place, format, &bytes, options)))),
    }
}
