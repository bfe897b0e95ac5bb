//! Opening the queue.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::{Pane, Screen};
use crate::app::screen::main::queue::state::Queue;
use crate::app::{candidates, navigate, way_back};
use crate::corpus::DocId;
use crate::job::{self, Passing};
use crate::notice::Notice;
use crate::search::Query;
use crate::words::msg;
use std::collections::HashSet;
use std::sync::Arc;

/// Opens the queue: what the list shows and the settings' filter lets pass,
/// one article at a time; or closes it.
pub(crate) fn toggle(model: &mut Model, subject: Option<DocId>) -> Vec<Effect> {
    if model.queue.is_some() {
        return way_back::back(model).unwrap_or_default();
    }
    let options = candidates::query_options(model);
    let query = match Query::parse_with(&model.choices.queue, options) {
        Ok(q) => q,
        Err(e) => {
            // Without its filter the queue shows everything, and says why.
            let notice = Notice::warning("[triage] queue", e.sentence);
            model.note([notice]);
            let all = model.list.documents().collect();
            return fill(model, all, subject);
        }
    };
    let candidates = candidates::searched(model, &query, model.list.documents());
    let texts = model.text_options();
    vec![model.start(job::Queue(Passing { texts, query: Arc::new(query), candidates }))]
}

/// Opens the queue over these articles.
pub(crate) fn fill(model: &mut Model, mut documents: Vec<DocId>, subject: Option<DocId>) -> Vec<Effect> {
    // A text comes once, however many outlets print it; its verdict is
    // theirs.
    let all: HashSet<DocId> = documents.iter().copied().collect();
    documents.retain(|d| model.list.folded_under(*d).is_none_or(|shown| !all.contains(&shown)));
    if documents.is_empty() {
        model.say(model.lang().text(msg::QUEUE_QUEUE_EMPTY_EVERYTHING_JUDGED));
        return Vec::new();
    }
    let unread = |d: &&DocId| model.library.key(**d).is_some_and(|k| !model.triage.status(&k).read);
    let here = subject.map(|d| model.list.folded_under(d).unwrap_or(d)).filter(|d| documents.contains(d));
    let first = here.or_else(|| documents.iter().find(unread).copied()).unwrap_or(documents[0]);
    if model.queue.is_none() {
        way_back::enter(model, Screen::Main);
    }
    model.queue = Some(Queue::new(documents));
    model.list.go_to(first);
    navigate::show(model, first);
    navigate::focus(model, Pane::Article)
}
