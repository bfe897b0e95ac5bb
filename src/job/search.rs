//! A query over texts.

use super::candidate::Candidates;
use super::resources::Resources;
use super::seek::{Hits, search_one};
use super::stop::Stop;
use super::suggest::suggest;
use super::task::Task;
use super::text_access::TextOptions;
use crate::notice::Notice;
use crate::search::{Layers, Query};
use std::sync::Arc;

/// Searches the texts of documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The query.
    pub query: Arc<Query>,
    /// In which layers.
    pub layers: Layers,
    /// The documents.
    pub candidates: Candidates,
}

impl Task for Search {
    type Report = Arc<Hits>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Arc<Hits>)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        if let Some(mut hits) = search_one(self.query.clone(), self.layers, &self.candidates, &texts, stop) {
            if hits.documents.is_empty() {
                hits.suggestion = suggest(&self.query, self.layers, &self.candidates, &texts, stop);
            }
            out(Arc::new(hits));
        }
        Ok(())
    }
}
