//! [`CardIndex`]: what lists, filters and jobs ask of every article, as the
//! catalogue has it and as it has changed since. A copy costs two counters,
//! so that a job can have one.

use super::format::day_number;
use super::snapshot::CatalogueSnapshot;
use crate::corpus::edition::MOST;
use crate::corpus::{Card, DocId, DocKey, Edition, Histories, History};
use foldhash::fast::FixedState;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What is said of an article that is not in the catalogue as it is now.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    key: DocKey,
    card: Arc<Card>,
    /// What habits of its source are remembered under.
    source: Arc<str>,
    /// What the reader had said of it when it was looked at.
    reader_state: Option<u64>,
    /// It is not there any more.
    gone: bool,
}

type ById<T> = HashMap<DocId, T, FixedState>;

/// All articles of a run by their numbers; what has gone keeps its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardIndex {
    snapshot: Option<Arc<CatalogueSnapshot>>,
    over: Arc<ById<Entry>>,
    /// Articles that are not in the snapshot, by key.
    keys: Arc<HashMap<DocKey, Vec<DocId>, FixedState>>,
    /// Of the entries over the snapshot, by what versions of one article share.
    editions: Arc<HashMap<u64, Vec<DocId>, FixedState>>,
    /// The articles that have several versions.
    histories: Arc<Histories>,
    len: usize,
    /// How many were looked at.
    found: usize,
    /// The articles and what was said of them, in one number.
    marks: u64,
}

/// An article, and what the reader had said of it, in one number.
pub(super) fn mark(key: &DocKey, reader_state: u64) -> u64 {
    let half = |b: &[u8]| b.first_chunk().map_or(0, |b| u64::from_be_bytes(*b));
    let (a, b) = key.bytes().split_at(8);
    mix(mix(half(a), half(b)), reader_state)
}

fn mix(h: u64, x: u64) -> u64 {
    (h ^ x).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}

impl CardIndex {
    /// What the catalogue had.
    pub fn new(snapshot: Arc<CatalogueSnapshot>) -> Self {
        let head = snapshot.table().head();
        let (len, found, marks) = (snapshot.table().len(), head.found as usize, head.marks);
        let mut histories = Histories::default();
        for history in snapshot.table().histories() {
            history.renumbered(&|row| snapshot.id(row.index())).into_iter().for_each(|h| histories.set(h));
        }
        let histories = Arc::new(histories);
        Self { snapshot: Some(snapshot), histories, len, found, marks, ..Self::default() }
    }

    /// How many numbers were given.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True before any was given.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many articles that are there were looked at.
    pub fn found(&self) -> usize {
        self.found
    }

    /// The articles that are there, and what had been said of each when it was
    /// looked at, in one number that does not depend on their order.
    pub fn marks(&self) -> u64 {
        self.marks
    }

    /// The same of some articles, which may have gone.
    pub fn marks_of<'i>(&self, ids: impl IntoIterator<Item = &'i DocId>) -> u64 {
        let one = |id: &DocId| Some(mark(&self.key(*id)?, self.reader_state(*id).unwrap_or(0)));
        ids.into_iter().filter_map(one).fold(0, u64::wrapping_add)
    }

    /// A copy for whoever asks for the cards of all articles and then lets it
    /// go: much faster, for more memory in between.
    #[must_use]
    pub fn in_bulk(&self) -> Self {
        Self { snapshot: self.snapshot.as_ref().map(|b| Arc::new(b.in_bulk())), ..self.clone() }
    }

    /// The catalogue under it.
    pub fn snapshot(&self) -> Option<&Arc<CatalogueSnapshot>> {
        self.snapshot.as_ref()
    }

    /// One article more, under the number that the store gave it.
    pub fn insert(&mut self, id: DocId, key: DocKey, card: Arc<Card>, source: Arc<str>) {
        let edition = card.edition;
        Arc::make_mut(&mut self.over).insert(id, Entry { key, card, source, reader_state: None, gone: false });
        Arc::make_mut(&mut self.keys).entry(key).or_default().push(id);
        self.marks = self.marks.wrapping_add(mark(&key, 0));
        self.len = self.len.max(id.index() + 1);
        self.settle(id, edition);
    }

    /// The row of the snapshot that still tells of an article.
    fn row(&self, id: DocId) -> Option<(&CatalogueSnapshot, usize)> {
        let snapshot = self.snapshot.as_deref()?;
        Some((snapshot, snapshot.row(id)?))
    }

    fn entry(&self, id: DocId) -> Option<&Entry> {
        self.over.get(&id)
    }

    fn change(&mut self, id: DocId, change: impl FnOnce(&mut Entry)) {
        if !self.over.contains_key(&id) {
            let Some(entry) = self.decoded(id) else { return };
            Arc::make_mut(&mut self.over).insert(id, entry);
        }
        if let Some(entry) = Arc::make_mut(&mut self.over).get_mut(&id) {
            change(entry);
        }
    }

    fn decoded(&self, id: DocId) -> Option<Entry> {
        let (snapshot, row) = self.row(id)?;
        let table = snapshot.table();
        let source = table.name(table.source(row)).into();
        Some(Entry {
            key: table.key(row),
            card: Arc::new(snapshot.card(id)?),
            source,
            reader_state: table.reader_state(row),
            gone: false,
        })
    }

    /// Another card for an article.
    pub fn set_card(&mut self, id: DocId, card: Arc<Card>) {
        let (before, edition) = (self.edition(id), card.edition);
        self.change(id, |e| e.card = card);
        if before != edition {
            if before.map(|e| e.of) != edition.map(|e| e.of) {
                self.settle(id, before);
            }
            self.settle(id, edition);
        }
    }

    /// Of which article it is a version.
    fn edition(&self, id: DocId) -> Option<Edition> {
        match self.entry(id) {
            Some(e) => e.card.edition.filter(|_| !e.gone),
            None => self.row(id).and_then(|(snapshot, row)| snapshot.table().edition(row)),
        }
    }

    /// Finds out anew which versions there are of what a document, which came, went
    /// or changed, is or was a version of.
    fn settle(&mut self, id: DocId, edition: Option<Edition>) {
        let Some(of) = edition.map(|e| e.of) else { return };
        let editions = Arc::make_mut(&mut self.editions);
        let listed = editions.entry(of).or_default();
        // What so many share has no history any more; their list grows no further.
        if listed.len() > 2 * MOST {
            return;
        }
        if !listed.contains(&id) {
            listed.push(id);
        }
        let mut shared = listed.clone();
        if let Some(snapshot) = &self.snapshot {
            shared.extend(snapshot.table().by_edition(of).into_iter().filter_map(|row| snapshot.id(row)));
        }
        shared.sort_unstable();
        shared.dedup();
        let of_it = |id: DocId| Some((id, self.edition(id).filter(|e| e.of == of)?));
        let history = History::of(shared.iter().filter_map(|id| of_it(*id)).collect());
        // Nearly every article has one version.
        if history.is_some() || shared.iter().any(|id| self.histories.get(*id).is_some()) {
            let histories = Arc::make_mut(&mut self.histories);
            histories.forget(&shared);
            history.into_iter().for_each(|history| histories.set(history));
        }
    }

    /// The articles that have several versions.
    pub fn histories(&self) -> &Arc<Histories> {
        &self.histories
    }

    /// What the reader had said of an article when it was looked at; `None`:
    /// it has to be looked at again. Returns what stood there.
    pub fn set_reader_state(&mut self, id: DocId, reader_state: Option<u64>) -> Option<u64> {
        let before = self.reader_state(id);
        if let (true, Some(key)) = (before != reader_state, self.key(id)) {
            self.found = self.found + usize::from(reader_state.is_some()) - usize::from(before.is_some());
            let (old, new) = (mark(&key, before.unwrap_or(0)), mark(&key, reader_state.unwrap_or(0)));
            self.marks = self.marks.wrapping_sub(old).wrapping_add(new);
            self.change(id, |e| e.reader_state = reader_state);
        }
        before
    }

    /// Takes an article out of what is counted; what was said of it can still
    /// be asked for.
    pub fn remove(&mut self, id: DocId) {
        let (Some(key), reader_state) = (self.key(id), self.reader_state(id)) else { return };
        self.found -= usize::from(reader_state.is_some());
        self.marks = self.marks.wrapping_sub(mark(&key, reader_state.unwrap_or(0)));
        // What the next catalogue does not have is kept here.
        let edition = self.edition(id);
        self.change(id, |e| e.gone = true);
        self.settle(id, edition);
    }

    /// Its key.
    pub fn key(&self, id: DocId) -> Option<DocKey> {
        match self.entry(id) {
            Some(e) => Some(e.key),
            None => self.row(id).map(|(snapshot, row)| snapshot.table().key(row)),
        }
    }

    /// The articles of a key, in order, whether or not they are still there.
    pub fn by_key<'r>(&'r self, key: &'r DocKey) -> impl Iterator<Item = DocId> + 'r {
        let snapshot = self.snapshot.iter().flat_map(|s| s.by_key(key));
        snapshot.chain(self.keys.get(key).into_iter().flatten().copied())
    }

    /// What lists show of it.
    pub fn card(&self, id: DocId) -> Option<Arc<Card>> {
        match self.entry(id) {
            Some(e) => Some(e.card.clone()),
            None => self.snapshot.as_ref()?.card(id).map(Arc::new),
        }
    }

    /// The name of its file or record.
    pub fn file_name(&self, id: DocId) -> String {
        match (self.entry(id), &self.snapshot) {
            (Some(e), _) => e.card.name.clone(),
            (None, Some(snapshot)) => snapshot.file_name(id).unwrap_or_default(),
            (None, None) => String::new(),
        }
    }

    /// Its headline.
    pub fn title(&self, id: DocId) -> Cow<'_, str> {
        match self.entry(id) {
            Some(e) => Cow::Borrowed(&e.card.title),
            None => {
                let record = self.row(id).and_then(|(snapshot, row)| snapshot.table().record(row));
                record.map_or(Cow::Borrowed(""), |r| r.title())
            }
        }
    }

    /// Its outlet.
    pub fn outlet(&self, id: DocId) -> Option<&str> {
        match self.entry(id) {
            Some(e) => e.card.source.as_deref(),
            None => self.row(id).and_then(|(snapshot, row)| Some(snapshot.table().name(snapshot.table().outlet(row)?))),
        }
    }

    /// Its day.
    pub fn date(&self, id: DocId) -> Option<Date> {
        match self.entry(id) {
            Some(e) => e.card.date,
            None => self.row(id).and_then(|(snapshot, row)| snapshot.table().date(row)),
        }
    }

    /// A number that orders as its day does; the least for one without a day.
    pub fn day(&self, id: DocId) -> i32 {
        match self.entry(id) {
            Some(e) => day_number(e.card.date),
            None => self.row(id).map_or(i32::MIN, |(snapshot, row)| snapshot.table().day(row)),
        }
    }

    /// Words of its body.
    pub fn word_count(&self, id: DocId) -> usize {
        match self.entry(id) {
            Some(e) => e.card.words,
            None => self.row(id).map_or(0, |(snapshot, row)| snapshot.table().word_count(row)),
        }
    }

    /// What habits of its source are remembered under.
    pub fn source(&self, id: DocId) -> Option<&str> {
        match self.entry(id) {
            Some(e) => Some(&e.source),
            None => self.row(id).map(|(snapshot, row)| snapshot.table().name(snapshot.table().source(row))),
        }
    }

    /// What the reader had said of it in one number, when it was looked at.
    pub fn reader_state(&self, id: DocId) -> Option<u64> {
        match self.entry(id) {
            Some(e) => e.reader_state,
            None => self.row(id).and_then(|(snapshot, row)| snapshot.table().reader_state(row)),
        }
    }

    /// True when all were looked at and nothing had been said of any.
    pub fn is_untouched(&self) -> bool {
        let reader_state = self.snapshot.as_ref().map_or(0, |s| s.table().head().spoken);
        reader_state == 0 && self.over.is_empty() && self.found == self.len
    }

    /// All outlets, in order.
    pub fn outlets(&self) -> BTreeSet<&str> {
        let mut out: BTreeSet<&str> = self.over.values().filter_map(|e| e.card.source.as_deref()).collect();
        if let Some(snapshot) = &self.snapshot {
            let mut seen = vec![false; snapshot.table().names() as usize];
            for n in (0..snapshot.table().len()).filter_map(|row| snapshot.table().outlet(row)) {
                if let Some(seen) = seen.get_mut(n as usize) {
                    *seen = true;
                }
            }
            out.extend(seen.iter().enumerate().filter(|(_, s)| **s).map(|(n, _)| snapshot.table().name(n as u32)));
        }
        out
    }

    /// Stands on another catalogue from now on, written of what `kept` said:
    /// what is still so needs no room beside it.
    pub fn rebase(&mut self, snapshot: Arc<CatalogueSnapshot>, kept: &Self) {
        let told = |id: DocId, e: &Entry| {
            let as_kept = kept.entry(id).is_some_and(|k| Arc::ptr_eq(&k.card, &e.card));
            as_kept && snapshot.row(id).is_some_and(|row| snapshot.table().reader_state(row) == e.reader_state)
        };
        let over = Arc::make_mut(&mut self.over);
        over.retain(|id, e| !told(*id, e));
        over.shrink_to_fit();
        let mut keys: HashMap<DocKey, Vec<DocId>, FixedState> = HashMap::default();
        for (id, e) in over.iter().filter(|(id, _)| snapshot.row(**id).is_none()) {
            keys.entry(e.key).or_default().push(*id);
        }
        keys.values_mut().for_each(|ids| ids.sort_unstable());
        let mut editions: HashMap<u64, Vec<DocId>, FixedState> = HashMap::default();
        for (id, e) in over.iter().filter(|(_, e)| !e.gone) {
            if let Some(edition) = e.card.edition {
                editions.entry(edition.of).or_default().push(*id);
            }
        }
        self.editions = Arc::new(editions);
        self.keys = Arc::new(keys);
        self.snapshot = Some(snapshot);
    }
}
