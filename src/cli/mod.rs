//! The command line: one file a command, each with its own arguments.
//!
//! Every command prints through [`Context::out`], says problems on standard
//! error, and returns an [`Exit`]. Nothing here computes: a command and the
//! screen of the same name call the same core function.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

pub mod brief;
pub mod cache;
pub mod clean;
pub mod compare;
pub mod completions;
pub mod config;
pub mod demo;
pub mod doctor;
pub mod entities;
pub mod export;
#[cfg(feature = "draw")]
pub mod frame;
pub mod index;
pub mod journal;
pub mod keys;
pub mod list;
pub mod load;
pub mod man;
pub mod matrix;
pub mod names;
pub mod notes;
pub mod open;
pub mod search;
pub mod show;
pub mod sides;
pub mod stories;
pub mod surroundings;
mod theme;
pub mod timeline;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; something was found; no difference.
    Done,
    /// 1: nothing found, or differences.
    Nothing,
    /// 2: wrong usage or failure.
    Failure,
    /// 3: done, but some inputs could not be read.
    Partial,
    /// 130: interrupted.
    Interrupted,
}

impl Exit {
    /// The process exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Nothing => 1,
            Self::Failure => 2,
            Self::Partial => 3,
            Self::Interrupted => 130,
        }
    }
}

/// What a command writes to.
pub struct Context<'w> {
    /// Standard output, buffered.
    pub out: &'w mut dyn Write,
    /// Standard error.
    pub err: &'w mut dyn Write,
}

/// A failed command: the sentence for standard error, or a closed pipe.
#[derive(Debug)]
pub enum Failure {
    /// Said on standard error; exit code 2.
    Said(String),
    /// Output could not be written; a closed pipe is quiet.
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        Self::Io(e)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(e: serde_json::Error) -> Self {
        Self::Io(e.into())
    }
}

/// A command's result.
pub type Outcome = Result<Exit, Failure>;

type Run = fn(&clap::ArgMatches, &mut Context<'_>) -> Outcome;

/// Every command: its arguments and its function, in the order of the help.
fn commands() -> Vec<(clap::Command, Run)> {
    vec![
        (demo::command(), demo::run as Run),
        (list::command(), list::run),
        (show::command(), show::run),
        (clean::command(), clean::run),
        (entities::command(), entities::run),
        (names::command(), names::run),
        (compare::command(), compare::run),
        (stories::command(), stories::run),
        (matrix::command(), matrix::run),
        (timeline::command(), timeline::run),
        (brief::command(), brief::run),
        (search::command(), search::run),
        (index::command(), index::run),
        (journal::command(), journal::run),
        (notes::command(), notes::run),
        (export::command(), export::run),
        #[cfg(feature = "draw")]
        (frame::command(), frame::run),
        (config::command(), config::run),
        (doctor::command(), doctor::run),
        (cache::command(), cache::run),
        (completions::command(), completions::run),
        (keys::command(), keys::run),
        (man::command(), man::run),
    ]
}

/// The whole command line.
pub fn command() -> clap::Command {
    open::arguments(surroundings::arguments(clap::Command::new("kiosque")))
        .version(env!("CARGO_PKG_VERSION"))
        .about("Read, compare and judge a pile of news coverage")
        .after_help(
            "Examples:\n  \
             kiosque                       opens the sample corpus\n  \
             kiosque press/ more.jsonl     opens files and folders\n  \
             kiosque demo                  the sample corpus with a short tour, leaves no trace\n  \
             kiosque compare --format md a.txt b.txt\n  \
             kiosque search 'source:\"Le Littoral\" ferry -grève' press/\n\n\
             Exit codes: 0 done, 1 nothing found or differences, 2 usage or failure,\n\
             3 done but some inputs could not be read, 130 interrupted.\n\
             The program never uses the network.",
        )
        .args_conflicts_with_subcommands(true)
        .subcommands(commands().into_iter().map(|(c, _)| c))
}

/// Runs the program with the given arguments.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match command().try_get_matches_from(args) {
        Ok(m) => m,
        Err(e) => {
            // Nothing can be done about a terminal that refuses the help text.
            let _ = e.print();
            return ExitCode::from(if e.use_stderr() { Exit::Failure.code() } else { 0 });
        }
    };
    let (mut out, mut err) = (io::BufWriter::new(io::stdout()), io::stderr());
    let mut context = Context { out: &mut out, err: &mut err };
    let outcome = match matches.subcommand() {
        Some((name, sub)) => match commands().into_iter().find(|(c, _)| c.get_name() == name) {
            Some((_, run)) => run(sub, &mut context),
            None => Ok(Exit::Failure),
        },
        None => open::run(&matches, &mut context),
    };
    let outcome = outcome.and_then(|exit| out.flush().map(|()| exit).map_err(Failure::Io));
    match outcome {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(Failure::Io(e)) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(e)) => {
            let _ = writeln!(err, "kiosque: the output could not be written: {e}");
            ExitCode::from(Exit::Failure.code())
        }
        Err(Failure::Said(sentence)) => {
            let _ = writeln!(err, "kiosque: {sentence}");
            ExitCode::from(Exit::Failure.code())
        }
    }
}
