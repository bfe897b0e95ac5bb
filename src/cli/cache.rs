//! `kiosque cache`: where the catalogues are, how large, and their removal.

use super::surroundings::Surroundings;
use super::{Context, Exit, Failure, Outcome};
use crate::store::catalogue::home;
use crate::store::files;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    Command::new("cache")
        .about("Says where what is known of each corpus is kept, and removes it")
        .arg(
            Arg::new("clear")
                .long("clear")
                .action(ArgAction::SetTrue)
                .help("Removes it; every corpus is read again at its next start"),
        )
        .arg(
            Arg::new("format").long("format").value_parser(["text", "json"]).default_value("text").help("How to print"),
        )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args)?;
    around.complain(context)?;
    let cache = &around.paths.cache;
    let folder = home::folder(cache);
    let path = files::display(&folder);
    let json = args.get_one::<String>("format").is_some_and(|f| f == "json");
    if args.get_flag("clear") {
        let said = |e: std::io::Error| Failure::Said(format!("{path}: could not be removed: {}", files::reason(&e)));
        let (removed, in_use) = home::clear(cache).map_err(said)?;
        if json {
            let value = json!({ "schema": SCHEMA, "path": path, "removed": removed, "in_use": in_use });
            writeln!(context.out, "{value}")?;
        } else {
            writeln!(context.out, "{path}: {removed} removed")?;
        }
        if in_use > 0 {
            writeln!(context.err, "kiosque: {path}: {in_use} kept, as a running kiosque writes there")?;
            return Ok(Exit::Partial);
        }
        return Ok(Exit::Done);
    }
    let (corpora, bytes) = home::size(cache);
    if json {
        let value = json!({ "schema": SCHEMA, "path": path, "corpora": corpora, "bytes": bytes });
        writeln!(context.out, "{value}")?;
    } else {
        writeln!(context.out, "{path}: {}", summary(corpora, bytes))?;
    }
    Ok(Exit::Done)
}

/// "3 corpora, 12.4 MB".
pub(super) fn summary(corpora: usize, bytes: u64) -> String {
    let noun = if corpora == 1 { "corpus" } else { "corpora" };
    format!("{corpora} {noun}, {:.1} MB", bytes as f64 / 1e6)
}
