//! The queue and the board: two more ways through the same articles.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Pane;
use crate::app::panes::Screen;
use crate::app::report;
use crate::app::screen::compare::act as compare;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::queue::Queue;
use crate::app::update::start;
use crate::corpus::DocId;
use crate::job::{Job, Purpose};
use crate::notice::Notice;
use crate::search::Query;
use crate::search::query::Options;
use crate::triage::State;
use std::collections::HashSet;
use std::sync::Arc;

/// Opens the queue: what the list shows and the settings' filter lets pass,
/// one article at a time; or closes it.
pub(crate) fn queue(model: &mut Model) -> Vec<Effect> {
    if model.queue.take().is_some() {
        return article::focus(model, Pane::List);
    }
    let options = Options { today: report::today(model), typing: false };
    let query = match Query::parse_with(&model.choices.queue, options) {
        Ok(q) => q,
        Err(e) => {
            // Without its filter the queue shows everything, and says why.
            let notice = Notice::warning("[triage] queue", e.sentence);
            model.note([notice]);
            let all = model.list.documents().collect();
            return fill_queue(model, all);
        }
    };
    let candidates = compare::searched(model, &query, model.list.documents());
    let desk = model.desk();
    vec![start(model, Job::Passing(Purpose::Queue, Arc::new(query), candidates, desk))]
}

/// Opens the queue over these articles.
pub(crate) fn fill_queue(model: &mut Model, mut documents: Vec<DocId>) -> Vec<Effect> {
    // A text comes once, however many outlets print it; its verdict is
    // theirs.
    let all: HashSet<DocId> = documents.iter().copied().collect();
    documents.retain(|d| model.list.folded_under(*d).is_none_or(|shown| !all.contains(&shown)));
    if documents.is_empty() {
        model.say(model.lang().pick("La file est vide : tout est jugé.", "The queue is empty: everything is judged."));
        return Vec::new();
    }
    let unread = |d: &&DocId| model.library.key(**d).is_some_and(|k| !model.triage.status(&k).read);
    let here = model.subject().map(|d| model.list.folded_under(d).unwrap_or(d)).filter(|d| documents.contains(d));
    let first = here.or_else(|| documents.iter().find(unread).copied()).unwrap_or(documents[0]);
    model.queue = Some(Queue::new(documents));
    model.screen = Screen::Main;
    model.list.go_to(first);
    article::show(model, first);
    article::focus(model, Pane::Article)
}

/// Opens the board with the cursor on the article at hand, or closes it.
pub(crate) fn board(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Board {
        model.screen = Screen::Main;
        return Vec::new();
    }
    let here = model.subject();
    model.queue = None;
    model.screen = Screen::Board;
    fill(model);
    if let Some(id) = here {
        model.board.go_to(id);
    }
    Vec::new()
}

/// Puts the articles of the list into their columns, when something changed.
pub(crate) fn fill(model: &mut Model) {
    let of = (model.list.shown, model.triage.len());
    if model.board.made_of == Some(of) {
        return;
    }
    let mut columns: [Vec<DocId>; 5] = Default::default();
    for id in model.list.documents() {
        let state = model.library.key(id).map_or(State::ToRead, |k| model.triage.status(&k).state);
        columns[state.index()].push(id);
    }
    model.board.set(columns);
    model.board.made_of = Some(of);
}

/// Opens the article under the board's cursor.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(id) = model.board.document() else { return Vec::new() };
    model.screen = Screen::Main;
    article::open(model, id)
}

/// Ticks the article under the board's cursor and moves down.
pub(crate) fn tick(model: &mut Model, count: usize) -> Vec<Effect> {
    for _ in 0..count.min(10_000) {
        let Some(id) = model.board.document() else { break };
        if !model.list.ticked.remove(&id) {
            model.list.ticked.insert(id);
        }
        model.board.step(1);
    }
    Vec::new()
}

/// Ticks or unticks all of the column under the cursor.
pub(crate) fn tick_column(model: &mut Model) -> Vec<Effect> {
    let all = model.board.columns[model.board.column].clone();
    if all.iter().all(|d| model.list.ticked.contains(d)) {
        all.iter().for_each(|d| {
            model.list.ticked.remove(d);
        });
    } else {
        model.list.ticked.extend(all);
    }
    Vec::new()
}
