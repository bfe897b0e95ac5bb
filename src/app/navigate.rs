//! Going somewhere: to an article and a place in it, to a pane. What several
//! screens need, below them all.

use crate::app::effect::Effect;
use crate::app::jumps::Jump;
use crate::app::model::Model;
use crate::app::panes::{Pane, Screen};
use crate::app::screen::main::article::view::shows;
use crate::app::screen::main::list::filter::Filter;
use crate::app::session::Session;
use crate::app::{candidates, listing, record, way_back as way};
use crate::corpus::{DocId, DocKey};
use crate::search::Query;
use crate::text::Span;
use crate::words::msg;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Shows a document in the article pane; does not mark it as read.
pub(crate) fn show(model: &mut Model, id: DocId) {
    if model.article.document == Some(id) {
        return;
    }
    remember(model);
    let Some(key) = model.library.key(id) else { return };
    model.article.open(id, key);
    model.entities.reset();
    fill_entities(model);
}

/// Shows no document in the article pane.
pub(crate) fn show_nothing(model: &mut Model) {
    remember(model);
    model.article.document = None;
    model.entities.reset();
}

/// Keeps the place in the open article.
pub(crate) fn remember(model: &mut Model) {
    if let Some(key) = model.article.document.and_then(|d| model.library.key(d)) {
        model.article.remember(key);
    }
}

/// Fills the sidebar for the open article, once its names are known.
pub(crate) fn fill_entities(model: &mut Model) {
    let Some(names) = model.article.document.and_then(|d| model.library.names_in(d)) else { return };
    let library = &model.library;
    model.entities.rebuild(names, &|e| library.is_hidden(e));
}

/// The article pane follows the list's cursor; beside the head of a group it
/// shows the first of it.
pub(crate) fn preview(model: &mut Model) -> Vec<Effect> {
    if let Some(id) = model.list.leading() {
        show(model, id);
    }
    Vec::new()
}

/// Moves the focus; reading begins when it comes to the article.
pub(crate) fn focus(model: &mut Model, pane: Pane) -> Vec<Effect> {
    model.focus = pane;
    model.article.selection = None;
    if pane == Pane::List && model.queue.take().is_some() {
        // The list is where the queue was opened: no step back is left over.
        way::forget_below(model);
    }
    model.list.range_from = None;
    if pane == Pane::List { Vec::new() } else { record::mark_read(model) }
}

/// Opens a document: list, article and focus go there; the place left can be
/// come back to.
pub(crate) fn open(model: &mut Model, id: DocId) -> Vec<Effect> {
    depart(model);
    arrive(model, id)
}

/// The same; a filter that hides the document is taken off.
pub(crate) fn open_revealed(model: &mut Model, id: DocId) -> Vec<Effect> {
    depart(model);
    reveal(model, id);
    arrive(model, id)
}

fn arrive(model: &mut Model, id: DocId) -> Vec<Effect> {
    model.list.go_to(id);
    show(model, id);
    focus(model, Pane::Article)
}

/// Leaves the place for another one of the main screen: within that screen a
/// jump, from another one a view more.
pub(crate) fn depart(model: &mut Model) {
    if model.screen != Screen::Main {
        return way::enter(model, Screen::Main);
    }
    if let Some(place) = place(model) {
        model.jumps.leave(place);
    }
}

/// Shows the main screen, over the one that is shown.
pub(crate) fn to_main(model: &mut Model) {
    if model.screen != Screen::Main {
        way::enter(model, Screen::Main);
    }
}

/// The place in the open article, to come back to by a jump.
pub(crate) fn place(model: &Model) -> Option<Jump> {
    let document = model.article.document?;
    Some(Jump { document, anchor: model.article.anchor, focus: model.focus })
}

pub(crate) fn open_document(model: &Model) -> Option<std::sync::Arc<crate::corpus::Document>> {
    model.article.document.and_then(|d| model.library.corpus.get(d)).cloned()
}

/// Opens a document at a span, highlighted.
pub(crate) fn open_at(model: &mut Model, id: DocId, span: Span) -> Vec<Effect> {
    let effects = open(model, id);
    light(model, id, span);
    effects
}

/// The same; a filter that hides the document is taken off.
pub(crate) fn open_at_revealed(model: &mut Model, id: DocId, span: Span) -> Vec<Effect> {
    let effects = open_revealed(model, id);
    light(model, id, span);
    effects
}

/// Lights a span of the document that is open.
pub(crate) fn light(model: &mut Model, id: DocId, span: Span) {
    let document = model.library.corpus.get(id).cloned();
    if let Some(document) = document
        && !shows(&document, model.article.view, span)
    {
        model.article.show_taken_out();
    }
    model.article.highlighted = Some(span);
    model.article.reveal = Some(span);
}

/// Sets or removes the filter; an expression that cannot be read is said and
/// changes nothing. Without it the list stands as it stood before, unless the reader
/// went on from where the filter put him.
pub(crate) fn narrow(model: &mut Model, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    if text.trim().is_empty() {
        let Some(filter) = model.filter.take() else { return Vec::new() };
        let left_there = filter.put.is_some_and(|put| put.1 == model.focus && model.list.is_at(&put.0));
        listing::rebuild(model);
        model.say(lang.text(msg::LISTING_FILTER_REMOVED));
        if let Some(place) = filter.before.filter(|_| left_there) {
            model.list.come_back(*place);
            return preview(model);
        }
        return if model.article.document.is_none() { preview(model) } else { Vec::new() };
    }
    match Query::parse_with(text, candidates::query_options(model)) {
        Ok(query) => {
            // Until the answer is there the list stays as it is.
            let passing = Arc::new(model.list.documents().collect());
            let before = match model.filter.take() {
                Some(filter) => filter.before,
                None => Some(Box::new(model.list.place())),
            };
            model.filter = Some(Filter { passing, asked: true, before, ..Filter::new(text.trim().to_owned(), query) });
            model.list.just_judged.clear();
            listing::refilter(model)
        }
        Err(e) => {
            let why = lang.say(&e.sentence);
            model.warn(lang.say(msg::listing_filter_unchanged(&why)));
            Vec::new()
        }
    }
}

/// Takes the filter off when it hides the document.
pub(crate) fn reveal(model: &mut Model, id: DocId) {
    if model.filter.is_some() && !model.list.go_to(id) {
        narrow(model, "");
    }
}

/// Puts the cursor on the first row of the list: a story where they are folded.
pub(crate) fn first_row(model: &mut Model) {
    model.list.begin();
    preview(model);
}

/// Ticks what was ticked when the program was left, as soon as it is there.
pub(crate) fn restore_ticks(model: &mut Model) {
    if model.choices.picking {
        return;
    }
    let library = &model.library;
    let (there, coming): (BTreeSet<DocKey>, _) =
        std::mem::take(&mut model.ticks_to_come).into_iter().partition(|key| library.by_key(key).is_some());
    model.ticks_to_come = coming;
    model.list.ticked.extend(there.iter().flat_map(|key| library.all_by_key(key)));
}

/// All is there, or the reader let go of all ticks: none is to come.
pub(crate) fn wait_for_no_ticks(model: &mut Model) {
    if !model.choices.picking {
        model.ticks_to_come.clear();
    }
}

/// Goes back to where the reader was, as soon as that document is there.
pub(crate) fn restore(model: &mut Model) {
    let Some(Session { document: Some(key), on_head, .. }) = &model.wanted else { return };
    let (on_head, Some(id)) = (*on_head, model.library.by_key(key)) else { return };
    model.wanted = None;
    if model.touched {
        return;
    }
    model.restored = true;
    model.list.go_to(id);
    show(model, id);
    model.head_wanted = on_head.then_some(id);
    restore_head(model);
}

/// Folds the story whose head the cursor was on when the program was left, once the stories
/// are there.
pub(crate) fn restore_head(model: &mut Model) {
    let Some(id) = model.head_wanted.filter(|_| model.loading.grouped) else { return };
    model.head_wanted = None;
    if !model.touched && model.focus == Pane::List && model.list.document() == Some(id) {
        model.list.fold(true);
        preview(model);
    }
}
