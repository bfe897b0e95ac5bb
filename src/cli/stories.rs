//! `kiosque stories`.

use super::{Context, Exit, Outcome, load};
use crate::story::{self, GroupOptions, StoryInput};
use crate::{entity, fact};
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;
use std::path::PathBuf;

/// Version of the JSON printed here.
const SCHEMA: u32 = 1;

/// The arguments.
pub fn command() -> Command {
    Command::new("stories")
        .about("Group articles into stories and name near-duplicates")
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["text", "md", "json"])
                .default_value("text")
                .help("What to print"),
        )
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("Files and folders"),
        )
}

/// Runs the command.
pub fn run(args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let paths: Vec<PathBuf> = args.get_many("paths").into_iter().flatten().cloned().collect();
    let (documents, notices) = load::documents(&paths);
    for n in &notices {
        writeln!(context.err, "kiosque: {n}")?;
    }
    let signatures: Vec<_> = documents
        .iter()
        .map(|d| {
            let e = entity::find(d);
            story::signature(d, &e, &fact::find(d, &e))
        })
        .collect();
    let inputs: Vec<_> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = story::group(&inputs, &GroupOptions::default());
    let path = |i: usize| documents[i].place.to_string();
    let out = json!({
        "schema": SCHEMA,
        "stories": stories.stories.iter().map(|s| json!({
            "id": s.id, "title": s.title, "first": s.first, "last": s.last, "arc": s.arc,
            "documents": s.members.iter().map(|m| path(m.index)).collect::<Vec<_>>(),
            "reasons": s.members.iter().map(|m| &m.reason).collect::<Vec<_>>(),
            "near": s.near.iter().map(|n| json!({"document": path(n.index), "reason": n.reason})).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "duplicates": stories.duplicates.iter().map(|&(a, b)| [path(a), path(b)]).collect::<Vec<_>>(),
        "reprints": stories.reprints.iter().map(|r| r.iter().map(|&i| path(i)).collect::<Vec<_>>()).collect::<Vec<_>>(),
    });
    serde_json::to_writer(&mut *context.out, &out)?;
    writeln!(context.out)?;
    Ok(if notices.is_empty() { Exit::Done } else { Exit::Partial })
}
