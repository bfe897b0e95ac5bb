//! `kiosque versions`: what was changed at an address from one version to the next.

use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::sides::{self, Read};
use super::surroundings::{Surroundings, clock};
use crate::corpus::{Card, DocKey, Document};
use crate::story::versions::{VersionChange, Versions, change, versions};
use crate::story::{self, Comparison, Options};
use crate::text::{Span, address, squeezed};
use crate::triage::{State, Triage, changed_since};
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};
use std::io;

/// Version of the JSON that the command prints.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("versions").about(lang.text(msg::CLI_VERSIONS_ABOUT)), lang)
        .after_help(lang.text(msg::CLI_VERSIONS_AFTER_HELP))
        .arg(
            Arg::new("of")
                .long("of")
                .value_name(lang.text(msg::CLI_VALUE_ADDRESS))
                .help(lang.text(msg::CLI_VERSIONS_OF)),
        )
        .arg(sides::format(lang))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (documents, notices) = Given::of(args, context)?.documents(&context.progress);
    let mut missing = context.complain(&notices)?;
    let (around, triage) = Surroundings::with_triage(args, context)?;
    let names = around.settings.names();
    let read = documents.len();
    let mut found = versions(&documents);
    if let Some(of) = args.get_one::<String>("of") {
        found.retain(|v| is_meant(v, of, &documents));
    }
    let mut documents: Vec<Option<Document>> = documents.into_iter().map(Some).collect();
    let any = !found.is_empty();
    let mut articles = Vec::new();
    for one in found {
        // Only what has several versions is looked at for names and facts.
        let sides = one.documents.iter().filter_map(|&i| documents.get_mut(i)?.take()).collect();
        let (sides, failed) = sides::analysed(sides, &names, context)?;
        missing |= failed;
        match load::chosen(args) {
            "json" => articles.push(to_json(&one, &sides, &triage)),
            format => sheet(&one, &sides, &triage, format == "md", context)?,
        }
    }
    if load::chosen(args) == "json" {
        let value = json!({ "schema": SCHEMA, "articles": articles, "problems": notices });
        writeln!(context.out, "{value}")?;
    }
    Ok(Exit::of(read, missing, any))
}

/// Whether the reader means this article: by its address, or the file of a version.
fn is_meant(found: &Versions, of: &str, documents: &[Document]) -> bool {
    let named = |i: &usize| documents.get(*i).is_some_and(|d| d.place.to_string() == of || &*d.place.path == of);
    found.address == of || found.address == address::same(of) || found.documents.iter().any(named)
}

/// Each version with the next: what was changed, and the comparison of both.
fn changes(sides: &[Read]) -> impl Iterator<Item = (&Read, &Read, VersionChange, Comparison)> {
    sides.iter().zip(sides.iter().skip(1)).map(|(a, b)| {
        let comparison = story::compare(a.side(), b.side(), &Options::default());
        (a, b, change(&comparison, a.side(), b.side()), comparison)
    })
}

/// The version that was judged last, where others came since.
fn judged(sides: &[Read], triage: &Triage) -> Option<(usize, State)> {
    let keys: Vec<DocKey> = sides.iter().map(|s| s.document.key).collect();
    changed_since(triage, &keys)
}

fn text(of: &Read, span: Span) -> String {
    squeezed(span.of(&of.document.text))
}

fn to_json(found: &Versions, sides: &[Read], triage: &Triage) -> Value {
    let versions = sides.iter().map(|s| {
        let meta = &s.document.meta;
        json!({
            "document": s.document.place.to_string(), "content": s.document.content_key(), "title": meta.title.value,
            "published": meta.published.value, "updated": meta.updated.value,
            "updated_at": meta.updated_at.and_then(|at| jiff::Timestamp::from_millisecond(at).ok()).map(|at| at.to_string()),
        })
    });
    let changed = changes(sides).map(|(a, b, change, comparison)| {
        json!({
            "from": a.document.place.to_string(), "to": b.document.place.to_string(), "silent": change.silent,
            "headline": change.headline.map(|(a, b)| json!({ "a": a, "b": b })),
            "findings": comparison.findings.iter()
                .map(|f| json!({ "kind": f.kind.name(), "sentence": f.sentence })).collect::<Vec<_>>(),
            "removed": change.removed.iter().map(|&s| text(a, s)).collect::<Vec<_>>(),
            "added": change.added.iter().map(|&s| text(b, s)).collect::<Vec<_>>(),
            "reworded": change.reworded.iter()
                .map(|&(x, y)| json!({ "a": text(a, x), "b": text(b, y) })).collect::<Vec<_>>(),
        })
    });
    let changed: Vec<Value> = changed.collect();
    let judged = judged(sides, triage)
        .map(|(at, state)| json!({ "document": sides[at].document.place.to_string(), "state": state.name() }));
    json!({ "address": found.address, "changed_since": judged, "versions": versions.collect::<Vec<_>>(), "changes": changed })
}

/// The versions as a sheet to read.
fn sheet(found: &Versions, sides: &[Read], triage: &Triage, md: bool, context: &mut Context<'_>) -> io::Result<()> {
    let lang = context.lang;
    let out = &mut *context.out;
    let (h1, h2, item) = if md { ("# ", "## ", "- ") } else { ("", "  ", "    ") };
    let title = sides.last().map_or_else(String::new, |s| Card::of(&s.document).title);
    writeln!(out, "{h1}{}", lang.say(msg::cli_versions_title(title, &found.address, sides.len())))?;
    if let Some((at, state)) = judged(sides, triage) {
        let place = sides[at].document.place.to_string();
        writeln!(out, "{}{}", h2.trim_start_matches('#'), lang.say(msg::cli_versions_judged(state.name(), place)))?;
    }
    for (a, b, change, comparison) in changes(sides) {
        let days = [a, b].map(|side| side.document.meta.updated.value);
        // Of two versions of one day the hour tells which is meant.
        let place = |side: &Read| match side.document.meta.updated_at.filter(|_| days[0] == days[1]) {
            Some(at) => lang.say(msg::cli_versions_at(side.document.place.to_string(), clock(at))),
            None => side.document.place.to_string(),
        };
        writeln!(out, "\n{h2}{}\n", lang.say(msg::cli_versions_change(place(a), place(b))))?;
        let mut lines = Vec::new();
        if change.silent {
            lines.push(lang.text(msg::CLI_VERSIONS_SILENT).to_owned());
        }
        let headline = change.headline.map(|(a, b)| lang.say(msg::cli_versions_headline(a, b)));
        lines.extend(headline);
        lines.extend(comparison.findings.iter().map(|f| lang.say(&f.sentence)));
        let told = lines.len();
        lines.extend(change.removed.iter().map(|&s| format!("− {}", text(a, s))));
        lines.extend(change.added.iter().map(|&s| format!("+ {}", text(b, s))));
        lines.extend(change.reworded.iter().map(|&(x, y)| format!("~ {} → {}", text(a, x), text(b, y))));
        if lines.len() == told && told == usize::from(change.silent) {
            lines.push(lang.text(msg::CLI_VERSIONS_SAME).to_owned());
        }
        for line in lines {
            writeln!(out, "{item}{line}")?;
        }
    }
    writeln!(out)
}
