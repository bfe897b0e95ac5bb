//! `kiosque search`: a query, or a list of them, over articles.

use super::given::{self, CorpusRequest};
use super::load;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::printing::months;
use super::surroundings::Surroundings;
use crate::app::view::no_operator;
use crate::corpus::{Card, Document};
use crate::job::{self, Stop, TextAccess};
use crate::search::text::snippet;
use crate::search::{Grade, Hit, Layer, Layers, NotSearched, Query};
use crate::shell::CatalogueUse;
use crate::store::archive::Pulled;
use crate::store::files;
use crate::store::regular;
use crate::text::{ScalarIndex, Scalars};
use crate::words::{Lang, Message, msg};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Serialize;
use serde_json::{Value, json};
use std::io;
use std::ops::Range;
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
    given::pulling(load::arguments(command, lang), lang)
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
    /// Its headline, or the words it begins with.
    #[serde(skip)]
    headline: String,
}

/// Articles that are looked up before the first are printed; each time twice as
/// many, up to the most that are held in memory.
const FIRST: usize = 32;
const LARGEST: usize = 1024;

/// What queries found, and where the hits are looked up.
struct Answers<'t> {
    found: Vec<job::Hits>,
    texts: &'t TextAccess,
    /// Articles of each query that are printed.
    most: usize,
    /// Which part of an archive answered, where one was asked.
    pulled: Option<Pulled>,
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
        paths.extend(load::sources(args)?);
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
    given::archive(&paths)?;
    let asked: Vec<&Query> = queries.iter().collect();
    let request = CorpusRequest { paths: &paths, queries: &asked, catalogue: CatalogueUse::Looks };
    let mut corpus = given::corpus(request, args, &around, &triage, &context.progress);
    let read = corpus.library.corpus.len();
    let texts = corpus.texts(&mut given::indexing(&context.progress));
    context.progress.clear();
    let queries: Vec<Arc<Query>> = queries.into_iter().map(Arc::new).collect();
    let candidates = corpus.candidates(&triage);
    let found = job::search(&queries, layers, &candidates, &texts, &Stop::never());
    let mut found = found.expect("nobody stops it");
    for (query, hits) in queries.iter().zip(&mut found).filter(|(_, hits)| hits.documents.is_empty()) {
        hits.suggestion = job::suggest(query, layers, &candidates, &texts, &Stop::never());
    }
    let answers = Answers { found, texts: &texts, most, pulled: corpus.pulled.clone() };
    let missing = context.complain(&corpus.notices)?;
    match (load::chosen(args), args.contains_id("terms")) {
        ("json", false) => print_json(&raw[0], &answers, context)?,
        ("json", true) => print_table_json(&raw, &answers, context)?,
        ("csv", _) | (_, true) => print_csv(&raw, &answers, context)?,
        _ => print_text(&answers, context)?,
    }
    let found = answers.found.iter().any(|hits| !hits.documents.is_empty());
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

impl Answers<'_> {
    /// Some of the articles that answer each query, with their hits; every text
    /// is read once.
    fn looked_up(&self, found: &[&job::Hits], range: Range<usize>) -> Vec<Vec<Answered>> {
        let room = |h: &&job::Hits| range.clone().take_while(|i| *i < h.documents.len()).map(|_| None).collect();
        let mut articles: Vec<Vec<Option<Answered>>> = found.iter().map(room).collect();
        job::look_up(found, range.clone(), self.texts, &Stop::never(), &mut |q, i, document, hits| {
            articles[q][i - range.start] = Some(article(document, found[q].documents[i].grade, &hits));
        });
        articles.into_iter().map(|articles| articles.into_iter().flatten().collect()).collect()
    }

    /// Every query's articles that are printed, with their hits.
    fn all(&self) -> Vec<Vec<Answered>> {
        self.looked_up(&self.found.iter().collect::<Vec<_>>(), 0..self.most)
    }

    /// Those of one query as they are looked up, the best first: whoever reads
    /// in a pipe has them before the last is known, and however many there are,
    /// few are in memory.
    fn each(&self, hits: &job::Hits, told: &mut dyn FnMut(Vec<Answered>) -> io::Result<()>) -> io::Result<()> {
        let (mut from, end, mut some) = (0, hits.documents.len().min(self.most), FIRST);
        while from < end {
            let to = end.min(from + some);
            self.looked_up(&[hits], from..to).into_iter().try_for_each(&mut *told)?;
            (from, some) = (to, LARGEST.min(some * 2));
        }
        Ok(())
    }
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
        headline: Card::of(document).title,
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

fn print_json(query: &str, answers: &Answers<'_>, context: &mut Context<'_>) -> io::Result<()> {
    // Fields in the order of the alphabet, as keys stand in all that is printed.
    #[derive(Serialize)]
    struct Printed<'r> {
        answering: usize,
        articles: &'r [Answered],
        hits: Vec<&'r Row>,
        #[serde(skip_serializing_if = "Option::is_none")]
        months: Option<Value>,
        near: usize,
        not_searched: &'r NotSearched,
        query: &'r str,
        schema: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<&'r job::Suggestion>,
        total: usize,
    }
    let job::Hits { documents, total, exact, not_searched, suggestion, .. } = &answers.found[0];
    let articles = &answers.all()[0];
    let printed = Printed {
        answering: documents.len(),
        articles,
        hits: articles.iter().flat_map(|a| &a.rows).collect(),
        months: answers.pulled.as_ref().map(months),
        near: total - exact,
        not_searched,
        query,
        schema: SCHEMA,
        suggestion: suggestion.as_ref(),
        total: *total,
    };
    serde_json::to_writer(&mut *context.out, &printed)?;
    writeln!(context.out)
}

fn print_table_json(queries: &[String], answers: &Answers<'_>, context: &mut Context<'_>) -> io::Result<()> {
    let list: Vec<_> = queries
        .iter()
        .zip(&answers.found)
        .zip(answers.all())
        .map(|((q, r), articles)| json!({ "query": q, "total": r.total, "answering": r.documents.len(), "articles": articles, "not_searched": r.not_searched }))
        .collect();
    let mut printed = json!({ "schema": SCHEMA, "queries": list });
    if let Some(pulled) = &answers.pulled {
        printed["months"] = months(pulled);
    }
    serde_json::to_writer(&mut *context.out, &printed)?;
    writeln!(context.out)
}

/// What stopped a CSV writer, as itself: a closed pipe is none of its mistakes.
fn stopped(e: csv::Error) -> io::Error {
    match e.into_kind() {
        csv::ErrorKind::Io(e) => e,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn print_csv(queries: &[String], answers: &Answers<'_>, context: &mut Context<'_>) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(&mut *context.out);
    csv.write_record(["query", "path", "title", "source", "date", "hits", "near", "excerpt"]).map_err(stopped)?;
    // Of many queries every text is read once; of one they are told on the way.
    let several = if queries.len() > 1 { answers.all() } else { Vec::new() };
    let mut several = several.into_iter();
    for (query, hits) in queries.iter().zip(&answers.found) {
        if hits.documents.is_empty() {
            // A query that finds nothing is an answer too.
            csv.write_record([query.as_str(), "", "", "", "", "0", "0", ""]).map_err(stopped)?;
        }
        let mut told = |articles: Vec<Answered>| {
            articles.iter().try_for_each(|a| write_record(&mut csv, query, a))?;
            csv.flush()
        };
        match several.next() {
            Some(articles) => told(articles)?,
            None => answers.each(hits, &mut told)?,
        }
    }
    csv.flush()
}

fn write_record<W: io::Write>(csv: &mut csv::Writer<W>, query: &str, a: &Answered) -> io::Result<()> {
    let near = a.near.to_string();
    let excerpt = a.rows.first().map(|r| format!("{}{}{}", r.before, r.text, r.after)).unwrap_or_default();
    let cell = |v: &Option<String>| v.clone().unwrap_or_default();
    let hits = a.hits.to_string();
    let known = [cell(&a.title), cell(&a.source), cell(&a.date)];
    let row = [query, &a.path, &known[0], &known[1], &known[2], &hits, &near, &excerpt];
    csv.write_record(row).map_err(stopped)
}

fn print_text(answers: &Answers<'_>, context: &mut Context<'_>) -> io::Result<()> {
    let (out, lang, hits) = (&mut *context.out, context.lang, &answers.found[0]);
    let mut printed = 0;
    answers.each(hits, &mut |articles| {
        printed += articles.len();
        articles.iter().try_for_each(|a| print_article(out, a, lang))?;
        out.flush()
    })?;
    let (near, answering) = (hits.total - hits.exact, hits.documents.len());
    // What asks for no words has no hits to count.
    let found = match hits.query.asks_text() {
        true => msg::cli_search_found(hits.exact, near, msg::article_count(answering)),
        false => msg::article_count(answering),
    };
    let mut said = vec![lang.say(found)];
    if printed == ON_TERMINAL && answering > ON_TERMINAL {
        said.push(lang.say(msg::cli_search_best(ON_TERMINAL, answering)));
    }
    if let Some(meant) = &hits.suggestion {
        said.push(lang.say(msg::cli_search_meant(&meant.query, msg::ui_search_hits(meant.hits))));
    }
    said.extend(no_operator(&hits.query, lang));
    let layers = hits.not_searched.hits.iter();
    said.extend(layers.map(|(layer, n)| lang.say(msg::cli_search_not_searched(*n, layer.label(), layer.name()))));
    writeln!(out, "{}", said.join("; "))
}

fn print_article(out: &mut dyn io::Write, a: &Answered, lang: Lang) -> io::Result<()> {
    let known = [Some(a.headline.as_str()), a.source.as_deref(), a.date.as_deref()];
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
    Ok(())
}
