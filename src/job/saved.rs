//! Which articles answer each of the searches that the reader keeps.

use super::candidate::Candidates;
use super::resources::Resources;
use super::seek::{passing, search};
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::search::{Layers, Query};
use std::sync::Arc;

/// Queries, and the articles that they are asked of.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The queries.
    pub queries: Vec<Arc<Query>>,
    /// The articles.
    pub candidates: Candidates,
}

impl Task for Saved {
    /// For each query the articles that answer it, in no order.
    type Report = Vec<Vec<DocId>>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        // Texts are read once, however many queries look into them.
        let of_texts: Vec<Arc<Query>> = self.queries.iter().filter(|q| q.asks_text()).cloned().collect();
        let found = search(&of_texts, Layers::default(), &self.candidates, &texts, stop);
        let Some(found) = found else { return Ok(()) };
        let mut found = found.into_iter().map(|hits| hits.documents.into_iter().map(|d| d.id).collect());
        let mut answering = Vec::new();
        for query in &self.queries {
            let ids = match query.asks_text() {
                true => found.next(),
                false => passing(query, &self.candidates, &texts, stop),
            };
            let Some(ids) = ids else { return Ok(()) };
            answering.push(ids);
        }
        out(answering);
        Ok(())
    }
}
