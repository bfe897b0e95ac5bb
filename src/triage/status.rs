//! [`Status`]: all that the entries say about one target.

use crate::triage::change::{Change, ClaimField, Decision, State};
use crate::triage::note::Note;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Who judged, what and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Who.
    pub by: Arc<str>,
    /// When, in milliseconds.
    pub at: i64,
    /// What.
    pub state: State,
}

/// All that the entries say about one target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The last verdict.
    pub state: State,
    /// Opened by the reader.
    pub read: bool,
    /// Tags in alphabetical order.
    pub tags: BTreeSet<String>,
    /// Notes in the order they were written; a copy of what was said of many articles shares them.
    pub notes: Vec<Arc<Note>>,
    /// The last verdict of every person, the one that counts last.
    pub verdicts: Vec<Verdict>,
    /// Claims that the reader corrected.
    pub claims: BTreeMap<ClaimField, String>,
    /// Standing decisions, the newest last.
    pub decisions: Vec<Decision>,
}

impl Status {
    /// True when two people judged differently; the last one counts.
    pub fn is_contested(&self) -> bool {
        self.verdicts.iter().any(|v| v.state != self.state)
    }

    /// The verdict that counts, when somebody judged.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdicts.last()
    }

    /// True when the change would leave everything as it is.
    pub fn already(&self, change: &Change) -> bool {
        match change {
            Change::State(s) => self.state == *s,
            Change::Read(r) => self.read == *r,
            Change::Tag(t) => self.tags.contains(t),
            Change::Untag(t) => !self.tags.contains(t),
            Change::Note { .. } => false,
            Change::EditNote { id, text } => self.notes.iter().all(|n| n.id != *id || n.text == *text),
            Change::MoveNote { id, anchors } => self.notes.iter().all(|n| n.id != *id || n.anchors == *anchors),
            Change::DeleteNote(id) => self.notes.iter().all(|n| n.id != *id),
            Change::Claim { field, value } => self.claims.get(field) == value.as_ref(),
            Change::Decide(d) => self.decisions.contains(d),
            Change::Retract(d) => !self.decisions.contains(d),
        }
    }

    /// Makes one change; changes have to come in the order of their entries.
    pub(super) fn make(&mut self, change: &Change, by: &Arc<str>, at: i64) {
        match change {
            Change::State(state) => {
                self.state = *state;
                self.verdicts.retain(|v| v.by != *by);
                // Nearly always the only one.
                self.verdicts.reserve_exact(1);
                self.verdicts.push(Verdict { by: by.clone(), at, state: *state });
            }
            Change::Read(read) => self.read = *read,
            Change::Tag(tag) => {
                self.tags.insert(tag.clone());
            }
            Change::Untag(tag) => {
                self.tags.remove(tag);
            }
            Change::Note { id, text, anchors } => {
                self.notes.retain(|n| n.id != *id);
                let (text, anchors) = (text.clone(), anchors.clone());
                self.notes.push(Arc::new(Note { id: *id, text, anchors, by: by.clone(), at, edited: None }));
            }
            Change::EditNote { id, text } => {
                if let Some(note) = self.notes.iter_mut().find(|n| n.id == *id).map(Arc::make_mut) {
                    note.text.clone_from(text);
                    note.edited = Some(at);
                }
            }
            Change::MoveNote { id, anchors } => {
                if let Some(note) = self.notes.iter_mut().find(|n| n.id == *id).map(Arc::make_mut) {
                    note.anchors.clone_from(anchors);
                }
            }
            Change::DeleteNote(id) => self.notes.retain(|n| n.id != *id),
            Change::Claim { field, value: Some(value) } => {
                self.claims.insert(*field, value.clone());
            }
            Change::Claim { field, value: None } => {
                self.claims.remove(field);
            }
            Change::Decide(d) => {
                self.decisions.retain(|old| old != d && !old.gives_way_to(d));
                self.decisions.push(d.clone());
            }
            Change::Retract(d) => self.decisions.retain(|old| old != d),
        }
    }
}
