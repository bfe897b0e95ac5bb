//! [`Corpus`]: every document of this run, in the order of arrival. Knows
//! which there are; the texts of some are in memory.

use crate::corpus::{DocId, DocKey, Document};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::Arc;

/// An append-only arena of documents.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    documents: Vec<Slot>,
    gone: usize,
    /// Keys are hashes of texts already: any hash will do.
    by_key: HashMap<DocKey, DocId, FixedState>,
    /// Further documents of a key that is there already: the same text twice.
    twins: HashMap<DocKey, Vec<DocId>>,
}

/// A document that may be in memory.
#[derive(Clone, Debug)]
enum Slot {
    Elsewhere,
    Here(Arc<Document>),
    Gone,
}

impl Corpus {
    /// Adds a document that is not in memory; the first of two with one key
    /// is the one found by key.
    pub fn push(&mut self, key: DocKey) -> DocId {
        let id = DocId(u32::try_from(self.documents.len()).expect("a corpus holds fewer than four billion documents"));
        if *self.by_key.entry(key).or_insert(id) != id {
            self.twins.entry(key).or_default().push(id);
        }
        self.documents.push(Slot::Elsewhere);
        id
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        self.documents.reserve(more);
        self.by_key.reserve(more);
    }

    /// Takes the text of a document into memory, or another form of it: the
    /// same text with other labels or claims.
    pub fn hold(&mut self, id: DocId, document: Arc<Document>) {
        if let Some(slot @ (Slot::Elsewhere | Slot::Here(_))) = self.documents.get_mut(id.index()) {
            *slot = Slot::Here(document);
        }
    }

    /// Lets the text of a document go.
    pub fn release(&mut self, id: DocId) {
        if let Some(slot @ Slot::Here(_)) = self.documents.get_mut(id.index()) {
            *slot = Slot::Elsewhere;
        }
    }

    /// Takes a document out; its id is not given again.
    pub fn remove(&mut self, id: DocId, key: &DocKey) {
        match self.documents.get_mut(id.index()) {
            None | Some(Slot::Gone) => return,
            Some(slot) => *slot = Slot::Gone,
        }
        self.gone += 1;
        let twins = self.twins.entry(*key).or_default();
        twins.retain(|t| *t != id);
        if self.by_key.get(key) == Some(&id) {
            if twins.is_empty() {
                self.by_key.remove(key);
            } else {
                self.by_key.insert(*key, twins.remove(0));
            }
        }
        if twins.is_empty() {
            self.twins.remove(key);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.documents.len() - self.gone
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The document of that id, when it is in memory.
    pub fn get(&self, id: DocId) -> Option<&Arc<Document>> {
        match self.documents.get(id.index()) {
            Some(Slot::Here(d)) => Some(d),
            _ => None,
        }
    }

    /// True when there is a document of that id.
    pub fn has(&self, id: DocId) -> bool {
        matches!(self.documents.get(id.index()), Some(Slot::Here(_) | Slot::Elsewhere))
    }

    /// The first document of that key.
    pub fn by_key(&self, key: &DocKey) -> Option<DocId> {
        self.by_key.get(key).copied()
    }

    /// Every document of that key.
    pub fn all_by_key(&self, key: &DocKey) -> impl Iterator<Item = DocId> + '_ {
        self.by_key(key).into_iter().chain(self.twins.get(key).into_iter().flatten().copied())
    }

    /// The ids of all that there are.
    pub fn ids(&self) -> impl Iterator<Item = DocId> + '_ {
        let there = self.documents.iter().enumerate().filter(|(_, d)| !matches!(d, Slot::Gone));
        there.map(|(i, _)| DocId(i as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twin_takes_the_place_of_one_that_goes() {
        let key = DocKey::of_text("a");
        let mut corpus = Corpus::default();
        let (a, b) = (corpus.push(key), corpus.push(key));
        corpus.remove(a, &key);
        assert_eq!((corpus.by_key(&key), corpus.len(), corpus.ids().collect::<Vec<_>>()), (Some(b), 1, vec![b]));
        corpus.remove(a, &key);
        corpus.remove(b, &key);
        assert!(corpus.by_key(&key).is_none() && corpus.is_empty() && !corpus.has(b));
    }
}
