//! `kiosque journal`: what was done, by whom and when; checking, merging and
//! compacting the file.

use super::given::Given;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::surroundings::{Surroundings, clock, noted_beside};
use super::{load, taught};
use crate::corpus::{Card, DocId, DocKey};
use crate::notice::Notice;
use crate::search::rules::{Plan, Rule};
use crate::search::{Article, Term};
use crate::store::files;
use crate::store::journal::{self, Journal};
use crate::triage::{Target, Triage, changed_among, summary};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    load::arguments(Command::new("journal").about(lang.text(msg::CLI_JOURNAL_ABOUT)), lang)
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
        .arg(flag("check", lang.text(msg::CLI_JOURNAL_CHECK)))
        .arg(
            Arg::new("merge")
                .long("merge")
                .value_name(lang.text(msg::CLI_VALUE_FILE))
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .help(lang.text(msg::CLI_JOURNAL_MERGE)),
        )
        .arg(flag("compact", lang.text(msg::CLI_JOURNAL_COMPACT)))
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(load::number(lang, 0))
                .help(lang.text(msg::CLI_JOURNAL_LIMIT)),
        )
        .arg(
            Arg::new("links")
                .long("links")
                .value_parser(taught::PARTS)
                .conflicts_with_all(["rules", "merge", "compact", "check"])
                .help(lang.text(msg::CLI_JOURNAL_LINKS)),
        )
        .arg(flag("rules", lang.text(msg::CLI_JOURNAL_RULES)))
        .arg(flag("apply", lang.text(msg::CLI_JOURNAL_APPLY)).requires("rules"))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
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
        let (done, notices) = journal::compact(&path).map_err(|e| load::unwritable(&path, &e))?;
        context.complain(&notices)?;
        let journal::Compacted { entries, repeated, torn, foreign } = done;
        context.say(msg::cli_journal_compacted(msg::entry_count(entries), repeated, torn, foreign))?;
    }
    if args.contains_id("merge") || args.get_flag("compact") {
        return Ok(Exit::Done);
    }
    let (triage, notices) = around.triage()?;
    context.complain(&notices)?;
    let damaged = !notices.is_empty();
    if args.get_flag("check") {
        let people: std::collections::BTreeSet<&str> = triage.entries().map(|e| &**e.by).collect();
        let entries = msg::entry_count(triage.entries().len());
        context.say(msg::cli_journal_checked(files::display(&path), entries, people.len(), notices.len()))?;
        return Ok(if damaged { Exit::Partial } else { Exit::Done });
    }
    if let Some(part) = args.get_one::<String>("links") {
        return taught::run(&triage, damaged, part, args, context);
    }
    let limit = args.get_one::<usize>("limit").copied().unwrap_or(usize::MAX);
    // The journal has no texts: headlines are those of the articles that are given.
    let (documents, notices) = if args.contains_id("paths") || args.contains_id("files-from") {
        Given::of(args, context)?.documents(&context.progress)
    } else {
        (Vec::new(), Vec::new())
    };
    let missing = context.complain(&notices)?;
    let titles = documents.iter().map(|d| (d.key, Card::of(d).title)).collect();
    print(&triage, &titles, limit, load::chosen(args) == "json", context)?;
    Ok(Exit::of(1, damaged || missing, triage.entries().len() > 0))
}

fn print(
    triage: &Triage,
    titles: &HashMap<DocKey, String>,
    limit: usize,
    as_json: bool,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let skip = triage.entries().len().saturating_sub(limit);
    let title = |target: &Target| titles.get(&target.document()?).cloned();
    if as_json {
        let entries: Vec<_> = triage
            .entries()
            .skip(skip)
            .map(|e| {
                let counts = e.is_act().then(|| triage.counts(e.id));
                json!({
                    "id": e.id, "at": e.at, "by": e.by, "what": in_bytes(json!(e.to_entry().what)), "counts": counts,
                    "sentence": summary::sentence(e, triage, &title),
                })
            })
            .collect();
        let value = json!({ "schema": SCHEMA, "total": triage.entries().len(), "entries": entries });
        serde_json::to_writer(&mut *context.out, &value)?;
        return writeln!(context.out);
    }
    for e in triage.entries().skip(skip) {
        let sentence = context.lang.say(summary::sentence(e, triage, &title));
        writeln!(context.out, "{}  {}  {sentence}", clock(e.at), crate::text::sanitise::one_line(e.by))?;
    }
    Ok(())
}

/// An act as it is kept, with its positions called what they are: bytes of a
/// text that is not at hand here, so that nobody takes them for characters.
fn in_bytes(kept: Value) -> Value {
    let named = |name: String, value: &Value| match name.as_str() {
        "start" | "end" | "offset" if value.is_number() => format!("{name}_byte"),
        _ => name,
    };
    match kept {
        Value::Object(map) => map.into_iter().map(|(k, v)| (named(k, &v), in_bytes(v))).collect(),
        Value::Array(list) => list.into_iter().map(in_bytes).collect(),
        other => other,
    }
}

/// What the rules would do, or did.
fn rules(around: &Surroundings, path: &Path, args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (mut triage, damaged) = around.triage()?;
    context.complain(&damaged)?;
    let (documents, notices) = Given::of(args, context)?.documents(&context.progress);
    let mut missing = context.complain(&notices)?;
    let saved = triage.searches();
    let options = around.query_options(&saved);
    let changed = changed_among(&triage, &documents);
    let noted = noted_beside(&triage);
    let names = around.settings.names();
    let mut made = Vec::new();
    for s in &around.settings.rules {
        let place = || format!("{}:{}", around.paths.config.display(), s.line);
        let rule = Rule::new(&s.name, &s.query, &s.tags, s.state, s.read, options)
            .map_err(|e| msg::cli_at(place(), e.sentence))?;
        let mut plan = Plan::default();
        let mut failed = Vec::new();
        for (i, document) in documents.iter().enumerate() {
            let entities = if rule.query.asks(|t| matches!(t, Term::Entity(_))) {
                crate::job::or_default(crate::job::names_in(document, &names), &mut failed)
            } else {
                Vec::new()
            };
            let (status, changed) = (triage.status(&document.key), changed.contains(&DocId(i as u32)));
            let shared = noted.get(&document.key).map_or(&[][..], Vec::as_slice);
            let article = Article { document, status, shared, changed, entities: &entities };
            plan.consider(&rule, &article, &triage);
        }
        missing |= context.complain(&failed)?;
        let does: Vec<String> = rule.changes.iter().map(|c| context.lang.say(summary::change_words(c))).collect();
        let name = crate::text::sanitise::one_line(&rule.name);
        context.say(msg::cli_journal_rule(name, plan.found, plan.changing(), plan.spared, does.join(" ")))?;
        // A later rule sees what an earlier one does.
        if let Some(entry) = plan.entry(&rule, &triage, around.now.as_millisecond()) {
            triage.apply(&entry);
            made.push(entry);
        }
    }
    if args.get_flag("apply") && !made.is_empty() {
        let opened = Journal::open(path, || {});
        opened.journal.append_all(&made).map_err(|e| msg::cli_unwritable(files::display(path), e))?;
        finish(opened.journal, path)?;
    }
    Ok(Exit::of(documents.len(), missing, !made.is_empty()))
}

fn finish(journal: Journal, path: &Path) -> Result<(), Failure> {
    let said =
        |u: journal::Unsaved| msg::cli_journal_unsaved(files::display(path), msg::entry_count(u.count), u.reason);
    journal.finish().map_err(|u| said(u).into())
}

fn merge(path: &Path, files: &[&PathBuf], context: &mut Context<'_>) -> Result<(), Failure> {
    let opened = Journal::open(path, || {});
    let mut known: std::collections::HashSet<_> = opened.entries.iter().map(|e| e.id).collect();
    for file in files {
        let (entries, notices): (Vec<_>, Vec<Notice>) = journal::read(file).map_err(|e| load::unreadable(file, &e))?;
        context.complain(&notices)?;
        let all = entries.len();
        let new: Vec<_> = entries.into_iter().filter(|e| known.insert(e.id)).collect();
        if !new.is_empty() {
            opened.journal.append_all(&new).map_err(|e| msg::cli_unwritable(files::display(path), e))?;
        }
        let taken = msg::entry_count(new.len());
        context.say(msg::cli_journal_merged(files::display(file), taken, all - new.len()))?;
    }
    finish(opened.journal, path)
}
