//! `kiosque-train choice`: makes the weights anew by which French names are chosen behind the tagger and the rules.
//!
//! They are learnt from what taggers make of articles that those taggers never saw: of so many models each has
//! left out its part of the articles.

use super::clusters;
use super::entities::conll;
use super::entities::gold::{self, Article};
use super::entities::random::Random;
use super::entities::score::{self, Score};
use super::entities::variants::{self, Inventor, Variant};
use super::entities::{row, sureness};
use super::tools::{self, Context, Outcome, plain, sha256};
use crate::entity::choice::{self, ChoiceModel, KINDS};
use crate::entity::cluster;
use crate::entity::crf::Model;
use crate::entity::packed;
use crate::entity::scan::Steps;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::PathBuf;

/// Steps of the solver.
const STEPS: usize = 160;

/// Length of its first steps; the last is a tenth of it.
const RATE: f32 = 0.08;

/// Candidates below which a feature is left out.
const SELDOM: u32 = 3;

/// The arguments.
pub fn command() -> Command {
    let texts = |name: &'static str| Arg::new(name).long(name).num_args(1..);
    let count = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(usize));
    let float = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(f32));
    Command::new("choice")
        .about("Learn which of the names that the tagger and the rules see in French articles there are")
        .arg(
            Arg::new("gold")
                .long("gold")
                .num_args(2)
                .required(true)
                .value_names(["GOLD", "TEXTS"])
                .help("Annotated articles (JSON, and JSON Lines of their texts)"),
        )
        .arg(texts("lists").required(true).help("Lists of names, as `entities` takes them"))
        .arg(Arg::new("clusters").long("clusters").help("Clusters of words, as `entities` takes them"))
        .arg(
            texts("parts")
                .required(true)
                .help("Models of `entities`, in order: the first never saw the first article of every so many"),
        )
        .arg(count("of").help("Every how many articles the models left one out [default: as many as models]"))
        .arg(count("folds").help("Parts of the articles to leave out in turn when measuring [default: 5]"))
        .arg(float("ridge").help("How strongly weights are drawn towards zero [default: 4]"))
        .arg(float("sure").help("Share from which on a name is told without a doubt [default: 0.8]"))
        .arg(
            Arg::new("variants")
                .long("variants")
                .action(ArgAction::SetTrue)
                .help("Measure variants of the articles too"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_parser(value_parser!(PathBuf))
                .help("Folder for the weights and their manifest"),
        )
}

/// A candidate of an article: its features, and which kinds (the last: none) are right.
pub(crate) struct ChoiceCase {
    /// Features with their values.
    pub(crate) numbers: Vec<choice::Number>,
    /// What is right.
    pub(crate) right: [bool; KINDS + 1],
}

/// An annotated article with what a tagger that never saw it makes of it.
struct Lesson {
    article: Article,
    part: usize,
    cases: Vec<ChoiceCase>,
}

/// What is right of a candidate; `None` where the annotation does not say.
pub(crate) fn right(article: &Article, span: crate::text::Span) -> Option<[bool; KINDS + 1]> {
    if span.start < article.zone.start || span.end > article.zone.end {
        return None;
    }
    let mut out = [false; KINDS + 1];
    for n in article.names.iter().filter(|n| !n.optional && n.spans.contains(&span)) {
        n.kinds.iter().for_each(|k| out[*k as usize] = true);
    }
    let touched = article.names.iter().filter(|n| n.optional).any(|n| n.spans.iter().any(|s| s.touches(span)));
    match out.contains(&true) {
        true => Some(out),
        false if touched => None,
        false => {
            out[KINDS] = true;
            Some(out)
        }
    }
}

/// Learns weights for each feature and kind (softmax over the kinds and none, with a ridge) by a fixed number of
/// steps of Adam; the model as bytes.
pub(crate) fn learn(cases: &[&ChoiceCase], ridge: f32, sure: f32) -> Vec<u8> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    cases.iter().flat_map(|c| &c.numbers).for_each(|(f, _)| *counts.entry(*f).or_insert(0) += 1);
    let mut known: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= SELDOM).map(|(f, _)| f).collect();
    known.sort_unstable();
    let index: HashMap<u32, usize> = known.iter().enumerate().map(|(i, f)| (*f, i)).collect();
    // The last is the bias.
    let bias = known.len();
    let row = |c: &&ChoiceCase| {
        let own = c.numbers.iter().filter_map(|(f, x)| Some((*index.get(f)?, *x)));
        own.chain([(bias, 1.0)]).collect::<Vec<(usize, f32)>>()
    };
    let rows: Vec<Vec<(usize, f32)>> = cases.iter().map(row).collect();
    let zero = vec![[0.0f32; KINDS]; known.len() + 1];
    let (mut w, mut m, mut v) = (zero.clone(), zero.clone(), zero);
    for step in 1..=STEPS {
        let mut gradient: Vec<[f32; KINDS]> = w.iter().map(|w| w.map(|x| ridge * x)).collect();
        gradient[bias] = [0.0; KINDS];
        for (case, row) in cases.iter().zip(&rows) {
            let off = pull(row, &w, &case.right);
            for (i, x) in row {
                (0..KINDS).for_each(|k| gradient[*i][k] += off[k] * x);
            }
        }
        let rate = RATE * (1.0 - 0.9 * step as f32 / STEPS as f32);
        let (a, b) = (1.0 - 0.9f32.powi(step as i32), 1.0 - 0.999f32.powi(step as i32));
        for i in 0..w.len() {
            for k in 0..KINDS {
                let g = gradient[i][k];
                m[i][k] = 0.9 * m[i][k] + 0.1 * g;
                v[i][k] = 0.999 * v[i][k] + 0.001 * g * g;
                w[i][k] -= rate * (m[i][k] / a) / ((v[i][k] / b).sqrt() + 1e-8);
            }
        }
    }
    let rows: Vec<(u32, [f32; KINDS])> = known.into_iter().zip(w.iter().copied()).collect();
    choice::write(sure, w[bias], &rows)
}

/// How far the shares of the kinds are from what is right.
fn pull(row: &[(usize, f32)], w: &[[f32; KINDS]], right: &[bool; KINDS + 1]) -> [f32; KINDS] {
    let mut shares = [0.0f32; KINDS + 1];
    for (i, x) in row {
        (0..KINDS).for_each(|k| shares[k] += w[*i][k] * x);
    }
    let most = shares.iter().copied().fold(f32::MIN, f32::max);
    let shares = shares.map(|x| (x - most).exp());
    let total: f32 = shares.iter().sum();
    let good: f32 = shares.iter().zip(right).filter(|(_, r)| **r).map(|x| x.0).sum::<f32>().max(1e-30);
    std::array::from_fn(|k| shares[k] / total - if right[k] { shares[k] / good } else { 0.0 })
}

/// What the weights are learnt from and measured with.
struct ChoiceInputs {
    stated: Vec<Value>,
    lists: Vec<u8>,
    inventor: Inventor,
    models: Vec<Vec<u8>>,
    lessons: Vec<Lesson>,
}

fn text(path: &str) -> Outcome<String> {
    String::from_utf8(tools::read(path)?).map_err(|e| tools::fail(path, e))
}

fn inputs(args: &ArgMatches) -> Outcome<ChoiceInputs> {
    let all = |name: &str| args.get_many::<String>(name).into_iter().flatten();
    let mut stated = Vec::new();
    let mut state = |path: &str, bytes: &[u8]| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        stated.push(json!({"file": name, "sha256": sha256(bytes)}));
    };
    let mut names = String::new();
    for path in all("lists") {
        let data = text(path)?;
        state(path, data.as_bytes());
        names.push_str(&data);
        names.push('\n');
    }
    let mut lists = conll::gazetteer(&names);
    if let Some(path) = args.get_one::<String>("clusters") {
        let data = text(path)?;
        state(path, data.as_bytes());
        let (coarse, words) = clusters::table(path, &data)?;
        lists.extend(cluster::write(&coarse, &words));
    }
    let given: Vec<&String> = all("gold").collect();
    let [path, texts] = given[..] else { return Err("--gold wants two files".into()) };
    let sheet = text(path)?;
    state(path, sheet.as_bytes());
    let articles = gold::read(path, &sheet, gold::texts(texts)?)?;
    let inventor = Inventor::new(&names, articles.iter().map(|a| a.text.as_str()));
    let mut models = Vec::new();
    for path in all("parts") {
        let packed = tools::read(path)?;
        state(path, &packed);
        models.push(packed::unpack(&packed).map_err(|e| tools::fail(path, e))?);
    }
    let parts = args.get_one::<usize>("of").copied().unwrap_or(models.len()).max(models.len());
    let opened: Vec<Model<'_>> = models
        .iter()
        .map(|m| Model::open(m).ok_or("a model file is not one of this version"))
        .collect::<Result<_, _>>()?;
    let mut lessons = Vec::new();
    for (i, article) in articles.into_iter().enumerate() {
        let part = i % parts;
        let Some(model) = opened.get(part) else { continue };
        let cases = score::candidates(&article, model, &lists)
            .into_iter()
            .filter_map(|(span, numbers)| Some(ChoiceCase { numbers, right: right(&article, span)? }))
            .collect();
        lessons.push(Lesson { article, part, cases });
    }
    drop(opened);
    Ok(ChoiceInputs { stated, lists, inventor, models, lessons })
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let float = |name: &str, default: f32| args.get_one(name).copied().unwrap_or(default);
    let (ridge, sure) = (float("ridge", 4.0), float("sure", 0.8));
    let folds = args.get_one("folds").copied().unwrap_or(5usize).max(2);
    let inputs = inputs(args)?;
    let cases: Vec<&ChoiceCase> = inputs.lessons.iter().flat_map(|l| &l.cases).collect();
    writeln!(context.err, "{} articles, {} candidates", inputs.lessons.len(), cases.len())?;
    let mut variants: Vec<(&str, Option<Variant>)> = vec![("as they are", None)];
    if args.get_flag("variants") {
        variants.extend(Variant::MEASURED.iter().map(|(name, v)| (*name, Some(*v))));
    }
    let mut totals = vec![[Score::default(), Score::default()]; variants.len()];
    for fold in 0..folds {
        let learnt = inputs.lessons.iter().enumerate().filter(|(i, _)| i % folds != fold);
        let learnt: Vec<&ChoiceCase> = learnt.flat_map(|(_, l)| &l.cases).collect();
        let model = learn(&learnt, ridge, sure);
        let model = ChoiceModel::open(&model).ok_or("weights that were just made cannot be read")?;
        for lesson in inputs.lessons.iter().enumerate().filter(|(i, _)| i % folds == fold).map(|x| x.1) {
            for ((_, variant), total) in variants.iter().zip(&mut totals) {
                let mut random = Random(0x9e37_79b9_7f4a_7c15);
                let other = variant.map(|v| variants::article(&lesson.article, v, &inputs.inventor, &mut random));
                let article = [other.as_ref().unwrap_or(&lesson.article)];
                for (total, choice) in total.iter_mut().zip([None, Some(&model)]) {
                    let steps = Steps::All(choice);
                    let score = score::articles(&inputs.models[lesson.part], &inputs.lists, &article, &steps);
                    total.add(score.ok_or("a model file is not one of this version")?);
                }
            }
        }
        writeln!(context.err, "part {} of {folds}", fold + 1)?;
    }
    let mut scores = Vec::new();
    for ((name, _), total) in variants.iter().zip(&totals) {
        for (chosen, score) in [false, true].into_iter().zip(total) {
            let mut row = row("annotated articles, left out", true, score);
            row["variant"] = json!(name);
            row["chosen"] = json!(chosen);
            row["names"] = sureness(score);
            writeln!(context.out, "{row}")?;
            scores.push(row);
        }
    }
    let Some(folder) = args.get_one::<PathBuf>("out") else { return Ok(()) };
    let packed = packed::pack(&learn(&cases, ridge, sure))?;
    let manifest = json!({
        "inputs": inputs.stated, "articles": inputs.lessons.len(), "candidates": cases.len(), "folds": folds,
        "options": {"ridge": plain(ridge), "sure": plain(sure)}, "scores": scores,
        "outputs": [{"file": "choice.bin.zst", "bytes": packed.len(), "sha256": sha256(&packed)}],
    });
    tools::write(folder.join("choice.bin.zst"), &packed)?;
    tools::write(folder.join("choice.json"), format!("{manifest:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::EntityKind;
    use crate::text::Span;
    use crate::train::entities::gold::GoldName;

    #[test]
    fn what_tells_names_apart_gets_the_weight_and_the_same_cases_make_the_same_bytes() {
        let case = |numbers: &[choice::Number], kind: usize| {
            let mut right = [false; KINDS + 1];
            right[kind] = true;
            ChoiceCase { numbers: numbers.to_vec(), right }
        };
        let cases: Vec<ChoiceCase> = (0..12)
            .flat_map(|n| [case(&[(1, 1.0), (7, n as f32)], 0), case(&[(2, 1.0), (7, n as f32)], KINDS)])
            .collect();
        let cases: Vec<&ChoiceCase> = cases.iter().collect();
        let bytes = learn(&cases, 0.1, 0.8);
        assert_eq!(bytes, learn(&cases, 0.1, 0.8));
        let model = ChoiceModel::open(&bytes).expect("just written");
        assert!(model.shares(&[(1, 1.0)])[0] > 0.7);
        assert!(model.shares(&[(2, 1.0)]).iter().sum::<f32>() < 0.3);
    }

    #[test]
    fn a_candidate_is_right_in_each_allowed_kind_and_nothing_is_learnt_where_either_way_is() {
        let name = |from, to, kinds: &[EntityKind], optional| GoldName {
            spans: vec![Span::new(from, to)],
            kinds: kinds.to_vec(),
            optional,
        };
        let article = Article {
            file: String::new(),
            text: "Lindal bat Orvane à Bramont".to_owned(),
            zone: Span::new(0, 22),
            names: vec![
                name(0, 6, &[EntityKind::Organisation, EntityKind::Place], false),
                name(11, 17, &[EntityKind::Place], true),
            ],
        };
        assert_eq!(right(&article, Span::new(0, 6)), Some([false, true, true, false, false]));
        assert_eq!(right(&article, Span::new(7, 10)), Some([false, false, false, false, true]));
        assert_eq!(right(&article, Span::new(11, 17)), None);
        assert_eq!(right(&article, Span::new(19, 27)), None);
    }
}
