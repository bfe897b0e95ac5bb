//! Files that hold nothing but an address: links that browsers and desktops save
//! (`.url`, `.webloc`, `.desktop`). The page is not in them, so none is claimed.

use super::format::{FileFormat, FileHead, ReadAs};
use super::raw::{Item, Options, Sink};
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use std::ops::ControlFlow;

/// Saved links as a format of files; they give no document.
pub(super) const FORMAT: FileFormat =
    FileFormat { source: SourceFormat::Plain, recognise: is_link, read: ReadAs::Bytes(read) };

/// Largest file that is one.
const LARGEST: usize = 16 * 1024;
/// Longest address that is told.
const ADDRESS: usize = 500;

/// True for a property list of the Mac under the name that links have.
pub(super) fn is_property_list(head: &FileHead<'_>) -> bool {
    head.is_named(&["webloc"])
}

fn is_link(head: &FileHead<'_>) -> bool {
    let has = |sign: &[u8]| memchr::memmem::find(head.bytes, sign).is_some();
    let listed = is_property_list(head) || head.has_root(&["plist"]) && has(b"<key>URL</key>");
    let section = has(b"[InternetShortcut]") || has(b"[Desktop Entry]") && has(b"Type=Link");
    head.bytes.len() <= LARGEST && (listed || section && head.is_named(&["url", "desktop", "website"]))
}

/// The first address of the web in a file.
fn address(bytes: &[u8]) -> Option<String> {
    let from = memchr::memmem::find_iter(bytes, b"http").find(|&at| {
        let rest = &bytes[at..];
        let scheme = rest.starts_with(b"http://") || rest.starts_with(b"https://");
        // A property list names where its own form is defined.
        scheme && memchr::memmem::find(&rest[..rest.len().min(24)], b"www.apple.com/").is_none()
    })?;
    let ends = |b: &u8| !b.is_ascii_graphic() || matches!(b, b'<' | b'"');
    let rest = &bytes[from..];
    let end = rest.iter().position(ends).unwrap_or(rest.len()).min(ADDRESS);
    Some(String::from_utf8_lossy(&rest[..end]).replace("&amp;", "&"))
}

fn read(place: &Place, bytes: &[u8], _: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let said = match address(bytes) {
        Some(address) => Notice::warning(place.to_string(), msg::ingest_link(address)),
        None => Notice::warning(place.to_string(), msg::INGEST_NO_TEXT),
    };
    sink(Item::Notice(said.with_hint(msg::INGEST_LINK_SAVE)))
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn a_saved_link_is_no_article_and_tells_where_it_leads() {
        let list = "<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict><key>URL</key><string>https://quai.example/pont?a=1&amp;b=2</string></dict></plist>";
        let binary = b"bplist00\xd1\x01\x02SURL_\x10\x1bhttps://quai.example/pont?a=1&b=2\x08\x0b\x0f";
        let windows = "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=https://quai.example/pont?a=1&b=2\r\n";
        for (name, bytes) in
            [("a.webloc", list.as_bytes()), ("b.webloc", binary.as_slice()), ("c.url", windows.as_bytes())]
        {
            let got = read(&Place::file(name), bytes);
            assert!(got.documents.is_empty(), "{name}");
            assert!(got.notices[0].to_string().contains("https://quai.example/pont?a=1&b=2,"), "{:?}", got.notices);
        }
    }
}
