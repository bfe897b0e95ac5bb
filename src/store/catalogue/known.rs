//! [`KnownFiles`]: the files that articles are known of, asked for by a walk
//! and struck off as it finds them.

use super::origin::Stamp;
use super::snapshot::CatalogueSnapshot;
use super::table::KnownFile;
use crate::corpus::DocId;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files with the articles that came from each.
#[derive(Debug)]
pub struct KnownFiles {
    snapshot: Option<Arc<CatalogueSnapshot>>,
    roots: Vec<PathBuf>,
    /// Files of the snapshot that a walk has found.
    found: Vec<bool>,
    /// The file of the snapshot that a walk should find next.
    next: usize,
    /// Files that are not in the snapshot as they are now.
    files: HashMap<PathBuf, (Stamp, Vec<DocId>)>,
    /// Articles that the snapshot has but that are elsewhere, or nowhere, now.
    apart: HashSet<DocId, FixedState>,
}

impl KnownFiles {
    pub(super) fn new(
        snapshot: Option<Arc<CatalogueSnapshot>>,
        roots: &[PathBuf],
        files: HashMap<PathBuf, (Stamp, Vec<DocId>)>,
        apart: HashSet<DocId, FixedState>,
    ) -> Self {
        let found = vec![false; snapshot.as_ref().map_or(0, |b| b.table().files())];
        Self { snapshot, roots: roots.to_vec(), found, next: 0, files, apart }
    }

    fn articles(&self, file: usize) -> Vec<DocId> {
        let Some(snapshot) = &self.snapshot else { return Vec::new() };
        let ids = snapshot.table().rows_of(file).filter_map(|row| snapshot.id(row));
        ids.filter(|id| !self.apart.contains(id)).collect()
    }

    /// Strikes off a file that stands under one of the paths given: how it was
    /// and what came from it, when it is known.
    pub fn take(&mut self, root: usize, path: &Path) -> Option<(Stamp, Vec<DocId>)> {
        let over = self.files.remove(path);
        let under = self.take_from_base(root, path);
        match (over, under) {
            (Some((stamp, mut ids)), under) => {
                ids.extend(under.into_iter().flat_map(|(_, ids)| ids));
                Some((stamp, ids))
            }
            // A file that all has gone from may be there again.
            (None, under) => under.filter(|(_, ids)| !ids.is_empty()),
        }
    }

    fn take_from_base(&mut self, root: usize, path: &Path) -> Option<(Stamp, Vec<DocId>)> {
        let snapshot = self.snapshot.as_ref()?;
        let rest = self.roots.get(root).and_then(|r| path.strip_prefix(r).ok()).unwrap_or(path);
        let file = snapshot.table().find_file(root as u32, rest, self.next)?;
        let (stamp, ids) = (snapshot.table().file(file).stamp, self.articles(file));
        self.next = file + 1;
        let found = self.found.get_mut(file)?;
        (!std::mem::replace(found, true)).then_some((stamp, ids))
    }

    /// Strikes off all that stands under a path, which could not be listed.
    pub fn spare(&mut self, under: &Path) {
        self.files.retain(|path, _| !path.starts_with(under));
        let Some(snapshot) = &self.snapshot else { return };
        let roots = &self.roots;
        let below = |f: KnownFile<'_>| f.path(roots).starts_with(under);
        for (file, found) in self.found.iter_mut().enumerate().filter(|(_, found)| !**found) {
            *found = below(snapshot.table().file(file));
        }
    }

    /// The articles of the files that no walk has found.
    pub fn lost(self) -> Vec<DocId> {
        let rest = (0..self.found.len()).filter(|f| !self.found[*f]).flat_map(|f| self.articles(f));
        let mut lost: Vec<DocId> = rest.chain(self.files.values().flat_map(|(_, ids)| ids.iter().copied())).collect();
        lost.sort_unstable();
        lost
    }
}
