//! The line format of the journal: one JSON object per line, with a checksum.
//!
//! The first line names the format and its version. Every other line is
//! `{"crc":"xxxxxxxx",…}`; the checksum is CRC-32 over the bytes that follow
//! it. A line is an entry of its own: lines may be reordered, repeated, and
//! mixed with the lines of another journal (a merge by `git` or `cat`). What
//! cannot be read is skipped and said.

use crate::notice::Notice;
use crate::triage::change::{Change, Target};
use crate::triage::entry::{Entry, LATEST, What};
use crate::triage::id::{EntryId, hexadecimal};
use crate::words::{Message, msg};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// The version that this program writes.
pub const VERSION: u32 = 1;

/// What stands before the checksummed bytes of a line.
const HEAD: usize = r#"{"crc":"xxxxxxxx","#.len();

#[derive(Serialize, Deserialize)]
struct Header {
    journal: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    id: EntryId,
    at: i64,
    #[serde(borrow)]
    by: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    act: Option<WrittenChanges<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo: Option<EntryId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redo: Option<EntryId>,
}

/// The changes of an act. Nearly always one, so that room for four, which a
/// growing list takes first, would be most of the memory of a journal.
struct WrittenChanges<'a>(Cow<'a, [(Target, Change)]>);

impl Serialize for WrittenChanges<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(s)
    }
}

impl<'de> Deserialize<'de> for WrittenChanges<'_> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Vec<(Target, Change)>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of changes")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut changes = Vec::new();
                while let Some(change) = list.next_element()? {
                    if changes.is_empty() {
                        changes.reserve_exact(1);
                    }
                    changes.push(change);
                }
                Ok(changes)
            }
        }
        d.deserialize_seq(Read).map(|changes| Self(Cow::Owned(changes)))
    }
}

/// The first line, with its line break.
pub fn header() -> String {
    format!("{{\"journal\":\"kiosque\",\"version\":{VERSION}}}\n")
}

/// The line of an entry, with its line break.
pub fn print(entry: &Entry) -> String {
    let mut wire = Wire { id: entry.id, at: entry.at, by: Cow::Borrowed(&entry.by), act: None, undo: None, redo: None };
    match &entry.what {
        What::Act(changes) => wire.act = Some(WrittenChanges(Cow::Borrowed(changes))),
        What::Undo(id) => wire.undo = Some(*id),
        What::Redo(id) => wire.redo = Some(*id),
    }
    let json = serde_json::to_string(&wire).expect("strings, numbers and lists always serialise");
    let tail = json.get(1..).unwrap_or_default();
    format!("{{\"crc\":\"{:08x}\",{tail}\n", crc32fast::hash(tail.as_bytes()))
}

/// What one line is.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// The first line of a journal of this version or an older one.
    Header(u32),
    /// An entry.
    Entry(Entry),
    /// White space.
    Blank,
    /// A whole line that this version does not understand.
    Foreign(Message),
    /// A line whose bytes are not those that were written.
    Torn,
}

/// Reads one line, with or without its line break.
pub fn parse(line: &[u8]) -> Line {
    parse_after(line, None)
}

/// The same; a name equal to the previous one is shared with it.
fn parse_after(line: &[u8], previous: Option<&Arc<str>>) -> Line {
    let line = line.trim_ascii();
    if line.is_empty() {
        return Line::Blank;
    }
    if line.starts_with(b"{\"journal\":") {
        return match serde_json::from_slice::<Header>(line) {
            Ok(h) if h.journal == "kiosque" => Line::Header(h.version),
            _ => Line::Foreign(msg::TRIAGE_OTHER_PROGRAM.into()),
        };
    }
    let sum = line.strip_prefix(b"{\"crc\":\"").and_then(|rest| hexadecimal(rest.get(..8)?));
    let (Some(sum), Some(tail)) = (sum, line.get(HEAD..)) else { return Line::Torn };
    if u64::from(crc32fast::hash(tail)) != sum {
        return Line::Torn;
    }
    // Checking the bytes of a line at once is faster than string by string.
    let Ok(line) = std::str::from_utf8(line) else { return Line::Torn };
    let wire: Wire<'_> = match serde_json::from_str(line) {
        Ok(w) => w,
        Err(e) => return Line::Foreign(msg::triage_unknown(e.to_string())),
    };
    if wire.at < 0 || wire.at > LATEST {
        return Line::Foreign(msg::TRIAGE_FAR_TIME.into());
    }
    let what = match (wire.act, wire.undo, wire.redo) {
        (Some(changes), None, None) => What::Act(changes.0.into_owned()),
        (None, Some(id), None) => What::Undo(id),
        (None, None, Some(id)) => What::Redo(id),
        _ => return Line::Foreign(msg::TRIAGE_NO_ACT.into()),
    };
    let by = match previous {
        Some(name) if **name == *wire.by => Arc::clone(name),
        _ => Arc::from(&*wire.by),
    };
    Line::Entry(Entry { id: wire.id, at: wire.at, by, what })
}

/// The whole entry at the end of a torn line: where a disk lost what was
/// written before it, the line break that parted the two is lost too.
pub fn behind_a_tear(line: &[u8]) -> Option<Entry> {
    // Inside an entry its quotation marks are escaped.
    let from = memchr::memmem::rfind(line, b"{\"crc\":\"").filter(|from| *from > 0)?;
    match parse(&line[from..]) {
        Line::Entry(entry) => Some(entry),
        _ => None,
    }
}

/// Entries of a whole journal, and what could not be read. `place` names the
/// file; `first_line` is the number of the first line given, from 1.
pub fn read(place: &str, first_line: usize, bytes: &[u8]) -> (Vec<Entry>, Vec<Notice>) {
    let mut entries: Vec<Entry> = Vec::with_capacity(bytes.len() / 160);
    let mut notices = Vec::new();
    let mut start = 0;
    for (i, end) in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]).enumerate() {
        let line = bytes.get(start..end).unwrap_or_default();
        start = end + 1;
        let at = || format!("{place}:{}", first_line + i);
        match parse_after(line, entries.last().map(|e| &e.by)) {
            Line::Blank => {}
            Line::Header(v) if v > VERSION => notices.push(
                Notice::warning(at(), msg::triage_version_newer(v.to_string(), VERSION.to_string()))
                    .with_hint(msg::TRIAGE_USE_NEWER),
            ),
            Line::Header(_) => {}
            Line::Entry(e) => entries.push(e),
            Line::Foreign(why) => notices.push(Notice::warning(at(), msg::triage_line_left(why))),
            Line::Torn => {
                notices.push(Notice::warning(at(), msg::TRIAGE_LINE_TORN));
                entries.extend(behind_a_tear(line));
            }
        }
    }
    (entries, notices)
}
