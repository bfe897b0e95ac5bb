//! The journal against a model: two writers, over a disk that fails as disks
//! do, are killed, lose power, go on, and are merged. What was promised of each
//! entry has to hold after every step.
//!
//! `KIOSQUE_LONG_TESTS` makes it try longer.

use super::super::*;
use crate::corpus::DocKey;
use crate::triage::{Change, EntryId, State, Target, Triage, What};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;

/// Bytes that a disk writes at once or not at all; fewer than a line has.
const SECTOR: usize = 64;

/// What goes wrong from now on.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// So many bytes still fit: short writes, then none.
    Full(usize),
    /// Writes fail.
    Writes,
    /// What was written in part cannot be taken back, and no more fits.
    Stuck(usize),
    /// Syncs fail, and the system takes for written what it did not write.
    Syncs,
    /// Reads fail.
    Reads,
    /// Somebody else keeps the turn.
    Busy,
}

#[derive(Default)]
struct Contents {
    /// What readers see.
    bytes: Vec<u8>,
    /// What is on the plate.
    plate: Vec<u8>,
    /// Sectors that a sync has to write.
    dirty: BTreeSet<usize>,
    fault: Option<Fault>,
    /// The program was killed: nothing that it still does arrives.
    dead: bool,
    /// Whose turn to write it is.
    turn: Option<usize>,
    /// Syncs that failed so far.
    failed: u64,
}

fn broken() -> io::Error {
    io::Error::other("the cable fell out")
}

impl Contents {
    fn touch(&mut self, from: usize, to: usize) {
        self.dirty.extend(from / SECTOR..=to / SECTOR);
    }

    fn sync(&mut self) {
        self.plate.resize(self.bytes.len(), 0);
        for s in std::mem::take(&mut self.dirty) {
            let sector = (s * SECTOR).min(self.bytes.len())..((s + 1) * SECTOR).min(self.bytes.len());
            self.plate[sector.clone()].copy_from_slice(&self.bytes[sector]);
        }
    }

    /// Power goes: of what was not synced any sector arrived, in whole or up to
    /// some byte, in any order, and the file has any length in between.
    fn power_cut(&mut self, dice: &mut dyn FnMut(usize) -> usize) {
        let (least, most) = (self.plate.len().min(self.bytes.len()), self.plate.len().max(self.bytes.len()));
        let len = least + dice(most - least + 1);
        self.plate.resize(len, 0);
        for s in std::mem::take(&mut self.dirty) {
            let from = s * SECTOR;
            let arrived = match dice(3) {
                0 => 0,
                1 => SECTOR,
                _ => dice(SECTOR),
            };
            let to = (from + arrived).min(len).min(self.bytes.len());
            if from < to {
                self.plate[from..to].copy_from_slice(&self.bytes[from..to]);
            }
        }
        self.bytes.clone_from(&self.plate);
    }
}

#[derive(Clone, Default)]
struct Disk(Arc<(Mutex<Contents>, Condvar)>);

impl Disk {
    fn get(&self) -> MutexGuard<'_, Contents> {
        self.0.0.lock().unwrap()
    }

    fn take_turn(&self, who: usize) -> bool {
        let free = |c: &mut Contents| c.turn.is_some_and(|t| t != who) && !c.dead;
        let mut contents = self.0.1.wait_while(self.get(), free).unwrap();
        contents.turn = Some(who);
        true
    }
}

/// One writer's hold on the disk.
struct Hand {
    disk: Disk,
    who: usize,
    /// The failed syncs that its open file was told of; as with Linux, each open
    /// file is told of those that happen while it is open, once.
    file: Option<Arc<AtomicU64>>,
}

impl Medium for Hand {
    fn lock(&mut self) -> io::Result<bool> {
        if self.disk.get().fault == Some(Fault::Busy) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(self.disk.take_turn(self.who))
    }
    fn lock_existing(&mut self) -> bool {
        self.disk.take_turn(self.who)
    }
    fn unlock(&mut self) {
        let mut contents = self.disk.get();
        if contents.turn == Some(self.who) {
            contents.turn = None;
        }
        self.disk.0.1.notify_all();
    }
    fn changed(&mut self) -> bool {
        true
    }
    fn read(&mut self, from: u64) -> io::Result<Vec<u8>> {
        let contents = self.disk.get();
        if contents.dead || contents.fault == Some(Fault::Reads) {
            return Err(broken());
        }
        Ok(contents.bytes.get(from as usize..).unwrap_or_default().to_vec())
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut contents = self.disk.get();
        let fits = match &mut contents.fault {
            Some(Fault::Writes) => return Err(broken()),
            Some(Fault::Full(room) | Fault::Stuck(room)) => {
                let fits = bytes.len().min(*room);
                *room -= fits;
                fits
            }
            _ => bytes.len(),
        };
        if contents.dead {
            return Err(broken());
        }
        if fits == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.file.get_or_insert_with(|| Arc::new(AtomicU64::new(contents.failed)));
        let from = contents.bytes.len();
        contents.bytes.extend_from_slice(&bytes[..fits]);
        contents.touch(from, from + fits - 1);
        Ok(fits)
    }
    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let mut contents = self.disk.get();
        if contents.dead || matches!(contents.fault, Some(Fault::Stuck(_))) {
            return Err(broken());
        }
        let before = contents.bytes.len();
        contents.bytes.truncate(len as usize);
        contents.touch(len as usize, before);
        Ok(())
    }
    fn syncer(&mut self) -> io::Result<medium::Sync> {
        let disk = self.disk.clone();
        let told = self.file.get_or_insert_with(|| Arc::new(AtomicU64::new(disk.get().failed))).clone();
        Ok(Box::new(move || {
            let mut contents = disk.get();
            if contents.dead {
                return Err(broken());
            }
            if contents.fault == Some(Fault::Syncs) {
                contents.dirty.clear();
                contents.failed += 1;
            } else {
                contents.sync();
            }
            let failed = contents.failed;
            if told.swap(failed, Ordering::Relaxed) == failed { Ok(()) } else { Err(broken()) }
        }))
    }
}

/// One step of the world.
#[derive(Clone, Copy, Debug)]
enum Incident {
    /// A writer judges an article.
    Judge { who: usize, article: u8, state: u8 },
    /// A writer takes its last act back.
    Undo(usize),
    /// A writer hears of the others.
    Hear(usize),
    /// A writer waits until all is saved; where nothing fails.
    Settle(usize),
    /// Something goes wrong from now on.
    Fail(Fault),
    /// All is well again.
    Mend,
    /// A writer ends as it should, and comes again.
    End(usize),
    /// Both are killed, and come again.
    Kill,
    /// Power goes, and both come again.
    PowerCut(u64),
}

fn step() -> impl Strategy<Value = Incident> {
    let fault = prop_oneof![
        (0..400_usize).prop_map(Fault::Full),
        (0..400_usize).prop_map(Fault::Stuck),
        Just(Fault::Writes),
        Just(Fault::Syncs),
        Just(Fault::Reads),
        Just(Fault::Busy),
    ];
    let judge =
        (0..2_usize, 0..4_u8, 0..5_u8).prop_map(|(who, article, state)| Incident::Judge { who, article, state });
    prop_oneof![
        10 => judge,
        2 => (0..2_usize).prop_map(Incident::Undo),
        2 => (0..2_usize).prop_map(Incident::Hear),
        3 => (0..2_usize).prop_map(Incident::Settle),
        3 => fault.prop_map(Incident::Fail),
        3 => Just(Incident::Mend),
        1 => (0..2_usize).prop_map(Incident::End),
        1 => Just(Incident::Kill),
        2 => any::<u64>().prop_map(Incident::PowerCut),
    ]
}

/// A writer with what it knows.
struct Writer {
    journal: Option<Journal>,
    changes: mpsc::Receiver<()>,
    triage: Triage,
    /// What it said since it came.
    said: BTreeSet<EntryId>,
}

struct World {
    disk: Disk,
    writers: [Writer; 2],
    /// Every entry that anybody ever said.
    all: BTreeMap<EntryId, Entry>,
    /// Entries that survive a kill.
    acknowledged: BTreeSet<EntryId>,
    /// Entries that survive a power cut.
    saved: BTreeSet<EntryId>,
    now: i64,
}

const NAMES: [&str; 2] = ["ana", "bo"];

fn open(disk: &Disk, who: usize) -> Writer {
    let (send, changes) = mpsc::channel();
    let changed = move || {
        // Nobody listens any more at the end.
        let _ = send.send(());
    };
    let medium = Box::new(Hand { disk: disk.clone(), who, file: None });
    let opened = Journal::over(medium, Path::new("disk"), Box::new(changed));
    Writer { journal: Some(opened.journal), changes, triage: Triage::of(opened.entries), said: BTreeSet::new() }
}

impl World {
    fn new() -> Self {
        let disk = Disk::default();
        let writers = [0, 1].map(|who| open(&disk, who));
        let (all, acknowledged, saved) = Default::default();
        Self { disk, writers, all, acknowledged, saved, now: 0 }
    }

    fn say(&mut self, who: usize, entry: Entry) {
        let writer = &mut self.writers[who];
        writer.triage.apply(&entry);
        writer.said.insert(entry.id);
        let outcome = writer.journal.as_ref().unwrap().append(&entry);
        if outcome.is_ok() {
            // All that it said before was written with it.
            self.acknowledged.extend(&writer.said);
        }
        self.all.insert(entry.id, entry);
        self.note_saved(who);
    }

    fn note_saved(&mut self, who: usize) {
        let writer = &self.writers[who];
        if writer.journal.as_ref().is_some_and(|j| j.state() == SaveState::Saved) {
            self.acknowledged.extend(&writer.said);
            self.saved.extend(&writer.said);
        }
    }

    /// What the file holds; every entry in it is one that was said.
    fn there(&self) -> BTreeSet<EntryId> {
        let (entries, _) = format::read("disk", 1, &self.disk.get().bytes);
        for e in &entries {
            assert_eq!(self.all.get(&e.id), Some(e), "an entry that nobody said");
        }
        entries.iter().map(|e| e.id).collect()
    }

    fn holds(&self, promised: &BTreeSet<EntryId>, what: &str) {
        let lost: Vec<_> = promised.difference(&self.there()).copied().collect();
        let shown = || String::from_utf8_lossy(&self.disk.get().bytes).replace('\0', "0");
        assert!(lost.is_empty(), "{what}: lost {lost:?} of\n{}", shown());
    }

    /// The program is killed and started again.
    fn again(&mut self) {
        for writer in &mut self.writers {
            writer.journal = None;
        }
        let mut contents = self.disk.get();
        (contents.dead, contents.fault, contents.turn) = (false, None, None);
        drop(contents);
        self.writers = [0, 1].map(|who| open(&self.disk, who));
        let there = self.there();
        for writer in &self.writers {
            let read: BTreeSet<EntryId> = writer.triage.entries().map(|e| e.id).collect();
            assert_eq!(read, there, "a writer that comes reads all that is there");
            self.is_as_the_model_says(&writer.triage, &there);
        }
    }

    /// The state of every article is that of the last act on it that was not
    /// taken back.
    fn is_as_the_model_says(&self, triage: &Triage, there: &BTreeSet<EntryId>) {
        let mut entries: Vec<&Entry> = there.iter().map(|id| &self.all[id]).collect();
        entries.sort_by_key(|e| e.order());
        let undone = |id: EntryId| entries.iter().any(|e| matches!(e.what, What::Undo(x) if x == id));
        let mut states: BTreeMap<DocKey, State> = BTreeMap::new();
        for e in entries.iter().filter(|e| !undone(e.id)) {
            for change in e.changes() {
                if let (Target::Document(key), Change::State(state)) = change {
                    states.insert(*key, *state);
                }
            }
        }
        for article in 0..4 {
            let key = key(article);
            assert_eq!(triage.status(&key).state, states.get(&key).copied().unwrap_or_default(), "article {article}");
        }
    }

    fn take(&mut self, step: Incident) {
        self.now += 1;
        match step {
            Incident::Judge { who, article, state } => {
                let change = Change::State(State::ALL[usize::from(state)]);
                let entry = self.writers[who].triage.act(self.now, NAMES[who], vec![(key(article).into(), change)]);
                self.say(who, entry);
            }
            Incident::Undo(who) => {
                if let Some(entry) = self.writers[who].triage.undo(self.now, NAMES[who]) {
                    self.say(who, entry);
                }
            }
            Incident::Hear(who) => {
                let heard = self.writers[who].journal.as_ref().unwrap().poll();
                assert!(heard.iter().all(|e| self.all.get(&e.id) == Some(e)), "an entry that nobody said");
                self.writers[who].triage.extend(heard);
            }
            Incident::Settle(who) => {
                if self.disk.get().fault.is_some() {
                    return;
                }
                // What could not be written before is written with it.
                self.take(Incident::Judge { who, article: 0, state: 0 });
                let writer = &self.writers[who];
                while writer.journal.as_ref().unwrap().state() != SaveState::Saved {
                    let patience = std::time::Duration::from_secs(60);
                    writer.changes.recv_timeout(patience).expect("the saver says when the state changes");
                }
                self.note_saved(who);
            }
            Incident::Fail(fault) => self.disk.get().fault = Some(fault),
            Incident::Mend => self.disk.get().fault = None,
            Incident::End(who) => self.end(who),
            Incident::Kill => {
                self.disk.get().dead = true;
                self.holds(&self.acknowledged, "after a kill");
                self.again();
            }
            Incident::PowerCut(seed) => {
                (0..2).for_each(|who| self.note_saved(who));
                let mut dice = Dice(seed);
                let mut contents = self.disk.get();
                contents.dead = true;
                contents.power_cut(&mut |n| dice.below(n));
                drop(contents);
                self.holds(&self.saved, "after a power cut");
                self.again();
                // What was not saved may be gone, or there for good.
                self.acknowledged = self.there();
            }
        }
    }

    /// A writer ends: what it said is saved, or handed over.
    fn end(&mut self, who: usize) {
        let said = std::mem::take(&mut self.writers[who].said);
        let ended = self.writers[who].journal.take().unwrap().finish();
        let mut kept = self.there();
        match ended {
            Ok(()) => self.acknowledged.extend(&said),
            Err(unsaved) => {
                let handed = format::read("unsaved", 1, &unsaved.lines).0;
                assert!(handed.len() >= unsaved.count, "every line that is handed over can be read");
                kept.extend(handed.iter().map(|e| e.id));
            }
        }
        assert!(said.is_subset(&kept), "what was said is in the file or handed over");
        // One that cannot read what is there would not know its own acts.
        let fault = self.disk.get().fault.take();
        self.writers[who] = open(&self.disk, who);
        self.disk.get().fault = fault;
    }
}

fn key(article: u8) -> DocKey {
    DocKey::of_text(&article.to_string())
}

/// A small generator (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("KIOSQUE_LONG_TESTS").is_some() { 3000 } else { 48 };
    ProptestConfig { cases, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_fails_no_promise_is_broken_and_merging_makes_the_state_of_the_model(
        steps in prop::collection::vec(step(), 1..60),
        parts in prop::collection::vec(0..3_u8, 64),
    ) {
        let mut world = World::new();
        for step in steps {
            world.take(step);
        }
        world.take(Incident::Mend);
        (0..2).for_each(|who| world.take(Incident::Settle(who)));
        let there = world.there();
        let acknowledged = world.acknowledged.clone();
        prop_assert!(acknowledged.is_subset(&there));
        // Two journals that have all of it between them, in part both.
        let bytes = world.disk.get().bytes.clone();
        let mut halves = [Vec::new(), Vec::new()];
        for (i, line) in bytes.split_inclusive(|&b| b == b'\n').enumerate() {
            let part = parts[i % parts.len()];
            (0..2).filter(|&h| part != 1 - h).for_each(|h| halves[usize::from(h)].extend_from_slice(line));
        }
        for order in [[0, 1], [1, 0]] {
            let merged = [halves[order[0]].as_slice(), b"\n", &halves[order[1]]].concat();
            let triage = Triage::of(format::read("merged", 1, &merged).0);
            world.is_as_the_model_says(&triage, &there);
        }
    }
}

#[test]
fn an_entry_behind_what_a_disk_lost_is_read_and_the_loss_is_said() {
    let mut triage = Triage::new();
    let act = |triage: &mut Triage, n: i64| {
        let entry = triage.act(n, "ana", vec![(key(1).into(), Change::State(State::Keep))]);
        triage.apply(&entry);
        entry
    };
    let (first, second) = (act(&mut triage, 1), act(&mut triage, 2));
    let mut bytes = format::header().into_bytes();
    // The line break of the first went with its end.
    bytes.extend(&format::print(&first).as_bytes()[..40]);
    bytes.extend([0; 30]);
    bytes.extend(format::print(&second).as_bytes());
    let (entries, notices) = format::read("disk", 1, &bytes);
    assert_eq!((entries, notices.len()), (vec![second], 1));
}
