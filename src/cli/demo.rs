//! `kiosque demo`: the sample corpus with a short tour; leaves no trace.

use super::open;
use super::surroundings::Surroundings;
use super::theme::{self, Wanted};
use super::{Context, Outcome};
use crate::shell;
use crate::store::settings::Settings;
use clap::{ArgMatches, Command};

/// The arguments.
pub fn command() -> Command {
    Command::new("demo").about("Opens the sample corpus with a short tour; leaves no trace").arg(theme::argument())
}

/// Opens the interface without a journal, a session or the reader's settings.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let surroundings = Surroundings::find(args)?;
    let wanted = Wanted::find(args, surroundings.settings.theme.clone(), &surroundings)?;
    let fixed = args.try_get_one::<jiff::Timestamp>("now").ok().flatten().map(|t| t.as_millisecond());
    let mut setup = open::setup(surroundings, shell::sample_inputs(), Vec::new());
    setup.paths = None;
    setup.settings = Settings { name: setup.settings.name, lang: setup.settings.lang, ..Settings::default() };
    setup.name = setup.lang.pick("visite", "tour").to_owned();
    setup.tour = Some(shell::tour(setup.lang));
    open::start(setup, wanted, fixed, context)
}
