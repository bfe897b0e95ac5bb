//! `kiosque brief`.

use super::{Context, Exit, Failure, Outcome, load, sides};
use crate::story::Side;
use crate::story::brief::{Item, brief};
use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use serde_json::json;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;
/// Facts printed for one story.
const FACTS: usize = 6;

/// The arguments.
pub fn command() -> Command {
    load::arguments(
        Command::new("brief")
            .about("What was reported since a day, story by story, with what differs and who alone says what")
            .arg(sides::format())
            .arg(
                Arg::new("since")
                    .long("since")
                    .value_name("DATE")
                    .help("Stories with a report from this day on, as 2024-06-19"),
            ),
    )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let since = match args.get_one::<String>("since") {
        None => None,
        Some(s) => Some(
            s.parse::<Date>().map_err(|_| Failure::Said(format!("--since {s}: not a day; write it as 2024-06-19.")))?,
        ),
    };
    let options = sides::by_hand(args, context)?;
    let (read, missing) = sides::read(&load::paths(args)?, context)?;
    let all: Vec<Side<'_>> = read.iter().map(sides::Read::side).collect();
    let items = brief(&all, since, &options);
    match sides::chosen(args) {
        "json" => {
            let out = json!({
                "schema": SCHEMA,
                "documents": read.iter().map(|r| r.document.place.to_string()).collect::<Vec<_>>(),
                "stories": items.iter().map(|i| json!({
                    "id": i.id, "title": i.title, "documents": i.documents, "reprints": i.reprints,
                    "differences": i.differences,
                    "facts": i.matrix.rows.iter().map(|r| json!({
                        "text": fact(i, r.document, r.span, &read), "origins": r.origins, "attributed": r.attributed,
                        "cells": r.cells.iter().map(|c| c.state.name()).collect::<Vec<_>>(),
                    })).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
            });
            serde_json::to_writer(&mut *context.out, &out)?;
            writeln!(context.out)?;
        }
        format => {
            for i in &items {
                print(i, &read, format == "md", context)?;
            }
        }
    }
    Ok(if missing {
        Exit::Partial
    } else if items.is_empty() {
        Exit::Nothing
    } else {
        Exit::Done
    })
}

fn fact(item: &Item, document: usize, span: crate::text::Span, read: &[sides::Read]) -> String {
    let index = item.documents.get(document).copied().unwrap_or_default();
    sides::one_line(span.of(&read[index].document.text))
}

fn print(i: &Item, read: &[sides::Read], md: bool, context: &mut Context<'_>) -> std::io::Result<()> {
    let out = &mut *context.out;
    let (head, item) = if md { ("## ", "- ") } else { ("", "  ") };
    writeln!(out, "{head}{}\n", i.title)?;
    let names: Vec<String> = i.documents.iter().map(|&d| read[d].name()).collect();
    writeln!(out, "{item}reports: {}", names.join(", "))?;
    for r in &i.reprints {
        let names: Vec<String> = r.iter().map(|&d| read[d].name()).collect();
        writeln!(out, "{item}one text ×{}: {}", r.len(), names.join(", "))?;
    }
    let several = i.documents.len() > 1;
    for r in i.matrix.rows.iter().filter(|r| !several || r.documents() > 1).take(FACTS) {
        let origins = r.origins.join(", ");
        writeln!(
            out,
            "{item}{} ({} reports; {} origins: {origins})",
            fact(i, r.document, r.span, read),
            r.documents(),
            r.origins.len()
        )?;
    }
    for r in i.matrix.rows.iter().filter(|r| several && r.documents() == 1).take(FACTS) {
        let name = i.documents.get(r.document).map_or_else(String::new, |&d| read[d].name());
        writeln!(out, "{item}only {name}: {}", fact(i, r.document, r.span, read))?;
    }
    for d in &i.differences {
        writeln!(out, "{item}A {}, B {}: {}", read[d.a].name(), read[d.b].name(), d.sentence)?;
    }
    writeln!(out)
}
