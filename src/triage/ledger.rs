//! [`Triage`]: the state computed from a set of entries.
//!
//! Entries stand in one total order, time then identity. An act counts unless
//! the last undo or redo that names it is an undo; what counts is replayed in
//! order, target by target. So the state depends on the set alone.

use crate::corpus::DocKey;
use crate::triage::change::{Change, State, Target};
use crate::triage::entry::{Entry, EntryId, LATEST, What};
use crate::triage::status::Status;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What an entry did to one target, for counts kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The target.
    pub target: Target,
    /// State and read flag before.
    pub before: (State, bool),
    /// State and read flag after.
    pub after: (State, bool),
}

/// What a verb would do, said before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// Targets it would be applied to.
    pub targets: usize,
    /// Of these, the ones that would change.
    pub changing: usize,
}

/// Counts per state, kept by adding and shifting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Articles in each state, in the order of [`State::ALL`].
    pub states: [usize; 5],
    /// Articles not yet read.
    pub unread: usize,
}

impl Tally {
    /// One article more.
    pub fn add(&mut self, status: &Status) {
        self.states[status.state.index()] += 1;
        self.unread += usize::from(!status.read);
    }

    /// One article less.
    pub fn remove(&mut self, status: &Status) {
        let n = &mut self.states[status.state.index()];
        *n = n.saturating_sub(1);
        self.unread = self.unread.saturating_sub(usize::from(!status.read));
    }

    /// A counted article changed.
    pub fn shift(&mut self, shift: &Shift) {
        let n = &mut self.states[shift.before.0.index()];
        *n = n.saturating_sub(1);
        self.states[shift.after.0.index()] += 1;
        self.unread = (self.unread + usize::from(!shift.after.1)).saturating_sub(usize::from(!shift.before.1));
    }

    /// Articles in a state.
    pub fn of(&self, state: State) -> usize {
        self.states[state.index()]
    }

    /// All articles counted.
    pub fn total(&self) -> usize {
        self.states.iter().sum()
    }
}

#[derive(Clone, Debug, Default)]
struct Record {
    status: Status,
    /// Acts that touch the target, by arrival.
    acts: Vec<u32>,
}

/// The state computed from a set of entries.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    /// In order of arrival.
    entries: Vec<Entry>,
    /// Indices of `entries` in their total order.
    order: Vec<u32>,
    arrived: HashMap<EntryId, u32>,
    /// For acts that an undo or redo names: the last one of these.
    turns: HashMap<EntryId, u32>,
    records: HashMap<Target, Record>,
    untouched: Status,
}

impl Triage {
    /// Nothing judged yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the entries say about an article.
    pub fn status(&self, key: &DocKey) -> &Status {
        self.status_of(&Target::Document(*key))
    }

    /// What the entries say about anything.
    pub fn status_of(&self, target: &Target) -> &Status {
        self.records.get(target).map_or(&self.untouched, |r| &r.status)
    }

    /// Every target that an entry names, with its status, in order.
    pub fn targets(&self) -> Vec<(&Target, &Status)> {
        let mut all: Vec<_> = self.records.iter().map(|(t, r)| (t, &r.status)).collect();
        all.sort_unstable_by_key(|(t, _)| *t);
        all
    }

    /// All entries in their total order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + ExactSizeIterator {
        self.order.iter().map(|&i| &self.entries[i as usize])
    }

    /// The entry of that identity.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.arrived.get(&id).map(|&i| &self.entries[i as usize])
    }

    /// True when the act counts: it is there and not undone.
    pub fn counts(&self, id: EntryId) -> bool {
        self.arrived.contains_key(&id) && !self.is_undone(id)
    }

    fn is_undone(&self, id: EntryId) -> bool {
        self.turns.get(&id).is_some_and(|&t| matches!(self.entries[t as usize].what, What::Undo(_)))
    }

    /// The time for the next entry: now, or just after the last entry when
    /// the clock went backwards.
    pub fn time(&self, now: i64) -> i64 {
        let last = self.order.last().map_or(i64::MIN, |&i| self.entries[i as usize].at);
        now.max(last.saturating_add(1)).min(LATEST)
    }

    /// An act, not yet applied.
    pub fn act(&self, now: i64, by: &str, changes: Vec<(Target, Change)>) -> Entry {
        Entry::new(self.time(now), by, What::Act(changes))
    }

    /// The undoing of the last act of that person that still counts, not yet
    /// applied.
    pub fn undo(&self, now: i64, by: &str) -> Option<Entry> {
        let act = self.undoable(by)?;
        Some(Entry::new(self.time(now), by, What::Undo(act.id)))
    }

    /// The act that [`Triage::undo`] would undo.
    pub fn undoable(&self, by: &str) -> Option<&Entry> {
        self.entries().rev().find(|e| matches!(e.what, What::Act(_)) && *e.by == *by && !self.is_undone(e.id))
    }

    /// The redoing of what that person undid last, not yet applied; nothing
    /// after a newer act.
    pub fn redo(&self, now: i64, by: &str) -> Option<Entry> {
        let act = self.redoable(by)?;
        Some(Entry::new(self.time(now), by, What::Redo(act.id)))
    }

    /// The act that [`Triage::redo`] would bring back.
    pub fn redoable(&self, by: &str) -> Option<&Entry> {
        for e in self.entries().rev().filter(|e| *e.by == *by) {
            match &e.what {
                What::Act(_) if !self.is_undone(e.id) => return None,
                What::Undo(id) if self.last_turn(*id) == Some(e.id) => return self.entry(*id),
                _ => {}
            }
        }
        None
    }

    fn last_turn(&self, act: EntryId) -> Option<EntryId> {
        self.turns.get(&act).map(|&t| self.entries[t as usize].id)
    }

    /// What a change would do to these targets.
    pub fn preview<'t>(&self, targets: impl IntoIterator<Item = &'t Target>, change: &Change) -> Preview {
        let mut preview = Preview { targets: 0, changing: 0 };
        for t in targets {
            preview.targets += 1;
            preview.changing += usize::from(!self.status_of(t).already(change));
        }
        preview
    }

    /// Takes in one entry; an entry already known changes nothing.
    pub fn apply(&mut self, entry: &Entry) -> Vec<Shift> {
        self.extend(std::iter::once(entry.clone()))
    }

    /// Takes in entries in any order; those already known change nothing.
    pub fn extend(&mut self, entries: impl IntoIterator<Item = Entry>) -> Vec<Shift> {
        let first = self.entries.len();
        for mut e in entries {
            if self.arrived.contains_key(&e.id) || self.entries.len() >= u32::MAX as usize {
                continue;
            }
            let i = self.entries.len() as u32;
            // One copy of each name, however many entries bear it.
            if let Some(last) = self.entries.last().filter(|l| l.by == e.by) {
                e.by = Arc::clone(&last.by);
            }
            self.arrived.insert(e.id, i);
            self.entries.push(e);
        }
        if first == self.entries.len() {
            return Vec::new();
        }
        let last_before = self.order.last().map(|&i| self.entries[i as usize].order());
        let new = first as u32..self.entries.len() as u32;
        self.put_in_order(new.clone());
        if new.len() == 1
            && matches!(self.entries[first].what, What::Act(_))
            && last_before.is_none_or(|l| l < self.entries[first].order())
            && !self.turns.contains_key(&self.entries[first].id)
        {
            return self.replay_newest(first as u32);
        }
        self.settle(first)
    }

    fn put_in_order(&mut self, new: std::ops::Range<u32>) {
        let entries = &self.entries;
        if new.len() > 16 {
            self.order.extend(new);
            self.order.sort_by_key(|&i| entries[i as usize].order());
            return;
        }
        for i in new {
            let order = entries[i as usize].order();
            // Nearly always the end.
            let place = match self.order.last() {
                Some(&last) if entries[last as usize].order() > order => {
                    self.order.partition_point(|&j| entries[j as usize].order() < order)
                }
                _ => self.order.len(),
            };
            self.order.insert(place, i);
        }
    }

    /// The newest act of all, applied on top.
    fn replay_newest(&mut self, index: u32) -> Vec<Shift> {
        let e = &self.entries[index as usize];
        let mut shifts: Vec<Shift> = Vec::new();
        for (target, change) in e.changes() {
            let record = self.records.entry(target.clone()).or_default();
            let before = brief(&record.status);
            record.status.make(change, &e.by, e.at);
            if record.acts.last() != Some(&index) {
                record.acts.push(index);
            }
            shifts.push(Shift { target: target.clone(), before, after: brief(&record.status) });
        }
        shifts
    }

    /// Replays every target that the entries from `first` on may change.
    fn settle(&mut self, first: usize) -> Vec<Shift> {
        let mut touched: BTreeSet<Target> = BTreeSet::new();
        for i in first..self.entries.len() {
            match &self.entries[i].what {
                What::Act(changes) => {
                    for (target, _) in changes {
                        let record = self.records.entry(target.clone()).or_default();
                        if record.acts.last() != Some(&(i as u32)) {
                            record.acts.push(i as u32);
                        }
                        touched.insert(target.clone());
                    }
                }
                What::Undo(id) | What::Redo(id) => {
                    let newer = |&t: &u32| self.entries[t as usize].order() < self.entries[i].order();
                    if self.turns.get(id).is_none_or(newer) {
                        self.turns.insert(*id, i as u32);
                    }
                    if let Some(&act) = self.arrived.get(id) {
                        touched.extend(self.entries[act as usize].changes().iter().map(|(t, _)| t.clone()));
                    }
                }
            }
        }
        let mut shifts = Vec::new();
        for target in touched {
            let Some(mut record) = self.records.remove(&target) else { continue };
            let before = brief(&record.status);
            record.acts.sort_by_key(|&i| self.entries[i as usize].order());
            record.status = Status::default();
            for &i in &record.acts {
                let e = &self.entries[i as usize];
                if self.is_undone(e.id) {
                    continue;
                }
                for (_, change) in e.changes().iter().filter(|(t, _)| *t == target) {
                    record.status.make(change, &e.by, e.at);
                }
            }
            shifts.push(Shift { target: target.clone(), before, after: brief(&record.status) });
            self.records.insert(target, record);
        }
        shifts
    }
}

fn brief(status: &Status) -> (State, bool) {
    (status.state, status.read)
}
