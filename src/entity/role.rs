//! Descriptive mentions that stand for a person of the document: `le
//! président russe`, `la ministre`.

use super::Entity;
use crate::corpus::Document;
use crate::text::Span;
use serde::Serialize;

/// A description that stands for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The description with its article, `le président russe`.
    pub span: Span,
    /// Index into the entities that were passed in.
    pub entity: usize,
    /// The evidence, in words.
    pub reason: &'static str,
}

/// Descriptions of people in the order of the text.
pub fn references(_document: &Document, _entities: &[Entity]) -> Vec<Reference> {
    Vec::new()
}
