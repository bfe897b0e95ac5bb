//! `kiosque matrix`.

use super::{Context, Exit, Outcome, load, sides};
use crate::story::Side;
use crate::story::matrix::{self, Matrix, State};
use crate::text::ScalarIndex;
use clap::{ArgMatches, Command};
use serde_json::json;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    load::arguments(
        Command::new("matrix")
            .about("Who says what: the facts of one story against its articles, with independent origins")
            .arg(sides::format()),
    )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (read, missing) = sides::read(&load::paths(args)?, context)?;
    let all: Vec<Side<'_>> = read.iter().map(sides::Read::side).collect();
    let matrix = matrix::matrix(&all);
    match sides::chosen(args) {
        "json" => {
            serde_json::to_writer(&mut *context.out, &to_json(&matrix, &read))?;
            writeln!(context.out)?;
        }
        format => table(&matrix, &read, format == "md", context)?,
    }
    Ok(if missing {
        Exit::Partial
    } else if matrix.rows.is_empty() {
        Exit::Nothing
    } else {
        Exit::Done
    })
}

fn to_json(m: &Matrix, read: &[sides::Read]) -> serde_json::Value {
    let indices: Vec<ScalarIndex<'_>> = read.iter().map(|r| ScalarIndex::new(&r.document.text)).collect();
    let at = |d: usize, s| {
        let (start, end) = indices[d].span(s);
        json!({"start": start, "end": end})
    };
    json!({
        "schema": SCHEMA,
        "documents": read.iter().map(|r| r.document.place.to_string()).collect::<Vec<_>>(),
        "chains": m.chains,
        "facts": m.rows.iter().map(|r| json!({
            "document": r.document, "span": at(r.document, r.span),
            "text": sides::one_line(r.span.of(&read[r.document].document.text)),
            "origins": r.origins, "attributed": r.attributed,
            "cells": r.cells.iter().enumerate().map(|(d, c)| json!({
                "state": c.state.name(), "spans": c.spans.iter().map(|&s| at(d, s)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn table(m: &Matrix, read: &[sides::Read], md: bool, context: &mut Context<'_>) -> std::io::Result<()> {
    let out = &mut *context.out;
    for (i, r) in read.iter().enumerate() {
        let chain = if m.chains[i].is_empty() { String::new() } else { format!(", {}", m.chains[i]) };
        writeln!(out, "{} {}{chain}", i + 1, r.name())?;
    }
    writeln!(out, "● said  ~ partly  ≠ differs  · not found  ✓ confirmed later\n")?;
    if md {
        let heads: Vec<String> = (1..=read.len()).map(|i| i.to_string()).collect();
        writeln!(out, "| fact | {} | origins |\n|---|{}---|", heads.join(" | "), "---|".repeat(read.len()))?;
    }
    for r in &m.rows {
        let fact = sides::one_line(r.span.of(&read[r.document].document.text));
        let signs: Vec<String> = r.cells.iter().map(|c: &matrix::Cell| State::sign(c.state).to_string()).collect();
        if md {
            writeln!(out, "| {} | {} | {} |", fact.replace('|', "\\|"), signs.join(" | "), r.origins.len())?;
        } else {
            writeln!(out, "{}  {} {}", signs.concat(), r.origins.len(), fact)?;
        }
    }
    Ok(())
}
