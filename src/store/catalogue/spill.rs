//! [`Spill`]: cleaned documents that wait on disk for whoever looks at them
//! first, once memory holds enough of them.

use super::cleaned;
use super::dir::CatalogueDir;
use super::findings::{Findings, Slot};
use super::origin::Location;
use crate::corpus::Document;
use rayon::prelude::*;
use std::sync::Arc;

/// Most bytes that wait on disk; a document takes about half of its text.
const MOST: u64 = 4 << 30;

/// Documents that are packed and written together, so that memory holds few of
/// them a second time.
const TOGETHER: usize = 256;

/// Where a document waits.
#[derive(Clone, Debug)]
pub struct Spilled {
    /// The file has no name: what it takes of the disk is given back when the
    /// last of its documents was looked at.
    file: Arc<Findings>,
    slot: Slot,
}

impl PartialEq for Spilled {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.file, &other.file) && self.slot == other.slot
    }
}

impl Spilled {
    /// The document, which stands there; `None` when the disk has lost it.
    pub(super) fn read(&self, location: &Location) -> Option<Document> {
        cleaned::unpack(&self.file.read(self.slot)?, location.key, location.place.clone())
    }
}

/// Lets the documents of one loading wait on disk from where memory has enough.
#[derive(Debug)]
pub struct Spill<'s> {
    /// `None` where nothing may be written, or nothing more.
    dir: Option<&'s CatalogueDir>,
    /// Bytes that wait in memory.
    held: usize,
    file: Option<Arc<Findings>>,
}

impl<'s> Spill<'s> {
    /// For a corpus that keeps its catalogue there.
    pub(super) fn new(dir: Option<&'s CatalogueDir>) -> Self {
        Self { dir, held: 0, file: None }
    }

    /// Where each of some documents waits; `None` for those that memory has room
    /// for, or that will be read again.
    pub fn take(&mut self, documents: &[&Document]) -> Vec<Option<Spilled>> {
        let mut places = vec![None; documents.len()];
        let Some(dir) = self.dir else { return places };
        let beyond = documents.iter().position(|d| {
            self.held += cleaned::weight(d).unwrap_or(0);
            self.held > dir.room()
        });
        let Some(beyond) = beyond else { return places };
        let Some(file) = self.file(dir) else { return places };
        for (documents, places) in documents[beyond..].chunks(TOGETHER).zip(places[beyond..].chunks_mut(TOGETHER)) {
            let packed: Vec<Option<Vec<u8>>> = documents.par_iter().map(|d| cleaned::pack(d)).collect();
            let mut slots = file.append(packed.iter().flatten().map(Vec::as_slice)).into_iter();
            for (place, packed) in places.iter_mut().zip(&packed) {
                let slot = packed.as_ref().and_then(|_| slots.next());
                *place = slot.map(|slot| Spilled { file: file.clone(), slot });
            }
        }
        // A disk that refused once is not asked again.
        if file.end().is_none_or(|end| end > MOST) {
            (self.dir, self.file) = (None, None);
        }
        places
    }

    fn file(&mut self, dir: &CatalogueDir) -> Option<Arc<Findings>> {
        if self.file.is_none() {
            self.file = dir.scratch().ok().map(Arc::new);
        }
        if self.file.is_none() {
            self.dir = None;
        }
        self.file.clone()
    }
}
