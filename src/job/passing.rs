//! Which documents answer a query: what the list shows, what is ticked, what
//! makes the queue. Three jobs, so that none stops another.

use super::candidate::Candidates;
use super::resources::Resources;
use super::seek::{Suggestion, passing};
use super::stop::Stop;
use super::suggest::suggest;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::search::{Layers, Query};
use std::sync::Arc;

/// A query, and the documents it is asked of.
#[derive(Clone, Debug, PartialEq)]
pub struct Passing {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The query.
    pub query: Arc<Query>,
    /// The documents.
    pub candidates: Candidates,
}

/// The list shows the documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Which.
    pub passing: Passing,
    /// The reader asked just now: where nothing answers, what was perhaps meant is told.
    pub asked: bool,
}

/// What a filter lets through.
#[derive(Clone, Debug, PartialEq)]
pub struct Passed {
    /// The documents, in the order given.
    pub ids: Vec<DocId>,
    /// What was perhaps meant, where there are none.
    pub meant: Option<Suggestion>,
}

impl Task for Filter {
    type Report = Passed;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Passed)) -> Result<(), Notice> {
        let Passing { texts, query, candidates } = self.passing;
        let texts = with.texts(texts);
        let Some(ids) = passing(&query, &candidates, &texts, stop) else { return Ok(()) };
        let asks = ids.is_empty() && self.asked && query.asks_text();
        let meant = if asks { suggest(&query, Layers::default(), &candidates, &texts, stop) } else { None };
        out(Passed { ids, meant });
        Ok(())
    }
}

/// The documents are ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick(pub Passing);

/// The documents make the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue(pub Passing);

impl Passing {
    fn answer(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Vec<DocId>)) -> Result<(), Notice> {
        if let Some(ids) = passing(&self.query, &self.candidates, &with.texts(self.texts), stop) {
            out(ids);
        }
        Ok(())
    }
}

macro_rules! passing {
    ($($job:ident),*) => { $(
        impl Task for $job {
            /// Documents that answer the query, in the order given.
            type Report = Vec<DocId>;

            fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Vec<DocId>)) -> Result<(), Notice> {
                self.0.answer(with, stop, out)
            }
        }
    )* };
}

passing!(Tick, Queue);
