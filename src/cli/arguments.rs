//! What the program is asked, before clap reads it: which word is the
//! command, and in which language to answer.

use super::outcome::Failure;
use crate::store::paths::{self, Paths};
use crate::store::settings::{self, Loaded};
use crate::text::near::nearest;
use crate::words::{Lang, msg};
use clap::{Arg, Command};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The settings file as read, with its path.
pub(super) type ReadSettings = (PathBuf, Loaded);

/// The language of the answer: what `--lang` says, else the settings, else the
/// locale. Help and errors need it before the arguments are understood. The
/// settings that were read for it come back too, so that nobody reads them again.
pub(super) fn language(args: &[OsString]) -> (Lang, Option<ReadSettings>) {
    let given = |name: &str| {
        let before = args.iter().map(OsString::as_os_str).take_while(|a| *a != "--");
        let mut words = before.peekable();
        let mut value: Option<&OsStr> = None;
        while let Some(word) = words.next() {
            match word.to_str().and_then(|w| w.strip_prefix("--")).and_then(|w| w.strip_prefix(name)) {
                Some("") => value = words.peek().copied(),
                Some(rest) if rest.starts_with('=') => value = Some(OsStr::new(&rest[1..])),
                _ => {}
            }
        }
        value
    };
    // The reader's languages stand beside the settings.
    let paths = Paths::find(given("state-dir").map(Path::new), given("config").map(Path::new));
    let read = paths.ok().map(|p| {
        let loaded = settings::load(&p.config);
        (p.config, loaded)
    });
    let chosen = read.as_ref().and_then(|(_, loaded)| loaded.settings.lang);
    let asked = given("lang").and_then(OsStr::to_str).and_then(Lang::from_code);
    (asked.or(chosen).unwrap_or_else(paths::lang), read)
}

/// The arguments with the command first, wherever it stands among the
/// options: `kiosque --lang fr search mot` is `kiosque search --lang fr mot`.
/// So every option of a command may stand before its name. The first word
/// that is no option is the command or nothing is.
pub(super) fn command_first(mut args: Vec<OsString>, root: &Command) -> Vec<OsString> {
    let at = first_word(&args, root);
    if at > 1 && args.get(at).and_then(|w| w.to_str()).is_some_and(|w| root.find_subcommand(w).is_some()) {
        let command = args.remove(at);
        args.insert(1, command);
    }
    args
}

/// Place of the first word that is neither an option nor the value of one.
fn first_word(args: &[OsString], root: &Command) -> usize {
    let mut at = 1;
    while let Some(word) = args.get(at).and_then(|w| w.to_str()) {
        if word == "-" || word == "--" || !word.starts_with('-') {
            break;
        }
        at += 1 + values(word, root);
    }
    at
}

/// How many words behind an option are its values.
fn values(word: &str, root: &Command) -> usize {
    let is = |arg: &&Arg| match word.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        // `-ofile` carries its value along.
        None => word.len() == 2 && arg.get_short() == word.chars().nth(1),
    };
    let known = [root].into_iter().chain(root.get_subcommands()).flat_map(Command::get_arguments).find(is);
    known.filter(|a| a.get_action().takes_values()).map_or(0, |a| a.get_num_args().map_or(1, |n| n.min_values()))
}

/// What is wrong with a first word that is neither a command nor anything on
/// disk, but looks like a command. A path with a separator is one.
pub(super) fn mistyped(args: &[OsString], root: &Command) -> Option<Failure> {
    let word = args.get(first_word(args, root))?;
    let name = word.to_str().filter(|w| !w.starts_with('-') && !w.contains(['/', '\\', '.']))?;
    if root.find_subcommand(name).is_some() || Path::new(word).symlink_metadata().is_ok() {
        return None;
    }
    let close = nearest(name, root.get_subcommands().map(Command::get_name))?;
    Some(msg::cli_mistyped(name, close).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(line: &str) -> String {
        let args = line.split(' ').map(OsString::from).collect();
        let args = command_first(args, &crate::cli::command(Lang::EN));
        args.iter().map(|a| a.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_command_goes_first_from_among_the_options() {
        assert_eq!(first("kiosque --lang fr search mot DIR"), "kiosque search --lang fr mot DIR");
        assert_eq!(first("kiosque --lang=fr --format json list DIR"), "kiosque list --lang=fr --format json DIR");
        assert_eq!(first("kiosque -o out.md export DIR"), "kiosque export -o out.md DIR");
        assert_eq!(first("kiosque --batch IN OUT clean"), "kiosque clean --batch IN OUT");
        assert_eq!(first("kiosque DIR search"), "kiosque DIR search");
        assert_eq!(first("kiosque -- search"), "kiosque -- search");
        assert_eq!(first("kiosque --config search list"), "kiosque list --config search");
    }

    #[test]
    fn a_name_of_an_option_takes_as_many_values_in_every_command() {
        let root = crate::cli::command(Lang::EN);
        let mut seen: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        for command in [&root].into_iter().chain(root.get_subcommands()) {
            for arg in command.get_arguments() {
                for name in
                    arg.get_long().map(|l| format!("--{l}")).into_iter().chain(arg.get_short().map(|s| format!("-{s}")))
                {
                    let takes = arg.get_action().takes_values();
                    let n = if takes { arg.get_num_args().map_or(1, |n| n.min_values()) } else { 0 };
                    assert_eq!(*seen.entry(name.clone()).or_insert(n), n, "{name} of {}", command.get_name());
                }
            }
        }
    }
}
