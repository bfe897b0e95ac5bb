//! Opening a view over another, and going back and ahead among them.

use crate::app::effect::Effect;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::way::{Base, Kept, MainPlace, Slot, Visit};
use crate::job::Kind;

/// Shows a view over the one that is shown, which is come back to as it is now.
/// Its state in the model is new: that of another of its kind is kept.
pub(crate) fn enter(model: &mut Model, screen: Screen) {
    let visit = visit(model);
    model.way.push(visit);
    model.way.ahead.clear();
    if let Some(slot) = Slot::of(screen) {
        make_room(model, slot);
    }
    model.screen = screen;
    model.jumps = Default::default();
    model.way.base = base(model);
    model.queue = None;
    model.article.selection = None;
}

/// What there is now, which a view that is opened now does not take off.
fn base(model: &Model) -> Base {
    Base {
        ticked: model.list.ticked.len(),
        filter: model.filter.as_ref().map(|f| f.text.clone()),
        pin: model.pin,
        find: None,
        list_find: model.list_find.as_ref().map(|f| f.query.clone()),
        zoom: model.zoom,
        since: model.now,
    }
}

/// The queue was left for the list beside it: what lay below is where one is.
pub(crate) fn forget_below(model: &mut Model) {
    if let Some(below) = model.way.under.pop() {
        model.way.base = below.base;
        model.jumps = below.jumps;
    }
}

/// Goes back to the view below. `None` when there is none.
pub(crate) fn back(model: &mut Model) -> Option<Vec<Effect>> {
    let to = model.way.under.pop()?;
    let left = visit(model);
    model.way.push_ahead(left);
    Some(show(model, to))
}

/// Goes to the view that was left by going back. `None` when there is none.
pub(crate) fn ahead(model: &mut Model) -> Option<Vec<Effect>> {
    let to = model.way.ahead.pop()?;
    let left = visit(model);
    model.way.push(left);
    Some(show(model, to))
}

/// The view that is shown, as it is left.
fn visit(model: &mut Model) -> Visit {
    let main = (model.screen == Screen::Main).then(|| Box::new(main_place(model)));
    Visit {
        screen: model.screen,
        main,
        kept: None,
        jumps: std::mem::take(&mut model.jumps),
        base: std::mem::take(&mut model.way.base),
    }
}

fn main_place(model: &mut Model) -> MainPlace {
    let key = model.article.document.and_then(|d| model.library.key(d));
    if let Some(key) = key {
        model.article.remember(key);
    }
    MainPlace {
        focus: model.focus,
        zoom: model.zoom,
        queue: model.queue.take(),
        list: model.list.place(),
        filter: model.filter.clone(),
        list_find: model.list_find.clone(),
        entities: model.entities.clone(),
        document: model.article.document,
        view: model.article.view,
        own_view: model.article.own_view,
        top: model.article.top,
        anchor: model.article.anchor,
        find: model.article.find.clone(),
        highlighted: model.article.highlighted,
        selection: model.article.selection,
        layout: model.article.layout.clone(),
    }
}

/// Shows a view as it was left.
fn show(model: &mut Model, visit: Visit) -> Vec<Effect> {
    if let (Some(kept), Some(slot)) = (visit.kept, Slot::of(visit.screen)) {
        make_room(model, slot);
        put(model, *kept);
        // Its own work was dropped when another view took its place.
        model.returned = true;
    }
    model.screen = visit.screen;
    model.jumps = visit.jumps;
    model.way.base = visit.base;
    model.article.selection = None;
    visit.main.map_or(Vec::new(), |place| show_main(model, *place))
}

fn show_main(model: &mut Model, place: MainPlace) -> Vec<Effect> {
    let open = model.article.document;
    if let (Some(id), true) = (place.document, place.document != open) {
        if let Some(key) = open.and_then(|d| model.library.key(d)) {
            model.article.remember(key);
        }
        if let Some(key) = model.library.key(id) {
            model.article.open(id, key);
        }
    }
    if model.article.document == place.document {
        let a = &mut model.article;
        (a.view, a.own_view) = (place.view, place.own_view);
        (a.top, a.anchor, a.layout) = (place.top, place.anchor, place.layout);
        (a.find, a.highlighted, a.selection, a.reveal) = (place.find, place.highlighted, place.selection, None);
        model.entities = place.entities;
    }
    (model.focus, model.zoom, model.queue) = (place.focus, place.zoom, place.queue);
    model.list_find = place.list_find;
    let text = |f: &Option<_>| f.as_ref().map(|f: &crate::app::screen::main::list::filter::Filter| f.text.clone());
    let (narrowed, grouped) = (text(&model.filter) != text(&place.filter), model.list.grouping != place.list.grouping);
    let mut effects = Vec::new();
    if narrowed {
        // What it lets through may be other by now: what it let through then is
        // shown at once.
        model.forget(Kind::Filter);
        model.filter = place.filter;
        effects = listing::refilter(model);
    }
    model.list.grouping = place.list.grouping;
    if narrowed || grouped {
        listing::rebuild(model);
    }
    model.list.come_back(place.list);
    effects
}

/// Keeps the state that stands in a place of the model for the view that it
/// belongs to; reports on it are not waited for any more.
fn make_room(model: &mut Model, slot: Slot) {
    let kept = take(model, slot);
    let kind = match slot {
        Slot::Compare => Some(Kind::Compare),
        Slot::Results => Some(Kind::Search),
        Slot::Name => Some(Kind::Name),
        Slot::Coverage => Some(Kind::Matrix),
        Slot::Notes | Slot::Journal | Slot::Board => None,
    };
    if let Some(kind) = kind {
        model.forget(kind);
    }
    if let (Some(kept), Some(owner)) = (kept, model.way.owner(slot)) {
        owner.kept = Some(Box::new(kept));
    }
}

fn take(model: &mut Model, slot: Slot) -> Option<Kept> {
    match slot {
        Slot::Compare => model.compare.take().map(Kept::Compare),
        Slot::Results => model.results.take().map(Kept::Results),
        Slot::Coverage => model.coverage.take().map(Kept::Coverage),
        Slot::Notes => {
            // They are made from the journal again, and many take much memory.
            let mut notes = std::mem::take(&mut model.notes);
            notes.let_go();
            Some(Kept::Notes(notes))
        }
        Slot::Journal => Some(Kept::Journal(std::mem::take(&mut model.journal))),
        Slot::Board => Some(Kept::Board(std::mem::take(&mut model.board))),
        Slot::Name => Some(Kept::Name(std::mem::take(&mut model.name))),
    }
}

fn put(model: &mut Model, kept: Kept) {
    match kept {
        Kept::Compare(c) => model.compare = Some(c),
        Kept::Results(r) => model.results = Some(r),
        Kept::Coverage(c) => model.coverage = Some(c),
        Kept::Notes(n) => model.notes = n,
        Kept::Journal(j) => model.journal = j,
        Kept::Board(b) => model.board = b,
        Kept::Name(n) => model.name = n,
    }
}
