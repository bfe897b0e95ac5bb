//! A file, or a member of a container, that is one document.

use super::format::{FileHead, Single};
use super::raw::{Ingested, Options, RawDocument};
use super::{encoding, html, markdown, plain, quoted};
use crate::corpus::Place;
use crate::notice::{Notice, Severity};
use crate::text::sanitise::sanitise;
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
    let travelled = quoted::decoded(bytes);
    let came = travelled.as_ref().map(|_| sanitise(encoding::decode(bytes, None).text).0);
    let bytes = travelled.as_deref().unwrap_or(bytes);
    let declared = if format.declares { encoding::declared(bytes) } else { None };
    let decoded = encoding::decode(bytes, declared);
    let mut raw = (format.read)(decoded.text, options);
    if came.is_some() {
        raw.original = came;
        raw.notices.push(Notice::warning("", msg::INGEST_QUOTED));
    }
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
