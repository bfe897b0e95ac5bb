//! What was done to read a file, said in notices: how its bytes were decoded,
//! and what was forgiven in its XML.

use super::encoding;
use super::raw::{Item, Sink};
use super::xml::Tree;
use crate::corpus::Place;
use crate::notice::{Notice, Severity};
use crate::words::msg;
use encoding_rs::Encoding;
use std::ops::ControlFlow;

/// The text of a file; what was done to decode it is said, louder where it was
/// guessed.
pub(super) fn decoded(
    place: &Place,
    bytes: &[u8],
    declared: Option<&'static Encoding>,
    sink: &mut Sink<'_>,
) -> ControlFlow<(), String> {
    let decoded = encoding::decode(bytes, declared);
    let severity = if decoded.doubtful { Severity::Warning } else { Severity::Info };
    for said in decoded.said {
        sink(Item::Notice(Notice::new(severity, place.to_string(), said)))?;
    }
    ControlFlow::Continue(decoded.text)
}

/// Says what was forgiven in a document of XML, and what was not read of it.
pub(super) fn forgiven(place: &Place, tree: &Tree, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let sentence = match () {
        () if tree.full => msg::ingest_xml_full(tree.len()),
        () if tree.cut => msg::INGEST_XML_CUT.into(),
        () if tree.faults > 0 => msg::ingest_xml_mended(tree.faults),
        () => return ControlFlow::Continue(()),
    };
    sink(Item::Notice(Notice::warning(place.to_string(), sentence)))
}
