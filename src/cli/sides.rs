//! Documents with their names and facts, for the commands that compare.

use super::given::Given;
use super::load;
use super::outcome::{Context, Failure};
use super::surroundings::Surroundings;
use crate::corpus::{DocId, Document};
use crate::entity::{Entity, Names};
use crate::fact::Facts;
use crate::job::{self, Analysed, Analysis};
use crate::notice::Notice;
use crate::story::{GroupOptions, Side, Signature};
use crate::triage::StoryPairs;
use crate::words::{Lang, msg};
use clap::{Arg, ArgMatches};
use rayon::prelude::*;
use std::sync::Arc;

/// A document with what was found in it.
pub struct Read {
    /// The document.
    pub document: Document,
    /// Its names.
    pub entities: Vec<Entity>,
    /// Its typed values.
    pub facts: Facts,
    /// What could not be found in it.
    pub failed: Vec<Notice>,
}

impl Read {
    /// Finds names and facts in a document, the names that the reader gave among them.
    pub fn new(document: Document, names: &Names) -> Self {
        let Analysis { entities, facts, failed, .. } = job::analysis(&document, names);
        Self { document, entities, facts, failed }
    }

    /// As a side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { document: &self.document, entities: &self.entities, facts: &self.facts }
    }

    /// The same for a comparison of two.
    pub fn analysed(self) -> Analysed {
        let Self { document, entities, facts, failed } = self;
        // What it is grouped by is asked of no comparison of two.
        let signature = Signature::of_nothing(document.key);
        let analysis = Arc::new(Analysis { entities, facts, signature, failed });
        Analysed { id: DocId(0), document: Arc::new(document), analysis }
    }

    /// The words that stand for it in a list: its outlet, else its place.
    pub fn name(&self) -> String {
        self.document.meta.source.value.clone().unwrap_or_else(|| self.document.place.to_string())
    }
}

/// Reads all documents of the paths. The second value is true when something
/// is missing; what it is was said on standard error.
pub fn read(args: &ArgMatches, context: &mut Context<'_>) -> Result<(Vec<Read>, bool), Failure> {
    let (documents, notices) = Given::of(args, context)?.documents(&context.progress);
    let missing = context.complain(&notices)?;
    let names = names(args, context)?;
    let (read, failed) = analysed(documents, &names, context)?;
    Ok((read, missing || failed))
}

/// The names that the settings give.
pub fn names(args: &ArgMatches, context: &mut Context<'_>) -> Result<Names, Failure> {
    Ok(Surroundings::find(args, context)?.settings.names())
}

/// Finds names and facts in documents, on all cores. The second value is true when
/// something is missing, as for [`read`].
pub fn analysed(
    documents: Vec<Document>,
    names: &Names,
    context: &mut Context<'_>,
) -> Result<(Vec<Read>, bool), Failure> {
    let read = worked(documents, |document| Read::new(document, names), context);
    let missing = complain(&read, context)?;
    Ok((read, missing))
}

/// Says what could not be found; true when something is missing.
pub fn complain<'r>(read: impl IntoIterator<Item = &'r Read>, context: &mut Context<'_>) -> Result<bool, Failure> {
    let failed: Vec<Notice> = read.into_iter().flat_map(|r| &r.failed).cloned().collect();
    Ok(context.complain(&failed)?)
}

/// What documents are grouped by, each in its place; the second value as for [`read`].
pub fn signatures(documents: &[Document], context: &mut Context<'_>) -> Result<(Vec<Signature>, bool), Failure> {
    let one = |document| {
        let mut failed = Vec::new();
        (job::signature_or_none(document, &mut failed), failed)
    };
    let (signatures, failed): (Vec<Signature>, Vec<Vec<Notice>>) = documents.par_iter().map(one).unzip();
    Ok((signatures, context.complain(&failed.concat())?))
}

/// Does work on articles that finds their names and facts, on all cores, and says how far it is.
pub fn worked<D: Send, T: Send>(documents: Vec<D>, work: impl Fn(D) -> T + Sync, context: &Context<'_>) -> Vec<T> {
    let counter = context
        .progress
        .counter(documents.len(), |done, all| msg::cli_progress_analysing(done, msg::article_count(all)));
    let one = |document| {
        let worked = work(document);
        counter.step();
        worked
    };
    let all = documents.into_par_iter().map(one).collect();
    context.progress.clear();
    all
}

/// What the reader said of stories, from the journal; what was wrong with it
/// was said on standard error.
pub fn by_hand(args: &ArgMatches, context: &mut Context<'_>) -> Result<GroupOptions, Failure> {
    let (_, triage) = Surroundings::with_triage(args, context)?;
    let StoryPairs { together, apart } = triage.story_pairs();
    Ok(GroupOptions { together, apart, before: Vec::new() })
}

/// The argument that chooses what is printed.
pub fn format(lang: Lang) -> Arg {
    load::format(["text", "md", "json"], lang.text(msg::CLI_FORMAT))
}
