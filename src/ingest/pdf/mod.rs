//! PDF: the text layer of its pages, in the order in which it is read.
//!
//! Objects are read by lopdf, whose panics end here; `page` follows the text on
//! a page, `layout` finds columns, lines and paragraphs. Everything that a file
//! can ask for is counted against a limit.

mod font;
mod layout;
mod page;

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
    let load = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
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
    Ok(text)
}

#[cfg(test)]
mod tests;
