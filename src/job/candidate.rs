//! The articles that a job looks at, with what only the model knows of them.

use super::analysis::Analysis;
use crate::corpus::{DocId, DocKey, Document};
use crate::entity::Entity;
use crate::search::{Article, Query, told_by_status};
use crate::triage::{Note, Status};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

/// A document that a job looks at, with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Index in the corpus.
    pub id: DocId,
    /// For ever.
    pub key: DocKey,
    /// The document, where it is in memory.
    pub document: Option<Arc<Document>>,
    /// What was found, where it is in memory.
    pub analysis: Option<Arc<Analysis>>,
    /// What the reader said of it.
    pub status: Status,
}

/// The articles that a query is asked of, with what only the model knows of
/// some of them. Making one costs a number for each article and one for each of
/// the judged ones, when a query may ask for what was said of them: it is done
/// between two keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// The articles, in the order in which answers are wanted.
    pub ids: Vec<DocId>,
    /// Texts that are in memory.
    pub documents: HashMap<DocId, Arc<Document>>,
    /// What was found in them.
    pub analyses: HashMap<DocId, Arc<Analysis>>,
    /// What the reader said, of those of which something was said.
    pub statuses: HashMap<DocId, Arc<Status>>,
    /// Notes on comparisons and stories, by the articles that they are about.
    pub shared: HashMap<DocId, Vec<Arc<Note>>>,
    /// Those that were changed since they were judged.
    pub changed: HashSet<DocId>,
}

impl Candidates {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// True when a newer version of an article is at hand than the one that was judged.
    pub fn is_changed(&self, id: DocId) -> bool {
        self.changed.contains(&id)
    }

    /// What the reader said of an article.
    pub fn status(&self, id: DocId) -> &Status {
        static UNTOUCHED: LazyLock<Status> = LazyLock::new(Status::default);
        self.statuses.get(&id).map_or(&UNTOUCHED, |status| &**status)
    }

    /// Notes on comparisons and stories that an article is one of.
    pub fn shared(&self, id: DocId) -> &[Arc<Note>] {
        self.shared.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Whether an article answers, where what the reader said of it tells; no text is read for it.
    pub(super) fn told(&self, query: &Query, id: DocId) -> Option<bool> {
        told_by_status(query, self.status(id), self.shared(id), self.is_changed(id))
    }

    /// An article as a query is asked of it.
    pub fn article<'a>(&'a self, id: DocId, document: &'a Document, entities: &'a [Entity]) -> Article<'a> {
        let (status, shared, changed) = (self.status(id), self.shared(id), self.is_changed(id));
        Article { document, status, shared, changed, entities }
    }
}
