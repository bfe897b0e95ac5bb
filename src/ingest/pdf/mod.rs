//! PDF: the text layer of its pages, in the order in which it is read.
//!
//! Objects are read by lopdf, whose panics end here; `page` follows the text on
//! a page, `layout` finds columns, lines and paragraphs. lopdf holds the objects
//! of a file in memory and unpacks all that are packed together as it opens the
//! file, so that what each may unpack to depends on how many there are; all
//! that is drawn is counted against a limit.

mod font;
mod layout;
mod page;
mod table;

use super::format::{FileFormat, ReadAs};
use super::raw::{Item, Options, Sink};
use super::records;
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::text::sanitise::one_line;
use crate::words::{Message, msg};
use lopdf::{Document, LoadOptions};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// PDF as a format of files.
pub(super) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Pdf,
    recognise: |head| head.bytes.starts_with(b"%PDF-"),
    read: ReadAs::Bytes(read),
};

/// Pages that are read.
const PAGES: usize = 5000;
/// Bytes that one stream may unpack to.
const STREAM: usize = 16 << 20;
/// Bytes that all objects packed together may unpack to.
const OBJECTS: usize = 1 << 30;

/// What a PDF gave.
struct PdfText {
    pages: Vec<page::Runs>,
    /// True when it has more than may be read.
    cut: bool,
    /// Pages that could not be read.
    broken: usize,
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = match catch_unwind(AssertUnwindSafe(|| pages(bytes, options))) {
        Ok(Ok(text)) => text,
        Ok(Err(sentence)) => return sink(Item::Notice(Notice::error(place.to_string(), sentence))),
        Err(_) => {
            return sink(Item::Notice(Notice::error(place.to_string(), msg::ingest_pdf_broken(msg::INGEST_PDF_FAULT))));
        }
    };
    let mut warn = |sentence| sink(Item::Notice(Notice::warning(place.to_string(), sentence)));
    if text.broken > 0 {
        warn(msg::ingest_pdf_pages(text.broken))?;
    }
    if text.cut {
        warn(msg::INGEST_PART_CUT.into())?;
    }
    let laid = layout::lay(&text.pages);
    if laid.lines.is_empty() {
        let notice = Notice::error(place.to_string(), msg::INGEST_PDF_SCAN);
        return sink(Item::Notice(notice.with_hint(msg::INGEST_PDF_RECOGNISE)));
    }
    if laid.running > 0 {
        sink(Item::Notice(Notice::info(place.to_string(), msg::ingest_pdf_running(laid.running))))?;
    }
    records::of_paragraphs(place, &laid.lines, options, sink)
}

fn pages(bytes: &[u8], options: &Options) -> Result<PdfText, Message> {
    let most = STREAM.min(OBJECTS / packed_objects(bytes).max(1));
    let load = LoadOptions { max_decompressed_size: Some(most), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, load)
        .map_err(|e| msg::ingest_pdf_broken(msg::verbatim(one_line(&e.to_string()))))?;
    if document.is_encrypted() {
        return Err(msg::INGEST_PDF_LOCKED.into());
    }
    let mut text = PdfText { pages: Vec::new(), cut: false, broken: 0 };
    let mut work = page::Work::new(options.document_bytes);
    let ids = document.get_pages();
    text.cut = ids.len() > PAGES;
    for &id in ids.values().take(PAGES) {
        let read = catch_unwind(AssertUnwindSafe(|| page::runs(&document, id, &mut work)));
        match read {
            Ok(Some(runs)) => text.pages.push(runs),
            _ => text.broken += 1,
        }
        if work.is_done() {
            text.cut = true;
            break;
        }
    }
    text.cut |= work.cut;
    Ok(text)
}

/// How many streams say that they hold objects; a name may be written with the
/// numbers of its letters.
fn packed_objects(bytes: &[u8]) -> usize {
    const NAME: &[u8] = b"ObjStm";
    let is_named = |at: &usize| {
        let mut rest = &bytes[at + 1..];
        NAME.iter().all(|&letter| match rest {
            [b'#', high, low, after @ ..] => {
                let digit = |b: u8| char::from(b).to_digit(16);
                rest = after;
                digit(*high).zip(digit(*low)).is_some_and(|(h, l)| h * 16 + l == u32::from(letter))
            }
            [first, after @ ..] => {
                rest = after;
                *first == letter
            }
            [] => false,
        })
    };
    memchr::memchr_iter(b'/', bytes).filter(is_named).count()
}

#[cfg(test)]
mod tests;
