//! `kiosque pick`: the interface, which hands over what was ticked.

use super::list;
use super::load;
use super::open;
use super::outcome::{Context, Exit, Outcome};
use super::printing::Printing;
use super::reading;
use super::theme;
use crate::app::Model;
use crate::corpus::{Document, Place};
use crate::job::Resources;
use crate::notice::Notice;
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::sync::Arc;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    load::arguments(Command::new("pick").about(lang.text(msg::CLI_PICK_ABOUT)), lang)
        .arg(load::format(["text", "json"], lang.text(msg::CLI_PICK_FORMAT)))
        .arg(
            Arg::new("null")
                .short('0')
                .long("null")
                .action(ArgAction::SetTrue)
                .conflicts_with("format")
                .help(lang.text(msg::CLI_PICK_NULL)),
        )
        .arg(theme::argument(lang))
        .after_help(lang.text(msg::CLI_PICK_AFTER_HELP))
}

/// An article that was ticked.
struct Picked {
    /// Its name for other commands, in the bytes of the file's own name.
    name: OsString,
    place: Place,
    /// Its text, where it is wanted.
    document: Option<Result<Arc<Document>, Notice>>,
}

/// The ticked articles, in the order of the list; those that a filter hides
/// come last.
fn picked(model: &Model, resources: &Resources, with_texts: bool) -> Vec<Picked> {
    let ticked = &model.list.ticked;
    let mut ids: Vec<_> = model.list.documents().filter(|d| ticked.contains(d)).collect();
    let hidden: Vec<_> = ticked.iter().copied().filter(|d| !ids.contains(d)).collect();
    ids.extend(hidden);
    let (store, texts) = (resources.store(), resources.texts(model.text_options()));
    let one = |id| {
        let place = store.place_of(id)?;
        let mut name = store.file_of(id).map_or_else(|| OsString::from(&*place.path), OsString::from);
        if let Some(entry) = &place.entry {
            name.push("#");
            name.push(&**entry);
        }
        Some(Picked { name, place, document: with_texts.then(|| texts.document(id)) })
    };
    ids.into_iter().filter_map(one).collect()
}

/// Opens the interface on the terminal, wherever the output goes, and prints
/// what is ticked when the reader leaves it.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (mut setup, wanted, fixed) = open::prepare(args, context)?;
    setup.picking = true;
    let json = load::chosen(args) == "json";
    let mut all = Vec::new();
    let mut triage = crate::triage::Triage::default();
    let on_terminal = io::stdout().is_terminal();
    let exit = open::on_terminal(context, |context| {
        open::start(setup, wanted, fixed, context, |model, resources| {
            all = picked(model, resources, json);
            triage = model.triage.clone();
        })
    })?;
    if exit != Exit::Done {
        return Ok(exit);
    }
    if json {
        let mut printing = Printing::begin(true, list::SCHEMA, context)?;
        for one in all {
            let loaded = match one.document {
                Some(Ok(document)) => reading::Loaded::Document(Box::new((*document).clone())),
                Some(Err(notice)) => reading::Loaded::Problem(notice),
                None => continue,
            };
            let _ = printing.take(loaded, |document, before| {
                list::print_json(document, triage.status(&document.key), before, context)
            });
        }
        return printing.end(0, context);
    }
    let end: &[u8] = if args.get_flag("null") { b"\0" } else { b"\n" };
    for one in &all {
        // To a program the very name of the file, to a reader one that is safe.
        if on_terminal {
            write!(context.out, "{}", one.place)?;
        } else {
            context.out.write_all(one.name.as_encoded_bytes())?;
        }
        context.out.write_all(end)?;
    }
    Ok(if all.is_empty() { Exit::Nothing } else { Exit::Done })
}
