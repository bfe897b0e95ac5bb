//! Results of a search over the corpus.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::article::state::Find;
use crate::app::screen::results::state::Results;
use crate::app::verb::search;
use crate::app::{navigate, record};
use crate::search::Layer;
use crate::words::msg;

/// Searches a layer too, or leaves it out again.
pub(crate) fn toggle(model: &mut Model, layer: Layer) -> Vec<Effect> {
    let Some(r) = &mut model.results else { return Vec::new() };
    r.layers = r.layers.toggled(layer);
    let (query, layers) = (r.query.clone(), r.layers);
    model.results = Some(Results::new(query, layers));
    search::again(model)
}

/// Opens the article of the row, at the hit, with all its hits highlighted.
pub(crate) fn open_hit(model: &mut Model) -> Vec<Effect> {
    let Some((id, _)) = model.results.as_ref().and_then(Results::target) else { return Vec::new() };
    let effects = navigate::open(model, id);
    seek(model);
    effects
}

/// The hits of the article that is open are to be lit: now, or once its text is
/// there.
fn seek(model: &mut Model) {
    let Some(query) = model.results.as_ref().map(|r| r.query.clone()) else { return };
    model.way.base.find = Some(query.clone());
    model.article.find = Some(Find { query, hits: Vec::new(), current: 0, hidden: 0, awaited: true });
    light(model);
}

/// True when the article that is open was come to from the results.
pub(crate) fn is_below(model: &Model) -> bool {
    let results = model.way.below().is_some_and(|v| v.screen == Screen::Results && v.kept.is_none());
    results && model.screen == Screen::Main
}

/// Lights the hits of the article that was come to from the results, once its
/// text is there.
pub(crate) fn light(model: &mut Model) {
    if !is_below(model) {
        return;
    }
    let open = model.article.document;
    let (Some(find), Some(r)) = (&mut model.article.find, &mut model.results) else { return };
    if !find.awaited || find.query != r.query || r.target().map(|t| t.0) != open {
        return;
    }
    let Some((hits, current)) = r.hits_here(&model.library.corpus) else { return };
    find.awaited = false;
    find.hits = hits;
    find.current = current.unwrap_or(0);
    let span = current.and_then(|i| find.hits.get(i)).copied();
    if let (Some(id), Some(span)) = (open, span) {
        navigate::light(model, id, span);
    }
    article::say_hit(model);
}

/// Goes on to the next or previous hit, in another article where this one has no
/// more. `None` when a search of the article's own is stepped through.
pub(crate) fn go_on(model: &mut Model, forward: bool) -> Option<Vec<Effect>> {
    if !is_below(model) {
        return None;
    }
    let r = model.results.as_mut()?;
    if model.article.find.as_ref().is_some_and(|f| f.query != r.query) {
        return None;
    }
    let from = r.cursor;
    r.step_hit(forward);
    if r.cursor == from {
        let words = if forward { msg::RESULTS_LAST_HIT } else { msg::RESULTS_FIRST_HIT };
        model.say(model.lang().text(words));
        return Some(Vec::new());
    }
    let (id, _) = r.target()?;
    let mut effects = Vec::new();
    if model.article.document != Some(id) {
        model.list.go_to(id);
        navigate::show(model, id);
        effects = record::mark_read(model);
    }
    seek(model);
    Some(effects)
}
