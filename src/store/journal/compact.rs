//! Writing a journal anew: in order, every entry once, no torn lines.

use super::medium::{FileMedium, Medium};
use crate::notice::{Notice, refusal};
use crate::store::atomic::{self, Readers};
use crate::store::{files, regular};
use crate::triage::journal::{self as format, Line};
use crate::words::msg;
use std::collections::HashSet;
use std::io::{self, Write};
use std::path::Path;

/// What compaction did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Compacted {
    /// Entries kept.
    pub entries: usize,
    /// Repeated lines left out.
    pub repeated: usize,
    /// Damaged lines moved to `journal.torn`.
    pub torn: usize,
    /// Lines of another version, kept as they are.
    pub foreign: usize,
}

/// Replaces the journal by one that says the same in order. Damaged lines
/// are moved to a file beside it, lines of other versions stay.
pub fn compact(path: &Path) -> io::Result<(Compacted, Vec<Notice>)> {
    // A link stays one: the file behind it is replaced.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let mut medium = FileMedium::new(path);
    if !medium.lock()? {
        return Err(refusal(msg::STORE_NO_LOCKS));
    }
    let outcome = under_lock(path, &mut medium);
    medium.unlock();
    outcome
}

fn under_lock(path: &Path, medium: &mut FileMedium) -> io::Result<(Compacted, Vec<Notice>)> {
    let bytes = medium.read(0)?;
    let mut done = Compacted::default();
    let (mut entries, mut foreign, mut torn) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for line in bytes.split(|&b| b == b'\n') {
        match format::parse(line) {
            Line::Header(_) | Line::Blank => {}
            Line::Entry(e) if seen.insert(e.id) => entries.push(e),
            Line::Entry(_) => done.repeated += 1,
            Line::Foreign(_) => foreign.push(line),
            Line::Torn => {
                torn.push(line);
                entries.extend(format::behind_a_tear(line).filter(|e| seen.insert(e.id)));
            }
        }
    }
    entries.sort_by_key(crate::triage::Entry::order);
    (done.entries, done.foreign, done.torn) = (entries.len(), foreign.len(), torn.len());
    let mut notices = Vec::new();
    if !torn.is_empty() {
        let aside = path.with_extension("torn");
        let mut file = regular::own(&aside, |o| o.append(true).create(true))?;
        for line in torn {
            file.write_all(&[line, b"\n"].concat())?;
        }
        file.sync_all()?;
        notices.push(Notice::info(files::display(&aside), msg::store_journal_torn_moved(done.torn)));
    }
    atomic::replace_with(path, Readers::User, |file| {
        let mut out = io::BufWriter::new(file);
        out.write_all(format::header().as_bytes())?;
        for e in &entries {
            out.write_all(format::print(e).as_bytes())?;
        }
        for line in foreign {
            out.write_all(&[line, b"\n"].concat())?;
        }
        out.flush()
    })?;
    Ok((done, notices))
}
