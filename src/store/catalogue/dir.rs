//! Where the catalogue of a corpus lives, and who may write it.
//!
//! One folder per corpus under the cache folder. Its writer holds a lock; a
//! second instance on the same corpus reads what is there and keeps what it
//! finds in memory.

use super::build::Builder;
use super::findings::Findings;
use super::origin::Stamp;
use super::sections::{Fingerprint, Refusal};
use super::table::Table;
use crate::notice::{Notice, reason};
use crate::store::{atomic, files, regular};
use crate::words::msg;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Name of the folder of all catalogues in the cache folder.
const FOLDER: &str = "catalogues";
const INDEX: &str = "index";
const LOCK: &str = "lock";
const FINDINGS: &str = "findings-";
/// Name of a file of articles that wait for the first look at them, as long as it
/// has one.
const SCRATCH: &str = "waiting";

/// Bytes of texts and lines of cleaned articles that are held in memory until
/// somebody looks at them; they take about twice as many.
pub(super) const ROOM: usize = 32 << 20;

/// The folder of one corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueDir {
    folder: PathBuf,
    fingerprint: Fingerprint,
    only_reads: bool,
    shows_first: bool,
    room: usize,
}

/// What was found in its folder.
#[derive(Debug)]
pub struct Opened {
    /// What was known, when it can be trusted.
    pub table: Option<Table>,
    /// Where findings are and go.
    pub findings: Findings,
    /// Which file of findings that is.
    pub generation: u32,
    /// The right to write, kept for the whole run.
    pub lock: Option<File>,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

impl Opened {
    /// Nothing known, nothing kept.
    pub fn in_memory(notices: Vec<Notice>) -> Self {
        Self { table: None, findings: Findings::default(), generation: 0, lock: None, notices }
    }
}

fn digest(parts: impl IntoIterator<Item = Vec<u8>>) -> [u8; 16] {
    let mut hash = Sha256::new();
    for p in parts {
        hash.update((p.len() as u64).to_le_bytes());
        hash.update(p);
    }
    let mut out = [0; 16];
    out.copy_from_slice(&hash.finalize()[..16]);
    out
}

/// The program itself: what one version finds, another may not.
fn program() -> String {
    let stamp = std::env::current_exe().and_then(fs::metadata).map(|m| Stamp::of(&m));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}

impl CatalogueDir {
    /// The catalogue of the corpus of these paths. `settings` are all that changes
    /// what is read or found.
    pub fn of(cache: &Path, roots: &[PathBuf], settings: &str) -> Self {
        let canonical =
            |p: &PathBuf| p.canonicalize().unwrap_or_else(|_| p.clone()).as_os_str().as_encoded_bytes().to_vec();
        let id = digest(roots.iter().map(canonical));
        let name: String = id.iter().map(|b| format!("{b:02x}")).collect();
        let fingerprint = digest([program().into_bytes(), settings.as_bytes().to_vec()]);
        let folder = cache.join(FOLDER).join(name);
        Self { folder, fingerprint, only_reads: false, shows_first: false, room: ROOM }
    }

    /// The same, left as it is: whoever looks in for a moment must not take
    /// the right to write from the one who stays.
    #[must_use]
    pub fn only_reading(self) -> Self {
        Self { only_reads: true, ..self }
    }

    /// The same for a program that shows a list at once: of the table only what
    /// lists are made of is checked when it is opened. The rest is checked as it is
    /// read, and whoever opened it asks [`CatalogueSnapshot::is_whole`] then.
    ///
    /// [`CatalogueSnapshot::is_whole`]: super::CatalogueSnapshot::is_whole
    #[must_use]
    pub fn showing_first(self) -> Self {
        Self { shows_first: true, ..self }
    }

    /// The same, for a program that holds so many bytes of cleaned articles in
    /// memory until they are looked at; more wait on disk.
    #[must_use]
    pub fn with_room(self, room: usize) -> Self {
        Self { room, ..self }
    }

    /// Bytes of cleaned articles that are held in memory.
    pub(super) fn room(&self) -> usize {
        self.room
    }

    /// An empty file for what is wanted once. It has a name only where the system
    /// lets no open file be without; what it takes of the disk goes with it.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn scratch(&self) -> io::Result<Findings> {
        let path = self.folder.join(SCRATCH);
        // One that is still read under this name, by an earlier loading, stays.
        let _ = fs::remove_file(&path);
        let file = regular::own(&path, |o| o.create(true).truncate(true).read(true).write(true))?;
        let _ = fs::remove_file(&path);
        Ok(Findings::in_file(file, Some(0)))
    }

    /// What tells the catalogues of one build and its settings from others.
    pub fn build(&self) -> &[u8] {
        &self.fingerprint
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn findings(&self, generation: u32) -> PathBuf {
        self.folder.join(format!("{FINDINGS}{generation}"))
    }

    /// Bytes that it takes.
    pub fn size(&self) -> u64 {
        bytes(&self.folder)
    }

    /// Opens what is there; what cannot be trusted is as if it were not.
    pub fn open(&self) -> Opened {
        let mut notices = Vec::new();
        let lock = match if self.only_reads { Ok(None) } else { self.lock() } {
            Ok(lock) => lock,
            Err(e) => {
                notices.push(self.refused(&e));
                None
            }
        };
        let table = Table::open(&self.folder.join(INDEX), self.fingerprint);
        let believed = |t: &Table| self.shows_first || t.is_whole();
        let table = table.map(|t| t.and_then(|t| if believed(&t) { Ok(t) } else { Err(Refusal::Broken) }));
        if let Some(Err(Refusal::Broken)) = table {
            let place = files::display(&self.folder);
            notices.push(Notice::info(place, msg::STORE_CATALOGUE_DAMAGED));
        }
        let table = table.and_then(Result::ok);
        match self.reach(table.as_ref(), lock.is_some()) {
            Some((generation, findings)) => Opened { table, findings, generation, lock, notices },
            None if lock.is_some() => match self.fresh() {
                Ok((generation, findings)) => Opened { table: None, findings, generation, lock, notices },
                Err(e) => {
                    notices.push(self.refused(&e));
                    Opened::in_memory(notices)
                }
            },
            None => Opened::in_memory(notices),
        }
    }

    /// What to say when the folder cannot be written.
    pub fn refused(&self, e: &io::Error) -> Notice {
        let sentence = msg::store_catalogue_unwritten(reason(e));
        Notice::warning(files::display(&self.folder), sentence)
    }

    /// What to say when it could not be read any more.
    pub fn lost(&self) -> Notice {
        Notice::warning(files::display(&self.folder), msg::STORE_CATALOGUE_LOST)
    }

    /// Removes the table: the next start reads the corpus again.
    ///
    /// # Errors
    /// What the disk said.
    pub fn forget(&self) -> io::Result<()> {
        match fs::remove_file(self.folder.join(INDEX)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        }
    }

    /// The right to write; `None` when another instance has it.
    fn lock(&self) -> io::Result<Option<File>> {
        regular::own_folder(&self.folder)?;
        let file = regular::own(&self.folder.join(LOCK), |o| o.create(true).truncate(false).write(true))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(e)) => Err(e),
        }
    }

    /// The findings of a table, when they are all there.
    fn reach(&self, table: Option<&Table>, writes: bool) -> Option<(u32, Findings)> {
        let head = table?.head();
        let file = regular::own(&self.findings(head.generation), |o| o.read(true).write(writes)).ok()?;
        if file.metadata().ok()?.len() < head.findings {
            return None;
        }
        Some((head.generation, Findings::in_file(file, writes.then_some(head.findings))))
    }

    /// An empty file of findings under a name that no reader has open.
    fn fresh(&self) -> io::Result<(u32, Findings)> {
        // The old table goes first: it must never meet findings not its own.
        self.forget()?;
        let generation = 1 + self.drop_findings_but(None)?;
        Ok((generation, self.empty(generation)?))
    }

    fn empty(&self, generation: u32) -> io::Result<Findings> {
        let path = self.findings(generation);
        let file = regular::own(&path, |o| o.create(true).truncate(true).read(true).write(true))?;
        Ok(Findings::in_file(file, Some(0)))
    }

    /// Removes the files of findings but one; returns the highest generation
    /// seen.
    fn drop_findings_but(&self, kept: Option<u32>) -> io::Result<u32> {
        let mut highest = 0;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(generation) = name.strip_prefix(FINDINGS).and_then(|g| g.parse().ok()) else { continue };
            highest = highest.max(generation);
            if Some(generation) != kept {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(highest)
    }

    /// Puts a new table in the place of the old one, and opens it; `None` when
    /// it cannot be read back.
    ///
    /// # Errors
    /// What the disk said; the old table stands.
    pub fn save(&self, table: Builder) -> io::Result<Option<Table>> {
        let path = self.folder.join(INDEX);
        atomic::replace_own(&path, &table.encode(self.fingerprint))?;
        Ok(Table::open(&path, self.fingerprint).and_then(Result::ok).filter(Table::is_whole))
    }

    /// Starts a file of findings of the next generation, into which the ones
    /// that are still meant are to be copied.
    ///
    /// # Errors
    /// What the disk said.
    pub fn next_generation(&self, generation: u32) -> io::Result<(u32, Findings)> {
        let next = generation.wrapping_add(1);
        Ok((next, self.empty(next)?))
    }

    /// Removes the findings that no table means any more.
    pub fn tidy(&self, generation: u32) {
        // What cannot be removed now is removed another time.
        let _ = self.drop_findings_but(Some(generation));
    }
}

/// The catalogues in a cache folder: how many, and their bytes.
pub fn size(cache: &Path) -> (usize, u64) {
    let folders = || fs::read_dir(cache.join(FOLDER)).into_iter().flatten().flatten();
    (folders().count(), bytes(&cache.join(FOLDER)))
}

/// Bytes of all files below a folder.
fn bytes(folder: &Path) -> u64 {
    let of = |f: fs::DirEntry| match f.metadata() {
        Ok(m) if m.is_dir() => bytes(&f.path()),
        Ok(m) => m.len(),
        Err(_) => 0,
    };
    fs::read_dir(folder).into_iter().flatten().flatten().map(of).sum()
}

/// The folder of all catalogues.
pub fn folder(cache: &Path) -> PathBuf {
    cache.join(FOLDER)
}

/// Removes every catalogue in a cache folder that no running instance writes;
/// returns how many went and how many stayed.
///
/// # Errors
/// What the disk said.
pub fn clear(cache: &Path) -> io::Result<(usize, usize)> {
    let list = match fs::read_dir(cache.join(FOLDER)) {
        Ok(list) => list,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok((0, 0)),
        Err(e) => return Err(e),
    };
    let (mut gone, mut stayed) = (0, 0);
    for entry in list {
        let folder = entry?.path();
        let catalogue_dir =
            CatalogueDir { folder, fingerprint: [0; 16], only_reads: false, shows_first: false, room: ROOM };
        match catalogue_dir.lock()? {
            Some(_lock) => {
                fs::remove_dir_all(&catalogue_dir.folder)?;
                gone += 1;
            }
            None => stayed += 1,
        }
    }
    Ok((gone, stayed))
}
