//! Articles grouped into stories, and stories kept up to date.

use super::run::BATCH;
use super::{Cores, Extension, Report, Shelf, Stop, StoryBook};
use crate::corpus::DocId;
use crate::story::{self, GroupOptions, Reach, Signature, Stories, StoryInput};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Signatures of articles with their place in the list, as far as they can be
/// read and are wanted; `None` when it was stopped.
fn signatures<'i>(
    shelf: &Shelf,
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
        let found = some.par_iter().map(|(i, id)| Some((*i, shelf.signature(**id)?)).filter(|(_, s)| wanted(s)));
        out.extend(found.collect::<Vec<_>>().into_iter().flatten());
    }
    Some(out)
}

/// Groups articles.
pub(super) fn group(shelf: &Shelf, ids: &[DocId], options: &GroupOptions, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let Some(found) = signatures(shelf, ids.iter().enumerate(), &|_| true, stop) else { return };
    let inputs: Vec<_> = found.iter().map(|(_, signature)| StoryInput { signature }).collect();
    let stories = story::group_with(&inputs, options, &Cores);
    grouped(stories, found.iter().map(|(i, _)| ids[*i]).collect(), send);
}

fn grouped(stories: Stories, order: Vec<DocId>, send: &mut dyn FnMut(Report)) {
    let book = StoryBook::made(Arc::new(stories), order);
    let list = Arc::new(book.list());
    send(Report::Grouped(book, list));
}

/// Puts articles that came into the stories that there are, and takes out
/// what went.
pub(super) fn extend(shelf: &Shelf, job: &Extension, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let Some(new) = signatures(shelf, job.new.iter().enumerate(), &|_| true, stop) else { return };
    let (Some(stories), before) = (job.book.stories(), job.book.order()) else { return };
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
    let Some(mut known) = signatures(shelf, order.iter().enumerate(), &|s| reach.holds(s), stop) else { return };
    let mut some: HashSet<usize> = known.iter().map(|(i, _)| *i).collect();
    let mut more: Vec<usize> = left.into_iter().filter(|i| !some.contains(i)).collect();
    some.extend(&more);
    more.extend(stories.companions(&some));
    let Some(others) = signatures(shelf, more.into_iter().map(|i| (i, &order[i])), &|_| true, stop) else { return };
    known.extend(others);
    let settled = order.len();
    order.extend(new.iter().map(|(i, _)| job.new[*i]));
    let new = new.into_iter().enumerate().map(|(k, (_, s))| (settled + k, s)).collect();
    grouped(stories.extended(known, new, &Cores), order, send);
}
