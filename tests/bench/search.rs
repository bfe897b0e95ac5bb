//! Fuzzy search over headlines, exact search over articles.
//! `cargo bench --no-default-features --bench search`

use kiosque::corpus::{DocId, Document, Place};
use kiosque::ingest::RawDocument;
use kiosque::search::{Article, Finder, Query, Scope};
use kiosque::triage::Status;
use std::io::Write;
use std::time::Instant;

const WORDS: &[&str] = &[
    "à",
    "l’usine",
    "grève",
    "éboueurs",
    "budget",
    "municipal",
    "hausse",
    "des",
    "loyers",
    "cyberattaque",
    "contre",
    "tramway",
    "retraites",
    "réforme",
    "sommet",
    "européen",
    "divise",
    "la",
    "le",
    "du",
    "sur",
    "ministre",
    "Corée",
    "œuvre",
    "cœur",
    "rendez-vous",
    "aujourd’hui",
    "presqu’île",
    "Saint-Éloi",
    "Marchetti",
    "Brandt",
    "pourquoi",
    "enquête",
    "port",
    "autonome",
    "sécheresse",
    "nappe",
    "maire",
    "démission",
    "relance",
    "après",
    "fermeture",
    "accord",
    "vente",
    "d’armes",
    "Noirmont",
    "Trégonnec",
    "Gorze",
    "hôpital",
    "urgences",
    "école",
    "rentrée",
];

/// The same sequence every time.
struct Seed(u64);

impl Seed {
    fn next(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn words(&mut self, n: usize) -> String {
        (0..n).map(|_| WORDS[self.next(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }
}

/// Processor time of this thread in milliseconds.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

/// Least processor and wall time of a few runs.
fn timed(mut work: impl FnMut()) -> (f64, f64) {
    let mut best = (f64::MAX, f64::MAX);
    for _ in 0..5 {
        let (start, before) = (Instant::now(), cpu());
        work();
        best = (best.0.min(cpu() - before), best.1.min(start.elapsed().as_secs_f64() * 1000.0));
    }
    best
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut seed = Seed(7);
    for count in [10_000, 100_000, 1_000_000] {
        let names: Vec<String> = (0..count)
            .map(|_| {
                let n = 6 + seed.next(9);
                seed.words(n)
            })
            .collect();
        let start = Instant::now();
        let finder = Finder::new(&names);
        writeln!(out, "fuzzy, {count} names, folded in {:.0} ms", start.elapsed().as_secs_f64() * 1000.0)?;
        for query in ["g", "bud", "retrai", "cyberattaque", "tramway gorze", "xqz", "la gr us"] {
            let mut total = 0;
            let (cpu, wall) = timed(|| total = finder.query(query, 200, &|| false).total);
            writeln!(out, "  {query:<14} processor {cpu:>6.1} ms, wall {wall:>6.1} ms, {total} names")?;
        }
    }
    for count in [1_000, 5_000] {
        let documents: Vec<Document> = (0..count)
            .map(|i| {
                let text: String = (0..12).map(|_| format!("{}.\n\n", seed.words(40))).collect();
                let text = format!("Titre {i}\n\n{text}Le mot rare{i} y est.\n");
                let place = Place::file(format!("{i}.txt"));
                kiosque::clean::clean(RawDocument { place, text, ..RawDocument::default() })
            })
            .collect();
        let bytes: usize = documents.iter().map(|d| d.text.len()).sum();
        writeln!(out, "exact, {count} articles, {:.1} MB", bytes as f64 / 1e6)?;
        let status = Status::default();
        for raw in ["rare77", "vente d’armes", "tramway -budget", "retrait*", "sechersse~1"] {
            let query = Query::parse(raw).expect("these queries are right");
            let mut total = 0;
            let (cpu, wall) = timed(|| {
                let articles = documents
                    .iter()
                    .enumerate()
                    .map(|(i, document)| (DocId(i as u32), Article { document, status: &status, entities: &[] }));
                total = kiosque::search::run(&query, articles, Scope::default(), &|| false).total;
            });
            writeln!(out, "  {raw:<16} processor {cpu:>6.1} ms, wall {wall:>6.1} ms, {total} hits")?;
        }
    }
    Ok(())
}
