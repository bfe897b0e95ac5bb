//! Paths and reading options, for the headless commands.

use super::outcome::Failure;
use crate::ingest::{Mapping, Options};
use crate::store::archive;
use crate::store::files;
use crate::store::regular;
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::io;
use std::path::PathBuf;

/// Adds `PATH…`, `--files-from` and `--fields` to a command.
pub fn arguments(command: Command, lang: Lang) -> Command {
    command
        .arg(
            Arg::new("paths")
                .value_name(lang.text(msg::CLI_VALUE_PATH))
                .help(lang.text(msg::CLI_LOAD_PATHS))
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("files-from")
                .long("files-from")
                .value_name(lang.text(msg::CLI_VALUE_FILE))
                .help(lang.text(msg::CLI_LOAD_FILES_FROM))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("fields")
                .long("fields")
                .value_name(lang.text(msg::CLI_VALUE_FIELDS))
                .help(lang.text(msg::CLI_LOAD_FIELDS))
                .value_parser(move |s: &str| Mapping::parse(s).map_err(|e| lang.say(e))),
        )
}

/// `--format` with its choices, the first of which is the default.
pub fn format<const N: usize>(choices: [&'static str; N], help: &'static str) -> Arg {
    Arg::new("format").long("format").value_parser(choices).default_value(choices[0]).help(help)
}

/// What [`format()`] got.
pub fn chosen(args: &ArgMatches) -> &str {
    args.get_one::<String>("format").map_or("text", String::as_str)
}

/// Reads whole numbers from `least` on.
pub fn number(lang: Lang, least: usize) -> impl Fn(&str) -> Result<usize, String> + Clone + Send + Sync + 'static {
    move |s| {
        let n = s.parse().ok().filter(|n| *n >= least);
        n.ok_or_else(|| lang.say(msg::cli_not_a_number(least.to_string())))
    }
}

/// The paths that [`arguments`] got, of which none is the address of an archive; no
/// path is an error.
pub fn paths(args: &ArgMatches) -> Result<Vec<PathBuf>, Failure> {
    let paths = sources(args)?;
    match paths.iter().find_map(|path| archive::named(path)) {
        Some((address, _)) => Err(msg::cli_load_no_archive(address.to_string()).into()),
        None => Ok(paths),
    }
}

/// The paths that [`arguments`] got, or the address of an archive; none is an error.
pub(super) fn sources(args: &ArgMatches) -> Result<Vec<PathBuf>, Failure> {
    let mut paths: Vec<PathBuf> = args.get_many("paths").into_iter().flatten().cloned().collect();
    if let Some(list) = args.get_one::<PathBuf>("files-from") {
        let more = if list.as_os_str() == files::STDIN {
            regular::all(io::stdin().lock(), regular::OWN_BYTES)
        } else {
            regular::read_list(list)
        };
        paths.extend(files::listed(&more.map_err(|e| unreadable(list, &e))?));
    }
    if paths.is_empty() {
        return Err(msg::CLI_LOAD_NO_PATH.into());
    }
    Ok(paths)
}

/// Says that a file could not be read.
pub fn unreadable(path: &std::path::Path, e: &io::Error) -> Failure {
    msg::cli_unreadable(files::display(path), crate::notice::reason(e)).into()
}

/// Says that a file could not be written.
pub fn unwritable(path: &std::path::Path, e: &io::Error) -> Failure {
    msg::cli_unwritable(files::display(path), crate::notice::reason(e)).into()
}

/// The reading options that [`arguments`] got.
pub fn options(args: &ArgMatches) -> Options {
    let mut options = Options::default();
    if let Some(mapping) = args.get_one::<Mapping>("fields") {
        options.mapping = mapping.clone();
    }
    options
}

/// `--output FILE`.
pub fn output(lang: Lang, help: &'static str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(lang.text(msg::CLI_VALUE_FILE))
        .value_parser(value_parser!(PathBuf))
        .help(help)
}
