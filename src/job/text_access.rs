//! [`TextAccess`]: what every job needs that looks at texts: the store that
//! they are read from, what the reader said of them, the names of the settings.

use super::analysis::{Analysed, Analysis, analysis, analysis_of, names_in};
use super::candidate::Candidate;
use super::stop::{Counter, Stop};
use crate::clean::{self, Memory};
use crate::corpus::{DocId, Document, Histories};
use crate::entity::{Entity, Names};
use crate::notice::Notice;
use crate::search::{self, Query};
use crate::store::catalogue::{DocumentStore, Text, Words, attempt};
use crate::words::msg;
use rayon::prelude::*;
use std::sync::Arc;

/// In which light texts are read.
#[derive(Clone, Debug, PartialEq)]
pub struct TextOptions {
    /// What the reader said of cleaning and claims.
    pub memory: Arc<Memory>,
    /// Names that the settings list.
    pub names: Arc<Names>,
    /// The articles that have several versions.
    pub histories: Arc<Histories>,
    /// Names of articles that nobody has looked at are found when they are
    /// asked for; else there are none.
    pub thorough: bool,
    /// Queries may be answered by the full-text index.
    pub indexed: bool,
}

impl Default for TextOptions {
    fn default() -> Self {
        let (memory, names, histories) = Default::default();
        Self { memory, names, histories, thorough: false, indexed: true }
    }
}

/// Where jobs get their texts.
#[derive(Clone, Debug, Default)]
pub struct TextAccess {
    /// The articles.
    pub store: Arc<DocumentStore>,
    /// In which light they are read.
    pub options: TextOptions,
}

impl TextAccess {
    /// A text as the reader sees it: cleaned, in the light of the other
    /// articles of its source and of what the reader said.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn finalize(&self, id: DocId, text: Result<Text, Notice>) -> Result<Arc<Document>, Notice> {
        self.finalize_with_state(id, text).map(|(document, _)| document)
    }

    /// The same, with what the reader had said of it in one number.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn finalize_with_state(&self, id: DocId, text: Result<Text, Notice>) -> Result<(Arc<Document>, u64), Notice> {
        let pristine = text?.clean()?;
        let source = clean::source_key(&pristine);
        let said = self.options.memory.about(&source, &pristine.key);
        let recurring = self.store.recurring(&source);
        let adjusted = attempt(&pristine.place, msg::JOB_ADJUST_FAILED, || {
            clean::adjust(&pristine, recurring.as_deref(), &self.options.memory)
        });
        let mut document = match adjusted {
            Ok(adjusted) => adjusted.map_or(pristine, Arc::new),
            Err(notice) => {
                let mut document = pristine;
                Arc::make_mut(&mut document).notices.push(notice);
                document
            }
        };
        let version = self.options.histories.version(id);
        if document.meta.version != version {
            Arc::make_mut(&mut document).meta.version = version;
        }
        Ok((document, said))
    }

    /// A document without text that makes the claims that are kept of an article;
    /// `None` where none are.
    pub fn claims(&self, id: DocId) -> Option<Document> {
        Some(self.with_version(id, self.store.claims(id)?))
    }

    /// The same with the names that are kept.
    pub fn claims_and_names(&self, id: DocId) -> Option<(Document, Vec<Entity>)> {
        let (document, names) = self.store.claims_and_names(id)?;
        Some((self.with_version(id, document), names))
    }

    fn with_version(&self, id: DocId, mut document: Document) -> Document {
        document.meta.version = self.options.histories.version(id);
        document
    }

    /// Of some queries, each with its number, those that the text may answer:
    /// what is worth knowing before it is cleaned.
    pub fn may_answer<'q>(&self, queries: impl IntoIterator<Item = (usize, &'q Query)>, text: &Text) -> Vec<usize> {
        // A corrected headline stands in no file.
        let corrected = !self.options.memory.is_empty() && self.options.memory.corrects(&text.key());
        let folded = text.folded();
        let may = queries.into_iter().filter(|(_, query)| corrected || search::may_answer(query, &folded));
        may.map(|(number, _)| number).collect()
    }

    /// One document.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn document(&self, id: DocId) -> Result<Arc<Document>, Notice> {
        self.finalize(id, self.store.open(id))
    }

    /// What was found in a document: as it is kept, else found now.
    pub fn analysis(&self, id: DocId, document: &Document) -> Arc<Analysis> {
        Arc::new(match self.store.found(id) {
            Some((entities, signature)) => analysis_of(document, entities, signature, Vec::new()),
            None => analysis(document, &self.options.names),
        })
    }

    /// The names of a document, as far as they are known.
    pub fn entities(&self, id: DocId, document: &Document) -> Vec<Entity> {
        match self.store.entities(id) {
            Some(entities) => entities,
            // Who opens the article hears why it has none.
            None if self.options.thorough => names_in(document, &self.options.names).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// The full-text index, pointed to the articles as they stand now;
    /// `None` while there is none.
    pub fn word_index(&self) -> Option<Arc<Words>> {
        let words = self.store.word_index().filter(|_| self.options.indexed)?;
        let counted = self.store.counted();
        if words.counted == counted && *words.memory == *self.options.memory {
            return Some(words);
        }
        let forms = self.store.forms(&words.articles, &self.options.memory);
        let (memory, articles) = (self.options.memory.clone(), words.articles.clone());
        let words = Arc::new(Words { snapshot: words.snapshot.pointed(&forms), articles, memory, counted });
        self.store.set_words(Some(words.clone()));
        Some(words)
    }

    /// A candidate with its text and what was found in it.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn analysed(&self, c: Candidate) -> Result<Analysed, Notice> {
        let document = match c.document {
            Some(d) => d,
            None => self.document(c.id)?,
        };
        let analysis = c.analysis.unwrap_or_else(|| self.analysis(c.id, &document));
        Ok(Analysed { id: c.id, document, analysis })
    }

    /// Many of them, on all cores, in the order given; each that cannot be
    /// shown says why. `None` when it was stopped.
    pub fn all_analysed(&self, candidates: Vec<Candidate>, stop: &Stop) -> Option<Vec<Result<Analysed, Notice>>> {
        let counter = stop.counter(candidates.len());
        self.all_counted(candidates, &counter, stop)
    }

    /// The same, where they are a part of what is counted.
    pub fn all_counted(
        &self,
        candidates: Vec<Candidate>,
        counter: &Counter<'_>,
        stop: &Stop,
    ) -> Option<Vec<Result<Analysed, Notice>>> {
        let one = |c| {
            if stop.is_set() {
                return None;
            }
            let analysed = self.analysed(c);
            counter.one();
            Some(analysed)
        };
        candidates.into_par_iter().map(one).collect()
    }
}
