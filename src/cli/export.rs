//! `kiosque export`: articles, titles, notes and citations for other
//! programs.

use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::{Surroundings, noted_beside};
use crate::corpus::{DocId, Document};
use crate::job::export::{NotesOn, Rendering, Subject, render};
use crate::job::{self, Candidate, How, Stop, TextAccess, TextOptions};
use crate::search::{Article, Layers, Query, Scope, Term};
use crate::store::files;
use crate::text::Span;
use crate::triage::export::Format;
use crate::triage::{Target, changed_among};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::PathBuf;
use std::sync::Arc;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let formats = Format::ALL.map(Format::name);
    given::pulling(load::arguments(Command::new("export").about(lang.text(msg::CLI_EXPORT_ABOUT)), lang), lang)
        .arg(
            Arg::new("what")
                .long("what")
                .value_parser(["articles", "titles", "notes", "citations", "comparison"])
                .default_value("articles")
                .help(lang.text(msg::CLI_EXPORT_WHAT)),
        )
        .arg(load::format(formats, lang.text(msg::CLI_FORMAT)).default_value("md"))
        .arg(
            Arg::new("query")
                .long("query")
                .alias("filter")
                .value_name(lang.text(msg::CLI_VALUE_QUERY))
                .help(lang.text(msg::CLI_EXPORT_QUERY)),
        )
        .arg(
            Arg::new("template")
                .long("template")
                .value_name(lang.text(msg::CLI_VALUE_TEMPLATE))
                .help(lang.text(msg::CLI_EXPORT_TEMPLATE)),
        )
        .arg(load::output(lang, lang.text(msg::CLI_EXPORT_OUTPUT)))
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help(lang.text(msg::CLI_EXPORT_FORCE)))
}

/// The sentences of the body that hold these places.
fn sentences(document: &Document, places: impl Iterator<Item = usize>) -> Vec<Span> {
    let in_body = |at: &usize| document.line_at(*at).is_some_and(crate::corpus::Line::is_body);
    let mut spans: Vec<Span> = places.filter(in_body).filter_map(|at| document.sentence_at(at)).collect();
    spans.dedup();
    spans
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let output = args.get_one::<PathBuf>("output");
    if let Some(file) = output.filter(|f| f.exists() && !args.get_flag("force")) {
        return Err(msg::cli_export_exists(files::display(file)).into());
    }
    let word = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let format = word("format").and_then(Format::from_name).unwrap_or(Format::Markdown);
    let (triage, damaged) = around.triage()?;
    context.complain(&damaged)?;
    let saved = triage.searches();
    let query = Query::parse_with(word("query").unwrap_or(""), around.query_options(&saved));
    let query = query.map_err(|e| super::outcome::Failure::Said(e.sentence))?;
    let (documents, notices) = Given::of(args, context)?.asking(&query, args, &triage).documents(&context.progress);
    let read = documents.len();
    let missing = context.complain(&notices)?;
    let asks_names = query.asks(|t| matches!(t, Term::Entity(_)));
    let names = Arc::new(around.settings.names());
    let changed = changed_among(&triage, &documents);
    let noted = noted_beside(&triage);
    let mut found: Vec<Candidate> = Vec::new();
    let mut cited: Vec<(Candidate, Vec<Span>)> = Vec::new();
    let mut failed = Vec::new();
    for (i, document) in documents.into_iter().enumerate() {
        let document = Arc::new(document);
        let status = triage.status(&document.key).clone();
        let entities =
            if asks_names { job::or_default(job::names_in(&document, &names), &mut failed) } else { Vec::new() };
        let changed = changed.contains(&DocId(i as u32));
        let shared = noted.get(&document.key).map_or(&[][..], Vec::as_slice);
        let article = Article { document: &document, status: &status, shared, changed, entities: &entities };
        let scope = Scope { layers: Layers::default() };
        let hits = crate::search::run(&query, [(DocId(0), article)], scope, &|| false);
        let Some(answer) = hits.answers.first() else { continue };
        let spans = sentences(&document, answer.hits.iter().map(|h| h.span().start));
        let candidate =
            Candidate { id: DocId(i as u32), key: document.key, document: Some(document), analysis: None, status };
        cited.push((candidate.clone(), spans));
        found.push(candidate);
    }
    let missing = missing | context.complain(&failed)?;
    let nothing = found.is_empty();
    let subject = match word("what") {
        Some("comparison") => {
            let (Some(a), Some(b), None) = (found.first(), found.get(1), found.get(2)) else {
                return Err(msg::cli_export_two(found.len()).into());
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
    let texts = TextAccess { options: TextOptions { names, ..TextOptions::default() }, ..TextAccess::default() };
    let rendering = Rendering { subject, format, template, lang: around.lang };
    let text = render(&rendering, &texts, &Stop::never())?.expect("nobody stops it");
    match output {
        Some(file) => crate::store::atomic::replace(file, text.as_bytes()).map_err(|e| load::unwritable(file, &e))?,
        None => context.out.write_all(text.as_bytes())?,
    }
    Ok(Exit::of(read, missing, !nothing))
}
