//! What a headless command stands in: the user's folders, settings, name and
//! clock, from arguments, environment and system, in this order.

use super::outcome::{Context, Failure};
use crate::corpus::DocKey;
use crate::notice::{Notice, reason};
use crate::search::query;
use crate::store::files;
use crate::store::journal;
use crate::store::paths::{self, Paths};
use crate::store::settings::{Loaded, Settings};
use crate::text::sanitise;
use crate::theme::Themes;
use crate::triage::{Note, SavedSearch, Triage};
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::DateTime};
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// Adds `--state-dir`, `--config`, `--now`, `--lang` and `--name`, for every
/// command.
pub fn arguments(command: Command, lang: Lang) -> Command {
    let arg = |name: &'static str| {
        Arg::new(name).long(name).global(true).help_heading(lang.text(msg::CLI_HEADING_SURROUNDINGS))
    };
    let path = |name: &'static str| arg(name).value_parser(value_parser!(PathBuf));
    let codes: Vec<&'static str> = Lang::all().map(Lang::code).collect();
    command
        .arg(path("state-dir").value_name(lang.text(msg::CLI_VALUE_DIR)).help(lang.text(msg::CLI_STATE_DIR)))
        .arg(path("config").value_name(lang.text(msg::CLI_VALUE_FILE)).help(lang.text(msg::CLI_CONFIG)))
        .arg(
            arg("now")
                .value_name(lang.text(msg::CLI_VALUE_TIME))
                .value_parser(move |s: &str| time(s).ok_or_else(|| lang.text(msg::CLI_NOT_A_TIME)))
                .help(lang.text(msg::CLI_NOW)),
        )
        .arg(arg("lang").value_name(lang.text(msg::CLI_VALUE_LANG)).value_parser(codes).help(lang.text(msg::CLI_LANG)))
        .arg(arg("name").value_name(lang.text(msg::CLI_VALUE_NAME)).help(lang.text(msg::CLI_NAME)))
}

fn time(s: &str) -> Option<Timestamp> {
    let time = s.parse::<Timestamp>().ok();
    let civil = || s.parse::<DateTime>().ok().or_else(|| s.parse::<Date>().ok().map(|d| d.at(0, 0, 0, 0)));
    time.or_else(|| civil().and_then(|c| c.to_zoned_datetime(TimeZone::UTC).ok()).map(|z| z.timestamp()))
}

/// Folders, settings, name, language and time of this run.
pub struct Surroundings {
    /// Where everything is kept.
    pub paths: Paths,
    /// The settings.
    pub settings: Settings,
    /// Line of each setting that the file gives, by key.
    pub lines: BTreeMap<&'static str, usize>,
    /// The reader's own themes.
    pub themes: Themes,
    /// What was wrong with the settings and the themes.
    pub notices: Vec<Notice>,
    /// The name under new entries.
    pub person: String,
    /// The language of sentences.
    pub lang: Lang,
    /// The present.
    pub now: Timestamp,
}

/// Notes on comparisons, by the articles that they are about. Those on stories are of stories
/// that the interface found; a command that finds none does not know them.
pub(super) fn noted_beside(triage: &Triage) -> HashMap<DocKey, Vec<Arc<Note>>> {
    triage.shared_notes(&|_| Vec::new())
}

impl Surroundings {
    /// Finds them; wrong settings are kept as notices.
    pub fn find(args: &ArgMatches, context: &mut Context<'_>) -> Result<Self, Failure> {
        let path = |name: &str| args.try_get_one::<PathBuf>(name).ok().flatten().map(PathBuf::as_path);
        let paths = Paths::find(path("state-dir"), path("config")).map_err(Failure::Said)?;
        let Loaded { mut settings, lines, themes, notices } = context.settings(&paths.config);
        let word = |name: &str| args.try_get_one::<String>(name).ok().flatten().map(String::as_str);
        let named = [word("name").unwrap_or_default(), &settings.name].map(str::trim);
        let person = named.into_iter().find(|n| !n.is_empty()).map_or_else(paths::person, sanitise::one_line);
        let asked = word("lang").and_then(Lang::from_code);
        let lang = asked.or(settings.lang).unwrap_or_else(paths::lang);
        settings.cache &= !args.try_get_one("no-cache").ok().flatten().copied().unwrap_or(false);
        let now = args.try_get_one::<Timestamp>("now").ok().flatten().copied().unwrap_or_else(Timestamp::now);
        Ok(Self { paths, settings, lines, themes, notices, person, lang, now })
    }

    /// The reader's day, for `today` in queries.
    pub fn today(&self) -> Date {
        self.now.to_zoned_datetime(TimeZone::system()).date()
    }

    /// How queries are read; `saved` are the searches that they may name.
    pub fn query_options<'s>(&self, saved: &'s [SavedSearch]) -> query::Options<'s> {
        let (today, accents) = (Some(self.today()), self.settings.smart_accents);
        query::Options { today, typing: false, accents, saved: query::Saved::Known(saved) }
    }

    /// The journal: the one that the settings name, else the user's own.
    pub fn journal(&self) -> PathBuf {
        match self.settings.journal.trim() {
            "" => self.paths.journal(),
            path => PathBuf::from(path),
        }
    }

    /// Verdicts, tags and notes as the journal has them; a missing journal is
    /// an empty one.
    pub fn triage(&self) -> Result<(Triage, Vec<Notice>), Failure> {
        let path = self.journal();
        let (entries, notices) = match journal::read(&path) {
            Ok(read) => read,
            Err(e) if e.kind() == io::ErrorKind::NotFound => (Vec::new(), Vec::new()),
            Err(e) => return Err(msg::cli_journal_unreadable(files::display(&path), reason(&e)).into()),
        };
        let mut triage = Triage::new();
        triage.extend(entries);
        Ok((triage, notices))
    }

    /// The surroundings with the verdicts; what was wrong with settings and
    /// journal was said.
    pub fn with_triage(args: &ArgMatches, context: &mut Context<'_>) -> Result<(Self, Triage), Failure> {
        let around = Self::find(args, context)?;
        around.complain(context)?;
        let (triage, damaged) = around.triage()?;
        context.complain(&damaged)?;
        Ok((around, triage))
    }

    /// Says what was wrong with the settings.
    pub fn complain(&self, context: &mut Context<'_>) -> io::Result<()> {
        context.complain(&self.notices).map(|_| ())
    }
}

/// A time of the journal for people, in UTC: `2026-11-21 08:12`.
pub fn clock(at: i64) -> String {
    let time = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(TimeZone::UTC);
    time.strftime("%Y-%m-%d %H:%M").to_string()
}
