//! What a start on a known corpus costs, step by step, and how the cost grows
//! with the articles in the catalogue.
//!
//! `cargo bench --no-default-features --bench catalogue`; numbers behind `--`
//! are how many articles there are instead of 10,000 and 100,000. Times are
//! the least of several starts. No article is read: what is measured is what
//! comes before the first useful frame, and the keys that move in the list.

#![allow(clippy::print_stdout)]

use kiosque::app::Msg;
use kiosque::app::area::Size;
use kiosque::app::key::{Code, Key};
use kiosque::app::update::update;
use kiosque::corpus::{Card, DocKey, Mark, Standing};
use kiosque::ingest::{Extent, Options};
use kiosque::job::{self, Input, Job, Kind, Loaded, Report, Resources, Runner, Ticket};
use kiosque::shell::{CatalogueUse, Corpus, Setup, Started, start};
use kiosque::store::catalogue::{Builder, Row, Slot, Stamp, format::Head};
use kiosque::store::paths::Paths;
use kiosque::store::settings::Settings;
use kiosque::story::{Member, Stories, Story};
use kiosque::triage::Triage;
use kiosque::words::Lang;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Starts that are measured.
const STARTS: usize = 7;

/// A number that looks like chance and is not.
fn mix(n: u64) -> u64 {
    let n = (n ^ (n >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    n ^ (n >> 29)
}

/// A made-up headline.
fn title(n: u64) -> String {
    const PARTS: [&str; 16] =
        ["ba", "cor", "di", "fen", "gal", "lo", "mer", "nu", "pi", "qua", "ran", "sel", "tu", "ver", "zan", "chi"];
    let word = |w: u64| (0..3).map(|i| PARTS[(mix(n * 31 + w * 7 + i) % 16) as usize]).collect::<String>();
    (0..9).map(word).collect::<Vec<_>>().join(" ")
}

/// Writes the catalogue of so many articles, half of them in stories of three.
fn write(paths: &[PathBuf], kept: &Paths, articles: u64) {
    let corpus = Corpus::read(
        paths.iter().cloned().map(kiosque::job::Input::Path).collect(),
        &Options::default(),
        &Settings::default(),
        kept,
        &Triage::new(),
        CatalogueUse::Writes,
        &mut |_, _| {},
    );
    let catalogue_dir = corpus.resources().store().writable_dir().expect("nobody else writes here").clone();
    let findings = corpus.resources().store().generation();
    drop(corpus);
    let mut table = Builder::new(Head { generation: findings, ..Head::default() });
    let file = paths[0].join("all.jsonl");
    table.file(0, Path::new("all.jsonl"), Stamp::of(&file.metadata().expect("the file was written")));
    let day = |n: u64| {
        jiff::civil::date(2020 + (mix(n) % 6) as i16, 1 + (mix(n + 1) % 12) as i8, 1 + (mix(n + 2) % 28) as i8)
    };
    for n in 0..articles {
        let card = Card {
            title: title(n),
            title_mark: Mark::Written,
            source: Some(format!("Journal {}", mix(n) % 300)),
            source_mark: Mark::Written,
            date: Some(day(n)),
            date_mark: Mark::Written,
            standing: Standing::default(),
            embargo: None,
            edition: None,
            words: (mix(n) % 900) as usize,
            kept: 0.8,
            name: String::new(),
            problems: 0,
        };
        let entry = n.to_string();
        table.article(&Row {
            entry: Some(&entry),
            packed: false,
            extent: Some(Extent { start: n * 3000, len: 2900 }),
            place: mix(n),
            key: DocKey::of_text(&entry),
            source: card.source.as_deref().unwrap_or_default(),
            found: Some((0, Slot { start: 0, len: 0, sum: 0 })),
            card: &card,
        });
    }
    let story = |members: std::ops::Range<u64>| Story {
        last: members.clone().map(day).max(),
        id: format!("{:016x}", mix(members.start)),
        title: title(members.start),
        members: members
            .map(|n| Member { index: n as usize, reason: kiosque::words::msg::story_share("grève, budget, port") })
            .collect(),
        near: Vec::new(),
        first: None,
        arc: None,
    };
    let shared = articles / 6;
    let several = (0..shared).map(|s| story(3 * s..3 * s + 3));
    let mut stories: Vec<Story> = several.chain((3 * shared..articles).map(|n| story(n..n + 1))).collect();
    stories.sort_by_cached_key(|s| std::cmp::Reverse((s.members.len(), s.last)));
    table.stories(1, &Stories { stories, ..Stories::default() });
    catalogue_dir.save(table).expect("there is room");
}

/// Keeps jobs, so that each can be carried out and measured.
#[derive(Default)]
struct Held(Vec<(Ticket, Job)>, Resources);

impl Runner for Held {
    fn start(&mut self, ticket: Ticket, job: Job) {
        self.0.push((ticket, job));
    }

    fn stop(&mut self, kind: Kind) {
        self.0.retain(|(t, _)| t.kind != kind);
    }

    fn resources(&self) -> &Resources {
        &self.1
    }
}

/// Least time of each step.
#[derive(Debug)]
struct Times {
    read: Duration,
    shown: Duration,
    key: Duration,
}

fn once(paths: &[PathBuf], kept: &Paths, articles: usize) -> Times {
    let setup = Setup {
        inputs: paths.iter().cloned().map(Input::Path).collect(),
        options: Options::default(),
        name: String::new(),
        paths: Some(kept.clone()),
        settings: Settings::default(),
        options_given: Vec::new(),
        lang: Lang::FR,
        tour: None,
        picking: false,
        size: Size { width: 200, height: 60 },
        now: 0,
        notices: Vec::new(),
    };
    let Started { mut model, mut shell, effects } = start(setup, Held::default(), || {});
    effects.into_iter().for_each(|e| drop(shell.carry_out(e)));
    let at = shell.runner.0.iter().position(|(t, _)| t.kind == Kind::Load).expect("loading comes first");
    let (ticket, load) = shell.runner.0.remove(at);
    let (begun, mut known) = (Instant::now(), None);
    job::in_place(load, shell.runner.resources(), &mut |report| {
        if let Report::Load(Loaded::Cached(_)) = report {
            known = Some((begun.elapsed(), report));
        }
    });
    let (read, known) = known.expect("what is known is always said");
    let begun = Instant::now();
    update(&mut model, Msg::Report(ticket, known));
    let shown = begun.elapsed();
    assert_eq!(model.list.shown, articles, "the catalogue was believed");
    let begun = Instant::now();
    for _ in 0..100 {
        update(&mut model, Msg::Key(Key::plain(Code::Char('j'))));
    }
    Times { read, shown, key: begun.elapsed() / 100 }
}

/// Megabytes that are resident, where the system tells.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn main() -> std::io::Result<()> {
    let mut counts: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![10_000, 100_000];
    }
    let mut before: Option<(u64, f64)> = None;
    for n in counts {
        let dir = std::env::temp_dir().join(format!("kiosque-bench-catalogue-{}", std::process::id()));
        let press = dir.join("press");
        std::fs::create_dir_all(&press)?;
        std::fs::write(press.join("all.jsonl"), "{\"text\": \"Un texte.\"}\n")?;
        let kept = Paths::find(Some(&dir.join("state")), None).map_err(kiosque::notice::refusal)?;
        write(std::slice::from_ref(&press), &kept, n);
        let all: Vec<Times> = (0..STARTS).map(|_| once(std::slice::from_ref(&press), &kept, n as usize)).collect();
        let least = |of: fn(&Times) -> Duration| all.iter().map(of).min().unwrap_or_default().as_secs_f64() * 1000.0;
        let (read, shown, key) = (least(|t| t.read), least(|t| t.shown), least(|t| t.key));
        println!(
            "{n} articles: read {read:.1} ms, in the list after {shown:.1} ms more, a key {key:.3} ms, {:.0} MB resident",
            resident()
        );
        let whole = read + shown;
        if let Some((m, earlier)) = before {
            println!("growth per article of a start, from {m} to {n}: {:.2}", whole / n as f64 / (earlier / m as f64));
        }
        before = Some((n, whole));
        std::fs::remove_dir_all(&dir)?;
    }
    Ok(())
}
