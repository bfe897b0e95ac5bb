//! Entries as the state holds them, and [`EntryRef`], by which all others read entries.
//!
//! An act on all articles names ten thousand targets. The state numbers its targets, and
//! holds such an act as the change and runs of numbers: some bytes for each act, where the
//! targets and their changes one by one would be a megabyte.

use crate::triage::change::{Change, Target};
use crate::triage::entry::{Entry, What};
use crate::triage::id::EntryId;
use std::collections::HashMap;
use std::sync::Arc;

/// Changes of an act from which on its targets are held in the order of their numbers.
/// Smaller acts keep the order in which they were made, and each target lists them.
pub(super) const BULK: usize = 64;

/// Changes of one act that are told apart at once; more begin anew.
const KINDS: usize = 16;

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held {
    pub(super) id: EntryId,
    pub(super) at: i64,
    pub(super) by: Arc<str>,
    pub(super) what: HeldWhat,
}

/// What it does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum HeldWhat {
    Act(Box<[Group]>),
    Undo(EntryId),
    Redo(EntryId),
}

/// One change and what it is made to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) change: Change,
    targets: Targets,
}

/// Numbers of targets.
#[derive(Clone, Debug, PartialEq)]
enum Targets {
    One(u32),
    /// Runs, each its first number and the one behind its last.
    Runs(Box<[(u32, u32)]>),
}

impl Held {
    /// The place in the total order: time, then identity.
    pub(super) fn order(&self) -> (i64, EntryId) {
        (self.at, self.id)
    }

    /// The groups of an act; none for undo and redo.
    pub(super) fn groups(&self) -> &[Group] {
        match &self.what {
            HeldWhat::Act(groups) => groups,
            HeldWhat::Undo(_) | HeldWhat::Redo(_) => &[],
        }
    }

    /// True for an act that its targets do not list.
    pub(super) fn is_bulk(&self) -> bool {
        let mut left = BULK;
        self.groups().iter().any(|g| {
            left = left.saturating_sub(g.count());
            left == 0
        })
    }
}

impl Group {
    fn runs(&self) -> Runs<'_> {
        match &self.targets {
            Targets::One(n) => Runs::One(*n),
            Targets::Runs(runs) => Runs::Many(runs),
        }
    }

    /// Numbers of its targets.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let (one, runs) = match self.runs() {
            Runs::One(n) => (Some(n), &[][..]),
            Runs::Many(runs) => (None, runs),
        };
        one.into_iter().chain(runs.iter().flat_map(|&(from, to)| from..to))
    }

    fn count(&self) -> usize {
        match self.runs() {
            Runs::One(_) => 1,
            Runs::Many(runs) => runs.iter().map(|(from, to)| (to - from) as usize).sum(),
        }
    }

    /// True where it names that target; asked of acts in bulk, whose runs ascend.
    pub(super) fn has(&self, number: u32) -> bool {
        match self.runs() {
            Runs::One(n) => n == number,
            Runs::Many(runs) => {
                let run = runs.partition_point(|&(_, to)| to <= number);
                runs.get(run).is_some_and(|&(from, _)| from <= number)
            }
        }
    }

    /// Places in `wanted`, which is ascending, of the targets that stand there too.
    /// `ascending`: those of the group are as well, which is so in an act in bulk.
    pub(super) fn places_in(&self, wanted: &[u32], ascending: bool, mut each: impl FnMut(usize)) {
        let runs = match self.runs() {
            Runs::One(n) => {
                return if let Ok(place) = wanted.binary_search(&n) {
                    each(place)
                };
            }
            Runs::Many(runs) => runs,
        };
        if ascending && wanted.len() < runs.len() {
            for (place, n) in wanted.iter().enumerate() {
                let run = runs.partition_point(|&(_, to)| to <= *n);
                if runs.get(run).is_some_and(|&(from, _)| from <= *n) {
                    each(place);
                }
            }
            return;
        }
        for &(from, to) in runs {
            let first = wanted.partition_point(|n| *n < from);
            let here = wanted[first..].iter().take_while(|n| **n < to).count();
            (first..first + here).for_each(&mut each);
        }
    }
}

enum Runs<'g> {
    One(u32),
    Many(&'g [(u32, u32)]),
}

/// Groups the changes of an act; `number` tells the number of a target. Changes of one
/// target keep their order, and where they are few all do.
pub(super) fn grouped(changes: Vec<(Target, Change)>, mut number: impl FnMut(&Target) -> u32) -> Box<[Group]> {
    let bulk = changes.len() >= BULK;
    let mut done: Vec<(Change, Vec<u32>)> = Vec::with_capacity(if bulk { KINDS } else { 1 });
    // Groups before this one take nothing more.
    let mut open = 0;
    // The last group that a target is in.
    let mut last: HashMap<u32, usize> = HashMap::new();
    for (target, change) in changes {
        let n = number(&target);
        let known = done[open..].iter().position(|(known, _)| *known == change).map(|place| open + place);
        match known {
            // A change goes into an earlier group only where the target has none behind it.
            Some(place) if bulk && last.get(&n).is_none_or(|&before| before < place) => {
                done[place].1.push(n);
                last.insert(n, place);
            }
            Some(place) if !bulk && place + 1 == done.len() => done[place].1.push(n),
            _ => {
                if known.is_some() || done.len() - open == KINDS {
                    open = done.len();
                }
                if bulk {
                    last.insert(n, done.len());
                }
                done.push((change, vec![n]));
            }
        }
    }
    done.into_iter().map(|(change, numbers)| Group { change, targets: held(numbers, bulk) }).collect()
}

fn held(mut numbers: Vec<u32>, bulk: bool) -> Targets {
    if let [n] = numbers[..] {
        return Targets::One(n);
    }
    if bulk {
        numbers.sort_unstable();
    }
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for n in numbers {
        match runs.last_mut() {
            Some((_, to)) if *to == n => *to += 1,
            _ => runs.push((n, n + 1)),
        }
    }
    Targets::Runs(runs.into_boxed_slice())
}

/// An entry that is read: one that was just made, or one that the state holds.
#[derive(Clone, Copy, Debug)]
pub struct EntryRef<'t> {
    /// Identity.
    pub id: EntryId,
    /// Milliseconds since 1970-01-01 UTC.
    pub at: i64,
    /// Who.
    pub by: &'t Arc<str>,
    /// What.
    pub what: WhatRef<'t>,
}

/// What an entry that is read does.
#[derive(Clone, Copy, Debug)]
pub enum WhatRef<'t> {
    /// Changes made together.
    Act(ChangesRef<'t>),
    /// That act no longer counts.
    Undo(EntryId),
    /// That act counts again.
    Redo(EntryId),
}

/// The changes of an act.
#[derive(Clone, Copy, Debug)]
pub struct ChangesRef<'t>(ChangeList<'t>);

#[derive(Clone, Copy, Debug)]
enum ChangeList<'t> {
    Listed(&'t [(Target, Change)]),
    Grouped(&'t [Group], &'t [Arc<Target>]),
}

impl<'t> EntryRef<'t> {
    /// `targets` are the targets by their numbers.
    pub(super) fn of(held: &'t Held, targets: &'t [Arc<Target>]) -> Self {
        let what = match &held.what {
            HeldWhat::Act(groups) => WhatRef::Act(ChangesRef(ChangeList::Grouped(groups, targets))),
            HeldWhat::Undo(id) => WhatRef::Undo(*id),
            HeldWhat::Redo(id) => WhatRef::Redo(*id),
        };
        Self { id: held.id, at: held.at, by: &held.by, what }
    }

    /// True for an act; undoing and redoing are none.
    pub fn is_act(&self) -> bool {
        matches!(self.what, WhatRef::Act(_))
    }

    /// The changes of an act, those of one target in their order, those of a small act in
    /// that in which they were made; none for undo and redo.
    pub fn changes(&self) -> ChangesRef<'t> {
        match self.what {
            WhatRef::Act(changes) => changes,
            WhatRef::Undo(_) | WhatRef::Redo(_) => ChangesRef(ChangeList::Listed(&[])),
        }
    }

    /// The entry by itself, with its changes one by one.
    pub fn to_entry(&self) -> Entry {
        let what = match self.what {
            WhatRef::Act(changes) => What::Act(changes.iter().map(|(t, c)| (t.clone(), c.clone())).collect()),
            WhatRef::Undo(id) => What::Undo(id),
            WhatRef::Redo(id) => What::Redo(id),
        };
        Entry { id: self.id, at: self.at, by: Arc::clone(self.by), what }
    }
}

impl<'t> From<&'t Entry> for EntryRef<'t> {
    fn from(entry: &'t Entry) -> Self {
        let what = match &entry.what {
            What::Act(changes) => WhatRef::Act(ChangesRef(ChangeList::Listed(changes))),
            What::Undo(id) => WhatRef::Undo(*id),
            What::Redo(id) => WhatRef::Redo(*id),
        };
        Self { id: entry.id, at: entry.at, by: &entry.by, what }
    }
}

impl<'t> ChangesRef<'t> {
    /// Each change with its target.
    pub fn iter(self) -> impl Iterator<Item = (&'t Target, &'t Change)> {
        let (listed, groups, targets) = match self.0 {
            ChangeList::Listed(listed) => (listed, &[][..], &[][..]),
            ChangeList::Grouped(groups, targets) => (&[][..], groups, targets),
        };
        let grouped = groups
            .iter()
            .flat_map(move |g| g.numbers().filter_map(move |n| Some((&**targets.get(n as usize)?, &g.change))));
        listed.iter().map(|(t, c)| (t, c)).chain(grouped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::DocKey;
    use crate::triage::change::State;
    use proptest::prelude::*;

    fn target(n: u32) -> Target {
        Target::Document(DocKey::of_text(&n.to_string()))
    }

    fn change(kind: u8) -> Change {
        match kind {
            0 => Change::State(State::Drop),
            1 => Change::Read(true),
            _ => Change::Tag(kind.to_string()),
        }
    }

    /// The changes of an act, and what is held of them; targets get numbers as they come.
    fn both(changes: &[(u32, u8)]) -> [Vec<(Target, Change)>; 2] {
        let given: Vec<_> = changes.iter().map(|(n, kind)| (target(*n), change(*kind))).collect();
        let mut targets: Vec<Arc<Target>> = Vec::new();
        let groups = grouped(given.clone(), |t| {
            let known = targets.iter().position(|k| **k == *t);
            known.unwrap_or_else(|| {
                targets.push(Arc::new(t.clone()));
                targets.len() - 1
            }) as u32
        });
        let read = ChangesRef(ChangeList::Grouped(&groups, &targets)).iter();
        let read = read.map(|(t, c)| (t.clone(), c.clone())).collect();
        [given, read]
    }

    #[test]
    fn an_act_on_all_articles_is_held_in_one_run_for_each_change() {
        let all: HashMap<Target, u32> = (0..10_000).map(|n| (target(n), n)).collect();
        let changes = all.keys().flat_map(|t| [(t.clone(), change(0)), (t.clone(), change(1))]).collect();
        let groups = grouped(changes, |t| all[t]);
        assert_eq!(groups.len(), 2);
        assert!(groups.iter().all(|g| g.targets == Targets::Runs(Box::new([(0, 10_000)]))));
    }

    proptest! {
        #[test]
        fn what_is_held_of_an_act_has_each_change_of_each_target_in_its_order(
            changes in proptest::collection::vec((0_u32..40, 0_u8..20), 0..200),
        ) {
            let [given, read] = both(&changes);
            if given.len() < BULK {
                prop_assert_eq!(&read, &given);
            }
            for n in 0..40 {
                let of = |list: &[(Target, Change)]| -> Vec<Change> {
                    list.iter().filter(|(t, _)| *t == target(n)).map(|(_, c)| c.clone()).collect()
                };
                prop_assert_eq!(of(&read), of(&given));
            }
        }

        #[test]
        fn the_places_of_a_group_are_those_of_the_targets_that_it_names(
            numbers in proptest::collection::btree_set(0_u32..300, 1..150),
            wanted in proptest::collection::btree_set(0_u32..300, 0..150),
        ) {
            let wanted: Vec<u32> = wanted.into_iter().collect();
            let right: Vec<usize> = (0..wanted.len()).filter(|i| numbers.contains(&wanted[*i])).collect();
            let group = Group { change: change(0), targets: held(numbers.into_iter().collect(), true) };
            for ascending in [false, true] {
                let mut places = Vec::new();
                group.places_in(&wanted, ascending, |place| places.push(place));
                prop_assert_eq!(&places, &right);
            }
        }
    }
}
