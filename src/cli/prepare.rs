//! `kiosque prepare`: what another program wants of every article, cleaned and
//! with its names, one line of JSON each.

use super::clean::meta;
use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::corpus::Document;
use crate::entity::Names;
use crate::job;
use crate::words::{Lang, msg};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("prepare").about(lang.text(msg::CLI_PREPARE_ABOUT)), lang)
        .arg(load::format(["json"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    // What is prepared is kept; what was corrected stands in the journal.
    let given = Given::of(args, context)?.uncorrected();
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let names = around.settings.names();
    let (mut written, mut missing) = (0, false);
    let mut failed: Option<std::io::Error> = None;
    let progress = context.progress.beside_output();
    let work = |document: Document| prepared(&document, &names).to_string();
    given.each_worked(&progress, &work, &mut |worked| {
        if failed.is_some() {
            return;
        }
        let done = match worked {
            Ok(line) => {
                written += 1;
                writeln!(context.out, "{line}")
            }
            Err(notice) => context.complain(&[notice]).map(|lost| missing |= lost),
        };
        failed = done.err();
    });
    match failed {
        Some(e) => Err(e.into()),
        None => Ok(Exit::of(written, missing, written > 0)),
    }
}

fn prepared(document: &Document, names: &Names) -> Value {
    let mut notices = document.notices.clone();
    let found = job::or_default(job::names_in(document, names), &mut notices);
    let found: Vec<Value> = found
        .iter()
        .map(|e| {
            json!({
                "name": e.name, "kind": e.kind, "doubtful": e.is_doubtful(), "forms": e.forms, "mentions": e.mentions.len(),
            })
        })
        .collect();
    json!({
        "schema": SCHEMA, "key": document.key, "path": document.place.path, "entry": document.place.entry,
        "format": document.format, "meta": meta(document), "text": document.body_text(), "names": found,
        "notices": notices,
    })
}
