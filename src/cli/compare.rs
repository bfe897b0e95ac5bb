//! `kiosque compare`.

use super::sides::{self, Read};
use super::{Context, Exit, Failure, Outcome, load};
use crate::corpus::Document;
use crate::notice::Notice;
use crate::story::{self, Comparison, EventCheck, Options, PassageKind};
use crate::text::{ScalarIndex, Span};
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
        .arg(Arg::new("b").value_name("B").required(true).value_parser(value_parser!(PathBuf)).help("Second article"))
}

/// Both articles. A process that compares two of them spends most of its time
/// making the word lists of each step at its first use: those for names and
/// facts are made while the articles are read.
fn both(args: &ArgMatches, context: &mut Context<'_>) -> Result<[Read; 2], Failure> {
    let path = |name: &str| args.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (a, b) = (path("a"), path("b"));
    let documents = |p: &PathBuf| load::documents(std::slice::from_ref(p));
    let (a_found, b_found) = std::thread::scope(|scope| {
        let warm = scope.spawn(sides::warm);
        let (a_found, b_found) = (documents(&a), documents(&b));
        // What fails on nothing fails on the articles too, and is said there.
        let _ = warm.join();
        (a_found, b_found)
    });
    let mut first = |(documents, notices): (Vec<Document>, Vec<Notice>), path: &PathBuf| {
        load::complain(&notices, context)?;
        let none = || Failure::Said(format!("{}: no article could be read there.", path.display()));
        documents.into_iter().next().ok_or_else(none)
    };
    let (a, b) = (first(a_found, &a)?, first(b_found, &b)?);
    let (a, b) = rayon::join(|| Read::new(a), || Read::new(b));
    Ok([a, b])
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let [a, b] = both(args, context)?;
    let options = Options {
        ignore_typography: !args.get_flag("typography"),
        ignore_case: !args.get_flag("case"),
        ignore_accents: !args.get_flag("accents"),
        floor: *args.get_one("floor").unwrap_or(&Options::default().floor),
    };
    let comparison = story::compare(a.side(), b.side(), &options);
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
