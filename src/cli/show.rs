//! `kiosque show`: articles as text, cleaned, marked or as they are.

use super::clean::Answer;
use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Outcome};
use super::printing::Printing;
use super::surroundings::Surroundings;
use crate::app::view::{kind_name, version_words, wire_line};
use crate::corpus::{Document, LineKind};
use crate::text::{Span, wrap};
use crate::words::{Arg as Word, Lang, Number, msg};
use clap::{Arg, ArgMatches, Command};
use std::collections::BTreeMap;
use std::io;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("show").about(lang.text(msg::CLI_SHOW_ABOUT)), lang)
        .arg(
            Arg::new("view")
                .long("view")
                .value_parser(["clean", "marked", "raw"])
                .default_value("clean")
                .help(lang.text(msg::CLI_SHOW_VIEW)),
        )
        .arg(
            Arg::new("width")
                .long("width")
                .value_name(lang.text(msg::CLI_VALUE_COLUMNS))
                .value_parser(load::number(lang, 10))
                .default_value("72")
                .help(lang.text(msg::CLI_SHOW_WIDTH)),
        )
        .arg(load::format(["text", "json"], lang.text(msg::CLI_FORMAT)))
}

/// Runs the command: articles are printed as they are read.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let given = Given::of(args, context)?;
    let view = args.get_one::<String>("view").map_or("clean", String::as_str);
    let width = args.get_one::<usize>("width").copied().unwrap_or(72);
    let mut printing = Printing::begin(load::chosen(args) == "json", SCHEMA, context)?;
    let json = printing.json;
    let progress = context.progress.beside_output();
    let around = Surroundings::find(args, context)?;
    let _ = given.each_version(args, &around, &progress, &mut |loaded| {
        printing.take(loaded, |document, before| {
            if json {
                print_json(document, before, context)
            } else {
                print_text(document, view, width, before, context)
            }
        })
    });
    printing.end(0, context)
}

fn print_json(d: &Document, before: usize, context: &mut Context<'_>) -> io::Result<()> {
    context.out.write_all(if before > 0 { b",\n" } else { b"\n" })?;
    Ok(serde_json::to_writer(&mut *context.out, &Answer::whole(d))?)
}

fn print_text(d: &Document, view: &str, width: usize, before: usize, context: &mut Context<'_>) -> io::Result<()> {
    context.complain(&d.notices)?;
    if before > 0 {
        writeln!(context.out, "\n{}\n", "─".repeat(width))?;
    }
    match view {
        "raw" => writeln!(context.out, "{}", d.original.as_ref().unwrap_or(&d.text)),
        "marked" => print_marked(d, context),
        _ => print_clean(d, width, context),
    }
}

fn print_marked(d: &Document, context: &mut Context<'_>) -> io::Result<()> {
    for line in &d.lines {
        let kind = if line.kind == LineKind::Blank { "" } else { kind_name(line.kind, context.lang) };
        let text = line.content(&d.text).of(&d.text);
        writeln!(context.out, "{}", format!("{kind:>12}  {text}").trim_end())?;
    }
    Ok(())
}

fn print_clean(d: &Document, width: usize, context: &mut Context<'_>) -> io::Result<()> {
    let m = &d.meta;
    let date = m.published.value.map(|v| format!("{} {v}", m.published.mark.sign()));
    let with_sign = |c: &crate::corpus::Claim<String>| c.value.as_ref().map(|v| format!("{} {v}", c.mark.sign()));
    if let Some(line) = wire_line(m, context.lang) {
        writeln!(context.out, "{line}")?;
    }
    let version = m.version.map(|version| version_words(version, context.lang));
    let claims = [with_sign(&m.source), date, with_sign(&m.author), version];
    let claims: Vec<String> = claims.into_iter().flatten().collect();
    if !claims.is_empty() {
        writeln!(context.out, "{}\n", claims.join("  "))?;
    }
    let has_title = d.of_kind(LineKind::Title).next().is_some();
    if let (false, Some(title)) = (has_title, &m.title.value) {
        print_rows(title, Span::new(0, title.len()), width, context)?;
        writeln!(context.out)?;
    }
    let mut gap = false;
    for line in d.lines.iter().filter(|l| l.repeats.is_none()) {
        if line.kind == LineKind::Blank {
            gap = true;
        } else if !line.kind.is_noise() {
            if gap {
                writeln!(context.out)?;
            }
            gap = false;
            for span in d.without_cuts(line.content(&d.text)) {
                print_rows(&d.text, span, width, context)?;
            }
        }
    }
    print_taken_out(d, context)
}

fn print_rows(text: &str, span: Span, width: usize, context: &mut Context<'_>) -> io::Result<()> {
    wrap::rows(text, span, width).into_iter().try_for_each(|row| writeln!(context.out, "{}", row.of(text).trim_end()))
}

/// How much was kept and what was taken out, in one line.
fn print_taken_out(d: &Document, context: &mut Context<'_>) -> io::Result<()> {
    let mut out: BTreeMap<LineKind, usize> = BTreeMap::new();
    for line in d.lines.iter().filter(|l| l.kind.is_noise()) {
        *out.entry(line.kind).or_default() += 1;
    }
    let lang = context.lang;
    let list: Word = out.iter().map(|(&kind, &n)| msg::cli_show_kind(kind_name(kind, lang), n)).collect();
    let lines = if out.is_empty() { msg::CLI_SHOW_ALL_KEPT.into() } else { msg::cli_show_taken_out(list) };
    let percent = Number::decimal((d.kept() * 100.0).round(), 0);
    writeln!(context.out)?;
    context.say(msg::cli_show_kept(msg::word_count(d.body_words()), percent, lines))
}
