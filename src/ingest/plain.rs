//! Text dumps: the decoded file is the text.

use super::columns;
use super::format::Single;
use super::named_characters::{is_referenced, without_references};
use super::numbered_links;
use super::raw::RawDocument;
use super::strung;
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::text::sanitise::sanitise;
use crate::words::{Plain, msg};

/// Text dumps as a format of files: what is no other format.
pub(super) const TEXT: Single =
    Single { source: SourceFormat::Plain, recognise: |_| true, declares: false, read: |text, _| read(text) };

/// The text of a layout as its lines are to be read; `None` for any other.
type LaidOut = fn(&str) -> Option<String>;

/// The text as it stands, sanitised.
pub(super) fn read(text: String) -> RawDocument {
    let text = if is_referenced(&text) { without_references(&text) } else { text };
    let (text, replaced) = sanitise(text);
    let mut raw = RawDocument { text, ..RawDocument::default() };
    let layouts: [(LaidOut, Plain); 3] = [
        (numbered_links::without, msg::INGEST_LINK_NUMBERS),
        (strung::apart, msg::INGEST_STRUNG),
        (columns::unfolded, msg::INGEST_COLUMNS),
    ];
    if let Some((text, said)) = layouts.iter().find_map(|(laid, said)| Some((laid(&raw.text)?, *said))) {
        raw.original = Some(std::mem::replace(&mut raw.text, text));
        raw.notices.push(Notice::info("", said));
    }
    if replaced > 0 {
        raw.notices.push(Notice::info("", msg::ingest_controls(replaced)));
    }
    raw
}

/// At most `limit` bytes, cut after a whole line where one ends near the
/// limit; the limit is given back when something was cut.
pub(super) fn capped(bytes: &[u8], limit: usize) -> (&[u8], Option<usize>) {
    if bytes.len() <= limit {
        return (bytes, None);
    }
    let near = limit - limit / 64;
    let mut end = memchr::memrchr(b'\n', &bytes[near..limit]).map_or(limit, |i| near + i + 1);
    // Inside one endless line: not inside a UTF-8 character.
    while end > 0 && end + 4 > limit && bytes[end] & 0xc0 == 0x80 {
        end -= 1;
    }
    (&bytes[..end], Some(limit))
}

/// What is said about a document longer than the limit.
pub(super) fn cut_notice(place: &Place, limit: usize) -> Notice {
    let size = if limit >= 1 << 20 { msg::ingest_megabytes(limit >> 20) } else { msg::ingest_bytes(limit) };
    Notice::warning(place.to_string(), msg::ingest_cut(size))
}
