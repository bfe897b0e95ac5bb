//! `kiosque clean`: labels, body text and claims of one file, or of a folder
//! of files at once.

use super::load::{self, unwritable};
use super::outcome::{Context, Exit, Failure, Outcome};
use super::progress::Progress;
use crate::app::view::kind_name;
use crate::clean::ledger;
use crate::clean::rules::words;
use crate::corpus::{Claim, Document, LineKind};
use crate::store::regular;
use crate::text::{ScalarIndex, Scalars};
use crate::words::{Lang, Message, Number, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The arguments.
pub fn command(lang: Lang) -> Command {
    Command::new("clean")
        .about(lang.text(msg::CLI_CLEAN_ABOUT))
        .arg(
            Arg::new("file")
                .value_name(lang.text(msg::CLI_VALUE_FILE))
                .help(lang.text(msg::CLI_CLEAN_FILE))
                .default_value("-"),
        )
        .arg(load::format(["text", "json"], lang.text(msg::CLI_CLEAN_FORMAT)))
        .arg(
            Arg::new("batch")
                .long("batch")
                .num_args(2)
                .value_names([lang.text(msg::CLI_VALUE_FROM), lang.text(msg::CLI_VALUE_TO)])
                .conflicts_with("file")
                .value_parser(clap::value_parser!(PathBuf))
                .help(lang.text(msg::CLI_CLEAN_BATCH)),
        )
        .arg(Arg::new("explain").long("explain").action(ArgAction::SetTrue).help(lang.text(msg::CLI_CLEAN_EXPLAIN)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    if let Some(mut dirs) = args.get_many::<PathBuf>("batch") {
        let (Some(from), Some(to)) = (dirs.next(), dirs.next()) else { return Ok(Exit::Failure) };
        return batch(from, to, context);
    }
    let path = PathBuf::from(args.get_one::<String>("file").map_or("-", String::as_str));
    let (documents, notices) = load::documents(&[path], &Default::default(), &context.progress);
    let missing = context.complain(&notices)?;
    for document in &documents {
        context.complain(&document.notices)?;
    }
    let exit = Exit::of(documents.len(), missing, !documents.is_empty());
    let Some(document) = documents.first() else { return Ok(exit) };
    let explained = args.get_flag("explain");
    match load::chosen(args) {
        "json" => {
            let mut answer = answer(document);
            if explained {
                add_weights(&mut answer, document);
            }
            serde_json::to_writer(&mut *context.out, &answer)?;
            writeln!(context.out)?;
        }
        _ if explained => print_ledger(document, context)?,
        _ => writeln!(context.out, "{}", body_text(document))?,
    }
    Ok(exit)
}

/// Adds to every line of an answer the weight of the model in words.
fn add_weights(answer: &mut Value, document: &Document) {
    let reasons = crate::clean::explain(document);
    for line in answer["lines"].as_array_mut().into_iter().flatten() {
        let n = line["n"].as_u64().unwrap_or(0) as usize;
        if let Some(Some(weight)) = n.checked_sub(1).and_then(|i| reasons.get(i)) {
            line["weight"] = json!(weight);
        }
    }
}

/// What was taken out, block by block, and every line with its reason.
fn print_ledger(document: &Document, context: &mut Context<'_>) -> Result<(), Failure> {
    let ledger = ledger(document);
    let (out, lang) = (&mut *context.out, context.lang);
    let percent = Number::decimal(ledger.kept * 100.0, 0);
    writeln!(out, "{}", lang.say(msg::cli_clean_kept(ledger.kept_words, msg::word_count(ledger.words), percent)))?;
    if let Some(alarm) = &ledger.alarm {
        writeln!(out, "{}", lang.say(&alarm.sentence))?;
    }
    for b in &ledger.taken_out {
        let (from, to) = (b.lines.0 + 1, b.lines.1 + 1);
        let place: Message = if from == to {
            msg::cli_clean_line(from.to_string())
        } else {
            msg::cli_clean_lines(from.to_string(), to.to_string())
        };
        let (kind, reason) = (kind_name(b.kind, lang), lang.say(&b.reason));
        let block = msg::cli_clean_taken_out(place, kind, msg::word_count(b.words), reason, b.rule);
        writeln!(out, "{}", lang.say(block))?;
    }
    let weights = crate::clean::explain(document);
    for (i, line) in document.lines.iter().enumerate().filter(|(_, l)| l.kind != LineKind::Blank) {
        let reason = lang.say(line.reason.clone().unwrap_or_else(|| words(line.rule)));
        let weight = weights.get(i).and_then(Option::as_ref).map_or_else(String::new, |w| lang.say(w));
        let head: String = line.content(&document.text).of(&document.text).chars().take(60).collect();
        writeln!(out, "{:>4} {:<12} {reason} [{weight}] | {head}", i + 1, kind_name(line.kind, lang))?;
    }
    Ok(())
}

fn batch(from: &Path, to: &Path, context: &mut Context<'_>) -> Outcome {
    let entries = std::fs::read_dir(from).map_err(|e| load::unreadable(from, &e))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
    paths.sort();
    std::fs::create_dir_all(to).map_err(|e| unwritable(to, &e))?;
    let (mut read, mut missing) = (0, false);
    let progress = context.progress.clone();
    let counter = progress.counter(paths.len(), msg::cli_progress_cleaning);
    for path in paths {
        let (documents, notices) = load::documents(std::slice::from_ref(&path), &Default::default(), &Progress::none());
        missing |= context.complain(&notices)?;
        counter.step();
        read += documents.len();
        let Some(document) = documents.first() else { continue };
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let out = to.join(format!("{name}.json"));
        regular::write(&out, &serde_json::to_vec(&answer(document))?).map_err(|e| unwritable(&out, &e))?;
    }
    Ok(Exit::of(read, missing, read > 0))
}

/// Body and subheadings, one stretch a line, cuts removed.
fn body_text(document: &Document) -> String {
    document.body().map(|s| s.of(&document.text)).collect::<Vec<_>>().join("\n")
}

fn put<T: serde::Serialize>(map: &mut Map<String, Value>, name: &str, claim: &Claim<T>) {
    map.insert(name.to_owned(), claim.value.as_ref().map_or(Value::Null, |v| json!(v)));
}

fn meta(document: &Document) -> Value {
    let m = &document.meta;
    let mut map = Map::new();
    put(&mut map, "title", &m.title);
    put(&mut map, "standfirst", &m.standfirst);
    put(&mut map, "outlet", &m.source);
    put(&mut map, "author", &m.author);
    put(&mut map, "agency", &m.agencies);
    put(&mut map, "published", &m.published);
    put(&mut map, "updated", &m.updated);
    put(&mut map, "page_date", &m.page_date);
    put(&mut map, "event_date", &m.event_date);
    put(&mut map, "language", &m.language);
    put(&mut map, "paywalled", &m.paywalled);
    put(&mut map, "comments_stated", &m.comments_stated);
    map.insert("comments_present".into(), json!(m.comments_present));
    put(&mut map, "reading_minutes", &m.reading_minutes);
    put(&mut map, "url", &m.url);
    Value::Object(map)
}

/// The ledger, with scalar offsets.
fn account(document: &Document, index: &ScalarIndex<'_>) -> Value {
    let ledger = ledger(document);
    let blocks: Vec<Value> = ledger
        .taken_out
        .iter()
        .map(|b| {
            let Scalars { start, end } = index.span(b.span);
            json!({
                "kind": b.kind, "rule": b.rule, "reason": b.reason, "words": b.words,
                "start": start, "end": end, "lines": [b.lines.0 + 1, b.lines.1 + 1], "cut": b.cut,
            })
        })
        .collect();
    json!({
        "words": ledger.words, "kept_words": ledger.kept_words, "kept": ledger.kept,
        "alarm": ledger.alarm, "taken_out": blocks,
    })
}

/// The whole answer for one document.
pub(crate) fn answer(document: &Document) -> Value {
    let index = ScalarIndex::new(&document.text);
    let lines: Vec<Value> = document
        .lines
        .iter()
        .enumerate()
        .map(|(i, l)| {
            let mut line = json!({
                "n": i + 1,
                "keep": l.kind.is_body() || l.kind.is_furniture(),
                "kind": l.kind,
                "rule": l.rule,
            });
            if let Some(reason) = &l.reason {
                line["reason"] = json!(reason);
            }
            if let Some(r) = l.repeats {
                line["repeats"] = json!(r + 1);
            }
            line
        })
        .filter(|l| l["kind"] != LineKind::Blank.name())
        .collect();
    let cuts: Vec<Value> = document
        .cuts
        .iter()
        .map(|c| {
            let Scalars { start, end } = index.span(c.span);
            json!({"start": start, "end": end, "kind": c.kind, "rule": c.rule, "text": c.span.of(&document.text)})
        })
        .collect();
    json!({
        "schema": 1,
        "title": document.meta.title.value,
        "lines": lines,
        "text": body_text(document),
        "cuts": cuts,
        "ledger": account(document, &index),
        "meta": meta(document),
        "notices": document.notices,
    })
}
