//! `kiosque-train entities`: makes the embedded name model and lists anew.

pub mod conll;
pub mod gold;
pub mod learner;
pub mod lessons;
pub mod random;
pub mod score;
#[cfg(test)]
mod tests;
pub mod variants;

use super::clusters;
use super::tools::{self, Context, Outcome, plain, sha256};
use crate::entity::EntityKind;
use crate::entity::cluster;
use crate::entity::crf::Model;
use crate::entity::packed;
use crate::entity::scan::Steps;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use conll::Sample;
use gold::Article;
use learner::Options;
use random::Random;
use score::Score;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use variants::{Inventor, Variant};

/// The arguments.
pub fn command() -> Command {
    let defaults = Options::default();
    let number = |name: &'static str, value: f32, help: &'static str| {
        Arg::new(name).long(name).value_parser(value_parser!(f32)).help(format!("{help} [default: {value}]"))
    };
    let command = Command::new("entities");
    gold_arguments(command)
        .about("Train the name model from two-column files (word, B-PER/I-PER/…/O) and write it with its lists")
        .arg(
            Arg::new("train")
                .long("train")
                .num_args(1..)
                .help("Files to learn from; `path*2` shows a file twice an epoch"),
        )
        .arg(Arg::new("eval").long("eval").num_args(1..).help("Files to measure on"))
        .arg(
            Arg::new("lists")
                .long("lists")
                .num_args(1..)
                .required(true)
                .help("Lists of names: lines of kinds and name, divided by a tab"),
        )
        .arg(Arg::new("clusters").long("clusters").help("Clusters of words, as `kiosque-train clusters` writes them"))
        .arg(Arg::new("model").long("model").help("Measure this model instead of training one"))
        .arg(
            Arg::new("out")
                .long("out")
                .value_parser(value_parser!(PathBuf))
                .help("Folder for the model, the lists and the manifest"),
        )
        .arg(
            Arg::new("name")
                .long("name")
                .default_value("names")
                .help("Name of the model: names for French, names-en for other languages"),
        )
        .arg(
            Arg::new("errors")
                .long("errors")
                .action(ArgAction::SetTrue)
                .help("List what was wrong and what was missed on standard error"),
        )
        .arg(
            Arg::new("epochs")
                .long("epochs")
                .value_parser(value_parser!(usize))
                .help(format!("Passes over the data [default: {}]", defaults.epochs)),
        )
        .arg(
            Arg::new("runs")
                .long("runs")
                .value_parser(value_parser!(usize))
                .help(format!("How often to begin anew; the runs are averaged [default: {}]", defaults.runs)),
        )
        .arg(
            Arg::new("least")
                .long("least")
                .value_parser(value_parser!(u32))
                .help(format!("Occurrences below which a feature is left out [default: {}]", defaults.least)),
        )
        .arg(number("rate", defaults.rate, "Learning rate"))
        .arg(number("decay", defaults.decay, "Weight decay"))
        .arg(number("dropout", defaults.dropout, "Share of features left out at random"))
        .arg(number("caseless", defaults.caseless, "Share of showings repeated in capitals or without any"))
        .arg(number("invented", defaults.invented, "Share of later showings with invented names"))
        .arg(number("scanned", defaults.scanned, "Share of later showings misread as scanners do"))
        .arg(number("hide", defaults.hide, "Share of capitalised spellings hidden when a file is shown again"))
        .arg(
            Arg::new("ready").long("ready").num_args(4).value_parser(value_parser!(f32)).value_names(["PERSON", "PLACE", "ORGANISATION", "OTHER"])
                .help("How much readier to see a name of each kind in a word with a capital than what is learnt from [default: 0 each]"),
        )
        .arg(number("prune", defaults.prune, "Largest weight below which a feature is left out"))
}

/// The arguments about annotated articles.
fn gold_arguments(command: Command) -> Command {
    command
        .arg(
            Arg::new("gold").long("gold").num_args(3).value_names(["GOLD", "TEXTS", "TIMES"]).help(
                "Annotated articles (JSON, and JSON Lines of their texts): measured, and shown so often an epoch",
            ),
        )
        .arg(
            Arg::new("folds")
                .long("folds")
                .value_parser(value_parser!(usize))
                .help("Measure the annotated articles in so many parts, each left out of training in turn"),
        )
        .arg(Arg::new("measured").long("measured").value_parser(value_parser!(usize)).help(
            "With folds: measure the first so many annotated articles only, and learn from the others in each part",
        ))
        .arg(
            Arg::new("silver").long("silver").value_name("TEXTS").help(
                "Texts (JSON Lines) that a first model labels, with the rules; a second one learns from them too",
            ),
        )
        .arg(
            Arg::new("without")
                .long("without")
                .num_args(1..)
                .help("Files that name the texts that no model may see; annotated articles are never among them"),
        )
        .arg(
            Arg::new("part")
                .long("part")
                .num_args(2)
                .value_parser(value_parser!(usize))
                .value_names(["OF", "NUMBER"])
                .help(
                    "Leave one of every so many annotated articles out, the first of them for 0: for `choice --parts`",
                ),
        )
        .arg(
            Arg::new("variants")
                .long("variants")
                .action(ArgAction::SetTrue)
                .help("Measure the annotated articles also with invented names, in capitals and so on"),
        )
        .arg(
            Arg::new("articles")
                .long("articles")
                .value_parser(value_parser!(usize))
                .help("Learn from at most so many annotated articles, for a learning curve"),
        )
}

fn read(path: &str) -> Outcome<String> {
    String::from_utf8(tools::read(path)?).map_err(|e| tools::fail(path, e))
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn options(args: &ArgMatches) -> Options {
    let defaults = Options::default();
    let value = |name: &str, otherwise: f32| args.get_one::<f32>(name).copied().unwrap_or(otherwise);
    Options {
        epochs: args.get_one("epochs").copied().unwrap_or(defaults.epochs),
        runs: args.get_one("runs").copied().unwrap_or(defaults.runs),
        least: args.get_one("least").copied().unwrap_or(defaults.least),
        rate: value("rate", defaults.rate),
        decay: value("decay", defaults.decay),
        dropout: value("dropout", defaults.dropout),
        caseless: value("caseless", defaults.caseless),
        invented: value("invented", defaults.invented),
        scanned: value("scanned", defaults.scanned),
        hide: value("hide", defaults.hide),
        prune: value("prune", defaults.prune),
        ready: args
            .get_many::<f32>("ready")
            .and_then(|given| given.copied().collect::<Vec<_>>().try_into().ok())
            .unwrap_or(defaults.ready),
    }
}

/// What the files given hold.
struct Inputs {
    /// Files and hashes, for the manifest.
    stated: Vec<Value>,
    /// The lists of names, as they are embedded.
    lists: Vec<u8>,
    /// Makes names that nobody bears.
    inventor: Inventor,
    /// Texts to learn from, and how often each is shown an epoch.
    samples: Vec<(Sample, usize)>,
    /// Annotated articles, and how often each is shown an epoch.
    gold: Vec<Article>,
    times: usize,
    /// Texts without labels.
    unlabelled: Vec<String>,
}

fn inputs(args: &ArgMatches) -> Outcome<Inputs> {
    let all = |name: &str| args.get_many::<String>(name).into_iter().flatten();
    let mut stated = Vec::new();
    let mut names = String::new();
    for path in all("lists") {
        let data = read(path)?;
        stated.push(json!({"file": file_name(path), "sha256": sha256(data.as_bytes())}));
        names.push_str(&data);
        names.push('\n');
    }
    let mut samples: Vec<(Sample, usize)> = Vec::new();
    for spec in all("train") {
        let (path, times) = spec.rsplit_once('*').and_then(|(p, n)| Some((p, n.parse().ok()?))).unwrap_or((spec, 1));
        let text = read(path)?;
        stated.push(json!({"file": file_name(path), "times": times, "sha256": sha256(text.as_bytes())}));
        samples.extend(conll::read(&text).into_iter().map(|s| (s, times)));
    }
    let given: Vec<&String> = all("gold").collect();
    let (mut gold, mut times) = (Vec::new(), 0);
    if let [path, texts, n] = given[..] {
        times = n.parse().map_err(|e| format!("{n} is no number: {e}"))?;
        let sheet = read(path)?;
        stated.push(json!({"file": file_name(path), "times": times, "sha256": sha256(sheet.as_bytes())}));
        gold = gold::read(path, &sheet, gold::texts(texts)?)?;
    }
    let texts = samples.iter().map(|(s, _)| s.text.as_str()).chain(gold.iter().map(|a| a.text.as_str()));
    let inventor = Inventor::new(&names, texts);
    let mut unlabelled = Vec::new();
    if let Some(path) = args.get_one::<String>("silver") {
        let kept = all("without").map(|p| read(p)).collect::<Outcome<Vec<_>>>()?;
        let spared = |file: &str| kept.iter().any(|k| k.contains(file)) || gold.iter().any(|a| a.file == file);
        unlabelled.extend(gold::texts(path)?.into_iter().filter(|(f, _)| !spared(f)).map(|(_, text)| text));
        let hash = sha256(&tools::read(path)?);
        stated.push(json!({"file": file_name(path), "texts": unlabelled.len(), "sha256": hash}));
    }
    let mut lists = conll::gazetteer(&names);
    if let Some(path) = args.get_one::<String>("clusters") {
        let data = read(path)?;
        stated.push(json!({"file": file_name(path), "sha256": sha256(data.as_bytes())}));
        let (coarse, words) = clusters::table(path, &data)?;
        lists.extend(cluster::write(&coarse, &words));
    }
    Ok(Inputs { stated, lists, inventor, samples, gold, times, unlabelled })
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let options = options(args);
    let inputs = inputs(args)?;
    let mut scores = cross_validate(args, &inputs, &options, context)?;
    let mut samples = inputs.samples.clone();
    if inputs.times > 0 {
        let part: Vec<usize> = args.get_many("part").into_iter().flatten().copied().collect();
        let kept = |i: usize| if let [of, number] = part[..] { i % of.max(1) != number } else { true };
        let all: Vec<&Article> = inputs.gold.iter().enumerate().filter(|(i, _)| kept(*i)).map(|(_, a)| a).collect();
        samples.extend(gold::samples(&all).into_iter().map(|s| (s, inputs.times)));
    }
    let model = match args.get_one::<String>("model") {
        Some(path) => read_model(path)?,
        None if args.get_one::<PathBuf>("out").is_none() && args.get_many::<String>("eval").is_none() => return Ok(()),
        None => {
            let err = &mut *context.err;
            learn(samples, &inputs, &options, |line| {
                // Progress that cannot be shown is not a reason to stop.
                let _ = writeln!(err, "{line}");
            })?
        }
    };
    scores.extend(measure(args, &model, &inputs.lists, context)?);
    let Some(folder) = args.get_one::<PathBuf>("out") else { return Ok(()) };
    let name = args.get_one::<String>("name").map_or("names", String::as_str);
    let model = (format!("{name}.bin.zst"), packed::pack(&model)?);
    let manifest = json!({
        "inputs": inputs.stated,
        "options": {
            "epochs": options.epochs, "runs": options.runs, "hide": plain(options.hide), "least": options.least,
            "rate": plain(options.rate), "decay": plain(options.decay),
            "dropout": plain(options.dropout), "prune": plain(options.prune), "ready": options.ready.map(plain),
            "caseless": plain(options.caseless), "invented": plain(options.invented), "scanned": plain(options.scanned),
        },
        "scores": scores,
        "outputs": [output(&model.0, &model.1), output("gazetteer.bin", &inputs.lists)],
    });
    save(folder, name, &model, &inputs.lists, &manifest)
}

/// A model learnt from the samples, and from what a first model makes of the texts without labels.
fn learn(
    mut samples: Vec<(Sample, usize)>,
    inputs: &Inputs,
    options: &Options,
    mut progress: impl FnMut(String),
) -> Outcome<Vec<u8>> {
    let first = learner::train(&samples, &inputs.lists, &inputs.inventor, options, &mut progress);
    if inputs.unlabelled.is_empty() {
        return Ok(first);
    }
    let model = Model::open(&first).ok_or("a model that was just made cannot be read")?;
    samples.extend(inputs.unlabelled.iter().map(|text| (score::labelled(&model, &inputs.lists, text), 1)));
    Ok(learner::train(&samples, &inputs.lists, &inputs.inventor, options, &mut progress))
}

/// What one of so many parts leaves out of the first `measured`, and everything else.
fn left_out<T>(all: &[T], folds: usize, fold: usize, measured: usize) -> (Vec<&T>, Vec<&T>) {
    let (out, rest): (Vec<_>, Vec<_>) = all.iter().enumerate().partition(|(i, _)| *i < measured && i % folds == fold);
    (out.into_iter().map(|(_, a)| a).collect(), rest.into_iter().map(|(_, a)| a).collect())
}

/// Scores on the annotated articles, each part measured with a model that never saw it.
fn cross_validate(
    args: &ArgMatches,
    inputs: &Inputs,
    options: &Options,
    context: &mut Context<'_>,
) -> Outcome<Vec<Value>> {
    let (given, folds) = (args.get_one::<String>("model"), args.get_one::<usize>("folds").copied().unwrap_or(0));
    if inputs.gold.is_empty() || (folds == 0 && given.is_none()) {
        return Ok(Vec::new());
    }
    let folds = if given.is_some() { 1 } else { folds };
    let most = args.get_one::<usize>("articles").copied().unwrap_or(usize::MAX);
    let mut total = [Score::default(), Score::default()];
    let mut otherwise = vec![Score::default(); if args.get_flag("variants") { Variant::MEASURED.len() } else { 0 }];
    let measured = args.get_one::<usize>("measured").copied().unwrap_or(usize::MAX);
    for fold in 0..folds {
        let (out, rest) = left_out(&inputs.gold, folds, fold, measured);
        let model = match given {
            Some(path) => read_model(path)?,
            None => {
                let mut samples = inputs.samples.clone();
                let most = if inputs.times > 0 { most.min(rest.len()) } else { 0 };
                samples.extend(gold::samples(&rest[..most]).into_iter().map(|s| (s, inputs.times)));
                learn(samples, inputs, options, |_| ())?
            }
        };
        for (rules, total) in [false, true].into_iter().zip(&mut total) {
            let steps = if rules { Steps::All(None) } else { Steps::Tagger };
            let score = score::articles(&model, &inputs.lists, &out, &steps);
            total.add(score.ok_or("the model file is not one of this version")?);
        }
        for ((_, variant), total) in Variant::MEASURED.iter().zip(&mut otherwise) {
            let mut random = Random(0x9e37_79b9_7f4a_7c15);
            let other: Vec<Article> =
                out.iter().map(|a| variants::article(a, *variant, &inputs.inventor, &mut random)).collect();
            let score = score::articles(&model, &inputs.lists, &other.iter().collect::<Vec<_>>(), &Steps::All(None));
            total.add(score.ok_or("the model file is not one of this version")?);
        }
    }
    let mut rows = Vec::new();
    for (rules, score) in [false, true].into_iter().zip(&total) {
        let mut row = row("annotated articles, left out", rules, score);
        row["folds"] = json!(folds);
        row["names"] = sureness(score);
        writeln!(context.out, "{row}")?;
        if rules && args.get_flag("errors") {
            score.errors.iter().try_for_each(|e| writeln!(context.err, "{e}"))?;
        }
        rows.push(row);
    }
    for ((name, _), score) in Variant::MEASURED.iter().zip(&otherwise) {
        let mut row = row("annotated articles, left out", true, score);
        row["variant"] = json!(name);
        row["names"] = sureness(score);
        writeln!(context.out, "{row}")?;
        rows.push(row);
    }
    Ok(rows)
}

/// A row of the manifest.
pub(super) fn row(file: &str, rules: bool, score: &Score) -> Value {
    let round = |(p, r, f): (f64, f64, f64)| [p, r, f].map(|x| (x * 10.0).round() / 10.0);
    let mut row = json!({"file": file, "rules": rules, "all": round(score.f1(None))});
    for k in EntityKind::ALL {
        row[k.name()] = json!(round(score.f1(Some(k))));
    }
    row
}

/// How often sure and doubtful names are right, for the manifest.
pub(super) fn sureness(score: &Score) -> Value {
    let [sure, doubtful, share] = score.sureness().map(|x| (x * 10.0).round() / 10.0);
    json!({"sure": sure, "doubtful": doubtful, "share_sure": share})
}

/// Scores of the model on each file of `--eval`, without and with the rules.
fn measure(args: &ArgMatches, model: &[u8], lists: &[u8], context: &mut Context<'_>) -> Outcome<Vec<Value>> {
    let mut scores = Vec::new();
    for path in args.get_many::<String>("eval").into_iter().flatten() {
        let samples = conll::read(&read(path)?);
        for rules in [false, true] {
            let score =
                score::evaluate(model, lists, &samples, rules).ok_or("the model file is not one of this version")?;
            let row = row(file_name(path), rules, &score);
            writeln!(context.out, "{row}")?;
            if rules && args.get_flag("errors") {
                score.errors.iter().try_for_each(|e| writeln!(context.err, "{e}"))?;
            }
            scores.push(row);
        }
    }
    Ok(scores)
}

/// A model as [`save`] left it.
fn read_model(path: &str) -> Outcome<Vec<u8>> {
    packed::unpack(&tools::read(path)?).map_err(|e| tools::fail(path, e))
}

/// Model (its file's name and bytes), lists and manifest.
fn save(folder: &Path, name: &str, model: &(String, Vec<u8>), lists: &[u8], manifest: &Value) -> Outcome {
    tools::write(folder.join(&model.0), &model.1)?;
    tools::write(folder.join("gazetteer.bin"), lists)?;
    let file = if name == "names" { "manifest.json".to_owned() } else { format!("manifest-{name}.json") };
    tools::write(folder.join(file), format!("{manifest:#}\n"))
}

fn output(name: &str, bytes: &[u8]) -> Value {
    json!({"file": name, "bytes": bytes.len(), "sha256": sha256(bytes)})
}
