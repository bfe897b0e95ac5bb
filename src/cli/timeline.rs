//! `kiosque timeline`.

use super::{Context, Exit, Outcome, load, sides};
use crate::story::Side;
use crate::story::timeline::{Entry, EntryKind, timeline};
use crate::text::ScalarIndex;
use clap::{ArgMatches, Command};
use serde_json::json;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    load::arguments(
        Command::new("timeline").about("The dates of one story in order, each with its sentence").arg(sides::format()),
    )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (read, missing) = sides::read(&load::paths(args)?, context)?;
    let all: Vec<Side<'_>> = read.iter().map(sides::Read::side).collect();
    let entries = timeline(&all);
    let said = |e: &Entry| {
        let text = &read[e.document].document.text;
        e.sentence.or(e.date).map_or_else(|| "published".to_owned(), |s| sides::one_line(s.of(text)))
    };
    match sides::chosen(args) {
        "json" => {
            let indices: Vec<ScalarIndex<'_>> = read.iter().map(|r| ScalarIndex::new(&r.document.text)).collect();
            let at = |e: &Entry, s| {
                let (start, end) = indices[e.document].span(s);
                json!({"start": start, "end": end})
            };
            let out = json!({
                "schema": SCHEMA,
                "entries": entries.iter().map(|e| json!({
                    "day": e.day, "kind": e.kind, "document": read[e.document].document.place.to_string(),
                    "date": e.date.map(|s| at(e, s)), "sentence": e.sentence.map(|s| at(e, s)), "text": said(e),
                })).collect::<Vec<_>>(),
            });
            serde_json::to_writer(&mut *context.out, &out)?;
            writeln!(context.out)?;
        }
        format => {
            let item = if format == "md" { "- " } else { "" };
            for e in &entries {
                let sign = if e.kind == EntryKind::Published { '■' } else { '·' };
                writeln!(context.out, "{item}{} {sign} {}: {}", e.day, read[e.document].name(), said(e))?;
            }
        }
    }
    Ok(if missing {
        Exit::Partial
    } else if entries.is_empty() {
        Exit::Nothing
    } else {
        Exit::Done
    })
}
