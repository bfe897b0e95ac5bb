//! [`StoryBook`]: all that was said when articles were grouped, in memory
//! while it is new and in the catalogue from then on.

use super::story_list::StoryList;
use crate::corpus::DocId;
use crate::store::catalogue::CatalogueSnapshot;
use crate::story::{Stories, Story};
use crate::words::Message;
use std::borrow::Cow;
use std::sync::Arc;

/// Stories in full.
#[derive(Clone, Debug, PartialEq)]
pub enum StoryBook {
    /// As they were made, with the documents that they index.
    Made(Arc<Stories>, Arc<[DocId]>),
    /// As the catalogue has them.
    Kept(Arc<CatalogueSnapshot>),
}

impl StoryBook {
    /// Stories just made, of documents in this order.
    pub fn made(stories: Arc<Stories>, order: Vec<DocId>) -> Self {
        Self::Made(stories, order.into())
    }

    /// True when both are the very same.
    pub fn is_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Made(a, _), Self::Made(b, _)) => Arc::ptr_eq(a, b),
            (Self::Kept(a), Self::Kept(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// What lists show of them.
    pub fn list(&self) -> StoryList {
        match self {
            Self::Made(stories, order) => StoryList::of(stories, order),
            Self::Kept(snapshot) => StoryList::kept(snapshot),
        }
    }

    /// Documents that came or went since all were grouped at once.
    pub fn strayed(&self) -> usize {
        match self {
            Self::Made(stories, _) => stories.strayed,
            Self::Kept(snapshot) => snapshot.table().head().grouped.map_or(0, |g| g.strayed as usize),
        }
    }

    /// The documents that they index, in order.
    pub fn order(&self) -> Vec<DocId> {
        match self {
            Self::Made(_, order) => order.to_vec(),
            Self::Kept(snapshot) => snapshot.ids().collect(),
        }
    }

    /// The stories; reading those of a catalogue takes a while. `None` when
    /// they cannot be read.
    pub fn stories(&self) -> Option<Arc<Stories>> {
        match self {
            Self::Made(stories, _) => Some(stories.clone()),
            Self::Kept(snapshot) => snapshot.table().stories().map(Arc::new),
        }
    }

    /// Why a document is in its story.
    pub fn reason(&self, id: DocId) -> Option<Message> {
        let (story, index): (Cow<'_, Story>, usize) = match self {
            Self::Made(stories, order) => {
                let at = order.iter().position(|d| *d == id)?;
                (Cow::Borrowed(stories.stories.iter().find(|s| s.members.iter().any(|m| m.index == at))?), at)
            }
            Self::Kept(snapshot) => {
                let row = snapshot.row(id)?;
                (Cow::Owned(snapshot.table().story(snapshot.table().story_of(row)?)?), row)
            }
        };
        story.members.iter().find(|m| m.index == index).map(|m| m.reason.clone())
    }

    /// Of a document whose text no other prints.
    pub const ALONE: u32 = u32::MAX;

    /// By document, the text that it prints when others print it too, else
    /// [`Self::ALONE`]; `given` numbers were given to documents.
    pub fn texts(&self, given: usize) -> Vec<u32> {
        let mut out = vec![Self::ALONE; given];
        let mut set = |id: DocId, text: u32| {
            if let Some(place) = out.get_mut(id.index()) {
                *place = text;
            }
        };
        match self {
            Self::Made(stories, order) => {
                for (n, text) in stories.reprints.iter().enumerate() {
                    text.iter().filter_map(|i| order.get(*i)).for_each(|id| set(*id, n as u32));
                }
            }
            Self::Kept(snapshot) => {
                for row in 0..snapshot.table().len() {
                    if let (Some(id), Some(text)) = (snapshot.id(row), snapshot.table().text_of(row)) {
                        set(id, text);
                    }
                }
            }
        }
        out
    }
}
