//! Pages that Safari saved (`.webarchive`): a property list whose main resource is the page. The
//! styles, pictures and frames beside it are none of it.
//!
//! Of a property list only what is asked for is read; nothing that it says of sizes is believed.

use super::format::{FileFormat, FileHead, ReadAs};
use super::raw::{Field, Fields, Item, Options, RawDocument, Sink};
use super::tidy::tidy_address;
use super::xml::{Element, Tree};
use super::{encoding, html, plain};
use crate::corpus::{Place, SourceFormat};
use crate::notice::{Notice, Severity};
use crate::words::msg;
use base64::Engine;
use encoding_rs::Encoding;
use std::ops::ControlFlow;

/// Such pages as a format of files.
pub(super) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::Html, recognise: is_archive, read: ReadAs::Bytes(read) };

/// How a property list in its binary form begins.
const BINARY: &[u8] = b"bplist00";
/// The key under which the page stands.
const MAIN: &str = "WebMainResource";

/// True for a property list that holds a page.
pub(super) fn is_archive(head: &FileHead<'_>) -> bool {
    let list = head.bytes.starts_with(BINARY) || head.has_root(&["plist"]);
    list && (head.is_named(&["webarchive"]) || memchr::memmem::find(head.bytes, MAIN.as_bytes()).is_some())
}

/// The page of an archive.
struct MainResource {
    bytes: Vec<u8>,
    encoding: Option<String>,
    address: Option<String>,
}

fn read(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let page = if bytes.starts_with(BINARY) { of_binary(bytes) } else { of_xml(bytes) };
    let Some(page) = page.filter(|page| !page.bytes.is_empty()) else {
        let notice = Notice::warning(place.to_string(), msg::ingest_foreign(msg::INGEST_KIND_WEBARCHIVE));
        return sink(Item::Notice(notice.with_hint(msg::INGEST_SAVE_AS_TEXT)));
    };
    let (text, cut) = plain::capped(&page.bytes, options.document_bytes);
    let declared = page.encoding.and_then(|label| Encoding::for_label(label.as_bytes()));
    let decoded = encoding::decode(text, declared.or_else(|| encoding::declared(text)));
    let address = page.address.map(|address| tidy_address(&address)).filter(|a| a.starts_with("http"));
    let url = address.into_iter().map(|value| Field { value, rule: "html.saved" }).collect();
    let raw = html::read_knowing(&decoded.text, &Fields { url, ..Fields::default() });
    let mut raw = RawDocument { place: place.clone(), ..raw };
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    let severity = if decoded.doubtful { Severity::Warning } else { Severity::Info };
    raw.notices.extend(decoded.said.into_iter().map(|s| Notice::new(severity, place.to_string(), s)));
    raw.notices.extend(cut.map(|limit| plain::cut_notice(place, limit)));
    sink(Item::Document(Box::new(raw)))
}

fn of_binary(bytes: &[u8]) -> Option<MainResource> {
    let list = PropertyList::open(bytes)?;
    let main = list.value(list.top, MAIN)?;
    let text = |key: &str| list.value(main, key).and_then(|n| list.text(n));
    let bytes = list.value(main, "WebResourceData").and_then(|n| list.data(n))?.to_vec();
    Some(MainResource { bytes, encoding: text("WebResourceTextEncodingName"), address: text("WebResourceURL") })
}

fn of_xml(bytes: &[u8]) -> Option<MainResource> {
    let text = encoding::decode(bytes, encoding::declared(bytes)).text;
    let tree = Tree::parse(&text);
    let main = beside_key(tree.root()?.child("dict")?, MAIN)?;
    let text = |key: &str| beside_key(main, key).map(Element::text);
    let packed: String = text("WebResourceData")?.split_whitespace().collect();
    let bytes = base64::engine::general_purpose::STANDARD.decode(packed).ok()?;
    Some(MainResource { bytes, encoding: text("WebResourceTextEncodingName"), address: text("WebResourceURL") })
}

/// The value that stands behind a key.
fn beside_key<'t>(dict: Element<'t>, key: &str) -> Option<Element<'t>> {
    let mut children = dict.children().skip_while(|child| !(child.is("key") && child.text() == key));
    children.next().and_then(|_| children.next())
}

/// A property list in its binary form: objects that refer to each other by their numbers.
struct PropertyList<'b> {
    bytes: &'b [u8],
    /// Where each object begins, so many bytes each.
    offsets: &'b [u8],
    offset_bytes: usize,
    /// Bytes of the number of an object.
    number_bytes: usize,
    /// The number of the outermost object.
    top: usize,
}

/// An object: its kind, how long it says that it is, and where its contents begin.
struct ListObject {
    kind: u8,
    len: usize,
    start: usize,
}

/// Bytes at the end that say where what stands.
const TRAILER: usize = 32;
/// Keys of one object among which one is looked for.
const KEYS: usize = 64;

/// A number as the list writes it, the highest byte first.
fn number(bytes: &[u8]) -> Option<usize> {
    let whole = (1..=8).contains(&bytes.len()).then(|| bytes.iter().fold(0_u64, |n, b| n << 8 | u64::from(*b)));
    usize::try_from(whole?).ok()
}

impl<'b> PropertyList<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let trailer = bytes.get(bytes.len().checked_sub(TRAILER)?..)?;
        let (offset_bytes, number_bytes) = (usize::from(trailer[6]), usize::from(trailer[7]));
        let table = number(&trailer[24..32])?;
        let size = number(&trailer[8..16])?.checked_mul(offset_bytes)?;
        let offsets = bytes.get(table..table.checked_add(size)?)?;
        Some(Self { bytes, offsets, offset_bytes, number_bytes, top: number(&trailer[16..24])? })
    }

    /// So many bytes from a place.
    fn at(&self, start: usize, len: usize) -> Option<&'b [u8]> {
        self.bytes.get(start..start.checked_add(len)?)
    }

    fn object(&self, n: usize) -> Option<ListObject> {
        let from = n.checked_mul(self.offset_bytes)?;
        let at = number(self.offsets.get(from..from.checked_add(self.offset_bytes)?)?)?;
        let mark = *self.bytes.get(at)?;
        let (kind, len) = (mark >> 4, usize::from(mark & 15));
        if len < 15 {
            return Some(ListObject { kind, len, start: at + 1 });
        }
        // A longer one says how long in a number of its own.
        let bytes = 1_usize << (self.bytes.get(at + 1)? & 15).min(4);
        Some(ListObject { kind, len: number(self.at(at + 2, bytes)?)?, start: at + 2 + bytes })
    }

    /// The object under a key of another.
    fn value(&self, dict: usize, key: &str) -> Option<usize> {
        let dict = self.object(dict).filter(|object| object.kind == 0xd)?;
        let reference = |i: usize| {
            let from = i.checked_mul(self.number_bytes)?.checked_add(dict.start)?;
            number(self.at(from, self.number_bytes)?)
        };
        let found =
            (0..dict.len.min(KEYS)).find(|i| reference(*i).and_then(|n| self.text(n)).as_deref() == Some(key))?;
        reference(dict.len.checked_add(found)?)
    }

    fn data(&self, n: usize) -> Option<&'b [u8]> {
        let object = self.object(n).filter(|object| object.kind == 4)?;
        self.at(object.start, object.len)
    }

    fn text(&self, n: usize) -> Option<String> {
        let object = self.object(n)?;
        match object.kind {
            5 => Some(String::from_utf8_lossy(self.at(object.start, object.len)?).into_owned()),
            6 => {
                let units = self.at(object.start, object.len.checked_mul(2)?)?.chunks_exact(2);
                let units: Vec<u16> = units.map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
                Some(String::from_utf16_lossy(&units))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read;

    const PAGE: &str = "<html><head><title>Le bac repart</title></head><body><article><h1>Le bac repart</h1>\
        <p>Le bac d'Orlach a repris lundi ses traversées, après sept semaines de pause.</p></article></body></html>";

    /// A list of four objects with their keys, its numbers two bytes long.
    fn binary(page: &[u8]) -> Vec<u8> {
        let string = |s: &str| {
            let mut out = vec![0x5f, 0x10, s.len() as u8];
            out.extend(s.bytes());
            out
        };
        let data = {
            let mut out = vec![0x4f, 0x11];
            out.extend((page.len() as u16).to_be_bytes());
            out.extend(page);
            out
        };
        let objects = [
            vec![0xd1, 0, 1, 0, 2],
            string(MAIN),
            vec![0xd3, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8],
            string("WebResourceData"),
            string("WebResourceURL"),
            string("WebResourceTextEncodingName"),
            data,
            string("https://fanal.example/bac"),
            string("iso-8859-1"),
        ];
        let mut out = BINARY.to_vec();
        let mut offsets = Vec::new();
        for object in &objects {
            offsets.extend((out.len() as u16).to_be_bytes());
            out.extend(object);
        }
        let table = out.len() as u64;
        out.extend(offsets);
        out.extend([0, 0, 0, 0, 0, 0, 2, 2]);
        for n in [objects.len() as u64, 0, table] {
            out.extend(n.to_be_bytes());
        }
        out
    }

    #[test]
    fn the_page_of_an_archive_is_the_article_in_both_forms() {
        let latin: Vec<u8> = PAGE.chars().map(|c| c as u8).collect();
        let packed = base64::engine::general_purpose::STANDARD.encode(&latin);
        let xml = format!(
            "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>WebMainResource</key><dict><key>WebResourceData</key>\
             <data>{packed}</data><key>WebResourceTextEncodingName</key><string>iso-8859-1</string><key>WebResourceURL</key>\
             <string>https://fanal.example/bac</string></dict></dict></plist>"
        );
        for bytes in [binary(&latin), xml.into_bytes()] {
            let got = read(&Place::file("a.webarchive"), &bytes);
            let raw = &got.documents[0];
            assert!(raw.text.contains("ses traversées"), "{}", raw.text);
            assert_eq!((raw.fields.title[0].value.as_str(), raw.format), ("Le bac repart", SourceFormat::Html));
            assert_eq!(raw.fields.url[0].value, "https://fanal.example/bac");
        }
    }

    #[test]
    fn a_list_that_breaks_off_or_lies_is_said() {
        let whole = binary(PAGE.as_bytes());
        for at in BINARY.len()..whole.len() {
            let got = read(&Place::file("a.webarchive"), &whole[..at]);
            assert!(got.documents.is_empty() && !got.notices.is_empty(), "{at}");
            let mut lying = whole.clone();
            lying[at] = 0xff;
            read(&Place::file("a.webarchive"), &lying);
        }
    }
}
