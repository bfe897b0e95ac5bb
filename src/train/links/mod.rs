//! `kiosque-train links`: makes the weights of links between sentences from
//! articles that were linked by hand, and writes them with their manifest.

pub mod fit;

use super::tools::{self, Context, Outcome, plain};
use crate::clean::clean;
use crate::cli::sides::Read as Article;
use crate::corpus::Place;
use crate::entity::Names;
use crate::ingest::RawDocument;
use crate::story::model::Model;
use crate::text::{ScalarIndex, Span};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use fit::{Gold, LinkScore, Pair, Said, Wanted};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::PathBuf;

/// The arguments.
pub fn command() -> Command {
    Command::new("links")
        .about("Train the weights of links between sentences on articles linked by hand and write them with their manifest")
        .arg(
            Arg::new("set")
                .long("set")
                .num_args(4)
                .value_names(["NAME", "GOLD", "TEXTS", "WEIGHT"])
                .action(ArgAction::Append)
                .required(true)
                .help("Links (JSON) of texts (JSON Lines) and what one counts; those of weight 1 are left out in turn"),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .num_args(3)
                .value_names(["NAME", "GOLD", "TEXTS"])
                .action(ArgAction::Append)
                .help("Links to measure on only"),
        )
        .arg(
            Arg::new("ridge")
                .long("ridge")
                .value_parser(value_parser!(f64))
                .default_value("3")
                .help("How strongly weights are drawn to zero"),
        )
        .arg(
            Arg::new("precision")
                .long("precision")
                .value_parser(value_parser!(f64))
                .default_value("0.95")
                .help("Least precision of what is sure on left-out articles"),
        )
        .arg(
            Arg::new("likely")
                .long("likely")
                .value_parser(value_parser!(f64))
                .default_value("0.85")
                .help("Least precision of what is sure or likely"),
        )
        .arg(
            Arg::new("perhaps")
                .long("perhaps")
                .value_parser(value_parser!(f64))
                .default_value("0.2")
                .help("Least share of right ones among what is only worth a look"),
        )
        .arg(
            Arg::new("examples")
                .long("examples")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Write what is learnt from as JSON, one pair a line"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help("Where links.txt and links.json go"),
        )
}

#[derive(Deserialize)]
struct Sheet {
    documents: Vec<SheetDocument>,
    pairs: Vec<SheetPair>,
}

#[derive(Deserialize)]
struct SheetDocument {
    file: String,
    sentences: Vec<SheetSentence>,
}

#[derive(Deserialize)]
struct SheetSentence {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct SheetPair {
    a: String,
    b: String,
    alignments: Vec<SheetLink>,
}

#[derive(Deserialize)]
struct SheetLink {
    a: SheetEnd,
    b: SheetEnd,
    #[serde(default = "yes")]
    required: bool,
}

#[derive(Deserialize)]
struct SheetEnd {
    sentence: usize,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Text {
    file: String,
    text: String,
}

/// The pairs of one set, and what the manifest says of it.
fn load(name: &str, gold: &str, texts: &str, weight: f32, lines: &mut String) -> Outcome<(Vec<Pair>, Value)> {
    let ((sheet, gold_hash), (source, texts_hash)) = (tools::read_packed(gold)?, tools::read_packed(texts)?);
    let sheet: Sheet = serde_json::from_str(&sheet).map_err(|e| tools::fail(gold, e))?;
    let mut all: HashMap<String, String> = HashMap::new();
    for line in source.lines() {
        let t: Text = serde_json::from_str(line).map_err(|e| tools::fail(texts, e))?;
        all.insert(t.file, t.text);
    }
    let mut articles: HashMap<&str, (Article, Vec<Span>)> = HashMap::new();
    for d in &sheet.documents {
        let text = all.remove(&d.file).ok_or_else(|| tools::fail(texts, format!("{} is missing", d.file)))?;
        let raw = RawDocument { place: Place::file(d.file.as_str()), text, ..RawDocument::default() };
        let article = Article::new(clean(raw), &Names::default());
        let index = ScalarIndex::new(&article.document.text);
        let spans = d.sentences.iter().map(|s| Span::new(index.byte(s.start), index.byte(s.end))).collect();
        articles.insert(&d.file, (article, spans));
    }
    let article = |file: &str| articles.get(file).ok_or_else(|| tools::fail(gold, format!("{file} is not described")));
    let mut pairs = Vec::new();
    for p in &sheet.pairs {
        let (a, b) = (article(&p.a)?, article(&p.b)?);
        let links = p.alignments.iter().map(|l| (l.a.sentence, l.b.sentence, l.required)).collect();
        let gold = Gold { sentences: [a.1.clone(), b.1.clone()], links };
        let pair = fit::pair(a.0.side(), b.0.side(), &gold, weight);
        let mut line = pair.to_json([&a.0.document.text, &b.0.document.text]);
        line["set"] = json!([name, p.a, p.b]);
        lines.push_str(&format!("{line}\n"));
        pairs.push(pair);
    }
    let (examples, links) = pairs.iter().map(Pair::counts).fold((0, 0), |s, c| (s.0 + c.0, s.1 + c.1));
    let about = json!({
        "name": name, "gold_sha256": gold_hash, "texts_sha256": texts_hash, "weight": plain(weight),
        "pairs": pairs.len(), "examples": examples, "links": links,
    });
    Ok((pairs, about))
}

fn round(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

fn rounded(s: &LinkScore) -> Value {
    json!({"precision": round(s.precision()), "recall": round(s.recall()), "f1": round(s.f1())})
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let ridge: f64 = args.get_one("ridge").copied().unwrap_or(3.0);
    let precision: f64 = args.get_one("precision").copied().unwrap_or(0.95);
    let groups = |name: &str| -> Vec<Vec<String>> {
        args.get_occurrences::<String>(name).into_iter().flatten().map(|o| o.cloned().collect()).collect()
    };
    let mut examples = String::new();
    let (mut pairs, mut inputs, mut names): (Vec<Pair>, Vec<Value>, Vec<String>) = Default::default();
    for g in groups("set") {
        let [name, gold, texts, weight] = &g[..] else { continue };
        let weight: f32 = weight.parse().map_err(|e| format!("{weight} is no weight: {e}"))?;
        let (more, about) = load(name, gold, texts, weight, &mut examples)?;
        names.extend(more.iter().map(|_| name.clone()));
        pairs.extend(more);
        inputs.push(about);
    }
    let number = |name: &str, default: f64| args.get_one(name).copied().unwrap_or(default);
    let wanted = Wanted { sure: precision, likely: number("likely", 0.85), perhaps: number("perhaps", 0.2) };
    let left_out = fit::leave_one_out(&pairs, ridge);
    let of = |name: Option<&str>| -> Said<'_> {
        let all = pairs.iter().zip(&names).zip(&left_out).filter(|((_, n), _)| name.is_none_or(|name| *n == name));
        all.filter_map(|((p, _), s)| Some((p, s.as_deref()?))).collect()
    };
    let bars = fit::choose(&of(None), wanted);
    let model = Model { bars, ..fit::fit(&pairs.iter().collect::<Vec<_>>(), ridge) };
    let grades = |said: &Said<'_>| {
        let at = |bar| rounded(&fit::measure(said, bar));
        json!({"sure": at(bars.sure), "likely": at(bars.likely), "perhaps": at(bars.perhaps)})
    };
    let mut scores = serde_json::Map::new();
    scores.insert("left_out".into(), grades(&of(None)));
    let mut seen = names.clone();
    seen.dedup();
    for name in seen.iter().filter(|n| !of(Some(n)).is_empty()) {
        scores.insert(format!("left_out {name}"), grades(&of(Some(name))));
    }
    let calibration: Vec<Value> = fit::calibration(&of(None))
        .into_iter()
        .map(|(pairs, expected, found)| json!({"pairs": pairs, "expected": round(expected), "found": round(found)}))
        .collect();
    let unseen = |pairs: &[&Pair]| {
        let said: Vec<Vec<f32>> = pairs.iter().map(|p| p.scores(&model)).collect();
        grades(&pairs.iter().zip(&said).map(|(p, s)| (*p, &s[..])).collect())
    };
    for name in &seen {
        let of: Vec<&Pair> = pairs.iter().zip(&names).filter(|(_, n)| *n == name).map(|(p, _)| p).collect();
        scores.insert(format!("learnt {name}"), unseen(&of));
    }
    for g in groups("check") {
        let [name, gold, texts] = &g[..] else { continue };
        let (more, about) = load(name, gold, texts, 0.0, &mut examples)?;
        inputs.push(about);
        scores.insert(format!("checked {name}"), unseen(&more.iter().collect::<Vec<_>>()));
    }
    if let Some(path) = args.get_one::<PathBuf>("examples") {
        tools::write(path.clone(), &examples)?;
    }
    for (name, score) in &scores {
        writeln!(context.out, "{name:<24} {score}")?;
    }
    write!(context.out, "{}", model.to_text())?;
    let Some(out) = args.get_one::<PathBuf>("out") else { return Ok(()) };
    let text = model.to_text();
    let manifest = json!({
        "schema": 1,
        "command": "kiosque-train links --set NAME GOLD TEXTS WEIGHT … --out assets/story",
        "inputs": inputs,
        "options": {"ridge": ridge, "sure": wanted.sure, "likely": wanted.likely, "perhaps": wanted.perhaps},
        "left_out_by": "article pair, of the sets of weight 1 and more",
        "scores": scores,
        "calibration": calibration,
        "model_sha256": tools::sha256(text.as_bytes()),
    });
    tools::write(out.join("links.txt"), text)?;
    tools::write(out.join("links.json"), format!("{manifest:#}\n"))
}
