//! The mouse: the wheel scrolls what is under it, a click does what Enter or
//! moving there would do. Nothing needs it.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Pointer;
use crate::app::panes::Screen;
use crate::app::panes::{Pane, Panes, chrome};
use crate::app::screen::compare::act as compare;
use crate::app::screen::coverage::act as coverage;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::list::act as list;
use crate::app::screen::results::act as search;

const WHEEL: isize = 3;

/// The mouse did something at a cell.
pub(crate) fn pointer(model: &mut Model, what: Pointer, x: u16, y: u16) -> Vec<Effect> {
    model.touched = true;
    let by = match what {
        Pointer::WheelDown => WHEEL,
        Pointer::WheelUp => -WHEEL,
        Pointer::Click => 0,
    };
    if !model.overlays.is_empty() {
        return Vec::new();
    }
    match model.screen {
        Screen::Compare => {
            if by != 0 {
                compare::scroll(model, by);
            } else {
                compare::side(model, x >= model.size.width / 2);
            }
            Vec::new()
        }
        Screen::Results => {
            let (_, body, ..) = chrome(model.size, model.status_rows());
            if by != 0 {
                search::step_row(model, by);
            } else if let (Some(r), true) = (&mut model.results, body.holds(x, y)) {
                let row = r.top + usize::from(y - body.y).saturating_sub(1);
                if row == r.cursor {
                    return search::open_hit(model);
                }
                r.cursor = row.min(r.len().saturating_sub(1));
            }
            Vec::new()
        }
        Screen::Notes => {
            model.notes.step(by.signum());
            Vec::new()
        }
        Screen::Journal => {
            model.journal.step(by, &model.triage);
            Vec::new()
        }
        Screen::Board => {
            model.board.step(by.signum());
            Vec::new()
        }
        Screen::Name => {
            model.name.step(by.signum());
            Vec::new()
        }
        Screen::Matrix | Screen::Timeline => {
            coverage::pointer(model, by, x, y);
            Vec::new()
        }
        Screen::Main => main(model, by, x, y),
    }
}

fn main(model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
    let panes = Panes::of(model.size, model.layout());
    let Some(pane) = panes.at(x, y) else { return Vec::new() };
    let row = usize::from(y - panes.area(pane).y).checked_sub(1);
    if by != 0 {
        match pane {
            Pane::Article => {
                model.article.scroll(by);
            }
            Pane::List => {
                let last = model.list.rows.len().saturating_sub(usize::from(panes.list.height.saturating_sub(1)));
                model.list.top = model.list.top.saturating_add_signed(by).min(last);
                let height = usize::from(panes.list.height.saturating_sub(1)).max(1);
                model.list.cursor = model.list.cursor.clamp(model.list.top, model.list.top + height - 1);
            }
            Pane::Entities => model.entities.step(by),
        }
        return Vec::new();
    }
    let was = model.focus;
    let effects = if was == pane { Vec::new() } else { article::focus(model, pane) };
    match (pane, row) {
        (Pane::List, Some(row)) => {
            let row = model.list.top + row;
            if row >= model.list.rows.len() {
                return effects;
            }
            if row == model.list.cursor && was == Pane::List {
                return list::open(model);
            }
            model.list.go_to_row(row);
            article::preview(model);
        }
        (Pane::Entities, Some(row)) => {
            let row = model.entities.top + row;
            if row == model.entities.cursor && was == Pane::Entities {
                return article::mention(model, true);
            }
            model.entities.go_to_row(row);
        }
        _ => {}
    }
    effects
}
