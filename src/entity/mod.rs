//! Names of people, places, organisations and other things: found, typed,
//! and their spellings merged.

use crate::corpus::Document;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// An event, a product or a work.
    Misc,
}

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// Where; `text[span]` is the surface.
    pub span: Span,
    /// What found it.
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
    /// The fullest form.
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

/// Names in the title, the standfirst and the body of a document, most
/// mentioned first, ties in order of appearance.
pub fn find(_document: &Document) -> Vec<Entity> {
    Vec::new()
}
