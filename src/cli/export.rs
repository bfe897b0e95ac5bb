//! `kiosque export`: articles, titles, notes and citations for other
//! programs.

use super::surroundings::Surroundings;
use super::{Context, Exit, Failure, Outcome, load};
use crate::corpus::DocId;
use crate::job::export::{NotesOn, Rendering, Subject, render};
use crate::job::{Candidate, How, TextAccess, TextOptions};
use crate::search::query::Options;
use crate::search::{Article, Layers, Query, Scope, Term};
use crate::text::Span;
use crate::triage::Target;
use crate::triage::export::Format;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The arguments.
pub fn command() -> Command {
    let formats = Format::ALL.map(|(name, _)| name);
    load::arguments(Command::new("export").about("Writes articles, titles, notes or citations for other programs"))
        .arg(
            Arg::new("what")
                .long("what")
                .value_parser(["articles", "titles", "notes", "citations", "comparison"])
                .default_value("articles")
                .help("What to write; citations are the sentences that --query finds, comparison is the sheet of two articles"),
        )
        .arg(Arg::new("format").long("format").value_parser(formats).default_value("md").help("How to write it"))
        .arg(Arg::new("query").long("query").value_name("QUERY").help("Only articles that answer QUERY"))
        .arg(
            Arg::new("template")
                .long("template")
                .value_name("TEMPLATE")
                .help("A template of the settings, or text with {title} {source} {date} {url} {text} … in it"),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Writes to FILE, which must not exist yet"),
        )
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help("Replaces FILE when it exists"))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args)?;
    around.complain(context)?;
    let output = args.get_one::<PathBuf>("output");
    if let Some(file) = output.filter(|f| f.exists() && !args.get_flag("force")) {
        return Err(Failure::Said(format!("{}: it exists already; name another file or say --force", file.display())));
    }
    let word = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let format = word("format").and_then(Format::parse).unwrap_or(Format::Markdown);
    let options = Options { today: Some(around.today()), typing: false };
    let query = Query::parse_with(word("query").unwrap_or(""), options).map_err(|e| Failure::Said(e.to_string()))?;
    let (triage, damaged) = around.triage()?;
    load::complain(&damaged, context)?;
    let (documents, notices) = load::documents(&load::paths(args)?);
    let missing = load::complain(&notices, context)?;
    let names = query.asks(|t| matches!(t, Term::Entity(_)));
    let mut found: Vec<Candidate> = Vec::new();
    let mut cited: Vec<(Candidate, Vec<Span>)> = Vec::new();
    for (i, document) in documents.into_iter().enumerate() {
        let document = Arc::new(document);
        let status = triage.status(&document.key).clone();
        let entities = if names { crate::entity::find(&document) } else { Vec::new() };
        let article = Article { document: &document, status: &status, entities: &entities };
        let scope = Scope { layers: Layers::default() };
        let hits = crate::search::run(&query, [(DocId(0), article)], scope, &|| false);
        let Some(answer) = hits.answers.first() else { continue };
        let in_body = |at| document.line_at(at).is_some_and(crate::corpus::Line::is_body);
        let mut spans: Vec<Span> = answer
            .hits
            .iter()
            .map(|h| h.span.start)
            .filter(|&at| in_body(at))
            .filter_map(|at| document.sentence_at(at))
            .collect();
        spans.dedup();
        let candidate =
            Candidate { id: DocId(i as u32), key: document.key, document: Some(document), analysis: None, status };
        cited.push((candidate.clone(), spans));
        found.push(candidate);
    }
    let nothing = found.is_empty();
    let subject = match word("what") {
        Some("comparison") => {
            let (Some(a), Some(b), None) = (found.first(), found.get(1), found.get(2)) else {
                let sentence = format!("a comparison takes two articles; {} were found", found.len());
                return Err(Failure::Said(sentence));
            };
            let notes = triage.status_of(&Target::pair(a.key, b.key)).notes.clone();
            let pins = triage.pins(a.key, b.key).into_iter().map(Into::into).collect();
            let how = How { pins, ..How::default() };
            Subject::Comparison(a.clone(), b.clone(), notes, how)
        }
        Some("titles") => Subject::Titles(found),
        Some("citations") => Subject::Citations(cited),
        Some("notes") => {
            // A query is about articles; without one, what was noted on
            // stories and comparisons comes too.
            let whole = word("query").unwrap_or("").trim().is_empty();
            let others = triage.noted().filter(|(t, _)| whole && t.document().is_none());
            let others =
                others.map(|(t, notes)| NotesOn { target: t.clone(), title: t.to_string(), notes: notes.to_vec() });
            let others = others.collect();
            Subject::Notes(found, others)
        }
        _ => Subject::Articles(found),
    };
    let template = word("template").map(|t| around.settings.templates.get(t).map_or(t, String::as_str).to_owned());
    let names = Arc::new(around.settings.names());
    let texts = TextAccess { options: TextOptions { names, ..TextOptions::default() }, ..TextAccess::default() };
    let rendering = Rendering { subject, format, template, language: around.language };
    let text = render(&rendering, &texts).map_err(Failure::Said)?;
    match output {
        Some(file) => write(file, text.as_bytes())?,
        None => context.out.write_all(text.as_bytes())?,
    }
    Ok(match (missing, nothing) {
        (true, _) => Exit::Partial,
        (false, true) => Exit::Nothing,
        (false, false) => Exit::Done,
    })
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    crate::store::atomic::replace(file, bytes)
        .map_err(|e| Failure::Said(format!("{}: could not be written: {e}", file.display())))
}
