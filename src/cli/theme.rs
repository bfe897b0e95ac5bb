//! `--theme`, and which theme is wanted.

use super::outcome::Failure;
use super::surroundings::Surroundings;
use crate::store::settings;
use crate::text::near::did_you_mean;
use crate::text::sanitise::one_line;
use crate::theme::{Choice, Themes};
use crate::words::{Lang, msg};
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Command};
use std::ffi::OsStr;

/// `--theme`.
pub(super) fn argument(lang: Lang) -> Arg {
    Arg::new("theme")
        .long("theme")
        .value_name(lang.text(msg::CLI_VALUE_THEME))
        .value_parser(Names)
        .help(lang.text(msg::CLI_OPEN_THEME))
}

/// Takes any word, as the reader's own themes are known only once the settings
/// are; offers the built-in ones to help and completion.
#[derive(Clone)]
struct Names;

impl TypedValueParser for Names {
    type Value = String;

    fn parse_ref(&self, command: &Command, _: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        value.to_str().map(str::to_owned).ok_or_else(|| clap::Error::new(ErrorKind::InvalidUtf8).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(settings::values("theme").into_iter().map(PossibleValue::new)))
    }
}

/// A theme that is there, or the automatic choice, and what there is to choose
/// from.
#[cfg_attr(not(feature = "draw"), allow(dead_code, reason = "where nothing is drawn the name is only checked"))]
pub(super) struct Wanted {
    /// Which.
    pub(super) choice: Choice,
    /// The themes that there are.
    pub(super) themes: Themes,
}

impl Wanted {
    /// The theme of `--theme`, else the given one.
    ///
    /// # Errors
    /// There is no theme of the name that `--theme` gives.
    pub(super) fn find(args: &ArgMatches, otherwise: Choice, around: &Surroundings) -> Result<Self, Failure> {
        let themes = around.themes.clone();
        let asked = args.get_one::<String>("theme").map(String::as_str);
        if let Some(Choice::Named(name)) = asked.map(Choice::from)
            && themes.find(&name).is_none()
        {
            let names = themes.names();
            let sentence = msg::cli_no_theme(one_line(&name), did_you_mean(&name, &names), names.join(", "));
            return Err(sentence.into());
        }
        Ok(Self { choice: asked.map_or(otherwise, Choice::from), themes })
    }
}
