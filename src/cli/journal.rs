//! `kiosque journal`: what was done, by whom and when; checking, merging and
//! compacting the file.

use super::surroundings::{Surroundings, clock};
use super::{Context, Exit, Failure, Outcome, load};
use crate::notice::Notice;
use crate::search::query::Options;
use crate::search::rules::{Plan, Rule};
use crate::search::{Article, Term};
use crate::store::journal::{self, Journal};
use crate::triage::{Triage, What, summary};
use crate::words::Lang;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    let command = Command::new("journal")
        .about("Lists what was done to articles, newest last; checks, merges and compacts the journal");
    load::arguments(command)
        .arg(
            Arg::new("format").long("format").value_parser(["text", "json"]).default_value("text").help("How to print"),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Says which lines cannot be read; exit code 3 when there are any"),
        )
        .arg(
            Arg::new("merge")
                .long("merge")
                .value_name("FILE")
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .help("Takes in the entries of another journal; twice is the same as once"),
        )
        .arg(
            Arg::new("compact")
                .long("compact")
                .action(ArgAction::SetTrue)
                .help("Writes the journal anew: in order, without repeated or damaged lines"),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(value_parser!(usize))
                .help("Lists only the last N entries"),
        )
        .arg(
            Arg::new("rules")
                .long("rules")
                .action(ArgAction::SetTrue)
                .help("Says what the rules of the settings would do to the articles of PATH…; changes nothing"),
        )
        .arg(
            Arg::new("apply")
                .long("apply")
                .requires("rules")
                .action(ArgAction::SetTrue)
                .help("With --rules: does it, one entry a rule"),
        )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args)?;
    around.complain(context)?;
    let path = around.journal();
    if args.get_flag("rules") {
        return rules(&around, &path, args, context);
    }
    if let Some(files) = args.get_many::<PathBuf>("merge") {
        let files: Vec<&PathBuf> = files.collect();
        merge(&path, &files, context)?;
    }
    if args.get_flag("compact") {
        let said = |e: std::io::Error| Failure::Said(format!("{}: could not be compacted: {e}", path.display()));
        let (done, notices) = journal::compact(&path).map_err(said)?;
        load::complain(&notices, context)?;
        writeln!(
            context.out,
            "{} entries kept, {} repeated lines left out, {} damaged lines set aside, {} lines of other versions kept",
            done.entries, done.repeated, done.torn, done.foreign
        )?;
    }
    if args.contains_id("merge") || args.get_flag("compact") {
        return Ok(Exit::Done);
    }
    let (triage, notices) = around.triage()?;
    load::complain(&notices, context)?;
    let damaged = !notices.is_empty();
    if args.get_flag("check") {
        let people: std::collections::BTreeSet<&str> = triage.entries().map(|e| &*e.by).collect();
        writeln!(
            context.out,
            "{}: {} entries by {} {}, {} lines that cannot be read",
            path.display(),
            triage.entries().len(),
            people.len(),
            if people.len() == 1 { "person" } else { "people" },
            notices.len()
        )?;
        return Ok(if damaged { Exit::Partial } else { Exit::Done });
    }
    let limit = args.get_one::<usize>("limit").copied().unwrap_or(usize::MAX);
    print(&triage, &around, limit, args.get_one::<String>("format").is_some_and(|f| f == "json"), context)?;
    Ok(match (damaged, triage.entries().len()) {
        (true, _) => Exit::Partial,
        (false, 0) => Exit::Nothing,
        _ => Exit::Done,
    })
}

fn print(
    triage: &Triage,
    around: &Surroundings,
    limit: usize,
    as_json: bool,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let skip = triage.entries().len().saturating_sub(limit);
    let nameless = |_: &_| None;
    let lang = Lang::from_code(around.language.code()).unwrap_or_default();
    if as_json {
        let entries: Vec<_> = triage
            .entries()
            .skip(skip)
            .map(|e| {
                let counts = matches!(e.what, What::Act(_)).then(|| triage.counts(e.id));
                json!({
                    "id": e.id, "at": e.at, "by": e.by, "what": e.what, "counts": counts,
                    "sentence": summary::sentence(e, triage, &nameless),
                })
            })
            .collect();
        let value = json!({ "schema": SCHEMA, "total": triage.entries().len(), "entries": entries });
        serde_json::to_writer(&mut *context.out, &value)?;
        return writeln!(context.out);
    }
    for e in triage.entries().skip(skip) {
        let sentence = lang.say(summary::sentence(e, triage, &nameless));
        writeln!(context.out, "{}  {}  {sentence}", clock(e.at), crate::text::sanitise::one_line(&e.by))?;
    }
    Ok(())
}

/// What the rules would do, or did.
fn rules(around: &Surroundings, path: &Path, args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (mut triage, damaged) = around.triage()?;
    load::complain(&damaged, context)?;
    let (documents, notices) = load::documents(&load::paths(args)?);
    let missing = load::complain(&notices, context)?;
    let options = Options { today: Some(around.today()), typing: false };
    let lang = Lang::from_code(around.language.code()).unwrap_or_default();
    let mut made = Vec::new();
    for s in &around.settings.rules {
        let place = || format!("{}:{}", around.paths.config.display(), s.line);
        let rule = Rule::new(&s.name, &s.query, &s.tags, s.state, s.read, options)
            .map_err(|e| Failure::Said(format!("{}: {e}", place())))?;
        let mut plan = Plan::default();
        for document in &documents {
            let entities = if rule.query.asks(|t| matches!(t, Term::Entity(_))) {
                crate::entity::find(document)
            } else {
                Vec::new()
            };
            let article = Article { document, status: triage.status(&document.key), entities: &entities };
            plan.consider(&rule, &article, &triage);
        }
        let does: Vec<String> = rule.changes.iter().map(|c| lang.say(summary::change_words(c))).collect();
        writeln!(
            context.out,
            "{}: {} found, {} changed, {} spared  {}",
            crate::text::sanitise::one_line(&rule.name),
            plan.found,
            plan.changing(),
            plan.spared,
            does.join(" ")
        )?;
        // A later rule sees what an earlier one does.
        if let Some(entry) = plan.entry(&rule, &triage, around.now.as_millisecond()) {
            triage.apply(&entry);
            made.push(entry);
        }
    }
    if args.get_flag("apply") && !made.is_empty() {
        let opened = Journal::open(path, || {});
        opened.journal.append_all(&made).map_err(|e| Failure::Said(format!("{}: {e}", path.display())))?;
        finish(opened.journal, path)?;
    }
    Ok(match (missing, made.is_empty()) {
        (true, _) => Exit::Partial,
        (false, true) => Exit::Nothing,
        (false, false) => Exit::Done,
    })
}

fn finish(journal: Journal, path: &Path) -> Result<(), Failure> {
    let said = |u: journal::Unsaved| format!("{}: {} entries were not saved: {}", path.display(), u.count, u.reason);
    journal.finish().map_err(|u| Failure::Said(said(u)))
}

fn merge(path: &Path, files: &[&PathBuf], context: &mut Context<'_>) -> Result<(), Failure> {
    let opened = Journal::open(path, || {});
    let mut known: std::collections::HashSet<_> = opened.entries.iter().map(|e| e.id).collect();
    for file in files {
        let place = file.display().to_string();
        let (entries, notices): (Vec<_>, Vec<Notice>) =
            journal::read(file).map_err(|e| Failure::Said(format!("{place}: could not be read: {e}")))?;
        load::complain(&notices, context)?;
        let all = entries.len();
        let new: Vec<_> = entries.into_iter().filter(|e| known.insert(e.id)).collect();
        if !new.is_empty() {
            opened.journal.append_all(&new).map_err(|e| Failure::Said(format!("{}: {e}", path.display())))?;
        }
        writeln!(context.out, "{place}: {} entries taken in, {} known", new.len(), all - new.len())?;
    }
    finish(opened.journal, path)
}
