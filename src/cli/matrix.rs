//! `kiosque matrix`.

use super::given::{self, Given};
use super::outcome::{Context, Exit, Failure, Outcome};
use super::surroundings::Surroundings;
use super::{load, sides};
use crate::corpus::{DocId, Document};
use crate::job::{self, Candidate, Parallel, Stop, TextAccess, TextOptions, WhoSays};
use crate::notice::Notice;
use crate::store::paths;
use crate::story::coverage::{First, Order, Report, Show};
use crate::story::pairwise::MOST;
use crate::story::{self, Grade, StoryInput};
use crate::text::sanitise::one_line;
use crate::text::{ScalarIndex, Span, fold, squeezed};
use crate::triage::Status;
use crate::triage::export::{Format, Plot, PlotSigns, table};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

/// Version of the JSON printed here.
const SCHEMA: u32 = 2;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(
        Command::new("matrix")
            .about(lang.text(msg::CLI_MATRIX_ABOUT))
            .long_about(lang.text(msg::CLI_MATRIX_LONG_ABOUT))
            .arg(table_format(lang))
            .arg(story_argument(lang))
            .arg(
                Arg::new("order")
                    .long("order")
                    .value_parser(["origins", "time", "text"])
                    .default_value("origins")
                    .help(lang.text(msg::CLI_MATRIX_ORDER)),
            )
            .arg(Arg::new("alone").long("alone").action(ArgAction::SetTrue).help(lang.text(msg::CLI_MATRIX_ALONE)))
            .arg(
                Arg::new("differing")
                    .long("differing")
                    .action(ArgAction::SetTrue)
                    .conflicts_with("alone")
                    .help(lang.text(msg::CLI_MATRIX_DIFFERING)),
            )
            .arg(
                Arg::new("omitted")
                    .long("omitted-by")
                    .value_name(lang.text(msg::CLI_VALUE_OUTLET))
                    .conflicts_with_all(["alone", "differing"])
                    .help(lang.text(msg::CLI_MATRIX_OMITTED)),
            ),
        lang,
    )
}

/// The argument that chooses how a table is printed.
pub(super) fn table_format(lang: Lang) -> Arg {
    load::format(["text", "md", "csv", "json", "plot", "svg"], lang.text(msg::CLI_TABLE_FORMAT))
}

/// The argument that names one story among what is given.
pub(super) fn story_argument(lang: Lang) -> Arg {
    let story = Arg::new("story").long("story").value_name(lang.text(msg::CLI_VALUE_NAME));
    story.help(lang.text(msg::CLI_MATRIX_STORY))
}

/// The articles of the story of this identity, else of the largest one that has
/// these words in its title.
fn of_story(
    documents: Vec<Document>,
    wanted: &str,
    args: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<Vec<Document>, Failure> {
    let options = sides::by_hand(args, context)?;
    let (signatures, _) = sides::signatures(&documents, context)?;
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, &options, &Parallel).stories;
    let words = fold(wanted);
    let titled = || stories.iter().filter(|s| fold(&s.title).contains(&words)).max_by_key(|s| s.members.len());
    let found = stories.iter().find(|s| s.id == wanted).or_else(titled);
    let members = &found.ok_or_else(|| msg::cli_matrix_no_story(wanted))?.members;
    let members: BTreeSet<usize> = members.iter().map(|m| m.index).collect();
    Ok(documents.into_iter().enumerate().filter(|(i, _)| members.contains(i)).map(|(_, d)| d).collect())
}

/// The formats that a table is printed in without further ado.
pub(super) fn printed(args: &ArgMatches) -> Option<Format> {
    match load::chosen(args) {
        "json" => None,
        "md" => Some(Format::Markdown),
        "csv" => Some(Format::Csv),
        _ => Some(Format::Plain),
    }
}

/// True for the formats that are looked at rather than read.
pub(super) fn is_drawn(args: &ArgMatches) -> bool {
    matches!(load::chosen(args), "plot" | "svg")
}

/// Columns of a plot that is printed.
const COLUMNS: usize = 78;

/// Prints a plot as lines or as a picture.
pub(super) fn draw(plot: &Plot, args: &ArgMatches, context: &mut Context<'_>) -> io::Result<()> {
    let signs = if paths::writes_unicode() { PlotSigns::Blocks } else { PlotSigns::Ascii };
    let drawn = if load::chosen(args) == "svg" { plot.svg() } else { plot.text(COLUMNS, signs) };
    context.out.write_all(drawn.as_bytes())
}

/// What a story is called by its first report.
pub(super) fn story_title(said: &WhoSays) -> String {
    let title = said.documents.first().and_then(|d| d.document.meta.title.value.as_deref());
    title.map(one_line).unwrap_or_default()
}

/// The language of a table: the headings of CSV are for programs.
pub(super) fn table_language(format: Format, context: &Context<'_>) -> Lang {
    if format == Format::Csv { Lang::EN } else { context.lang }
}

/// Reads the articles of a story and lays them against each other. The second
/// value is true when something is missing.
pub(super) fn read(args: &ArgMatches, context: &mut Context<'_>) -> Result<(WhoSays, bool), Failure> {
    let (documents, notices) = Given::of(args, context)?.documents(&context.progress);
    let missing = context.complain(&notices)?;
    let documents = match args.get_one::<String>("story") {
        Some(wanted) => of_story(documents, wanted, args, context)?,
        None => documents,
    };
    let candidates = documents.into_iter().enumerate().map(|(i, document)| Candidate {
        id: DocId(i as u32),
        key: document.key,
        document: Some(Arc::new(document)),
        analysis: None,
        status: Status::default(),
    });
    let names = Arc::new(Surroundings::find(args, context)?.settings.names());
    let texts = TextAccess { options: TextOptions { names, ..TextOptions::default() }, ..TextAccess::default() };
    let said =
        job::who_says(candidates.collect(), &texts, &Stop::never()).map_err(|n| n.message())?.expect("nobody stops it");
    let failed: Vec<Notice> = said.documents.iter().flat_map(|d| &d.analysis.failed).cloned().collect();
    let missing = missing | context.complain(&failed)?;
    let texts = said.coverage.reports.len();
    if said.left_out > 0 {
        let read = said.documents.len();
        writeln!(context.err, "kiosque: {}", context.lang.say(msg::cli_matrix_read(read, read + said.left_out)))?;
    }
    if texts > MOST {
        writeln!(context.err, "kiosque: {}", context.lang.say(msg::cli_matrix_most(texts, MOST)))?;
    }
    Ok((said, missing))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (said, missing) = read(args, context)?;
    let order = match args.get_one::<String>("order").map(String::as_str) {
        Some("time") => Order::Time,
        Some("text") => Order::Text(0),
        _ => Order::Origins,
    };
    let show = match args.get_one::<String>("omitted") {
        Some(outlet) => Show::Omitted(column(&said, outlet)?),
        None if args.get_flag("alone") => Show::Alone,
        None if args.get_flag("differing") => Show::Differing,
        None => Show::All,
    };
    if is_drawn(args) {
        draw(&job::overlap(&said, &story_title(&said), context.lang), args, context)?;
        return Ok(Exit::of(said.documents.len(), missing, !said.documents.is_empty()));
    }
    match printed(args) {
        None => {
            serde_json::to_writer(&mut *context.out, &to_json(&said, order, show))?;
            writeln!(context.out)?;
        }
        Some(format) => {
            let lang = table_language(format, context);
            let words = job::what_is_said(&said, order, show, lang);
            context.out.write_all(table::print(format, &words, &[]).as_bytes())?;
        }
    }
    Ok(Exit::of(said.documents.len(), missing, !said.coverage.rows(order, show).is_empty()))
}

/// The column of an outlet or of a number.
fn column(said: &WhoSays, outlet: &str) -> Result<usize, Failure> {
    let reports = &said.coverage.reports;
    let number = outlet.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|&n| n < reports.len());
    let named = |r: &Report| {
        let documents = [r.shown].into_iter().chain(r.also.iter().copied()).filter_map(|i| said.documents.get(i));
        documents.into_iter().any(|d| {
            let source = d.document.meta.source.value.as_deref().unwrap_or_default();
            fold(source) == fold(outlet) || *d.document.place.path == *outlet
        })
    };
    number.or_else(|| reports.iter().position(named)).ok_or_else(|| msg::cli_matrix_no_outlet(outlet).into())
}

/// Places of documents and their texts, for the JSON of the two commands.
pub(super) fn reports(said: &WhoSays) -> Value {
    let reports = said.coverage.reports.iter().zip(&said.coverage.matrix.chains);
    let grade = |fact: usize, c: usize| said.coverage.matrix.rows.get(fact)?.cells.get(c)?.grade.map(Grade::name);
    let one = |(c, (r, chain)): (usize, (&Report, &String))| {
        let first = |f: &First| {
            let also: Vec<_> = f.also.iter().map(|&o| grade(f.row, o)).collect();
            json!({"fact": f.row, "grade": grade(f.row, c), "also": f.also, "also_grades": also})
        };
        json!({
            "document": r.shown, "also": r.also, "day": r.day, "hour": r.hour.shown(), "chain": chain,
            "mark": said.documents.get(r.shown).map(|d| d.document.meta.published.mark),
            "source": said.documents.get(r.shown).and_then(|d| d.document.meta.source.value.clone()),
            "first": r.first.iter().map(first).collect::<Vec<_>>(),
            "cites": r.cites,
        })
    };
    reports.enumerate().map(one).collect()
}

fn to_json(said: &WhoSays, order: Order, show: Show) -> Value {
    let indices: Vec<ScalarIndex<'_>> = said.documents.iter().map(|d| ScalarIndex::new(&d.document.text)).collect();
    let coverage = &said.coverage;
    let document = |column: usize| coverage.reports[column].shown;
    let at = |column: usize, s: Span| indices[document(column)].span(s);
    let text = |column: usize, s: Span| squeezed(s.of(&said.documents[document(column)].document.text));
    let facts = coverage.rows(order, show).into_iter().map(|i| {
        let r = &coverage.matrix.rows[i];
        json!({
            "fact": i, "document": document(r.document), "span": at(r.document, r.span),
            "text": text(r.document, r.span), "origins": r.origins, "origins_unknown": r.unknown,
            "attributed": r.attributed_names(false), "attributed_doubtful": r.attributed_names(true),
            "cells": r.cells.iter().enumerate().map(|(c, cell)| json!({
                "state": cell.state.name(), "grade": cell.grade.map(Grade::name), "differences": cell.differences,
                "spans": cell.spans.iter().map(|&s| at(c, s)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        })
    });
    json!({
        "schema": SCHEMA,
        "documents": said.documents.iter().map(|d| d.document.place.to_string()).collect::<Vec<_>>(),
        "left_out": said.left_out,
        "reports": reports(said),
        "compared": coverage.compared(),
        "facts": facts.collect::<Vec<_>>(),
        "differences": coverage.matrix.differences.iter().map(|d| json!({
            "kind": d.kind, "doubtful": d.doubtful, "reports": d.columns,
            "spans": [at(d.columns[0], d.spans[0]), at(d.columns[1], d.spans[1])],
            "what": d.what, "said": d.said,
        })).collect::<Vec<_>>(),
    })
}
