//! `kiosque index`: reads a corpus and keeps what searches ask for, so that
//! the next search and the next start find it ready.

use super::given::{self, CorpusRequest};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::shell::CatalogueUse;
use crate::store::fulltext;
use crate::words::{Lang, Number, msg};
use clap::{ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    load::arguments(Command::new("index").about(lang.text(msg::CLI_INDEX_ABOUT)), lang)
        .after_help(lang.text(msg::CLI_INDEX_AFTER_HELP))
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let paths = load::paths(args)?;
    let (around, triage) = Surroundings::with_triage(args, context)?;
    let request = CorpusRequest { paths: &paths, queries: &[], catalogue: CatalogueUse::Writes };
    let mut corpus = given::corpus(request, args, &around, &triage, &context.progress);
    let count = corpus.library.corpus.len();
    let kept = corpus.keep();
    let mut held = 0;
    if kept {
        let mut tell = given::indexing(&context.progress);
        corpus.index(0, &mut |n, all| {
            held = n;
            tell(n, all);
        });
        context.progress.clear();
    }
    let (bytes, words) =
        corpus.resources().store().catalogue_dir().map_or((0, 0), |h| (h.size(), fulltext::size(h.folder())));
    let missing = context.complain(&corpus.notices)?;
    if load::chosen(args) == "json" {
        let value = json!({ "schema": SCHEMA, "articles": count, "kept": kept, "indexed": held, "bytes": bytes, "index_bytes": words });
        writeln!(context.out, "{value}")?;
    } else {
        let size = Number::decimal(words as f64 / 1e6, 1);
        context.say(msg::cli_index_done(msg::article_count(count), held, size))?;
    }
    if !kept && count > 0 {
        return Err(msg::CLI_INDEX_NOT_KEPT.into());
    }
    Ok(Exit::of(count, missing, count > 0))
}
