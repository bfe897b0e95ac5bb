//! Bytes of any known format become raw documents: a decoded, sanitised text,
//! the fields that the format states, and hints about its blocks.
//!
//! Knows formats; has never heard of newsletters or bylines.

pub mod encoding;

mod alike;
mod assemble;
mod columns;
mod csv;
mod desk_lines;
mod desk_words;
mod epub;
mod feed;
mod format;
pub(crate) mod html;
mod json;
mod lines;
mod link;
mod listing;
mod mail;
mod mapping;
mod markdown;
mod mojibake;
mod named_characters;
mod numbered_links;
mod office;
mod other_xml;
mod page_words;
mod pdf;
mod people;
mod plain;
mod quoted;
mod raw;
mod records;
mod rtf;
mod said;
mod single;
mod sniff;
mod stating;
mod strung;
mod subtitles;
mod tidy;
mod typed;
mod warc;
mod webarchive;
mod wire;
mod word_table;
mod xml;
mod xml_events;
mod zotero;

pub use alike::Alike;
pub(crate) use desk_lines::is_desk_signature;
pub(crate) use desk_words::{DeskWord, is_desk_word};
pub use epub::is_epub;
pub use json::NAMES_OF_LINES;
pub(crate) use listing::OF_ITEM;
pub use listing::{ItemClaims, ListKind, ListedArticle, Listing, listing};
pub(crate) use mail::FROM_LIST;
pub use mapping::{Mapping, Role};
pub(crate) use page_words::{PageWord, has_word_of_papers, is_clocks, is_of_a_change, page_words};
pub(crate) use people::{Author, authors, is_office, is_person, several_persons};

pub use raw::{Extent, Field, Fields, Hint, Ingested, Item, Options, RawDocument, Sink};

use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use encoding::{Shape, Transcoder};
use format::{FileFormat, ReadAs};
use raw::unreadable;
use sniff::Sniffed;
use std::io::{BufRead, Read};
use std::ops::ControlFlow;

/// Every format. The first that recognises the beginning of a file reads it, so
/// what is told by a signature stands above what is told by its looks.
static FORMATS: [FileFormat; 31] = [
    link::FORMAT,
    epub::FORMAT,
    webarchive::FORMAT,
    warc::FORMAT,
    rtf::FORMAT,
    office::FORMAT,
    office::flat::FORMAT,
    office::word::FORMAT,
    pdf::FORMAT,
    mail::MAILBOX,
    mail::MESSAGE,
    wire::NEWSML,
    wire::NITF,
    wire::IPTC7901,
    zotero::FORMAT,
    feed::FEED,
    feed::OPML,
    feed::sitemap::FORMAT,
    json::LINES,
    json::WHOLE,
    records::references::FORMAT,
    records::mods::FORMAT,
    records::bibtex::FORMAT,
    csv::FORMAT,
    office::sheet_markup::FORMAT,
    other_xml::FORMAT,
    subtitles::TEXT.format(),
    mail::passed_on::TEXT.or_several(records::of_text),
    html::PAGE.or_several(records::of_page),
    markdown::TEXT.or_several(records::of_markdown),
    plain::TEXT.or_several(records::of_text),
];

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
/// a whole. Of notices of one kind the first few are given and the rest is
/// counted.
pub fn stream(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut told = Alike::default();
    stream_among(place, reader, options, &mut told, sink)?;
    told.rest(place).try_for_each(|notice| sink(Item::Notice(notice)))
}

/// Reads like [`stream`] one of several that are packed in a file: `told` counts
/// the notices of all, and whoever opened the file says the rest.
pub fn stream_among(
    place: &Place,
    reader: &mut dyn BufRead,
    options: &Options,
    told: &mut Alike,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    recognised(place, reader, options, &mut |item| match item {
        Item::Notice(notice) => told.say(notice).map_or(ControlFlow::Continue(()), |n| sink(Item::Notice(n))),
        document => sink(document),
    })
}

/// Reads one file as the format that it is told to be.
fn recognised(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
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
        Shape::Utf16 { .. } | Shape::Utf32 { .. } => {
            sniff::sniff(&FORMATS, place, encoding::decode(&head, None).text.as_bytes())
        }
        _ => sniff::sniff(&FORMATS, place, &head),
    };
    let format = match sniffed {
        Sniffed::Foreign(what) => {
            return sink(Item::Notice(Notice::warning(place.to_string(), msg::ingest_foreign(what))));
        }
        Sniffed::Unread(what) => {
            let notice = Notice::warning(place.to_string(), msg::ingest_foreign(what));
            return sink(Item::Notice(notice.with_hint(msg::INGEST_SAVE_AS_TEXT)));
        }
        Sniffed::Format(format) => format,
    };
    if !format.holds_bytes() && encoding::is_binary(&head) {
        return sink(Item::Notice(Notice::error(place.to_string(), msg::INGEST_BINARY)));
    }
    let sink: &mut Sink<'_> = &mut |mut item| {
        if let Item::Document(raw) = &mut item
            && raw.format == SourceFormat::default()
        {
            raw.format = format.source;
        }
        if let Item::Document(raw) = &mut item {
            mojibake::mend(raw);
        }
        sink(item)
    };
    let mut whole = (&head[..]).chain(reader);
    match format.read {
        ReadAs::Records(read) => match shape {
            Shape::Utf16 { encoding, .. } => read(place, &mut Transcoder::new(whole, encoding), options, false, sink),
            _ => read(place, &mut whole, options, true, sink),
        },
        ReadAs::Packets(read) => read(place, &mut whole, options, sink),
        ReadAs::Text(read) | ReadAs::Bytes(read) => {
            let bytes = held(place, &mut whole, options.container_bytes, sink)?;
            if bytes.len() > options.container_bytes {
                let sentence = msg::ingest_too_large(options.container_bytes >> 20);
                return sink(Item::Notice(Notice::error(place.to_string(), sentence)));
            }
            read(place, &bytes, options, sink)
        }
        ReadAs::Document(single, several) => {
            let limit = if several.is_some() { options.container_bytes } else { options.document_bytes };
            let bytes = held(place, &mut whole, limit, sink)?;
            if let Some(done) = several.and_then(|read| read(place, &bytes, options, sink)) {
                return done;
            }
            sink(Item::Document(Box::new(single::document(place, single, &bytes, options))))
        }
    }
}

/// Reads one record again from the bytes of its [`Extent`].
pub fn record(place: &Place, bytes: &[u8], options: &Options) -> Option<RawDocument> {
    match json::line_again(place, bytes, options)? {
        Item::Document(raw) => {
            let format = if raw.format == SourceFormat::default() { json::LINES.source } else { raw.format };
            let mut raw = RawDocument { format, ..*raw };
            mojibake::mend(&mut raw);
            Some(raw)
        }
        Item::Notice(_) => None,
    }
}

/// The bytes of a file that is held in memory as a whole, some more than the
/// limit where there are, which shows that it was reached. What was read before
/// an error counts.
fn held(place: &Place, reader: &mut dyn BufRead, limit: usize, sink: &mut Sink<'_>) -> ControlFlow<(), Vec<u8>> {
    let mut bytes = Vec::new();
    if let Err(e) = reader.take(limit as u64 + 4).read_to_end(&mut bytes) {
        sink(Item::Notice(unreadable(place, &e)))?;
    }
    ControlFlow::Continue(bytes)
}
