//! What a headless command stands in: the user's folders, settings, name and
//! clock, from arguments, environment and system, in this order.

use super::{Context, Failure};
use crate::corpus::Language;
use crate::notice::Notice;
use crate::store::journal;
use crate::store::paths::{self, Paths};
use crate::store::settings::{self, Loaded, Settings};
use crate::theme::Themes;
use crate::triage::Triage;
use clap::{Arg, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::DateTime};
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

/// Adds `--state-dir`, `--config`, `--now` and `--lang`, for every command.
pub fn arguments(command: Command) -> Command {
    let path = |name: &'static str| {
        Arg::new(name).long(name).global(true).value_parser(value_parser!(PathBuf)).help_heading("Surroundings")
    };
    command
        .arg(path("state-dir").value_name("DIR").help("Keeps verdicts, sessions and caches in DIR"))
        .arg(path("config").value_name("FILE").help("Reads settings from FILE"))
        .arg(
            Arg::new("now")
                .long("now")
                .global(true)
                .value_name("TIME")
                .value_parser(parse_time)
                .help("Takes TIME (2026-11-21 or 2026-11-21T08:00) for the present, in UTC")
                .help_heading("Surroundings"),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("LANG")
                .value_parser(clap::builder::PossibleValuesParser::new(
                    settings::values("lang").into_iter().filter(|l| *l != "auto"),
                ))
                .help("Speaks French or English")
                .help_heading("Surroundings"),
        )
}

fn parse_time(s: &str) -> Result<Timestamp, String> {
    let time = s.parse::<Timestamp>().ok();
    let civil = || s.parse::<DateTime>().ok().or_else(|| s.parse::<Date>().ok().map(|d| d.at(0, 0, 0, 0)));
    time.or_else(|| civil().and_then(|c| c.to_zoned_datetime(TimeZone::UTC).ok()).map(|z| z.timestamp()))
        .ok_or_else(|| "write a day such as 2026-11-21 or a time such as 2026-11-21T08:00".to_owned())
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
    pub language: Language,
    /// The present.
    pub now: Timestamp,
}

impl Surroundings {
    /// Finds them; wrong settings are kept as notices.
    pub fn find(args: &ArgMatches) -> Result<Self, Failure> {
        let path = |name: &str| args.try_get_one::<PathBuf>(name).ok().flatten().map(PathBuf::as_path);
        let paths = Paths::find(path("state-dir"), path("config")).map_err(Failure::Said)?;
        let Loaded { settings, lines, themes, notices } = settings::load(&paths.config);
        let person = if settings.name.trim().is_empty() { paths::person() } else { settings.name.trim().to_owned() };
        let asked = args.try_get_one::<String>("lang").ok().flatten().and_then(|l| Language::from_code(l));
        let language = asked.or(settings.lang).unwrap_or_else(paths::language);
        let now = args.try_get_one::<Timestamp>("now").ok().flatten().copied().unwrap_or_else(Timestamp::now);
        Ok(Self { paths, settings, lines, themes, notices, person, language, now })
    }

    /// The day, for `today` in queries.
    pub fn today(&self) -> Date {
        self.now.to_zoned_datetime(TimeZone::UTC).date()
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
            Err(e) => return Err(Failure::Said(format!("{}: the journal could not be read: {e}", path.display()))),
        };
        let mut triage = Triage::new();
        triage.extend(entries);
        Ok((triage, notices))
    }

    /// The surroundings with the verdicts; what was wrong with settings and
    /// journal was said.
    pub fn with_triage(args: &ArgMatches, context: &mut Context<'_>) -> Result<(Self, Triage), Failure> {
        let around = Self::find(args)?;
        around.complain(context)?;
        let (triage, damaged) = around.triage()?;
        super::load::complain(&damaged, context)?;
        Ok((around, triage))
    }

    /// Says what was wrong with the settings.
    pub fn complain(&self, context: &mut Context<'_>) -> io::Result<()> {
        super::load::complain(&self.notices, context).map(|_| ())
    }
}

/// A time of the journal for people, in UTC: `2026-11-21 08:12`.
pub fn clock(at: i64) -> String {
    let time = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(TimeZone::UTC);
    time.strftime("%Y-%m-%d %H:%M").to_string()
}
