//! `kiosque-train blocks`: trains the model of blocks of web pages on pages
//! whose article is known in full, by snippets or by the votes of other
//! extractors, and writes it with its manifest.

use super::clean::boost::{BoostOptions, Rows, train};
use super::tools::{self, Context, Outcome};
use crate::clean::clean;
use crate::ingest::html;
use crate::text::squeezed;
use crate::trees::Trees;
use clap::{Arg, ArgMatches, Command, value_parser};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The arguments.
pub fn command() -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    Command::new("blocks")
        .about("Train the model of blocks of web pages (JSON Lines, gzip) and write it with its manifest")
        .arg(path("pages").value_name("PAGES").required(true).num_args(1..).help("Pages, a file for each set"))
        .arg(path("out").long("out").value_name("DIR").help("Where blocks.model and blocks.json go"))
        .arg(Arg::new("folds").long("folds").value_parser(value_parser!(u32)).default_value("5").help("Folds by site"))
        .arg(Arg::new("trees").long("trees").value_parser(value_parser!(usize)).default_value("300").help("Trees"))
        .arg(Arg::new("rate").long("rate").value_parser(value_parser!(f32)).default_value("0.06"))
        .arg(path("answers").long("answers").value_name("DIR").help("Write the answers of cross-validation here"))
}

/// One page; what its article is, is told in one way or several.
#[derive(Deserialize)]
struct PageExample {
    /// Name of the file.
    file: String,
    /// Registered name of the site.
    site: String,
    /// The page, decoded.
    html: String,
    /// The whole article.
    #[serde(default)]
    expected: Option<String>,
    /// Stretches that the article has, and stretches that it has not.
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    /// The article as other extractors find it; what all say teaches.
    #[serde(default)]
    votes: Vec<String>,
}

/// Weight of a block that a person judged by a snippet.
const SNIPPET: f32 = 3.0;
/// Weight of a block on which all extractors agree.
const VOTED: f32 = 0.5;
/// How much less a block of few words teaches, as it may stand by chance.
const SHORT: f32 = 0.4;
/// Words in a run.
const RUN: usize = 3;
/// Words from which a block is compared by runs.
const LONG: usize = 6;
/// Shares of the runs of a block that make it part of the article, or not.
const PART: (f32, f32) = (0.6, 0.25);

fn words(text: &str) -> Vec<String> {
    let folded = crate::text::fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// A text that blocks are held against.
struct KnownText {
    runs: BTreeSet<Vec<String>>,
    joined: String,
}

impl KnownText {
    fn new(text: &str) -> Self {
        let words = words(text);
        Self { runs: words.windows(RUN).map(<[String]>::to_vec).collect(), joined: format!(" {} ", words.join(" ")) }
    }

    /// The share of a block that it has.
    fn share(&self, block: &[String]) -> f32 {
        if block.len() < LONG {
            return f32::from(u8::from(self.joined.contains(&format!(" {} ", block.join(" ")))));
        }
        let found = block.windows(RUN).filter(|w| self.runs.contains(*w)).count();
        found as f32 / (block.len() - RUN + 1) as f32
    }
}

/// White space made equal, as snippets are compared.
fn plain(text: &str) -> String {
    squeezed(text)
}

impl PageExample {
    /// For every block whether it is of the article, and how much that teaches.
    fn labels(&self, blocks: &[String]) -> Vec<Option<(bool, f32)>> {
        let whole: Vec<KnownText> = self.expected.iter().map(|t| KnownText::new(t)).collect();
        let votes: Vec<KnownText> = self.votes.iter().map(|t| KnownText::new(t)).collect();
        let (sources, weight) = if whole.is_empty() { (&votes, VOTED) } else { (&whole, 1.0) };
        let texts: Vec<String> = blocks.iter().map(|b| plain(b)).collect();
        let mut out: Vec<Option<(bool, f32)>> = blocks
            .iter()
            .map(|b| {
                let block = words(b);
                if block.is_empty() || sources.is_empty() {
                    return None;
                }
                let weight = if block.len() < LONG { weight * SHORT } else { weight };
                let shares = || sources.iter().map(|k| k.share(&block));
                match () {
                    () if shares().all(|s| s >= PART.0) => Some((true, weight)),
                    () if shares().all(|s| s <= PART.1) => Some((false, weight)),
                    () => None,
                }
            })
            .collect();
        for (snippets, wanted) in [(&self.with, true), (&self.without, false)] {
            for snippet in snippets.iter().map(|s| plain(s)).filter(|s| s.chars().count() >= 4) {
                for (label, _) in out.iter_mut().zip(&texts).filter(|(_, t)| t.contains(&snippet)) {
                    *label = Some((wanted, SNIPPET));
                }
            }
        }
        out
    }

    fn teach(&self, rows: &mut Rows) {
        let (blocks, table) = html::blocks(&self.html);
        let taught: Vec<(usize, bool, f32)> = self
            .labels(&blocks)
            .into_iter()
            .enumerate()
            .filter_map(|(i, l)| {
                l.map(|(body, w)| (i, body, w * (blocks[i].chars().count().min(1000) as f32 + 1.0).sqrt()))
            })
            .collect();
        let all: f32 = taught.iter().map(|t| t.2).sum();
        // A page of ten times the length weighs three times as much.
        let scale = 30.0 / all.max(1.0).sqrt();
        rows.columns.resize(html::model::FEATURES, Vec::new());
        for (f, column) in rows.columns.iter_mut().enumerate() {
            let values = table.column(f);
            column.extend(taught.iter().map(|&(i, ..)| values[i]));
        }
        rows.body.extend(taught.iter().map(|t| t.1));
        rows.weight.extend(taught.iter().map(|t| t.2 * scale));
    }
}

/// What is right and wrong in the answers of one set.
#[derive(Default, serde::Serialize)]
struct PageTally {
    pages: usize,
    wanted: usize,
    found: usize,
    unwanted: usize,
    /// Pages of which no wanted snippet is kept.
    lost: usize,
    /// F1 of runs of four words, summed over the pages whose article is known.
    runs: f64,
}

impl PageTally {
    fn add(&mut self, example: &PageExample, answer: &str) {
        self.pages += 1;
        if let Some(expected) = &example.expected {
            let runs = |t: &str| {
                let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
                words(t).windows(4).for_each(|w| *counts.entry(w.to_vec()).or_default() += 1);
                counts
            };
            let (a, b) = (runs(answer), runs(expected));
            let both: usize = a.iter().map(|(k, n)| *n.min(b.get(k).unwrap_or(&0))).sum();
            let all: usize = a.values().chain(b.values()).sum();
            self.runs += 2.0 * both as f64 / all.max(1) as f64;
            return;
        }
        let text = plain(answer);
        let has = |list: &[String]| list.iter().filter(|s| text.contains(&plain(s))).count();
        let found = has(&example.with);
        self.wanted += example.with.len();
        self.found += found;
        self.unwanted += has(&example.without);
        self.lost += usize::from(found == 0 && !example.with.is_empty());
    }

    fn said(&self) -> String {
        if self.wanted == 0 {
            return format!("pages {:>3}  F1 {:.3}", self.pages, self.runs / self.pages.max(1) as f64);
        }
        let p = self.found as f64 / (self.found + self.unwanted).max(1) as f64;
        let r = self.found as f64 / self.wanted as f64;
        format!(
            "pages {:>3}  P {p:.3}  R {r:.3}  F1 {:.3}  lost {}",
            self.pages,
            2.0 * p * r / (p + r).max(f64::MIN_POSITIVE),
            self.lost
        )
    }
}

fn learn<'e>(examples: impl Iterator<Item = &'e PageExample>, options: BoostOptions) -> Trees {
    let mut rows = Rows::new(&[]);
    examples.for_each(|e| e.teach(&mut rows));
    train(&rows, options)
}

/// The article of a page as the program gives it with a model.
fn answer(html: &str, model: &Trees) -> serde_json::Value {
    let document = clean(html::read_by(html, Some(model)));
    serde_json::to_value(crate::cli::clean::Answer::new(&document, false)).unwrap_or_default()
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let mut options = BoostOptions::default();
    options.trees = args.get_one("trees").copied().unwrap_or(options.trees);
    options.rate = args.get_one("rate").copied().unwrap_or(options.rate);
    let folds: u32 = args.get_one("folds").copied().unwrap_or(5);
    let (mut sets, mut inputs) = (Vec::new(), BTreeMap::new());
    for path in args.get_many::<PathBuf>("pages").into_iter().flatten() {
        let (examples, hash) = tools::read_lines(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        inputs.insert(name.clone(), hash);
        sets.push((name, examples));
    }
    let fold_of = |e: &PageExample| crc32fast::hash(e.site.as_bytes()) % folds.max(1);
    let mut tallies: BTreeMap<&str, PageTally> = BTreeMap::new();
    for fold in 0..folds {
        let model = learn(sets.iter().flat_map(|s| &s.1).filter(|e| fold_of(e) != fold), options);
        for (name, examples) in &sets {
            for example in examples.iter().filter(|e| fold_of(e) == fold) {
                let answer = answer(&example.html, &model);
                tallies.entry(name).or_default().add(example, answer["text"].as_str().unwrap_or_default());
                if let Some(dir) = args.get_one::<PathBuf>("answers") {
                    let name = example.file.strip_suffix(".html").unwrap_or(&example.file);
                    tools::write(dir.join(format!("{name}.json")), serde_json::to_vec(&answer)?)?;
                }
            }
        }
    }
    for (name, tally) in &tallies {
        writeln!(context.out, "{name:<24} {}", tally.said())?;
    }
    let Some(out) = args.get_one::<PathBuf>("out") else { return Ok(()) };
    let bytes = html::model::to_bytes(&learn(sets.iter().flat_map(|s| &s.1), options));
    tools::write(out.join("blocks.model"), &bytes)?;
    let manifest = serde_json::json!({
        "schema": 1,
        "command": "kiosque-train blocks PAGES… --out assets/ingest",
        "inputs_sha256": inputs,
        "options": options,
        "model_sha256": tools::sha256(&bytes),
        "cross_validation": {"folds": folds, "by": "crc32 of the site modulo folds", "scores": tallies},
    });
    tools::write(out.join("blocks.json"), format!("{}\n", serde_json::to_string_pretty(&manifest)?))?;
    Ok(())
}
