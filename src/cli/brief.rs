//! `kiosque brief`.

use super::given::{self, Given};
use super::outcome::{Context, Exit, Failure, Outcome};
use super::progress::Counter;
use super::{load, sides};
use crate::corpus::{Card, Document};
use crate::entity::Names;
use crate::job::{self, Analysis, Parallel};
use crate::notice::Notice;
use crate::story::brief::{self, Item};
use crate::story::pairwise::pairs;
use crate::story::{self, Executor, Grade, Side, Story, StoryInput};
use crate::text::sanitise::one_line;
use crate::text::squeezed;
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;
/// Facts printed for one story.
const FACTS: usize = 6;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(
        Command::new("brief").about(lang.text(msg::CLI_BRIEF_ABOUT)).arg(sides::format(lang)).arg(
            Arg::new("since")
                .long("since")
                .value_name(lang.text(msg::CLI_VALUE_DATE))
                .value_parser(move |s: &str| s.parse::<Date>().map_err(|_| lang.text(msg::CLI_NOT_A_DAY).to_owned()))
                .help(lang.text(msg::CLI_BRIEF_SINCE)),
        ),
        lang,
    )
}

/// Work on all cores that says how many comparisons are done.
struct Counted<'c>(Counter<'c>);

impl Executor for Counted<'_> {
    fn each(&self, count: usize, item: &(dyn Fn(usize) + Sync)) {
        Parallel.each(count, &|i| {
            item(i);
            self.0.step();
        });
    }
}

/// What is told of the stories: names and facts are looked for only where there is something
/// to compare.
fn items(
    chosen: &[&Story],
    reprints: &[Vec<usize>],
    documents: &[Document],
    names: &Names,
    context: &mut Context<'_>,
) -> Result<(Vec<Item>, bool), Failure> {
    let compared = chosen.iter().filter(|s| s.members.len() > 1).flat_map(|s| &s.members);
    let wanted: BTreeSet<usize> = compared.map(|m| m.index).collect();
    let wanted_documents = wanted.iter().map(|&i| &documents[i]).collect();
    let found = sides::worked(wanted_documents, |document| job::analysis(document, names), context);
    let failed: Vec<Notice> = found.iter().flat_map(|a| &a.failed).cloned().collect();
    let missing = context.complain(&failed)?;
    let found: HashMap<usize, Analysis> = wanted.into_iter().zip(found).collect();
    let side = |i: usize| {
        let Analysis { entities, facts, .. } = found.get(&i)?;
        Some(Side { document: &documents[i], entities, facts })
    };
    let pairs = chosen.iter().map(|s| pairs(s.members.len())).sum();
    let counted = Counted(context.progress.counter(pairs, msg::cli_progress_comparing));
    let one = |s: &&Story| {
        let members: Vec<Side<'_>> = s.members.iter().filter_map(|m| side(m.index)).collect();
        brief::item(s, &members, reprints, &counted)
    };
    let items = chosen.par_iter().map(one).collect();
    context.progress.clear();
    Ok((items, missing))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let since = args.get_one::<Date>("since").copied();
    let options = sides::by_hand(args, context)?;
    let names = sides::names(args, context)?;
    let (read, notices) = Given::of(args, context)?.documents(&context.progress);
    let missing = context.complain(&notices)?;
    let (signatures, failed) = sides::signatures(&read, context)?;
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, &options, &Parallel);
    let (chosen, undated) = brief::since(&stories.stories, &signatures, since);
    let (items, lost) = items(&chosen, &stories.reprints, &read, &names, context)?;
    if undated > 0 {
        writeln!(context.err, "kiosque: {}", context.lang.say(msg::cli_brief_undated(undated)))?;
    }
    match load::chosen(args) {
        "json" => {
            let out = json!({
                "schema": SCHEMA,
                "documents": read.iter().map(|d| d.place.to_string()).collect::<Vec<_>>(),
                "stories": items.iter().map(|i| json!({
                    "id": i.id, "title": i.title, "documents": i.documents, "reprints": i.reprints,
                    "differences": i.differences,
                    "facts": i.matrix.rows.iter().map(|r| json!({
                        "text": fact(i, r.document, r.span, &read), "origins": r.origins,
                        "origins_unknown": r.unknown, "attributed": r.attributed_names(false),
                        "attributed_doubtful": r.attributed_names(true),
                        "cells": r.cells.iter().map(|c| c.state.name()).collect::<Vec<_>>(),
                        "grades": r.cells.iter().map(|c| c.grade.map(Grade::name)).collect::<Vec<_>>(),
                    })).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
            });
            serde_json::to_writer(&mut *context.out, &out)?;
            writeln!(context.out)?;
        }
        format => {
            for i in &items {
                print(i, &read, format == "md", context)?;
            }
        }
    }
    Ok(Exit::of(read.len(), missing || failed || lost, !items.is_empty()))
}

fn fact(item: &Item, document: usize, span: crate::text::Span, read: &[Document]) -> String {
    let index = item.documents.get(document).copied().unwrap_or_default();
    squeezed(span.of(&read[index].text))
}

fn print(i: &Item, read: &[Document], md: bool, context: &mut Context<'_>) -> std::io::Result<()> {
    let (out, lang) = (&mut *context.out, context.lang);
    let (head, item) = if md { ("## ", "- ") } else { ("", "  ") };
    writeln!(out, "{head}{}\n", i.title)?;
    // A report is told once in full, and by its number where it is spoken of.
    let number = |d: usize| i.documents.iter().position(|&o| o == d).map_or(0, |n| n + 1);
    let name = |d: usize| match read[d].meta.source.value.as_deref() {
        Some(outlet) => format!("{} [{}]", one_line(outlet), number(d)),
        None => format!("[{}]", number(d)),
    };
    let names = |list: &[usize]| list.iter().map(|&d| name(d)).collect::<Vec<_>>().join(", ");
    for &d in &i.documents {
        let meta = &read[d].meta;
        let day = meta.published.value.map(|day| day.to_string());
        let known = [Some(name(d)), day, Some(Card::of(&read[d]).title), Some(read[d].place.to_string())];
        writeln!(out, "{item}{}", known.into_iter().flatten().collect::<Vec<_>>().join(", "))?;
    }
    for r in &i.reprints {
        let again = r.iter().all(|&d| read[d].key == read[r[0]].key);
        let say = if again { msg::cli_one_text_again } else { msg::cli_one_text };
        writeln!(out, "{item}{}", lang.say(say(r.len(), names(r))))?;
    }
    let several = i.documents.len() > 1;
    for r in i.matrix.rows.iter().filter(|r| !several || r.documents() > 1).take(FACTS) {
        let fact = fact(i, r.document, r.span, read);
        let said = msg::cli_brief_fact(fact, r.documents(), r.origins_in_words());
        writeln!(out, "{item}{}", lang.say(said))?;
    }
    for r in i.matrix.rows.iter().filter(|r| several && r.documents() == 1).take(FACTS) {
        let name = i.documents.get(r.document).map_or_else(String::new, |&d| name(d));
        writeln!(out, "{item}{}", lang.say(msg::cli_brief_alone(name, fact(i, r.document, r.span, read))))?;
    }
    for d in &i.differences {
        let sentence = lang.say(&d.sentence);
        writeln!(out, "{item}{}", lang.say(msg::cli_brief_differs(name(d.a), name(d.b), sentence)))?;
    }
    writeln!(out)
}
