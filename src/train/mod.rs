//! Makes the embedded models anew and measures them: a tool for those who
//! work on kiosque, with a binary of its own (feature `train`). It speaks
//! English only.
//!
//! * [`attributions`]: the weights of how likely an attribution is right.
//! * [`blocks`]: the model of blocks of web pages.
//! * [`choice`]: the weights by which names are chosen behind the tagger and the rules.
//! * [`clean`]: the line model of the cleaner.
//! * [`clusters`]: clusters of words, for the name model.
//! * [`entities`]: the name model and its lists.
//! * [`links`]: the weights of links between sentences.
//! * [`speakers`]: the weights of who said a quotation.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

pub mod attributions;
pub mod blocks;
pub mod choice;
pub mod clean;
pub mod clusters;
pub mod entities;
pub mod links;
pub mod speakers;
pub mod tools;

use tools::{Context, Outcome};

type Run = fn(&clap::ArgMatches, &mut Context<'_>) -> Outcome;

/// Every command: its arguments and its function.
fn commands() -> [(clap::Command, Run); 8] {
    [
        (attributions::command(), attributions::run),
        (blocks::command(), blocks::run),
        (choice::command(), choice::run),
        (clean::command(), clean::run),
        (clusters::command(), clusters::run),
        (entities::command(), entities::run),
        (links::command(), links::run),
        (speakers::command(), speakers::run),
    ]
}

/// Runs the tool with the given arguments.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = clap::Command::new("kiosque-train")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Makes the embedded models of kiosque anew and measures them")
        .subcommand_required(true)
        .subcommands(commands().map(|(c, _)| c))
        .get_matches_from(args);
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let Some((name, args)) = matches.subcommand() else { return ExitCode::from(2) };
    let command = commands().into_iter().find(|(c, _)| c.get_name() == name);
    match command.map(|(_, run)| run(args, &mut Context { out: &mut out, err: &mut err })) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(e)) => {
            // Nobody is left to tell that standard error is closed.
            let _ = writeln!(err, "kiosque-train: {e}");
            ExitCode::from(2)
        }
        None => ExitCode::from(2),
    }
}
