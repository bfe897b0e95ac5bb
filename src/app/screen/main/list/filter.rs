//! What narrows the list: its filter, and the words looked for in it.

use crate::app::panes::Pane;
use crate::app::screen::main::list::groups::GroupKey;
use crate::app::screen::main::list::place::ListPlace;
use crate::corpus::DocId;
use crate::search::query::Query;
use std::collections::HashSet;
use std::sync::Arc;

/// The list's filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// As typed.
    pub text: String,
    /// Parsed.
    pub query: Arc<Query>,
    /// The documents that it lets through, as last found out.
    pub passing: Arc<HashSet<DocId>>,
    /// The reader just set it and waits for its count.
    pub asked: bool,
    /// What it lets through is known; until then nothing is said of how much.
    pub known: bool,
    /// Where the list stood before it was narrowed, to stand there again.
    pub before: Option<Box<ListPlace>>,
    /// Where it stood, and which pane had the keys, when the answer was there.
    pub put: Option<Box<(ListPlace, Pane)>>,
}

impl Filter {
    /// A filter that nothing was asked about yet.
    pub fn new(text: String, query: Query) -> Self {
        Self {
            text,
            query: Arc::new(query),
            passing: Arc::default(),
            asked: false,
            known: false,
            before: None,
            put: None,
        }
    }
}

/// Words looked for in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFind {
    /// As typed.
    pub query: String,
    /// Folded words that a row must contain.
    pub words: Vec<String>,
    /// The first row that has them is gone to when it is known.
    pub goes: bool,
    /// By document, whether it has them; `None` while they are looked for.
    pub found: Option<Vec<bool>>,
    /// The group that was opened for what was found.
    pub opened: Option<GroupKey>,
    /// Where the reader stood before: the first row is the first from there, and where
    /// none has the words one stands there again.
    pub from: Option<ListPlace>,
}
