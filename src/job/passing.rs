//! Which documents answer a query: what the list shows, what is ticked, what
//! makes the queue. Three jobs, so that none stops another.

use super::candidate::Candidates;
use super::resources::Resources;
use super::seek::passing;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::search::Query;
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
pub struct Filter(pub Passing);

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

passing!(Filter, Tick, Queue);
