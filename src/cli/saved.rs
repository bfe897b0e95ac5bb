//! `kiosque saved`: the searches that the reader keeps.

use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::text::sanitise::one_line;
use crate::words::{Lang, msg};
use clap::{ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub(super) fn command(lang: Lang) -> Command {
    Command::new("saved")
        .about(lang.text(msg::CLI_SAVED_ABOUT))
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Prints names and queries in the order of the list; an exit of 1 says that
/// nothing is kept.
pub(super) fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (_, triage) = Surroundings::with_triage(args, context)?;
    let searches = triage.searches();
    if load::chosen(args) == "json" {
        let list: Vec<_> = searches.iter().map(|s| json!({ "name": s.name, "query": s.query })).collect();
        serde_json::to_writer(&mut *context.out, &json!({ "schema": SCHEMA, "searches": list }))?;
        writeln!(context.out)?;
    } else {
        for s in &searches {
            writeln!(context.out, "{}: {}", one_line(&s.name), one_line(&s.query))?;
        }
    }
    Ok(if searches.is_empty() { Exit::Nothing } else { Exit::Done })
}
