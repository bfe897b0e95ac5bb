//! `kiosque-train speakers`: makes the weights of the evidence for a speaker
//! from articles whose quotations were annotated by hand, and writes them with
//! their manifest.

mod fit;

use super::tools::{self, Context, Outcome};
use crate::clean::clean;
use crate::corpus::Place;
use crate::entity;
use crate::fact::learn::{Example, SpeakerModel, speaker_names, speakers};
use crate::ingest::RawDocument;
use crate::text::{ScalarIndex, Span, fold};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use fit::{Case, Told};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::PathBuf;

/// The arguments.
pub fn command() -> Command {
    let number = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_parser(value_parser!(f64)).default_value(value).help(help)
    };
    Command::new("speakers")
        .about("Train the weights of who said a quotation on annotated articles and write them with their manifest")
        .arg(
            Arg::new("set")
                .long("set")
                .num_args(4)
                .value_names(["NAME", "GOLD", "TEXTS", "WEIGHT"])
                .action(ArgAction::Append)
                .required(true)
                .help("Quotations with their speakers (JSON) of texts (JSON Lines), and what one counts; 0: measured only"),
        )
        .arg(number("ridge", "3", "How strongly weights are drawn to zero"))
        .arg(number("wrong", "0.05", "Most quotations with a wrong speaker told without a doubt, as a share of all"))
        .arg(number("doubtful", "0.5", "Least share of right ones among those that are told with a doubt"))
        .arg(
            Arg::new("folds")
                .long("folds")
                .value_parser(value_parser!(usize))
                .default_value("20")
                .help("Parts of the articles, each left out of training in turn"),
        )
        .arg(
            Arg::new("ablate")
                .long("ablate")
                .action(ArgAction::SetTrue)
                .help("Measure the weights without each number of the evidence in turn"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help("Where speakers.txt and speakers.json go"),
        )
}

#[derive(Deserialize)]
struct SpeakerSheet {
    articles: Vec<SpeakerArticle>,
}

#[derive(Deserialize)]
struct SpeakerArticle {
    file: String,
    sha256: String,
    quotes: Vec<SpeakerQuote>,
}

#[derive(Deserialize)]
struct SpeakerQuote {
    start: usize,
    end: usize,
    /// Every place that names who said it; empty when the text does not tell.
    speaker: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct SpeakerText {
    file: String,
    text: String,
}

/// The words of a description without its article.
fn bare(words: &str) -> String {
    let folded = fold(words);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let first = usize::from(words.len() > 1 && words[0].len() < 4);
    words[first..].join(" ")
}

/// True when a candidate that stands at `places` is whom the annotators name
/// at `gold`.
pub(super) fn names_it(text: &str, places: &[Span], gold: &[Span]) -> bool {
    places
        .iter()
        .any(|p| gold.iter().any(|g| p.overlap(*g) * 2 > p.len().min(g.len()) || bare(p.of(text)) == bare(g.of(text))))
}

/// The quotation of the program that stands for one of the annotators.
fn found(examples: &[Example], span: Span) -> Option<&Example> {
    let shared = |e: &&Example| e.span.overlap(span) as f64 / e.span.join(span).len().max(1) as f64;
    examples.iter().filter(|e| shared(e) > 0.5).max_by(|a, b| shared(a).total_cmp(&shared(b)))
}

/// The quotations of one set, and what the manifest says of it. An article has the
/// same number in every set, that it may be left out of all at once.
fn load(
    name: &str,
    gold: &str,
    texts: &str,
    weight: f64,
    numbers: &mut HashMap<String, usize>,
) -> Outcome<(Vec<Case>, Value)> {
    let ((sheet, gold_hash), (source, texts_hash)) = (tools::read_packed(gold)?, tools::read_packed(texts)?);
    let sheet: SpeakerSheet = serde_json::from_str(&sheet).map_err(|e| tools::fail(gold, e))?;
    let mut all: HashMap<String, String> = HashMap::new();
    for line in source.lines() {
        let t: SpeakerText = serde_json::from_str(line).map_err(|e| tools::fail(texts, e))?;
        all.insert(t.file, t.text);
    }
    let (mut cases, mut missed) = (Vec::new(), 0);
    for a in &sheet.articles {
        let next = numbers.len();
        let article = *numbers.entry(a.sha256.clone()).or_insert(next);
        let text = all.remove(&a.file).filter(|t| tools::sha256(t.as_bytes()) == a.sha256);
        let text = text.ok_or_else(|| tools::fail(texts, format!("the text of {} is missing or another", a.file)))?;
        let raw = RawDocument { place: Place::file(a.file.as_str()), text, ..RawDocument::default() };
        let document = clean(raw);
        let entities = entity::find(&document);
        let examples = speakers(&document, &entities);
        let index = ScalarIndex::new(&document.text);
        let span = |s: usize, e: usize| Span::new(index.byte(s), index.byte(e));
        for q in &a.quotes {
            let Some(example) = found(&examples, span(q.start, q.end)) else {
                missed += 1;
                continue;
            };
            let gold: Vec<Span> = q.speaker.iter().map(|s| span(s[0], s[1])).collect();
            let mut right: Vec<bool> =
                example.choices.iter().map(|(places, _)| names_it(&document.text, places, &gold)).collect();
            right.push(gold.is_empty());
            let choices = example.choices.iter().map(|c| c.1).chain([example.nobody]).collect();
            cases.push(Case { article, weight, choices, right, rules: example.rules, doubtful: example.named });
        }
    }
    let about = json!({
        "name": name, "gold_sha256": gold_hash, "texts_sha256": texts_hash, "weight": weight,
        "articles": sheet.articles.len(), "quotations": cases.len(), "not_found": missed,
    });
    Ok((cases, about))
}

fn share(right: usize, of: usize) -> f64 {
    (1e3 * right as f64 / of.max(1) as f64).round() / 1e3
}

/// How well speakers are told under the bars.
fn score(told: &[Told], model: &SpeakerModel) -> Value {
    let count = |f: &dyn Fn(&&Told) -> bool| {
        let some: Vec<&Told> = told.iter().filter(f).collect();
        (some.iter().filter(|t| t.right).count(), some.len())
    };
    let is_sure = |t: &Told| !t.nobody && !t.doubtful && t.share >= model.bars.sure;
    let wrong = told.iter().filter(|t| is_sure(t) && !t.right).count();
    let sure = count(&|t| is_sure(t));
    let doubtful = count(&|t| !t.nobody && !is_sure(t) && t.share >= model.bars.least);
    let none = count(&|t| t.nobody || t.share < model.bars.least);
    json!({
        "quotations": told.len(),
        "right": share(told.iter().filter(|t| t.right && (t.nobody || t.share >= model.bars.least)).count(), told.len()),
        "sure": {"share": share(sure.1, told.len()), "right": share(sure.0, sure.1)},
        "doubtful": {"share": share(doubtful.1, told.len()), "right": share(doubtful.0, doubtful.1)},
        "not_told": share(none.1, told.len()),
        "wrong_without_doubt": share(wrong, told.len()),
    })
}

/// What the rules alone tell.
fn by_rules(cases: &[Case]) -> Value {
    let right = cases.iter().filter(|c| c.right[c.rules]).count();
    json!({"quotations": cases.len(), "right": share(right, cases.len())})
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let number = |name: &str, default: f64| args.get_one(name).copied().unwrap_or(default);
    let (ridge, folds) = (number("ridge", 3.0), args.get_one("folds").copied().unwrap_or(20usize).max(2));
    let (mut cases, mut inputs, mut names): (Vec<Case>, Vec<Value>, Vec<String>) = Default::default();
    let mut numbers = HashMap::new();
    for set in args.get_occurrences::<String>("set").into_iter().flatten() {
        let set: Vec<&String> = set.collect();
        let [name, gold, texts, weight] = &set[..] else { continue };
        let weight: f64 = weight.parse().map_err(|e| format!("{weight} is no weight: {e}"))?;
        let (more, about) = load(name, gold, texts, weight, &mut numbers)?;
        names.extend(more.iter().map(|_| (*name).clone()));
        cases.extend(more);
        inputs.push(about);
    }
    let (cases, apart): (Vec<_>, Vec<_>) = cases.into_iter().zip(names).partition(|(c, _)| c.weight > 0.0);
    let (cases, names): (Vec<Case>, Vec<String>) = cases.into_iter().unzip();
    let left_out = fit::left_out(&cases, folds, ridge);
    let bars = fit::bars(&left_out, number("wrong", 0.05), number("doubtful", 0.5));
    let model = SpeakerModel { weights: fit::learn(&cases.iter().collect::<Vec<_>>(), ridge), bars };
    let mut scores = vec![json!({"set": "all", "rules": by_rules(&cases), "left_out": score(&left_out, &model)})];
    for input in &inputs {
        if input["weight"] == 0.0 {
            let own = apart.iter().filter(|(_, name)| input["name"] == **name);
            let told: Vec<Told> = own.map(|(case, _)| fit::told(&model, case)).collect();
            scores.push(json!({"set": input["name"], "measured": score(&told, &model)}));
            continue;
        }
        let own = |i: &usize| input["name"] == names[*i];
        let (c, t): (Vec<Case>, Vec<Told>) =
            (0..cases.len()).filter(own).map(|i| (cases[i].clone(), left_out[i])).unzip();
        scores.push(json!({"set": input["name"], "rules": by_rules(&c), "left_out": score(&t, &model)}));
    }
    let candidates = cases.iter().filter(|c| c.right.iter().any(|r| *r)).count();
    let mut manifest = json!({
        "inputs": inputs, "ridge": ridge, "folds": folds, "scores": scores,
        "speaker_among_candidates": share(candidates, cases.len()),
    });
    if args.get_flag("ablate") {
        manifest["without"] = ablate(&cases, folds, ridge, &model, context)?;
    }
    writeln!(context.out, "{}", serde_json::to_string_pretty(&manifest)?)?;
    if let Some(out) = args.get_one::<PathBuf>("out") {
        tools::write(out.join("speakers.txt"), model.to_text())?;
        tools::write(out.join("speakers.json"), format!("{}\n", serde_json::to_string_pretty(&manifest)?))?;
    }
    Ok(())
}

/// The scores without each number of the evidence: all of it set to zero and
/// learnt anew.
fn ablate(cases: &[Case], folds: usize, ridge: f64, model: &SpeakerModel, context: &mut Context<'_>) -> Outcome<Value> {
    let mut out = serde_json::Map::new();
    for (i, name) in speaker_names().enumerate() {
        writeln!(context.err, "without {name}")?;
        let articles: std::collections::BTreeSet<usize> =
            cases.iter().filter(|c| c.choices.iter().any(|e| e.0[i] != 0.0)).map(|c| c.article).collect();
        let mut less = cases.to_vec();
        less.iter_mut().flat_map(|c| &mut c.choices).for_each(|e| e.0[i] = 0.0);
        let left_out = fit::left_out(&less, folds, ridge);
        let bars = fit::bars(&left_out, 0.05, 0.5);
        let score = score(&left_out, &SpeakerModel { bars, ..model.clone() });
        out.insert(name.to_owned(), json!({"articles": articles.len(), "score": score}));
    }
    Ok(out.into())
}
