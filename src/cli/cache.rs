//! `kiosque cache`: where the catalogues are, how large, and their removal.

use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::store::catalogue::dir;
use crate::store::files;
use crate::words::{Lang, Message, Number, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("cache")
        .about(lang.text(msg::CLI_CACHE_ABOUT))
        .arg(Arg::new("clear").long("clear").action(ArgAction::SetTrue).help(lang.text(msg::CLI_CACHE_CLEAR)))
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let cache = &around.paths.cache;
    let folder = dir::folder(cache);
    let path = files::display(&folder);
    let json = load::chosen(args) == "json";
    if args.get_flag("clear") {
        let (removed, in_use) =
            dir::clear(cache).map_err(|e| msg::cli_cache_not_removed(&path, crate::notice::reason(&e)))?;
        if json {
            let value = json!({ "schema": SCHEMA, "path": path, "removed": removed, "in_use": in_use });
            writeln!(context.out, "{value}")?;
        } else {
            context.say(msg::cli_cache_removed(&path, removed))?;
        }
        if in_use > 0 {
            writeln!(context.err, "kiosque: {}", context.lang.say(msg::cli_cache_in_use(&path, in_use)))?;
            return Ok(Exit::Partial);
        }
        return Ok(Exit::Done);
    }
    let (corpora, bytes) = dir::size(cache);
    if json {
        let value = json!({ "schema": SCHEMA, "path": path, "corpora": corpora, "bytes": bytes });
        writeln!(context.out, "{value}")?;
    } else {
        context.say(msg::cli_cache_size(&path, summary(corpora, bytes)))?;
    }
    Ok(Exit::Done)
}

/// "3 corpora, 12.4 MB".
pub(super) fn summary(corpora: usize, bytes: u64) -> Message {
    msg::cli_cache_corpora(corpora, Number::decimal(bytes as f64 / 1e6, 1))
}
