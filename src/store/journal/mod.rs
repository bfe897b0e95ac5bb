//! The journal on disk: appended, synced by a saver, shared by instances.
//!
//! * [`Journal::append`] returns when the line is in the file: a killed
//!   program loses nothing it acknowledged. A saver thread makes it durable
//!   against a power cut within 50 ms, many lines at a time.
//! * What cannot be written stays in memory, is tried again, and is said.
//! * Writers take turns by a lock on `journal.lock` beside the journal, so
//!   that replacing the journal (compaction) never loses a turn.
//! * Another instance's lines are read from where the last reading stopped;
//!   when the bytes before that place changed, all is read again. Reading an
//!   entry twice is harmless, entries have identities.
//!
//! What an entry means is `triage`'s; this module moves lines.

mod compact;
mod medium;
mod rescue;
mod saver;
#[cfg(test)]
mod tests;

pub use compact::{Compacted, compact};
pub use rescue::rescue;

use crate::notice::Notice;
use crate::store::files;
use crate::triage::Entry;
use crate::triage::journal as format;
use crate::words::{Message, msg};
use medium::{FileMedium, Medium};
use rayon::prelude::*;
use saver::Saver;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// How safe the last verdict is.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// On the disk, durable.
    Saved,
    /// In the file; being made durable.
    Saving,
    /// Kept in memory and tried again; the reason in words.
    Failed(Message),
}

/// Entries that could not be written before the program ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsaved {
    /// Why.
    pub reason: Message,
    /// The lines, in the format of the journal, to be put somewhere else.
    pub lines: Vec<u8>,
    /// How many entries.
    pub count: usize,
}

/// Bytes before the known place that must be unchanged for reading to go on
/// from there; more than a line's identity and checksum.
const GUARD: u64 = 96;

/// What the appending side and the saver share.
struct Shared {
    inner: Mutex<Inner>,
    wake: Condvar,
    /// Called when [`SaveState`] changes.
    changed: Box<dyn Fn() + Send + Sync>,
}

struct Inner {
    medium: Box<dyn Medium>,
    place: String,
    /// Bytes of the file already read or written by this instance.
    offset: u64,
    /// Lines before `offset`.
    lines: usize,
    /// The last bytes before `offset`.
    guard: Vec<u8>,
    /// Lines not in the file yet.
    pending: Vec<Vec<u8>>,
    /// Lines in the file that may not survive a power cut.
    unsynced: Vec<Vec<u8>>,
    /// Entries of others not yet handed out.
    others: Vec<Entry>,
    notices: Vec<Notice>,
    state: SaveState,
    closing: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Nothing in `Inner` is half-changed across a panic.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_state(&self, inner: &mut Inner, state: SaveState) {
        if inner.state != state {
            inner.state = state;
            (self.changed)();
        }
    }
}

impl Inner {
    fn new(medium: Box<dyn Medium>, place: String) -> Self {
        Self {
            medium,
            place,
            offset: 0,
            lines: 0,
            guard: Vec::new(),
            pending: Vec::new(),
            unsynced: Vec::new(),
            others: Vec::new(),
            notices: Vec::new(),
            state: SaveState::Saved,
            closing: false,
        }
    }

    /// Reads what is new. `whole`: nobody can be in the middle of a line, so
    /// that a line without an end is a torn one.
    fn catch_up(&mut self, whole: bool) -> io::Result<()> {
        let from = self.offset.saturating_sub(GUARD);
        let bytes = self.medium.read(from)?;
        let kept = self.offset - from;
        let unchanged = bytes.len() as u64 >= kept && bytes.starts_with(&self.guard) && self.guard.len() as u64 == kept;
        let bytes = if unchanged {
            bytes
        } else {
            (self.offset, self.lines) = (0, 0);
            self.guard.clear();
            if from == 0 { bytes } else { self.medium.read(0)? }
        };
        let new = bytes.get(self.guard.len()..).unwrap_or_default();
        let end = if whole { new.len() } else { new.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1) };
        let new = &new[..end];
        if new.is_empty() {
            return Ok(());
        }
        let (entries, notices) = read_all(&self.place, self.lines + 1, new);
        self.others.extend(entries);
        self.notices.extend(notices);
        self.lines += memchr::memchr_iter(b'\n', new).count();
        self.advance(&bytes[..self.guard.len() + end], end as u64);
        Ok(())
    }

    /// `bytes` end where reading stops now, `more` bytes further than before.
    fn advance(&mut self, bytes: &[u8], more: u64) {
        self.offset += more;
        let keep = bytes.len().saturating_sub(GUARD as usize);
        self.guard = bytes[keep..].to_vec();
    }

    /// Writes the pending lines in one write, under the lock.
    fn write_pending(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let locked = self.medium.lock()?;
        let written = self.catch_up(true).and_then(|()| self.append_pending(locked));
        self.medium.unlock();
        written
    }

    fn append_pending(&mut self, locked: bool) -> io::Result<()> {
        let mut bytes = Vec::new();
        if self.offset == 0 {
            bytes.extend_from_slice(format::header().as_bytes());
        } else if self.guard.last() != Some(&b'\n') {
            bytes.push(b'\n');
        }
        self.pending.iter().for_each(|line| bytes.extend_from_slice(line));
        let outcome = self.medium.append(&bytes);
        let written = match outcome {
            Ok(n) if n == bytes.len() => n,
            other => {
                if locked {
                    // Nobody else writes now; what was half written goes.
                    let _ = self.medium.truncate(self.offset);
                }
                return Err(other.err().unwrap_or_else(|| io::Error::from(io::ErrorKind::StorageFull)));
            }
        };
        self.lines += bytes.iter().filter(|&&b| b == b'\n').count();
        let before = std::mem::take(&mut self.guard);
        let tail = [before.as_slice(), &bytes].concat();
        self.advance(&tail, written as u64);
        self.unsynced.append(&mut self.pending);
        Ok(())
    }
}

/// The journal of one user or one team, open for reading and appending.
pub struct Journal {
    shared: Arc<Shared>,
    saver: Option<Saver>,
    path: PathBuf,
}

/// What opening gives.
pub struct OpenedJournal {
    /// The journal.
    pub journal: Journal,
    /// Its entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub notices: Vec<Notice>,
}

impl Journal {
    /// Opens a journal, which need not exist: nothing is written before the
    /// first entry. `changed` is called, from any thread, when the
    /// [`SaveState`] changes.
    pub fn open(path: &Path, changed: impl Fn() + Send + Sync + 'static) -> OpenedJournal {
        Self::over(Box::new(FileMedium::new(path)), path, Box::new(changed))
    }

    fn over(medium: Box<dyn Medium>, path: &Path, changed: Box<dyn Fn() + Send + Sync>) -> OpenedJournal {
        let place = files::display(path);
        let mut inner = Inner::new(medium, place.clone());
        // A writer that holds the lock may be in the middle of a line.
        let locked = inner.medium.lock_existing();
        if let Err(e) = inner.catch_up(locked) {
            inner.notices.push(
                Notice::error(place, msg::store_journal_unreadable(crate::notice::reason(&e)))
                    .with_hint(msg::STORE_JOURNAL_CHECK),
            );
        }
        inner.medium.unlock();
        let entries = std::mem::take(&mut inner.others);
        let notices = std::mem::take(&mut inner.notices);
        let shared = Arc::new(Shared { inner: Mutex::new(inner), wake: Condvar::new(), changed });
        let saver = Some(Saver::start(Arc::clone(&shared)));
        OpenedJournal { journal: Self { shared, saver, path: path.to_path_buf() }, entries, notices }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes an entry into the file. An error means that it is kept in
    /// memory and will be tried again; the sentence says why.
    pub fn append(&self, entry: &Entry) -> Result<(), Message> {
        self.append_all(std::slice::from_ref(entry))
    }

    /// Writes entries in one write.
    pub fn append_all(&self, entries: &[Entry]) -> Result<(), Message> {
        let mut inner = self.shared.lock();
        inner.pending.extend(entries.iter().map(|e| format::print(e).into_bytes()));
        let outcome = inner.write_pending();
        let state = match &outcome {
            Ok(()) => SaveState::Saving,
            Err(e) => SaveState::Failed(sentence(e)),
        };
        self.shared.set_state(&mut inner, state);
        drop(inner);
        self.shared.wake.notify_all();
        outcome.map_err(|e| sentence(&e))
    }

    /// Entries that other instances wrote since the last call; may repeat
    /// entries that are known.
    pub fn poll(&self) -> Vec<Entry> {
        let mut inner = self.shared.lock();
        if inner.medium.changed()
            && let Err(e) = inner.catch_up(false)
        {
            let place = inner.place.clone();
            inner.notices.push(Notice::warning(place, msg::store_journal_not_again(crate::notice::reason(&e))));
        }
        std::mem::take(&mut inner.others)
    }

    /// What went wrong since the last call.
    pub fn take_notices(&self) -> Vec<Notice> {
        std::mem::take(&mut self.shared.lock().notices)
    }

    /// How safe the last entry is.
    pub fn state(&self) -> SaveState {
        self.shared.lock().state.clone()
    }

    /// Entries that are not in the file yet.
    pub fn unsaved(&self) -> usize {
        self.shared.lock().pending.len()
    }

    /// Waits until everything is durable, or says what could not be saved.
    pub fn finish(mut self) -> Result<(), Unsaved> {
        self.close();
        let inner = self.shared.lock();
        if inner.pending.is_empty() {
            return Ok(());
        }
        let reason = match &inner.state {
            SaveState::Failed(reason) => reason.clone(),
            _ => msg::STORE_JOURNAL_UNWRITTEN.into(),
        };
        Err(Unsaved { reason, lines: inner.pending.concat(), count: inner.pending.len() })
    }

    fn close(&mut self) {
        self.shared.lock().closing = true;
        self.shared.wake.notify_all();
        if let Some(saver) = self.saver.take() {
            saver.join();
        }
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.close();
    }
}

/// Entries and problems of a journal file that is only read.
pub fn read(path: &Path) -> io::Result<(Vec<Entry>, Vec<Notice>)> {
    std::fs::metadata(path)?;
    let bytes = FileMedium::new(path).read(0)?;
    Ok(read_all(&files::display(path), 1, &bytes))
}

/// Bytes that one thread reads before another is worth its start.
const CHUNK: usize = 512 << 10;

/// Reads lines on all cores, in the order of the file.
fn read_all(place: &str, first_line: usize, bytes: &[u8]) -> (Vec<Entry>, Vec<Notice>) {
    let mut chunks = Vec::new();
    let (mut rest, mut line) = (bytes, first_line);
    while rest.len() > CHUNK {
        let end = memchr::memchr(b'\n', &rest[CHUNK..]).map_or(rest.len(), |i| CHUNK + i + 1);
        let (chunk, after) = rest.split_at(end);
        chunks.push((line, chunk));
        line += memchr::memchr_iter(b'\n', chunk).count();
        rest = after;
    }
    chunks.push((line, rest));
    if let [(line, chunk)] = chunks[..] {
        return format::read(place, line, chunk);
    }
    let parts: Vec<_> = chunks.into_par_iter().map(|(line, chunk)| format::read(place, line, chunk)).collect();
    let mut entries = Vec::with_capacity(parts.iter().map(|p| p.0.len()).sum());
    let mut notices = Vec::new();
    for (e, n) in parts {
        entries.extend(e);
        notices.extend(n);
    }
    (entries, notices)
}

fn sentence(e: &io::Error) -> Message {
    match e.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            msg::STORE_DISK_FULL.into()
        }
        io::ErrorKind::PermissionDenied => msg::STORE_NO_PERMISSION.into(),
        io::ErrorKind::ReadOnlyFilesystem => msg::STORE_READ_ONLY.into(),
        io::ErrorKind::WouldBlock => msg::STORE_JOURNAL_HELD.into(),
        _ => crate::notice::reason(e),
    }
}
