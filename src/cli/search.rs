//! `kiosque search`: a query, or a list of them, over articles.

use super::load;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::progress::Progress;
use super::surroundings::Surroundings;
use crate::corpus::Document;
use crate::job::{self, Stop};
use crate::notice::Notice;
use crate::search::text::snippet;
use crate::search::{Grade, Hit, Layer, Layers, NotSearched, Query};
use crate::shell::Corpus;
use crate::store::files;
use crate::store::regular;
use crate::text::{ScalarIndex, Scalars};
use crate::triage::Triage;
use crate::words::{Lang, Message, msg};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Serialize;
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// Characters of context on each side of a hit.
const CONTEXT: usize = 48;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let layer = move |s: &str| match s {
        "all" => Ok(Layers::ALL),
        s => Layer::parse(s).map(|l| Layers::NONE.with(l)).ok_or_else(|| lang.text(msg::CLI_SEARCH_NO_LAYER)),
    };
    let query = Arg::new("query").value_name(lang.text(msg::CLI_VALUE_QUERY)).help(lang.text(msg::CLI_SEARCH_QUERY));
    let command = Command::new("search")
        .about(lang.text(msg::CLI_SEARCH_ABOUT))
        .after_help(lang.text(msg::CLI_SEARCH_AFTER_HELP))
        .arg(query);
    load::arguments(command, lang)
        .arg(load::format(["text", "json", "csv"], lang.text(msg::CLI_FORMAT)))
        .arg(
            Arg::new("terms")
                .long("terms")
                .value_name(lang.text(msg::CLI_VALUE_FILE))
                .value_parser(value_parser!(PathBuf))
                .help(lang.text(msg::CLI_SEARCH_TERMS)),
        )
        .arg(
            Arg::new("saved")
                .long("saved")
                .value_name(lang.text(msg::CLI_VALUE_NAME))
                .conflicts_with("terms")
                .help(lang.text(msg::CLI_SEARCH_SAVED)),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name(lang.text(msg::CLI_VALUE_N))
                .value_parser(load::number(lang, 0))
                .help(lang.text(msg::CLI_SEARCH_LIMIT)),
        )
        .arg(
            Arg::new("in")
                .long("in")
                .value_name(lang.text(msg::CLI_VALUE_LAYER))
                .value_delimiter(',')
                .action(ArgAction::Append)
                .value_parser(layer)
                .help(lang.text(msg::CLI_SEARCH_IN)),
        )
}

/// Articles that are printed on a terminal when nobody says how many: what a screen holds.
const ON_TERMINAL: usize = 20;

/// Hits of one article that are printed; how many there are is said.
const LISTED: usize = 10_000;

/// One hit as it is printed.
#[derive(Serialize)]
struct Row {
    after: String,
    before: String,
    end: usize,
    exact: bool,
    kind: &'static str,
    path: String,
    start: usize,
    text: String,
}

/// One article as it is printed.
#[derive(Serialize)]
struct Answered {
    date: Option<String>,
    grade: Grade,
    hits: usize,
    path: String,
    source: Option<String>,
    title: Option<String>,
    /// Of these, the ones that are only similar.
    #[serde(skip)]
    near: usize,
    #[serde(skip)]
    rows: Vec<Row>,
}

/// All that one query found.
#[derive(Default)]
struct FoundAll {
    /// How many answer, printed or not.
    answering: usize,
    articles: Vec<Answered>,
    total: usize,
    exact: usize,
    not_searched: NotSearched,
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let around = Surroundings::find(args, context)?;
    around.complain(context)?;
    let (triage, damaged) = around.triage()?;
    context.complain(&damaged)?;
    let saved = triage.searches();
    let options = around.query_options(&saved);
    let first = args.get_one::<String>("query");
    let mut more = Vec::new();
    // Without a query the first word is a path.
    let paths_first = |more: &mut Vec<PathBuf>| more.extend(first.map(PathBuf::from));
    let raw: Vec<String> = match (args.get_one::<PathBuf>("terms"), args.get_one::<String>("saved"), first) {
        (Some(file), ..) => {
            paths_first(&mut more);
            terms(file)?
        }
        (None, Some(name), _) => {
            paths_first(&mut more);
            vec![format!("saved:\"{name}\"")]
        }
        (None, None, Some(query)) => vec![query.clone()],
        (None, None, None) => return Err(msg::CLI_SEARCH_NO_QUERY.into()),
    };
    let mut queries = Vec::new();
    for r in &raw {
        let query = Query::parse_with(r, options).map_err(|e| pointed(r, &e, context.lang))?;
        queries.push(query);
    }
    let paths = if more.is_empty() || args.contains_id("files-from") || args.contains_id("paths") {
        let mut paths = more;
        paths.extend(load::paths(args)?);
        paths
    } else {
        more
    };
    let layers = match args.get_many::<Layers>("in") {
        Some(list) => {
            list.fold(Layers::NONE, |a, b| Layer::ALL.into_iter().filter(|l| b.has(*l)).fold(a, Layers::with))
        }
        None => around.settings.layers.iter().copied().fold(Layers::NONE, Layers::with),
    };
    let unasked = if context.terminal && load::chosen(args) == "text" { ON_TERMINAL } else { usize::MAX };
    let most = args.get_one::<usize>("limit").copied().unwrap_or(unasked);
    let corpus = load::corpus(&paths, args, &around, &triage, false, &context.progress);
    let read = corpus.library.corpus.len();
    let (results, notices) = search(queries, corpus, layers, most, &triage, &context.progress);
    let missing = context.complain(&notices)?;
    match (load::chosen(args), args.contains_id("terms")) {
        ("json", false) => print_json(&raw[0], &results[0], context)?,
        ("json", true) => print_table_json(&raw, &results, context)?,
        ("csv", _) | (_, true) => print_csv(&raw, &results, context)?,
        _ => print_text(&results[0], context)?,
    }
    let found = results.iter().any(|r| r.answering > 0);
    Ok(Exit::of(read, missing, found))
}

/// The sentence of a wrong query with a line that points into it.
fn pointed(query: &str, e: &crate::search::QueryError, lang: Lang) -> Message {
    let column = query.get(..e.span.start).unwrap_or(query).chars().count();
    let wide = e.span.of(query).chars().count().max(1);
    let query = crate::text::sanitise::one_line(query);
    let sentence = lang.say(&e.sentence);
    msg::verbatim(format!("{sentence}\n  {query}\n  {}{}", " ".repeat(column), "^".repeat(wide)))
}

fn terms(file: &Path) -> Result<Vec<String>, Failure> {
    let bytes = regular::read_list(file).map_err(|e| load::unreadable(file, &e))?;
    let text = String::from_utf8_lossy(&bytes);
    let list: Vec<String> = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .map(str::to_owned)
        .collect();
    if list.is_empty() {
        return Err(msg::cli_search_no_terms(files::display(file)).into());
    }
    Ok(list)
}

/// Searches the articles of a corpus.
fn search(
    queries: Vec<Query>,
    mut corpus: Corpus,
    layers: Layers,
    most: usize,
    triage: &Triage,
    progress: &Progress,
) -> (Vec<FoundAll>, Vec<Notice>) {
    let texts = corpus.texts(&mut load::indexing(progress));
    progress.clear();
    let queries: Vec<Arc<Query>> = queries.into_iter().map(Arc::new).collect();
    let found = job::search(&queries, layers, &corpus.candidates(triage), &texts, &Stop::never());
    let found = found.expect("nobody stops it");
    let answered = |h: &job::Hits| h.documents.iter().take(most).map(|_| None).collect::<Vec<Option<Answered>>>();
    let mut articles: Vec<Vec<Option<Answered>>> = found.iter().map(answered).collect();
    let all: Vec<&job::Hits> = found.iter().collect();
    job::look_up(&all, most, &texts, &Stop::never(), &mut |q, i, document, hits| {
        articles[q][i] = Some(article(document, found[q].documents[i].grade, &hits));
    });
    let total = |(h, articles): (job::Hits, Vec<Option<Answered>>)| FoundAll {
        answering: h.documents.len(),
        articles: articles.into_iter().flatten().collect(),
        total: h.total,
        exact: h.exact,
        not_searched: h.not_searched,
    };
    (found.into_iter().zip(articles).map(total).collect(), corpus.notices)
}

/// An article with its hits, as they are printed.
fn article(document: &Document, grade: Grade, hits: &[Hit]) -> Answered {
    let path = document.place.to_string();
    let index = ScalarIndex::new(&document.text);
    let row = |h: &Hit| {
        let Scalars { start, end } = index.span(h.span());
        let around = snippet(document, h.span(), CONTEXT);
        Row {
            path: path.clone(),
            start,
            end,
            text: h.span().of(&document.text).to_owned(),
            kind: h.kind.name(),
            exact: h.exact,
            before: around.before,
            after: around.after,
        }
    };
    let rows = hits.iter().take(LISTED).map(row).collect();
    let meta = &document.meta;
    Answered {
        title: meta.title.value.clone(),
        source: meta.source.value.clone(),
        date: meta.published.value.map(|d| d.to_string()),
        grade,
        hits: hits.len(),
        near: hits.iter().filter(|h| !h.exact).count(),
        rows,
        path,
    }
}

fn print_json(query: &str, result: &FoundAll, context: &mut Context<'_>) -> io::Result<()> {
    // Fields in the order of the alphabet, as keys stand in all that is printed.
    #[derive(Serialize)]
    struct Printed<'r> {
        answering: usize,
        articles: &'r [Answered],
        hits: Vec<&'r Row>,
        near: usize,
        not_searched: &'r NotSearched,
        query: &'r str,
        schema: u32,
        total: usize,
    }
    let FoundAll { answering, ref articles, total, exact, ref not_searched } = *result;
    let hits = articles.iter().flat_map(|a| &a.rows).collect();
    let printed =
        Printed { answering, articles, hits, near: total - exact, not_searched, query, schema: SCHEMA, total };
    serde_json::to_writer(&mut *context.out, &printed)?;
    writeln!(context.out)
}

fn print_table_json(queries: &[String], results: &[FoundAll], context: &mut Context<'_>) -> io::Result<()> {
    let list: Vec<_> = queries
        .iter()
        .zip(results)
        .map(|(q, r)| json!({ "query": q, "total": r.total, "answering": r.answering, "articles": r.articles, "not_searched": r.not_searched }))
        .collect();
    serde_json::to_writer(&mut *context.out, &json!({ "schema": SCHEMA, "queries": list }))?;
    writeln!(context.out)
}

/// What stopped a CSV writer, as itself: a closed pipe is none of its mistakes.
fn stopped(e: csv::Error) -> io::Error {
    match e.into_kind() {
        csv::ErrorKind::Io(e) => e,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn print_csv(queries: &[String], results: &[FoundAll], context: &mut Context<'_>) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(&mut *context.out);
    csv.write_record(["query", "path", "title", "source", "date", "hits", "near", "excerpt"]).map_err(stopped)?;
    for (query, result) in queries.iter().zip(results) {
        if result.answering == 0 {
            // A query that finds nothing is an answer too.
            csv.write_record([query.as_str(), "", "", "", "", "0", "0", ""]).map_err(stopped)?;
        }
        for a in &result.articles {
            let near = a.near.to_string();
            let excerpt = a.rows.first().map(|r| format!("{}{}{}", r.before, r.text, r.after)).unwrap_or_default();
            let cell = |v: &Option<String>| v.clone().unwrap_or_default();
            let hits = a.hits.to_string();
            let known = [cell(&a.title), cell(&a.source), cell(&a.date)];
            let row = [query, &a.path, &known[0], &known[1], &known[2], &hits, &near, &excerpt];
            csv.write_record(row).map_err(stopped)?;
        }
    }
    csv.flush()
}

fn print_text(result: &FoundAll, context: &mut Context<'_>) -> io::Result<()> {
    let (out, lang) = (&mut *context.out, context.lang);
    for a in &result.articles {
        let known = [a.title.as_deref(), a.source.as_deref(), a.date.as_deref()];
        let known: Vec<String> = known.into_iter().flatten().map(crate::text::sanitise::one_line).collect();
        writeln!(out, "{}: {}", a.path, known.join(" — "))?;
        for r in &a.rows {
            let sign = if r.exact { ' ' } else { '~' };
            let text = crate::text::sanitise::one_line(&r.text);
            writeln!(out, " {sign}{:>7}  {}[{text}]{}", r.start, r.before, r.after)?;
        }
        if a.hits > a.rows.len() {
            writeln!(out, "  {}", lang.say(msg::cli_search_more(a.hits - a.rows.len())))?;
        }
    }
    let near = result.total - result.exact;
    let mut said = vec![lang.say(msg::cli_search_found(result.exact, near, msg::article_count(result.answering)))];
    if result.articles.len() == ON_TERMINAL && result.answering > ON_TERMINAL {
        said.push(lang.say(msg::cli_search_best(ON_TERMINAL, result.answering)));
    }
    let layers = result.not_searched.hits.iter();
    said.extend(layers.map(|(layer, n)| lang.say(msg::cli_search_not_searched(*n, layer.name()))));
    writeln!(out, "{}", said.join("; "))
}
