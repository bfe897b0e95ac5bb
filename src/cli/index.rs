//! `kiosque index`: reads a corpus and keeps what searches ask for, so that
//! the next search and the next start find it ready.

use super::load;
use super::surroundings::Surroundings;
use super::{Context, Failure, Outcome};
use crate::shell::Corpus;
use crate::store::fulltext;
use clap::{Arg, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    load::arguments(Command::new("index").about("Reads a corpus and makes its full-text index, in the cache folder"))
        .after_help("Searches and the interface use the index from then on; kiosque cache --clear removes it.")
        .arg(
            Arg::new("format").long("format").value_parser(["text", "json"]).default_value("text").help("How to print"),
        )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let paths = load::paths(args)?;
    let (around, triage) = Surroundings::with_triage(args, context)?;
    let mut corpus = Corpus::read(&paths, &load::options(args), &around.settings, &around.paths, &triage, true);
    let count = corpus.library.corpus.len();
    if count == 0 {
        corpus.notices.push(load::nothing(&paths));
    }
    let kept = corpus.keep();
    let mut held = 0;
    if kept {
        corpus.index(0, &mut |n, _| held = n);
    }
    let (bytes, words) = corpus.resources().shelf().place().map_or((0, 0), |h| (h.size(), fulltext::size(h.folder())));
    let missing = load::complain(&corpus.notices, context)?;
    if args.get_one::<String>("format").is_some_and(|f| f == "json") {
        let value = json!({ "schema": SCHEMA, "articles": count, "kept": kept, "indexed": held, "bytes": bytes, "index_bytes": words });
        writeln!(context.out, "{value}")?;
    } else {
        writeln!(context.out, "{count} articles, {held} in the index ({:.1} MB)", words as f64 / 1e6)?;
    }
    if !kept && count > 0 {
        let sentence = "the catalogue of these paths is not for this run to write: another kiosque has it open, or the \
                        settings keep none";
        return Err(Failure::Said(sentence.into()));
    }
    Ok(load::exit(missing, count))
}
