//! `kiosque names`: the names over all documents, or the page of one.

use super::given::{self, Given};
use super::load;
use super::matrix;
use super::outcome::{Context, Exit, Failure, Outcome};
use super::surroundings::Surroundings;
use crate::app::view::entity_kind_one;
use crate::corpus::{DocId, Document};
use crate::entity::EntityKind;
use crate::entity::merge::{CorpusNames, Index, Merged, NameKey};
use crate::job::{
    Analysed, NamePage, Passage, analysis_beside, dispersion, name_page, names_in, or_default, quotations,
};
use crate::notice::Notice;
use crate::text::sanitise::one_line;
use crate::text::{ScalarIndex, Scalars};
use crate::triage::Triage;
use crate::triage::export::{self, Format, Item};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("names").about(lang.text(msg::CLI_NAMES_ABOUT)), lang)
        .arg(Arg::new("of").long("of").value_name(lang.text(msg::CLI_VALUE_NAME)).help(lang.text(msg::CLI_NAMES_OF)))
        .arg(
            Arg::new("quotations")
                .long("quotations")
                .action(ArgAction::SetTrue)
                .help(lang.text(msg::CLI_NAMES_QUOTATIONS)),
        )
        .arg(load::format(
            ["text", "json", "plot", "svg", "md", "csv", "html", "jsonl"],
            lang.text(msg::CLI_NAMES_FORMAT),
        ))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (around, triage) = Surroundings::with_triage(args, context)?;
    let listed = around.settings.names();
    let decisions = triage.name_decisions();
    let wanted = args.get_one::<String>("of");
    // Nothing is written here under the reader's own name.
    if wanted.is_none() && args.value_source("name") == Some(clap::parser::ValueSource::CommandLine) {
        writeln!(context.err, "kiosque: {}", context.lang.text(msg::CLI_NAMES_OWN_NAME))?;
    }
    let quotations = args.get_flag("quotations");
    refuse(args, wanted.is_some(), quotations)?;
    let mut index = Index::under(decisions.clone());
    let (mut read, mut days, mut notices) = (Vec::new(), BTreeMap::new(), Vec::new());
    let mut n = 0;
    // Only a page needs the articles again.
    let work = |document: Document| {
        let mut failed = Vec::new();
        let entities = or_default(names_in(&document, &listed), &mut failed);
        (failed, document.key, document.meta.published.value, entities, wanted.is_some().then(|| Arc::new(document)))
    };
    Given::of(args, context)?.each_worked(&context.progress, &work, &mut |worked| match worked {
        Ok((failed, key, day, entities, document)) => {
            notices.extend(failed);
            let id = DocId(n);
            n += 1;
            index.add(id, key, &entities);
            days.insert(id, day);
            read.extend(document.map(|d| (id, d, entities)));
        }
        Err(n) => notices.push(n),
    });
    let missing = context.complain(&notices)?;
    let corpus_names = index.resolve();
    let json = load::chosen(args) == "json";
    let nothing = match wanted {
        None => {
            list(&corpus_names, json, context)?;
            corpus_names.entities.is_empty()
        }
        Some(name) => {
            let Some(e) = EntityKind::ALL.iter().find_map(|k| corpus_names.get(&NameKey::new(*k, name))) else {
                writeln!(context.err, "kiosque: {}", context.lang.say(msg::cli_names_none(name)))?;
                return Ok(Exit::of(n as usize, missing, false));
            };
            let naming: BTreeSet<DocId> = e.documents.iter().map(|o| o.id).collect();
            read.retain(|(id, ..)| naming.contains(id));
            let analysed = |(id, document, entities): (DocId, Arc<Document>, _)| {
                let analysis = Arc::new(analysis_beside(&document, entities, Vec::new()));
                Analysed { id, document, analysis }
            };
            let read: Vec<Analysed> = read.into_par_iter().map(analysed).collect();
            let failed: Vec<Notice> = read.iter().flat_map(|r| &r.analysis.failed).cloned().collect();
            context.complain(&failed)?;
            let page = name_page(&e.id, &corpus_names, &decisions, &read);
            if let Some(page) = &page {
                if quotations {
                    print_quotations(e, page, &read, &triage, args, context)?;
                } else if matrix::is_drawn(args) {
                    let label = |id| read.iter().find(|r| r.id == id).map_or_else(String::new, called);
                    matrix::draw(&dispersion(&e.name, page, &label, context.lang), args, context)?;
                } else if json {
                    serde_json::to_writer(&mut *context.out, &whole(e, page, &corpus_names, &read, &days))?;
                    writeln!(context.out)?;
                } else {
                    print(e, page, &read, context)?;
                }
            }
            match &page {
                Some(page) if quotations => page.articles.iter().all(|a| a.said.is_empty()),
                page => page.is_none(),
            }
        }
    };
    Ok(Exit::of(n as usize, missing, !nothing))
}

/// Prints all names.
fn list(names: &CorpusNames, json: bool, context: &mut Context<'_>) -> Result<(), Failure> {
    for e in &names.entities {
        if json {
            serde_json::to_writer(&mut *context.out, &object(e))?;
            writeln!(context.out)?;
        } else {
            let forms: Vec<&str> = e.forms.iter().skip(1).map(|f| f.surface.as_str()).collect();
            let kind = entity_kind_one(e.kind, context.lang);
            writeln!(context.out, "{:>6}  {kind}  {}  {}", e.count, e.name, forms.join(" · "))?;
        }
    }
    Ok(())
}

/// Says what does not go together.
fn refuse(args: &ArgMatches, of: bool, quotations: bool) -> Result<(), Failure> {
    let format = load::chosen(args);
    if quotations && !of {
        return Err(msg::CLI_NAMES_QUOTATIONS_OF.into());
    }
    if quotations && matrix::is_drawn(args) {
        return Err(msg::CLI_NAMES_QUOTATIONS_PLOT.into());
    }
    if !quotations && !matches!(format, "text" | "json") && !matrix::is_drawn(args) {
        return Err(msg::cli_names_quotations_format(format).into());
    }
    if !of && matrix::is_drawn(args) {
        return Err(msg::CLI_NAMES_PLOT_OF.into());
    }
    Ok(())
}

/// Prints what the name says, by day, as the program hands it over.
fn print_quotations(
    e: &Merged,
    page: &NamePage,
    read: &[Analysed],
    triage: &Triage,
    args: &ArgMatches,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let mut items: Vec<(DocId, Item<'_>)> = Vec::new();
    for x in read {
        items.push((x.id, Item { document: &x.document, status: triage.status(&x.document.key) }));
    }
    items.sort_by_key(|(id, item)| (item.document.meta.published.value, *id));
    let format = match load::chosen(args) {
        "text" => Format::Plain,
        name => Format::from_name(name).unwrap_or(Format::Plain),
    };
    let said = quotations(&e.name, page, &items);
    context.out.write_all(export::quotations::print(format, &said, context.lang).as_bytes())
}

/// What an article is called in a plot: its source and its day, else its place.
fn called(article: &Analysed) -> String {
    let meta = &article.document.meta;
    let Some(source) = &meta.source.value else { return article.document.place.to_string() };
    let day = meta.published.value.map(|d| format!(", {d}")).unwrap_or_default();
    format!("{}{day}", one_line(source))
}

fn object(e: &Merged) -> Value {
    json!({
        "schema": SCHEMA, "name": e.name, "kind": e.kind.name(), "mentions": e.count, "held_back": e.held_back,
        "articles": e.documents.len(), "cited": e.cited,
        "forms": e.forms.iter().map(|f| json!({
            "surface": f.surface, "count": f.count, "reason": f.reason, "doubtful": f.doubtful,
            "written": f.written.iter().map(|(s, n)| json!({ "surface": s, "count": n })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn whole(
    e: &Merged,
    page: &NamePage,
    corpus_names: &CorpusNames,
    read: &[Analysed],
    days: &BTreeMap<DocId, Option<Date>>,
) -> Value {
    let mut timeline: BTreeMap<String, usize> = BTreeMap::new();
    for o in &e.documents {
        let day = days.get(&o.id).copied().flatten().map_or(String::new(), |d| d.to_string());
        *timeline.entry(day).or_default() += o.count;
    }
    let articles: Vec<Value> = page
        .articles
        .iter()
        .zip(read)
        .map(|(a, x)| {
            let index = ScalarIndex::new(&x.document.text);
            let passage = |p: &Passage| {
                let Scalars { start, end } = index.span(p.span);
                json!({ "start": start, "end": end, "text": p.words.concat() })
            };
            let all = |list: &[Passage]| list.iter().map(passage).collect::<Vec<_>>();
            let said = |p: &Passage| {
                let mut said = passage(p);
                said["doubtful"] = p.doubtful.into();
                said
            };
            json!({
                "document": x.document.place.to_string(), "mentions": a.mentions,
                "said": a.said.iter().map(said).collect::<Vec<_>>(), "about": all(&a.about), "mention": a.mention.as_ref().map(passage),
            })
        })
        .collect();
    let mut out = object(e);
    out["roles"] = json!(page.roles.iter().map(|(r, n)| json!({ "role": r, "count": n })).collect::<Vec<_>>());
    out["days"] = json!(timeline);
    let with = corpus_names.companions(&e.id);
    out["with"] = json!(with.iter().map(|(c, n)| json!({ "name": c.name, "articles": n })).collect::<Vec<_>>());
    out["near"] = json!(page.near.iter().map(|n| json!({ "name": n.name, "parted": n.parted })).collect::<Vec<_>>());
    out["in"] = json!(articles);
    out
}

fn print(e: &Merged, page: &NamePage, read: &[Analysed], context: &mut Context<'_>) -> std::io::Result<()> {
    let (out, lang) = (&mut *context.out, context.lang);
    let kind = entity_kind_one(e.kind, lang);
    let articles = msg::article_count(e.documents.len());
    writeln!(out, "{}\n", lang.say(msg::cli_names_heading(&e.name, kind, e.count, articles)))?;
    for f in &e.forms {
        let sign = if f.doubtful { "[?]" } else { "[x]" };
        writeln!(out, "  {sign} {}  {}  {}", f.surface, f.count, lang.text(f.reason))?;
        for (surface, n) in &f.written {
            writeln!(out, "      {surface}  {n}")?;
        }
    }
    for n in &page.near {
        let parted = if n.parted { lang.text(msg::CLI_NAMES_PARTED) } else { "" };
        writeln!(out, "{}", format!("  [ ] {}  {}  {parted}", n.name, n.count).trim_end())?;
    }
    for (role, n) in &page.roles {
        writeln!(out, "  {role}  {n}")?;
    }
    for (a, x) in page.articles.iter().zip(read) {
        writeln!(out, "\n{}", x.document.place)?;
        for (sign, list) in [(msg::CLI_NAMES_SAYS, &a.said), (msg::CLI_NAMES_ABOUT_IT, &a.about)] {
            for p in list {
                writeln!(out, "  {} {}", lang.text(sign), p.words.concat())?;
            }
        }
        if let Some(m) = &a.mention {
            writeln!(out, "  {}", m.words.concat())?;
        }
    }
    Ok(())
}
