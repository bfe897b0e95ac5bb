//! `kiosque entities`: names and quotations of one document, or of all.

use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::reading::Loaded;
use super::surroundings::Surroundings;
use crate::corpus::Document;
use crate::entity::{Entity, Names};
use crate::fact::{Facts, QuoteKind, rule_id};
use crate::store::catalogue::attempt;
use crate::text::{ScalarIndex, Scalars, Span};
use crate::words::{Lang, msg};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::io::Write;
use std::ops::ControlFlow;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    given::arguments(Command::new("entities").about(lang.text(msg::CLI_ENTITIES_ABOUT)), lang)
        .arg(load::format(["json"], lang.text(msg::CLI_FORMAT)))
        .arg(flag("corpus", lang.text(msg::CLI_ENTITIES_CORPUS)))
        .arg(flag("explain", lang.text(msg::CLI_ENTITIES_EXPLAIN)))
        .arg(flag("model-only", lang.text(msg::CLI_ENTITIES_MODEL_ONLY)))
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let given = Given::of(args, context)?;
    let names = Surroundings::find(args, context)?.settings.names();
    let options = Options { explain: args.get_flag("explain"), rules: !args.get_flag("model-only"), names: &names };
    let corpus = args.get_flag("corpus");
    let (mut written, mut missing, mut more) = (0, false, false);
    let progress = context.progress.beside_output();
    let mut failed: Option<std::io::Error> = None;
    // Each document is printed when it is read, so that memory does not grow
    // with the corpus.
    let _ = given.each(&progress, &mut |loaded| {
        let done = match loaded {
            Loaded::Document(_) if written > 0 && !corpus => {
                more = true;
                Ok(())
            }
            Loaded::Document(d) => {
                let said = context.complain(&d.notices);
                match attempt(&d.place, msg::CLI_ENTITIES_FAILED, || print(&d, options)) {
                    Ok(value) => {
                        written += 1;
                        said.and_then(|_| write_line(context.out, &value))
                    }
                    Err(notice) => said.and_then(|_| context.complain(&[notice])).map(|lost| missing |= lost),
                }
            }
            Loaded::Problem(n) => context.complain(&[n]).map(|lost| missing |= lost),
        };
        match done {
            Err(e) => {
                failed = Some(e);
                ControlFlow::Break(())
            }
            Ok(()) if more => ControlFlow::Break(()),
            Ok(()) => ControlFlow::Continue(()),
        }
    });
    if let Some(e) = failed {
        return Err(e.into());
    }
    if more {
        writeln!(context.err, "kiosque: {}", context.lang.text(msg::CLI_ENTITIES_MORE))?;
    }
    Ok(Exit::of(written, missing, written > 0))
}

fn write_line(out: &mut dyn Write, value: &Value) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)?;
    out.flush()
}

#[derive(Clone, Copy)]
struct Options<'n> {
    explain: bool,
    rules: bool,
    names: &'n Names,
}

fn print(document: &Document, options: Options<'_>) -> Value {
    let Options { explain, rules, names } = options;
    let text = &document.text;
    let index = ScalarIndex::new(text);
    let find = if rules { crate::entity::find } else { crate::entity::find_by_model };
    let entities = find(document);
    let entities = if rules { names.impose(document, entities) } else { entities };
    let references = crate::entity::references(document, &entities);
    let facts = crate::fact::find(document, &entities);
    let place = |span: Span| {
        let Scalars { start, end } = index.span(span);
        json!({"start": start, "end": end, "text": span.of(text)})
    };
    let names = print_names(&entities, &facts, text, explain, &place);
    let quotes = print_quotes(&facts, explain, &place);
    let figures: Vec<Value> = facts
        .figures
        .iter()
        .map(|f| {
            json!({
                "span": place(f.span), "number": place(f.number), "kind": f.kind, "low": f.low, "high": f.high,
                "bound": f.bound, "unit": f.unit, "noun": f.noun, "negative": f.negative,
                "doubtful": f.doubtful, "time": f.time.map(place), "place": f.place.map(place),
            })
        })
        .collect();
    let attributions: Vec<Value> = facts
        .attributions
        .iter()
        .map(|a| {
            let mut v = json!({
                "source": place(a.source), "name": a.name, "doubtful": a.doubtful, "kind": a.kind, "negated": a.negated,
                "cue": place(a.cue),
            });
            if explain {
                v["confidence"] = a.confidence.into();
            }
            v
        })
        .collect();
    let hedges: Vec<Value> =
        facts.hedges.iter().map(|h| json!({"words": place(h.span), "step": h.step, "quoted": h.quoted})).collect();
    let links: Vec<Value> = references
        .iter()
        .map(|r| {
            let mut v = place(r.span);
            v["entity"] = json!(entities.get(r.entity).map(|e| &e.name));
            v["reason"] = json!(r.reason);
            v
        })
        .collect();
    json!({
        "schema": 1,
        "path": document.place.to_string(),
        "entities": names,
        "quotes": quotes,
        "figures": figures,
        "attributions": attributions,
        "hedges": hedges,
        "references": links,
    })
}

/// Names with their mentions; then dates that are written as names are.
fn print_names(
    entities: &[Entity],
    facts: &Facts,
    text: &str,
    explain: bool,
    place: &dyn Fn(Span) -> Value,
) -> Vec<Value> {
    let mut names: Vec<Value> = entities
        .iter()
        .map(|e| {
            let mentions: Vec<Value> = e
                .mentions
                .iter()
                .map(|m| {
                    let mut v = place(m.span);
                    if explain {
                        v["rule"] = m.rule.into();
                        v["doubtful"] = m.doubtful.into();
                    }
                    v
                })
                .collect();
            json!({
                "name": e.name, "kind": e.kind, "doubtful": e.is_doubtful(), "cited": e.cited, "forms": e.forms,
                "mentions": mentions,
            })
        })
        .collect();
    // What points at the day of the article itself (aujourd'hui) tells no date.
    names.extend(facts.dates.iter().filter(|d| !d.today).map(|d| {
        let name = d.iso.clone().unwrap_or_else(|| d.span.of(text).to_owned());
        let mut v = json!({
            "name": name, "kind": "date", "written": d.written, "granularity": d.granularity, "from": d.from.map(|d| d.to_string()),
            "to": d.to.map(|d| d.to_string()),
            "mentions": [place(d.span)],
        });
        if let Some(conflict) = &d.conflict {
            v["conflict"] = json!(conflict);
        }
        v
    }));
    names
}

fn print_quotes(facts: &Facts, explain: bool, place: &dyn Fn(Span) -> Value) -> Vec<Value> {
    // Nobody speaks in words held at a distance.
    facts
        .quotes
        .iter()
        .filter(|q| q.kind != QuoteKind::Scare)
        .map(|q| {
            let mut v = place(q.span);
            v["kind"] = json!(q.kind);
            v["speaker"] = json!(q.speaker);
            v["doubtful"] = q.doubtful.into();
            if explain {
                v["reason"] = q.reason.map_or("", |r| Lang::EN.text(r)).into();
                v["confidence"] = json!(q.confidence);
                v["weighed"] = q
                    .weighed
                    .iter()
                    .map(|r| json!({"rule": rule_id(r.feature), "feature": r.feature, "tenths": r.tenths}))
                    .collect();
                v["verb"] = json!(q.verb.map(place));
            }
            v
        })
        .collect()
}
