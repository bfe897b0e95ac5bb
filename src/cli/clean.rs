//! `kiosque clean`: labels, body text and claims of one file, or of a folder
//! of files at once.

use super::given::Given;
use super::load::{self, unwritable};
use super::outcome::{Context, Exit, Failure, Outcome};
use super::progress::Progress;
use crate::app::view::kind_name;
use crate::clean::Explained;
use crate::clean::ledger::{Block, Ledger, ledger};
use crate::clean::rules::label;
use crate::corpus::{Claim, Document, LineKind};
use crate::notice::Notice;
use crate::store::regular;
use crate::text::{ScalarIndex, Scalars};
use crate::words::{Lang, Message, Number, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
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
    let (documents, notices) = Given::paths(vec![path])?.documents(&context.progress);
    let missing = context.complain(&notices)?;
    for document in &documents {
        context.complain(&document.notices)?;
    }
    let exit = Exit::of(documents.len(), missing, !documents.is_empty());
    let Some(document) = documents.first() else { return Ok(exit) };
    let explained = args.get_flag("explain");
    match load::chosen(args) {
        "json" => {
            serde_json::to_writer(&mut *context.out, &Answer::new(document, explained))?;
            writeln!(context.out)?;
        }
        _ if explained => print_ledger(document, context)?,
        _ => writeln!(context.out, "{}", document.body_text())?,
    }
    Ok(exit)
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
    let explained = crate::clean::explain(document);
    for (i, line) in document.lines.iter().enumerate().filter(|(_, l)| l.kind != LineKind::Blank) {
        let reason = lang.say(line.reason.clone().unwrap_or_else(|| label(line.rule)));
        let weight = explained.line(i).map_or_else(String::new, |w| lang.say(w));
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
        let (documents, notices) = Given::paths(vec![path.clone()])?.documents(&Progress::none());
        missing |= context.complain(&notices)?;
        counter.step();
        read += documents.len();
        let Some(document) = documents.first() else { continue };
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let out = to.join(format!("{name}.json"));
        regular::write(&out, &serde_json::to_vec(&Answer::new(document, false))?).map_err(|e| unwritable(&out, &e))?;
    }
    Ok(Exit::of(read, missing, read > 0))
}

fn put<T: serde::Serialize>(map: &mut Map<String, Value>, name: &str, claim: &Claim<T>) {
    map.insert(name.to_owned(), claim.value.as_ref().map_or(Value::Null, |v| json!(v)));
}

/// What is claimed about an article, without marks and evidence.
pub(super) fn meta(document: &Document) -> Value {
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

/// A list that is written item by item: no list of them is made.
struct Each<F>(F);

impl<I, F> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq((self.0)())
    }
}

/// The ledger, with scalar offsets. Here and below, fields stand in the order
/// of the alphabet, as keys of JSON do in all that the program prints.
#[derive(Serialize)]
struct Account<'l, B: Serialize> {
    alarm: &'l Option<Notice>,
    kept: f64,
    kept_words: usize,
    taken_out: B,
    words: usize,
}

#[derive(Serialize)]
struct TakenOut<'l> {
    cut: bool,
    end: usize,
    kind: LineKind,
    lines: [usize; 2],
    reason: &'l Message,
    rule: &'static str,
    start: usize,
    words: usize,
}

#[derive(Serialize)]
struct CutOut<'d> {
    end: usize,
    kind: LineKind,
    rule: &'static str,
    start: usize,
    text: &'d str,
}

#[derive(Serialize)]
struct Labelled<'d> {
    keep: bool,
    kind: LineKind,
    n: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'d Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<usize>,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Message>,
}

/// The whole answer for one document, written as it is asked for: a document
/// of a hundred thousand lines is not built a second time as JSON.
pub(crate) struct Answer<'d> {
    document: &'d Document,
    /// Why the model kept or left each line, where that is asked for.
    explained: Option<Explained<'d>>,
    /// With where it was read, and its text as it stands.
    whole: bool,
}

impl<'d> Answer<'d> {
    /// What is said of the cleaning of a document; `explained` tells why.
    pub(crate) fn new(document: &'d Document, explained: bool) -> Self {
        let explained = explained.then(|| crate::clean::explain(document));
        Self { document, explained, whole: false }
    }

    /// The same with the place, the format and the text of the document.
    pub(crate) fn whole(document: &'d Document) -> Self {
        Self { whole: true, ..Self::new(document, false) }
    }

    fn lines(&self) -> impl Iterator<Item = Labelled<'_>> {
        let told = self.document.lines.iter().enumerate().filter(|(_, l)| l.kind != LineKind::Blank);
        told.map(|(i, l)| Labelled {
            keep: l.kind.is_body() || l.kind.is_furniture(),
            kind: l.kind,
            n: i + 1,
            reason: l.reason.as_ref(),
            repeats: l.repeats.map(|r| r + 1),
            rule: l.rule,
            weight: self.explained.as_ref().and_then(|e| e.line(i)),
        })
    }
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let d = self.document;
        let index = ScalarIndex::new(&d.text);
        let cuts = Each(|| {
            d.cuts.iter().map(|c| {
                let Scalars { start, end } = index.span(c.span);
                CutOut { end, kind: c.kind, rule: c.rule, start, text: c.span.of(&d.text) }
            })
        });
        let ledger = ledger(d);
        let taken_out = Each(|| {
            ledger.taken_out.iter().map(|b| {
                let (Scalars { start, end }, lines) = (index.span(b.span), [b.lines.0 + 1, b.lines.1 + 1]);
                let Block { kind, rule, ref reason, words, cut, .. } = *b;
                TakenOut { cut, end, kind, lines, reason, rule, start, words }
            })
        });
        let Ledger { words, kept_words, kept, ref alarm, .. } = ledger;
        let mut map = s.serialize_map(None)?;
        map.serialize_entry("cuts", &cuts)?;
        if self.whole {
            map.serialize_entry("entry", &d.place.entry)?;
            map.serialize_entry("format", &d.format)?;
            map.serialize_entry("key", &d.key)?;
        }
        map.serialize_entry("ledger", &Account { alarm, kept, kept_words, taken_out, words })?;
        map.serialize_entry("lines", &Each(|| self.lines()))?;
        map.serialize_entry("meta", &meta(d))?;
        map.serialize_entry("notices", &d.notices)?;
        if self.whole {
            if let Some(original) = &d.original {
                map.serialize_entry("original", &**original)?;
            }
            map.serialize_entry("path", &d.place.path)?;
            map.serialize_entry("problems", &d.notices)?;
            map.serialize_entry("raw", &*d.text)?;
        }
        map.serialize_entry("schema", &1)?;
        map.serialize_entry("text", &d.body_text())?;
        map.serialize_entry("title", &d.meta.title.value)?;
        map.end()
    }
}
