//! Articles grouped into stories, and stories kept up to date.

use super::parallel::Parallel;
use super::resources::Resources;
use super::stop::Stop;
use super::story_list::StoryList;
use super::storybook::StoryBook;
use super::task::Task;
use crate::corpus::DocId;
use crate::notice::Notice;
use crate::store::catalogue::DocumentStore;
use crate::story::{self, GroupOptions, Reach, Signature, Stories, StoryInput};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Findings that are read at once.
const BATCH: usize = 512;

/// Brings articles into stories.
#[derive(Clone, Debug, PartialEq)]
pub enum Group {
    /// Groups these articles anew.
    Anew(Vec<DocId>, GroupOptions),
    /// Puts articles that came into the stories that there are, and takes out
    /// of them what went.
    Extend(Extension),
}

/// Stories, and the documents that came or went since they were made.
#[derive(Clone, Debug, PartialEq)]
pub struct Extension {
    /// The stories.
    pub book: StoryBook,
    /// Which of their documents went.
    pub gone: HashSet<DocId>,
    /// Which came.
    pub new: Vec<DocId>,
}

/// Stories, and what lists show of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouped {
    /// In full.
    pub book: StoryBook,
    /// As lists show them.
    pub list: Arc<StoryList>,
}

impl Task for Group {
    type Report = Grouped;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Grouped)) -> Result<(), Notice> {
        let store = with.store();
        let grouped = match self {
            Self::Anew(ids, options) => anew(&store, &ids, &options, stop),
            Self::Extend(extension) => extended(&store, &extension, stop),
        };
        if let Some((stories, order)) = grouped {
            let book = StoryBook::made(Arc::new(stories), order);
            let list = Arc::new(book.list());
            out(Grouped { book, list });
        }
        Ok(())
    }
}

/// Signatures of articles with their place in the list, as far as they can be
/// read and are wanted; `None` when it was stopped.
fn signatures<'i>(
    store: &DocumentStore,
    ids: impl IntoIterator<Item = (usize, &'i DocId)>,
    wanted: &(dyn Fn(&Signature) -> bool + Sync),
    stop: &Stop,
) -> Option<Vec<(usize, Signature)>> {
    let ids: Vec<(usize, &DocId)> = ids.into_iter().collect();
    let mut out = Vec::new();
    for some in ids.chunks(BATCH) {
        if stop.is_set() {
            return None;
        }
        let found = some.par_iter().map(|(i, id)| Some((*i, store.signature(**id)?)).filter(|(_, s)| wanted(s)));
        out.extend(found.collect::<Vec<_>>().into_iter().flatten());
    }
    Some(out)
}

/// Groups articles; `None` when it was stopped.
fn anew(store: &DocumentStore, ids: &[DocId], options: &GroupOptions, stop: &Stop) -> Option<(Stories, Vec<DocId>)> {
    let found = signatures(store, ids.iter().enumerate(), &|_| true, stop)?;
    let inputs: Vec<_> = found.iter().map(|(_, signature)| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, options, &Parallel);
    Some((stories, found.iter().map(|(i, _)| ids[*i]).collect()))
}

/// Puts articles that came into the stories that there are, and takes out
/// what went; `None` when it was stopped or the stories cannot be read.
fn extended(store: &DocumentStore, job: &Extension, stop: &Stop) -> Option<(Stories, Vec<DocId>)> {
    let new = signatures(store, job.new.iter().enumerate(), &|_| true, stop)?;
    let (stories, before) = (job.book.stories()?, job.book.order());
    let stay = before.iter().enumerate().filter(|(_, id)| !job.gone.contains(id));
    let numbers: HashMap<usize, usize> = stay.clone().enumerate().map(|(number, (i, _))| (i, number)).collect();
    let mut order: Vec<DocId> = stay.map(|(_, id)| *id).collect();
    // What shared a story with an article that went is read for its days.
    let left = {
        let gone: HashSet<usize> = (0..before.len()).filter(|i| !numbers.contains_key(i)).collect();
        stories.companions(&gone)
    };
    let stories = stories.renumbered(&|i| numbers.get(&i).copied());
    let left: HashSet<usize> = left.into_iter().filter_map(|i| numbers.get(&i).copied()).collect();
    let reach = Reach::around(new.iter().map(|(_, s)| s));
    let mut known = signatures(store, order.iter().enumerate(), &|s| reach.holds(s), stop)?;
    let mut some: HashSet<usize> = known.iter().map(|(i, _)| *i).collect();
    let mut more: Vec<usize> = left.into_iter().filter(|i| !some.contains(i)).collect();
    some.extend(&more);
    more.extend(stories.companions(&some));
    let others = signatures(store, more.into_iter().map(|i| (i, &order[i])), &|_| true, stop)?;
    known.extend(others);
    let settled = order.len();
    order.extend(new.iter().map(|(i, _)| job.new[*i]));
    let new = new.into_iter().enumerate().map(|(k, (_, s))| (settled + k, s)).collect();
    Some((stories.extended(known, new, &Parallel), order))
}
