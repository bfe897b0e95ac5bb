//! The queue: one article at a time, full width, with how far the morning is.

use crate::corpus::DocId;
use std::collections::HashMap;

/// The articles of the queue in their order, and which is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// The articles.
    pub documents: Vec<DocId>,
    place: HashMap<DocId, usize>,
}

impl Queue {
    /// A queue of these.
    pub fn new(documents: Vec<DocId>) -> Self {
        let place = documents.iter().enumerate().map(|(i, d)| (*d, i)).collect();
        Self { documents, place }
    }

    /// The place of an article, from 0.
    pub fn place(&self, id: DocId) -> Option<usize> {
        self.place.get(&id).copied()
    }

    /// Puts an article in the place of another.
    pub fn put(&mut self, before: DocId, now: DocId) {
        if let Some(at) = self.place.remove(&before) {
            self.documents[at] = now;
            self.place.insert(now, at);
        }
    }

    /// The next or previous article.
    pub fn neighbour(&self, from: DocId, forward: bool) -> Option<DocId> {
        let at = self.place(from)?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        self.documents.get(to).copied()
    }
}
