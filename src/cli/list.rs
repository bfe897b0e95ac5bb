//! `kiosque list`: one object or one line per document.

use super::given::{self, CorpusRequest};
use super::load;
use super::outcome::{Context, Outcome};
use super::printing::Printing;
use super::reading;
use super::surroundings::Surroundings;
use crate::app::verb::decide::memory;
use crate::app::view::use_mark;
use crate::clean::Memory;
use crate::corpus::{Card, Claim, Document, WireTopic};
use crate::shell::CatalogueUse;
use crate::store::archive::Pull;
use crate::text::ScalarIndex;
use crate::text::sanitise::one_line;
use crate::triage::Status;
use crate::words::{Lang, msg};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};
use std::io;
use std::ops::ControlFlow;

/// Version of the JSON that the command prints.
pub(super) const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("list").about(lang.text(msg::CLI_LIST_ABOUT)), lang)
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let paths = load::sources(args)?;
    let archive = given::archive(&paths)?;
    let (around, triage) = Surroundings::with_triage(args, context)?;
    let query = args.get_one::<String>("filter").map(|raw| given::query(raw, &around, &triage)).transpose()?;
    let mut printing = Printing::begin(load::chosen(args) == "json", SCHEMA, context)?;
    let json = printing.json;
    let progress = context.progress.beside_output();
    // What answers a query does so in the light of what was corrected.
    let memory = if query.is_some() { Memory::default() } else { memory(&triage) };
    let mut take = |loaded| {
        printing.take(given::adjusted(loaded, &memory), |document, before| {
            let status = triage.status(&document.key);
            if json { print_json(document, status, before, context) } else { print_text(document, status, context) }
        })
    };
    let (mut read, mut pulled) = (0, None);
    let _ = match (query, archive) {
        (Some(query), _) => {
            let request = CorpusRequest { paths: &paths, queries: &[&query], catalogue: CatalogueUse::Looks };
            let corpus = given::corpus(request, args, &around, &triage, &progress);
            read = corpus.library.corpus.len();
            pulled.clone_from(&corpus.pulled);
            given::each_answering(&query, corpus, &triage, &progress, &mut take)
        }
        (None, Some((address, only))) => {
            let all = args.get_one("pull").copied().unwrap_or(usize::MAX);
            let pull = Pull { most: all, only, ..given::pull(args, &[], &triage) };
            pulled = reading::each_archived(&address, &pull, &progress, &mut take);
            ControlFlow::Continue(())
        }
        (None, None) => given::each_version(&paths, args, &around, &triage, &progress, &mut take),
    };
    printing.pulled = pulled;
    printing.end(read, context)
}

fn print_text(d: &Document, status: &Status, context: &mut Context<'_>) -> io::Result<()> {
    let m = &d.meta;
    let date = m.published.value.map_or("?".to_owned(), |d| d.to_string());
    let source = m.source.value.as_deref().map_or_else(|| "?".to_owned(), one_line);
    let title = Card::of(d).title;
    let title = match use_mark(m.stands(), d.stated(WireTopic::Embargo), context.lang) {
        Some(mark) => format!("[{mark}] {title}"),
        None => title,
    };
    let read = if status.read { " " } else { "•" };
    context.complain(&d.notices)?;
    let words = context.lang.words(d.body_words());
    writeln!(context.out, "{read} {date:<10}  {source}  {title}  ({words})  {}", d.place)
}

pub(super) fn print_json(d: &Document, status: &Status, before: usize, context: &mut Context<'_>) -> io::Result<()> {
    let comma = if before > 0 { "," } else { "" };
    write!(context.out, "{comma}\n{}", object(d, status))
}

/// The JSON object of one document.
fn object(d: &Document, status: &Status) -> Value {
    let m = &d.meta;
    let index = &ScalarIndex::new(&d.text);
    json!({
        "path": d.place.path,
        "entry": d.place.entry,
        "key": d.key,
        "format": d.format,
        "title": claim(&m.title, index),
        "standfirst": claim(&m.standfirst, index),
        "source": claim(&m.source, index),
        "author": claim(&m.author, index),
        "agencies": claim(&m.agencies, index),
        "published": claim(&m.published, index),
        "updated": claim(&m.updated, index),
        "page_date": claim(&m.page_date, index),
        "event_date": claim(&m.event_date, index),
        "language": claim(&m.language, index),
        "paywalled": claim(&m.paywalled, index),
        "comments_stated": claim(&m.comments_stated, index),
        "comments_present": m.comments_present,
        "reading_minutes": claim(&m.reading_minutes, index),
        "url": claim(&m.url, index),
        "standing": m.stands(),
        "version": m.version,
        "wire": m.wire,
        "words": d.body_words(),
        "kept": (d.kept() * 1000.0).round() / 1000.0,
        "state": status.state,
        "read": status.read,
        "tags": status.tags,
        "problems": d.notices,
    })
}

/// A claim with the places of its evidence.
fn claim<T: serde::Serialize>(c: &Claim<T>, index: &ScalarIndex<'_>) -> Value {
    let evidence = c.evidence.iter().map(|e| {
        let mut said = json!({ "rule": e.rule, "note": e.note });
        if let Some(span) = e.span {
            said["span"] = json!(index.span(span));
        }
        said
    });
    json!({ "value": c.value, "mark": c.mark, "evidence": evidence.collect::<Vec<_>>() })
}
