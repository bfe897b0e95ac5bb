//! `kiosque completions`: for the shells.

use super::{Context, Exit, Outcome};
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

/// The arguments.
pub fn command() -> Command {
    Command::new("completions")
        .about("Prints completions for a shell")
        .arg(Arg::new("shell").required(true).value_name("SHELL").value_parser(value_parser!(Shell)))
}

/// Prints them.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    if let Some(shell) = args.get_one::<Shell>("shell").copied() {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut super::command(), "kiosque", &mut script);
        context.out.write_all(&script)?;
    }
    Ok(Exit::Done)
}
