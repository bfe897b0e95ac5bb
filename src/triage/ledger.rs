//! [`Triage`]: the state computed from a set of entries.
//!
//! Entries stand in one total order, time then identity. An act counts unless
//! the last undo or redo that names it is an undo; what counts is replayed in
//! order, target by target. So the state depends on the set alone.

mod take_in;

use crate::corpus::DocKey;
use crate::text::Span;
use crate::triage::change::{Change, Decision, Target};
use crate::triage::entry::{Entry, LATEST, What};
use crate::triage::held::{EntryRef, Held, HeldWhat, WhatRef};
use crate::triage::id::EntryId;
use crate::triage::note::Note;
use crate::triage::status::Status;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

/// What a verb would do, said before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// Targets it would be applied to.
    pub targets: usize,
    /// Of these, the ones that would change.
    pub changing: usize,
}

/// What the reader said of stories, as pairs of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryPairs {
    /// Put into one story.
    pub together: Vec<(DocKey, DocKey)>,
    /// Parted.
    pub apart: Vec<(DocKey, DocKey)>,
}

/// A fast hash for keys that are hashes themselves, and for short names
/// (the multiply-rotate hash of rustc).
#[derive(Clone, Copy, Debug, Default)]
struct QuickHasher(u64);

type Quick = BuildHasherDefault<QuickHasher>;

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }
    fn finish(&self) -> u64 {
        // The table takes the high bits and the low ones.
        self.0 ^ self.0 >> 32
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct TargetRecord {
    /// Jobs hold it too while they ask for it.
    status: Arc<Status>,
    /// Indices of the acts that touch the target, but for those in bulk, in no order.
    acts: Vec<u32>,
    /// The last act in the total order that touches it.
    last: Option<u32>,
}

/// The state computed from a set of entries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Triage {
    /// In order of arrival.
    entries: Vec<Held>,
    /// Indices of `entries` in their total order.
    order: Vec<u32>,
    arrived: HashMap<EntryId, u32, Quick>,
    /// For acts that an undo or redo names: the last one of these.
    turns: HashMap<EntryId, u32, Quick>,
    /// Of `entries`, the acts in bulk.
    bulk: Vec<u32>,
    /// The numbers of the targets.
    index: HashMap<Arc<Target>, u32, Quick>,
    /// The targets by their numbers.
    targets: Vec<Arc<Target>>,
    /// What is known of them, by their numbers.
    records: Vec<TargetRecord>,
    /// Targets with a note.
    noted: BTreeSet<Target>,
    untouched: Arc<Status>,
}

impl Triage {
    /// Nothing judged yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The state that these entries make.
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut triage = Self::new();
        triage.entries.reserve(entries.len());
        triage.arrived.reserve(entries.len());
        triage.index.reserve(entries.len() / 2);
        triage.records.reserve(entries.len() / 2);
        triage.targets.reserve(entries.len() / 2);
        triage.take_in(entries, None);
        triage
    }

    /// What the entries say about an article.
    pub fn status(&self, key: &DocKey) -> &Status {
        self.status_of(&Target::Document(*key))
    }

    /// The same to be held while the state goes on.
    pub fn shared(&self, key: &DocKey) -> &Arc<Status> {
        self.shared_of(&Target::Document(*key))
    }

    /// What the entries say about anything.
    pub fn status_of(&self, target: &Target) -> &Status {
        self.shared_of(target)
    }

    fn shared_of(&self, target: &Target) -> &Arc<Status> {
        self.index.get(target).map_or(&self.untouched, |&r| &self.records[r as usize].status)
    }

    /// Every target that an entry names, with its status, in order.
    pub fn targets(&self) -> Vec<(&Target, &Status)> {
        let mut all: Vec<_> = self.all().map(|(target, status)| (target, &**status)).collect();
        all.sort_unstable_by_key(|(t, _)| *t);
        all
    }

    fn all(&self) -> impl Iterator<Item = (&Target, &Arc<Status>)> {
        self.targets.iter().zip(&self.records).map(|(t, r)| (&**t, &r.status))
    }

    /// Every article that an entry names, with its status, in no order.
    pub fn articles(&self) -> impl Iterator<Item = (&DocKey, &Arc<Status>)> {
        self.all().filter_map(|(target, status)| match target {
            Target::Document(key) => Some((key, status)),
            _ => None,
        })
    }

    /// Pairs of articles that the reader put into one story, and pairs that
    /// the reader parted; each in order.
    pub fn story_pairs(&self) -> StoryPairs {
        let mut out = StoryPairs::default();
        for (key, status) in self.articles() {
            for decision in &status.decisions {
                match decision {
                    Decision::SameStory { with } => out.together.push((*with, *key)),
                    Decision::OtherStory { than } => out.apart.push((*than, *key)),
                    _ => {}
                }
            }
        }
        out.together.sort_unstable();
        out.apart.sort_unstable();
        out
    }

    /// Pairs of articles of which the reader pinned a place, in order.
    pub fn pinned_pairs(&self) -> Vec<(DocKey, DocKey)> {
        let is_pin = |d: &Decision| matches!(d, Decision::Pin { .. });
        let pairs = self.all().filter_map(|(target, status)| match target {
            Target::Pair(a, b) if status.decisions.iter().any(is_pin) => Some((*a, *b)),
            _ => None,
        });
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable();
        pairs
    }

    /// Places of two articles that the reader pinned together, in the order of
    /// the first article; one place alone is pinned to nothing.
    pub fn pins(&self, a: DocKey, b: DocKey) -> Vec<(Option<Span>, Option<Span>)> {
        let decisions = &self.status_of(&Target::pair(a, b)).decisions;
        let pins = decisions.iter().filter_map(|d| match d {
            Decision::Pin { first, second } if a <= b => Some((*first, *second)),
            Decision::Pin { first, second } => Some((*second, *first)),
            _ => None,
        });
        let mut pins: Vec<_> = pins.collect();
        pins.sort_unstable();
        pins
    }

    /// Every target with a note, in order.
    pub fn noted(&self) -> impl Iterator<Item = (&Target, &[Arc<Note>])> {
        self.noted.iter().map(|t| (t, self.status_of(t).notes.as_slice()))
    }

    /// Notes whose passages lie in an article, with what they are about: its
    /// own and those of its comparisons.
    pub fn notes_in(&self, key: DocKey) -> impl Iterator<Item = (&Target, &Note)> {
        let about = move |t: &Target| match t {
            Target::Document(k) => *k == key,
            Target::Pair(a, b) => *a == key || *b == key,
            _ => false,
        };
        self.noted().filter(move |(t, _)| about(t)).flat_map(|(t, notes)| notes.iter().map(move |n| (t, &**n)))
    }

    /// Notes on comparisons and stories, by the articles that they are about;
    /// `members` tells the articles of a story.
    pub fn shared_notes(&self, members: &dyn Fn(&str) -> Vec<DocKey>) -> HashMap<DocKey, Vec<Arc<Note>>> {
        let mut out: HashMap<DocKey, Vec<Arc<Note>>> = HashMap::new();
        for (target, notes) in self.noted() {
            let about = match target {
                Target::Pair(a, b) => vec![*a, *b],
                Target::Story(id) => members(id),
                _ => continue,
            };
            for key in about {
                out.entry(key).or_default().extend(notes.iter().cloned());
            }
        }
        out
    }

    /// How many entries there are; grows with every one, so that what was
    /// made from the state knows when it is old.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True before the first entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries in their total order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = EntryRef<'_>> + ExactSizeIterator {
        self.order.iter().map(|&i| self.read(i))
    }

    fn read(&self, i: u32) -> EntryRef<'_> {
        EntryRef::of(&self.entries[i as usize], &self.targets)
    }

    /// The entry so many places before the newest.
    pub fn newest(&self, back: usize) -> Option<EntryRef<'_>> {
        let at = self.order.len().checked_sub(back + 1)?;
        self.order.get(at).map(|&i| self.read(i))
    }

    /// The entry of that identity.
    pub fn entry(&self, id: EntryId) -> Option<EntryRef<'_>> {
        self.arrived.get(&id).map(|&i| self.read(i))
    }

    /// True when the act counts: it is there and not undone.
    pub fn counts(&self, id: EntryId) -> bool {
        self.arrived.contains_key(&id) && !self.is_undone(id)
    }

    fn is_undone(&self, id: EntryId) -> bool {
        self.turns.get(&id).is_some_and(|&t| matches!(self.entries[t as usize].what, HeldWhat::Undo(_)))
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
        let act = self.undoable(by, &|_| true)?;
        Some(Entry::new(self.time(now), by, What::Undo(act.id)))
    }

    /// Acts of a person, the newest first, among which one that is meant is looked for: every
    /// frame asks, and a journal of years may hold none.
    const FAR: usize = 5_000;

    /// The last act of that person that still counts, of those that are meant.
    pub fn undoable(&self, by: &str, meant: &dyn Fn(EntryRef<'_>) -> bool) -> Option<EntryRef<'_>> {
        let mine = |e: &EntryRef<'_>| e.is_act() && **e.by == *by && !self.is_undone(e.id);
        self.entries().rev().filter(mine).take(Self::FAR).find(|e| meant(*e))
    }

    /// The redoing of what that person undid last, not yet applied; nothing
    /// after a newer act.
    pub fn redo(&self, now: i64, by: &str) -> Option<Entry> {
        let act = self.redoable(by, &|_| true)?;
        Some(Entry::new(self.time(now), by, What::Redo(act.id)))
    }

    /// The act that the last undo of that person took back, of those that are meant;
    /// nothing after a newer act of these.
    pub fn redoable(&self, by: &str, meant: &dyn Fn(EntryRef<'_>) -> bool) -> Option<EntryRef<'_>> {
        for e in self.entries().rev().filter(|e| **e.by == *by).take(Self::FAR) {
            match e.what {
                WhatRef::Act(_) if !self.is_undone(e.id) && meant(e) => return None,
                WhatRef::Undo(id) if self.last_turn(id) == Some(e.id) => match self.entry(id).filter(|act| meant(*act))
                {
                    Some(act) => return Some(act),
                    None => continue,
                },
                _ => {}
            }
        }
        None
    }

    fn last_turn(&self, act: EntryId) -> Option<EntryId> {
        self.turns.get(&act).map(|&t| self.entries[t as usize].id)
    }

    /// The undoing of any act that counts, whoever did it, not yet applied.
    pub fn take_back(&self, now: i64, by: &str, act: EntryId) -> Option<Entry> {
        let known = self.entry(act).is_some_and(|e| e.is_act());
        (known && self.counts(act)).then(|| Entry::new(self.time(now), by, What::Undo(act)))
    }

    /// The acts that touch a target, in no order, undone ones too.
    pub fn acts_on(&self, target: &Target) -> impl Iterator<Item = EntryRef<'_>> {
        let number = self.index.get(target).copied();
        let touches = move |act: &&u32| {
            let groups = self.entries[**act as usize].groups().iter();
            number.is_some_and(|n| groups.clone().any(|g| g.has(n)))
        };
        let few = number.map_or(&[][..], |n| self.records[n as usize].acts.as_slice());
        few.iter().chain(self.bulk.iter().filter(touches)).map(|&i| self.read(i))
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
}
