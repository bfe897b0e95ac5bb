//! `kiosque clean`.

use super::{Context, Exit, Outcome};
use clap::{ArgMatches, Command};

/// The arguments.
pub fn command() -> Command {
    Command::new("clean")
}

/// Runs the command.
pub fn run(_args: &ArgMatches, _context: &mut Context<'_>) -> Outcome {
    Ok(Exit::Done)
}
