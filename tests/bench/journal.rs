//! The journal with 10,000 and 100,000 entries: opening, judging, undoing.
//! `cargo bench --no-default-features --bench journal`

use kiosque::corpus::DocKey;
use kiosque::store::journal::{Journal, SaveState};
use kiosque::triage::{Change, State, Target, Triage, journal};
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Processor time of this thread, which a busy machine does not lengthen.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

/// Median and 99th percentile in milliseconds.
fn p50_p99(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort();
    let at = |p: usize| times[(times.len() * p / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    (at(50), at(99))
}

fn act(triage: &mut Triage, n: usize) -> kiosque::triage::Entry {
    let key = DocKey::of_text(&(n % 70_000).to_string());
    let change = match n % 10 {
        0 => Change::Tag("une".into()),
        1 => Change::Read(true),
        _ => Change::State(State::ALL[n % 5]),
    };
    let entry = triage.act(1_700_000_000_000 + n as i64 * 1000, "Élise", vec![(Target::Document(key), change)]);
    triage.apply(&entry);
    entry
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut opens = Vec::new();
    for entries in [10_000, 100_000] {
        let path: PathBuf = std::env::temp_dir().join(format!("kiosque-bench-{}.jsonl", std::process::id()));
        let mut triage = Triage::new();
        let lines: String = (0..entries).map(|n| journal::print(&act(&mut triage, n))).collect();
        std::fs::write(&path, format!("{}{lines}", journal::header()))?;
        let (mut opening, mut reading, mut spent) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..9 {
            let (start, before) = (Instant::now(), cpu());
            let opened = Journal::open(&path, || {});
            reading.push(start.elapsed());
            let triage = Triage::of(opened.entries);
            opening.push(start.elapsed());
            spent.push(Duration::from_secs_f64((cpu() - before) / 1000.0));
            assert_eq!(triage.entries().len(), entries);
        }
        let opened = Journal::open(&path, || {});
        let (mut acknowledged, mut durable, mut undone) = (Vec::new(), Vec::new(), Vec::new());
        for n in 0..400 {
            let start = Instant::now();
            let entry = act(&mut triage, entries + n);
            assert_eq!(opened.journal.append(&entry), Ok(()));
            acknowledged.push(start.elapsed());
            if n % 4 == 0 {
                while opened.journal.state() != SaveState::Saved {
                    std::thread::sleep(Duration::from_micros(200));
                }
                durable.push(start.elapsed());
            }
            let start = Instant::now();
            if let Some(undo) = triage.undo(0, "Élise") {
                triage.apply(&undo);
            }
            undone.push(start.elapsed());
        }
        let (open, _) = p50_p99(opening);
        opens.push(open / entries as f64);
        let (read, _) = p50_p99(reading);
        let (spent, _) = p50_p99(spent);
        let (ack, acks) = p50_p99(acknowledged);
        let (dur, durs) = p50_p99(durable);
        let (undo, undos) = p50_p99(undone);
        writeln!(
            out,
            "{entries:>7} entries, {:.1} MB: open {open:.1} ms (reading {read:.1}; processor {spent:.1}) | mark acknowledged p50 {ack:.3} p99 {acks:.3} ms | \
             durable p50 {dur:.2} p99 {durs:.2} ms | undo p50 {undo:.3} p99 {undos:.3} ms",
            lines.len() as f64 / 1e6
        )?;
        drop(opened);
        std::fs::remove_file(&path)?;
        let _ = std::fs::remove_file(path.with_extension("lock"));
    }
    writeln!(out, "growth per entry of opening, from 10k to 100k: {:.2}", opens[1] / opens[0])?;
    Ok(())
}
