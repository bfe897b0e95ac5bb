//! `kiosque search`: a query, or a list of them, over articles.

use super::load;
use super::surroundings::Surroundings;
use super::{Context, Exit, Failure, Outcome};
use crate::corpus::Document;
use crate::job::{self, Stop};
use crate::notice::Notice;
use crate::search::query::Options;
use crate::search::text::snippet;
use crate::search::{Grade, Hit, Layer, Layers, NotSearched, Query};
use crate::shell::Corpus;
use crate::text::ScalarIndex;
use crate::triage::Triage;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Serialize;
use serde_json::json;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// Characters of context on each side of a hit.
const CONTEXT: usize = 48;

/// The arguments.
pub fn command() -> Command {
    let command = Command::new("search")
        .about("Finds words, phrases and fields in articles; exact on folded text")
        .after_help(
            "Examples:\n  kiosque search 'vente d’armes' DIR\n  kiosque search 'choigou -lavrov date:2023-09' DIR\n  \
             kiosque search --terms names.txt --format csv DIR\n\n\
             Queries: word \"a phrase\" -word prefix* typo~1 /regex/ a OR b (…)\n  \
             source: title: author: agency: entity: date: lang: state: tag: note: path: is:",
        )
        .arg(Arg::new("query").value_name("QUERY").help("What to find; not given with --terms"));
    load::arguments(command)
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["text", "json", "csv"])
                .default_value("text")
                .help("How to print"),
        )
        .arg(
            Arg::new("terms")
                .long("terms")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Reads one query a line from FILE and prints a table"),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(value_parser!(usize))
                .help("Prints the best N articles; all are counted"),
        )
        .arg(
            Arg::new("in")
                .long("in")
                .value_name("LAYER,…")
                .value_delimiter(',')
                .action(ArgAction::Append)
                .value_parser(|s: &str| match s {
                    "all" => Ok(Layers::ALL),
                    s => Layer::parse(s)
                        .map(|l| Layers::NONE.with(l))
                        .ok_or_else(|| String::from("the layers are text, titles, comments, removed, all")),
                })
                .help("Searches these layers: text, titles, comments, removed, all"),
        )
}

/// One hit as it is printed.
#[derive(Serialize)]
struct Row {
    path: String,
    start: usize,
    end: usize,
    text: String,
    kind: &'static str,
    exact: bool,
    before: String,
    after: String,
}

/// One article as it is printed.
#[derive(Serialize)]
struct Answered {
    path: String,
    title: Option<String>,
    source: Option<String>,
    date: Option<String>,
    grade: Grade,
    hits: usize,
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
    let around = Surroundings::find(args)?;
    around.complain(context)?;
    let options = Options { today: Some(around.today()), typing: false };
    let first = args.get_one::<String>("query");
    let mut more = Vec::new();
    let raw: Vec<String> = match (args.get_one::<PathBuf>("terms"), first) {
        (Some(file), first) => {
            // Without a query the first word is a path.
            more.extend(first.map(PathBuf::from));
            terms(file)?
        }
        (None, Some(query)) => vec![query.clone()],
        (None, None) => return Err(Failure::Said("no query was given; see kiosque search --help".into())),
    };
    let mut queries = Vec::new();
    for r in &raw {
        let query = Query::parse_with(r, options).map_err(|e| Failure::Said(pointed(r, &e)))?;
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
    let (triage, damaged) = around.triage()?;
    load::complain(&damaged, context)?;
    let most = args.get_one::<usize>("limit").copied().unwrap_or(usize::MAX);
    let (results, notices) = search(queries, &paths, &load::options(args), layers, most, &around, &triage);
    let missing = load::complain(&notices, context)?;
    let format = args.get_one::<String>("format").map_or("text", String::as_str);
    match (format, args.contains_id("terms")) {
        ("json", false) => print_json(&raw[0], &results[0], context)?,
        ("json", true) => print_table_json(&raw, &results, context)?,
        ("csv", _) | (_, true) => print_csv(&raw, &results, context)?,
        _ => print_text(&results[0], context)?,
    }
    let found = results.iter().any(|r| r.answering > 0);
    Ok(match (missing, found) {
        (true, _) => Exit::Partial,
        (false, true) => Exit::Done,
        (false, false) => Exit::Nothing,
    })
}

/// The sentence of a wrong query with a line that points into it.
fn pointed(query: &str, e: &crate::search::QueryError) -> String {
    let column = query.get(..e.span.start).unwrap_or(query).chars().count();
    let wide = e.span.of(query).chars().count().max(1);
    let query = crate::text::sanitise::one_line(query);
    format!("{e}\n  {query}\n  {}{}", " ".repeat(column), "^".repeat(wide))
}

fn terms(file: &PathBuf) -> Result<Vec<String>, Failure> {
    let bytes =
        std::fs::read(file).map_err(|e| Failure::Said(format!("{}: could not be read: {e}", file.display())))?;
    let text = String::from_utf8_lossy(&bytes);
    let list: Vec<String> = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .map(str::to_owned)
        .collect();
    if list.is_empty() {
        return Err(Failure::Said(format!("{}: there is no query in it", file.display())));
    }
    Ok(list)
}

/// Searches the articles of paths.
fn search(
    queries: Vec<Query>,
    paths: &[PathBuf],
    options: &crate::ingest::Options,
    layers: Layers,
    most: usize,
    around: &Surroundings,
    triage: &Triage,
) -> (Vec<FoundAll>, Vec<Notice>) {
    let mut corpus = Corpus::read(paths, options, &around.settings, &around.paths, triage, false);
    if corpus.library.corpus.is_empty() {
        corpus.notices.push(load::nothing(paths));
    }
    let texts = corpus.texts();
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
        let (start, end) = index.span(h.span);
        let around = snippet(document, h.span, CONTEXT);
        Row {
            path: path.clone(),
            start,
            end,
            text: h.span.of(&document.text).to_owned(),
            kind: h.kind.name(),
            exact: h.exact,
            before: around.before,
            after: around.after,
        }
    };
    let rows = hits.iter().map(row).collect();
    let meta = &document.meta;
    Answered {
        title: meta.title.value.clone(),
        source: meta.source.value.clone(),
        date: meta.published.value.map(|d| d.to_string()),
        grade,
        hits: hits.len(),
        rows,
        path,
    }
}

fn print_json(query: &str, result: &FoundAll, context: &mut Context<'_>) -> io::Result<()> {
    let hits: Vec<&Row> = result.articles.iter().flat_map(|a| &a.rows).collect();
    let value = json!({
        "schema": SCHEMA,
        "query": query,
        "hits": hits,
        "total": result.total,
        "answering": result.answering,
        "near": result.total - result.exact,
        "articles": result.articles,
        "not_searched": result.not_searched,
    });
    serde_json::to_writer(&mut *context.out, &value)?;
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

fn print_csv(queries: &[String], results: &[FoundAll], context: &mut Context<'_>) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(&mut *context.out);
    csv.write_record(["query", "path", "title", "source", "date", "hits", "near", "excerpt"])?;
    for (query, result) in queries.iter().zip(results) {
        if result.answering == 0 {
            // A query that finds nothing is an answer too.
            csv.write_record([query.as_str(), "", "", "", "", "0", "0", ""])?;
        }
        for a in &result.articles {
            let near = a.rows.iter().filter(|r| !r.exact).count().to_string();
            let excerpt = a.rows.first().map(|r| format!("{}{}{}", r.before, r.text, r.after)).unwrap_or_default();
            let cell = |v: &Option<String>| v.clone().unwrap_or_default();
            let hits = a.hits.to_string();
            csv.write_record([
                query,
                &a.path,
                &cell(&a.title),
                &cell(&a.source),
                &cell(&a.date),
                &hits,
                &near,
                &excerpt,
            ])?;
        }
    }
    csv.flush()
}

fn print_text(result: &FoundAll, context: &mut Context<'_>) -> io::Result<()> {
    let out = &mut *context.out;
    for a in &result.articles {
        let known = [a.title.as_deref(), a.source.as_deref(), a.date.as_deref()];
        let known: Vec<String> = known.into_iter().flatten().map(crate::text::sanitise::one_line).collect();
        writeln!(out, "{}: {}", a.path, known.join(" — "))?;
        for r in &a.rows {
            let sign = if r.exact { ' ' } else { '~' };
            let text = crate::text::sanitise::one_line(&r.text);
            writeln!(out, " {sign}{:>7}  {}[{text}]{}", r.start, r.before, r.after)?;
        }
    }
    let near = result.total - result.exact;
    let mut said = format!("{} exact, {near} near, in {} articles", result.exact, result.answering);
    for (layer, n) in &result.not_searched.hits {
        said.push_str(&format!("; {n} more in {} (not searched)", layer.name()));
    }
    writeln!(out, "{said}")
}
