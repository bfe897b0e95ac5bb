//! A file, or a member of a container, that is one document.

use super::format::{FileHead, Single};
use super::raw::{Ingested, Options, RawDocument};
use super::{encoding, html, markdown, plain};
use crate::corpus::Place;
use crate::notice::{Notice, Severity};
use crate::words::msg;

/// A page or text inside a container, told by its own bytes.
pub(super) fn one_document(place: &Place, bytes: &[u8], options: &Options) -> Ingested {
    if encoding::is_binary(bytes) {
        let notice = Notice::error(place.to_string(), msg::INGEST_BINARY);
        return Ingested { notices: vec![notice], ..Ingested::default() };
    }
    let head = FileHead::new(place, bytes);
    let format = [&html::PAGE, &markdown::TEXT].into_iter().find(|f| (f.recognise)(&head)).unwrap_or(&plain::TEXT);
    Ingested { documents: vec![document(place, format, bytes, options)], notices: Vec::new() }
}

/// A file that is one document.
pub(super) fn document(place: &Place, format: &Single, bytes: &[u8], options: &Options) -> RawDocument {
    let (bytes, cut) = plain::capped(bytes, options.document_bytes);
    let declared = if format.declares { encoding::declared(bytes) } else { None };
    let decoded = encoding::decode(bytes, declared);
    let mut raw = (format.read)(decoded.text, options);
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
