//! What is found in one document beyond its lines.

use crate::corpus::{DocId, Document};
use crate::entity::{self, Entity, Names};
use crate::fact::{self, Facts};
use crate::story::{self, Side, Signature};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What is found in one document beyond its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// Names.
    pub entities: Vec<Entity>,
    /// Quotations, figures, dates, attributions.
    pub facts: Facts,
    /// What grouping needs.
    pub signature: Signature,
}

/// A document with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysed {
    /// Index in the corpus.
    pub id: DocId,
    /// The document.
    pub document: Arc<Document>,
    /// What was found.
    pub analysis: Arc<Analysis>,
}

impl Analysed {
    /// One side of a comparison.
    pub(super) fn side(&self) -> Side<'_> {
        Side { document: &self.document, entities: &self.analysis.entities, facts: &self.analysis.facts }
    }
}

/// The names of one document.
pub fn names_in(document: &Document, names: &Names) -> Vec<Entity> {
    // What fails on one document is left empty there.
    let entities = catch_unwind(AssertUnwindSafe(|| entity::find(document))).unwrap_or_default();
    if names.is_empty() { entities } else { names.impose(document, entities) }
}

/// Names, facts and signature of one document.
pub(super) fn analysis(document: &Document, names: &Names) -> Analysis {
    analysis_of(document, names_in(document, names))
}

/// Facts and signature of one document beside its names.
pub fn analysis_of(document: &Document, entities: Vec<Entity>) -> Analysis {
    let facts = catch_unwind(AssertUnwindSafe(|| fact::find(document, &entities))).unwrap_or_default();
    let signature = story::signature(document);
    Analysis { entities, facts, signature }
}
