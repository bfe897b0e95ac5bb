//! [`Corpus`]: every document of this run, in the order of arrival.

use crate::corpus::{DocId, DocKey, Document};
use std::collections::HashMap;
use std::sync::Arc;

/// An append-only arena of documents.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    documents: Vec<Arc<Document>>,
    by_key: HashMap<DocKey, DocId>,
    /// Further documents of a key that is there already: the same text twice.
    twins: HashMap<DocKey, Vec<DocId>>,
}

impl Corpus {
    /// Adds a document; the first of two with one key is the one found by key.
    pub fn push(&mut self, document: Arc<Document>) -> DocId {
        let id = DocId(u32::try_from(self.documents.len()).expect("a corpus holds fewer than four billion documents"));
        if *self.by_key.entry(document.key).or_insert(id) != id {
            self.twins.entry(document.key).or_default().push(id);
        }
        self.documents.push(document);
        id
    }

    /// Puts another form of a document in its place: the same text with other
    /// labels or claims.
    pub fn replace(&mut self, id: DocId, document: Arc<Document>) {
        if let Some(slot) = self.documents.get_mut(id.index())
            && slot.key == document.key
        {
            *slot = document;
        }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// True before anything was loaded.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The document of that id.
    pub fn get(&self, id: DocId) -> Option<&Arc<Document>> {
        self.documents.get(id.index())
    }

    /// The first document of that key.
    pub fn by_key(&self, key: &DocKey) -> Option<DocId> {
        self.by_key.get(key).copied()
    }

    /// Every document of that key.
    pub fn all_by_key(&self, key: &DocKey) -> impl Iterator<Item = DocId> + '_ {
        self.by_key(key).into_iter().chain(self.twins.get(key).into_iter().flatten().copied())
    }

    /// All of them with their ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (DocId, &Arc<Document>)> {
        self.documents.iter().enumerate().map(|(i, d)| (DocId(i as u32), d))
    }
}
