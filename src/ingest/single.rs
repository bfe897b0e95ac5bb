//! A file, or a member of a container, that is one document.

use super::raw::{Ingested, Options, RawDocument};
use super::sniff::Sniffed;
use super::{encoding, html, markdown, plain, sniff};
use crate::corpus::{Place, SourceFormat};
use crate::notice::{Notice, Severity};
use crate::words::msg;

/// A page or text inside a container, sniffed by its own bytes.
pub(super) fn one_document(place: &Place, bytes: &[u8], options: &Options) -> Ingested {
    let format = match sniff::sniff(place, bytes) {
        Sniffed::Format(f @ (SourceFormat::Html | SourceFormat::Markdown)) => f,
        Sniffed::Format(SourceFormat::Feed | SourceFormat::Opml) => SourceFormat::Html,
        _ => SourceFormat::Plain,
    };
    if encoding::is_binary(bytes) {
        let notice = Notice::error(place.to_string(), msg::INGEST_BINARY);
        return Ingested { notices: vec![notice], ..Ingested::default() };
    }
    Ingested { documents: vec![document(place, format, bytes, options)], notices: Vec::new() }
}

/// A file that is one document.
pub(super) fn document(place: &Place, format: SourceFormat, bytes: &[u8], options: &Options) -> RawDocument {
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
