//! `kiosque export`: articles, titles, notes and citations for other
//! programs.

use super::surroundings::Surroundings;
use super::{Context, Exit, Failure, Outcome, load};
use crate::search::query::Options;
use crate::search::{Article, Layers, Query, Scope, Term};
use crate::text::Span;
use crate::text::segment::sentences;
use crate::triage::export::{self, Format, Item, Record, What};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};

/// The arguments.
pub fn command() -> Command {
    let formats = Format::ALL.map(|(name, _)| name);
    load::arguments(Command::new("export").about("Writes articles, titles, notes or citations for other programs"))
        .arg(
            Arg::new("what")
                .long("what")
                .value_parser(["articles", "titles", "notes", "citations"])
                .default_value("articles")
                .help("What to write; citations are the sentences that --query finds"),
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
    let what = word("what").and_then(What::parse).unwrap_or(What::Articles);
    let format = word("format").and_then(Format::parse).unwrap_or(Format::Markdown);
    let options = Options { today: Some(around.today()), typing: false };
    let query = Query::parse_with(word("query").unwrap_or(""), options).map_err(|e| Failure::Said(e.to_string()))?;
    let (triage, damaged) = around.triage()?;
    load::complain(&damaged, context)?;
    let (documents, notices) = load::documents(&load::paths(args)?);
    let missing = load::complain(&notices, context)?;
    let names = query.asks(|t| matches!(t, Term::Entity(_)));
    let mut records = Vec::new();
    for document in &documents {
        let status = triage.status(&document.key);
        let entities = if names { crate::entity::find(document) } else { Vec::new() };
        let article = Article { document, status, entities: &entities };
        let scope = Scope { layers: Layers::default() };
        let hits = crate::search::run(&query, [(crate::corpus::DocId(0), article)], scope, &|| false);
        let Some(answer) = hits.answers.first() else { continue };
        let item = Item { document, status };
        let mut record = Record::of(&item, what);
        if what == What::Citations {
            let mut cited: Vec<Span> = answer.hits.iter().filter_map(|h| sentence_at(document, h.span.start)).collect();
            cited.dedup();
            record.citations = cited.into_iter().map(|s| export::cite(&item, s)).collect();
        }
        records.push(record);
    }
    let text = match word("template") {
        Some(template) => {
            let template = around.settings.templates.get(template).map_or(template, String::as_str);
            let filled: Result<Vec<String>, _> = records.iter().map(|r| export::fill(template, r)).collect();
            let mut text = filled.map_err(|e| Failure::Said(e.sentence))?.join("\n");
            text.push('\n');
            text
        }
        None => export::print(what, format, &records),
    };
    match output {
        Some(file) => write(file, text.as_bytes())?,
        None => context.out.write_all(text.as_bytes())?,
    }
    Ok(match (missing, records.is_empty()) {
        (true, _) => Exit::Partial,
        (false, true) => Exit::Nothing,
        (false, false) => Exit::Done,
    })
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    crate::store::atomic::replace(file, bytes)
        .map_err(|e| Failure::Said(format!("{}: could not be written: {e}", file.display())))
}

/// The sentence of the body that holds a byte.
fn sentence_at(document: &crate::corpus::Document, byte: usize) -> Option<Span> {
    let stretch = document.body().find(|s| s.holds(byte))?;
    sentences(&document.text, stretch).into_iter().find(|s| s.holds(byte))
}
