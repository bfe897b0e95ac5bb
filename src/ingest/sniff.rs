//! Which format a file has, told by its first bytes; the file's name only
//! decides what the bytes leave open.
//!
//! Knows signatures of what holds no article; what holds some says itself how it
//! begins. Reads nothing and decodes nothing.

use super::format::{FileFormat, FileHead};
use crate::corpus::Place;
use crate::words::{Plain, msg};

/// What the first bytes say.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sniffed {
    /// A format that can be read.
    Format(&'static FileFormat),
    /// Not a text: what it is.
    Foreign(Plain),
    /// A document in a form that is not read: what it is.
    Unread(Plain),
}

/// Signatures of files that hold no article.
const FOREIGN: &[(&[u8], Plain)] = &[
    (b"\x89PNG", msg::INGEST_KIND_PNG),
    (b"\xff\xd8\xff", msg::INGEST_KIND_JPEG),
    (b"GIF8", msg::INGEST_KIND_GIF),
    (b"BM\x00", msg::INGEST_KIND_BITMAP),
    (b"II*\0", msg::INGEST_KIND_TIFF),
    (b"MM\0*", msg::INGEST_KIND_TIFF),
    (b"\x7fELF", msg::INGEST_KIND_PROGRAM),
    (b"MZ\x90", msg::INGEST_KIND_PROGRAM),
    (b"\xca\xfe\xba\xbe", msg::INGEST_KIND_PROGRAM),
    (b"\xcf\xfa\xed\xfe", msg::INGEST_KIND_PROGRAM),
    (b"\0asm", msg::INGEST_KIND_PROGRAM),
    (b"SQLite format 3\0", msg::INGEST_KIND_SQLITE),
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
    (b"\xff\xfb", msg::INGEST_KIND_SOUND),
    (b"\xff\xf3", msg::INGEST_KIND_SOUND),
    (b"\xff\xf2", msg::INGEST_KIND_SOUND),
    (b"8BPS", msg::INGEST_KIND_PHOTOSHOP),
    (b"PAR1", msg::INGEST_KIND_COLUMNS),
    (b"ARROW1", msg::INGEST_KIND_COLUMNS),
    (b"!BDN", msg::INGEST_KIND_MAIL_STORE),
];

/// Signatures of documents in a form that is not read, but that the program
/// which wrote them can save in another.
const UNREAD: &[(&[u8], Plain)] = &[
    (b"%!PS", msg::INGEST_KIND_POSTSCRIPT),
    (b"AT&TFORM", msg::INGEST_KIND_DJVU),
    (b"\xffWPC", msg::INGEST_KIND_WORDPERFECT),
    (b"bplist0", msg::INGEST_KIND_WEBARCHIVE),
    (b"ITSF", msg::INGEST_KIND_HELP),
];
/// The same at a place of its own: books for Kindle.
const BOOK: (std::ops::Range<usize>, &[u8]) = (60..68, b"BOOKMOBI");

/// What an old package of Office holds, by the names of its streams in the
/// first bytes, else by that of the file.
pub(super) const STREAMS: &[(&str, &[&str], Plain)] = &[
    ("EncryptedPackage", &[], msg::INGEST_KIND_ENCRYPTED),
    ("WordDocument", &["doc", "dot"], msg::INGEST_KIND_WORD),
    ("Workbook", &["xls", "xlt"], msg::INGEST_KIND_EXCEL),
    ("PowerPoint Document", &["ppt", "pps"], msg::INGEST_KIND_POWERPOINT),
    ("__nameid_version1.0", &["msg"], msg::INGEST_KIND_OUTLOOK),
];

/// A package of the old Office.
fn old_office(head: &FileHead<'_>) -> Plain {
    let written = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let has = |name: &str| memchr::memmem::find(head.bytes, &written(name)).is_some();
    let found = STREAMS.iter().find(|s| has(s.0)).or_else(|| STREAMS.iter().find(|s| head.is_named(s.1)));
    found.map_or(msg::INGEST_KIND_OFFICE, |s| s.2)
}

/// The first bytes of a package of the old Office.
pub(super) const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells the format from the first bytes (UTF-8 or any ASCII superset). The
/// first of the formats that recognises them is the one.
pub(super) fn sniff(formats: &'static [FileFormat], place: &Place, bytes: &[u8]) -> Sniffed {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Sniffed::Foreign(*what);
    }
    if bytes.len() > 11 && &bytes[4..8] == b"ftyp" {
        return Sniffed::Foreign(msg::INGEST_KIND_FILM_OR_PICTURE);
    }
    let head = FileHead::new(place, bytes);
    if bytes.starts_with(OLD_OFFICE) {
        let what = old_office(&head);
        // What does not say so soon what it holds may be a text.
        if what != msg::INGEST_KIND_WORD && what != msg::INGEST_KIND_OFFICE {
            return Sniffed::Unread(what);
        }
    }
    if let Some((_, what)) = UNREAD.iter().find(|(magic, _)| bytes.starts_with(magic))
        && !super::link::is_property_list(&head)
        && !super::webarchive::is_archive(&head)
    {
        return Sniffed::Unread(*what);
    }
    if bytes.get(BOOK.0).is_some_and(|mark| mark == BOOK.1) {
        return Sniffed::Unread(msg::INGEST_KIND_KINDLE);
    }
    // What is packed is no text, whatever its name ends with.
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    match formats.iter().find(|f| (f.holds_bytes() || !is_zip) && (f.recognise)(&head)) {
        Some(format) => Sniffed::Format(format),
        None => Sniffed::Foreign(msg::INGEST_KIND_ZIP),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::SourceFormat;
    use crate::ingest::FORMATS;
    use crate::ingest::format::ReadAs;

    #[test]
    fn content_decides_and_the_name_breaks_ties() {
        let sniffed = |name: &str, head: &str| sniff(&FORMATS, &Place::file(name), head.as_bytes());
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
            let Sniffed::Format(format) = sniffed(name, head) else { panic!("{name}: {head}") };
            assert_eq!(format.source, expected, "{name}: {head}");
        }
        assert!(matches!(sniffed("a.txt", "\u{7f}ELF"), Sniffed::Foreign(what) if what == msg::INGEST_KIND_PROGRAM));
        let mailbox = sniffed("a", "From a@b Tue Mar 5\nFrom: a@b\nSubject: x\n\nx");
        assert!(matches!(
            mailbox,
            Sniffed::Format(FileFormat { source: SourceFormat::Mail, read: ReadAs::Packets(_), .. })
        ));
    }

    #[test]
    fn every_format_has_a_file_that_reads_it() {
        // An item of ninjs is a record of JSON and is told when it is read.
        for source in SourceFormat::ALL.into_iter().filter(|s| *s != SourceFormat::Ninjs) {
            assert!(FORMATS.iter().any(|f| f.source == source), "{}", source.name());
        }
    }
}
