//! `kiosque compare`.

use super::given::Given;
use super::load;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::reading;
use super::sides::{self, Read};
use super::surroundings::Surroundings;
use crate::app::view::version_words;
use crate::corpus::{DocId, Document, Histories, Version};
use crate::job::{self, How, Reach};
use crate::store::live;
use crate::story::one_to_many::one_to_many;
use crate::story::{self, Comparison, FigurePair, Finding, Options, PassageKind, Reason, Teller};
use crate::text::{ScalarIndex, Span};
use crate::triage::Target;
use crate::triage::export::table::{self, Table};
use crate::triage::export::{self, Format};
use crate::words::{Lang, Number, msg};
use crate::{entity, fact};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("compare")
        .about(lang.text(msg::CLI_COMPARE_ABOUT))
        .long_about(lang.text(msg::CLI_COMPARE_LONG_ABOUT))
        .arg(sides::format(lang))
        .arg(flag("case", lang.text(msg::CLI_COMPARE_CASE)))
        .arg(flag("accents", lang.text(msg::CLI_COMPARE_ACCENTS)))
        .arg(flag("typography", lang.text(msg::CLI_COMPARE_TYPOGRAPHY)))
        .arg(
            Arg::new("floor")
                .long("floor")
                .value_name(lang.text(msg::CLI_VALUE_SCORE))
                .value_parser(move |s: &str| s.parse::<f32>().map_err(|_| lang.text(msg::CLI_NOT_A_SCORE)))
                .help(lang.text(msg::CLI_COMPARE_FLOOR)),
        )
        .arg(flag("exit-code", lang.text(msg::CLI_COMPARE_EXIT_CODE)))
        .arg(
            Arg::new("a")
                .value_name("A")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.text(msg::CLI_COMPARE_A)),
        )
        .arg(
            Arg::new("b")
                .value_name("B")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(lang.text(msg::CLI_COMPARE_B)),
        )
}

fn one(args: &ArgMatches, name: &str, context: &mut Context<'_>) -> Result<Document, Failure> {
    let path = args.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (documents, notices) = Given::paths(vec![path.clone()])?.corrected(args, context)?.documents(&context.progress);
    context.complain(&notices)?;
    let first = documents.into_iter().next();
    if let Some(document) = &first {
        context.complain(&document.notices)?;
    }
    first.ok_or_else(|| msg::cli_no_article(reading::shown(&path)).into())
}

/// Both articles; the word lists are read while the files are, and the two
/// articles are looked at side by side, for in so short a run that is most of
/// the time.
fn both(args: &ArgMatches, context: &mut Context<'_>) -> Result<((Read, Read), bool), Failure> {
    let (a, b) = std::thread::scope(|scope| {
        scope.spawn(|| {
            fact::prepare();
            entity::prepare();
        });
        Ok::<_, Failure>((one(args, "a", context)?, one(args, "b", context)?))
    })?;
    let names = sides::names(args, context)?;
    let (a, b) = rayon::join(|| Read::new(a, &names), || Read::new(b, &names));
    let missing = sides::complain([&a, &b], context)?;
    Ok(((a, b), missing))
}

/// Which versions both are, where they are versions of one article; others of it may stand
/// beside them.
fn editions(args: &ArgMatches, a: &Document, b: &Document, context: &Context<'_>) -> Option<(Version, Version)> {
    let given = ["a", "b"].into_iter().filter_map(|name| args.get_one::<PathBuf>(name));
    let mut beside: Vec<PathBuf> = given.clone().flat_map(|path| live::versions_beside(path)).collect();
    beside.retain(|path| given.clone().all(|named| named != path));
    beside.sort();
    beside.dedup();
    let others = if beside.is_empty() { Vec::new() } else { Given::paths(beside).ok()?.documents(&context.progress).0 };
    // Where no order is stated it is that of the names, as in a folder.
    let mut all: Vec<&Document> = [a, b].into_iter().chain(&others).collect();
    all.sort_by_key(|d| d.place.to_string());
    let number = |of: &Document| (0..).map(DocId).zip(&all).find(|(_, d)| std::ptr::eq(**d, of)).map(|(id, _)| id);
    let (a, b) = (number(a)?, number(b)?);
    let histories = Histories::of_documents(all);
    let same = Arc::ptr_eq(histories.get(a)?, histories.get(b)?);
    Some((histories.version(a)?, histories.version(b)?)).filter(|_| same)
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let options = Options {
        ignore_typography: !args.get_flag("typography"),
        ignore_case: !args.get_flag("case"),
        ignore_accents: !args.get_flag("accents"),
        floor: *args.get_one("floor").unwrap_or(&Options::default().floor),
    };
    if args.get_many::<PathBuf>("b").is_some_and(|b| b.len() > 1) {
        return against_all(args, &options, context);
    }
    let ((a, b), missing) = both(args, context)?;
    let (_, triage) = Surroundings::with_triage(args, context)?;
    let (key_a, key_b) = (a.document.key, b.document.key);
    let pins = triage.pins(key_a, key_b).into_iter().map(Into::into).collect();
    let compared = job::compare(a.analysed(), b.analysed(), &How { options, pins });
    let (a, b) = (&*compared.a.document, &*compared.b.document);
    let versions = editions(args, a, b, context);
    match load::chosen(args) {
        "json" => {
            let mut value = to_json(&compared.comparison, a, b);
            value["versions"] = json!(versions.map(|(a, b)| json!({ "a": a, "b": b })));
            serde_json::to_writer(&mut *context.out, &value)?;
            writeln!(context.out)?;
        }
        format => {
            let lang = context.lang;
            let statuses = [triage.status(&key_a), triage.status(&key_b)];
            let notes = &triage.status_of(&Target::pair(key_a, key_b)).notes;
            let mut sheet = job::sheet(&compared, statuses, notes, Reach::Whole, lang);
            if let Some((of_a, of_b)) = versions {
                let [of_a, of_b] = [of_a, of_b].map(|version| version_words(version, lang));
                sheet.summary.insert(0, lang.say(msg::cli_compare_versions(of_a, of_b)));
            }
            let format = if format == "md" { Format::Markdown } else { Format::Plain };
            context.out.write_all(export::sheet::print(format, &sheet, lang).as_bytes())?;
        }
    }
    Ok(ending(args, missing, || is_equal(&compared.comparison)))
}

fn is_equal(c: &Comparison) -> bool {
    c.passages.iter().all(|p| p.kind == PassageKind::Identical && !p.moved)
        && c.only_a.is_empty()
        && c.only_b.is_empty()
}

/// Differences are what a comparison looks for: they fail only a run that asks
/// for it.
fn ending(args: &ArgMatches, missing: bool, equal: impl Fn() -> bool) -> Exit {
    Exit::of(1, missing, !args.get_flag("exit-code") || equal())
}

/// The first article against each of several others, in figures.
fn against_all(args: &ArgMatches, options: &Options, context: &mut Context<'_>) -> Outcome {
    let names = sides::names(args, context)?;
    let reference = Read::new(one(args, "a", context)?, &names);
    let paths: Vec<PathBuf> = args.get_many::<PathBuf>("b").into_iter().flatten().cloned().collect();
    let (documents, notices) = Given::paths(paths)?.corrected(args, context)?.documents(&context.progress);
    let unread = context.complain(&notices)?;
    let unfound = sides::complain([&reference], context)?;
    let (others, failed) = sides::analysed(documents, &names, context)?;
    let missing = unread || unfound || failed;
    let all: Vec<&Read> = [&reference].into_iter().chain(&others).collect();
    let sides: Vec<story::Side<'_>> = all.iter().map(|r| r.side()).collect();
    let found = one_to_many(&sides, 0, options);
    let lang = context.lang;
    let out = &mut *context.out;
    if load::chosen(args) == "json" {
        let rows = found.iter().map(|v| {
            let mut row = serde_json::to_value(v).unwrap_or_default();
            row["document"] = json!(all[v.document].document.place.to_string());
            row
        });
        let reference = reference.document.place.to_string();
        let rows: Vec<Value> = rows.collect();
        serde_json::to_writer(&mut *out, &json!({"schema": SCHEMA, "reference": reference, "others": rows}))?;
        writeln!(out)?;
    } else {
        let percent = |share: f64| lang.say(msg::cli_percent(percent(share)));
        let heads = [
            msg::CLI_COMPARE_SHARED_A,
            msg::CLI_COMPARE_SHARED_B,
            msg::CLI_COMPARE_QUOTES_SAME,
            msg::CLI_COMPARE_QUOTES_DIFFER,
            msg::CLI_COMPARE_FIGURES_DIFFER,
            msg::CLI_COMPARE_ONLY_A,
            msg::CLI_COMPARE_ONLY_B,
            msg::CLI_COMPARE_EVENT,
        ];
        let rows = found.iter().map(|v| {
            let event = if v.events.differs() { lang.text(msg::CLI_COMPARE_ANOTHER_EVENT) } else { "" };
            let counts = [v.quotes_same, v.quotes_differ, v.figures_differ, v.only_reference, v.only_other];
            let mut row = vec![all[v.document].name(), percent(v.shared_reference), percent(v.shared)];
            row.extend(counts.map(|n| n.to_string()));
            row.push(event.to_owned());
            row
        });
        let words = Table {
            title: format!("A {}", reference.name()),
            lines: Vec::new(),
            heads: [""].into_iter().chain(heads.map(|h| lang.text(h))).map(str::to_owned).collect(),
            rows: rows.collect(),
            told: Vec::new(),
        };
        let format = if load::chosen(args) == "md" { Format::Markdown } else { Format::Plain };
        out.write_all(table::print(format, &words, &[]).as_bytes())?;
    }
    let equal = || others.iter().all(|o| is_equal(&story::compare(reference.side(), o.side(), options)));
    Ok(ending(args, missing, equal))
}

fn percent(share: f64) -> Number {
    Number::from(story::percent(share))
}

fn to_json(c: &Comparison, a: &Document, b: &Document) -> Value {
    let (ia, ib) = (ScalarIndex::new(&a.text), ScalarIndex::new(&b.text));
    let sa = |s: Span| ia.span(s);
    let sb = |s: Span| ib.span(s);
    let name = |t: &Option<Teller>| t.as_ref().map(|t| t.name.clone());
    let pair = |f: &FigurePair| json!({"a": sa(f.a), "b": sb(f.b)});
    let doubtful = |t: &Option<Teller>| t.as_ref().is_some_and(|t| t.doubtful);
    let finding = |f: &Finding| {
        let again = f.again.map(|s| if f.a.is_some() { sa(s) } else { sb(s) });
        json!({
            "kind": f.kind.name(), "weight": f.weight.name(), "a": f.a.map(sa), "b": f.b.map(sb), "again": again,
            "sentence": f.sentence,
        })
    };
    json!({
        "schema": SCHEMA,
        "alignments": c.passages.iter().map(|p| json!({
            "a": sa(p.a), "b": sb(p.b), "kind": p.kind.name(), "grade": p.grade.name(), "score": p.score, "moved": p.moved,
            "reasons": p.reasons.iter().map(Reason::message).collect::<Vec<_>>(),
            "words": {"only_a": p.words.only_a.iter().map(|&s| sa(s)).collect::<Vec<_>>(),
                      "only_b": p.words.only_b.iter().map(|&s| sb(s)).collect::<Vec<_>>()},
            "links": p.links.iter().map(|l| json!({
                "a": sa(l.a), "b": sb(l.b), "kind": l.kind.name(), "grade": l.grade.name(), "score": l.score, "evidence": l.evidence,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "only_a": c.only_a.iter().map(|&s| sa(s)).collect::<Vec<_>>(),
        "only_b": c.only_b.iter().map(|&s| sb(s)).collect::<Vec<_>>(),
        "quotes": {
            "shared": c.quotes.shared.iter().map(|q| json!({
                "a": sa(q.a), "b": sb(q.b), "relation": q.relation.name(),
                "speaker_a": name(&q.speaker_a), "doubtful_a": doubtful(&q.speaker_a),
                "speaker_b": name(&q.speaker_b), "doubtful_b": doubtful(&q.speaker_b),
            })).collect::<Vec<_>>(),
            "only_a": c.quotes.only_a.iter().map(|&s| sa(s)).collect::<Vec<_>>(),
            "only_b": c.quotes.only_b.iter().map(|&s| sb(s)).collect::<Vec<_>>(),
        },
        "figures": {
            "shared": c.figures.shared.iter().map(pair).collect::<Vec<_>>(),
            "differing": c.figures.differing.iter().map(|f| json!({"a": sa(f.a), "b": sb(f.b), "told": c.is_told(f)})).collect::<Vec<_>>(),
            "doubtful": c.figures.doubtful.iter().map(pair).collect::<Vec<_>>(),
        },
        "entities": c.entities,
        "findings": c.findings.iter().map(finding).collect::<Vec<_>>(),
        "doubtful": c.doubtful.iter().map(finding).collect::<Vec<_>>(),
        "undecided": c.undecided.iter().map(|u| json!({
            "a": sa(u.a), "b": sb(u.b), "grade": u.grade.map(story::Grade::name), "score": u.score, "evidence": u.evidence,
        })).collect::<Vec<_>>(),
        "events": c.events,
        "reversed": c.reversed,
        "formulas": c.formulas,
        "similarity": c.similarity,
        "shared_a": c.shared_a,
        "shared_b": c.shared_b,
    })
}
