//! Makes the embedded models anew and measures them: a tool for those who
//! work on kiosque, with a binary of its own (feature `train`). It speaks
//! English only.
//!
//! * [`clean`]: the line model of the cleaner.
//! * [`entities`]: the name model and its lists.
//! * [`links`]: the weights of links between sentences.

use sha2::{Digest, Sha256};
use std::error::Error;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

pub mod clean;
pub mod entities;
pub mod links;

/// What a training command writes to.
pub struct Context<'w> {
    /// Scores, on standard output.
    pub out: &'w mut dyn Write,
    /// Progress, on standard error.
    pub err: &'w mut dyn Write,
}

/// A training command's result: on failure the sentence for standard error.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

type Run = fn(&clap::ArgMatches, &mut Context<'_>) -> Outcome;

/// Every command: its arguments and its function.
fn commands() -> [(clap::Command, Run); 3] {
    [(clean::command(), clean::run), (entities::command(), entities::run), (links::command(), links::run)]
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

/// SHA-256 in hexadecimal digits, for the manifests.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// What went wrong with a file, as a sentence that names it.
fn fail(path: impl AsRef<Path>, what: impl Display) -> Box<dyn Error> {
    format!("{}: {what}", path.as_ref().display()).into()
}

/// Reads a file whole.
fn read(path: impl AsRef<Path>) -> Outcome<Vec<u8>> {
    std::fs::read(&path).map_err(|e| fail(&path, format!("could not be read: {e}")))
}

/// Writes a file whole.
fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(&path, bytes).map_err(|e| fail(&path, format!("could not be written: {e}")))
}

/// A float as the user wrote it, not its nearest double.
fn plain(x: f32) -> f64 {
    x.to_string().parse().unwrap_or_default()
}
