//! Counting the answers of the searches that are kept: all anew when articles
//! come or go, only what changed when something was said of articles. What is
//! asked is always a job.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::saved::state::COUNTED;
use crate::corpus::DocId;
use crate::job::{Candidates, Saved};
use crate::search::Query;
use crate::search::query::Term;
use std::sync::Arc;

/// Takes the searches as the journal has them, and shows them in the list.
pub(crate) fn take_over(model: &mut Model) {
    model.saved.replace(model.triage.searches());
    model.list.set_searches(model.saved.searches.len());
}

/// Counts the answers of all searches among all articles.
pub(crate) fn all(model: &mut Model) -> Vec<Effect> {
    if model.saved.searches.is_empty() || model.library.corpus.is_empty() && !model.loading.loaded {
        return Vec::new();
    }
    let (asked, queries) = queries(model);
    model.saved.asks_all(asked);
    if model.library.corpus.is_empty() {
        counted(model, &vec![Vec::new(); queries.len()]);
        return Vec::new();
    }
    let asks_said = queries.iter().any(|q| q.asks(|t| !matches!(t, Term::Text(_) | Term::Regex(_))));
    let triage = asks_said.then_some(&model.triage);
    let candidates = model.library.candidates(model.library.corpus.ids().collect(), triage);
    start(model, queries, candidates)
}

/// Something was said of articles: asks the searches of them again.
pub(crate) fn changed(model: &mut Model, ids: &[DocId]) -> Vec<Effect> {
    if model.saved.searches.is_empty() || ids.is_empty() {
        return Vec::new();
    }
    let Some(ids) = model.saved.asks_again(ids) else { return all(model) };
    let (asked, queries) = queries(model);
    model.saved.asks_few(asked);
    let candidates = candidates::few(model, ids);
    start(model, queries, candidates)
}

/// The answers are there. Searches of other piles, none of which finds anything in
/// this one, do not stand before what it has.
pub(crate) fn counted(model: &mut Model, answering: &[Vec<DocId>]) {
    model.saved.take(answering);
    if !model.touched && model.saved.finds_nothing() {
        model.list.fold_searches(true);
    }
}

fn start(model: &mut Model, queries: Vec<Arc<Query>>, candidates: Candidates) -> Vec<Effect> {
    let texts = model.text_options();
    vec![model.start(Saved { texts, queries, candidates })]
}

/// The searches that can be asked, by their places and read.
fn queries(model: &mut Model) -> (Vec<usize>, Vec<Arc<Query>>) {
    let options = candidates::query_options(model);
    let searches = model.saved.searches.iter().take(COUNTED);
    let read: Vec<_> = searches.map(|s| Query::parse_with(&s.query, options)).collect();
    let (mut asked, mut queries) = (Vec::new(), Vec::new());
    for (place, query) in read.into_iter().enumerate() {
        match query {
            Ok(query) => {
                asked.push(place);
                queries.push(Arc::new(query));
            }
            Err(_) => model.saved.cannot_read(place),
        }
    }
    (asked, queries)
}
