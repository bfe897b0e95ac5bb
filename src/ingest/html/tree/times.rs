//! The elements of a page that give a day: whether it is that of a change, by
//! the words before and inside them.

use super::super::page::{CHANGED, Stated};
use crate::ingest::typed::is_of_a_change;

/// Bytes before an element in which its words stand.
const BEFORE: usize = 48;

/// The element that gives a day and is open.
#[derive(Default)]
pub(super) struct OpenTime {
    /// Its place among what the page states, and where its text begins in the block.
    open: Option<(usize, usize)>,
    /// Where the last one ended in the block.
    ended: usize,
}

impl OpenTime {
    /// True when the words before an element that begins here speak of a change.
    pub(super) fn is_of_a_change(&self, block: &str) -> bool {
        let mut from = self.ended.max(block.len().saturating_sub(BEFORE)).min(block.len());
        while !block.is_char_boundary(from) {
            from += 1;
        }
        is_of_a_change(&crate::text::fold(&block[from..]))
    }

    /// An element begins.
    pub(super) fn open(&mut self, stated: usize, at: usize) {
        self.open = Some((stated, at));
        self.ended = at;
    }

    /// An element ends; its own words may speak of a change.
    pub(super) fn close(&mut self, block: &str, stated: &mut [Stated]) {
        self.ended = block.len();
        let Some((at, from)) = self.open.take() else { return };
        let words = block.get(from..).unwrap_or_default();
        if let Some(Stated::Time { property, .. }) = stated.get_mut(at)
            && property.is_empty()
            && is_of_a_change(&crate::text::fold(words))
        {
            CHANGED.clone_into(property);
        }
    }

    /// The block ended.
    pub(super) fn flushed(&mut self) {
        self.ended = 0;
        if let Some((_, from)) = &mut self.open {
            *from = 0;
        }
    }
}
