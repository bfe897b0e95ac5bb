//! `kiosque show`: one article as text.

use super::load::{self, Loaded};
use super::{Context, Exit, Failure, Outcome};
use crate::corpus::Document;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io;
use std::ops::ControlFlow;

/// The arguments.
pub fn command() -> Command {
    load::arguments(Command::new("show").about("Prints articles: cleaned, with every line marked, or as they are"))
        .arg(
            Arg::new("view")
                .long("view")
                .value_parser(["clean", "marked", "raw"])
                .default_value("clean")
                .help("What to print"),
        )
        .arg(
            Arg::new("width")
                .long("width")
                .value_name("COLUMNS")
                .value_parser(value_parser!(u16).range(20..))
                .default_value("72")
                .help("Longest row of the clean view"),
        )
        .arg(
            Arg::new("format").long("format").value_parser(["text", "json"]).default_value("text").help("How to print"),
        )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let paths = load::paths(args)?;
    let view = args.get_one::<String>("view").map_or("clean", String::as_str);
    let mut problems = Vec::new();
    let mut count = 0;
    let mut failed: io::Result<()> = Ok(());
    let _ = load::each(&paths, &load::options(args), &mut |loaded| {
        match loaded {
            Loaded::Document(document) => {
                failed = print(&document, view, context);
                count += 1;
            }
            Loaded::Problem(notice) => problems.push(notice),
        }
        if failed.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    failed?;
    context.out.flush()?;
    let missing = load::complain(&problems, context).map_err(Failure::Io)?;
    Ok(match () {
        () if missing && count == 0 => Exit::Failure,
        () if missing => Exit::Partial,
        () if count == 0 => Exit::Nothing,
        () => Exit::Done,
    })
}

fn print(d: &Document, view: &str, context: &mut Context<'_>) -> io::Result<()> {
    match view {
        "raw" => writeln!(context.out, "{}", d.text),
        "marked" => d
            .lines
            .iter()
            .try_for_each(|l| writeln!(context.out, "{:>12}  {}", l.kind.name(), l.content(&d.text).of(&d.text))),
        _ => d.body().try_for_each(|s| writeln!(context.out, "{}\n", s.of(&d.text))),
    }
}
