//! `kiosque demo`: the sample corpus with a short tour; leaves no trace.

use super::open;
use super::outcome::{Context, Outcome};
use super::surroundings::Surroundings;
use super::theme::{self, Wanted};
use crate::shell;
use crate::store::settings::Settings;
use crate::words::{Lang, msg};
use clap::{ArgMatches, Command};

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("demo").about(lang.text(msg::CLI_DEMO_ABOUT)).arg(theme::argument(lang))
}

/// Opens the interface without a journal, a session or the reader's settings.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let surroundings = Surroundings::find(args, context)?;
    let wanted = Wanted::find(args, surroundings.settings.theme.clone(), &surroundings)?;
    let fixed = args.try_get_one::<jiff::Timestamp>("now").ok().flatten().map(|t| t.as_millisecond());
    let mut setup = open::setup(surroundings, shell::sample_inputs(), Vec::new());
    setup.paths = None;
    setup.settings = Settings { name: setup.settings.name, lang: setup.settings.lang, ..Settings::default() };
    setup.name = setup.lang.text(msg::CLI_DEMO_NAME).to_owned();
    setup.tour = Some(shell::tour(setup.lang));
    open::start(setup, wanted, fixed, context, |_, _| ())
}
