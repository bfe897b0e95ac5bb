//! How fast two articles are compared and many are grouped, and that the time
//! of grouping grows with the number of articles only.
//!
//! `cargo bench --no-default-features --bench story`; numbers behind `--` are
//! how many articles are grouped instead of 2,000 and 20,000, `--corpus DIR`
//! is a folder to be read and grouped as well.

#![allow(clippy::print_stdout)]

use kiosque::clean::clean;
use kiosque::corpus::{Document, Place};
use kiosque::fact::Facts;
use kiosque::ingest::{Item, RawDocument, stream};
use kiosque::job::Parallel;
use kiosque::store::files;
use kiosque::story::{GroupOptions, Grouper, Options, Side, Signature, StoryInput, compare, group_with, signature};
use rayon::prelude::*;
use std::fmt::Write;
use std::path::PathBuf;
use std::time::Instant;

/// A number that looks like chance and is not.
fn mix(n: u64) -> u64 {
    let n = (n ^ (n >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    n ^ (n >> 29)
}

/// A made-up word; low numbers are common.
fn word(n: u64) -> String {
    const PARTS: [&str; 16] =
        ["ba", "cor", "di", "fen", "gal", "lo", "mer", "nu", "pi", "qua", "ran", "sel", "tu", "ver", "zan", "chi"];
    (0..4).map(|i| PARTS[(mix(n * 7 + i) % 16) as usize]).collect()
}

/// An article of `sentences` sentences about a subject: some words are the
/// subject's, some everybody's.
fn article(subject: u64, version: u64, sentences: u64) -> String {
    let mut s = String::new();
    for i in 0..sentences {
        for k in 0..18 {
            let n = mix(subject * 1_000_003 + i * 101 + k + if k % 5 == 0 { version * 77 } else { 0 });
            let w = if n.is_multiple_of(3) { word(subject * 50 + n % 40) } else { word(1_000_000_000 + n % 5_000) };
            let _ = write!(s, "{}{w}", if k == 0 { "" } else { " " });
        }
        s.push_str(". ");
        if i % 3 == 2 {
            s.push('\n');
        }
    }
    s
}

fn document(text: String) -> Document {
    clean(RawDocument { place: Place::file("bench"), text, ..RawDocument::default() })
}

fn side<'d>(document: &'d Document, facts: &'d Facts) -> Side<'d> {
    Side { document, entities: &[], facts }
}

fn best(rounds: usize, mut run: impl FnMut()) -> f64 {
    (0..rounds)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

fn main() {
    let none = Facts::default();
    for sentences in [30, 300, 3_000] {
        let (a, b) = (document(article(1, 0, sentences)), document(article(1, 1, sentences)));
        let s = best((3_000 / sentences as usize).clamp(1, 100), || {
            assert!(!compare(side(&a, &none), side(&b, &none), &Options::default()).passages.is_empty());
        });
        println!("compare {sentences:>5} with {sentences:>5} sentences {:>10.3} ms", s * 1e3);
    }
    let demo = |name: &str| format!("{}/assets/demo/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let (a, b) = (demo("vigie_budget-region-ponant-sarvenne-vote"), demo("vigie_pont-roseliere-version-corrigee"));
    let read = |path: &str| document(std::fs::read_to_string(path).expect("the demo articles can be read"));
    let (da, db) = (read(&a), read(&b));
    let s = best(100, || {
        compare(side(&da, &none), side(&db, &none), &Options::default());
    });
    println!("compare two demo articles {:>34.3} ms", s * 1e3);
    let s = best(20, || {
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_kiosque"))
            .args(["compare", "--format", "json", &a, &b])
            .output()
            .expect("the program can be started");
        assert!(out.status.success() && !out.stdout.is_empty());
    });
    println!("compare two articles in a whole process {:>8.3} ms", s * 1e3);
    let asked: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![2_000, 20_000] } else { asked };
    let mut per = Vec::new();
    for &n in &sizes {
        let made = (0..n).map(|i| signature(&document(article(i / 4, i % 4, 24)))).collect();
        per.push(grouped(made));
    }
    let growth = per.last().zip(per.first()).map_or(1.0, |(last, first)| last / first);
    println!("growth per article over these sizes: {growth:.2}");
    if let Some(folder) = std::env::args().skip_while(|a| a != "--corpus").nth(1) {
        corpus(PathBuf::from(folder));
    }
}

/// Seconds per article of grouping; prints what it takes.
fn grouped(signatures: Vec<Signature>) -> f64 {
    let n = signatures.len();
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let start = Instant::now();
    let found = group_with(&inputs, &GroupOptions::default(), &Parallel);
    let s = start.elapsed().as_secs_f64();
    println!(
        "group {n:>7} articles into {} stories {s:>8.2} s, {} pairs of copies",
        found.stories.len(),
        found.duplicates.len()
    );
    drop((inputs, found));
    let mut settled = signatures;
    let last = settled.split_off(n.saturating_sub(20));
    let (mut grouper, _) = Grouper::settled(settled, &GroupOptions::default(), &Parallel);
    let slowest = last
        .into_iter()
        .map(|s| {
            let start = Instant::now();
            grouper.add(s);
            start.elapsed().as_secs_f64()
        })
        .fold(0.0, f64::max);
    println!("add one to {n:>7} articles, slowest of 20 {:>12.3} ms", slowest * 1e3);
    s / n as f64
}

/// Reads, cleans and groups the articles below a folder, a quarter of them
/// first.
fn corpus(folder: PathBuf) {
    let mut raw: Vec<RawDocument> = Vec::new();
    let (mut signatures, mut cleaning, mut signing) = (Vec::<Signature>::new(), 0.0, 0.0);
    let mut work = |raw: &mut Vec<RawDocument>| {
        let start = Instant::now();
        let documents: Vec<Document> = std::mem::take(raw).into_par_iter().map(clean).collect();
        cleaning += start.elapsed().as_secs_f64();
        let start = Instant::now();
        signatures.par_extend(documents.par_iter().map(signature));
        signing += start.elapsed().as_secs_f64();
    };
    let start = Instant::now();
    let _ = files::visit(&[folder], &|| false, &mut |found| match found {
        files::WalkItem::File { place, reader, .. } => stream(&place, reader, &Default::default(), &mut |item| {
            if let Item::Document(d) = item {
                raw.push(*d);
                if raw.len() == 4096 {
                    work(&mut raw);
                }
            }
            std::ops::ControlFlow::Continue(())
        }),
        files::WalkItem::Problem(_) => std::ops::ControlFlow::Continue(()),
    });
    work(&mut raw);
    let all = start.elapsed().as_secs_f64();
    println!(
        "{} articles: reading {:.2} s, cleaning {cleaning:.2} s, signatures {signing:.2} s, {} MB in memory",
        signatures.len(),
        all - cleaning - signing,
        memory("VmRSS")
    );
    let few = signatures[..signatures.len() / 10].to_vec();
    let growth = |few: f64, all: f64| println!("growth per article over a tenth: {:.2}", all / few);
    growth(grouped(few), grouped(signatures));
    println!("most memory {} MB", memory("VmHWM"));
}

/// A size of this process in megabytes, where the system tells.
fn memory(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with(what)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) / 1024
}
