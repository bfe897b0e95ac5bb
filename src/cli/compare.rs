//! `kiosque compare`.

use super::sides::{self, Read};
use super::surroundings::Surroundings;
use super::{Context, Exit, Failure, Outcome, load};
use crate::corpus::Document;
use crate::story::pins::Pin;
use crate::story::versus::versus;
use crate::story::{self, Comparison, EventCheck, Options, PassageKind};
use crate::text::{ScalarIndex, Span};
use crate::triage::export::Format;
use crate::triage::export::table::{self, Table};
use crate::{entity, fact};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    Command::new("compare")
        .about("Compare two articles: passages, quotations, figures, names, findings")
        .long_about(
            "Compare two articles: shared passages in any order, quotations, figures, names and findings.\n\n\
             Exit code of the text and Markdown formats: 0 when nothing differs, 1 when something does, 2 when an \
             article cannot be read. The JSON format exits 0 or 2: differences are in the document itself.",
        )
        .arg(sides::format())
        .arg(Arg::new("case").long("case").action(ArgAction::SetTrue).help("Let upper and lower case differ"))
        .arg(Arg::new("accents").long("accents").action(ArgAction::SetTrue).help("Let accents differ"))
        .arg(
            Arg::new("typography")
                .long("typography")
                .action(ArgAction::SetTrue)
                .help("Let quotation marks, apostrophes, dashes and spaces differ"),
        )
        .arg(
            Arg::new("floor")
                .long("floor")
                .value_name("SCORE")
                .value_parser(value_parser!(f32))
                .help("List undecided pairs from this confidence on, 0 for all that were looked at"),
        )
        .arg(Arg::new("a").value_name("A").required(true).value_parser(value_parser!(PathBuf)).help("First article"))
        .arg(
            Arg::new("b")
                .value_name("B")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help("Second article; of several, each is set against the first in figures"),
        )
}

fn one(args: &ArgMatches, name: &str, context: &mut Context<'_>) -> Result<Document, Failure> {
    let path = args.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (documents, notices) = load::documents(std::slice::from_ref(&path));
    load::complain(&notices, context)?;
    let first = documents.into_iter().next();
    first.ok_or_else(|| Failure::Said(format!("{}: no article could be read there.", path.display())))
}

/// Both articles; the word lists are read while the files are, and the two
/// articles are looked at side by side, for in so short a run that is most of
/// the time.
fn both(args: &ArgMatches, context: &mut Context<'_>) -> Result<(Read, Read), Failure> {
    let (a, b) = std::thread::scope(|scope| {
        scope.spawn(|| {
            fact::prepare();
            entity::prepare();
        });
        Ok::<_, Failure>((one(args, "a", context)?, one(args, "b", context)?))
    })?;
    Ok(rayon::join(|| Read::new(a), || Read::new(b)))
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
    let (a, b) = both(args, context)?;
    let (_, triage) = Surroundings::with_triage(args, context)?;
    let pins: Vec<Pin> = triage.pins(a.document.key, b.document.key).into_iter().map(Pin::from).collect();
    let comparison = story::compare(a.side(), b.side(), &options);
    let comparison = story::pins::pinned(comparison, &pins, a.side(), b.side(), &options);
    match sides::chosen(args) {
        "json" => {
            serde_json::to_writer(&mut *context.out, &to_json(&comparison, &a.document, &b.document))?;
            writeln!(context.out)?;
            return Ok(Exit::Done);
        }
        format => sheet(&comparison, &a, &b, format == "md", context)?,
    }
    let equal = comparison.passages.iter().all(|p| p.kind == PassageKind::Identical && !p.moved)
        && comparison.only_a.is_empty()
        && comparison.only_b.is_empty();
    Ok(if equal { Exit::Done } else { Exit::Nothing })
}

/// The first article against each of several others, in figures.
fn against_all(args: &ArgMatches, options: &Options, context: &mut Context<'_>) -> Outcome {
    let reference = Read::new(one(args, "a", context)?);
    let paths: Vec<PathBuf> = args.get_many::<PathBuf>("b").into_iter().flatten().cloned().collect();
    let (others, missing) = sides::read(&paths, context)?;
    let all: Vec<&Read> = [&reference].into_iter().chain(&others).collect();
    let sides: Vec<story::Side<'_>> = all.iter().map(|r| r.side()).collect();
    let found = versus(&sides, 0, options);
    let out = &mut *context.out;
    if sides::chosen(args) == "json" {
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
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        let heads =
            ["", "shared of A", "shared of B", "quotes =", "quotes ≠", "figures ≠", "only A", "only B", "event"];
        let rows = found.iter().map(|v| {
            let event = if v.events.differs() { "another" } else { "" };
            let counts = [v.quotes_same, v.quotes_differ, v.figures_differ, v.only_reference, v.only_other];
            let mut row = vec![all[v.document].name(), percent(v.shared_reference), percent(v.shared)];
            row.extend(counts.map(|n| n.to_string()));
            row.push(event.to_owned());
            row
        });
        let words = Table {
            title: format!("A {}", reference.name()),
            lines: Vec::new(),
            heads: heads.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        };
        let format = if sides::chosen(args) == "md" { Format::Markdown } else { Format::Plain };
        out.write_all(table::print(format, &words, &[]).as_bytes())?;
    }
    Ok(if missing { Exit::Partial } else { Exit::Done })
}

/// The comparison as a sheet to read.
fn sheet(c: &Comparison, a: &Read, b: &Read, md: bool, context: &mut Context<'_>) -> std::io::Result<()> {
    let out = &mut *context.out;
    let (h1, h2, item) = if md { ("# ", "## ", "- ") } else { ("", "", "  ") };
    let text = |r: &Read, s: Span| sides::one_line(s.of(&r.document.text));
    writeln!(out, "{h1}A {}  |  B {}\n", a.name(), b.name())?;
    writeln!(
        out,
        "{:.0} % of A and {:.0} % of B have a counterpart; {} passages, {} formulas not counted.",
        c.shared_a * 100.0,
        c.shared_b * 100.0,
        c.passages.len(),
        c.formulas
    )?;
    if let EventCheck::Different { reason, .. } = &c.events {
        writeln!(out, "The two report different events: {reason}.")?;
    }
    writeln!(out, "\n{h2}Findings\n")?;
    for f in &c.findings {
        writeln!(out, "{item}{}", f.sentence)?;
    }
    writeln!(out, "\n{h2}Passages\n")?;
    for p in &c.passages {
        let moved = if p.moved { ", elsewhere in the text" } else { "" };
        let reasons: Vec<String> = p.reasons.iter().map(ToString::to_string).collect();
        writeln!(out, "{item}{}{moved} ({:.2}: {})", p.kind.name(), p.score, reasons.join("; "))?;
        writeln!(out, "    A: {}\n    B: {}", text(a, p.a), text(b, p.b))?;
    }
    for (name, r, spans) in [("A", a, &c.only_a), ("B", b, &c.only_b)] {
        writeln!(out, "\n{h2}Only in {name}: not found in the other by this method\n")?;
        for &s in spans {
            writeln!(out, "{item}{}", text(r, s))?;
        }
    }
    if !c.quotes.shared.is_empty() {
        writeln!(out, "\n{h2}Quotations in both\n")?;
    }
    for q in &c.quotes.shared {
        writeln!(out, "{item}{}: A “{}” / B “{}”", q.relation.name(), text(a, q.a), text(b, q.b))?;
    }
    let names = &c.entities;
    writeln!(out, "\n{h2}Names\n")?;
    for (what, list) in [("both", &names.both), ("only A", &names.only_a), ("only B", &names.only_b)] {
        writeln!(out, "{item}{what}: {}", list.join(", "))?;
    }
    writeln!(out, "\n{} possible links below the bar.", c.undecided.len())
}

fn to_json(c: &Comparison, a: &Document, b: &Document) -> Value {
    let (ia, ib) = (ScalarIndex::new(&a.text), ScalarIndex::new(&b.text));
    let at = |index: &ScalarIndex<'_>, s: Span| {
        let (start, end) = index.span(s);
        json!({"start": start, "end": end})
    };
    let sa = |s: Span| at(&ia, s);
    let sb = |s: Span| at(&ib, s);
    json!({
        "schema": SCHEMA,
        "alignments": c.passages.iter().map(|p| json!({
            "a": sa(p.a), "b": sb(p.b), "kind": p.kind.name(), "score": p.score, "moved": p.moved,
            "reasons": p.reasons.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "words": {"only_a": p.words.only_a.iter().map(|&s| sa(s)).collect::<Vec<_>>(),
                      "only_b": p.words.only_b.iter().map(|&s| sb(s)).collect::<Vec<_>>()},
            "links": p.links.iter().map(|l| json!({
                "a": sa(l.a), "b": sb(l.b), "kind": l.kind.name(), "score": l.score, "evidence": l.evidence,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "only_a": c.only_a.iter().map(|&s| sa(s)).collect::<Vec<_>>(),
        "only_b": c.only_b.iter().map(|&s| sb(s)).collect::<Vec<_>>(),
        "quotes": {
            "shared": c.quotes.shared.iter().map(|q| json!({
                "a": sa(q.a), "b": sb(q.b), "relation": q.relation.name(),
                "speaker_a": q.speaker_a, "speaker_b": q.speaker_b,
            })).collect::<Vec<_>>(),
            "only_a": c.quotes.only_a.iter().map(|&s| sa(s)).collect::<Vec<_>>(),
            "only_b": c.quotes.only_b.iter().map(|&s| sb(s)).collect::<Vec<_>>(),
        },
        "figures": {
            "shared": c.figures.shared.iter().map(|f| json!({"a": sa(f.a), "b": sb(f.b)})).collect::<Vec<_>>(),
            "differing": c.figures.differing.iter().map(|f| json!({"a": sa(f.a), "b": sb(f.b)})).collect::<Vec<_>>(),
        },
        "entities": c.entities,
        "findings": c.findings.iter().map(|f| json!({
            "kind": f.kind.name(), "a": f.a.map(sa), "b": f.b.map(sb),
            "again": f.again.map(|s| if f.a.is_some() { sa(s) } else { sb(s) }), "sentence": f.sentence,
        })).collect::<Vec<_>>(),
        "undecided": c.undecided.iter().map(|u| json!({"a": sa(u.a), "b": sb(u.b), "score": u.score, "evidence": u.evidence})).collect::<Vec<_>>(),
        "events": c.events,
        "reversed": c.reversed,
        "formulas": c.formulas,
        "similarity": c.similarity,
        "shared_a": c.shared_a,
        "shared_b": c.shared_b,
    })
}
