//! `kiosque completions`: for the shells.

use super::outcome::{Context, Exit, Outcome};
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("completions").about(lang.text(msg::CLI_COMPLETIONS_ABOUT)).arg(
        Arg::new("shell")
            .required(true)
            .value_name(lang.text(msg::CLI_VALUE_SHELL))
            .help(lang.text(msg::CLI_COMPLETIONS_SHELL))
            .value_parser(value_parser!(Shell)),
    )
}

/// Prints them.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    if let Some(shell) = args.get_one::<Shell>("shell").copied() {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut (context.commands)(context.lang), "kiosque", &mut script);
        context.out.write_all(&script)?;
    }
    Ok(Exit::Done)
}
