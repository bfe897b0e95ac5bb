//! `kiosque compare`.

use super::{Context, Exit, Failure, Outcome, load};
use crate::corpus::Document;
use crate::story::{self, Comparison, Options, Side};
use crate::text::{ScalarIndex, Span};
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
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["text", "md", "json"])
                .default_value("text")
                .help("What to print"),
        )
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

fn one(args: &ArgMatches, name: &str, context: &mut Context<'_>) -> Result<Document, Failure> {
    let path = args.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (documents, notices) = load::documents(std::slice::from_ref(&path));
    for n in &notices {
        writeln!(context.err, "kiosque: {n}")?;
    }
    documents
        .into_iter()
        .next()
        .ok_or_else(|| Failure::Said(format!("{}: no article could be read there.", path.display())))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (a, b) = (one(args, "a", context)?, one(args, "b", context)?);
    let (ea, eb) = (entity::find(&a), entity::find(&b));
    let (fa, fb) = (fact::find(&a, &ea), fact::find(&b, &eb));
    let options = Options {
        ignore_typography: !args.get_flag("typography"),
        ignore_case: !args.get_flag("case"),
        ignore_accents: !args.get_flag("accents"),
        floor: *args.get_one("floor").unwrap_or(&Options::default().floor),
    };
    let comparison = story::compare(
        Side { document: &a, entities: &ea, facts: &fa },
        Side { document: &b, entities: &eb, facts: &fb },
        &options,
    );
    let json = args.get_one::<String>("format").is_some_and(|f| f == "json");
    if json {
        serde_json::to_writer(&mut *context.out, &to_json(&comparison, &a, &b))?;
        writeln!(context.out)?;
        return Ok(Exit::Done);
    }
    Ok(Exit::Done)
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
