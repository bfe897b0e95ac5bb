//! What the first opening of a corpus costs, stage by stage, in time of the
//! processor, and how the cost grows with the articles.
//!
//! `cargo bench --no-default-features --bench opening -- DIR…` opens folders of
//! the reader's, one after the other, the smaller first; without them, corpora
//! that are made here, of as many articles as the numbers behind `--` say. Of
//! the growth a ratio is told: how much more an article costs in the last corpus
//! than in the first.

#![allow(clippy::print_stdout)]

use kiosque::app::library::Library;
use kiosque::entity::Names;
use kiosque::ingest::Options;
use kiosque::job::{self, Analyse, Effort, Group, Input, Intake, Load, Loaded, LookedAt, Report, Resources};
use kiosque::store::catalogue::CatalogueDir;
use kiosque::store::paths::Paths;
use kiosque::store::settings::Settings;
use kiosque::story::GroupOptions;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// A number that looks like chance and is not.
fn mix(n: u64) -> u64 {
    let n = (n ^ (n >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    n ^ (n >> 29)
}

/// An article of about three kilobytes, with names, figures and quotations.
fn article(n: u64) -> String {
    const PLACES: [&str; 6] = ["Kerlan", "Ostevin", "Bramont", "Lussac-le-Vieux", "Morvigne", "Tarnelle"];
    const PEOPLE: [&str; 6] =
        ["Maud Kervadec", "Alban Tessier", "Inès Cormeau", "Yann Le Goff", "Rosa Delmas", "Paul Ferrand"];
    const PARTS: [&str; 16] =
        ["ba", "cor", "di", "fen", "gal", "lo", "mer", "nu", "pi", "qua", "ran", "sel", "tu", "ver", "zan", "chi"];
    let word = |w: u64| (0..3).map(|i| PARTS[(mix(w * 31 + i) % 16) as usize]).collect::<String>();
    let (place, person) = (PLACES[(mix(n) % 6) as usize], PEOPLE[(mix(n + 1) % 6) as usize]);
    let mut text = format!("À {place}, le {} de nouveau en question\n\nPar {person}\n\n", word(mix(n) % 4000));
    for s in 0..24 {
        // Few words are frequent and many are seldom, as in any text.
        let w = |k: u64| word(mix(n * 977 + s * 13 + k) % (1 + mix(n + s + k) % 4000));
        let (a, b, c, d) = (w(1), w(2), w(3), w(4));
        let _ = match s % 4 {
            0 => {
                writeln!(text, "Le {a} de {place} a été confirmé par {person}, dit un {b} que le {c} avait commandé.\n")
            }
            1 => writeln!(text, "« Nous n’avons jamais vu un tel {a}, ni autant de {b} », a déclaré {person}.\n"),
            2 => writeln!(
                text,
                "Depuis {}, les {a} du {b} comptent {} {c} et {d}.\n",
                1980 + mix(n + s) % 40,
                mix(s + n) % 900
            ),
            _ => writeln!(text, "Dans un {a}, la mairie de {place} promet un {b} et le {c} d’un {d} avant l’hiver.\n"),
        };
    }
    text
}

fn made(dir: &Path, articles: u64) -> std::io::Result<()> {
    for n in 0..articles {
        let source = dir.join(format!("journal-{}", mix(n) % 12));
        std::fs::create_dir_all(&source)?;
        std::fs::write(source.join(format!("{n}.txt")), article(n))?;
    }
    Ok(())
}

/// Seconds of the processor that this program took, all threads together;
/// where the system does not tell, seconds since it began.
fn processor(begun: Instant) -> f64 {
    /// Ticks in a second, which Linux has fixed for programs.
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: Vec<f64> = fields.split_whitespace().skip(11).take(2).filter_map(|f| f.parse().ok()).collect();
    if ticks.len() == 2 { ticks.iter().sum::<f64>() / TICKS } else { begun.elapsed().as_secs_f64() }
}

/// Megabytes, of a line of what the system tells of this program.
fn megabytes(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|l| l.strip_prefix(line));
    found.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// A corpus on its way through a first opening, as the program takes it.
struct Opening {
    library: Library,
    resources: Resources,
    names: Arc<Names>,
}

impl Opening {
    fn load(&mut self, folder: &Path, kept: &Paths) {
        let inputs = vec![Input::Path(folder.to_path_buf())];
        let options = Options::default();
        let catalogue_dir = Some(CatalogueDir::of(&kept.cache, &[folder.to_path_buf()], "bench"));
        let (library, resources) = (&mut self.library, &self.resources);
        job::in_place(Load { inputs, options, catalogue_dir }, resources, &mut |report| match report {
            Report::Load(Loaded::Cached(known)) => library.begin(*known),
            Report::Load(Loaded::Read(reading)) => {
                let intake = Intake { documents: reading.documents, ..Intake::default() };
                let taken = job::take_in(&resources.store(), intake);
                taken.documents.into_iter().for_each(|article| library.insert(article));
            }
            _ => {}
        });
    }

    fn look(&mut self) {
        let index = self.library.index(&self.names, 0, Effort::Update).map(|job| job.articles);
        let analyse = Analyse { texts: self.library.text_options(&self.names), ids: self.library.unanalysed(), index };
        let library = &mut self.library;
        job::in_place(analyse, &self.resources, &mut |report| {
            if let Report::Analyse(LookedAt { documents: found, .. }) = report {
                for annotated in found {
                    library.annotate(annotated);
                }
            }
        });
    }

    fn group(&mut self) {
        let group = Group::Anew(self.library.studied(), GroupOptions::default());
        let library = &mut self.library;
        job::in_place(group, &self.resources, &mut |report| {
            if let Report::Group(made) = report {
                library.set_stories(made.book, made.list);
            }
        });
    }

    fn index(&mut self) {
        let index = self.library.index(&self.names, 0, Effort::Update).expect("the catalogue is kept");
        job::in_place(index, &self.resources, &mut |_| {});
    }

    fn keep(&mut self) {
        let save = self.library.save().expect("nobody else writes here");
        let library = &mut self.library;
        job::in_place(save, &self.resources, &mut |report| {
            if let Report::SaveCatalogue(saved) = report {
                library.saved(*saved);
            }
        });
    }
}

/// What a stage is called, and how it is done.
type Stage = (&'static str, Box<dyn FnOnce(&mut Opening)>);

/// Opens a corpus for the first time; milliseconds of the processor for each
/// article.
fn open(folder: &Path, state: &Path) -> Result<f64, Box<dyn std::error::Error>> {
    let kept = Paths::find(Some(state), None).map_err(kiosque::notice::refusal)?;
    let mut opening = Opening {
        library: Library::default(),
        resources: Resources::default(),
        names: Arc::new(Settings::default().names()),
    };
    let (from, paths) = (folder.to_path_buf(), kept.clone());
    let stages: Vec<Stage> = vec![
        ("read and clean", Box::new(move |o| o.load(&from, &paths))),
        ("names and words", Box::new(Opening::look)),
        ("stories", Box::new(Opening::group)),
        ("rest of the index", Box::new(Opening::index)),
        ("catalogue", Box::new(Opening::keep)),
    ];
    let (begun, first) = (Instant::now(), processor(Instant::now()));
    let mut spent = Vec::new();
    for (name, stage) in stages {
        let (before, since) = (processor(begun), begun.elapsed());
        stage(&mut opening);
        spent.push((name, processor(begun) - before, (begun.elapsed() - since).as_secs_f64()));
    }
    let articles = opening.library.corpus.len().max(1) as f64;
    println!("{articles} articles\n{:<24}{:>10}{:>14}{:>10}", "", "processor", "an article", "waiting");
    spent.push(("all", processor(begun) - first, begun.elapsed().as_secs_f64()));
    for (name, processor, waiting) in &spent {
        println!("{name:<24}{processor:>8.2} s{:>11.3} ms{waiting:>8.1} s", processor / articles * 1000.0);
    }
    println!("memory: {:.0} MB at most, {:.0} MB at the end\n", megabytes("VmHWM:"), megabytes("VmRSS:"));
    Ok(spent.last().map_or(0.0, |(_, processor, _)| processor / articles * 1000.0))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let dir = std::env::temp_dir().join(format!("kiosque-bench-opening-{}", std::process::id()));
    let mut folders: Vec<PathBuf> = given.iter().map(PathBuf::from).filter(|p| p.is_dir()).collect();
    if folders.is_empty() {
        let mut counts: Vec<u64> = given.iter().filter_map(|a| a.parse().ok()).collect();
        if counts.is_empty() {
            counts = vec![1000, 4000];
        }
        for n in counts {
            let folder = dir.join(n.to_string());
            made(&folder, n)?;
            folders.push(folder);
        }
    }
    let mut costs = Vec::new();
    for (n, folder) in folders.iter().enumerate() {
        costs.push(open(folder, &dir.join(format!("state-{n}")))?);
    }
    if let (Some(first), Some(last), true) = (costs.first(), costs.last(), costs.len() > 1) {
        println!("growth per article of a first opening: {:.2}", last / first);
    }
    std::fs::remove_dir_all(&dir)?;
    Ok(())
}
