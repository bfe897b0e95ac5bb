//! Documents of an office in a package (zip): texts (DOCX, ODT), presentations (PPTX, ODP)
//! and tables (XLSX, ODS). What a package holds is told by the content types that it
//! states, never by the order of its entries.
//!
//! Every part has a limit before it is unpacked. OpenDocument in one file is read like the parts of
//! a package.

pub(super) mod flat;
mod package;
mod sheet;
pub(super) mod sheet_markup;
mod sheet_ooxml;
mod sheet_open;
mod slides;
pub(super) mod text;
pub(super) mod word;

use super::format::{FileFormat, ReadAs};
use super::raw::{Item, Options, Sink};
use super::records;
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use package::{Kind, Package};
use std::ops::ControlFlow;

/// Packages as a format of files. Archives were opened before they came here.
pub(super) const FORMAT: FileFormat = FileFormat {
    source: SourceFormat::Office,
    recognise: |head| head.bytes.starts_with(b"PK\x03\x04"),
    read: ReadAs::Bytes(read),
};

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let limit = options.container_bytes;
    let refuse = |said| Item::Notice(Notice::error(place.to_string(), said));
    let mut package = match Package::open(bytes, limit) {
        Ok(package) => package,
        Err(reason) => return sink(refuse(msg::ingest_package_broken(reason))),
    };
    let said = match package.kind() {
        Kind::Text { part, open } => {
            let part = package.part(&part).map(|p| {
                let lines = if open { text::open_document(&p.text, limit) } else { text::ooxml(&p.text, limit) };
                (lines, p.cut)
            });
            match part {
                Ok((text, cut)) => return paragraphs(place, &text, cut, options, sink),
                Err(reason) => msg::ingest_package_broken(reason),
            }
        }
        Kind::Table { part, open } => {
            let sheets = if open { sheet_open::sheets } else { sheet_ooxml::sheets };
            match sheets(&mut package, &part) {
                Ok(sheets) => return sheet::hand_over(place, sheets, options, sink),
                Err(reason) => msg::ingest_package_broken(reason),
            }
        }
        Kind::Presentation { part, open } => {
            let slides = match open {
                true => package.part(&part).map(|p| (slides::open_document(&p.text, limit), p.cut)),
                false => slides::ooxml(&mut package, &part, limit).map(|slides| (slides, false)),
            };
            match slides {
                Ok((slides, cut)) => return paragraphs(place, &slides, cut, options, sink),
                Err(reason) => msg::ingest_package_broken(reason),
            }
        }
        Kind::Apple => {
            let notice = Notice::warning(place.to_string(), msg::ingest_foreign(msg::INGEST_KIND_APPLE));
            return sink(Item::Notice(notice.with_hint(msg::INGEST_SAVE_AS_TEXT)));
        }
        Kind::Other => msg::ingest_foreign(msg::INGEST_KIND_ZIP),
    };
    sink(refuse(said))
}

/// Hands over paragraphs, and says where they break off.
fn paragraphs(
    place: &Place,
    text: &text::Paragraphs,
    cut: bool,
    options: &Options,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    if cut || text.cut {
        sink(Item::Notice(Notice::warning(place.to_string(), msg::INGEST_PART_CUT)))?;
    }
    records::of_paragraphs(place, &text.lines, options, sink)
}
