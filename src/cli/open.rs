//! `kiosque PATH…`: the program itself.

#[cfg(feature = "tui")]
use super::Exit;
use super::load;
use super::surroundings::Surroundings;
use super::theme::{self, Wanted};
use super::{Context, Failure, Outcome};
use crate::app::area::Size;
use crate::corpus::Language;
use crate::ingest;
use crate::job::Input;
use crate::notice::Notice;
use crate::shell::{self, Setup};
use crate::store::files;
use crate::words::Lang;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::IsTerminal;
use std::path::PathBuf;

/// Adds the paths and `--theme` to the program's own arguments.
pub fn arguments(command: Command) -> Command {
    load::arguments(command).arg(theme::argument()).arg(
        Arg::new("no-cache")
            .long("no-cache")
            .action(ArgAction::SetTrue)
            .help("Keeps nothing of the corpus for the next start, and uses nothing that was kept"),
    )
}

/// The interface's language.
pub(super) fn lang(language: Language) -> Lang {
    if language == Language::Fr { Lang::FR } else { Lang::EN }
}

/// What to load: the paths given, standard input when it is piped, else the
/// sample corpus.
fn inputs(args: &ArgMatches) -> Result<Vec<Input>, Failure> {
    let given = args.get_many::<PathBuf>("paths").is_some() || args.get_one::<PathBuf>("files-from").is_some();
    if given {
        return Ok(load::paths(args)?.into_iter().map(Input::Path).collect());
    }
    if !std::io::stdin().is_terminal() {
        return Ok(vec![Input::Path(PathBuf::from(files::STDIN))]);
    }
    Ok(shell::sample_inputs())
}

/// A setup that leaves its trace where the surroundings say.
pub(super) fn setup(surroundings: Surroundings, inputs: Vec<Input>, notices: Vec<Notice>) -> Setup {
    let Surroundings { paths, settings, notices: mut all, person, language, now, .. } = surroundings;
    all.extend(notices);
    let mut settings = settings;
    settings.name = person;
    Setup {
        inputs,
        options: ingest::Options::default(),
        name: String::new(),
        paths: Some(paths),
        lang: lang(language),
        settings,
        tour: None,
        size: Size { width: 120, height: 40 },
        now: now.as_millisecond(),
        notices: all,
    }
}

/// Opens the interface; without a terminal, prints the list.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let surroundings = Surroundings::find(args)?;
    let inputs = inputs(args)?;
    let name = if matches!(inputs.first(), Some(Input::Bytes(..))) {
        lang(surroundings.language).pick("corpus d'exemple", "sample corpus").to_owned()
    } else {
        String::new()
    };
    let wanted = Wanted::find(args, surroundings.settings.theme.clone(), &surroundings)?;
    let fixed = args.get_one::<jiff::Timestamp>("now").map(|t| t.as_millisecond());
    let mut setup = setup(surroundings, inputs, Vec::new());
    setup.name = name;
    setup.options = load::options(args);
    setup.settings.cache &= !args.get_flag("no-cache");
    start(setup, wanted, fixed, context)
}

/// Runs the interface on the terminal.
#[cfg(feature = "tui")]
pub(super) fn start(setup: Setup, wanted: Wanted, fixed_now: Option<i64>, context: &mut Context<'_>) -> Outcome {
    use crate::term::{self, Ended};
    let dumb = std::env::var("TERM").is_ok_and(|t| t == "dumb");
    if !std::io::stdout().is_terminal() || dumb {
        let why =
            if dumb { "this terminal cannot place text (TERM=dumb)" } else { "standard output is not a terminal" };
        let sentence =
            format!("{why}; kiosque list PATH… prints the articles, kiosque --help shows the other commands");
        return Err(Failure::Said(sentence));
    }
    match term::run(setup, move || term::theme(&wanted.choice, &wanted.themes), fixed_now) {
        Ok(Ended::Quit) => Ok(Exit::Done),
        Ok(Ended::Signal(_)) => Ok(Exit::Interrupted),
        Err(sentence) => {
            context.out.flush()?;
            Err(Failure::Said(sentence))
        }
    }
}

/// This build has no interface.
#[cfg(not(feature = "tui"))]
pub(super) fn start(_setup: Setup, _wanted: Wanted, _fixed_now: Option<i64>, _context: &mut Context<'_>) -> Outcome {
    Err(Failure::Said("this build has no interface; kiosque --help shows the headless commands".into()))
}
