//! [`prepare`]: fills layouts and clamps scrolls before a frame is drawn; the
//! only writer besides update.

use crate::app::area::Size;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::panes::{Panes, TWO_FROM, chrome, prose};
use crate::app::screen::compare::rows::{CompareLayout, Presentation};
use crate::app::screen::compare::state::{Compare, LayoutKey as CompareKey};
use crate::app::screen::coverage::areas as coverage;
use crate::app::screen::main::article::rows::ArticleLayout;
use crate::app::screen::main::article::state::LayoutKey;
use crate::app::screen::main::article::view::View;
use std::sync::Arc;

/// Columns of the gutter between the two sides of a comparison.
pub const GUTTER: u16 = 5;
/// Rows of the comparison's own header.
pub const COMPARE_HEAD: u16 = 3;
/// The maps under a comparison go below this height.
const MAPS_FROM: u16 = 18;

/// Brings the model to a state that can be drawn at its size.
pub fn prepare(model: &mut Model) {
    match model.screen {
        Screen::Main => {
            let panes = Panes::of(model.size, model.layout());
            model.list.clamp(usize::from(panes.list.height.saturating_sub(1)));
            model.entities.clamp(usize::from(panes.entities.height.saturating_sub(1)));
            article(model, panes.article.width, panes.article.height);
        }
        Screen::Compare => compare(model),
        Screen::Matrix | Screen::Timeline => {
            let (_, body, ..) = chrome(model.size, model.status_rows());
            let table = coverage::areas(body).table;
            if let Some(c) = &mut model.coverage {
                let columns = coverage::columns(table.width, c.reports().len());
                c.clamp(coverage::fact_rows(table.height), columns.shown);
                c.clamp_line(usize::from(table.height.saturating_sub(coverage::TIMELINE_HEAD)));
            }
        }
        Screen::Results => {
            let (_, body, ..) = chrome(model.size, model.status_rows());
            if let Some(r) = &mut model.results {
                let height = usize::from(body.height.saturating_sub(1));
                r.clamp(height);
                r.look_up(height, &model.library.corpus);
            }
        }
        Screen::Notes => notes(model),
        Screen::Journal => {
            let (_, body, ..) = chrome(model.size, model.status_rows());
            model.journal.clamp(usize::from(body.height.saturating_sub(1)), model.triage.len());
        }
        Screen::Board => {
            let (_, body, ..) = chrome(model.size, model.status_rows());
            crate::app::screen::board::act::fill(model);
            let columns = crate::app::screen::board::state::columns(model.size.width);
            model.board.clamp(columns, usize::from(body.height.saturating_sub(1)));
        }
        Screen::Name => {
            let (_, body, ..) = chrome(model.size, model.status_rows());
            crate::app::screen::name::state::fill(model, body.width);
            model.name.clamp(usize::from(body.height.saturating_sub(1)));
        }
    }
}

fn notes(model: &mut Model) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    // Articles that arrive give their titles to notes.
    let made_of = Some((model.library.corpus.len(), model.triage.len()));
    if model.notes.made_of != made_of {
        let items = crate::app::screen::notes::state::items(model);
        model.notes.set_items(items);
        model.notes.made_of = made_of;
    }
    model.notes.clamp(usize::from(body.height.saturating_sub(1)));
}

/// What people said of the open document, when the journal grew.
fn margin(model: &mut Model, id: crate::corpus::DocId) {
    let of = (id, model.triage.len());
    if model.article.margin_of == Some(of) || model.library.corpus.get(id).is_none() {
        return;
    }
    model.article.margin_of = Some(of);
    let margin = crate::app::screen::main::article::annotations::of(model, id);
    if *model.article.margin != margin {
        model.article.margin = Arc::new(margin);
        model.article.margin_revision += 1;
    }
}

fn article(model: &mut Model, width: u16, height: u16) {
    let Some(id) = model.article.document else { return };
    if width == 0 {
        return;
    }
    margin(model, id);
    // The marked view has names of kinds where the margin was.
    let (_, columns) = prose(width, model.choices.measure);
    let columns = match model.article.view {
        View::Clean => columns,
        View::Marked | View::Raw => width.saturating_sub(2).min(model.choices.measure + 12),
    };
    let columns = match model.article.view {
        View::Raw => columns.saturating_sub(5),
        _ => columns,
    };
    let columns = usize::from(columns.max(1));
    let key = LayoutKey {
        document: id,
        view: model.article.view,
        width: columns,
        lang: model.choices.lang,
        margin: model.article.margin_revision,
    };
    model.article.height = usize::from(height.saturating_sub(1));
    if model.article.layout.as_ref().is_none_or(|(k, _)| *k != key) {
        let (Some(document), Some(card)) = (model.library.corpus.get(id), model.library.card(id)) else { return };
        let layout = Arc::new(ArticleLayout::new(document, &card, key.view, columns, key.lang, &model.article.margin));
        let top = if model.article.anchor == 0 { 0 } else { layout.row_of(model.article.anchor) };
        model.article.layout = Some((key, layout));
        let anchor = model.article.anchor;
        model.article.set_top(top);
        // The place in the text is kept, not the row it happened to be on.
        if anchor != 0 && model.article.top == top {
            model.article.anchor = anchor;
        }
    }
    if let Some(span) = model.article.reveal.take() {
        model.article.show(span);
    }
    // A taller screen may show the end of the text.
    let last = model.article.rows().map_or(0, |l| l.rows.len().saturating_sub(model.article.height.max(1)));
    model.article.top = model.article.top.min(last);
}

/// Columns of one side of a comparison, and whether the sides are stacked.
pub fn compare_columns(width: u16, presentation: Presentation) -> (u16, bool) {
    let stacked = presentation == Presentation::Stacked || width < TWO_FROM;
    if stacked {
        (width.saturating_sub(6).min(78), true)
    } else {
        ((width.saturating_sub(GUTTER + 2) / 2).min(78), false)
    }
}

/// A third text stands beside the two from here.
pub const THREE_TEXTS_FROM: u16 = 160;

/// Whether the third text is on the screen.
pub fn shows_third(width: u16, c: &Compare) -> bool {
    width >= THREE_TEXTS_FROM && c.presentation == Presentation::Columns && c.third_result().is_some()
}

/// Columns of a side where three texts stand side by side.
pub fn third_columns(width: u16) -> u16 {
    (width.saturating_sub(2 * GUTTER + 3) / 3).min(72)
}

/// Rows of the maps under a comparison, one for each text.
pub fn compare_maps(size: Size, c: &Compare) -> u16 {
    if size.height < MAPS_FROM { 0 } else { 2 + u16::from(shows_third(size.width, c)) }
}

fn compare(model: &mut Model) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return };
    c.height = usize::from(body.height.saturating_sub(COMPARE_HEAD + compare_maps(model.size, c)));
    let (columns, stacked) = compare_columns(model.size.width, c.presentation);
    let third = c.third_result().filter(|_| shows_third(model.size.width, c)).cloned();
    let columns = if third.is_some() { third_columns(model.size.width) } else { columns };
    let width = usize::from(columns.max(1));
    let key = CompareKey { a: c.a, b: c.b, width, stacked, fold: c.fold, third: third.as_ref().map(|t| t.b.id) };
    let Some(result) = c.result.clone() else { return };
    if c.layout.as_ref().is_none_or(|(k, _)| *k != key) {
        // The pair at the top stays at the top.
        let pair = c.rows().and_then(|l| l.pair_at(c.top));
        let (a, b) = (&result.a.document, &result.b.document);
        let layout = match &third {
            Some(t) => CompareLayout::three([a, b, &t.b.document], &result.pairs, &t.pairs, width),
            None => CompareLayout::new(a, b, &result.pairs, width, stacked, key.fold),
        };
        let row = pair.and_then(|p| layout.row_of_pair.get(p)).copied().unwrap_or(0);
        c.top = row;
        let other = c.layout.as_ref().is_none_or(|(k, _)| k.third != key.third);
        c.layout = Some((key, Arc::new(layout)));
        if other {
            c.find_items(third.as_deref(), lang);
        }
        if c.current.is_some() {
            c.show_current();
        }
    }
    c.show_wanted();
    let last = c.rows().map_or(0, |l| l.rows.len().saturating_sub(c.height.max(1)));
    c.top = c.top.min(last);
}
