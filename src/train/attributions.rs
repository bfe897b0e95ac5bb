//! `kiosque-train attributions`: makes the weights of how likely an attribution
//! is right from attributions that were judged by hand, and writes them with
//! their manifest.
//!
//! Logistic regression with a ridge on the weights, solved by Newton's method
//! in a fixed order: the same attributions make the same weights.

use super::speakers::names_it;
use super::tools::{self, Context, Outcome};
use crate::clean::clean;
use crate::corpus::Place;
use crate::entity;
use crate::fact::learn::{
    ATTRIBUTION_INPUTS, AttributionEvidence, AttributionExample, AttributionModel, attribution_names, attributions,
};
use crate::ingest::RawDocument;
use crate::text::{ScalarIndex, Span};
use clap::{Arg, ArgMatches, Command, value_parser};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::PathBuf;

/// The arguments.
pub fn command() -> Command {
    let number = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_parser(value_parser!(f64)).default_value(value).help(help)
    };
    Command::new("attributions")
        .about(
            "Train the weights of how likely an attribution is right on judged ones and write them with their manifest",
        )
        .arg(
            Arg::new("set")
                .long("set")
                .num_args(2)
                .value_names(["GOLD", "TEXTS"])
                .required(true)
                .help("Attributions that were judged (JSON) in texts (JSON Lines)"),
        )
        .arg(number("ridge", "2", "How strongly weights are drawn to zero"))
        .arg(number("wrong", "0.04", "Most wrong ones among those that are told without a doubt"))
        .arg(
            Arg::new("folds")
                .long("folds")
                .value_parser(value_parser!(usize))
                .default_value("20")
                .help("Parts of the articles, each left out of training in turn"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help("Where attributions.txt and attributions.json go"),
        )
}

#[derive(Deserialize)]
struct AttributionSheet {
    articles: Vec<AttributionArticle>,
}

#[derive(Deserialize)]
struct AttributionArticle {
    file: String,
    sha256: String,
    attributions: Vec<JudgedAttribution>,
}

/// What a reader says of a verb of saying.
#[derive(Deserialize)]
struct JudgedAttribution {
    start: usize,
    end: usize,
    /// Places that name who says it.
    source: Vec<[usize; 2]>,
    /// Places that name who does not.
    wrong: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct AttributionText {
    file: String,
    text: String,
}

/// One judged attribution.
struct JudgedCase {
    article: usize,
    evidence: AttributionEvidence,
    right: bool,
    /// Told with a doubt, however likely.
    doubtful: bool,
}

/// Whether what the program tells is right; nothing where nobody judged that.
fn judge(text: &str, told: &AttributionExample, source: &[Span], wrong: &[Span]) -> Option<bool> {
    if names_it(text, &told.places, source) {
        return Some(true);
    }
    (!source.is_empty() || names_it(text, &told.places, wrong)).then_some(false)
}

/// The judged attributions of all texts, and how many the program does not tell any more.
fn load(gold: &str, texts: &str) -> Outcome<(Vec<JudgedCase>, Value)> {
    let ((sheet, gold_hash), (source, texts_hash)) = (tools::read_packed(gold)?, tools::read_packed(texts)?);
    let sheet: AttributionSheet = serde_json::from_str(&sheet).map_err(|e| tools::fail(gold, e))?;
    let mut all: HashMap<String, String> = HashMap::new();
    for line in source.lines() {
        let t: AttributionText = serde_json::from_str(line).map_err(|e| tools::fail(texts, e))?;
        all.insert(t.file, t.text);
    }
    let (mut cases, mut gone) = (Vec::new(), 0);
    for (article, a) in sheet.articles.iter().enumerate() {
        let text = all.remove(&a.file).filter(|t| tools::sha256(t.as_bytes()) == a.sha256);
        let text = text.ok_or_else(|| tools::fail(texts, format!("the text of {} is missing or another", a.file)))?;
        let raw = RawDocument { place: Place::file(a.file.as_str()), text, ..RawDocument::default() };
        let document = clean(raw);
        let told = attributions(&document, &entity::find(&document));
        let index = ScalarIndex::new(&document.text);
        let span = |s: &[usize; 2]| Span::new(index.byte(s[0]), index.byte(s[1]));
        for j in &a.attributions {
            let cue = span(&[j.start, j.end]);
            let places = |all: &[[usize; 2]]| all.iter().map(span).collect::<Vec<Span>>();
            let told = told.iter().find(|t| t.cue == cue);
            let right = told.and_then(|t| judge(&document.text, t, &places(&j.source), &places(&j.wrong)));
            match (told, right) {
                (Some(t), Some(right)) => {
                    cases.push(JudgedCase { article, evidence: t.evidence, right, doubtful: t.doubtful })
                }
                _ => gone += 1,
            }
        }
    }
    let about = json!({
        "gold_sha256": gold_hash, "texts_sha256": texts_hash, "articles": sheet.articles.len(),
        "attributions": cases.len(), "not_told": gone,
    });
    Ok((cases, about))
}

/// Steps of Newton's method.
const STEPS: usize = 12;

/// Solves a system whose matrix is symmetric and positive; the matrix is used up.
fn solve(matrix: &mut [Vec<f64>], mut right: Vec<f64>) -> Vec<f64> {
    let n = right.len();
    for i in 0..n {
        let (above, below) = matrix.split_at_mut(i + 1);
        let pivot = &above[i];
        for (row, k) in below.iter_mut().zip(i + 1..) {
            let factor = row[i] / pivot[i];
            row.iter_mut().zip(pivot).for_each(|(x, p)| *x -= factor * p);
            right[k] -= factor * right[i];
        }
    }
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}

/// Learns the weights.
fn learn(cases: &[&JudgedCase], ridge: f64) -> [f32; ATTRIBUTION_INPUTS] {
    let mut weights = vec![0.0; ATTRIBUTION_INPUTS];
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| -ridge * w).collect();
        let mut matrix = vec![vec![0.0; ATTRIBUTION_INPUTS]; ATTRIBUTION_INPUTS];
        for (i, row) in matrix.iter_mut().enumerate() {
            row[i] = ridge;
        }
        for case in cases {
            let x: Vec<(usize, f64)> =
                case.evidence.0.iter().enumerate().filter(|x| *x.1 != 0.0).map(|(i, x)| (i, f64::from(*x))).collect();
            let share = 1.0 / (1.0 + (-x.iter().map(|(i, x)| x * weights[*i]).sum::<f64>()).exp());
            for (i, a) in &x {
                gradient[*i] += (f64::from(u8::from(case.right)) - share) * a;
                for (k, b) in &x {
                    matrix[*i][*k] += share * (1.0 - share) * a * b;
                }
            }
        }
        let step = solve(&mut matrix, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s);
    }
    std::array::from_fn(|i| weights[i] as f32)
}

/// How likely each is right, by weights learnt from the articles of all other parts.
fn left_out(cases: &[JudgedCase], parts: usize, ridge: f64) -> Vec<f32> {
    let mut out = vec![0.0; cases.len()];
    for part in 0..parts {
        let learnt: Vec<&JudgedCase> = cases.iter().filter(|c| c.article % parts != part).collect();
        let model = AttributionModel { weights: learn(&learnt, ridge), sure: 0.0 };
        for (case, out) in cases.iter().zip(&mut out).filter(|(c, _)| c.article % parts == part) {
            *out = model.share(&case.evidence);
        }
    }
    out
}

/// The lowest bar above which `wrong` of all at most are wrong.
fn bar(cases: &[JudgedCase], shares: &[f32], wrong: f64) -> f32 {
    let told = cases.iter().zip(shares).filter(|(c, _)| !c.doubtful);
    let mut all: Vec<(f32, bool)> = told.map(|(c, share)| (*share, c.right)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut bad, mut bar) = (0usize, 1.0);
    for (n, (share, right)) in all.iter().enumerate() {
        bad += usize::from(!right);
        if bad as f64 <= wrong * (n + 1) as f64 {
            bar = *share;
        }
    }
    bar
}

/// How well attributions are told under the bar.
fn score(cases: &[JudgedCase], shares: &[f32], sure: f32) -> Value {
    let share = |right: usize, of: usize| (1e3 * right as f64 / of.max(1) as f64).round() / 1e3;
    let count = |told: bool| {
        let some = || cases.iter().zip(shares).filter(|(c, s)| (!c.doubtful && **s >= sure) == told);
        (some().filter(|(c, _)| c.right).count(), some().count())
    };
    let ((right, told), (doubtful, rest)) = (count(true), count(false));
    json!({
        "attributions": cases.len(),
        "right": share(right + doubtful, cases.len()),
        "sure": {"share": share(told, cases.len()), "right": share(right, told)},
        "doubtful": {"share": share(rest, cases.len()), "right": share(doubtful, rest)},
    })
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let number = |name: &str, default: f64| args.get_one(name).copied().unwrap_or(default);
    let (ridge, folds) = (number("ridge", 2.0), args.get_one("folds").copied().unwrap_or(20usize).max(2));
    let set: Vec<&String> = args.get_many("set").into_iter().flatten().collect();
    let [gold, texts] = &set[..] else { return Err("A set is a file of judged attributions and one of texts".into()) };
    let (cases, about) = load(gold, texts)?;
    let shares = left_out(&cases, folds, ridge);
    let sure = bar(&cases, &shares, number("wrong", 0.04));
    let model = AttributionModel { weights: learn(&cases.iter().collect::<Vec<_>>(), ridge), sure };
    let manifest = json!({
        "input": about, "ridge": ridge, "folds": folds, "left_out": score(&cases, &shares, sure),
    });
    writeln!(context.out, "{}", serde_json::to_string_pretty(&manifest)?)?;
    for (name, weight) in attribution_names().zip(model.weights) {
        writeln!(context.err, "{name} {weight:.2}")?;
    }
    if let Some(out) = args.get_one::<PathBuf>("out") {
        tools::write(out.join("attributions.txt"), model.to_text())?;
        tools::write(out.join("attributions.json"), format!("{}\n", serde_json::to_string_pretty(&manifest)?))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let mut matrix = vec![vec![4.0, 1.0], vec![1.0, 3.0]];
        let x = solve(&mut matrix, vec![1.0, 2.0]);
        assert!((x[0] - 1.0 / 11.0).abs() < 1e-9 && (x[1] - 7.0 / 11.0).abs() < 1e-9, "{x:?}");
    }

    #[test]
    fn the_bar_is_the_lowest_above_which_few_are_wrong() {
        let case = |right| JudgedCase {
            article: 0,
            evidence: AttributionEvidence([0.0; ATTRIBUTION_INPUTS]),
            right,
            doubtful: false,
        };
        let cases = [case(true), case(true), case(false), case(true)];
        assert_eq!(bar(&cases, &[0.9, 0.8, 0.7, 0.6], 0.1), 0.8);
        assert_eq!(bar(&cases, &[0.9, 0.8, 0.7, 0.6], 0.25), 0.6);
    }
}
