//! Where "go to anything" can go: documents, sources, actions, and the names
//! of the corpus.

use crate::app::action::Action;
use crate::app::words::Lang;
use crate::corpus::DocId;
use crate::entity::merge::{Catalogue, Merged};
use crate::search::fuzzy::Finder;
use std::sync::Arc;

/// One place to go to.
#[derive(Clone, Debug)]
pub enum Goal<'a> {
    /// A document.
    Document(DocId),
    /// All documents of a source.
    Source(&'a str),
    /// An action.
    Action(Action),
    /// A name over the corpus.
    Name(&'a Merged),
}

/// A source or an action.
#[derive(Clone, Debug)]
pub enum Other {
    /// A source.
    Source(String),
    /// An action.
    Action(Action),
}

/// All places to go to; the strings searched are in the same order.
#[derive(Clone, Debug, Default)]
pub struct Goals {
    /// The strings.
    pub finder: Arc<Finder>,
    /// Documents, first.
    pub documents: Arc<Vec<DocId>>,
    /// Sources and actions after them.
    pub others: Arc<Vec<Other>>,
    /// The names last.
    pub catalogue: Arc<Catalogue>,
}

impl Goals {
    /// What a string of the finder stands for.
    pub fn get(&self, index: u32) -> Option<Goal<'_>> {
        let index = index as usize;
        if let Some(id) = self.documents.get(index) {
            return Some(Goal::Document(*id));
        }
        let index = index - self.documents.len();
        match self.others.get(index) {
            Some(Other::Source(s)) => Some(Goal::Source(s)),
            Some(Other::Action(a)) => Some(Goal::Action(*a)),
            None => self.catalogue.entities.get(index - self.others.len()).map(Goal::Name),
        }
    }
}

/// The places that are ready, and those on their way.
#[derive(Clone, Debug, Default)]
pub struct Making {
    /// Ready.
    pub ready: Goals,
    /// Being made ready in the background; their strings are not there yet.
    pub coming: Goals,
    /// The documents and names they were made of, and in which language.
    pub made_of: Option<(usize, usize, Lang)>,
}
