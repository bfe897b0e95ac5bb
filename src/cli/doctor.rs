//! `kiosque doctor`: versions, folders, and whether they can be used.

use super::surroundings::Surroundings;
use super::{Context, Exit, Outcome};
use crate::store::catalogue::home;
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};
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
pub fn command() -> Command {
    Command::new("doctor").about("Says versions, folders and what is wrong with them").arg(
        Arg::new("format").long("format").value_parser(["text", "json"]).default_value("text").help("How to print"),
    )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args)?;
    let journal = around.journal();
    let (triage, mut problems) = match around.triage() {
        Ok((triage, notices)) => (Some(triage), notices),
        Err(super::Failure::Said(sentence)) => {
            (None, vec![crate::notice::Notice::error("", crate::words::msg::verbatim(sentence))])
        }
        Err(other) => return Err(other),
    };
    problems.extend(around.notices.iter().cloned());
    let paths = [
        ("settings", around.paths.config.as_path()),
        ("journal", &journal),
        ("data", &around.paths.data),
        ("state", &around.paths.state),
        ("cache", &around.paths.cache),
    ];
    let features: Vec<&str> = [("draw", cfg!(feature = "draw")), ("tui", cfg!(feature = "tui"))]
        .iter()
        .filter(|f| f.1)
        .map(|f| f.0)
        .collect();
    let variables: serde_json::Map<String, Value> = VARIABLES
        .iter()
        .filter_map(|n| std::env::var(n).ok().map(|v| ((*n).to_owned(), json!(crate::text::sanitise::one_line(&v)))))
        .collect();
    let (corpora, bytes) = home::size(&around.paths.cache);
    let catalogues = home::folder(&around.paths.cache);
    let value = json!({
        "schema": SCHEMA,
        "version": env!("CARGO_PKG_VERSION"),
        "features": features,
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "person": around.person,
        "language": around.language,
        "paths": paths.iter().map(|(n, p)| ((*n).to_owned(), json!({
            "path": p.display().to_string(), "exists": p.exists(), "writable": writable(p),
        }))).collect::<serde_json::Map<_, _>>(),
        "catalogues": {
            "path": catalogues.display().to_string(), "corpora": corpora, "bytes": bytes, "kept": around.settings.cache,
        },
        "entries": triage.as_ref().map(|t| t.entries().len()),
        "variables": variables,
        "problems": problems,
    });
    if args.get_one::<String>("format").is_some_and(|f| f == "json") {
        serde_json::to_writer_pretty(&mut *context.out, &value)?;
        writeln!(context.out)?;
    } else {
        let out = &mut *context.out;
        writeln!(
            out,
            "kiosque {} ({}; {})",
            env!("CARGO_PKG_VERSION"),
            value["system"].as_str().unwrap_or(""),
            features.join(", ")
        )?;
        for (name, path) in paths {
            let note = match (path.exists(), writable(path)) {
                (_, false) => "cannot be written",
                (true, _) => "",
                (false, _) => "not there yet",
            };
            writeln!(out, "{name:<10}{}{}{note}", path.display(), if note.is_empty() { "" } else { "  — " })?;
        }
        let kept = if around.settings.cache { "" } else { "  — not kept, the settings say" };
        let summary = super::cache::summary(corpora, bytes);
        writeln!(out, "{:<10}{}  — {summary}{kept}", "catalogue", catalogues.display())?;
        writeln!(out, "{:<10}{} entries, as {}", "verdicts", triage.map_or(0, |t| t.entries().len()), around.person)?;
        for (name, v) in &variables {
            writeln!(out, "{name:<18}{}", v.as_str().unwrap_or(""))?;
        }
        super::load::complain(&problems, context)?;
    }
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Partial })
}

/// True when the path, or the nearest folder above it, is not read-only.
fn writable(path: &Path) -> bool {
    let nearest = path.ancestors().find(|p| p.exists());
    nearest.and_then(|p| p.metadata().ok()).is_some_and(|m| !m.permissions().readonly())
}
