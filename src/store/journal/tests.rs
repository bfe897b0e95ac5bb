mod model;

use super::*;
use crate::corpus::DocKey;
use crate::triage::{Change, State, Target, Triage};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

fn verdict(t: &mut Triage, by: &str, n: usize) -> Entry {
    let key = DocKey::of_text(&n.to_string());
    let e = t.act(n as i64, by, vec![(Target::Document(key), Change::State(State::Keep))]);
    t.apply(&e);
    e
}

fn folder(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("kiosque-journal-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    dir
}

fn open(path: &Path) -> OpenedJournal {
    Journal::open(path, || {})
}

/// A disk in memory that can be filled, break, or hold a lock.
#[derive(Clone, Default)]
struct Disk(Arc<Mutex<DiskState>>);

#[derive(Default)]
struct DiskState {
    bytes: Vec<u8>,
    /// Bytes that still fit.
    room: Option<usize>,
    /// Syncs that fail from now on.
    bad_syncs: usize,
    read_only: bool,
    busy: bool,
    syncs: usize,
}

impl Disk {
    fn set(&self, change: impl FnOnce(&mut DiskState)) {
        change(&mut self.0.lock().unwrap());
    }

    fn open(&self) -> (Journal, mpsc::Receiver<()>) {
        let (send, receive) = mpsc::channel();
        let opened = Journal::over(
            Box::new(self.clone()),
            Path::new("disk"),
            Box::new(move || {
                // Nobody listens any more at the end of a test.
                let _ = send.send(());
            }),
        );
        (opened.journal, receive)
    }

    fn entries(&self) -> (Vec<Entry>, Vec<Notice>) {
        format::read("disk", 1, &self.0.lock().unwrap().bytes)
    }
}

impl Medium for Disk {
    fn lock(&mut self) -> io::Result<bool> {
        let disk = self.0.lock().unwrap();
        match (disk.read_only, disk.busy) {
            (true, _) => Err(io::ErrorKind::ReadOnlyFilesystem.into()),
            (_, true) => Err(io::ErrorKind::WouldBlock.into()),
            _ => Ok(true),
        }
    }
    fn lock_existing(&mut self) -> bool {
        true
    }
    fn unlock(&mut self) {}
    fn changed(&mut self) -> bool {
        true
    }
    fn read(&mut self, from: u64) -> io::Result<Vec<u8>> {
        Ok(self.0.lock().unwrap().bytes.get(from as usize..).unwrap_or_default().to_vec())
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut disk = self.0.lock().unwrap();
        let fits = disk.room.map_or(bytes.len(), |r| r.min(bytes.len()));
        disk.bytes.extend_from_slice(&bytes[..fits]);
        disk.room = disk.room.map(|r| r - fits);
        if fits == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(fits) }
    }
    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.0.lock().unwrap().bytes.truncate(len as usize);
        Ok(())
    }
    fn syncer(&mut self) -> io::Result<medium::Sync> {
        let disk = self.0.clone();
        Ok(Box::new(move || {
            let mut disk = disk.lock().unwrap();
            disk.syncs += 1;
            if disk.bad_syncs > 0 {
                disk.bad_syncs -= 1;
                return Err(io::Error::other("the cable fell out"));
            }
            Ok(())
        }))
    }
}

/// Waits until the saver says that all is saved.
fn until_saved(journal: &Journal, changes: &mpsc::Receiver<()>) {
    while journal.state() != SaveState::Saved {
        changes.recv_timeout(std::time::Duration::from_secs(20)).expect("the saver says when the state changes");
    }
}

#[test]
fn what_was_appended_is_there_after_opening_again() {
    let dir = folder("again");
    let path = dir.join("deep/journal.jsonl");
    let mut t = Triage::new();
    let opened = open(&path);
    assert!(opened.entries.is_empty() && !path.exists(), "opening writes nothing");
    let entries: Vec<Entry> = (0..5).map(|n| verdict(&mut t, "a", n)).collect();
    for e in &entries {
        opened.journal.append(e).unwrap();
        // In the file before the next key is read.
        assert!(std::fs::read_to_string(&path).unwrap().contains(&e.id.to_string()));
    }
    opened.journal.finish().unwrap();
    let again = open(&path);
    assert_eq!((again.entries, again.notices), (entries, Vec::new()));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn two_instances_see_each_others_verdicts() {
    let dir = folder("two");
    let path = dir.join("journal.jsonl");
    let (a, b) = (open(&path).journal, open(&path).journal);
    let (mut ta, mut tb) = (Triage::new(), Triage::new());
    for n in 0..20 {
        let (by, journal, t) = if n % 2 == 0 { ("a", &a, &mut ta) } else { ("b", &b, &mut tb) };
        journal.append(&verdict(t, by, n)).unwrap();
    }
    ta.extend(a.poll());
    tb.extend(b.poll());
    assert_eq!((ta.entries().len(), tb.entries().len()), (20, 20));
    assert!(a.poll().is_empty() && b.poll().is_empty());
    drop((a, b));
    assert_eq!(read(&path).unwrap().1, []);
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_torn_line_costs_one_entry_and_the_next_line_is_whole() {
    let dir = folder("torn");
    let path = dir.join("journal.jsonl");
    let mut t = Triage::new();
    let first = verdict(&mut t, "a", 1);
    open(&path).journal.append(&first).unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, [whole.as_slice(), &whole[whole.len() / 2..whole.len() - 9]].concat()).unwrap();
    let opened = open(&path);
    assert_eq!((opened.entries.len(), opened.notices.len()), (1, 1));
    assert!(opened.notices[0].place.ends_with(":3"), "{:?}", opened.notices);
    let second = verdict(&mut t, "a", 2);
    opened.journal.append(&second).unwrap();
    drop(opened);
    let (entries, notices) = read(&path).unwrap();
    assert_eq!((entries, notices.len()), (vec![first, second], 1));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn compaction_under_a_running_instance_loses_nothing() {
    let dir = folder("compact");
    let path = dir.join("journal.jsonl");
    let mut t = Triage::new();
    let running = open(&path).journal;
    let other = open(&path).journal;
    for n in 0..10 {
        running.append(&verdict(&mut t, "a", n)).unwrap();
    }
    let line = std::fs::read_to_string(&path).unwrap().lines().nth(3).unwrap().to_owned();
    let foreign = "{\"crc\":\"00000000\"".to_owned();
    use std::io::Write;
    let mut file = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
    writeln!(file, "{line}\n{foreign}").unwrap();
    let (done, notices) = compact(&path).unwrap();
    assert_eq!((done.entries, done.repeated, done.torn, notices.len()), (10, 1, 1, 1));
    running.append(&verdict(&mut t, "a", 10)).unwrap();
    let mut seen = Triage::new();
    seen.extend(other.poll());
    assert_eq!(seen.entries().len(), 11);
    drop((running, other));
    let (entries, notices) = read(&path).unwrap();
    assert_eq!((entries.len(), notices.len()), (11, 0));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_full_disk_keeps_verdicts_in_memory_and_writes_them_when_there_is_room() {
    let disk = Disk::default();
    let (journal, changes) = disk.open();
    let mut t = Triage::new();
    journal.append(&verdict(&mut t, "a", 0)).unwrap();
    disk.set(|d| d.room = Some(30));
    assert_eq!(journal.append(&verdict(&mut t, "a", 1)).map_err(|e| e.to_string()), Err("the disk is full".into()));
    assert_eq!(journal.append(&verdict(&mut t, "a", 2)).map_err(|e| e.to_string()), Err("the disk is full".into()));
    assert_eq!((journal.unsaved(), journal.state()), (2, SaveState::Failed(crate::words::msg::STORE_DISK_FULL.into())));
    let (entries, notices) = disk.entries();
    assert_eq!((entries.len(), notices.len()), (1, 0), "half a line is taken back");
    disk.set(|d| d.room = None);
    until_saved(&journal, &changes);
    assert_eq!((journal.unsaved(), disk.entries().0.len()), (0, 3));
}

#[test]
fn what_cannot_be_saved_at_the_end_is_handed_over() {
    let disk = Disk::default();
    disk.set(|d| d.read_only = true);
    let (journal, _) = disk.open();
    let mut t = Triage::new();
    let e = verdict(&mut t, "a", 0);
    assert_eq!(journal.append(&e).map_err(|e| e.to_string()), Err("the disk is read-only".into()));
    let unsaved = journal.finish().unwrap_err();
    assert_eq!((unsaved.count, unsaved.reason.to_string().as_str()), (1, "the disk is read-only"));
    assert_eq!(format::read("m", 1, &unsaved.lines).0, [e]);
}

#[test]
fn a_failed_sync_writes_the_lines_again() {
    let disk = Disk::default();
    disk.set(|d| d.bad_syncs = 1);
    let (journal, changes) = disk.open();
    let mut t = Triage::new();
    let e = verdict(&mut t, "a", 0);
    journal.append(&e).unwrap();
    until_saved(&journal, &changes);
    let mut seen = Triage::new();
    seen.extend(disk.entries().0);
    assert_eq!(seen.entries().map(|e| e.to_entry()).collect::<Vec<_>>(), [e]);
}

#[test]
fn a_lock_that_is_not_given_back_does_not_stop_the_reader() {
    let disk = Disk::default();
    disk.set(|d| d.busy = true);
    let (journal, changes) = disk.open();
    let mut t = Triage::new();
    assert_eq!(
        journal.append(&verdict(&mut t, "a", 0)).map_err(|e| e.to_string()),
        Err("another kiosque holds the journal".into())
    );
    disk.set(|d| d.busy = false);
    until_saved(&journal, &changes);
    assert_eq!(disk.entries().0.len(), 1);
}

#[test]
fn a_burst_of_verdicts_is_synced_together() {
    let disk = Disk::default();
    let calls = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&calls);
    let opened = Journal::over(
        Box::new(disk.clone()),
        Path::new("disk"),
        Box::new(move || {
            seen.fetch_add(1, Ordering::Relaxed);
        }),
    );
    let mut t = Triage::new();
    for n in 0..500 {
        opened.journal.append(&verdict(&mut t, "a", n)).unwrap();
    }
    opened.journal.finish().unwrap();
    assert!(disk.0.lock().unwrap().syncs < 100);
    assert_eq!(disk.entries().0.len(), 500);
    assert!(calls.load(Ordering::Relaxed) >= 2);
}

#[test]
fn a_journal_that_is_deleted_or_replaced_is_read_from_its_beginning() {
    let dir = folder("replaced");
    let path = dir.join("journal.jsonl");
    let mut t = Triage::new();
    let a = open(&path).journal;
    for n in 0..4 {
        a.append(&verdict(&mut t, "a", n)).unwrap();
    }
    let mut other = Triage::new();
    let lines: String = (0..9).map(|n| format::print(&verdict(&mut other, "b", 100 + n))).collect();
    std::fs::write(&path, format!("{}{lines}", format::header())).unwrap();
    let mut seen = Triage::new();
    seen.extend(a.poll());
    assert_eq!(seen.entries().len(), 9);
    std::fs::remove_file(&path).unwrap();
    a.append(&verdict(&mut t, "a", 5)).unwrap();
    drop(a);
    let (entries, notices) = read(&path).unwrap();
    assert_eq!((entries.len(), notices.len()), (1, 0));
    std::fs::remove_dir_all(dir).unwrap();
}
