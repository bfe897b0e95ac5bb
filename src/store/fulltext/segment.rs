//! A part of the index, with the articles that its documents stand for.

use std::sync::Arc;
use tantivy::InvertedIndexReader;

/// The number of a document that is no article of this run.
pub(super) const NONE: u32 = u32::MAX;

/// A part of the index, as it is on disk.
pub(super) struct Stored {
    pub(super) words: Vec<Arc<InvertedIndexReader>>,
    pub(super) lines: Vec<u64>,
    pub(super) forms: Vec<u64>,
}

/// A part of the index.
pub(super) struct Segment {
    pub(super) stored: Arc<Stored>,
    /// Articles by document.
    pub(super) documents: Vec<u32>,
}

impl Segment {
    /// The words of a field.
    pub(super) fn words(&self, field: usize) -> &Arc<InvertedIndexReader> {
        &self.stored.words[field]
    }

    /// Packed line counts of a document.
    pub(super) fn lines(&self, document: u32) -> u64 {
        self.stored.lines.get(document as usize).copied().unwrap_or(0)
    }
}
