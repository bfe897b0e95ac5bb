//! A story seen through its reports: who says what, and its timeline.

use crate::app::effect::Effect;
use crate::app::jumps::Jump;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::panes::chrome;
use crate::app::screen::compare::act as compare;
use crate::app::screen::coverage::areas as layout;
use crate::app::screen::coverage::state::{Coverage, Face};
use crate::app::screen::main::article::act as article;
use crate::app::update::start;
use crate::corpus::DocId;
use crate::job::{Job, Kind};
use crate::story::coverage::{Order, Show};

fn screen(face: Face) -> Screen {
    match face {
        Face::Matrix => Screen::Matrix,
        Face::Timeline => Screen::Timeline,
    }
}

fn face(screen: Screen) -> Option<Face> {
    match screen {
        Screen::Matrix => Some(Face::Matrix),
        Screen::Timeline => Some(Face::Timeline),
        _ => None,
    }
}

/// Shows the story of what is at hand; on one of the two screens, the other.
pub(crate) fn open(model: &mut Model, to: Face) -> Vec<Effect> {
    if face(model.screen).is_some() {
        return turn(model, to);
    }
    let on_head = model.screen == Screen::Main && model.list.document().is_none();
    let group = model.list.group_at_cursor().filter(|_| on_head).and_then(|g| g.story()).map(str::to_owned);
    let subject = model.subject();
    let story = group.or_else(|| subject.and_then(|id| model.library.story(id)).map(|s| s.id.to_owned()));
    let lang = model.lang();
    let Some(story) = story else {
        model.say(lang.pick("Cet article est seul de son histoire.", "This article is alone in its story."));
        return Vec::new();
    };
    let from = model.screen;
    let effects = ask(model, story, subject);
    if let Some(c) = &mut model.coverage {
        c.from = from;
    }
    model.screen = screen(to);
    effects
}

/// Asks who says what in a story.
fn ask(model: &mut Model, story: String, wanted: Option<DocId>) -> Vec<Effect> {
    let members = model.library.members(&story);
    let title =
        members.first().and_then(|id| model.library.story(*id)).map_or_else(String::new, |s| s.title.to_owned());
    let candidates = members.iter().filter_map(|id| compare::candidate(model, *id)).collect();
    model.coverage = Some(Coverage::new(story, title, wanted));
    let desk = model.desk();
    vec![start(model, Job::Matrix(candidates, desk))]
}

/// Shows the other of the two screens, on the same fact or report.
fn turn(model: &mut Model, to: Face) -> Vec<Effect> {
    if let (Some(c), true) = (&mut model.coverage, face(model.screen) != Some(to)) {
        c.turn_to(to);
    }
    model.screen = screen(to);
    Vec::new()
}

/// `Tab`: the other of the two screens.
pub(crate) fn other_face(model: &mut Model) -> Vec<Effect> {
    let to = if model.screen == Screen::Matrix { Face::Timeline } else { Face::Matrix };
    turn(model, to)
}

/// Takes one layer off: the filter, then the screen.
pub(crate) fn peel(model: &mut Model) -> Vec<Effect> {
    match &mut model.coverage {
        Some(c) if model.screen == Screen::Matrix && c.show != Show::All => c.toggle(Show::All),
        _ => close(model),
    }
    Vec::new()
}

/// Goes back to where the screen was opened.
pub(crate) fn close(model: &mut Model) {
    model.screen = model.coverage.as_ref().map_or(Screen::Main, |c| c.from);
    model.forget(Kind::Matrix);
}

/// The screen as a place to come back to.
pub(crate) fn place(model: &Model) -> Option<Jump> {
    let on = face(model.screen)?;
    let c = model.coverage.as_ref()?;
    let column = if on == Face::Matrix { c.column } else { c.report_at_line()? };
    Some(Jump { document: c.document(column)?, anchor: 0, compared: None, on: Some(on) })
}

/// Comes back to the screen, as it was when it is still there.
pub(crate) fn come_back(model: &mut Model, document: DocId, on: Face) -> Vec<Effect> {
    let Some(story) = model.library.story(document).map(|s| s.id.to_owned()) else { return Vec::new() };
    model.screen = screen(on);
    if model.coverage.as_ref().is_some_and(|c| c.story == story && c.result.is_some()) {
        return Vec::new();
    }
    ask(model, story, Some(document))
}

/// Moves by facts, or from stop to stop of the timeline.
pub(crate) fn step(model: &mut Model, by: isize) {
    let on = face(model.screen);
    match (&mut model.coverage, on) {
        (Some(c), Some(Face::Matrix)) => c.step(by),
        (Some(c), Some(Face::Timeline)) => c.step_line(by),
        _ => {}
    }
}

/// `h` and `l`: the text beside; folds and unfolds the facts of a report.
pub(crate) fn side(model: &mut Model, right: bool) {
    let on = face(model.screen);
    match (&mut model.coverage, on) {
        (Some(c), Some(Face::Matrix)) => c.side(right),
        (Some(c), Some(Face::Timeline)) => {
            c.unfold(right);
        }
        _ => {}
    }
}

/// `n` and `N`: the next fact that reports give differently; the next report.
pub(crate) fn next(model: &mut Model, forward: bool) {
    let lang = model.lang();
    let on = face(model.screen);
    let Some(c) = &mut model.coverage else { return };
    if on == Some(Face::Timeline) {
        c.step_report(forward);
    } else if !c.step_difference(forward) {
        model.say(lang.pick("Aucun fait ne diffère d'un article à l'autre.", "No fact differs between reports."));
    }
}

/// Scrolls the passages.
pub(crate) fn scroll_detail(model: &mut Model, by: isize) {
    if let Some(c) = &mut model.coverage {
        c.detail_top = c.detail_top.saturating_add_signed(by);
    }
}

/// Chooses which facts the matrix shows.
pub(crate) fn show(model: &mut Model, wanted: fn(usize) -> Show) -> Vec<Effect> {
    if let Some(c) = &mut model.coverage {
        let show = wanted(c.column);
        c.toggle(show);
    }
    Vec::new()
}

/// Chooses the order of the facts.
pub(crate) fn order(model: &mut Model, wanted: fn(usize) -> Order) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.coverage else { return Vec::new() };
    let order = wanted(c.column);
    c.set_order(order);
    let column = c.document(c.column);
    let label = column.and_then(|id| model.library.card(id)).map_or_else(String::new, |c| c.label(lang));
    model.say(match order {
        Order::Origins => {
            lang.pick("Trié par nombre d'origines indépendantes.", "Sorted by independent origins.").into()
        }
        Order::Time => lang.pick("Trié par date de première parution.", "Sorted by first report.").into(),
        Order::Text(_) => lang.pick(format!("Dans l'ordre de {label}."), format!("In the order of {label}.")),
    });
    Vec::new()
}

/// `J` and `K`: the next or previous story of the list.
pub(crate) fn other_story(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some((story, from)) = model.coverage.as_ref().map(|c| (c.story.clone(), c.from)) else { return Vec::new() };
    let stories = model.library.story_list();
    let at = stories.number(&story);
    let to = at.and_then(|i| if forward { Some(i + 1) } else { i.checked_sub(1) });
    let Some(to) = to.and_then(|i| stories.get(i)).map(|s| s.id.to_owned()) else {
        model.say(lang.pick("Pas d'autre histoire dans ce sens.", "No further story in this direction."));
        return Vec::new();
    };
    let effects = ask(model, to, None);
    if let Some(c) = &mut model.coverage {
        c.from = from;
    }
    effects
}

/// Fact and text under the cursor.
fn cell(model: &Model) -> Option<(Option<usize>, usize)> {
    let c = model.coverage.as_ref()?;
    match face(model.screen)? {
        Face::Matrix => Some((c.fact(), c.column)),
        Face::Timeline => Some((c.fact_at_line(), c.report_at_line()?)),
    }
}

/// Opens the article at the passage of what is under the cursor; unfolds what
/// is folded.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let more = model.coverage.as_ref().and_then(|c| c.lines.get(c.line));
    if let (Screen::Timeline, Some(crate::app::screen::coverage::state::Line::More(..))) = (model.screen, more) {
        side(model, true);
        return Vec::new();
    }
    let Some((fact, column)) = cell(model) else { return Vec::new() };
    let Some(c) = &model.coverage else { return Vec::new() };
    let (on_report, from) = (fact.is_none(), place(model));
    let to = fact.and_then(|f| c.place(f, column));
    let Some(document) = c.document(column) else { return Vec::new() };
    if to.is_none() && !on_report {
        let label = model.library.card(document).map_or_else(String::new, |c| c.label(lang));
        model.say(lang.pick(
            format!("{label} : pas trouvé dans cet article par cette méthode."),
            format!("{label}: not found in this article by this method."),
        ));
        return Vec::new();
    }
    model.screen = Screen::Main;
    let effects = match to {
        Some((id, span)) => article::open_at(model, id, span),
        None => article::open(model, document),
    };
    if let Some(from) = from {
        model.jumps.leave(from);
    }
    effects
}

/// Compares two texts at the fact under the cursor: the one that tells it best,
/// or the pinned one, with this one; on the best, with the next that has it.
pub(crate) fn compare_cell(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((fact, column)) = cell(model) else { return Vec::new() };
    let Some(c) = &model.coverage else { return Vec::new() };
    let n = c.reports().len();
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
        model.say(lang.pick("Il faut deux textes pour comparer.", "A comparison takes two texts."));
        return Vec::new();
    };
    let of = |id: DocId| (0..n).find(|&o| c.document(o) == Some(id)).and_then(|o| Some(c.place(fact?, o)?.1));
    let wanted = (of(a), of(b));
    let from = model.screen;
    model.pin = None;
    let effects = compare::compare(model, a, b);
    if let Some(c) = &mut model.compare {
        c.wanted = Some(wanted);
        c.from = from;
    }
    effects
}

/// The wheel moves the cursor, or scrolls the passages under it; a click puts
/// the cursor there.
pub(crate) fn pointer(model: &mut Model, by: isize, x: u16, y: u16) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    let areas = layout::areas(body);
    if by != 0 && areas.detail.holds(x, y) {
        return scroll_detail(model, by);
    }
    if by != 0 {
        return step(model, by.signum());
    }
    let on = face(model.screen);
    let (Some(c), Some(face), true) = (&mut model.coverage, on, areas.table.holds(x, y)) else { return };
    let row = y - areas.table.y;
    match face {
        Face::Matrix => {
            let columns = layout::columns(areas.table.width, c.reports().len());
            let last = c.reports().len().saturating_sub(1);
            if let Some(right) = x.checked_sub(areas.table.x + layout::COUNT + columns.fact) {
                c.column = (c.left + usize::from(right / columns.each)).min(last);
            }
            if let Some(row) = row.checked_sub(layout::HEAD) {
                c.step((c.top + usize::from(row)) as isize - c.cursor as isize);
            }
        }
        Face::Timeline => {
            if let Some(row) = row.checked_sub(layout::TIMELINE_HEAD) {
                c.step_line((c.line_top + usize::from(row)) as isize - c.line as isize);
            }
        }
    }
}
