//! Results of a search over the corpus.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::panes::Screen;
use crate::app::screen::main::article::act as article;
use crate::app::screen::results::state::Results;
use crate::app::verb::search;
use crate::search::Layer;

/// Searches a layer too, or leaves it out again.
pub(crate) fn toggle(model: &mut Model, layer: Layer) -> Vec<Effect> {
    let Some(r) = &mut model.results else { return Vec::new() };
    r.layers = r.layers.toggled(layer);
    let query = r.query.clone();
    search::search(model, &query)
}

/// Opens the article of the row, at the hit, with all its hits highlighted.
pub(crate) fn open_hit(model: &mut Model) -> Vec<Effect> {
    let Some((id, span)) = model.results.as_ref().and_then(Results::target) else { return Vec::new() };
    let hits = model.results.as_ref().and_then(|r| {
        let d = r.hits.as_ref()?.documents.iter().find(|d| d.id == id)?;
        Some((r.query.clone(), d.hits.iter().flatten().map(|h| h.span).collect::<Vec<_>>()))
    });
    model.screen = Screen::Main;
    let effects = match span {
        Some(span) => navigate::open_at(model, id, span),
        None => navigate::open(model, id),
    };
    if let Some((query, hits)) = hits {
        let current = span.and_then(|s| hits.iter().position(|h| *h == s)).unwrap_or(0);
        model.article.find = Some(crate::app::screen::main::article::state::Find { query, hits, current, hidden: 0 });
        article::say_hit(model);
    }
    effects
}
