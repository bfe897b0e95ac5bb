//! The mouse on the main screen.

use crate::app::effect::Effect;
use crate::app::grip::Grip;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::panes::{Pane, Panes, article_text, list_base, names_base};
use crate::app::screen::main::article::dragged;
use crate::app::screen::main::article::state::Selection;
use crate::app::screen::main::entities::act as entities;
use crate::app::screen::main::list::act as list;
use crate::app::verb::export;
use crate::text::Span;

fn panes(model: &Model) -> Panes {
    Panes::of(model.size, model.layout())
}

/// The byte of the open article under a cell, or the nearest one within its pane.
fn byte_under(model: &Model, x: u16, y: u16) -> Option<usize> {
    let pane = panes(model).article;
    let document = model.library.corpus.get(model.article.document?)?;
    let layout = model.article.rows()?;
    let (from, columns) = article_text(model.article.view, pane.width, model.choices.measure);
    // The first row of the pane is its name.
    let row = usize::from(y.saturating_sub(pane.y + 1)).min(model.article.height.saturating_sub(1));
    let column = usize::from(x.saturating_sub(pane.x + from));
    let justified = model.choices.typography.justified.then_some(columns.into());
    Some(dragged::byte_at(layout, document, model.article.top + row, column, justified))
}

/// What a button that is pressed at a cell holds.
pub(super) fn grip(model: &Model, x: u16, y: u16) -> Option<Grip> {
    let panes = panes(model);
    if panes.body.holds(x, y) {
        if panes.rules[0] == Some(x) {
            return Some(Grip::ListBorder);
        }
        if panes.rules[1] == Some(x) {
            return Some(Grip::NamesBorder);
        }
    }
    let text = panes.article.split_top(1).1;
    text.holds(x, y).then(|| byte_under(model, x, y)).flatten().map(Grip::Passage)
}

/// Moves a border, or the end of a passage.
pub(super) fn drag(model: &mut Model, grip: Grip, x: u16, y: u16) {
    let Panes { body, article, .. } = panes(model);
    let wide = |columns: u16, base: u16| (i32::from(columns) - i32::from(base)).clamp(-100, 200) as i16;
    match grip {
        Grip::Compared(_) => {}
        Grip::ListBorder => model.list_delta = wide(x.saturating_sub(body.x), list_base(model.size.width)),
        Grip::NamesBorder => {
            model.names_delta = wide(body.right().saturating_sub(x + 1), names_base(model.size.width));
        }
        Grip::Passage(from) => {
            // At an edge of the pane the text moves on.
            if y <= article.y {
                model.article.scroll(-1);
            } else if y + 1 >= article.bottom() {
                model.article.scroll(1);
            }
            let Some(to) = byte_under(model, x, y) else { return };
            let span = Span::new(from.min(to), from.max(to));
            model.article.selection =
                (!span.is_empty()).then_some(Selection { span, extending: true, at_start: to < from });
        }
    }
}

/// What was dragged is let go: a passage is copied, without what the screen put
/// between its words.
pub(super) fn let_go(model: &mut Model, grip: Grip) -> Vec<Effect> {
    let Grip::Passage(_) = grip else { return Vec::new() };
    let Some(selection) = model.article.selection else { return Vec::new() };
    let Some(document) = navigate::open_document(model) else { return Vec::new() };
    let words = dragged::words(&document, model.article.view, selection.span);
    export::copy(model, words)
}

/// The wheel scrolls what is under it, a click does what Enter or moving there
/// would do.
pub(crate) fn pointer(model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
    let panes = Panes::of(model.size, model.layout());
    let Some(pane) = panes.at(x, y) else { return Vec::new() };
    let row = usize::from(y - panes.area(pane).y).checked_sub(1);
    if by != 0 {
        match pane {
            Pane::Article => {
                model.article.scroll(by);
            }
            Pane::List => {
                model.list.wheel(by);
            }
            Pane::Entities => model.entities.step(by),
        }
        return Vec::new();
    }
    model.article.selection = None;
    let was = model.focus;
    let effects = if was == pane { Vec::new() } else { navigate::focus(model, pane) };
    match (pane, row) {
        (Pane::List, Some(row)) => {
            let Some(row) = model.list.row_at(row) else { return effects };
            if row == model.list.cursor && was == Pane::List {
                return list::open(model);
            }
            model.list.go_to_row(row);
            navigate::preview(model);
        }
        (Pane::Entities, Some(row)) => {
            let row = model.entities.top + row;
            if row == model.entities.cursor && was == Pane::Entities {
                return entities::mention(model, true);
            }
            model.entities.go_to_row(row);
        }
        _ => {}
    }
    effects
}
