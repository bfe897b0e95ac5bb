//! Comparing two articles.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::compare::state::{Compare, Link};
use crate::app::way_back;
use crate::corpus::DocId;
use crate::job::{Compare as Comparing, How};
use crate::story::Grade;
use crate::text::Span;
use crate::words::msg;

/// Two ticked: compares them. One pinned: compares it with this one. None
/// pinned: pins this one.
pub(crate) fn pin_or_compare(model: &mut Model, subject: Option<DocId>) -> Vec<Effect> {
    let lang = model.lang();
    let ticked: Vec<DocId> = model.list.ticked.iter().copied().collect();
    if let [a, b] = ticked[..] {
        return compare(model, a, b);
    }
    if ticked.len() > 2 {
        let n = ticked.len();
        model.say(lang.say(msg::compare_ticked_comparison_takes_two(n)));
        return Vec::new();
    }
    let Some(here) = ticked.first().copied().or(subject) else {
        model.say(lang.text(msg::UI_LIST_EMPTY));
        return Vec::new();
    };
    match model.pin {
        Some(a) if a != here => {
            model.pin = None;
            compare(model, a, here)
        }
        Some(_) => {
            model.pin = None;
            model.say(lang.text(msg::COMPARE_NO_ARTICLE_PINNED_ANY_MORE));
            Vec::new()
        }
        None => {
            model.pin = Some(here);
            let label = model.library.card(here).map(|c| c.label(lang)).unwrap_or_default();
            model.say(lang.say(msg::compare_go_another_article_compares(&label)));
            Vec::new()
        }
    }
}

/// Opens the screen for two documents and asks for their comparison.
pub(crate) fn compare(model: &mut Model, a: DocId, b: DocId) -> Vec<Effect> {
    way_back::enter(model, Screen::Compare);
    model.compare = Some(Compare::new(a, b));
    ask(model)
}

/// Asks for the comparison of the two on the screen.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(c) = &model.compare else { return Vec::new() };
    let (Some(a), Some(b)) = (candidates::candidate(model, c.a), candidates::candidate(model, c.b)) else {
        return Vec::new();
    };
    let how = How { options: c.options, pins: candidates::pins(model, a.key, b.key) };
    let texts = model.text_options();
    vec![model.start(Comparing { texts, a, b, how })]
}

/// The pair on the screen was pinned, or a pin taken back: asks anew.
pub(crate) fn pinned(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Compare {
        return Vec::new();
    }
    let here = places(model);
    if let (Some(c), Some(here)) = (&mut model.compare, here) {
        c.wanted = Some(here);
        (c.offset, c.link, c.current, c.third) = (0, Link::Linked, None, None);
    }
    ask(model)
}

/// The blocks at the top of both columns.
pub(crate) fn places(model: &Model) -> Option<(Option<Span>, Option<Span>)> {
    let c = model.compare.as_ref()?;
    let (layout, result) = (c.rows()?, c.result.as_ref()?);
    if c.faces() {
        let pair = c.pairs_of(result).get(c.here()?)?;
        let passage = pair.passage.and_then(|p| result.comparison.passages.get(p));
        let touches = |s: Option<Span>, t: Span| s.is_some_and(|s| s.touches(t));
        // The best of what may be the counterpart, where nothing is sure.
        let perhaps = result.comparison.undecided.iter().filter(|_| pair.grade == Some(Grade::Perhaps));
        let perhaps = || perhaps.clone().find(|u| touches(pair.a, u.a) || touches(pair.b, u.b));
        let a = pair.a.or(passage.map(|p| p.a)).or_else(|| perhaps().map(|u| u.a));
        let b = pair.b.or(passage.map(|p| p.b)).or_else(|| perhaps().map(|u| u.b));
        return Some((a, b));
    }
    let pair = |p: Option<usize>| p.and_then(|p| result.pairs.get(p));
    let a = pair(layout.first_text(c.top, true).and_then(|r| layout.rows[r].pair));
    let b = pair(layout.first_text(c.top_b(), false).and_then(|r| layout.rows[r].pair_b));
    Some((a.and_then(|p| p.a), b.and_then(|p| p.b)))
}
