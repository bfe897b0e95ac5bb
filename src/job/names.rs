//! Names over the corpus.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use crate::corpus::{DocId, DocKey};
use crate::entity::merge::{CorpusNames, Decisions, Index};
use crate::notice::Notice;
use rayon::prelude::*;
use std::sync::Arc;

/// Findings that are read at once.
const BATCH: usize = 512;

/// Merges the names of documents under the reader's decisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// The documents.
    pub documents: Vec<(DocId, DocKey)>,
    /// What the reader decided about names.
    pub decisions: Decisions,
}

/// Names over the corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The names.
    pub corpus_names: Arc<CorpusNames>,
    /// What was kept of these documents cannot be read any more.
    pub lost: Vec<DocId>,
}

impl Task for Names {
    type Report = Merged;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Merged)) -> Result<(), Notice> {
        let store = with.store();
        let (mut index, mut lost) = (Index::under(self.decisions), Vec::new());
        for some in self.documents.chunks(BATCH) {
            if stop.is_set() {
                return Ok(());
            }
            let names: Vec<_> = some.par_iter().map(|(id, _)| store.entities(*id)).collect();
            for ((id, key), names) in some.iter().zip(names) {
                match names {
                    Some(names) => index.add(*id, *key, &names),
                    None => lost.push(*id),
                }
            }
        }
        out(Merged { corpus_names: Arc::new(index.resolve()), lost });
        Ok(())
    }
}
