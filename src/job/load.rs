//! Loading: what the catalogue knows first, then what the files say that is
//! new. Files that are as they were are not opened.

use super::intake::NewDocument;
use super::resources::Resources;
use super::stop::Stop;
use super::story_list::StoryList;
use super::storybook::StoryBook;
use super::task::Task;
use crate::clean::{self, recurring};
use crate::corpus::{DocId, DocKey, Document, Place};
use crate::ingest::{self, Item, RawDocument};
use crate::notice::{Notice, Severity};
use crate::store::archive::{self, Pull, Pulled};
use crate::store::archives;
use crate::store::catalogue::table::KnownFile;
use crate::store::catalogue::{
    self, CatalogueDir, CatalogueSnapshot, DocumentStore, KnownFiles, Location, Opened, Origin, Spill, Stamp,
};
use crate::store::files::{self, Step, WalkItem};
use crate::store::settings::Address;
use crate::words::msg;
use rayon::prelude::*;
use std::collections::HashMap;
use std::fmt;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Documents in one report: small at first, so that the first screen fills at
/// once, then larger, so that lists are rebuilt rarely.
const FIRST_BATCH: usize = 64;
const LARGEST_BATCH: usize = 8192;
/// Bytes of text that wait for being cleaned, whatever the size of a batch.
const WAITING: usize = 16 << 20;

/// Says what is known of the inputs, then reads and cleans what is new in
/// them, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// What to read.
    pub inputs: Vec<Input>,
    /// How formats are read.
    pub options: ingest::Options,
    /// Where the catalogue is; `None` keeps nothing.
    pub catalogue_dir: Option<CatalogueDir>,
}

/// Something to load.
#[derive(Clone, PartialEq)]
pub enum Input {
    /// A file or a folder; `-` for standard input.
    Path(PathBuf),
    /// A file that the program carries.
    Bytes(Place, &'static [u8]),
    /// A part of an archive.
    Archive(ArchiveInput),
}

/// Of a file that the program carries, its length: its bytes are not for reading.
impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.debug_tuple("Path").field(path).finish(),
            Self::Bytes(place, bytes) => f.debug_tuple("Bytes").field(place).field(&bytes.len()).finish(),
            Self::Archive(archive) => f.debug_tuple("Archive").field(archive).finish(),
        }
    }
}

/// What is to be loaded of an archive.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchiveInput {
    /// Where it is.
    pub address: Address,
    /// The query that it was opened with, as typed; empty for none.
    pub query: String,
    /// What is asked of it.
    pub pull: Pull,
}

/// What loading tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// What was known before a file was opened; the first load tells it before
    /// anything else.
    Cached(Box<CachedState>),
    /// What was read since.
    Read(Reading),
}

/// What the catalogue knew.
#[derive(Clone, Debug, PartialEq)]
pub struct CachedState {
    /// The articles, in the order of the corpus; `None` when nothing was known.
    pub snapshot: Option<Arc<CatalogueSnapshot>>,
    /// Their stories.
    pub stories: Option<CachedStories>,
    /// What is found is kept for the next start, if not by this instance.
    pub is_kept: bool,
    /// This instance is the one that writes the catalogue.
    pub writes: bool,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

/// Stories that were known.
#[derive(Clone, Debug, PartialEq)]
pub struct CachedStories {
    /// What they were made of.
    pub of: u64,
    /// What lists show of them.
    pub list: Arc<StoryList>,
    /// The rest.
    pub book: StoryBook,
}

/// What was read, in the order of the inputs; nothing of it is taken in yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Articles that are new.
    pub documents: Vec<NewDocument>,
    /// The same articles from a file that changed elsewhere.
    pub moved: Vec<(DocId, Location)>,
    /// Articles that are there no more.
    pub gone: Vec<DocId>,
    /// What could not be read, and other problems of files.
    pub notices: Vec<Notice>,
    /// Files read so far.
    pub files: usize,
    /// Which part of an archive answered, when it was asked.
    pub pulled: Option<Pulled>,
}

impl Task for Load {
    type Report = Loaded;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Loaded)) -> Result<(), Notice> {
        let store = match with.opened() {
            // What changed since is looked for.
            Some(store) => store,
            None => {
                let (store, known) = open(&self.inputs, self.options.clone(), self.catalogue_dir.as_ref());
                with.open(store.clone());
                let snapshot = known.snapshot.clone();
                out(Loaded::Cached(Box::new(known)));
                told_unless_whole(&store, snapshot, out);
                store
            }
        };
        load(&self, &store, stop, out);
        Ok(())
    }
}

/// Looks at the part of a catalogue that the first list did not need, and says when
/// it is not as it was written: the next start reads the corpus again.
fn told_unless_whole(store: &DocumentStore, snapshot: Option<Arc<CatalogueSnapshot>>, out: &mut dyn FnMut(Loaded)) {
    let Some(catalogue_dir) = store.catalogue_dir().filter(|_| snapshot.is_some_and(|s| !s.is_whole())) else { return };
    if store.writable_dir().is_some() {
        // What cannot be removed is found to be damaged again.
        let _ = catalogue_dir.forget();
    }
    out(Loaded::Read(Reading { notices: vec![catalogue_dir.lost()], ..Reading::default() }));
}

/// Reads what the files say that is new.
fn load(job: &Load, store: &DocumentStore, stop: &Stop, send: &mut dyn FnMut(Loaded)) {
    let mut batch = Batch {
        store,
        size: FIRST_BATCH,
        sent: 0,
        bytes: 0,
        waiting: Vec::new(),
        moved: Vec::new(),
        notices: Vec::new(),
        files: 0,
        spill: store.spill(),
        pulled: None,
        stop,
        send,
    };
    let mut known = store.files();
    let mut seen: Vec<DocId> = Vec::new();
    for (root, input) in job.inputs.iter().enumerate() {
        if batch.input(root, input, &job.options, &mut known, &mut seen).is_break() {
            return;
        }
    }
    batch.flush();
    let mut gone: Vec<DocId> = known.lost().into_iter().chain(seen).collect();
    gone.sort_unstable();
    if !gone.is_empty() {
        let files = batch.files;
        (batch.send)(Loaded::Read(Reading { gone, files, ..Reading::default() }));
    }
}

/// What is known of the inputs, and the store to go on with.
fn open(
    inputs: &[Input],
    options: ingest::Options,
    catalogue_dir: Option<&CatalogueDir>,
) -> (Arc<DocumentStore>, CachedState) {
    let opened = catalogue_dir.map_or_else(|| Opened::in_memory(Vec::new()), CatalogueDir::open);
    let Opened { table, mut notices, .. } = opened;
    let opened = Opened { table: None, notices: Vec::new(), ..opened };
    let path = |i: &Input| match i {
        Input::Path(p) => p.clone(),
        Input::Bytes(place, _) => PathBuf::from(&*place.path),
        Input::Archive(a) => PathBuf::from(a.address.to_string()),
    };
    let roots: Vec<PathBuf> = inputs.iter().map(path).collect();
    let store = DocumentStore::new(options, catalogue_dir.cloned(), opened).on(roots);
    let (is_kept, writes) = (store.catalogue_dir().is_some(), store.writable_dir().is_some());
    let Some(table) = table else {
        return (Arc::new(store), CachedState { snapshot: None, stories: None, is_kept, writes, notices });
    };
    for noted in &table.head().notes {
        let file = KnownFile { root: noted.root, rest: &noted.rest, stamp: noted.stamp };
        let said: Vec<Notice> = noted.notices.iter().cloned().map(Notice::from).collect();
        notices.extend(said.iter().cloned());
        store.note(&file.path(store.roots()), noted.root as usize, noted.stamp, said);
    }
    let sources = table.head().sources.iter();
    store.remember(sources.map(|s| (s.name.clone(), recurring::Recurring::remembered(s.articles as usize, &s.lines))));
    let snapshot = Arc::new(CatalogueSnapshot::new(table, store.roots()));
    let book = snapshot.table().head().grouped.map(|g| (g.of, StoryBook::Kept(snapshot.clone())));
    let stories = book.map(|(of, book)| CachedStories { of, list: Arc::new(book.list()), book });
    (
        Arc::new(store.over(snapshot.clone())),
        CachedState { snapshot: Some(snapshot), stories, is_kept, writes, notices },
    )
}

/// Raw documents on their way to being cleaned, several at a time.
struct Batch<'s> {
    store: &'s DocumentStore,
    size: usize,
    sent: usize,
    bytes: usize,
    waiting: Vec<(RawDocument, Location)>,
    moved: Vec<(DocId, Location)>,
    notices: Vec<Notice>,
    files: usize,
    spill: Spill<'s>,
    pulled: Option<Pulled>,
    stop: &'s Stop,
    send: &'s mut dyn FnMut(Loaded),
}

impl Batch<'_> {
    /// Everything of one input. `known` loses the files that are there,
    /// `gone` gets the articles that their files have no more.
    fn input(
        &mut self,
        root: usize,
        input: &Input,
        options: &ingest::Options,
        known: &mut KnownFiles,
        gone: &mut Vec<DocId>,
    ) -> ControlFlow<()> {
        match input {
            Input::Bytes(place, bytes) => {
                self.files += 1;
                let origin = Arc::new(Origin::Carried(place.clone(), bytes));
                ingest::stream(place, &mut &bytes[..], options, &mut |item| self.take(item, &origin, false, &mut None))
            }
            // It is asked once; what comes into it later is there at the next start.
            Input::Archive(_) if !self.store.is_empty() => ControlFlow::Continue(()),
            Input::Archive(archive) => self.archive(archive),
            Input::Path(path) => {
                let stop = self.stop;
                let mut lost = false;
                let flow = files::walk(path, &|| stop.is_set(), &mut |step| match step {
                    Step::Stdin => {
                        self.files += 1;
                        let origin = Arc::new(Origin::Gone);
                        let place = Place::file(files::STDIN);
                        let mut reader = std::io::stdin().lock();
                        archives::opened(place, &mut reader, &|| stop.is_set(), &mut |found| {
                            self.found(found, options, &origin, &mut None)
                        })
                    }
                    Step::Problem(notice) => {
                        lost |= notice.severity == Severity::Error;
                        self.notices.push(notice);
                        self.go_on()
                    }
                    Step::File(path, meta) => {
                        let stamp = Stamp::of(meta);
                        let before = known.take(root, path);
                        match before {
                            Some((then, _)) if then == stamp => self.go_on(),
                            before => {
                                let ids = before.map_or(Vec::new(), |(_, ids)| ids);
                                self.file(root, path, stamp, options, ids, gone)
                            }
                        }
                    }
                });
                if lost {
                    // What cannot be listed may still be there.
                    known.spare(path);
                }
                flow
            }
        }
    }

    /// What may answer in an archive. The lines that recur in its sources are counted
    /// over all of it, not over what comes.
    fn archive(&mut self, archive: &ArchiveInput) -> ControlFlow<()> {
        let (stop, store) = (self.stop, self.store);
        let origin = Arc::new(Origin::Archive);
        let mut habits = |habits| store.remember(habits);
        let mut take = |item| self.take(item, &origin, true, &mut None);
        match archive::pull(&archive.address, &archive.pull, &|| stop.is_set(), &mut habits, &mut take) {
            Ok(pulled) => {
                self.notices.extend(pulled.notices(&archive.address, archive.pull.most));
                self.pulled = Some(pulled);
            }
            Err(reason) => {
                let said = Notice::error(archive.address.to_string(), msg::store_archive_away(reason));
                self.notices.push(said);
            }
        }
        self.go_on()
    }

    /// One file that is new or was changed.
    fn file(
        &mut self,
        root: usize,
        path: &Path,
        stamp: Stamp,
        options: &ingest::Options,
        before: Vec<DocId>,
        gone: &mut Vec<DocId>,
    ) -> ControlFlow<()> {
        self.files += 1;
        self.store.forget(path);
        let stop = self.stop;
        let origin = Arc::new(Origin::File { root, path: path.to_path_buf(), stamp });
        let mut texts: HashMap<DocKey, Vec<DocId>> = HashMap::new();
        for id in before.iter().rev() {
            if let Some(location) = self.store.location(*id) {
                texts.entry(location.key).or_default().push(*id);
            }
        }
        let mut file = FileSoFar { texts, articles: 0 };
        let mut notices = Vec::new();
        let mut file_part = Some(&mut file);
        let flow = archives::file(path, &archives::Limits::default(), &|| stop.is_set(), &mut |found| {
            if let WalkItem::Problem(notice) = &found {
                notices.push(notice.clone());
            }
            self.found(found, options, &origin, &mut file_part)
        });
        let FileSoFar { texts, articles } = file;
        if articles == 0 || !notices.is_empty() {
            self.store.note(path, root, stamp, notices);
        }
        gone.extend(texts.into_values().flatten());
        flow
    }

    fn found(
        &mut self,
        found: WalkItem<'_>,
        options: &ingest::Options,
        origin: &Arc<Origin>,
        file: &mut Option<&mut FileSoFar>,
    ) -> ControlFlow<()> {
        match found {
            WalkItem::Problem(notice) => {
                self.notices.push(notice);
                self.go_on()
            }
            WalkItem::File { place, reader, file: seekable, told } => {
                let mut take = |item| self.take(item, origin, seekable.is_none(), file);
                ingest::stream_among(&place, reader, options, told, &mut take)
            }
        }
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.stop.is_set() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn take(
        &mut self,
        item: Item,
        origin: &Arc<Origin>,
        packed: bool,
        file: &mut Option<&mut FileSoFar>,
    ) -> ControlFlow<()> {
        match item {
            Item::Notice(notice) => {
                if let Origin::File { root, path, stamp } = &**origin {
                    self.store.note(path, *root, *stamp, [notice.clone()]);
                }
                self.notices.push(notice);
            }
            Item::Document(raw) => {
                let key = DocKey::of_text(&raw.text);
                let extent = raw.extent.filter(|_| !packed);
                let location =
                    Location { origin: origin.clone(), place: raw.place.clone(), packed, extent, key, held: None };
                let same = file.as_mut().and_then(|f| {
                    f.articles += 1;
                    f.texts.get_mut(&key)?.pop()
                });
                match same {
                    Some(id) => self.moved.push((id, location)),
                    None => {
                        self.bytes += raw.text.len();
                        self.waiting.push((*raw, location));
                    }
                }
            }
        }
        if self.waiting.len() >= self.size || self.bytes >= WAITING {
            self.flush();
        }
        self.go_on()
    }

    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.waiting);
        let moved = std::mem::take(&mut self.moved);
        // A quarter more each time: lists are rebuilt a few dozen times,
        // whatever the size of the corpus.
        self.sent += raw.len();
        self.size = (self.sent / 4).clamp(FIRST_BATCH, LARGEST_BATCH);
        self.bytes = 0;
        let arrived: Vec<Result<NewDocument, Box<(Notice, Location)>>> =
            raw.into_par_iter().map(new_document).collect();
        let mut documents = Vec::with_capacity(arrived.len());
        for one in arrived {
            let (notices, location) = match &one {
                Ok(a) => (a.document.notices.clone(), &a.location),
                Err(failed) => (vec![failed.0.clone()], &failed.1),
            };
            if let (Origin::File { root, path, stamp }, false) = (&*location.origin, notices.is_empty()) {
                self.store.note(path, *root, *stamp, notices);
            }
            match one {
                Ok(a) => documents.push(a),
                Err(failed) => self.notices.push(failed.0),
            }
        }
        let cleaned: Vec<&Document> = documents.iter().map(|new: &NewDocument| &*new.document).collect();
        let spilled = self.spill.take(&cleaned);
        documents.iter_mut().zip(spilled).for_each(|(new, spilled)| new.spilled = spilled);
        if !documents.is_empty() || !moved.is_empty() || !self.notices.is_empty() || self.pulled.is_some() {
            let notices = std::mem::take(&mut self.notices);
            let (files, pulled) = (self.files, self.pulled.take());
            (self.send)(Loaded::Read(Reading { documents, moved, gone: Vec::new(), notices, files, pulled }));
        }
    }
}

/// What a file gave so far.
struct FileSoFar {
    /// Articles that it gave the last time and has not given now.
    texts: HashMap<DocKey, Vec<DocId>>,
    articles: usize,
}

/// One article, cleaned; one that makes the cleaner fail is left out with a
/// notice, and the rest goes on.
fn new_document((raw, mut location): (RawDocument, Location)) -> Result<NewDocument, Box<(Notice, Location)>> {
    match catalogue::clean(raw) {
        Ok(document) => {
            let document = Arc::new(document);
            let (source, lines) = (clean::source_key(&document), recurring::lines(&document));
            if let Origin::Archive | Origin::Gone = &*location.origin {
                location.held = Some(document.clone());
            }
            let card = Arc::new(crate::corpus::Card::of(&document));
            Ok(NewDocument { document, card, source: source.into(), lines, location, spilled: None })
        }
        Err(notice) => Err(Box::new((notice, location))),
    }
}
