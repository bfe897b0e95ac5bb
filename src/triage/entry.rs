//! [`Entry`]: one act of one person at one time.

use crate::triage::change::{Change, Target};
use crate::triage::id::EntryId;
use serde::Serialize;
use std::sync::Arc;

/// Times later than this (the end of year 9999) are refused or held here.
pub const LATEST: i64 = 253_402_300_799_999;

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Changes made together; undone together.
    Act(Vec<(Target, Change)>),
    /// That act no longer counts.
    Undo(EntryId),
    /// That act counts again.
    Redo(EntryId),
}

/// One act of one person at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identity, made from all the rest.
    pub id: EntryId,
    /// Milliseconds since 1970-01-01 UTC; later entries of one journal are
    /// never earlier, even when the clock goes backwards.
    pub at: i64,
    /// Who.
    pub by: Arc<str>,
    /// What.
    pub what: What,
}

impl Entry {
    /// An entry with the identity that its content gives it.
    pub fn new(at: i64, by: impl Into<Arc<str>>, what: What) -> Self {
        let at = at.clamp(0, LATEST);
        let by = by.into();
        let content = serde_json::to_vec(&(at, &by, &what)).expect("strings, numbers and lists always serialise");
        Self { id: EntryId::of(&content), at, by, what }
    }

    /// The place in the total order: time, then identity.
    pub fn order(&self) -> (i64, EntryId) {
        (self.at, self.id)
    }

    /// The changes of an act; none for undo and redo.
    pub fn changes(&self) -> &[(Target, Change)] {
        match &self.what {
            What::Act(changes) => changes,
            _ => &[],
        }
    }
}
