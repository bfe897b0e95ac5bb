//! The search over the corpus and its results.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::report;
use crate::app::screen::compare::act as compare;
use crate::app::screen::main::article::act as article;
use crate::app::screen::results::state::Results;
use crate::app::update::start;
use crate::job::Job;
use crate::search::query::Options;
use crate::search::{Layer, Layers, Query};
use std::sync::Arc;

/// Asks for the hits of a query.
pub(crate) fn search(model: &mut Model, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    if text.trim().is_empty() {
        return Vec::new();
    }
    let query = match Query::parse_with(text, Options { today: report::today(model), typing: false }) {
        Ok(q) => Arc::new(q),
        Err(e) => {
            let why = lang.say(&e.sentence);
            model.warn(lang.pick(format!("Recherche non lancée : {why}"), format!("Not searched: {why}")));
            return Vec::new();
        }
    };
    let layers = match (&model.results, model.screen) {
        (Some(r), Screen::Results) => r.layers,
        _ => Layers::default(),
    };
    model.results = Some(Results::new(text.trim().to_owned(), layers));
    model.screen = Screen::Results;
    let candidates = compare::searched(model, &query, model.library.corpus.ids());
    let desk = model.desk();
    vec![start(model, Job::Search(query, layers, candidates, desk))]
}

/// Searches a layer too, or leaves it out again.
pub(crate) fn toggle(model: &mut Model, layer: Layer) -> Vec<Effect> {
    let Some(r) = &mut model.results else { return Vec::new() };
    r.layers = r.layers.toggled(layer);
    let query = r.query.clone();
    search(model, &query)
}

/// Searches the corpus for the name under the sidebar's cursor.
pub(crate) fn name_over_corpus(model: &mut Model) -> Vec<Effect> {
    match model.entities.name().cloned() {
        Some(e) => search(model, &format!("\"{}\"", e.name.replace('"', " "))),
        None => Vec::new(),
    }
}

/// Moves the cursor by rows.
pub(crate) fn step_row(model: &mut Model, by: isize) {
    if let Some(r) = &mut model.results {
        r.step(by);
    }
}

/// Moves the cursor to the next or previous hit.
pub(crate) fn step_hit(model: &mut Model, forward: bool) {
    if let Some(r) = &mut model.results {
        r.step_hit(forward);
    }
}

/// Opens the article of the row, at the hit, with all its hits lit.
pub(crate) fn open_hit(model: &mut Model) -> Vec<Effect> {
    let Some((id, span)) = model.results.as_ref().and_then(Results::target) else { return Vec::new() };
    let hits = model.results.as_ref().and_then(|r| {
        let d = r.hits.as_ref()?.documents.iter().find(|d| d.id == id)?;
        Some((r.query.clone(), d.hits.iter().flatten().map(|h| h.span).collect::<Vec<_>>()))
    });
    model.screen = Screen::Main;
    let effects = match span {
        Some(span) => article::open_at(model, id, span),
        None => article::open(model, id),
    };
    if let Some((query, hits)) = hits {
        let current = span.and_then(|s| hits.iter().position(|h| *h == s)).unwrap_or(0);
        model.article.find = Some(crate::app::screen::main::article::state::Find { query, hits, current, hidden: 0 });
        article::say_hit(model);
    }
    effects
}
