//! `kiosque config`: the settings, their defaults, and what is wrong with
//! them.

use super::surroundings::Surroundings;
use super::{Context, Exit, Outcome};
use crate::store::settings;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    Command::new("config")
        .about("Shows the settings in force, their defaults, or what is wrong with the settings file")
        .arg(flag("default", "Prints a settings file with every default explained").conflicts_with("check"))
        .arg(flag("check", "Says what is wrong with the settings file; exit code 1 when something is"))
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    if args.get_flag("default") {
        context.out.write_all(settings::DEFAULT.as_bytes())?;
        return Ok(Exit::Done);
    }
    let around = Surroundings::find(args)?;
    around.complain(context)?;
    let file = around.paths.config.display().to_string();
    if args.get_flag("check") {
        if !around.paths.config.exists() {
            writeln!(context.out, "{file}: there is no settings file; the defaults are used")?;
        } else if around.notices.is_empty() {
            writeln!(context.out, "{file}: fine")?;
        }
        return Ok(if around.notices.is_empty() { Exit::Done } else { Exit::Nothing });
    }
    let value = json!({ "schema": SCHEMA, "file": file, "settings": around.settings });
    serde_json::to_writer_pretty(&mut *context.out, &value)?;
    writeln!(context.out)?;
    Ok(Exit::Done)
}
