//! `kiosque-train clean`: trains the line model of the cleaner on labelled
//! dumps and writes it with its manifest.

pub mod boost;
pub mod score;

use super::tools::{self, Context, Outcome};
use crate::clean::{Memory, Model, clean_by};
use crate::corpus::Place;
use crate::ingest::RawDocument;
use boost::{BoostExample, BoostOptions, Rows, train};
use clap::{Arg, ArgMatches, Command, value_parser};
use score::{Scores, Tally};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The arguments.
pub fn command() -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    Command::new("clean")
        .about(
            "Train the line model of the cleaner on labelled dumps (JSON Lines, gzip) and write it with its manifest",
        )
        .arg(path("dev").value_name("DEV").required(true).help("Dumps labelled by hand or by alignment"))
        .arg(path("silver").value_name("SILVER").required(true).help("Dumps labelled by machine, weight one half"))
        .arg(path("out").long("out").value_name("DIR").help("Where lines.model and manifest.json go"))
        .arg(Arg::new("folds").long("folds").value_parser(value_parser!(u32)).default_value("5").help("Folds by site"))
        .arg(Arg::new("trees").long("trees").value_parser(value_parser!(usize)).help("Trees"))
        .arg(Arg::new("rate").long("rate").value_parser(value_parser!(f32)).help("Share of each tree that is added"))
        .arg(Arg::new("ridge").long("ridge").value_parser(value_parser!(f32)).help("Ridge of the leaves"))
        .arg(Arg::new("silver-weight").long("silver-weight").value_parser(value_parser!(f32)).default_value("0.5"))
        .arg(
            path("models")
                .long("models")
                .value_name("DIR")
                .help("Keep the models of the folds here and use them again"),
        )
        .arg(path("answers").long("answers").value_name("DIR").help("Write the answers of cross-validation here"))
}

/// One labelled dump.
#[derive(Deserialize)]
struct Dump {
    text: String,
    labels: String,
    label_source: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    style: String,
    #[serde(default)]
    src: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    body: String,
}

impl Dump {
    /// Registered name of the site, roughly: the last two labels of the host.
    fn site(&self) -> String {
        let host = self.url.split("://").nth(1).unwrap_or(&self.url).split(['/', '?', '#']).next().unwrap_or("");
        let parts: Vec<&str> = host.split('.').collect();
        parts[parts.len().saturating_sub(2)..].join(".")
    }

    fn scored(&self) -> bool {
        self.label_source != "strings"
    }

    /// `k` is body, the noise zones, titles and furniture are not.
    fn labels(&self, teach: bool) -> Vec<Option<bool>> {
        self.labels
            .chars()
            .map(|c| match c {
                'k' => Some(true),
                'A' | 'I' | 'Z' => Some(false),
                'T' | 'M' if teach => Some(false),
                _ => None,
            })
            .collect()
    }

    fn example(&self, weight: f32) -> BoostExample {
        BoostExample { text: self.text.clone(), labels: self.labels(true), weight }
    }

    fn group(&self) -> String {
        let language = if self.src == "scrapinghub" { "scrapinghub" } else { self.lang.as_str() };
        format!("{} {language}", self.style)
    }
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let path = |name: &str| args.get_one::<PathBuf>(name);
    let (Some(dev_path), Some(silver_path)) = (path("dev"), path("silver")) else {
        return Err("two files are needed, DEV and SILVER".into());
    };
    let (dev, dev_hash): (Vec<Dump>, String) = tools::read_lines(dev_path)?;
    let (silver, silver_hash): (Vec<Dump>, String) = tools::read_lines(silver_path)?;
    let mut options = BoostOptions::default();
    if let Some(&t) = args.get_one("trees") {
        options.trees = t;
    }
    if let Some(&r) = args.get_one("rate") {
        options.rate = r;
    }
    if let Some(&r) = args.get_one("ridge") {
        options.ridge = r;
    }
    let folds: u32 = args.get_one("folds").copied().unwrap_or(5);
    let silver_weight: f32 = args.get_one("silver-weight").copied().unwrap_or(0.5);
    let silver: Vec<BoostExample> = silver.iter().map(|d| d.example(silver_weight)).collect();
    let fold_of = |d: &Dump| crc32fast::hash(d.site().as_bytes()) % folds.max(1);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for fold in 0..folds {
        let model = fold_model(args, fold, options, || {
            let mut examples: Vec<BoostExample> =
                dev.iter().filter(|d| d.scored() && fold_of(d) != fold).map(|d| d.example(1.0)).collect();
            examples.extend(silver.iter().cloned());
            examples
        })?;
        for (n, d) in dev.iter().enumerate().filter(|(_, d)| fold_of(d) == fold) {
            let raw = RawDocument { place: Place::file("dev"), text: d.text.clone(), ..RawDocument::default() };
            let document = clean_by(raw, &Memory::default(), &model);
            if let Some(dir) = path("answers") {
                let answer = crate::cli::clean::Answer::new(&document, false);
                tools::write(dir.join(format!("{n:05}.json")), serde_json::to_vec(&answer)?)?;
            }
            if d.scored() {
                tallies.entry(d.group()).or_default().add(&document, &d.labels(false), &d.body);
            }
        }
    }
    let scores: BTreeMap<String, Scores> = tallies.into_iter().map(|(k, t)| (k, t.scores())).collect();
    for (group, s) in &scores {
        writeln!(
            context.out,
            "{group:<24} pages {:>3}  line F1 {:.3}  body recall {:.3}  shingle F1 {:.3}",
            s.pages, s.line_f1, s.body_recall, s.shingle_f1
        )?;
    }
    let Some(out) = path("out") else { return Ok(()) };
    let mut examples: Vec<BoostExample> = dev.iter().filter(|d| d.scored()).map(|d| d.example(1.0)).collect();
    examples.extend(silver);
    let bytes = Model(train(&Rows::new(&examples), options)).to_bytes();
    tools::write(out.join("lines.model"), &bytes)?;
    let manifest = serde_json::json!({
        "schema": 1,
        "command": "kiosque-train clean DEV SILVER --out assets/clean",
        "inputs": {"dev_sha256": dev_hash, "silver_sha256": silver_hash, "silver_weight": silver_weight},
        "options": options,
        "model_sha256": tools::sha256(&bytes),
        "cross_validation": {"folds": folds, "by": "crc32 of the site (last two labels of the host) modulo folds", "scores": scores},
    });
    tools::write(out.join("manifest.json"), format!("{}\n", serde_json::to_string_pretty(&manifest)?))?;
    Ok(())
}

fn fold_model(
    args: &ArgMatches,
    fold: u32,
    options: BoostOptions,
    examples: impl FnOnce() -> Vec<BoostExample>,
) -> Outcome<Model> {
    let kept = args.get_one::<PathBuf>("models").map(|d| d.join(format!("fold{fold}.model")));
    if let Some(model) = kept.as_ref().and_then(|p| std::fs::read(p).ok()).and_then(|b| Model::from_bytes(&b)) {
        return Ok(model);
    }
    let model = Model(train(&Rows::new(&examples()), options));
    if let Some(p) = kept {
        tools::write(p, model.to_bytes())?;
    }
    Ok(model)
}
