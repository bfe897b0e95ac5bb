//! [`Fresh`]: documents that were read and cleaned just now and that nobody has
//! looked at yet, so that who looks at them next need not read and clean them
//! again.

use crate::corpus::{DocId, Document, Line};
use std::collections::HashMap;
use std::sync::Arc;

/// Bytes of texts and lines that are held; a cleaned document takes about twice as many.
const ROOM: usize = 32 << 20;

/// Bytes of one document from which it is read again: it is at the edge of what
/// a command may take of the memory without a copy that waits.
const LARGE: usize = 1 << 20;

fn weight(document: &Document) -> usize {
    document.text.len() + document.lines.len() * size_of::<Line>()
}

/// The documents, as long as there is room: of a pile that is larger the rest
/// is read again.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    documents: HashMap<DocId, Arc<Document>>,
    bytes: usize,
}

impl Fresh {
    /// Holds a document if there is room.
    pub(super) fn offer(&mut self, id: DocId, document: &Arc<Document>) {
        let weight = weight(document);
        let bytes = self.bytes + weight;
        if weight < LARGE && bytes <= ROOM && self.documents.insert(id, document.clone()).is_none() {
            self.bytes = bytes;
        }
    }

    /// A document that is held.
    pub(super) fn get(&self, id: DocId) -> Option<Arc<Document>> {
        self.documents.get(&id).cloned()
    }

    /// Lets a document go.
    pub(super) fn release(&mut self, id: DocId) {
        if let Some(document) = self.documents.remove(&id) {
            self.bytes -= weight(&document);
        }
        if self.documents.is_empty() {
            // The table was as large as all of them needed.
            self.documents = HashMap::new();
        }
    }
}
