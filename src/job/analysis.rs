//! What is found in one document beyond its lines.

use crate::corpus::{DocId, Document};
use crate::entity::{self, Entity, Names};
use crate::fact::{self, Facts};
use crate::notice::Notice;
use crate::store::catalogue::attempt;
use crate::story::{self, Side, Signature};
use crate::words::msg;
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
    /// What could not be found because the document makes a stage fail.
    pub failed: Vec<Notice>,
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
///
/// # Errors
/// That looking for them failed.
pub fn names_in(document: &Document, names: &Names) -> Result<Vec<Entity>, Notice> {
    attempt(&document.place, msg::JOB_NAMES_FAILED, || {
        let entities = entity::find(document);
        if names.is_empty() { entities } else { names.impose(document, entities) }
    })
}

/// What one document is grouped by.
///
/// # Errors
/// That making it failed.
pub fn signature_of(document: &Document) -> Result<Signature, Notice> {
    attempt(&document.place, msg::JOB_SIGNATURE_FAILED, || story::signature(document))
}

/// Names, facts and signature of one document.
pub fn analysis(document: &Document, names: &Names) -> Analysis {
    let mut failed = Vec::new();
    let entities = or_default(names_in(document, names), &mut failed);
    analysis_beside(document, entities, failed)
}

/// What one document is grouped by: by nothing where making that failed, and why.
pub fn signature_or_none(document: &Document, failed: &mut Vec<Notice>) -> Signature {
    signature_of(document).unwrap_or_else(|notice| {
        failed.push(notice);
        Signature::of_nothing(document.key)
    })
}

/// Facts and signature of one document beside its names, and why it has none.
pub fn analysis_beside(document: &Document, entities: Vec<Entity>, mut failed: Vec<Notice>) -> Analysis {
    let signature = signature_or_none(document, &mut failed);
    analysis_of(document, entities, signature, failed)
}

/// Facts of one document beside what is known of it.
pub(super) fn analysis_of(
    document: &Document,
    entities: Vec<Entity>,
    signature: Signature,
    mut failed: Vec<Notice>,
) -> Analysis {
    let facts = attempt(&document.place, msg::JOB_FACTS_FAILED, || fact::find(document, &entities));
    let facts = or_default(facts, &mut failed);
    Analysis { entities, facts, signature, failed }
}

/// What was found, else nothing, and why.
pub fn or_default<T: Default>(found: Result<T, Notice>, failed: &mut Vec<Notice>) -> T {
    found.unwrap_or_else(|notice| {
        failed.push(notice);
        T::default()
    })
}
