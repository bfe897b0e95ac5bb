//! The journal of decisions as rows, newest first: a cursor over the entries
//! that the state was made from; nothing is copied.

use crate::app::scroll::follow;
use crate::triage::{EntryRef, Triage};

/// State of the journal screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    /// Entry under the cursor, 0 the newest.
    pub cursor: usize,
    /// First entry on the screen.
    pub top: usize,
}

impl Journal {
    /// Moves the cursor by entries.
    pub fn step(&mut self, by: isize, triage: &Triage) {
        self.cursor = self.cursor.saturating_add_signed(by).min(triage.len().saturating_sub(1));
    }

    /// The entry under the cursor.
    pub fn entry<'t>(&self, triage: &'t Triage) -> Option<EntryRef<'t>> {
        triage.newest(self.cursor)
    }

    /// Scrolls so that the cursor is on a screen of `height` rows.
    pub fn clamp(&mut self, height: usize, len: usize) {
        self.cursor = self.cursor.min(len.saturating_sub(1));
        self.top = follow(self.top, self.cursor, height, len);
    }
}
