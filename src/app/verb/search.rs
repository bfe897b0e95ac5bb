//! Searching the corpus.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::results::state::Results;
use crate::app::way_back;
use crate::job::Search;
use crate::search::{Layers, Query};
use crate::words::msg;
use std::sync::Arc;

/// Asks for the hits of a query.
pub(crate) fn search(model: &mut Model, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    if text.trim().is_empty() {
        return Vec::new();
    }
    let query = match Query::parse_with(text, candidates::query_options(model)) {
        Ok(q) => Arc::new(q),
        Err(e) => {
            let why = lang.say(&e.sentence);
            model.warn(lang.say(msg::search_not_searched(&why)));
            return Vec::new();
        }
    };
    let query_text = text.trim();
    let shown = model.results.as_ref().filter(|_| model.screen == Screen::Results);
    let layers = shown.map_or_else(Layers::default, |r| r.layers);
    // The same words once more are no view more.
    if shown.is_none_or(|r| r.query != query_text) {
        way_back::enter(model, Screen::Results);
    }
    model.results = Some(Results::new(query_text.to_owned(), layers));
    vec![job(model, query, layers)]
}

/// Searches what was perhaps meant, in the place of what found nothing.
pub(crate) fn meant(model: &mut Model) -> Option<Vec<Effect>> {
    let results = model.results.as_mut()?;
    let meant = results.suggestion()?.query.clone();
    *results = Results::new(meant, results.layers);
    Some(again(model))
}

/// Asks again for the hits of the query that is shown, in its layers.
pub(crate) fn again(model: &mut Model) -> Vec<Effect> {
    let Some((text, layers)) = model.results.as_ref().map(|r| (r.query.clone(), r.layers)) else { return Vec::new() };
    let Ok(query) = Query::parse_with(&text, candidates::query_options(model)) else { return Vec::new() };
    vec![job(model, Arc::new(query), layers)]
}

fn job(model: &mut Model, query: Arc<Query>, layers: Layers) -> Effect {
    let candidates = candidates::searched(model, &query, model.library.corpus.ids());
    let texts = model.text_options();
    model.start(Search { texts, query, layers, candidates })
}
