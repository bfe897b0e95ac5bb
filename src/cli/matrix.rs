//! `kiosque matrix`.

use super::surroundings::Surroundings;
use super::{Context, Exit, Failure, Outcome, load, sides};
use crate::corpus::DocId;
use crate::job::{self, Candidate, TextAccess, TextOptions, WhoSays};
use crate::story::coverage::{Order, Report, Show};
use crate::text::{ScalarIndex, Span, fold};
use crate::triage::Status;
use crate::triage::export::{Format, table};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::sync::Arc;

/// Version of the JSON printed here.
const SCHEMA: u32 = 2;

/// The arguments.
pub fn command() -> Command {
    load::arguments(
        Command::new("matrix")
            .about("Who says what: the facts of one story against its texts, with independent origins")
            .long_about(
                "Who says what: the facts of one story against its texts, with independent origins.\n\n\
                 A text that several outlets print is one column and one origin.",
            )
            .arg(table_format())
            .arg(
                Arg::new("order")
                    .long("order")
                    .value_parser(["origins", "time", "text"])
                    .default_value("origins")
                    .help("Facts of most origins first, as they became known, or as the first report tells them"),
            )
            .arg(Arg::new("alone").long("alone").action(ArgAction::SetTrue).help("Only facts that one text alone has"))
            .arg(
                Arg::new("differing")
                    .long("differing")
                    .action(ArgAction::SetTrue)
                    .conflicts_with("alone")
                    .help("Only facts that reports give differently"),
            )
            .arg(
                Arg::new("omitted")
                    .long("omitted-by")
                    .value_name("OUTLET")
                    .conflicts_with_all(["alone", "differing"])
                    .help("Only facts that the text of OUTLET does not have; a number counts columns from 1"),
            ),
    )
}

/// The argument that chooses how a table is printed.
pub(super) fn table_format() -> Arg {
    Arg::new("format")
        .long("format")
        .value_parser(["text", "md", "csv", "json"])
        .default_value("text")
        .help("What to print: plain text, Markdown, CSV or JSON")
}

/// The formats that a table is printed in without further ado.
pub(super) fn printed(args: &ArgMatches) -> Option<Format> {
    match sides::chosen(args) {
        "json" => None,
        "md" => Some(Format::Markdown),
        "csv" => Some(Format::Csv),
        _ => Some(Format::Plain),
    }
}

/// Reads the articles of a story and lays them against each other. The second
/// value is true when something is missing.
pub(super) fn read(args: &ArgMatches, context: &mut Context<'_>) -> Result<(WhoSays, bool), Failure> {
    let (documents, notices) = load::documents(&load::paths(args)?);
    let missing = load::complain(&notices, context)?;
    let candidates = documents.into_iter().enumerate().map(|(i, document)| Candidate {
        id: DocId(i as u32),
        key: document.key,
        document: Some(Arc::new(document)),
        analysis: None,
        status: Status::default(),
    });
    let names = Arc::new(Surroundings::find(args)?.settings.names());
    let texts = TextAccess { options: TextOptions { names, ..TextOptions::default() }, ..TextAccess::default() };
    let said = job::who_says(candidates.collect(), &texts).map_err(|n| Failure::Said(n.to_string()))?;
    Ok((said, missing))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (said, missing) = read(args, context)?;
    let order = match args.get_one::<String>("order").map(String::as_str) {
        Some("time") => Order::Time,
        Some("text") => Order::Text(0),
        _ => Order::Origins,
    };
    let show = match args.get_one::<String>("omitted") {
        Some(outlet) => Show::Omitted(column(&said, outlet)?),
        None if args.get_flag("alone") => Show::Alone,
        None if args.get_flag("differing") => Show::Differing,
        None => Show::All,
    };
    match printed(args) {
        None => {
            serde_json::to_writer(&mut *context.out, &to_json(&said, order, show))?;
            writeln!(context.out)?;
        }
        Some(format) => {
            let language = Surroundings::find(args)?.language;
            let words = job::what_is_said(&said, order, show, language);
            context.out.write_all(table::print(format, &words, &[]).as_bytes())?;
        }
    }
    Ok(if missing {
        Exit::Partial
    } else if said.coverage.matrix.rows.is_empty() {
        Exit::Nothing
    } else {
        Exit::Done
    })
}

/// The column of an outlet or of a number.
fn column(said: &WhoSays, outlet: &str) -> Result<usize, Failure> {
    let reports = &said.coverage.reports;
    let number = outlet.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|&n| n < reports.len());
    let named = |r: &Report| {
        let documents = [r.shown].into_iter().chain(r.also.iter().copied()).filter_map(|i| said.documents.get(i));
        documents.into_iter().any(|d| {
            let source = d.document.meta.source.value.as_deref().unwrap_or_default();
            fold(source) == fold(outlet) || *d.document.place.path == *outlet
        })
    };
    number
        .or_else(|| reports.iter().position(named))
        .ok_or_else(|| Failure::Said(format!("{outlet}: no text of this story is of that outlet.")))
}

/// Places of documents and their texts, for the JSON of the two commands.
pub(super) fn reports(said: &WhoSays) -> Value {
    let reports = said.coverage.reports.iter().zip(&said.coverage.matrix.chains);
    let one = |(r, chain): (&Report, &String)| {
        json!({
            "document": r.shown, "also": r.also, "day": r.day, "chain": chain,
            "mark": said.documents.get(r.shown).map(|d| d.document.meta.published.mark),
            "source": said.documents.get(r.shown).and_then(|d| d.document.meta.source.value.clone()),
            "first": r.first.iter().map(|f| json!({"fact": f.row, "also": f.also})).collect::<Vec<_>>(),
            "cites": r.cites,
        })
    };
    reports.map(one).collect()
}

fn to_json(said: &WhoSays, order: Order, show: Show) -> Value {
    let indices: Vec<ScalarIndex<'_>> = said.documents.iter().map(|d| ScalarIndex::new(&d.document.text)).collect();
    let coverage = &said.coverage;
    let document = |column: usize| coverage.reports[column].shown;
    let at = |column: usize, s: Span| {
        let (start, end) = indices[document(column)].span(s);
        json!({"start": start, "end": end})
    };
    let text = |column: usize, s: Span| sides::one_line(s.of(&said.documents[document(column)].document.text));
    let facts = coverage.rows(order, show).into_iter().map(|i| {
        let r = &coverage.matrix.rows[i];
        json!({
            "fact": i, "document": document(r.document), "span": at(r.document, r.span),
            "text": text(r.document, r.span), "origins": r.origins, "attributed": r.attributed,
            "cells": r.cells.iter().enumerate().map(|(c, cell)| json!({
                "state": cell.state.name(), "spans": cell.spans.iter().map(|&s| at(c, s)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        })
    });
    json!({
        "schema": SCHEMA,
        "documents": said.documents.iter().map(|d| d.document.place.to_string()).collect::<Vec<_>>(),
        "reports": reports(said),
        "facts": facts.collect::<Vec<_>>(),
    })
}
