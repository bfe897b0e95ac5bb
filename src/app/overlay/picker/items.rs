//! Where "go to anything" can go: documents, sources, actions, and the names
//! of the corpus.

use crate::app::action::Action;
use crate::corpus::DocId;
use crate::entity::merge::{CorpusNames, Merged};
use crate::search::fuzzy::Finder;
use crate::triage::SavedSearch;
use crate::words::Lang;
use std::sync::Arc;

/// One place to go to.
#[derive(Clone, Debug, PartialEq)]
pub enum PickerItem<'a> {
    /// A document.
    Document(DocId),
    /// All documents of a source.
    Source(&'a str),
    /// An action.
    Action(Action),
    /// A search that is kept.
    Search(&'a SavedSearch),
    /// A name over the corpus.
    Name(&'a Merged),
}

/// A search that is kept, a source or an action.
#[derive(Clone, Debug, PartialEq)]
pub enum OtherItem {
    /// A search that is kept.
    Search(SavedSearch),
    /// A source.
    Source(String),
    /// An action.
    Action(Action),
}

/// All places to go to; the strings searched are in the same order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PickerItems {
    /// The strings.
    pub finder: Arc<Finder>,
    /// Documents, first.
    pub documents: Arc<Vec<DocId>>,
    /// Searches, sources and actions after them.
    pub others: Arc<Vec<OtherItem>>,
    /// The names.
    pub corpus_names: Arc<CorpusNames>,
    /// Documents by the names of their files, last.
    pub told_by_file: Arc<Vec<DocId>>,
}

impl PickerItems {
    /// What a string of the finder stands for.
    pub fn get(&self, index: u32) -> Option<PickerItem<'_>> {
        let index = index as usize;
        if let Some(id) = self.documents.get(index) {
            return Some(PickerItem::Document(*id));
        }
        let index = index - self.documents.len();
        match self.others.get(index) {
            Some(OtherItem::Search(s)) => Some(PickerItem::Search(s)),
            Some(OtherItem::Source(s)) => Some(PickerItem::Source(s)),
            Some(OtherItem::Action(a)) => Some(PickerItem::Action(*a)),
            None => {
                let index = index - self.others.len();
                let names = &self.corpus_names.entities;
                let by_file =
                    || self.told_by_file.get(index.checked_sub(names.len())?).copied().map(PickerItem::Document);
                names.get(index).map(PickerItem::Name).or_else(by_file)
            }
        }
    }
}

/// The places that are ready, and those on their way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PickerSource {
    /// Ready.
    pub ready: PickerItems,
    /// Being made ready in the background; their strings are not there yet.
    pub coming: Option<PickerItems>,
    /// The documents and names they were made of, and in which language.
    pub made_of: Option<(usize, usize, Lang)>,
}
