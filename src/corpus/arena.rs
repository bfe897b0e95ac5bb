//! [`Corpus`]: every document of this run, in the order of arrival. Knows
//! which there are; the texts of some are in memory.

use crate::corpus::document::Document;
use crate::corpus::id::DocId;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The documents that there are, and the texts that are in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    given: usize,
    held: HashMap<DocId, Arc<Document>, FixedState>,
    gone: HashSet<DocId, FixedState>,
}

impl Corpus {
    /// Adds so many documents that are not in memory; their numbers follow
    /// those that were given.
    pub fn add(&mut self, more: usize) {
        self.given += more;
    }

    /// Adds the document of this number, which is not in memory.
    pub fn insert(&mut self, id: DocId) {
        self.given = self.given.max(id.index() + 1);
    }

    /// Takes the text of a document into memory, or another form of it: the
    /// same text with other labels or claims.
    pub fn hold(&mut self, id: DocId, document: Arc<Document>) {
        if self.has(id) {
            self.held.insert(id, document);
        }
    }

    /// Lets the text of a document go.
    pub fn release(&mut self, id: DocId) {
        self.held.remove(&id);
    }

    /// Takes a document out; its id is not given again.
    pub fn remove(&mut self, id: DocId) {
        if self.has(id) {
            self.release(id);
            self.gone.insert(id);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.given - self.gone.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many numbers were given: those of documents that went, too.
    pub fn given(&self) -> usize {
        self.given
    }

    /// The document of that id, when it is in memory.
    pub fn get(&self, id: DocId) -> Option<&Arc<Document>> {
        self.held.get(&id)
    }

    /// True when there is a document of that id.
    pub fn has(&self, id: DocId) -> bool {
        id.index() < self.given && !self.gone.contains(&id)
    }

    /// The ids of all that there are.
    pub fn ids(&self) -> impl Iterator<Item = DocId> + '_ {
        (0..self.given as u32).map(DocId).filter(|id| !self.gone.contains(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_went_leaves_its_number_unused() {
        let mut corpus = Corpus::default();
        corpus.add(3);
        corpus.remove(DocId(1));
        corpus.remove(DocId(1));
        corpus.remove(DocId(7));
        assert_eq!((corpus.len(), corpus.given(), corpus.ids().collect::<Vec<_>>()), (2, 3, vec![DocId(0), DocId(2)]));
        assert!(!corpus.has(DocId(1)) && !corpus.has(DocId(3)));
    }
}
