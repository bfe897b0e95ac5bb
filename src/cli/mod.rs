//! The command line: one file a command, each with its own arguments.
//!
//! Every command prints through [`Context::out`], says problems on standard
//! error, and returns an [`Exit`]. Nothing here computes: a command and the
//! screen of the same name call the same core function. A new command is a
//! file here, a line in `mod`, and a line in `commands`.

use crate::words::{Lang, msg};
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

mod arguments;
pub mod brief;
pub mod cache;
pub mod clean;
pub mod compare;
pub mod completions;
pub mod config;
pub mod demo;
#[cfg(feature = "postgres")]
pub mod desk;
pub mod doctor;
pub mod entities;
pub mod export;
pub mod facets;
#[cfg(feature = "draw")]
pub mod frame;
mod given;
mod help;
#[cfg(feature = "postgres")]
pub mod import;
pub mod index;
pub mod journal;
pub mod keys;
#[cfg(feature = "draw")]
mod linear;
pub mod list;
pub mod load;
pub mod man;
pub mod matrix;
pub mod names;
pub mod notes;
pub mod open;
pub mod outcome;
pub mod pick;
mod places;
pub mod prepare;
mod printing;
pub mod progress;
mod reading;
mod saved;
pub mod search;
pub mod show;
pub mod sides;
pub mod stories;
pub mod surroundings;
mod taught;
mod theme;
pub mod timeline;
mod usage;
pub mod versions;
pub mod watch;

pub use outcome::{Context, Exit, Failure, Outcome};
use progress::Progress;

/// Makes a command with its arguments in a language.
type Make = fn(Lang) -> clap::Command;

type Run = fn(&clap::ArgMatches, &mut Context<'_>) -> Outcome;

/// Every command: its arguments and its function, in the order of the help.
fn commands() -> Vec<(Make, Run)> {
    vec![
        (demo::command as Make, demo::run as Run),
        (pick::command, pick::run),
        (list::command, list::run),
        (show::command, show::run),
        (clean::command, clean::run),
        (entities::command, entities::run),
        (prepare::command, prepare::run),
        #[cfg(feature = "postgres")]
        (import::command, import::run),
        (names::command, names::run),
        (facets::command, facets::run),
        (compare::command, compare::run),
        (stories::command, stories::run),
        (matrix::command, matrix::run),
        (timeline::command, timeline::run),
        (brief::command, brief::run),
        (search::command, search::run),
        (saved::command, saved::run),
        (index::command, index::run),
        (watch::command, watch::run),
        (versions::command, versions::run),
        (journal::command, journal::run),
        #[cfg(feature = "postgres")]
        (desk::command, desk::run),
        (notes::command, notes::run),
        (export::command, export::run),
        #[cfg(feature = "draw")]
        (frame::command, frame::run),
        (config::command, config::run),
        (doctor::command, doctor::run),
        (cache::command, cache::run),
        (completions::command, completions::run),
        (keys::command, keys::run),
        (man::command, man::run),
        (help::command, help::run),
    ]
}

/// The whole command line, speaking a language throughout.
pub fn command(lang: Lang) -> clap::Command {
    help::speak(grammar(lang).0, lang)
}

/// The whole command line, but for what only help and errors show: that costs
/// more than all the rest, and most runs need neither. With it the function of
/// each command.
fn grammar(lang: Lang) -> (clap::Command, Vec<(String, Run)>) {
    let own = open::arguments(surroundings::arguments(clap::Command::new("kiosque"), lang), lang)
        .version(env!("CARGO_PKG_VERSION"))
        .about(lang.text(msg::CLI_ABOUT))
        .after_help(lang.text(msg::CLI_AFTER_HELP))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true);
    let made = commands().into_iter().map(|(command, run)| {
        let command = open::everywhere(command(lang), lang);
        let name = command.get_name().to_owned();
        (command, (name, run))
    });
    let (commands, functions): (Vec<_>, Vec<_>) = made.unzip();
    (own.subcommands(commands), functions)
}

/// Runs the program on the process's own streams.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let (lang, settings) = arguments::language(&args);
    let (mut out, mut err) = (io::BufWriter::new(io::stdout()), io::stderr());
    let mut context = Context::new(&mut out, &mut err, lang);
    context.settings = settings;
    context.progress = Progress::on_terminal(lang);
    let plain = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    context.terminal = io::stdout().is_terminal();
    context.styled = context.terminal && !plain("NO_COLOR") && std::env::var("TERM").is_ok_and(|t| t != "dumb");
    ExitCode::from(run(args, &mut context).code())
}

/// Runs the program with these arguments, the first of which is its name;
/// what went wrong was said on the context's error stream.
pub fn run(args: Vec<OsString>, context: &mut Context<'_>) -> Exit {
    context.commands = command;
    let outcome = dispatch(args, context);
    context.progress.clear();
    context.end();
    let outcome = outcome.and_then(|exit| Ok(context.out.flush().map(|()| exit)?));
    let sentence = match outcome {
        Ok(exit) => return exit,
        Err(Failure::Io(e)) if e.kind() == io::ErrorKind::BrokenPipe => return Exit::Done,
        Err(Failure::Io(e)) => msg::cli_output_lost(crate::notice::reason(&e)),
        Err(Failure::Said(sentence)) => sentence,
    };
    // Nothing can be done about a terminal that refuses the sentence.
    let _ = writeln!(context.err, "kiosque: {}", context.lang.say(&sentence));
    Exit::Failure
}

fn dispatch(args: Vec<OsString>, context: &mut Context<'_>) -> Outcome {
    let (root, functions) = grammar(context.lang);
    let args = arguments::command_first(args, &root);
    if let Some(failure) = arguments::mistyped(&args, &root) {
        return Err(failure);
    }
    let understood = root.try_get_matches_from(&args);
    let matches = match understood.or_else(|_| command(context.lang).try_get_matches_from(&args)) {
        Ok(matches) => matches,
        Err(e) if e.use_stderr() => return Err(msg::verbatim(usage::sentence(&e, context.lang)).into()),
        Err(e) => {
            context.print_styled(&e.render())?;
            return Ok(Exit::Done);
        }
    };
    let Some((name, sub)) = matches.subcommand() else { return open::run(&matches, context) };
    match functions.into_iter().find(|(command, _)| command == name) {
        Some((_, run)) => run(sub, context),
        None => Ok(Exit::Failure),
    }
}
