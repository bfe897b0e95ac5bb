//! Documents with their names and facts, for the commands that compare.

use super::surroundings::Surroundings;
use super::{Context, Failure, load};
use crate::corpus::Document;
use crate::entity::{self, Entity};
use crate::fact::{self, Facts};
use crate::story::{GroupOptions, Side};
use crate::triage::StoryPairs;
use clap::{Arg, ArgMatches};
use rayon::prelude::*;
use std::path::PathBuf;

/// A document with what was found in it.
pub struct Read {
    /// The document.
    pub document: Document,
    /// Its names.
    pub entities: Vec<Entity>,
    /// Its typed values.
    pub facts: Facts,
}

impl Read {
    /// Finds names and facts in a document.
    pub fn new(document: Document) -> Self {
        let entities = entity::find(&document);
        let facts = fact::find(&document, &entities);
        Self { document, entities, facts }
    }

    /// As a side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { document: &self.document, entities: &self.entities, facts: &self.facts }
    }

    /// The words that stand for it in a list: its outlet, else its place.
    pub fn name(&self) -> String {
        self.document.meta.source.value.clone().unwrap_or_else(|| self.document.place.to_string())
    }
}

/// Reads all documents of the paths. The second value is true when something
/// is missing; what it is was said on standard error.
pub fn read(paths: &[PathBuf], context: &mut Context<'_>) -> Result<(Vec<Read>, bool), Failure> {
    let (documents, notices) = load::documents(paths);
    let missing = load::complain(&notices, context)?;
    Ok((documents.into_par_iter().map(Read::new).collect(), missing))
}

/// What the reader said of stories, from the journal; what was wrong with it
/// was said on standard error.
pub fn by_hand(args: &ArgMatches, context: &mut Context<'_>) -> Result<GroupOptions, Failure> {
    let (_, triage) = Surroundings::with_triage(args, context)?;
    let StoryPairs { together, apart } = triage.story_pairs();
    Ok(GroupOptions { together, apart, before: Vec::new() })
}

/// The argument that chooses what is printed.
pub fn format() -> Arg {
    Arg::new("format")
        .long("format")
        .value_parser(["text", "md", "json"])
        .default_value("text")
        .help("What to print: plain text, Markdown or JSON")
}

/// What [`format()`] got.
pub fn chosen(args: &ArgMatches) -> &str {
    args.get_one::<String>("format").map_or("text", String::as_str)
}

/// A stretch of text on one line.
pub fn one_line(s: &str) -> String {
    s.split_whitespace().collect::<Vec<_>>().join(" ")
}
