//! `kiosque doctor`: versions, folders, and whether they can be used.

use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::surroundings::Surroundings;
use crate::store::catalogue::dir;
use crate::store::settings::{ROWS, SettingRow, shown};
use crate::store::themes;
use crate::theme::{AUTO, Choice};
use crate::words::{Arg, Lang, Message, Plain, msg};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};
#[cfg(feature = "tui")]
use std::io::IsTerminal;
use std::io::{self, Write};
use std::path::Path;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// Variables that change what kiosque does.
const VARIABLES: &[&str] = &[
    "KIOSQUE_STATE_DIR",
    "KIOSQUE_CONFIG",
    "KIOSQUE_NAME",
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "VISUAL",
    "EDITOR",
    "BROWSER",
    "TMUX",
    "SSH_TTY",
];

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("doctor")
        .about(lang.text(msg::CLI_DOCTOR_ABOUT))
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
    let journal = around.journal();
    let (triage, mut problems) = match around.triage() {
        Ok((triage, notices)) => (Some(triage), notices),
        Err(super::outcome::Failure::Said(sentence)) => (None, vec![crate::notice::Notice::error("", sentence)]),
        Err(other) => return Err(other),
    };
    problems.extend(super::config::problems(&around));
    let paths = [
        ("settings", around.paths.config.as_path()),
        ("journal", &journal),
        ("data", &around.paths.data),
        ("state", &around.paths.state),
        ("cache", &around.paths.cache),
    ];
    let features = features();
    let variables: serde_json::Map<String, Value> = VARIABLES
        .iter()
        .filter_map(|n| std::env::var(n).ok().map(|v| ((*n).to_owned(), json!(crate::text::sanitise::one_line(&v)))))
        .collect();
    let (corpora, bytes) = dir::size(&around.paths.cache);
    let catalogues = dir::folder(&around.paths.cache);
    let settings: Vec<Setting<'_>> = ROWS.iter().map(|row| Setting::find(row, args, &around)).collect();
    let theme = theme(args, &around);
    let value = json!({
        "schema": SCHEMA,
        "version": env!("CARGO_PKG_VERSION"),
        "features": features,
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "person": around.person,
        "language": around.lang.code(),
        "paths": paths.iter().map(|(n, p)| ((*n).to_owned(), json!({
            "path": p.display().to_string(), "exists": p.exists(), "writable": writable(p),
        }))).collect::<serde_json::Map<_, _>>(),
        "catalogues": {
            "path": catalogues.display().to_string(), "corpora": corpora, "bytes": bytes, "kept": around.settings.cache,
        },
        "theme": theme,
        "settings": settings.iter().map(Setting::json).collect::<Vec<_>>(),
        "entries": triage.as_ref().map(|t| t.entries().len()),
        "variables": variables,
        "problems": problems,
    });
    if load::chosen(args) == "json" {
        serde_json::to_writer_pretty(&mut *context.out, &value)?;
        writeln!(context.out)?;
    } else {
        let system = value["system"].as_str().unwrap_or_default();
        let (out, lang) = (&mut *context.out, context.lang);
        let head = msg::cli_doctor_head(env!("CARGO_PKG_VERSION"), system, Arg::from_iter(features));
        writeln!(out, "{}", lang.say(head))?;
        let words = PATH_WORDS.map(|words| lang.text(words));
        for (name, (_, path)) in words.into_iter().zip(paths) {
            let note = match (path.exists(), writable(path)) {
                (_, false) => Some(msg::CLI_DOCTOR_READ_ONLY),
                (true, _) => None,
                (false, _) => Some(msg::CLI_DOCTOR_NOT_YET),
            };
            writeln!(out, "{name:<10}{}", lang.say(noted(path.display().to_string(), note)))?;
        }
        let kept = (!around.settings.cache).then_some(msg::CLI_DOCTOR_NOT_KEPT);
        let summary = noted(catalogues.display().to_string(), Some(super::cache::summary(corpora, bytes)));
        let name = lang.text(msg::CLI_DOCTOR_CATALOGUE);
        writeln!(out, "{name:<10}{}", lang.say(noted(summary, kept)))?;
        let entries = msg::entry_count(triage.map_or(0, |t| t.entries().len()));
        let name = lang.text(msg::CLI_DOCTOR_ENTRIES);
        writeln!(out, "{name:<10}{}", lang.say(msg::cli_doctor_verdicts(entries, &around.person)))?;
        print_settings(out, lang, &theme, &settings)?;
        for (name, v) in &variables {
            writeln!(out, "{name:<18}{}", v.as_str().unwrap_or(""))?;
        }
        context.complain(&problems)?;
    }
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Partial })
}

/// Which of its features this program was built with.
fn features() -> Vec<&'static str> {
    let built = [
        ("draw", cfg!(feature = "draw")),
        ("tui", cfg!(feature = "tui")),
        ("live", cfg!(feature = "live")),
        ("postgres", cfg!(feature = "postgres")),
    ];
    built.iter().filter(|f| f.1).map(|f| f.0).collect()
}

/// What the paths are called, in the order in which they are printed.
const PATH_WORDS: [Plain; 5] = [
    msg::CLI_DOCTOR_SETTINGS,
    msg::CLI_DOCTOR_JOURNAL,
    msg::CLI_DOCTOR_DATA,
    msg::CLI_DOCTOR_STATE,
    msg::CLI_DOCTOR_CACHE,
];

/// A value with what there is to say of it.
fn noted(value: impl Into<Arg>, note: Option<impl Into<Arg>>) -> Message {
    match note {
        Some(note) => msg::cli_doctor_noted(value, note),
        None => msg::verbatim(value),
    }
}

/// The theme, and every setting with its value and where it comes from.
fn print_settings(out: &mut dyn Write, lang: Lang, theme: &Value, settings: &[Setting<'_>]) -> io::Result<()> {
    let name = theme["name"].as_str().unwrap_or("");
    let from = match theme["file"].as_str() {
        Some(file) => Some(Arg::from(file)),
        None if name == AUTO => None,
        None => Some(msg::CLI_DOCTOR_BUILT_IN.into()),
    };
    writeln!(out, "{:<10}{}", lang.text(msg::CLI_DOCTOR_THEME), lang.say(noted(name, from)))?;
    for setting in settings {
        let from = match setting.from.as_str() {
            BY_DEFAULT => Arg::from(msg::CLI_DOCTOR_BY_DEFAULT),
            from => from.into(),
        };
        writeln!(out, "{:<22}{}", setting.row.key, lang.say(noted(&setting.value, Some(from))))?;
    }
    Ok(())
}

/// True when the path, or the nearest folder above it, is not read-only.
fn writable(path: &Path) -> bool {
    let nearest = path.ancestors().find(|p| p.exists());
    nearest.and_then(|p| p.metadata().ok()).is_some_and(|m| !m.permissions().readonly())
}

/// Where a setting comes from that nobody gave.
const BY_DEFAULT: &str = "default";

/// A setting in force.
struct Setting<'a> {
    row: &'a SettingRow,
    /// As in the file; how many entries where it is a table.
    value: String,
    /// Where it comes from: `file:line`, an option, or the defaults.
    from: String,
}

impl<'a> Setting<'a> {
    fn find(row: &'a SettingRow, args: &ArgMatches, around: &Surroundings) -> Self {
        let option = args.try_get_one::<String>(row.key).ok().flatten();
        let (value, from) = match (option, around.lines.get(row.key)) {
            (Some(given), _) => (json!(given).to_string(), format!("--{}", row.key)),
            (None, Some(line)) => (shown(row, &around.settings), format!("{}:{line}", around.paths.config.display())),
            (None, None) => (shown(row, &around.settings), BY_DEFAULT.to_owned()),
        };
        Self { row, value, from }
    }

    fn json(&self) -> Value {
        let value = serde_json::from_str(&self.value).unwrap_or(Value::Null);
        json!({ "key": self.row.key, "value": value, "from": self.from })
    }
}

/// The name of the theme that this terminal is drawn in.
#[cfg(feature = "tui")]
fn drawn(wanted: &Choice, around: &Surroundings) -> Option<String> {
    std::io::stdout().is_terminal().then(|| crate::term::chosen_theme(wanted, &around.themes).name)
}

/// This build draws on no terminal.
#[cfg(not(feature = "tui"))]
fn drawn(_wanted: &Choice, _around: &Surroundings) -> Option<String> {
    None
}

/// The theme in force: its name, and its file when it is the reader's own. What
/// is left to the terminal is named as such where no terminal is there to ask.
fn theme(args: &ArgMatches, around: &Surroundings) -> Value {
    let asked = args.try_get_one::<String>("theme").ok().flatten();
    let wanted = asked.map_or_else(|| around.settings.theme.clone(), |name| Choice::from(name.as_str()));
    let name = drawn(&wanted, around).unwrap_or_else(|| wanted.name().to_owned());
    let own = around.themes.own.iter().any(|d| d.name == name);
    let file = own.then(|| themes::folder(&around.paths.config).join(format!("{name}.toml")).display().to_string());
    json!({ "wanted": wanted.name(), "name": name, "file": file })
}
