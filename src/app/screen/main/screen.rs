//! The main screen: three panes, one of which has the keys.

use crate::app::action::{Naming, Selecting};
use crate::app::effect::Effect;
use crate::app::grip::Grip;
use crate::app::model::Model;
use crate::app::overlay::prompt::state::{About, Ask};
use crate::app::panes::Pane;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::main::article::{act as article, selection, sentences};
use crate::app::screen::main::entities::act as entities;
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::list::filter::Filter;
use crate::app::screen::main::list::groups::GroupRef;
use crate::app::screen::main::list::state::ListRow;
use crate::app::screen::main::{mouse, prepare};
use crate::app::screen::results::act as results;
use crate::app::verb::name::Named;
use crate::app::{navigate, record};
use crate::corpus::DocId;
use crate::text::Span;
use crate::triage::After;
use crate::words::msg;

/// List, article, entities.
pub(crate) struct MainScreen;

impl Behaviour for MainScreen {
    fn subject(&self, model: &Model) -> Option<DocId> {
        subject(model)
    }

    fn targets(&self, model: &Model) -> Vec<DocId> {
        if model.focus == Pane::List || !model.list.ticked.is_empty() {
            return model.list.targets();
        }
        // An article with its copies folded under it is judged as its row is.
        model.article.document.map_or_else(Vec::new, |id| model.list.under(id))
    }

    fn target_count(&self, model: &Model) -> usize {
        if model.focus == Pane::List || !model.list.ticked.is_empty() {
            return model.list.target_count();
        }
        model.article.document.map_or(0, |id| model.list.under(id).len())
    }

    fn group<'m>(&self, model: &'m Model) -> Option<GroupRef<'m>> {
        match model.list.rows.get(model.list.cursor)? {
            ListRow::Group(g) if model.focus == Pane::List => model.list.groups.get(*g as usize),
            ListRow::Searches | ListRow::Search(_) | ListRow::Group(_) | ListRow::Document(..) => None,
        }
    }

    fn passage(&self, model: &Model) -> Option<Span> {
        let document = model.article.document.and_then(|id| model.library.corpus.get(id))?;
        let first = || sentences::sentence_from(document, model.article.view, model.article.first_seen()?);
        model.article.passage(document).or_else(first)
    }

    fn named(&self, model: &Model) -> Option<Named> {
        entities::named(model)
    }

    fn about(&self, model: &Model) -> (Vec<About>, String) {
        (about(model), String::new())
    }

    fn texts(&self, model: &Model) -> Vec<DocId> {
        let here = model.article.document;
        let queue = model.queue.as_ref().zip(here);
        let next = |forward| match queue {
            Some((queue, here)) => queue.neighbour(here, forward),
            None => model.list.neighbour(here, forward),
        };
        let read_on = [true, false].into_iter().filter_map(next);
        // A step in the list shows what the row beside begins with: of folded groups
        // that is no neighbour of the open article.
        let stepped_to = [1, -1].into_iter().filter(|_| model.focus == Pane::List);
        stepped_to.filter_map(|by| model.list.leading_beside(by)).chain(read_on).collect()
    }

    fn prepare(&self, model: &mut Model) {
        results::light(model);
        prepare::prepare(model);
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        match model.focus {
            Pane::List => {
                model.list.step(by);
                return navigate::preview(model);
            }
            Pane::Article if model.article.selection.is_some() => selection::step(model, by),
            Pane::Article => {
                model.article.scroll(by);
            }
            Pane::Entities => model.entities.step(by),
        }
        Vec::new()
    }

    fn page(&self, model: &Model) -> usize {
        match model.focus {
            Pane::Article => model.article.height,
            Pane::List => model.list.page,
            Pane::Entities => model.size.height.saturating_sub(4).into(),
        }
    }

    fn end(&self, model: &mut Model, last: bool, number: Option<usize>) -> Vec<Effect> {
        match model.focus {
            Pane::List => {
                let row = match number {
                    Some(n) => n.saturating_sub(1),
                    None if last => usize::MAX,
                    None => 0,
                };
                model.list.go_to_row(row);
                return navigate::preview(model);
            }
            Pane::Article => match number {
                Some(n) => model.article.go_to_paragraph(n),
                None => model.article.set_top(if last { usize::MAX / 2 } else { 0 }),
            },
            Pane::Entities => model.entities.go_to_row(if last { usize::MAX / 2 } else { 0 }),
        }
        Vec::new()
    }

    fn part(&self, model: &mut Model, hundredths: usize) -> Vec<Effect> {
        let of = |all: usize| (all * hundredths).div_ceil(100).saturating_sub(1);
        match model.focus {
            Pane::List => {
                model.list.go_to_row(of(model.list.rows.len()));
                return navigate::preview(model);
            }
            Pane::Article => {
                let rows = model.article.rows().map_or(0, |layout| layout.rows.len());
                model.article.set_top(of(rows));
            }
            Pane::Entities => {}
        }
        Vec::new()
    }

    fn next_pane(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        let to = match (model.focus, forward) {
            (Pane::List, true) | (Pane::Entities, false) => Pane::Article,
            (Pane::Article, true) | (Pane::List, false) => Pane::Entities,
            (Pane::Entities, true) | (Pane::Article, false) => Pane::List,
        };
        navigate::focus(model, to)
    }

    fn side(&self, model: &mut Model, right: bool) -> Vec<Effect> {
        match (model.focus, right) {
            (Pane::List, false) => {
                if model.list.fold(true) {
                    return navigate::preview(model);
                }
                Vec::new()
            }
            (Pane::List, true) if model.list.opens_to_the_right() => {
                model.list.fold(false);
                navigate::preview(model)
            }
            (Pane::List, true) | (Pane::Entities, false) => navigate::focus(model, Pane::Article),
            (Pane::Article, false) => navigate::focus(model, Pane::List),
            (Pane::Article, true) => navigate::focus(model, Pane::Entities),
            (Pane::Entities, true) => entities::toggle_forms(model),
        }
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        match model.focus {
            Pane::List => list::open(model),
            // As pagers do: on by a row.
            Pane::Article if model.article.selection.is_none() => self.step(model, 1),
            Pane::Article => selection::act(model, Selecting::SelectText),
            Pane::Entities => entities::mention(model, true),
        }
    }

    fn close(&self, model: &mut Model) -> Option<Vec<Effect>> {
        if !model.way.under.is_empty() {
            return None;
        }
        if model.focus != Pane::List {
            return Some(navigate::focus(model, Pane::List));
        }
        // A search that is kept was opened as a view is: it is left before the program.
        let kept = |f: &Filter| model.saved.searches.iter().any(|s| s.query == f.text);
        model.filter.as_ref().is_some_and(kept).then(|| navigate::narrow(model, ""))
    }

    fn dismiss(&self, model: &mut Model) -> Option<Vec<Effect>> {
        dismiss(model)
    }

    fn resume(&self, model: &mut Model) -> Vec<Effect> {
        navigate::fill_entities(model);
        Vec::new()
    }

    fn next(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        if model.focus == Pane::List && model.list_find.is_some() {
            list::next_match(model, forward);
            return Vec::new();
        }
        if let Some(effects) = results::go_on(model, forward) {
            return effects;
        }
        article::next(model, forward);
        Vec::new()
    }

    fn find(&self, model: &Model) -> Option<Ask> {
        match model.focus {
            Pane::Article => Some(Ask::FindInArticle),
            Pane::List => Some(Ask::FindInList),
            Pane::Entities => Some(Ask::FindInNames),
        }
    }

    fn tick(&self, model: &mut Model, times: usize) -> Vec<Effect> {
        list::tick(model, times)
    }

    fn tick_all(&self, model: &mut Model) -> Vec<Effect> {
        list::tick_all(model)
    }

    fn judged(&self, model: &mut Model, ids: &[DocId]) -> Vec<Effect> {
        // Who judged a whole group goes on to the next one.
        if model.focus == Pane::List && model.list.ticked.is_empty() && model.list.on_folded_group() {
            model.list.range_from = None;
            if model.choices.after != After::Stay {
                model.list.go_to_head(true);
            }
            return navigate::preview(model);
        }
        // A text with its copies folded under it is one row, and one step.
        let first = ids.first().copied();
        let one = model.list.ticked.is_empty() && (ids.len() == 1 || model.list.document() == first);
        let next = first.filter(|_| one).and_then(|id| after_verdict(model, id));
        record::untick(model, record::newest(model));
        model.list.range_from = None;
        let Some(next) = next else { return Vec::new() };
        model.list.go_to(next);
        navigate::show(model, next);
        if model.focus == Pane::List { Vec::new() } else { record::mark_read(model) }
    }

    fn select(&self, model: &mut Model, action: Selecting) -> Vec<Effect> {
        selection::act(model, action)
    }

    fn name(&self, model: &mut Model, action: Naming) -> Vec<Effect> {
        entities::decide(model, action)
    }

    fn grip(&self, model: &Model, x: u16, y: u16) -> Option<Grip> {
        mouse::grip(model, x, y)
    }

    fn drag(&self, model: &mut Model, grip: Grip, x: u16, y: u16) -> Vec<Effect> {
        mouse::drag(model, grip, x, y);
        Vec::new()
    }

    fn drop_grip(&self, model: &mut Model, grip: Grip) -> Vec<Effect> {
        mouse::let_go(model, grip)
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        mouse::pointer(model, by, x, y)
    }
}

fn subject(model: &Model) -> Option<DocId> {
    match model.focus {
        Pane::List => model.list.document().or(model.article.document),
        Pane::Article | Pane::Entities => model.article.document,
    }
}

/// What a note on the main screen may be about.
fn about(model: &Model) -> Vec<About> {
    let mut about = Vec::new();
    let on_list = model.focus == Pane::List;
    let mut story = None;
    if on_list && let Some(ListRow::Group(g)) = model.list.rows.get(model.list.cursor) {
        let group = model.list.groups.get(*g as usize).filter(|_| model.list.ticked.is_empty());
        if let Some(group) = group {
            return vec![match group.story() {
                Some(id) => About::Story(id.to_owned()),
                None => About::Articles(group.documents().to_vec()),
            }];
        }
    }
    if let Some(id) = subject(model) {
        if !on_list
            && let Some(document) = model.library.corpus.get(id)
            && let Some(span) = model.article.passage(document)
        {
            about.push(About::Passage(id, span));
        }
        story = model.library.story(id).map(|s| s.id.to_owned());
        if model.list.ticked.len() < 2 {
            about.push(About::Articles(vec![id]));
        }
    }
    if model.list.ticked.len() > 1 {
        let ticked = About::Articles(model.list.ticked.iter().copied().collect());
        about.insert(usize::from(!about.is_empty()), ticked);
    }
    about.extend(story.map(About::Story));
    about
}

/// Where the cursor goes after a verdict on one article.
fn after_verdict(model: &Model, from: DocId) -> Option<DocId> {
    if let Some(queue) = &model.queue {
        return queue.neighbour(from, true);
    }
    match model.choices.after {
        After::Stay => None,
        After::Next => model.list.neighbour(Some(from), true),
        After::NextUnread => {
            let mut at = from;
            while let Some(next) = model.list.neighbour(Some(at), true) {
                let unread = model.library.key(next).is_some_and(|k| !model.triage.status(&k).read);
                if unread {
                    return Some(next);
                }
                at = next;
            }
            None
        }
    }
}

/// Takes one layer off: range, ticks, search, filter, zoom. What was there when
/// the view was opened belongs to the view below.
fn dismiss(model: &mut Model) -> Option<Vec<Effect>> {
    let base = model.way.base.clone();
    let root = model.way.under.is_empty();
    let ticked = model.list.ticked.len();
    let lang = model.lang();
    if model.article.selection.take().is_some() || model.list.range_from.take().is_some() {
        return Some(Vec::new());
    }
    if ticked > 0 && ticked != base.ticked {
        record::untick(model, None);
        navigate::wait_for_no_ticks(model);
        model.say(lang.say(msg::screen_ticks_let_go(ticked)));
        return Some(Vec::new());
    }
    if model.article.find.take_if(|f| Some(&f.query) != base.find.as_ref()).is_some()
        || model.list_find.take_if(|f| Some(&f.query) != base.list_find.as_ref()).is_some()
        || (root && model.article.highlighted.take().is_some())
    {
        return Some(Vec::new());
    }
    if model.filter.as_ref().is_some_and(|f| Some(&f.text) != base.filter.as_ref()) {
        return Some(navigate::narrow(model, base.filter.as_deref().unwrap_or_default()));
    }
    if model.pin.take_if(|p| Some(*p) != base.pin).is_some() {
        model.say(lang.text(msg::SCREEN_PIN_LET_GO));
        return Some(Vec::new());
    }
    if !root && model.queue.is_some() {
        return None;
    }
    if model.zoom && !base.zoom {
        model.zoom = false;
        return Some(Vec::new());
    }
    if !root {
        return None;
    }
    if model.focus != Pane::List {
        return Some(navigate::focus(model, Pane::List));
    }
    model.say(lang.text(msg::SCREEN_NOTHING_TAKE_OFF_Q_LEAVES));
    Some(Vec::new())
}
