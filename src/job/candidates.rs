//! [`Candidates`]: the articles that a query is asked of.

use super::Analysis;
use crate::corpus::{DocId, Document};
use crate::triage::Status;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// The articles that a query is asked of, with what only the model knows of
/// some of them. Making one costs a number for each article and a copy of what
/// was said of the judged ones, when a query may ask for it: it is done between
/// two keys.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// The articles, in the order in which answers are wanted.
    pub ids: Vec<DocId>,
    /// Texts that are in memory.
    pub documents: HashMap<DocId, Arc<Document>>,
    /// What was found in them.
    pub analyses: HashMap<DocId, Arc<Analysis>>,
    /// What the reader said, of those of which something was said.
    pub statuses: HashMap<DocId, Status>,
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

    /// What the reader said of an article.
    pub fn status(&self, id: DocId) -> &Status {
        static UNTOUCHED: LazyLock<Status> = LazyLock::new(Status::default);
        self.statuses.get(&id).unwrap_or(&UNTOUCHED)
    }
}
