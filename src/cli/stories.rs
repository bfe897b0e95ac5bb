//! `kiosque stories`.

use super::load;
use super::{Context, Exit, Outcome, sides};
use crate::corpus::Document;
use crate::job::Cores;
use crate::story::{self, Signature, Stories, Story, StoryInput};
use clap::{ArgMatches, Command};
use serde_json::json;
use std::io::Write;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    load::arguments(
        Command::new("stories")
            .about("Group articles into stories and name near-duplicates, with the reason of each membership")
            .arg(sides::format()),
    )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let options = sides::by_hand(args, context)?;
    let paths = load::paths(args)?;
    let (mut places, mut signatures, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    // Bodies are not kept: a signature is all that grouping needs.
    let work = |d: Document| (d.place.to_string(), story::signature(&d));
    load::each_worked(&paths, &load::options(args), &work, &mut |worked| match worked {
        Ok((place, signature)) => {
            places.push(place);
            signatures.push(signature);
        }
        Err(notice) => notices.push(notice),
    });
    let missing = load::complain(&notices, context)?;
    let inputs: Vec<_> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, &options, &Cores);
    match sides::chosen(args) {
        "json" => print_json(&stories, &places, &mut *context.out)?,
        format => list(&stories, &signatures, &places, format == "md", context)?,
    }
    Ok(if missing {
        Exit::Partial
    } else if stories.stories.is_empty() {
        Exit::Nothing
    } else {
        Exit::Done
    })
}

/// Prints the stories one by one: of a hundred thousand articles the whole is
/// never in memory as JSON.
fn print_json(stories: &Stories, places: &[String], out: &mut dyn Write) -> std::io::Result<()> {
    let path = |i: usize| &places[i];
    let story = |s: &Story| {
        json!({
            "id": s.id, "title": s.title, "first": s.first, "last": s.last, "arc": s.arc,
            "documents": s.members.iter().map(|m| path(m.index)).collect::<Vec<_>>(),
            "reasons": s.members.iter().map(|m| &m.reason).collect::<Vec<_>>(),
            "near": s.near.iter().map(|n| json!({"document": path(n.index), "reason": n.reason})).collect::<Vec<_>>(),
        })
    };
    write!(out, "{{\"schema\":{SCHEMA},\"stories\":")?;
    print_list(stories.stories.iter().map(story), out)?;
    write!(out, ",\"duplicates\":")?;
    print_list(stories.duplicates.iter().map(|&(a, b)| json!([path(a), path(b)])), out)?;
    write!(out, ",\"reprints\":")?;
    let reprint = |r: &Vec<usize>| r.iter().map(|&i| path(i)).collect::<Vec<_>>();
    print_list(stories.reprints.iter().map(|r| json!(reprint(r))), out)?;
    writeln!(out, "}}")
}

fn print_list(items: impl Iterator<Item = serde_json::Value>, out: &mut dyn Write) -> std::io::Result<()> {
    write!(out, "[")?;
    for (i, item) in items.enumerate() {
        if i > 0 {
            write!(out, ",")?;
        }
        serde_json::to_writer(&mut *out, &item)?;
    }
    write!(out, "]")
}

/// The stories of more than one article, to read.
fn list(
    stories: &Stories,
    signatures: &[Signature],
    places: &[String],
    md: bool,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let out = &mut *context.out;
    let (head, item) = if md { ("## ", "- ") } else { ("", "  ") };
    let (several, alone): (Vec<_>, Vec<_>) = stories.stories.iter().partition(|s| s.members.len() > 1);
    for s in &several {
        let days = match (s.first, s.last) {
            (Some(a), Some(b)) if a == b => format!("{a}, "),
            (Some(a), Some(b)) => format!("{a} to {b}, "),
            _ => String::new(),
        };
        writeln!(out, "{head}{} ({days}{} articles)\n", s.title, s.members.len())?;
        for m in &s.members {
            let source = signatures[m.index].source.as_deref().map_or_else(String::new, |s| format!("{s}, "));
            writeln!(out, "{item}{source}{}: {}", places[m.index], m.reason)?;
        }
        for n in &s.near {
            writeln!(out, "{item}near, outside: {}: {}", places[n.index], n.reason)?;
        }
        writeln!(out)?;
    }
    for r in &stories.reprints {
        let all: Vec<&str> = r.iter().map(|&i| places[i].as_str()).collect();
        writeln!(out, "{item}one text ×{}: {}", r.len(), all.join(", "))?;
    }
    writeln!(out, "{} stories of several articles, {} articles alone.", several.len(), alone.len())
}
