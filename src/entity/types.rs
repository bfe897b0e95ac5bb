//! What is found: a name with its kind, its spellings and its occurrences.

use crate::enumerated::enumerated;
use crate::text::Span;
use crate::words::Plain;
use serde::{Deserialize, Serialize};

enumerated! {
    /// What a name names.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum EntityKind {
        /// A person.
        Person => "person",
        /// A place; a government called by its capital stays one.
        Place => "place",
        /// An organisation.
        Organisation => "organisation",
        /// An event, a product or a work.
        Misc => "misc",
    }
}

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where; `text[span]` is the surface.
    pub span: Span,
    /// What found it or changed it last: a name of [`RULES`](super::RULES).
    pub rule: &'static str,
    /// The words speak too weakly for its extent and kind to be believed
    /// alone (see [`Entity::is_doubtful`]).
    pub doubtful: bool,
}

/// One spelling of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// As written.
    pub surface: String,
    /// How often.
    pub count: usize,
    /// Why it belongs to the entity.
    pub reason: Plain,
    /// True when the form could also belong to another entity and is held
    /// back until the reader agrees.
    pub doubtful: bool,
}

/// A name of one document with all its spellings there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form, white space normalised.
    pub name: String,
    /// What it names.
    pub kind: EntityKind,
    /// Cited as a source or agency.
    pub cited: bool,
    /// Spellings, most frequent first.
    pub forms: Vec<Form>,
    /// Occurrences in order.
    pub mentions: Vec<Mention>,
}

impl Entity {
    /// True when no occurrence speaks clearly for a name of this kind. How
    /// often the others are right is measured on annotated articles that
    /// nothing was learnt from (`assets/entity/manifest.json`).
    pub fn is_doubtful(&self) -> bool {
        self.mentions.iter().all(|m| m.doubtful)
    }
}
