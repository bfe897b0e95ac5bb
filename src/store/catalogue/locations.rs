//! [`Locations`]: where every article of a run was read and where its findings
//! are, as the catalogue has it and as it has changed since.

use super::findings::Slot;
use super::known::KnownFiles;
use super::origin::{Location, Origin, Stamp};
use super::snapshot::CatalogueSnapshot;
use crate::clean::Memory;
use crate::corpus::{DocId, DocKey};
use crate::store::fulltext::Form;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

/// An article that is not in the catalogue as it is now.
#[derive(Debug)]
struct Located {
    location: Location,
    /// What habits of its source are remembered under.
    source: Arc<str>,
    slot: Option<Slot>,
    /// The number of the change that made it so.
    changed: u64,
}

/// The articles of one run, by number.
#[derive(Debug, Default)]
pub(super) struct Locations {
    snapshot: Option<Arc<CatalogueSnapshot>>,
    over: HashMap<DocId, Located, FixedState>,
    gone: HashSet<DocId, FixedState>,
    len: usize,
    changes: u64,
}

impl Locations {
    /// What the catalogue had.
    pub(super) fn new(snapshot: Arc<CatalogueSnapshot>) -> Self {
        Self { len: snapshot.table().len(), snapshot: Some(snapshot), ..Self::default() }
    }

    /// How many articles were taken in.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Takes an article in.
    pub(super) fn push(&mut self, location: Location, source: Arc<str>) -> DocId {
        let id = DocId(u32::try_from(self.len).expect("a corpus holds fewer than four billion documents"));
        self.len += 1;
        self.changes += 1;
        self.over.insert(id, Located { location, source, slot: None, changed: self.changes });
        id
    }

    /// The way to an article.
    pub(super) fn location(&self, id: DocId) -> Option<Location> {
        match self.over.get(&id) {
            Some(s) => Some(s.location.clone()),
            None => self.snapshot.as_ref()?.location(id),
        }
    }

    /// Where its findings stand.
    pub(super) fn slot(&self, id: DocId) -> Option<Slot> {
        match self.over.get(&id) {
            Some(s) => s.slot,
            None => self.snapshot.as_ref()?.slot(id),
        }
    }

    /// True for two articles of one file.
    pub(super) fn share_a_file(&self, a: DocId, b: DocId) -> bool {
        let row = |id| match (self.over.get(&id), &self.snapshot) {
            (None, Some(snapshot)) => snapshot.row(id).and_then(|row| Some(snapshot.table().record(row)?.file())),
            _ => None,
        };
        if let (Some(a), Some(b)) = (row(a), row(b)) {
            return a == b;
        }
        match (self.location(a), self.location(b)) {
            (Some(a), Some(b)) => match (&*a.origin, &*b.origin) {
                (Origin::File { path: a, .. }, Origin::File { path: b, .. }) => a == b,
                _ => false,
            },
            _ => false,
        }
    }

    fn change(&mut self, id: DocId, change: impl FnOnce(&mut Located)) {
        self.changes += 1;
        if !self.over.contains_key(&id) {
            let Some(snapshot) = &self.snapshot else { return };
            let (Some(location), Some(row)) = (snapshot.location(id), snapshot.row(id)) else { return };
            let source = snapshot.table().name(snapshot.table().source(row)).into();
            self.over.insert(id, Located { location, source, slot: snapshot.slot(id), changed: 0 });
        }
        if let Some(located) = self.over.get_mut(&id) {
            located.changed = self.changes;
            change(located);
        }
    }

    /// Another way to the same article.
    pub(super) fn moved(&mut self, id: DocId, location: Location) {
        self.change(id, |s| s.location = location);
    }

    /// Another place of its findings.
    pub(super) fn set_slot(&mut self, id: DocId, slot: Slot) {
        self.change(id, |s| s.slot = Some(slot));
    }

    /// Takes an article out.
    pub(super) fn remove(&mut self, id: DocId) {
        self.gone.insert(id);
    }

    /// How often something changed.
    pub(super) fn changes(&self) -> u64 {
        self.changes
    }

    /// Stands on another catalogue from now on, written of what was here after
    /// so many changes: what is still so needs no room beside it.
    pub(super) fn rebase(&mut self, snapshot: Arc<CatalogueSnapshot>, changes: u64) {
        let told = |id: DocId, s: &Located| {
            s.changed <= changes
                && snapshot.row(id).is_some()
                && snapshot.slot(id) == s.slot
                && s.location.held.is_none()
        };
        self.over.retain(|id, s| !told(*id, s));
        self.over.shrink_to_fit();
        self.snapshot = Some(snapshot);
    }

    /// The form in which an article on disk stands. `recurring` tells by source
    /// which lines recur, `memory` what the reader said.
    pub(super) fn form(
        &self,
        id: DocId,
        roots: &[PathBuf],
        memory: &Memory,
        recurring: &HashMap<String, u64>,
    ) -> Option<Form> {
        if self.gone.contains(&id) {
            return None;
        }
        let of = |place: u64, source: &str, key: &dyn Fn() -> DocKey| {
            let said = if memory.is_empty() { 0 } else { memory.about(source, &key()) };
            Form::of(place, said, recurring.get(source).copied().unwrap_or(0))
        };
        match (self.over.get(&id), &self.snapshot) {
            (Some(s), _) => Some(of(Form::place(&s.location, roots)?, &s.source, &|| s.location.key)),
            (None, Some(snapshot)) => {
                let (row, table) = (snapshot.row(id)?, snapshot.table());
                Some(of(table.place(row), table.name(table.source(row)), &|| table.key(row)))
            }
            (None, None) => None,
        }
    }

    /// The files on disk that are known, with the articles of each. `noted`
    /// are files about which there is something to say.
    pub(super) fn files(&self, roots: &[PathBuf], noted: impl Iterator<Item = (PathBuf, Stamp)>) -> KnownFiles {
        let mut files: HashMap<PathBuf, (Stamp, Vec<DocId>)> =
            noted.map(|(p, stamp)| (p, (stamp, Vec::new()))).collect();
        let mut apart: HashSet<DocId, FixedState> = self.gone.clone();
        for (id, s) in &self.over {
            apart.insert(*id);
            if let (Origin::File { path, stamp, .. }, false) = (&*s.location.origin, self.gone.contains(id)) {
                files.entry(path.clone()).or_insert_with(|| (*stamp, Vec::new())).1.push(*id);
            }
        }
        files.values_mut().for_each(|(_, ids)| ids.sort_unstable());
        KnownFiles::new(self.snapshot.clone(), roots, files, apart)
    }
}
