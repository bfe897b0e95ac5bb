//! Verdicts, tags and notes as a list of journal entries.
//!
//! The state of the morning is a pure function of a *set* of entries: merging
//! two journals in any order, any number of times, gives the same state, and
//! undoing is one entry more. Knows no clock, no file and no screen: times are
//! milliseconds given by the caller, lines are strings.

pub mod actor;
mod after;
pub mod change;
mod changed;
pub mod counts;
pub mod entry;
pub mod export;
mod held;
pub mod id;
pub mod journal;
pub mod ledger;
mod names;
pub mod note;
mod saved;
pub mod status;
mod stored;
pub mod summary;
#[cfg(test)]
mod tests;

pub use actor::Actor;
pub use after::After;
pub use change::{Change, ClaimField, CleaningPlace, Decision, State, Target};
pub use changed::{all_changed, changed_among, changed_documents, changed_since};
pub use counts::{Shift, StateCounts};
pub use entry::{Entry, What};
pub use held::{ChangesRef, EntryRef, WhatRef};
pub use id::EntryId;
pub use ledger::{Preview, StoryPairs, Triage};
pub use note::{Anchor, Note, NoteId};
pub use saved::{SavedSearch, rearranged};
pub use status::{Status, Verdict};
