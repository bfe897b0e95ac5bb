//! Searching the corpus.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::results::state::Results;
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
    let layers = match (&model.results, model.screen) {
        (Some(r), Screen::Results) => r.layers,
        _ => Layers::default(),
    };
    model.results = Some(Results::new(text.trim().to_owned(), layers));
    model.screen = Screen::Results;
    let candidates = candidates::searched(model, &query, model.library.corpus.ids());
    let texts = model.text_options();
    vec![model.start(Search { texts, query, layers, candidates })]
}
