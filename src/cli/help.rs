//! The help in the reader's language: the headings and notes that clap would
//! write itself, and `kiosque help`.

use super::outcome::{Context, Exit, Failure, Outcome};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsStr;

/// The arguments.
pub(super) fn command(lang: Lang) -> Command {
    Command::new("help")
        .about(lang.text(msg::CLI_HELP_ABOUT))
        .arg(Arg::new("command").value_name(lang.text(msg::CLI_VALUE_COMMAND)).help(lang.text(msg::CLI_HELP_COMMAND)))
}

/// Prints the help of a command, or of the program.
pub(super) fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let mut root = (context.commands)(context.lang);
    root.build();
    let help = match args.get_one::<String>("command") {
        None => root.render_long_help(),
        Some(name) => match root.find_subcommand_mut(name) {
            Some(command) => command.render_long_help(),
            None => return Err(Failure::from(msg::cli_no_such_command(name))),
        },
    };
    context.print_styled(&help)?;
    Ok(Exit::Done)
}

/// A command whose help speaks one language throughout.
pub(super) fn speak(command: Command, lang: Lang) -> Command {
    let command = command
        .subcommand_help_heading(lang.text(msg::CLI_HEADING_COMMANDS))
        .subcommand_value_name(lang.text(msg::CLI_VALUE_COMMAND))
        .mut_subcommands(|c| localised(c, lang, false));
    localised(command, lang, true)
}

fn localised(command: Command, lang: Lang, is_root: bool) -> Command {
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}\n    {{usage}}\n\n{{all-args}}{{after-help}}",
        lang.text(msg::CLI_HEADING_USAGE)
    );
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(lang.text(msg::CLI_HELP_FLAG))
        .help_heading(lang.text(msg::CLI_HEADING_OPTIONS));
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(lang.text(msg::CLI_VERSION_FLAG))
        .help_heading(lang.text(msg::CLI_HEADING_OPTIONS));
    let command = command
        .mut_args(|a| described(a, lang))
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help);
    let command = if is_root { command.arg(version) } else { command };
    let usage = usage(&command, lang);
    command.override_usage(usage)
}

/// An argument whose heading, default and choices are told in the language.
fn described(arg: Arg, lang: Lang) -> Arg {
    let heading = if arg.is_positional() { msg::CLI_HEADING_ARGUMENTS } else { msg::CLI_HEADING_OPTIONS };
    let arg = if arg.get_help_heading().is_some() { arg } else { arg.help_heading(lang.text(heading)) };
    let list = |values: Vec<&OsStr>| values.iter().map(|v| v.to_string_lossy().into_owned()).collect::<Vec<_>>();
    let takes = arg.get_action().takes_values();
    let default = list(arg.get_default_values().iter().map(AsRef::as_ref).collect());
    let choices: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if takes && default.iter().any(|d| !d.is_empty()) {
        help.push_str(&format!(" [{}]", lang.say(msg::cli_default(default.join(", ")))));
    }
    if takes && !choices.is_empty() {
        help.push_str(&format!(" [{}]", lang.say(msg::cli_choices(choices.join(", ")))));
    }
    let arg = arg.help(help.trim_start().to_owned());
    if takes { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// `kiosque compare [OPTIONS] <A> <B>...`, with the word for options in the
/// language.
fn usage(command: &Command, lang: Lang) -> String {
    let mut command = command.clone();
    if command.get_name() != "kiosque" {
        let name = format!("kiosque {}", command.get_name());
        command = command.bin_name(name);
    }
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
    let options = format!("[{}]", lang.text(msg::CLI_VALUE_OPTIONS));
    usage.lines().map(|l| l.trim().replace("[OPTIONS]", &options)).collect::<Vec<_>>().join("\n    ")
}
