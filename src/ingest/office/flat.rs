//! OpenDocument in one file of XML, without a package (FODT, FODS, FODP).

use super::{paragraphs, sheet, sheet_open, slides, text};
use crate::corpus::{Place, SourceFormat};
use crate::ingest::format::{FileFormat, FileHead, ReadAs};
use crate::ingest::raw::{Options, Sink};
use crate::ingest::{encoding, said};
use std::ops::ControlFlow;

/// Such documents as a format of files.
pub(in crate::ingest) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::Office, recognise: is_flat, read: ReadAs::Text(read) };

/// The element that is the whole document.
const ROOT: &str = "office:document";

fn is_flat(head: &FileHead<'_>) -> bool {
    head.has_root(&[ROOT])
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let xml = said::decoded(place, bytes, encoding::declared(bytes), sink)?;
    let limit = options.container_bytes;
    // What it is stands in an attribute of the root.
    let head = xml.find(ROOT).and_then(|at| xml[at..].split('>').next()).unwrap_or_default();
    let is = |kind: &str| head.contains(&format!("opendocument.{kind}"));
    if is("spreadsheet") {
        return sheet::hand_over(place, sheet_open::sheets_of(&xml), options, sink);
    }
    let read = if is("presentation") { slides::open_document(&xml, limit) } else { text::open_document(&xml, limit) };
    paragraphs(place, &read, false, options, sink)
}
