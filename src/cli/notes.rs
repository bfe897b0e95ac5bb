//! `kiosque notes`: every note, with the passage it is about.

use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::{Surroundings, clock};
use crate::corpus::{DocKey, Document};
use crate::text::sanitise::one_line;
use crate::triage::export::{self, Contents, Format, Item};
use crate::triage::{Note, Target};
use crate::words::{Lang, msg};
use clap::{ArgMatches, Command};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("notes").about(lang.text(msg::CLI_NOTES_ABOUT)), lang)
        .arg(load::format(["text", "json", "md", "csv", "html"], lang.text(msg::CLI_NOTES_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (_, triage) = Surroundings::with_triage(args, context)?;
    let given = args.contains_id("paths") || args.contains_id("files-from");
    let format = Format::from_name(load::chosen(args)).filter(|f| *f != Format::Json);
    if format.is_some() && !given {
        return Err(msg::CLI_NOTES_NEED_ARTICLES.into());
    }
    let (documents, notices) =
        if given { Given::of(args, context)?.documents(&context.progress) } else { Default::default() };
    let missing = context.complain(&notices)?;
    let by_key: BTreeMap<DocKey, &Document> = documents.iter().map(|d| (d.key, d)).collect();
    let noted: Vec<(&Target, &[Arc<Note>])> = triage.noted().collect();
    if let Some(format) = format {
        let items: Vec<Item<'_>> =
            documents.iter().map(|document| Item { document, status: triage.status(&document.key) }).collect();
        context.out.write_all(export::export(Contents::Notes, format, &items).as_bytes())?;
    } else if load::chosen(args) == "json" {
        let list: Vec<_> = noted.iter().flat_map(|(t, notes)| notes.iter().map(|n| object(t, n, &by_key))).collect();
        serde_json::to_writer(&mut *context.out, &json!({ "schema": SCHEMA, "notes": list }))?;
        writeln!(context.out)?;
    } else {
        for (target, notes) in &noted {
            let known = target.document().and_then(|k| by_key.get(&k)).map(|d| title(d));
            writeln!(context.out, "{}", known.unwrap_or_else(|| one_line(&target.to_string())))?;
            for n in *notes {
                writeln!(context.out, "  {}  {}  {}", clock(n.at), one_line(&n.by), one_line(&n.text))?;
                for a in &n.anchors {
                    let orphan = by_key.get(&a.document).is_some_and(|d| export::passage(a, d).orphan);
                    let quote = one_line(&a.quote);
                    let passage = if orphan { msg::cli_notes_lost(quote) } else { msg::cli_notes_passage(quote) };
                    writeln!(context.out, "    {}", context.lang.say(passage))?;
                }
            }
        }
    }
    if !given && noted.iter().any(|(target, _)| target.document().is_some()) && load::chosen(args) == "text" {
        writeln!(context.err, "kiosque: {}", context.lang.text(msg::CLI_NOTES_OF_WHAT))?;
    }
    // Without articles the journal is what was read.
    let read = if given { documents.len() } else { 1 };
    Ok(Exit::of(read, missing, !noted.is_empty()))
}

fn title(d: &Document) -> String {
    let meta = &d.meta;
    let date = meta.published.value.map(|d| d.to_string());
    let known = [meta.title.value.clone(), meta.source.value.clone(), date];
    let known: Vec<String> = known.into_iter().flatten().map(|s| one_line(&s)).collect();
    if known.is_empty() { d.place.to_string() } else { known.join(" — ") }
}

fn object(target: &Target, note: &Note, documents: &BTreeMap<DocKey, &Document>) -> serde_json::Value {
    let passages: Vec<_> = note
        .anchors
        .iter()
        .map(|a| {
            let found = documents.get(&a.document).map(|d| export::passage(a, d));
            let place = documents.get(&a.document).map(|d| d.place.to_string());
            json!({
                "document": a.document, "path": place, "quote": a.quote, "before": a.before, "after": a.after,
                "paragraph": found.as_ref().and_then(|f| f.paragraph), "orphan": found.map(|f| f.orphan),
            })
        })
        .collect();
    json!({
        "id": note.id, "target": target, "text": note.text, "by": note.by, "at": note.at, "edited": note.edited,
        "path": target.document().and_then(|k| documents.get(&k)).map(|d| d.place.to_string()),
        "passages": passages,
    })
}
