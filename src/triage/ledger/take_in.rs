//! Taking entries in: what they do to the status of each target.

use super::{TargetRecord, Triage};
use crate::triage::change::{Change, State, Target};
use crate::triage::counts::Shift;
use crate::triage::entry::{Entry, What};
use crate::triage::held::{Held, HeldWhat, grouped};
use crate::triage::status::Status;
use std::collections::BTreeSet;
use std::collections::hash_map::Entry as Slot;
use std::sync::Arc;

impl Triage {
    /// Takes in one entry; an entry already known changes nothing.
    pub fn apply(&mut self, entry: &Entry) -> Vec<Shift> {
        self.extend(std::iter::once(entry.clone()))
    }

    /// Takes in entries in any order; those already known change nothing.
    pub fn extend(&mut self, entries: impl IntoIterator<Item = Entry>) -> Vec<Shift> {
        let mut shifts = Vec::new();
        self.take_in(entries, Some(&mut shifts));
        shifts
    }

    pub(super) fn take_in(&mut self, entries: impl IntoIterator<Item = Entry>, mut shifts: Option<&mut Vec<Shift>>) {
        let first = self.entries.len();
        for e in entries {
            let i = self.entries.len() as u32;
            match self.arrived.entry(e.id) {
                Slot::Vacant(slot) if i < u32::MAX => slot.insert(i),
                _ => continue,
            };
            let held = self.held(e);
            if held.is_bulk() {
                self.bulk.push(i);
            }
            self.entries.push(held);
        }
        let mut new: Vec<u32> = (first as u32..self.entries.len() as u32).collect();
        new.sort_by_key(|&i| self.entries[i as usize].order());
        // What counts is known before anything is applied.
        let mut stale = BTreeSet::new();
        for &i in &new {
            self.note_turn(i, first, &mut stale);
        }
        for &i in &new {
            self.apply_act(i, &mut stale, shifts.as_deref_mut());
        }
        self.put_in_order(&new);
        self.replay(&stale.into_iter().collect::<Vec<_>>(), shifts);
    }

    /// The entry as it is held; its targets get numbers.
    fn held(&mut self, entry: Entry) -> Held {
        // One copy of each name, however many entries bear it.
        let by = match self.entries.last() {
            Some(last) if last.by == entry.by => Arc::clone(&last.by),
            _ => entry.by,
        };
        let what = match entry.what {
            What::Act(changes) => HeldWhat::Act(grouped(changes, |target| self.number(target))),
            What::Undo(id) => HeldWhat::Undo(id),
            What::Redo(id) => HeldWhat::Redo(id),
        };
        Held { id: entry.id, at: entry.at, by, what }
    }

    fn number(&mut self, target: &Target) -> u32 {
        if let Some(&n) = self.index.get(target) {
            return n;
        }
        let n = self.records.len() as u32;
        let target = Arc::new(target.clone());
        self.index.insert(Arc::clone(&target), n);
        self.targets.push(target);
        self.records.push(TargetRecord::default());
        n
    }

    /// An undo or redo: remembers it when it is the last one that names its
    /// act; what an act of an earlier batch did becomes stale.
    fn note_turn(&mut self, i: u32, first: usize, stale: &mut BTreeSet<u32>) {
        let (HeldWhat::Undo(id) | HeldWhat::Redo(id)) = self.entries[i as usize].what else { return };
        let before = self.is_undone(id);
        let newest = |&t: &u32| self.entries[t as usize].order() < self.entries[i as usize].order();
        if self.turns.get(&id).is_none_or(newest) {
            self.turns.insert(id, i);
        }
        if before != self.is_undone(id)
            && let Some(&act) = self.arrived.get(&id).filter(|&&act| (act as usize) < first)
        {
            stale.extend(self.entries[act as usize].groups().iter().flat_map(|g| g.numbers()));
        }
    }

    /// Applies an act on top of what its targets have, or marks those as stale
    /// where something later is there already.
    fn apply_act(&mut self, i: u32, stale: &mut BTreeSet<u32>, mut shifts: Option<&mut Vec<Shift>>) {
        let e = &self.entries[i as usize];
        let (undone, bulk) = (self.is_undone(e.id), e.is_bulk());
        for group in e.groups() {
            for n in group.numbers() {
                let record = &mut self.records[n as usize];
                let later = record.last.is_some_and(|l| self.entries[l as usize].order() > e.order());
                if !later {
                    record.last = Some(i);
                }
                if !bulk && record.acts.last() != Some(&i) {
                    // Nearly always the only one.
                    if record.acts.is_empty() {
                        record.acts.reserve_exact(1);
                    }
                    record.acts.push(i);
                }
                if later {
                    stale.insert(n);
                } else if !undone {
                    let before = brief(&record.status);
                    Arc::make_mut(&mut record.status).make(&group.change, &e.by, e.at);
                    let target = &self.targets[n as usize];
                    if matches!(group.change, Change::Note { .. } | Change::DeleteNote(_)) {
                        keep_noted(&mut self.noted, target, &record.status);
                    }
                    if let Some(shifts) = shifts.as_deref_mut() {
                        let target = Target::clone(target);
                        shifts.push(Shift { target, before, after: brief(&record.status) });
                    }
                }
            }
        }
    }

    fn put_in_order(&mut self, new: &[u32]) {
        let entries = &self.entries;
        let order = |i: u32| entries[i as usize].order();
        let at_the_end = match (self.order.last(), new.first()) {
            (Some(&last), Some(&first)) => order(last) < order(first),
            _ => true,
        };
        if at_the_end {
            self.order.extend_from_slice(new);
        } else if new.len() > 16 {
            self.order.extend_from_slice(new);
            self.order.sort_by_key(|&i| order(i));
        } else {
            for &i in new {
                let place = self.order.partition_point(|&j| order(j) < order(i));
                self.order.insert(place, i);
            }
        }
    }

    /// Computes anew what is known of these targets, whose numbers ascend.
    fn replay(&mut self, stale: &[u32], mut shifts: Option<&mut Vec<Shift>>) {
        if stale.is_empty() {
            return;
        }
        let few = stale.iter().flat_map(|&n| &self.records[n as usize].acts);
        let mut acts: Vec<u32> = few.chain(&self.bulk).copied().collect();
        acts.sort_unstable();
        acts.dedup();
        acts.sort_by_key(|&i| self.entries[i as usize].order());
        let mut statuses = vec![Status::default(); stale.len()];
        for e in acts.into_iter().map(|i| &self.entries[i as usize]).filter(|e| !self.is_undone(e.id)) {
            let bulk = e.is_bulk();
            for group in e.groups() {
                group.places_in(stale, bulk, |place| statuses[place].make(&group.change, &e.by, e.at));
            }
        }
        for (&n, status) in stale.iter().zip(statuses) {
            let target = &self.targets[n as usize];
            keep_noted(&mut self.noted, target, &status);
            let record = &mut self.records[n as usize];
            let before = brief(&record.status);
            record.status = Arc::new(status);
            if let Some(shifts) = shifts.as_deref_mut() {
                shifts.push(Shift { target: Target::clone(target), before, after: brief(&record.status) });
            }
        }
    }
}

fn keep_noted(noted: &mut BTreeSet<Target>, target: &Target, status: &Status) {
    if status.notes.is_empty() {
        noted.remove(target);
    } else if !noted.contains(target) {
        noted.insert(target.clone());
    }
}

fn brief(status: &Status) -> (State, bool) {
    (status.state, status.read)
}
