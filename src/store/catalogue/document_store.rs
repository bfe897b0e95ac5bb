//! [`DocumentStore`]: the way back from the number of a document to its text and to
//! what was found in it. Bodies are read when they are asked for.
//!
//! Shared between the program and its jobs; numbers are given by the program,
//! in the order in which it takes articles in.

use super::claims::Claims;
use super::dir::{CatalogueDir, Opened, ROOM};
use super::findings::{Findings, Slot};
use super::fresh::{Fresh, Waiting};
use super::known::KnownFiles;
use super::locations::Locations;
use super::origin::{Location, Origin, Stamp};
use super::pack;
use super::passed::Passed;
use super::snapshot::CatalogueSnapshot;
use super::spill::{Spill, Spilled};
use crate::clean::{self, recurring::Recurring};
use crate::corpus::{DocId, Document, Place};
use crate::entity::Entity;
use crate::ingest::{self, RawDocument};
use crate::notice::Notice;
use crate::store::fulltext::{Form, Snapshot};
use crate::story::Signature;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// What there was to say about a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileNote {
    /// Which of the paths given it stands under.
    pub root: usize,
    /// As it was when it was read.
    pub stamp: Stamp,
    /// About the file and its articles.
    pub notices: Vec<Notice>,
}

/// What was found in an article as it is kept.
pub fn findings_of(document: &Document, entities: &[Entity], signature: &Signature) -> Vec<u8> {
    pack::pack(&Claims::of(document), entities, signature)
}

/// The articles of one run.
#[derive(Debug)]
pub struct DocumentStore {
    options: ingest::Options,
    locations: RwLock<Locations>,
    /// What was read just now and nobody has looked at.
    fresh: RwLock<Fresh>,
    /// What was read on the way to another article.
    passed: Mutex<Passed>,
    /// Files that gave no article or about which there is something to say.
    notes: Mutex<BTreeMap<PathBuf, FileNote>>,
    sources: RwLock<BTreeMap<String, Arc<Recurring>>>,
    findings: RwLock<Arc<Findings>>,
    generation: Mutex<u32>,
    catalogue_dir: Option<CatalogueDir>,
    /// The paths given.
    roots: Vec<PathBuf>,
    /// The right to write the catalogue.
    lock: Option<File>,
    /// Counts what may change which lines recur.
    counted: AtomicU64,
    /// What answers queries without the texts.
    words: RwLock<Option<Arc<Words>>>,
}

/// The full-text index as it was last read.
#[derive(Debug)]
pub struct Words {
    /// The index, pointed to the articles of this run.
    pub snapshot: Snapshot,
    /// The articles it was pointed to.
    pub articles: Arc<[DocId]>,
    /// What the reader had said then.
    pub memory: Arc<clean::Memory>,
    /// [`DocumentStore::counted`] then.
    pub counted: u64,
}

fn held<T>(lock: std::sync::LockResult<T>) -> T {
    lock.unwrap_or_else(PoisonError::into_inner)
}

impl Default for DocumentStore {
    fn default() -> Self {
        Self::new(ingest::Options::default(), None, Opened::in_memory(Vec::new()))
    }
}

impl DocumentStore {
    /// An empty store over what was found in its folder.
    pub fn new(options: ingest::Options, catalogue_dir: Option<CatalogueDir>, opened: Opened) -> Self {
        Self {
            options,
            locations: RwLock::default(),
            fresh: RwLock::new(Fresh::new(catalogue_dir.as_ref().map_or(ROOM, CatalogueDir::room))),
            passed: Mutex::default(),
            notes: Mutex::default(),
            sources: RwLock::default(),
            findings: RwLock::new(Arc::new(opened.findings)),
            generation: Mutex::new(opened.generation),
            catalogue_dir,
            roots: Vec::new(),
            lock: opened.lock,
            counted: AtomicU64::new(0),
            words: RwLock::default(),
        }
    }

    /// The same for a corpus on these paths.
    #[must_use]
    pub fn on(self, roots: Vec<PathBuf>) -> Self {
        Self { roots, ..self }
    }

    /// The same with the articles that the catalogue had.
    #[must_use]
    pub fn over(self, snapshot: Arc<CatalogueSnapshot>) -> Self {
        Self { locations: RwLock::new(Locations::new(snapshot)), ..self }
    }

    /// The paths given.
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// Takes an article in, with what habits of its source are remembered
    /// under; its number is how many there were.
    pub fn push(&self, location: Location, source: Arc<str>) -> DocId {
        held(self.locations.write()).push(location, source)
    }

    /// How many articles were taken in.
    pub fn len(&self) -> usize {
        held(self.locations.read()).len()
    }

    /// True before anything was taken in.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The way to an article.
    pub fn location(&self, id: DocId) -> Option<Location> {
        held(self.locations.read()).location(id)
    }

    /// The file that an article stands in, by its real name; `None` where it
    /// came from no file.
    pub fn file_of(&self, id: DocId) -> Option<PathBuf> {
        match &*self.location(id)?.origin {
            Origin::File { path, .. } => Some(path.clone()),
            Origin::Carried(..) | Origin::Archive | Origin::Gone => None,
        }
    }

    /// Where an article was read.
    pub fn place_of(&self, id: DocId) -> Option<Place> {
        Some(self.location(id)?.place)
    }

    /// True for two articles of one file.
    pub(super) fn share_a_file(&self, a: DocId, b: DocId) -> bool {
        held(self.locations.read()).share_a_file(a, b)
    }

    /// How formats are read.
    pub(super) fn options(&self) -> &ingest::Options {
        &self.options
    }

    /// Where the findings of an article stand.
    pub fn slot(&self, id: DocId) -> Option<Slot> {
        held(self.locations.read()).slot(id)
    }

    /// Lets articles that are cleaned by themselves now wait on disk, as far as
    /// memory has no room for them, until they are offered and looked at.
    pub fn spill(&self) -> Spill<'_> {
        Spill::new(self.writable_dir())
    }

    /// Holds an article that was cleaned by itself just now, if it waits on disk
    /// or there is room, until it was looked at.
    pub fn offer(&self, id: DocId, document: &Arc<Document>, spilled: Option<Spilled>) {
        held(self.fresh.write()).offer(id, document, spilled);
    }

    /// Lets articles go that were looked at.
    pub fn release(&self, ids: impl IntoIterator<Item = DocId>) {
        let mut fresh = held(self.fresh.write());
        ids.into_iter().for_each(|id| fresh.release(id));
    }

    /// An article that was read on the way to another one of its file, which is as it was.
    pub(super) fn passed(&self, location: &Location) -> Option<RawDocument> {
        let Origin::File { path, .. } = &*location.origin else { return None };
        let stamp = Stamp::of(&std::fs::metadata(path).ok()?);
        held(self.passed.lock()).get(path, stamp, &location.place, location.key)
    }

    /// An article was read on the way to another one.
    pub(super) fn pass(&self, path: &Path, stamp: Stamp, raw: &RawDocument) {
        held(self.passed.lock()).offer(path, stamp, raw);
    }

    /// An article that was cleaned by itself just now, as long as it is held.
    pub(super) fn fresh(&self, id: DocId) -> Option<Waiting> {
        held(self.fresh.read()).get(id)
    }

    /// Takes the same article from a file that was only touched or moved.
    pub fn moved(&self, id: DocId, location: Location) {
        self.release([id]);
        held(self.locations.write()).moved(id, location);
    }

    /// Takes an article out: its file has it no more.
    pub fn remove(&self, id: DocId) {
        self.release([id]);
        held(self.locations.write()).remove(id);
    }

    /// How often the articles changed.
    pub fn changes(&self) -> u64 {
        held(self.locations.read()).changes()
    }

    /// Stands on another catalogue from now on, written of what was here after
    /// so many changes.
    pub fn rebase(&self, snapshot: Arc<CatalogueSnapshot>, changes: u64) {
        held(self.locations.write()).rebase(snapshot, changes);
    }

    /// Keeps what there is to say about a file, in addition to what is kept.
    pub fn note(&self, path: &Path, root: usize, stamp: Stamp, notices: impl IntoIterator<Item = Notice>) {
        let mut notes = held(self.notes.lock());
        let note = notes.entry(path.to_path_buf()).or_insert_with(|| FileNote { root, stamp, notices: Vec::new() });
        (note.root, note.stamp) = (root, stamp);
        note.notices.extend(notices);
    }

    /// Forgets what there was to say about a file.
    pub fn forget(&self, path: &Path) {
        held(self.notes.lock()).remove(path);
    }

    /// Files that gave no article or about which there is something to say.
    pub fn notes(&self) -> BTreeMap<PathBuf, FileNote> {
        held(self.notes.lock()).clone()
    }

    /// Whether this instance writes the catalogue.
    pub fn writable_dir(&self) -> Option<&CatalogueDir> {
        self.catalogue_dir.as_ref().filter(|_| self.lock.is_some())
    }

    /// Where the catalogue is, whoever writes it.
    pub fn catalogue_dir(&self) -> Option<&CatalogueDir> {
        self.catalogue_dir.as_ref()
    }

    /// The full-text index as it was last read.
    pub fn word_index(&self) -> Option<Arc<Words>> {
        held(self.words.read()).clone()
    }

    /// Takes the full-text index as it is now; `None` when it cannot be used.
    pub fn set_words(&self, words: Option<Arc<Words>>) {
        *held(self.words.write()) = words;
    }

    /// A number that is the same while the same lines recur in every source.
    pub fn counted(&self) -> u64 {
        self.counted.load(Ordering::Acquire)
    }

    /// The forms in which articles stand now, for those on disk.
    pub fn forms(&self, articles: &[DocId], memory: &clean::Memory) -> Vec<(DocId, Form)> {
        let recurring: HashMap<String, u64> = self.sources().par_iter().map(|(n, r)| (n.clone(), r.digest())).collect();
        let locations = held(self.locations.read());
        let form = |id: &DocId| Some((*id, locations.form(*id, &self.roots, memory, &recurring)?));
        articles.par_iter().filter_map(form).collect()
    }

    /// Keeps what was found in some articles, as [`findings_of`] made it.
    pub fn keep(&self, found: &[(DocId, Vec<u8>)]) {
        let slots = self.findings().append(found.iter().map(|(_, findings)| &findings[..]));
        let mut locations = held(self.locations.write());
        for ((id, ..), slot) in found.iter().zip(slots) {
            locations.set_slot(*id, slot);
        }
    }

    /// Where findings are kept.
    pub fn findings(&self) -> Arc<Findings> {
        held(self.findings.read()).clone()
    }

    fn bytes(&self, id: DocId) -> Option<Vec<u8>> {
        let slot = self.slot(id)?;
        self.findings().read(slot)
    }

    /// A document without text that makes the claims of this one, once it was
    /// looked at.
    pub fn claims(&self, id: DocId) -> Option<Document> {
        let bytes = self.bytes(id)?;
        let location = self.location(id)?;
        Some(pack::claims(&bytes)?.document(location.key, location.place))
    }

    /// The names of an article, once it was looked at.
    pub fn entities(&self, id: DocId) -> Option<Vec<Entity>> {
        pack::entities(&self.bytes(id)?)
    }

    /// A document without text, and the names of the article.
    pub fn claims_and_names(&self, id: DocId) -> Option<(Document, Vec<Entity>)> {
        let bytes = self.bytes(id)?;
        let location = self.location(id)?;
        Some((pack::claims(&bytes)?.document(location.key, location.place), pack::entities(&bytes)?))
    }

    /// Signature of an article, once it was looked at.
    pub fn signature(&self, id: DocId) -> Option<Signature> {
        pack::signature(&self.bytes(id)?, self.location(id)?.key)
    }

    /// Names and signature of an article, once it was looked at.
    pub fn found(&self, id: DocId) -> Option<(Vec<Entity>, Signature)> {
        pack::all(&self.bytes(id)?, self.location(id)?.key)
    }

    /// Counts the lines of an article among those of its source.
    pub fn count(&self, source: &str, lines: &[u64]) {
        self.counted.fetch_add(1, Ordering::Release);
        let mut sources = held(self.sources.write());
        match sources.get_mut(source) {
            Some(of) => Arc::make_mut(of).add(lines),
            None => {
                let mut of = Recurring::default();
                of.add(lines);
                sources.insert(source.to_owned(), Arc::new(of));
            }
        }
    }

    /// What the articles of a source have in common.
    pub fn recurring(&self, source: &str) -> Option<Arc<Recurring>> {
        held(self.sources.read()).get(source).cloned()
    }

    /// Takes what is remembered of the sources.
    pub fn remember(&self, sources: impl IntoIterator<Item = (String, Recurring)>) {
        self.counted.fetch_add(1, Ordering::Release);
        held(self.sources.write()).extend(sources.into_iter().map(|(n, r)| (n, Arc::new(r))));
    }

    /// What is worth remembering of the sources.
    pub fn sources(&self) -> Vec<(String, Arc<Recurring>)> {
        held(self.sources.read()).iter().map(|(n, r)| (n.clone(), r.clone())).collect()
    }

    /// Which generation of findings is written.
    pub fn generation(&self) -> u32 {
        *held(self.generation.lock())
    }

    /// Goes over to another file of findings: these slots take the place of
    /// the old ones.
    pub fn turn_over(&self, generation: u32, findings: Findings, slots: &[(DocId, Slot)]) {
        let mut locations = held(self.locations.write());
        for (id, slot) in slots {
            locations.set_slot(*id, *slot);
        }
        *held(self.findings.write()) = Arc::new(findings);
        *held(self.generation.lock()) = generation;
    }

    /// The files on disk that are known, with the articles that came from
    /// each.
    pub fn files(&self) -> KnownFiles {
        let noted: Vec<(PathBuf, Stamp)> = held(self.notes.lock()).iter().map(|(p, n)| (p.clone(), n.stamp)).collect();
        held(self.locations.read()).files(&self.roots, noted.into_iter())
    }
}
