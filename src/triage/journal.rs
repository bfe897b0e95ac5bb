//! The line format of the journal: one JSON object per line, with a checksum.
//!
//! The first line names the format and its version. Every other line is
//! `{"crc":"xxxxxxxx",…}`; the checksum is CRC-32 over the bytes that follow
//! it. A line is an entry of its own: lines may be reordered, repeated, and
//! mixed with the lines of another journal (a merge by `git` or `cat`). What
//! cannot be read is skipped and said.

use crate::notice::Notice;
use crate::triage::change::{Change, Target};
use crate::triage::entry::{Entry, EntryId, LATEST, What};
use serde::{Deserialize, Serialize};
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
    act: Option<Cow<'a, [(Target, Change)]>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo: Option<EntryId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redo: Option<EntryId>,
}

/// The first line, with its line break.
pub fn header() -> String {
    format!("{{\"journal\":\"kiosque\",\"version\":{VERSION}}}\n")
}

/// The line of an entry, with its line break.
pub fn print(entry: &Entry) -> String {
    let mut wire = Wire { id: entry.id, at: entry.at, by: Cow::Borrowed(&entry.by), act: None, undo: None, redo: None };
    match &entry.what {
        What::Act(changes) => wire.act = Some(Cow::Borrowed(changes)),
        What::Undo(id) => wire.undo = Some(*id),
        What::Redo(id) => wire.redo = Some(*id),
    }
    let json = serde_json::to_string(&wire).expect("strings, numbers and lists always serialise");
    let tail = json.get(1..).unwrap_or_default();
    format!("{{\"crc\":\"{:08x}\",{tail}\n", crc32fast::hash(tail.as_bytes()))
}

/// What one line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The first line of a journal of this version or an older one.
    Header(u32),
    /// An entry.
    Entry(Entry),
    /// White space.
    Blank,
    /// A whole line that this version does not understand.
    Foreign(String),
    /// A line whose bytes are not those that were written.
    Torn,
}

/// Reads one line, with or without its line break.
pub fn parse(line: &[u8]) -> Line {
    let line = line.trim_ascii();
    if line.is_empty() {
        return Line::Blank;
    }
    if line.starts_with(b"{\"journal\":") {
        return match serde_json::from_slice::<Header>(line) {
            Ok(h) if h.journal == "kiosque" => Line::Header(h.version),
            _ => Line::Foreign("it begins like the first line of a journal of another program".into()),
        };
    }
    let sum = line.strip_prefix(b"{\"crc\":\"").and_then(|rest| rest.get(..8)).and_then(|hex| {
        let hex = std::str::from_utf8(hex).ok()?;
        u32::from_str_radix(hex, 16).ok()
    });
    let (Some(sum), Some(tail)) = (sum, line.get(HEAD..)) else { return Line::Torn };
    if crc32fast::hash(tail) != sum {
        return Line::Torn;
    }
    let wire: Wire<'_> = match serde_json::from_slice(line) {
        Ok(w) => w,
        Err(e) => return Line::Foreign(format!("it says what this version does not know ({e})")),
    };
    if wire.at < 0 || wire.at > LATEST {
        return Line::Foreign("its time is after the year 9999".into());
    }
    let what = match (wire.act, wire.undo, wire.redo) {
        (Some(changes), None, None) => What::Act(changes.into_owned()),
        (None, Some(id), None) => What::Undo(id),
        (None, None, Some(id)) => What::Redo(id),
        _ => return Line::Foreign("it is neither an act nor an undo nor a redo".into()),
    };
    Line::Entry(Entry { id: wire.id, at: wire.at, by: Arc::from(&*wire.by), what })
}

/// Entries of a whole journal, and what could not be read. `place` names the
/// file; `first_line` is the number of the first line given, from 1.
pub fn read(place: &str, first_line: usize, bytes: &[u8]) -> (Vec<Entry>, Vec<Notice>) {
    let (mut entries, mut notices) = (Vec::new(), Vec::new());
    for (i, line) in bytes.split(|&b| b == b'\n').enumerate() {
        let at = || format!("{place}:{}", first_line + i);
        match parse(line) {
            Line::Blank => {}
            Line::Header(v) if v > VERSION => notices.push(
                Notice::warning(
                    at(),
                    format!("the journal is of version {v}; what version {VERSION} does not know is skipped."),
                )
                .with_hint("Use the newer kiosque on this journal."),
            ),
            Line::Header(_) => {}
            Line::Entry(e) => entries.push(e),
            Line::Foreign(why) => {
                notices.push(Notice::warning(at(), format!("this line was skipped and left in place: {why}.")))
            }
            Line::Torn => notices.push(Notice::warning(
                at(),
                "this line was cut short or changed and was skipped; the entries around it are whole.",
            )),
        }
    }
    (entries, notices)
}
