//! `kiosque PATH…`: the program itself.

use super::given;
use super::load;
#[cfg(feature = "tui")]
use super::outcome::Exit;
use super::outcome::{Context, Failure, Outcome};
use super::surroundings::Surroundings;
use super::theme::{self, Wanted};
use crate::app::Model;
use crate::app::area::Size;
use crate::ingest;
#[cfg(feature = "tui")]
use crate::job;
use crate::job::{ArchiveInput, Input, Resources};
use crate::notice::Notice;
use crate::shell::{self, Setup};
use crate::store::archive::{self, Pull};
use crate::store::files;
use crate::triage::Triage;
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Adds the paths, `--theme`, `--no-cache` and `--linear` to the program's own
/// arguments.
pub fn arguments(command: Command, lang: Lang) -> Command {
    let command = load::arguments(command, lang).arg(theme::argument(lang)).arg(no_cache(lang));
    let command = given::pulling(command, lang);
    command.arg(Arg::new("linear").long("linear").action(ArgAction::SetTrue).help(lang.text(msg::CLI_OPEN_LINEAR)))
}

/// True where lines are read and printed in the place of a screen: asked for, or
/// the terminal can do no more.
fn is_linear(args: &ArgMatches) -> bool {
    args.try_get_one::<bool>("linear").ok().flatten().copied().unwrap_or(false) || is_dumb()
}

/// True on a terminal that can only print lines.
fn is_dumb() -> bool {
    std::env::var("TERM").is_ok_and(|t| t == "dumb")
}

fn no_cache(lang: Lang) -> Arg {
    Arg::new("no-cache").long("no-cache").action(ArgAction::SetTrue).help(lang.text(msg::CLI_OPEN_NO_CACHE))
}

/// A command that takes the options of the interface too, so that an alias
/// such as `kiosque --theme mono` is good for every command. What makes no
/// picture has nothing to do for `--theme`.
pub(super) fn everywhere(mut command: Command, lang: Lang) -> Command {
    for arg in [theme::argument(lang), no_cache(lang)] {
        if !command.get_arguments().any(|a| a.get_id() == arg.get_id()) {
            command = command.arg(arg.hide(true));
        }
    }
    command
}

/// What to load: the paths given, standard input when it is piped, else the
/// sample corpus.
fn inputs(args: &ArgMatches) -> Result<Vec<Input>, Failure> {
    let given = args.get_many::<PathBuf>("paths").is_some() || args.get_one::<PathBuf>("files-from").is_some();
    if given {
        let paths = load::sources(args)?;
        if let Some(((address, picked), words)) =
            paths.split_first().and_then(|(first, rest)| Some((archive::named(first)?, rest)))
        {
            // What stands behind an archive is a query.
            let words: Vec<String> = words.iter().map(|w| w.to_string_lossy().into_owned()).collect();
            let only = picked.into_iter().collect();
            let pull = Pull { only, ..given::pull(args, &[], &Triage::default()) };
            return Ok(vec![Input::Archive(ArchiveInput { address, query: words.join(" "), pull })]);
        }
        given::archive(&paths)?;
        if paths.iter().all(|p| is_missing(p)) {
            let all = paths.iter().map(|p| files::display(p)).collect::<Vec<_>>();
            return Err(msg::cli_open_missing(all.join(", "), all.len()).into());
        }
        return Ok(paths.into_iter().map(Input::Path).collect());
    }
    // What a program of lines reads there are its orders.
    if !std::io::stdin().is_terminal() && !is_linear(args) {
        return Ok(vec![Input::Path(PathBuf::from(files::STDIN))]);
    }
    Ok(shell::sample_inputs())
}

/// True when there is nothing of that name.
fn is_missing(path: &Path) -> bool {
    path.as_os_str() != files::STDIN && path.symlink_metadata().is_err_and(|e| e.kind() == std::io::ErrorKind::NotFound)
}

/// A setup that leaves its trace where the surroundings say.
pub(super) fn setup(surroundings: Surroundings, inputs: Vec<Input>, notices: Vec<Notice>) -> Setup {
    let Surroundings { paths, settings, notices: mut all, person, lang, now, .. } = surroundings;
    all.extend(notices);
    let mut settings = settings;
    settings.name = person;
    Setup {
        inputs,
        options: ingest::Options::default(),
        name: String::new(),
        paths: Some(paths),
        lang,
        settings,
        options_given: Vec::new(),
        tour: None,
        picking: false,
        size: Size { width: 120, height: 40 },
        now: now.as_millisecond(),
        notices: all,
    }
}

/// What a run of the interface on the given paths begins with: its setup, the
/// theme, and the time when it stands still.
pub(super) fn prepare(args: &ArgMatches, context: &mut Context<'_>) -> Result<(Setup, Wanted, Option<i64>), Failure> {
    let surroundings = Surroundings::find(args, context)?;
    let inputs = inputs(args)?;
    let name = if matches!(inputs.first(), Some(Input::Bytes(..))) {
        surroundings.lang.text(msg::CLI_SAMPLE_CORPUS).to_owned()
    } else {
        String::new()
    };
    let wanted = Wanted::find(args, surroundings.settings.theme.clone(), &surroundings)?;
    let fixed = args.get_one::<jiff::Timestamp>("now").map(|t| t.as_millisecond());
    let mut setup = setup(surroundings, inputs, Vec::new());
    setup.name = name;
    setup.options = load::options(args);
    setup.options_given = given_settings(args);
    Ok((setup, wanted, fixed))
}

/// What the command line says in the place of settings, as their file has values.
fn given_settings(args: &ArgMatches) -> Vec<(&'static str, String)> {
    let word = |key: &'static str| {
        let given = args.try_get_one::<String>(key).ok().flatten()?;
        Some((key, serde_json::Value::from(given.as_str()).to_string()))
    };
    let uncached = args.try_get_one::<bool>("no-cache").ok().flatten().copied().unwrap_or(false);
    let cache = uncached.then(|| ("cache", false.to_string()));
    ["lang", "theme", "name"].into_iter().filter_map(word).chain(cache).collect()
}

/// Opens the interface on the terminal.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (setup, wanted, fixed) = prepare(args, context)?;
    if is_linear(args) {
        return lines(setup, fixed, context);
    }
    start(setup, wanted, fixed, context, |_, _| ())
}

#[cfg(feature = "draw")]
fn lines(setup: Setup, fixed: Option<i64>, context: &mut Context<'_>) -> Outcome {
    super::linear::on_standard_input(setup, fixed, context)
}

/// This build has no interface.
#[cfg(not(feature = "draw"))]
fn lines(_: Setup, _: Option<i64>, _: &mut Context<'_>) -> Outcome {
    Err(msg::CLI_OPEN_NO_INTERFACE.into())
}

/// Runs the interface on the terminal; `after` sees what there is when the
/// reader has left.
#[cfg(feature = "tui")]
pub(super) fn start(
    setup: Setup,
    wanted: Wanted,
    fixed_now: Option<i64>,
    context: &mut Context<'_>,
    after: impl FnOnce(&Model, &Resources),
) -> Outcome {
    use crate::term::{self, Ended};
    if is_dumb() {
        return Err(msg::cli_open_instead(msg::CLI_OPEN_DUMB).into());
    }
    if !std::io::stdout().is_terminal() {
        // Who picks was given the terminal of the process, where it has one.
        let why = if setup.picking { msg::CLI_PICK_NO_TERMINAL } else { msg::CLI_OPEN_NO_TERMINAL };
        return Err(msg::cli_open_instead(why).into());
    }
    job::prepare();
    match term::run(setup, move || term::theme(&wanted.choice, &wanted.themes), fixed_now, after) {
        Ok(Ended::Quit) => Ok(Exit::Done),
        Ok(Ended::Aborted | Ended::Signal(_)) => Ok(Exit::Interrupted),
        Err(sentence) => {
            context.out.flush()?;
            Err(sentence.into())
        }
    }
}

/// Runs what draws on standard output with the terminal in its place, which a
/// pipe or a file may have taken.
#[cfg(feature = "tui")]
pub(super) fn on_terminal(context: &mut Context<'_>, run: impl FnOnce(&mut Context<'_>) -> Outcome) -> Outcome {
    context.out.flush()?;
    let redirected = crate::term::Redirected::output()?;
    let outcome = run(context);
    drop(redirected);
    outcome
}

/// This build has no interface.
#[cfg(not(feature = "tui"))]
pub(super) fn on_terminal(context: &mut Context<'_>, run: impl FnOnce(&mut Context<'_>) -> Outcome) -> Outcome {
    run(context)
}

/// This build has no interface.
#[cfg(not(feature = "tui"))]
pub(super) fn start(
    _setup: Setup,
    _wanted: Wanted,
    _fixed_now: Option<i64>,
    _context: &mut Context<'_>,
    _after: impl FnOnce(&Model, &Resources),
) -> Outcome {
    Err(msg::CLI_OPEN_NO_INTERFACE.into())
}
