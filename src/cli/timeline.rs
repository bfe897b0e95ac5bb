//! `kiosque timeline`.

use super::surroundings::Surroundings;
use super::{Context, Exit, Outcome, load, matrix, sides};
use crate::job;
use crate::story::Side;
use crate::story::timeline::{Entry, timeline};
use crate::text::{ScalarIndex, Span};
use crate::triage::export::table;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON printed here.
const SCHEMA: u32 = 2;

/// The arguments.
pub fn command() -> Command {
    load::arguments(
        Command::new("timeline")
            .about("The reports of one story in order of time: what each is the first to say, whom it names")
            .arg(matrix::table_format())
            .arg(
                Arg::new("days")
                    .long("days")
                    .action(ArgAction::SetTrue)
                    .help("The days that the reports tell of instead, each with its sentence"),
            ),
    )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (read, missing) = matrix::read(args, context)?;
    let sides: Vec<Side<'_>> = read
        .documents
        .iter()
        .map(|d| Side { document: &d.document, entities: &d.analysis.entities, facts: &d.analysis.facts })
        .collect();
    let entries = timeline(&sides);
    let language = Surroundings::find(args)?.language;
    match matrix::printed(args) {
        None => {
            let indices: Vec<ScalarIndex<'_>> =
                read.documents.iter().map(|d| ScalarIndex::new(&d.document.text)).collect();
            let at = |e: &Entry, s: Span| {
                let (start, end) = indices[e.document].span(s);
                json!({"start": start, "end": end})
            };
            let rows = read.coverage.matrix.rows.iter();
            let out = json!({
                "schema": SCHEMA,
                "documents": read.documents.iter().map(|d| d.document.place.to_string()).collect::<Vec<_>>(),
                "reports": matrix::reports(&read),
                "facts": rows.map(|r| {
                    let central = &read.documents[read.coverage.reports[r.document].shown];
                    sides::one_line(r.span.of(&central.document.text))
                }).collect::<Vec<_>>(),
                "entries": entries.iter().map(|e| json!({
                    "day": e.day, "kind": e.kind, "document": read.documents[e.document].document.place.to_string(),
                    "date": e.date.map(|s| at(e, s)), "sentence": e.sentence.map(|s| at(e, s)),
                })).collect::<Vec<_>>(),
            });
            serde_json::to_writer(&mut *context.out, &out)?;
            writeln!(context.out)?;
        }
        Some(format) => {
            let words = if args.get_flag("days") {
                job::days(&read, &entries, language)
            } else {
                job::chronology(&read, language)
            };
            context.out.write_all(table::print(format, &words, &[]).as_bytes())?;
        }
    }
    Ok(if missing {
        Exit::Partial
    } else if read.documents.is_empty() {
        Exit::Nothing
    } else {
        Exit::Done
    })
}
