//! Names of people, places, organisations and other things: found, typed,
//! and their spellings merged. Has never heard of formats, cleaning or
//! screens; sees a [`Document`] only.
//!
//! [`find`] gives the names of one document; [`references`] the descriptive
//! mentions that stand for them (`le président russe`); [`merge::Index`]
//! joins the names of many documents.

use crate::corpus::Document;

mod alias;
pub(crate) mod choice;
pub(crate) mod cluster;
pub(crate) mod crf;
pub(crate) mod feature;
pub(crate) mod gazetteer;
mod hash;
mod header;
mod lexicon;
pub(crate) mod memo;
pub mod merge;
mod name;
pub(crate) mod packed;
pub(crate) mod page;
mod reader;
mod role;
mod rule;
pub(crate) mod rules;
pub(crate) mod scan;
mod table;
mod token;
mod types;
pub(crate) mod words;
mod world;
pub(crate) mod zone;

pub use reader::Names;
pub use role::{Reference, references, roles};
pub use rule::RULES;
pub use types::{Entity, EntityKind, Form, Mention};

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
