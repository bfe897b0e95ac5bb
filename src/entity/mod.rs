//! Names of people, places, organisations and other things: found, typed,
//! and their spellings merged. Has never heard of formats, cleaning or
//! screens; sees a [`Document`] only.
//!
//! [`find`] gives the names of one document; [`references`] the descriptive
//! mentions that stand for them (`le président russe`); [`merge::Index`]
//! joins the names of many documents.

use crate::corpus::Document;
use crate::text::Span;
use serde::{Deserialize, Serialize};

mod alias;
pub(crate) mod crf;
pub(crate) mod feature;
pub(crate) mod gazetteer;
mod hash;
mod lexicon;
pub mod merge;
mod name;
pub(crate) mod page;
mod reader;
mod role;
pub(crate) mod rules;
mod scan;
mod table;
mod token;
pub(crate) mod words;
mod world;
mod zone;

pub use reader::Names;
pub use role::{Reference, references, roles};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place; a government called by its capital stays one.
    Place,
    /// An organisation.
    Organisation,
    /// An event, a product or a work.
    Misc,
}

impl EntityKind {
    /// Every kind, in the order of the enum.
    pub const ALL: [EntityKind; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Misc];

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Misc => "misc",
        }
    }
}

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// Where; `text[span]` is the surface.
    pub span: Span,
    /// What found it, such as `model` or `rule.surname`.
    pub rule: &'static str,
}

/// One spelling of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// As written.
    pub surface: String,
    /// How often.
    pub count: usize,
    /// Why it belongs to the entity, in words.
    pub reason: &'static str,
    /// True when the form could also belong to another entity and is held
    /// back until the reader agrees.
    pub doubtful: bool,
}

/// A name of one document with all its spellings there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// Names in the title, the standfirst, the body and the captions of a
/// document, most mentioned first, ties in order of appearance.
pub fn find(document: &Document) -> Vec<Entity> {
    scan::find(document, true)
}

/// Reads the word lists and the model now rather than at the first use: who
/// has another core does it beside reading the article.
pub fn prepare() {
    scan::prepare();
}

/// What the tagger finds by itself, without the knowledge of the document: to
/// measure what the rules add.
pub fn find_by_model(document: &Document) -> Vec<Entity> {
    scan::find(document, false)
}

#[cfg(test)]
mod tests;
