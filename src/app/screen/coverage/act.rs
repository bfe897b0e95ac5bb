//! A story seen through its reports: who says what, and its timeline.

use crate::app::action::Facts;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::panes::chrome;
use crate::app::screen::coverage::areas as layout;
use crate::app::screen::coverage::state::{Coverage, Face};
use crate::app::verb::compare;
use crate::app::verb::coverage::{ask, face, screen};
use crate::corpus::DocId;
use crate::story::coverage::{Order, Show};
use crate::text::Span;
use crate::words::msg;

/// Chooses facts and their order.
pub(crate) fn act(model: &mut Model, action: Facts) -> Vec<Effect> {
    match action {
        Facts::FactsAlone => show(model, |_| Show::Alone),
        Facts::FactsOmitted => show(model, Show::Omitted),
        Facts::FactsDiffering => show(model, |_| Show::Differing),
        Facts::SortOrigins => order(model, |_| Order::Origins),
        Facts::SortTime => order(model, |_| Order::Time),
        Facts::SortText => order(model, Order::Text),
    }
}

/// Shows the other of the two screens, on the same fact or report.
pub(crate) fn turn(model: &mut Model, to: Face) -> Vec<Effect> {
    if let (Some(c), true) = (&mut model.coverage, face(model.screen) != Some(to)) {
        c.turn_to(to);
    }
    model.screen = screen(to);
    Vec::new()
}

/// Scrolls the passages.
pub(crate) fn scroll_detail(model: &mut Model, by: isize) {
    if let Some(c) = &mut model.coverage {
        c.detail_top = c.detail_top.saturating_add_signed(by);
    }
}

/// Chooses which facts the matrix shows.
fn show(model: &mut Model, wanted: fn(usize) -> Show) -> Vec<Effect> {
    if let Some(c) = &mut model.coverage {
        let show = wanted(c.column);
        c.toggle(show);
    }
    Vec::new()
}

/// Chooses the order of the facts.
fn order(model: &mut Model, wanted: fn(usize) -> Order) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.coverage else { return Vec::new() };
    let order = wanted(c.column);
    c.set_order(order);
    let column = c.document(c.column);
    let label = column.and_then(|id| model.library.card(id)).map_or_else(String::new, |c| c.label(lang));
    model.say(match order {
        Order::Origins => lang.text(msg::COVERAGE_SORTED_BY_INDEPENDENT_ORIGINS).into(),
        Order::Time => lang.text(msg::COVERAGE_SORTED_BY_FIRST_REPORT).into(),
        Order::Text(_) => lang.say(msg::coverage_order(&label)),
    });
    Vec::new()
}

/// `J` and `K`: the next or previous story of the list.
pub(crate) fn other_story(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some(story) = model.coverage.as_ref().map(|c| c.story.clone()) else { return Vec::new() };
    let stories = model.library.story_list();
    let at = stories.number(&story);
    let to = at.and_then(|i| if forward { Some(i + 1) } else { i.checked_sub(1) });
    let Some(to) = to.and_then(|i| stories.get(i)).map(|s| s.id.to_owned()) else {
        model.say(lang.text(msg::COVERAGE_NO_FURTHER_STORY_DIRECTION));
        return Vec::new();
    };
    ask(model, to, None)
}

/// Fact and text under the cursor.
fn cell(model: &Model) -> Option<(Option<usize>, usize)> {
    let c = model.coverage.as_ref()?;
    match face(model.screen)? {
        Face::Matrix => Some((c.fact(), c.column)),
        Face::Timeline => Some((c.fact_at_line(), c.report_at_line()?)),
    }
}

/// Opens what is under the cursor: where texts differ, the place in their comparison, else
/// the article at the passage.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((fact, column)) = cell(model) else { return Vec::new() };
    if let Some(d) = difference(model) {
        return compare_at(model, d);
    }
    let Some(c) = &model.coverage else { return Vec::new() };
    let on_report = fact.is_none();
    let to = fact.and_then(|f| c.place(f, column));
    let Some(document) = c.document(column) else { return Vec::new() };
    if to.is_none() && !on_report {
        let label = model.library.card(document).map_or_else(String::new, |c| c.label(lang));
        model.say(lang.say(msg::coverage_not_found_article_by_method(&label)));
        return Vec::new();
    }
    match to {
        Some((id, span)) => navigate::open_at(model, id, span),
        None => navigate::open(model, document),
    }
}

/// Two texts with the place of a difference in each.
type Differing = [(DocId, Span); 2];

/// What the cell under the cursor of the matrix differs in from another text.
fn difference(model: &Model) -> Option<Differing> {
    let c = model.coverage.as_ref().filter(|_| face(model.screen) == Some(Face::Matrix))?;
    let differences = c.differences(c.fact()?, c.column);
    let d = differences.first()?;
    let [a, b] = [0, 1].map(|side| Some((c.document(d.columns[side])?, d.spans[side])));
    Some([a?, b?])
}

/// Compares two texts at the difference between them.
fn compare_at(model: &mut Model, [(a, at), (b, bt)]: Differing) -> Vec<Effect> {
    let effects = compare::compare(model, a, b);
    if let Some(c) = &mut model.compare {
        c.wanted = Some((Some(at), Some(bt)));
    }
    effects
}

/// Compares two texts at the fact under the cursor: those that differ in it, else the one
/// that tells it best, or the pinned one, with this one; on the best, with the next that
/// has it.
pub(crate) fn compare_cell(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((fact, column)) = cell(model) else { return Vec::new() };
    if let Some(d) = difference(model).filter(|_| model.pin.is_none()) {
        return compare_at(model, d);
    }
    let Some(c) = &model.coverage else { return Vec::new() };
    let n = c.columns();
    let other = |c: &Coverage| {
        let fact = fact?;
        let central = c.central(fact)?;
        let mut round = (1..n).map(|i| (central + i) % n);
        if central == column { round.find(|&o| c.place(fact, o).is_some()) } else { Some(central) }
    };
    let reference = other(c).or_else(|| (0..n).find(|&o| o != column));
    let pinned = model.pin.filter(|p| Some(*p) != c.document(column));
    let a = pinned.or_else(|| c.document(reference?));
    let (Some(a), Some(b)) = (a, c.document(column)) else {
        model.say(lang.text(msg::COVERAGE_COMPARISON_TAKES_TWO_TEXTS));
        return Vec::new();
    };
    let of = |id: DocId| (0..n).find(|&o| c.document(o) == Some(id)).and_then(|o| Some(c.place(fact?, o)?.1));
    let wanted = (of(a), of(b));
    model.pin = None;
    let effects = compare::compare(model, a, b);
    if let Some(c) = &mut model.compare {
        c.wanted = Some(wanted);
    }
    effects
}

/// The wheel scrolls the passages under it. True when it did.
pub(crate) fn wheel_on_detail(model: &mut Model, by: isize, x: u16, y: u16) -> bool {
    let on_detail = by != 0 && areas(model).detail.holds(x, y);
    if on_detail {
        scroll_detail(model, by);
    }
    on_detail
}

/// Where table and passages stand.
pub(crate) fn areas(model: &Model) -> layout::Areas {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    layout::areas(body)
}
