//! The journal in the real world: killed writers, two at a time, full disks,
//! and the journals of every version.

use crate::support::folder;
use kiosque::corpus::DocKey;
use kiosque::store::journal::{self, Journal};
use kiosque::triage::{Change, Entry, State, Target, Triage};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;

const JOURNAL: &str = "KIOSQUE_TEST_WRITER_JOURNAL";
const NAME: &str = "KIOSQUE_TEST_WRITER_NAME";

fn verdict(triage: &mut Triage, by: &str, n: u64) -> Entry {
    let key = DocKey::of_text(&format!("{by} {n}"));
    let state = State::ALL[(n % 5) as usize];
    let entry = triage.act(n as i64, by, vec![(Target::Document(key), Change::State(state))]);
    triage.apply(&entry);
    entry
}

#[test]
#[ignore = "no test of its own: the writer that the kill loop starts and kills"]
fn writer_for_the_kill_loop() {
    let (Some(path), Ok(name)) = (std::env::var_os(JOURNAL), std::env::var(NAME)) else { return };
    let opened = Journal::open(Path::new(&path), || {});
    let mut triage = Triage::new();
    triage.extend(opened.entries);
    let mut out = std::io::stdout().lock();
    for n in 0.. {
        let entry = verdict(&mut triage, &name, n);
        if opened.journal.append(&entry).is_ok()
            && writeln!(out, "\nack {}", entry.id).and_then(|()| out.flush()).is_err()
        {
            return;
        }
        if n % 16 == 0 {
            triage.extend(opened.journal.poll());
        }
    }
}

/// A writer whose acknowledgements arrive one by one.
struct Writer {
    child: Child,
    acks: mpsc::Receiver<String>,
}

fn writer(path: &Path, name: &str) -> Writer {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "journal::writer_for_the_kill_loop", "--ignored", "--nocapture", "--test-threads=1"])
        .env(JOURNAL, path)
        .env(NAME, name)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let stdout = child.stdout.take().unwrap();
    let (send, acks) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(id) = line.strip_prefix("ack ").filter(|id| id.len() == 16)
                && send.send(id.to_owned()).is_err()
            {
                return;
            }
        }
    });
    Writer { child, acks }
}

/// Two writers at a time, each killed after about `acks` acknowledgements.
fn kill_loop(kills: usize, acks: usize) -> (usize, usize) {
    let dir = folder("journal-kills");
    let path = dir.join("journal.jsonl");
    let mut acknowledged = HashSet::new();
    let mut killed = 0;
    for round in 0..kills.div_ceil(2) {
        let mut writers = [writer(&path, &format!("a{round}")), writer(&path, &format!("b{round}"))];
        for w in &mut writers {
            // A different moment each time.
            for _ in 0..acks + (round * 7) % 13 {
                acknowledged
                    .insert(w.acks.recv_timeout(std::time::Duration::from_secs(60)).expect("the writer writes"));
            }
            w.child.kill().unwrap();
            w.child.wait().unwrap();
            killed += 1;
            acknowledged.extend(w.acks.iter());
        }
    }
    let (entries, notices) = journal::read(&path).unwrap();
    let there: HashSet<String> = entries.iter().map(|e| e.id.to_string()).collect();
    let lost: Vec<_> = acknowledged.difference(&there).collect();
    assert!(lost.is_empty(), "{} of {} lost", lost.len(), acknowledged.len());
    assert!(notices.len() <= killed, "at most one torn line a kill: {notices:?}");
    let mut triage = Triage::new();
    triage.extend(entries);
    assert_eq!(triage.entries().len(), there.len());
    std::fs::remove_dir_all(dir).unwrap();
    (acknowledged.len(), killed)
}

#[test]
fn no_acknowledged_verdict_is_lost_when_writers_are_killed() {
    let long = std::env::var_os("KIOSQUE_LONG_TESTS").is_some();
    let (kills, acks) = if long { (40, 200) } else { (4, 40) };
    let (acknowledged, killed) = kill_loop(kills, acks);
    println!("{acknowledged} acknowledged verdicts, {killed} kills, none lost");
    assert!(acknowledged >= kills * acks);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_in_place_of_the_journal_is_refused_and_the_verdict_is_kept_with_the_reason() {
    let dir = folder("journal-full");
    std::fs::create_dir_all(&dir).unwrap();
    let path = dir.join("journal.jsonl");
    std::os::unix::fs::symlink("/dev/full", &path).unwrap();
    let opened = Journal::open(&path, || {});
    let mut triage = Triage::new();
    assert_eq!(
        opened.journal.append(&verdict(&mut triage, "a", 1)).map_err(|e| e.to_string()),
        Err("it is no file (a pipe, socket or device)".into())
    );
    let unsaved = opened.journal.finish().unwrap_err();
    assert_eq!((unsaved.count, unsaved.reason.to_string().as_str()), (1, "it is no file (a pipe, socket or device)"));
    std::fs::remove_dir_all(dir).unwrap();
}

/// Runs on the small file system that `KIOSQUE_SMALL_DISK` names, such as
/// `mount -t tmpfs -o size=64k none DIR`.
#[test]
fn a_small_disk_that_fills_up_loses_no_acknowledged_verdict() {
    let Some(disk) = std::env::var_os("KIOSQUE_SMALL_DISK").map(PathBuf::from) else { return };
    let path = disk.join("journal.jsonl");
    let ballast = disk.join("ballast");
    std::fs::write(&ballast, vec![0; 16 << 10]).unwrap();
    let opened = Journal::open(&path, || {});
    let mut triage = Triage::new();
    let (mut acknowledged, mut kept) = (Vec::new(), Vec::new());
    for n in 0..10_000 {
        let entry = verdict(&mut triage, "a", n);
        match opened.journal.append(&entry) {
            Ok(()) => acknowledged.push(entry),
            Err(e) => {
                assert_eq!(e.to_string(), "the disk is full");
                kept.push(entry);
            }
        }
        if kept.len() == 50 {
            break;
        }
    }
    assert_eq!(kept.len(), 50, "the disk is not small");
    let (entries, _) = journal::read(&path).unwrap();
    assert!(acknowledged.iter().all(|e| entries.contains(e)));
    std::fs::remove_file(&ballast).unwrap();
    opened.journal.finish().unwrap();
    let (entries, notices) = journal::read(&path).unwrap();
    assert!(kept.iter().chain(&acknowledged).all(|e| entries.contains(e)));
    assert_eq!(notices, []);
    println!(
        "{} acknowledged before the disk was full, {} kept in memory and written when there was room",
        acknowledged.len(),
        kept.len()
    );
    std::fs::remove_file(&path).unwrap();
}

/// Every journal that an older kiosque may have left: what it holds stands in
/// its name, `NAME.ENTRIES-NOTICES.jsonl`.
#[test]
fn journals_of_every_version_are_read() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/journal");
    let mut cases = 0;
    for file in std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let (entries, notices) = journal::read(&file).unwrap();
        let (_, expected) = name.rsplit_once('.').unwrap();
        assert_eq!(expected, format!("{}-{}", entries.len(), notices.len()), "{name}: {notices:?}");
        cases += 1;
    }
    assert!(cases >= 3);
}
