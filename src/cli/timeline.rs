//! `kiosque timeline`.

use super::given;
use super::matrix;
use super::outcome::{Context, Exit, Outcome};
use crate::job;
use crate::story::Side;
use crate::story::timeline::{Entry, timeline};
use crate::text::{ScalarIndex, Span, squeezed};
use crate::triage::export::table;
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON printed here.
const SCHEMA: u32 = 2;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(
        Command::new("timeline")
            .about(lang.text(msg::CLI_TIMELINE_ABOUT))
            .arg(matrix::table_format(lang))
            .arg(matrix::story_argument(lang))
            .arg(Arg::new("days").long("days").action(ArgAction::SetTrue).help(lang.text(msg::CLI_TIMELINE_DAYS))),
        lang,
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
    if matrix::is_drawn(args) {
        let plot = job::volume(&read, &matrix::story_title(&read), context.lang);
        matrix::draw(&plot, args, context)?;
        return Ok(Exit::of(read.documents.len(), missing, !read.documents.is_empty()));
    }
    let entries = timeline(&sides);
    match matrix::printed(args) {
        None => {
            let indices: Vec<ScalarIndex<'_>> =
                read.documents.iter().map(|d| ScalarIndex::new(&d.document.text)).collect();
            let at = |e: &Entry, s: Span| indices[e.document].span(s);
            let rows = read.coverage.matrix.rows.iter();
            let out = json!({
                "schema": SCHEMA,
                "documents": read.documents.iter().map(|d| d.document.place.to_string()).collect::<Vec<_>>(),
                "left_out": read.left_out,
                "reports": matrix::reports(&read),
                "compared": read.coverage.compared(),
                "facts": rows.map(|r| {
                    let central = &read.documents[read.coverage.reports[r.document].shown];
                    squeezed(r.span.of(&central.document.text))
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
            let lang = matrix::table_language(format, context);
            let words =
                if args.get_flag("days") { job::days(&read, &entries, lang) } else { job::chronology(&read, lang) };
            context.out.write_all(table::print_within(columns(), format, &words, &[]).as_bytes())?;
        }
    }
    Ok(Exit::of(read.documents.len(), missing, !read.documents.is_empty()))
}

/// Columns beyond which lines are hard to read.
const WIDEST: usize = 100;

/// Columns of the terminal that is printed on, as far as lines stay readable; a page's elsewhere.
fn columns() -> usize {
    #[cfg(feature = "tui")]
    let wide = crate::term::columns().map_or(table::COLUMNS, |wide| wide.min(WIDEST));
    #[cfg(not(feature = "tui"))]
    let wide = table::COLUMNS.min(WIDEST);
    wide
}
