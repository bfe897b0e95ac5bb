//! Which format a file has, told by its first bytes; the file's name only
//! decides what the bytes leave open.
//!
//! Knows signatures; reads nothing and decodes nothing.

use crate::corpus::{Place, SourceFormat};
use crate::words::{Plain, msg};

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sniffed {
    /// A format that can be read.
    Format(SourceFormat),
    /// A mailbox of several e-mails.
    Mailbox,
    /// Not a text: what it is.
    Foreign(Plain),
}

/// Signatures of files that hold no article.
const FOREIGN: &[(&[u8], Plain)] = &[
    (b"\x89PNG", msg::INGEST_KIND_PNG),
    (b"\xff\xd8\xff", msg::INGEST_KIND_JPEG),
    (b"GIF8", msg::INGEST_KIND_GIF),
    (b"BM\x00", msg::INGEST_KIND_BITMAP),
    (b"II*\0", msg::INGEST_KIND_TIFF),
    (b"MM\0*", msg::INGEST_KIND_TIFF),
    (b"%PDF-", msg::INGEST_KIND_PDF),
    (b"\x7fELF", msg::INGEST_KIND_PROGRAM),
    (b"MZ\x90", msg::INGEST_KIND_PROGRAM),
    (b"\xca\xfe\xba\xbe", msg::INGEST_KIND_PROGRAM),
    (b"\xcf\xfa\xed\xfe", msg::INGEST_KIND_PROGRAM),
    (b"\0asm", msg::INGEST_KIND_PROGRAM),
    (b"SQLite format 3\0", msg::INGEST_KIND_SQLITE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", msg::INGEST_KIND_OFFICE),
    (b"Rar!", msg::INGEST_KIND_RAR),
    (b"7z\xbc\xaf\x27\x1c", msg::INGEST_KIND_SEVEN_ZIP),
    (b"\xfd7zXZ", msg::INGEST_KIND_XZ),
    (b"BZh", msg::INGEST_KIND_BZIP2),
    (b"OggS", msg::INGEST_KIND_SOUND),
    (b"ID3", msg::INGEST_KIND_SOUND),
    (b"fLaC", msg::INGEST_KIND_SOUND),
    (b"wOFF", msg::INGEST_KIND_FONT),
    (b"wOF2", msg::INGEST_KIND_FONT),
    (b"RIFF", msg::INGEST_KIND_RIFF),
    (b"\x1a\x45\xdf\xa3", msg::INGEST_KIND_FILM),
];

/// The last extension of a place, lower case, without those of compression.
fn extension(place: &Place) -> String {
    let name = place.entry.as_deref().filter(|e| e.contains('.')).unwrap_or(&place.path).to_ascii_lowercase();
    let name = name.rsplit(['/', '\\']).next().unwrap_or("");
    let name = [".gz", ".zst", ".zstd"].iter().find_map(|e| name.strip_suffix(e)).unwrap_or(name);
    name.rsplit_once('.').map_or(String::new(), |(_, e)| e.to_owned())
}

/// Tells the format from the first bytes (UTF-8 or any ASCII superset).
pub fn sniff(place: &Place, head: &[u8]) -> Sniffed {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Sniffed::Foreign(*what);
    }
    if head.len() > 11 && &head[4..8] == b"ftyp" {
        return Sniffed::Foreign(msg::INGEST_KIND_FILM_OR_PICTURE);
    }
    if head.starts_with(b"PK\x03\x04") {
        return if is_epub(head) || extension(place) == "epub" {
            Sniffed::Format(SourceFormat::Epub)
        } else {
            Sniffed::Foreign(msg::INGEST_KIND_ZIP)
        };
    }
    if head.starts_with(b"WARC/") {
        return Sniffed::Format(SourceFormat::Warc);
    }
    let extension = extension(place);
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if let Some(mail) = mail(text, &extension) {
        return mail;
    }
    Sniffed::Format(match text.first() {
        Some(b'<') => markup(text, &extension),
        Some(b'{' | b'[') => json(text, &extension),
        _ if is_table(text, &extension) => SourceFormat::Csv,
        _ if tags(text) >= 2 || (tags(text) == 1 && matches!(extension.as_str(), "html" | "htm" | "xhtml")) => {
            SourceFormat::Html
        }
        _ if is_markdown(text, &extension) => SourceFormat::Markdown,
        _ => SourceFormat::Plain,
    })
}

/// The first entry of an EPUB is its media type, stored without compression.
pub fn is_epub(head: &[u8]) -> bool {
    head.get(30..58).is_some_and(|h| h.starts_with(b"mimetypeapplication/epub+zip"))
        || memchr::memmem::find(&head[..head.len().min(4096)], b"application/epub+zip").is_some()
}

fn mail(text: &[u8], extension: &str) -> Option<Sniffed> {
    let first = text.split(|&b| b == b'\n').next().unwrap_or_default();
    let rest = text.get(first.len() + 1..).unwrap_or_default();
    if first.starts_with(b"From ") && headers(rest) >= 2 {
        return Some(Sniffed::Mailbox);
    }
    let wanted = if extension == "eml" { 1 } else { 2 };
    (headers(text) >= wanted).then_some(Sniffed::Format(SourceFormat::Mail))
}

/// How many header fields that only e-mails have stand before the first blank
/// line; 0 when something else stands there.
fn headers(text: &[u8]) -> usize {
    const NAMES: [&[u8]; 9] = [
        b"from",
        b"to",
        b"subject",
        b"message-id",
        b"received",
        b"mime-version",
        b"return-path",
        b"delivered-to",
        b"content-type",
    ];
    let mut n = 0;
    for line in text.split(|&b| b == b'\n').take(200) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return n;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|&b| b == b':') else { return 0 };
        let name = line[..colon].to_ascii_lowercase();
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_graphic()) {
            return 0;
        }
        n += usize::from(NAMES.contains(&name.as_slice()));
    }
    n
}

fn markup(text: &[u8], extension: &str) -> SourceFormat {
    match root_element(text).as_deref() {
        Some("rss" | "feed" | "rdf:rdf" | "rdf") => SourceFormat::Feed,
        Some("opml") => SourceFormat::Opml,
        Some(_) => SourceFormat::Html,
        None if matches!(extension, "html" | "htm" | "xhtml" | "xml") || tags(text) > 0 => SourceFormat::Html,
        None => SourceFormat::Plain,
    }
}

/// Name of the first element, past declarations, comments and a document type.
fn root_element(text: &[u8]) -> Option<String> {
    let mut rest = text;
    for _ in 0..64 {
        rest = &rest[memchr::memchr(b'<', rest)?..];
        if rest.starts_with(b"<?") {
            rest = &rest[memchr::memmem::find(rest, b"?>")?..];
        } else if rest.starts_with(b"<!--") {
            rest = &rest[memchr::memmem::find(rest, b"-->")?..];
        } else if rest.starts_with(b"<!") {
            let end = memchr::memchr(b'>', rest)?;
            let end = match memchr::memchr(b'[', &rest[..end]) {
                Some(_) => memchr::memmem::find(rest, b"]>").or_else(|| memchr::memmem::find(rest, b"]"))?,
                None => end,
            };
            rest = &rest[end..];
        } else {
            let name: Vec<u8> = rest[1..]
                .iter()
                .take(40)
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_'))
                .copied()
                .collect();
            return (!name.is_empty()).then(|| String::from_utf8_lossy(&name).to_ascii_lowercase());
        }
    }
    None
}

/// Opening tags of HTML in the head.
fn tags(text: &[u8]) -> usize {
    const NAMES: [&[u8]; 14] = [
        b"p", b"div", b"html", b"body", b"head", b"meta", b"article", b"script", b"title", b"span", b"br", b"h1",
        b"ul", b"table",
    ];
    memchr::memchr_iter(b'<', text)
        .filter(|&i| {
            let rest = &text[i + 1..text.len().min(i + 10)];
            let end = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
            rest.get(end).is_some_and(|b| matches!(b, b'>' | b' ' | b'/' | b'\n' | b'\t'))
                && NAMES.iter().any(|n| rest[..end].eq_ignore_ascii_case(n))
        })
        .take(8)
        .count()
}

fn json(text: &[u8], extension: &str) -> SourceFormat {
    let lines = matches!(extension, "jsonl" | "ndjson" | "jsonlines");
    let named = lines || matches!(extension, "json" | "geojson");
    let inside = text[1..].trim_ascii_start().first().copied();
    let object = text[0] == b'{';
    let looks = match inside {
        Some(b'"' | b'}') if object => true,
        Some(b'{') if !object => true,
        _ => false,
    };
    if !looks && !named {
        return SourceFormat::Plain;
    }
    let line_end = memchr::memchr(b'\n', text);
    let first = text[..line_end.unwrap_or(text.len())].trim_ascii_end();
    let whole_line = object && first.ends_with(b"}") && serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
    let more = line_end.is_some_and(|i| !text[i..].trim_ascii().is_empty());
    match () {
        () if lines || (whole_line && more) || (object && line_end.is_none() && text.len() > 32 * 1024) => {
            SourceFormat::JsonLines
        }
        () => SourceFormat::Json,
    }
}

fn is_table(text: &[u8], extension: &str) -> bool {
    if matches!(extension, "csv" | "tsv" | "tab") {
        return true;
    }
    if !matches!(extension, "" | "txt") {
        return false;
    }
    let first = text.split(|&b| b == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(&first[..first.len().min(2000)]).to_lowercase();
    [',', ';', '\t'].iter().any(|&d| {
        let cells: Vec<_> = first.split(d).map(|c| c.trim().trim_matches('"')).collect();
        let known = |names: &[&str]| cells.iter().any(|c| names.contains(c));
        cells.len() >= 2
            && cells.iter().all(|c| c.len() < 40)
            && known(&["text", "texte", "body", "content", "contenu", "corps"])
            && known(&["title", "titre", "headline", "date", "source", "url"])
    })
}

fn is_markdown(text: &[u8], extension: &str) -> bool {
    if matches!(extension, "md" | "markdown" | "mdown") {
        return true;
    }
    let (mut headings, mut signs) = (0, 0);
    for line in text.split(|&b| b == b'\n').take(200) {
        headings += usize::from(line.starts_with(b"# ") || line.starts_with(b"## ") || line.starts_with(b"### "));
        signs += usize::from(memchr::memmem::find(line, b"](http").is_some() || line.starts_with(b"```"));
    }
    headings >= 1 && headings + signs >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_name_breaks_ties() {
        let format = |name: &str, head: &str| sniff(&Place::file(name), head.as_bytes());
        for (name, head, expected) in [
            ("a.txt", "<html><body><p>x</p></body></html>", SourceFormat::Html),
            ("a.html", "Un texte sans balise.", SourceFormat::Plain),
            (
                "a",
                "<?xml version='1.0'?><!-- x --><!DOCTYPE l [<!ENTITY a 'x'>]><rss><channel/></rss>",
                SourceFormat::Feed,
            ),
            ("a", "<opml version='2.0'/>", SourceFormat::Opml),
            ("a", "{\"a\":1}\n{\"a\":2}\n", SourceFormat::JsonLines),
            ("a", "{\n \"a\":1}", SourceFormat::Json),
            ("a.txt", "[Vidéo] Le pont est fermé", SourceFormat::Plain),
            ("a", "title;text;date\nA;b;c\n", SourceFormat::Csv),
            ("a", "From: a@b\r\nSubject: x\r\nDate: y\r\n\r\nx", SourceFormat::Mail),
            ("a.txt", "Source: Le Quai\nDate: mardi\n\nLe pont est fermé.", SourceFormat::Plain),
            ("a", "WARC/1.0\r\n", SourceFormat::Warc),
            ("a.md", "Un texte.", SourceFormat::Markdown),
        ] {
            assert_eq!(format(name, head), Sniffed::Format(expected), "{name}: {head}");
        }
        assert_eq!(format("a.txt", "\u{7f}ELF"), Sniffed::Foreign(msg::INGEST_KIND_PROGRAM));
        assert_eq!(format("a", "From a@b Tue Mar 5\nFrom: a@b\nSubject: x\n\nx"), Sniffed::Mailbox);
    }
}
