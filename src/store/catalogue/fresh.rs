//! [`Fresh`]: documents that were read and cleaned just now and that nobody has
//! looked at yet, so that who looks at them next need not read and clean them
//! again. What memory has no room for waits on disk ([`Spilled`]).

use super::cleaned::weight;
use super::spill::Spilled;
use crate::corpus::{DocId, Document};
use std::collections::HashMap;
use std::sync::Arc;

/// A document that was cleaned by itself just now.
#[derive(Clone, Debug)]
pub(super) enum Waiting {
    /// In memory.
    Held(Arc<Document>),
    /// On disk.
    Spilled(Spilled),
}

/// The documents. What neither memory nor disk has room for is read again.
#[derive(Debug)]
pub(super) struct Fresh {
    documents: HashMap<DocId, Waiting>,
    bytes: usize,
    room: usize,
}

impl Fresh {
    /// Room for so many bytes in memory.
    pub(super) fn new(room: usize) -> Self {
        Self { documents: HashMap::new(), bytes: 0, room }
    }

    /// Holds a document that does not wait on disk if there is room.
    pub(super) fn offer(&mut self, id: DocId, document: &Arc<Document>, spilled: Option<Spilled>) {
        if let Some(spilled) = spilled {
            self.documents.insert(id, Waiting::Spilled(spilled));
            return;
        }
        let bytes = weight(document).map(|w| self.bytes + w).filter(|b| *b <= self.room);
        if let Some(bytes) = bytes {
            self.documents.insert(id, Waiting::Held(document.clone()));
            self.bytes = bytes;
        }
    }

    /// A document that waits.
    pub(super) fn get(&self, id: DocId) -> Option<Waiting> {
        self.documents.get(&id).cloned()
    }

    /// Lets a document go.
    pub(super) fn release(&mut self, id: DocId) {
        if let Some(Waiting::Held(document)) = self.documents.remove(&id) {
            self.bytes -= weight(&document).unwrap_or(0);
        }
        if self.documents.is_empty() {
            // The table was as large as all of them needed.
            self.documents = HashMap::new();
        }
    }
}
