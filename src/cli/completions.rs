//! `kiosque completions`: for the shells.

use super::outcome::{Context, Exit, Outcome};
use crate::enumerated::enumerated;
use crate::words::{Lang, msg};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

enumerated! {
    /// A shell that completes what is typed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum For {
        /// GNU Bash.
        Bash => "bash",
        /// Elvish.
        Elvish => "elvish",
        /// fish.
        Fish => "fish",
        /// Nushell.
        Nushell => "nushell",
        /// PowerShell.
        PowerShell => "powershell",
        /// Z shell.
        Zsh => "zsh",
    }
}

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("completions").about(lang.text(msg::CLI_COMPLETIONS_ABOUT)).arg(
        Arg::new("shell")
            .required(true)
            .value_name(lang.text(msg::CLI_VALUE_SHELL))
            .help(lang.text(msg::CLI_COMPLETIONS_SHELL))
            .value_parser(PossibleValuesParser::new(For::ALL.map(For::name))),
    )
}

/// Prints them.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let shell = args.get_one::<String>("shell").and_then(|name| For::from_name(name));
    if let Some(shell) = shell {
        let mut script = Vec::new();
        let commands = &mut (context.commands)(context.lang);
        let mut write = |generator: Shell| generate(generator, commands, "kiosque", &mut script);
        match shell {
            For::Bash => write(Shell::Bash),
            For::Elvish => write(Shell::Elvish),
            For::Fish => write(Shell::Fish),
            For::Nushell => generate(Nushell, commands, "kiosque", &mut script),
            For::PowerShell => write(Shell::PowerShell),
            For::Zsh => write(Shell::Zsh),
        }
        context.out.write_all(&script)?;
    }
    Ok(Exit::Done)
}
