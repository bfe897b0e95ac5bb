//! A package: what it says that it holds, and its parts.

use crate::ingest::encoding;
use crate::ingest::xml_events as xml;
use crate::text::sanitise::one_line;
use crate::words::{Message, msg};
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What a package holds; `open` tells OpenDocument from Office Open XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text {
        part: String,
        open: bool,
    },
    Table {
        part: String,
        open: bool,
    },
    Presentation {
        part: String,
        open: bool,
    },
    /// A document of Pages, Numbers or Keynote.
    Apple,
    Other,
}

/// A package that was opened.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    left: usize,
}

/// A part, decoded.
pub(super) struct PackagePart {
    pub text: String,
    /// True when it is longer than may be unpacked.
    pub cut: bool,
}

/// Bytes unpacked from the list of content types.
const TYPES: usize = 4 << 20;

impl<'b> Package<'b> {
    /// Opens the package, of whose parts no more than `limit` bytes in all are unpacked.
    pub(super) fn open(bytes: &'b [u8], limit: usize) -> Result<Self, Message> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| said(&e))?;
        Ok(Self { archive, left: limit })
    }

    /// What it says that it holds.
    pub(super) fn kind(&mut self) -> Kind {
        if let Some(types) = self.small("[Content_Types].xml", TYPES) {
            return match of_types(&types) {
                Kind::Other => self.by_names(),
                kind => kind,
            };
        }
        if self.archive.index_for_name("Index/Document.iwa").is_some() {
            return Kind::Apple;
        }
        match self.small("mimetype", 200).as_deref().map(str::trim) {
            Some(t) if t.starts_with("application/vnd.oasis.opendocument.text") => {
                Kind::Text { part: "content.xml".to_owned(), open: true }
            }
            Some(t) if t.starts_with("application/vnd.oasis.opendocument.spreadsheet") => {
                Kind::Table { part: "content.xml".to_owned(), open: true }
            }
            Some(t) if t.starts_with("application/vnd.oasis.opendocument.presentation") => {
                Kind::Presentation { part: "content.xml".to_owned(), open: true }
            }
            _ => Kind::Other,
        }
    }

    /// What a package holds whose list of content types names no main part: the
    /// part that stands where every program puts it.
    fn by_names(&self) -> Kind {
        let part = |name: &str| self.archive.index_for_name(name).map(|_| format!("/{name}"));
        let below = |folder: &str| self.archive.file_names().any(|n| n.is_ok_and(|n| n.starts_with(folder)));
        if let Some(part) = part("word/document.xml") {
            Kind::Text { part, open: false }
        } else if below("xl/") {
            Kind::Table { part: "/xl/workbook.xml".to_owned(), open: false }
        } else if below("ppt/") {
            Kind::Presentation { part: "/ppt/presentation.xml".to_owned(), open: false }
        } else {
            Kind::Other
        }
    }

    /// The paths of the parts right inside a folder, in their order.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let inside =
            |name: &str| name.strip_prefix(folder).is_some_and(|rest| rest.ends_with(".xml") && !rest.contains('/'));
        let all = self.archive.file_names().filter_map(Result::ok).map(|name| name.to_string());
        let mut names: Vec<String> = all.filter(|name| inside(name)).collect();
        names.sort();
        names
    }

    /// A part that may be missing, of no more than `limit` bytes.
    pub(super) fn small(&mut self, path: &str, limit: usize) -> Option<String> {
        let kept = self.left;
        self.left = self.left.min(limit);
        let part = self.part(path).ok().filter(|p| !p.cut);
        self.left = kept;
        part.map(|p| p.text)
    }

    /// A part, decoded as it declares. What is longer than may still be unpacked is cut.
    pub(super) fn part(&mut self, path: &str) -> Result<PackagePart, Message> {
        let path = path.trim_start_matches('/');
        let file = self.archive.by_name(path).map_err(|e| said(&e))?;
        let mut bytes = Vec::new();
        // A part that breaks off gives what stands before.
        let broken = file.take(self.left as u64 + 1).read_to_end(&mut bytes).err();
        if let Some(e) = broken.filter(|_| bytes.is_empty()) {
            return Err(said(&e));
        }
        let cut = bytes.len() > self.left;
        bytes.truncate(self.left);
        self.left -= bytes.len();
        Ok(PackagePart { text: encoding::decode(&bytes, encoding::declared(&bytes)).text, cut })
    }
}

fn said(e: &dyn std::error::Error) -> Message {
    msg::verbatim(one_line(&e.to_string()))
}

/// The main part by the list of content types.
fn of_types(types: &str) -> Kind {
    let mut kind = Kind::Other;
    xml::walk(types, |event, _| {
        if let Event::Start(e) | Event::Empty(e) = event
            && e.local_name().as_ref() == "Override"
            && let (Some(part), Some(of)) = (xml::attribute(&e, "PartName"), xml::attribute(&e, "ContentType"))
        {
            let main = of.ends_with(".main+xml");
            if main && (of.contains("wordprocessingml") || of.contains("ms-word")) {
                kind = Kind::Text { part, open: false };
            } else if main && (of.contains("spreadsheetml") || of.contains("ms-excel")) {
                kind = Kind::Table { part, open: false };
            } else if main && (of.contains("presentationml") || of.contains("ms-powerpoint")) {
                kind = Kind::Presentation { part, open: false };
            }
        }
        kind == Kind::Other
    });
    kind
}
