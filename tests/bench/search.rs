//! Fuzzy search over headlines, exact search over articles, the full-text
//! index against the scan.
//! `cargo bench --no-default-features --bench search [fuzzy|exact|index]`
//!
//! Times are the least, or p50 and p99, of several runs; on a machine with
//! other work they say more than they should.

use kiosque::corpus::{DocId, Document, Place};
use kiosque::ingest::{Options, RawDocument};
use kiosque::job::{self, Stop, TextAccess, TextOptions};
use kiosque::search::{Article, Finder, Layers, Query, Scope};
use kiosque::shell::{CatalogueUse, Corpus};
use kiosque::store::fulltext;
use kiosque::store::paths::Paths;
use kiosque::store::settings::Settings;
use kiosque::triage::{Status, Triage};
use std::io::Write;
use std::path::{Path, PathBuf};
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

/// Words of a long tail, the first ones common.
fn vocabulary(seed: &mut Seed, count: usize) -> Vec<String> {
    const PARTS: &[&str] =
        &["ba", "con", "dé", "fra", "gue", "li", "mar", "né", "pro", "qui", "ré", "sta", "tion", "vou", "eau", "ment"];
    let word = |seed: &mut Seed| (0..2 + seed.next(3)).map(|_| PARTS[seed.next(PARTS.len())]).collect::<String>();
    (0..count).map(|i| if i < WORDS.len() { WORDS[i].to_owned() } else { word(seed) }).collect()
}

/// Writes a corpus of records.
fn records(folder: &Path, count: usize) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut seed = Seed(11);
    let words = vocabulary(&mut seed, 40_000);
    for part in 0..count / 1000 {
        let mut file = std::io::BufWriter::new(std::fs::File::create(folder.join(format!("{part}.jsonl")))?);
        for i in 0..1000 {
            // Log-uniform: the frequency of a word falls as its rank rises.
            let mut pick = || {
                let rank = (words.len() as f64).powf(seed.next(1 << 20) as f64 / f64::from(1 << 20)) as usize;
                words[rank.min(words.len() - 1)].as_str()
            };
            let mut line = || (0..28).map(|_| pick()).collect::<Vec<_>>().join(" ") + ".";
            let lines: Vec<String> = (0..5).map(|_| line()).collect();
            let body = format!("{}\n\nLe mot rare{} y est.", lines.join("\n\n"), part * 1000 + i);
            let record = serde_json::json!({ "title": format!("Titre {i}"), "text": body, "source": "Le Val" });
            writeln!(file, "{record}")?;
        }
    }
    Ok(())
}

/// Processor time of the whole program in seconds.
fn cpu_of_all() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or("").split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum();
    ticks / 100.0
}

/// Indexes a corpus, and asks index and scan; the sum of the medians.
fn index(out: &mut dyn Write, paths: &[PathBuf], state: &Path, queries: &[String]) -> std::io::Result<f64> {
    let kept = Paths::find(Some(state), None).map_err(kiosque::notice::refusal)?;
    let triage = Triage::new();
    let mut corpus = Corpus::read(
        paths.iter().cloned().map(kiosque::job::Input::Path).collect(),
        &Options::default(),
        &Settings::default(),
        &kept,
        &triage,
        CatalogueUse::Writes,
        &mut |_, _| {},
    );
    corpus.keep();
    let count = corpus.library.corpus.len();
    // The same texts without an index: what reading and cleaning takes.
    let (before, mut text) = (cpu_of_all(), 0);
    let texts = corpus.resources().texts(TextOptions::default());
    let ids: Vec<DocId> = corpus.library.corpus.ids().collect();
    let _ =
        texts.store.each(&ids, &|| false, &|id, t| texts.finalize(id, t).map_or(0, |d| d.text.len()), &mut |some| {
            text += some.iter().sum::<usize>();
            std::ops::ControlFlow::Continue(())
        });
    let (cleaned, start) = (cpu_of_all(), Instant::now());
    corpus.index(0, &mut |_, _| {});
    let made = start.elapsed().as_secs_f64();
    let own = (cpu_of_all() - cleaned - (cleaned - before)).max(0.01);
    let bytes = corpus.resources().store().catalogue_dir().map_or(0, |h| fulltext::size(h.folder()));
    let mb = text as f64 / 1e6;
    writeln!(
        out,
        "index, {count} articles, {mb:.1} MB of text: {:.3} of the text, made in {made:.1} s; {:.1} MB per processor second beside reading and cleaning",
        bytes as f64 / text as f64,
        mb / own
    )?;
    let texts = corpus.texts(&mut |_, _| {});
    let candidates = corpus.candidates(&triage);
    let mut sum = 0.0;
    for raw in queries {
        let query = std::sync::Arc::new(Query::parse(raw).expect("these queries are right"));
        let ask = |texts: &TextAccess| {
            let start = Instant::now();
            let hits = job::search_one(query.clone(), Layers::default(), &candidates, texts, &Stop::never());
            (start.elapsed().as_secs_f64() * 1000.0, hits.map_or((0, 0), |h| (h.documents.len(), h.total)))
        };
        let mut times: Vec<f64> = (0..60).map(|_| ask(&texts).0).collect();
        times.sort_by(f64::total_cmp);
        let (p50, p99, found) = (times[30], times[59], ask(&texts).1);
        sum += p50;
        write!(out, "  {raw:<24} p50 {p50:>7.2} ms, p99 {p99:>7.2} ms, {} articles, {} hits", found.0, found.1)?;
        if count <= 20_000 {
            let (scan, same) =
                ask(&TextAccess { options: TextOptions { indexed: false, ..texts.options.clone() }, ..texts.clone() });
            write!(out, "; scan {scan:.0} ms, {}", if same == found { "the same" } else { "OTHER" })?;
        }
        writeln!(out)?;
        out.flush()?;
    }
    Ok(sum)
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let wanted = |part: &str| {
        let mut named = std::env::args().skip(1).filter(|a| !a.starts_with('-')).peekable();
        named.peek().is_none() || named.any(|a| a == part)
    };
    let given: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    if let [part, path, queries @ ..] = &given[..]
        && part == "index"
    {
        // A corpus and queries of one's own.
        let folder = std::env::temp_dir().join(format!("kiosque-bench-{}", std::process::id()));
        index(&mut out, &[PathBuf::from(path)], &folder, queries)?;
        return std::fs::remove_dir_all(&folder);
    }
    if wanted("index") {
        const QUERIES: &[&str] =
            &["rare777", "budget", "tramway -budget", "grève budget", "\"à l’usine\"", "retrait*", "secheresse~1"];
        let queries: Vec<String> = QUERIES.iter().map(|q| (*q).to_owned()).collect();
        let mut sums = Vec::new();
        for count in [10_000, 100_000] {
            let folder = std::env::temp_dir().join(format!("kiosque-bench-{count}-{}", std::process::id()));
            records(&folder.join("press"), count)?;
            sums.push(index(&mut out, &[folder.join("press")], &folder.join("state"), &queries)?);
            std::fs::remove_dir_all(&folder)?;
        }
        writeln!(out, "growth per article of queries, from 10k to 100k: {:.2}", sums[1] / sums[0] / 10.0)?;
    }
    if wanted("fuzzy") {
        fuzzy(&mut out)?;
    }
    if wanted("exact") {
        exact(&mut out)?;
    }
    Ok(())
}

fn fuzzy(out: &mut dyn Write) -> std::io::Result<()> {
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
    Ok(())
}

fn exact(out: &mut dyn Write) -> std::io::Result<()> {
    let mut seed = Seed(8);
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
                let articles = documents.iter().enumerate().map(|(i, document)| {
                    (DocId(i as u32), Article { document, status: &status, shared: &[], changed: false, entities: &[] })
                });
                total = kiosque::search::run(&query, articles, Scope::default(), &|| false).total;
            });
            writeln!(out, "  {raw:<16} processor {cpu:>6.1} ms, wall {wall:>6.1} ms, {total} hits")?;
        }
    }
    Ok(())
}
