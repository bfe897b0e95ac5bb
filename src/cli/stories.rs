//! `kiosque stories`.

use super::given::{self, Given};
use super::load;
use super::outcome::{Context, Exit, Outcome};
use super::sides;
use crate::corpus::Document;
use crate::job::{self, Parallel};
use crate::story::{self, Signature, Stories, Story, StoryInput};
use crate::text::sanitise::one_line;
use crate::words::{Lang, msg};
use clap::{ArgMatches, Command};
use serde_json::json;
use std::io::Write;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command(lang: Lang) -> Command {
    given::arguments(Command::new("stories").about(lang.text(msg::CLI_STORIES_ABOUT)).arg(sides::format(lang)), lang)
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let options = sides::by_hand(args, context)?;
    let given = Given::of(args, context)?;
    let (mut places, mut signatures, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    // Bodies are not kept: a signature is all that grouping needs.
    let work = |d: Document| job::signature_of(&d).map(|signature| (d.place.to_string(), signature));
    given.each_worked(&context.progress, &work, &mut |worked| match worked.and_then(|seen| seen) {
        Ok((place, signature)) => {
            places.push(place);
            signatures.push(signature);
        }
        Err(notice) => notices.push(notice),
    });
    let missing = context.complain(&notices)?;
    let inputs: Vec<_> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, &options, &Parallel);
    match load::chosen(args) {
        "json" => print_json(&stories, &places, &mut *context.out)?,
        format => list(&stories, &signatures, &places, format == "md", context)?,
    }
    Ok(Exit::of(places.len(), missing, !stories.stories.is_empty()))
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
            "doubtful": s.members.iter().map(story::is_doubtful_member).collect::<Vec<_>>(),
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
    let (out, lang) = (&mut *context.out, context.lang);
    let (head, item) = if md { ("## ", "- ") } else { ("", "  ") };
    // Its headline says more than its place, by which it is opened.
    let named = |i: usize| {
        let s = &signatures[i];
        let known = [s.source.as_deref().map(one_line), Some(one_line(&s.title)).filter(|t| !t.is_empty())];
        known.into_iter().flatten().chain([places[i].clone()]).collect::<Vec<_>>().join(", ")
    };
    let (several, alone): (Vec<_>, Vec<_>) = stories.stories.iter().partition(|s| s.members.len() > 1);
    for s in &several {
        let articles = msg::article_count(s.members.len());
        let heading = match (s.first, s.last) {
            (Some(a), Some(b)) if a == b => msg::cli_stories_day(&s.title, a.to_string(), articles),
            (Some(a), Some(b)) => msg::cli_stories_days(&s.title, a.to_string(), b.to_string(), articles),
            _ => msg::cli_stories_undated(&s.title, articles),
        };
        writeln!(out, "{head}{}\n", lang.say(heading))?;
        for m in &s.members {
            let item = format!("{item}{}", if story::is_doubtful_member(m) { "? " } else { "" });
            writeln!(out, "{item}{}", lang.say(msg::cli_stories_member(named(m.index), &m.reason)))?;
        }
        for n in &s.near {
            let near = msg::cli_stories_near(named(n.index), &n.reason);
            writeln!(out, "{item}{}", lang.say(near))?;
        }
        writeln!(out)?;
    }
    for r in &stories.reprints {
        let all: Vec<&str> = r.iter().map(|&i| places[i].as_str()).collect();
        let again = r.iter().all(|&i| signatures[i].key == signatures[r[0]].key);
        let say = if again { msg::cli_one_text_again } else { msg::cli_one_text };
        writeln!(out, "{item}{}", lang.say(say(r.len(), all.join(", "))))?;
    }
    context.say(msg::cli_stories_count(several.len(), msg::article_count(alone.len())))
}
