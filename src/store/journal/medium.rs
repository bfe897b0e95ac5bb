//! The file under a journal, behind a small trait so that a full or failing
//! disk can be played in tests.

use crate::notice::refusal;
use crate::store::regular;
use crate::words::msg;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Makes what was appended so far durable; may run on another thread.
pub(super) type Sync = Box<dyn FnOnce() -> io::Result<()> + Send>;

/// What a journal needs of a file.
pub(super) trait Medium: Send {
    /// Takes the turn to write. `false`: there are no locks here, go on
    /// without. An error of kind `WouldBlock`: somebody else keeps the turn.
    fn lock(&mut self) -> io::Result<bool>;
    /// Takes the turn when that needs no writing.
    fn lock_existing(&mut self) -> bool;
    /// Gives the turn back.
    fn unlock(&mut self);
    /// True when the file may have changed since the last reading or writing.
    fn changed(&mut self) -> bool;
    /// All bytes from an offset on; nothing when there is no file.
    fn read(&mut self, from: u64) -> io::Result<Vec<u8>>;
    /// Appends in one write; returns the bytes written.
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize>;
    /// Cuts the file.
    fn truncate(&mut self, len: u64) -> io::Result<()>;
    /// The work of making it durable.
    fn syncer(&mut self) -> io::Result<Sync>;
}

/// How long to wait for another writer; a write takes microseconds.
const PATIENCE: Duration = Duration::from_millis(200);

/// Most bytes that are read of a journal: some ten million acts. What is larger
/// is no journal, such as a file that is all hole.
const LARGEST: u64 = 4 << 30;

/// A real file.
pub(super) struct FileMedium {
    path: PathBuf,
    lock_path: PathBuf,
    lock: Option<File>,
    /// Open for appending. It stays open from turn to turn, for a sync that failed
    /// is told to those who had the file open, and to nobody who opens it later;
    /// but a journal that was replaced is never written to.
    file: Option<File>,
    /// Length and time at the last reading or writing.
    seen: Option<(u64, Option<SystemTime>)>,
}

impl FileMedium {
    pub(super) fn new(path: &Path) -> Self {
        // Behind a link too, all writers take turns by the lock beside the file.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        Self { lock_path: path.with_extension("lock"), path, lock: None, file: None, seen: None }
    }

    fn stamp(&self) -> Option<(u64, Option<SystemTime>)> {
        let meta = fs::metadata(&self.path).ok()?;
        Some((meta.len(), meta.modified().ok()))
    }

    fn appending(&mut self) -> io::Result<&mut File> {
        if self.file.is_none() {
            if let Some(folder) = self.path.parent() {
                regular::own_folder(folder)?;
            }
            self.file = Some(regular::own(&self.path, |o| o.append(true).create(true))?);
        }
        self.file.as_mut().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    /// Lets go of a file that is no longer the one at the path.
    fn leave_replaced(&mut self) {
        if !self.file.as_ref().is_some_and(|file| is_at(file, &self.path)) {
            self.file = None;
        }
    }

    fn take_turn(&mut self, file: File) -> io::Result<bool> {
        let start = std::time::Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => {
                    self.lock = Some(file);
                    return Ok(true);
                }
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_micros(300));
                }
                Err(TryLockError::WouldBlock) => return Err(io::Error::from(io::ErrorKind::WouldBlock)),
                // Some network file systems have no locks; one write with
                // O_APPEND is the best that is left.
                Err(TryLockError::Error(_)) => return Ok(false),
            }
        }
    }
}

/// True when an open file is the one that stands at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(open), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

/// Elsewhere nobody can tell.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    false
}

impl Medium for FileMedium {
    fn lock(&mut self) -> io::Result<bool> {
        if let Some(folder) = self.lock_path.parent() {
            regular::own_folder(folder)?;
        }
        let file = regular::own(&self.lock_path, |o| o.append(true).create(true))?;
        let locked = self.take_turn(file)?;
        self.leave_replaced();
        Ok(locked)
    }

    fn lock_existing(&mut self) -> bool {
        let Ok(file) = regular::open(&self.lock_path) else { return true };
        self.take_turn(file).unwrap_or(false)
    }

    fn unlock(&mut self) {
        // Closing the file gives the lock back.
        self.lock = None;
        self.seen = self.stamp();
    }

    fn changed(&mut self) -> bool {
        let stamp = self.stamp();
        let changed = stamp != self.seen;
        self.seen = stamp;
        changed
    }

    fn read(&mut self, from: u64) -> io::Result<Vec<u8>> {
        let mut file = match regular::open(&self.path) {
            Ok(f) => f,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(e),
        };
        let len = file.metadata()?.len();
        if from > len {
            return Ok(Vec::new());
        }
        file.seek(SeekFrom::Start(from))?;
        if len - from > LARGEST {
            return Err(refusal(msg::store_larger_than(LARGEST >> 20)));
        }
        let mut bytes = Vec::new();
        let size = usize::try_from(len - from).unwrap_or(usize::MAX);
        bytes.try_reserve_exact(size.saturating_add(1)).map_err(|_| io::ErrorKind::OutOfMemory)?;
        // No more than was there: a device or a growing file has no end.
        file.take(len - from).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let file = self.appending()?;
        loop {
            match file.write(bytes) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => return other,
            }
        }
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        regular::own(&self.path, |o| o.write(true))?.set_len(len)
    }

    fn syncer(&mut self) -> io::Result<Sync> {
        let file = match &self.file {
            Some(f) => f.try_clone()?,
            None => regular::open(&self.path)?,
        };
        Ok(Box::new(move || file.sync_data()))
    }
}
