//! The mouse: the wheel scrolls what is under it, a click does what Enter or
//! moving there would do, dragging chooses a passage within its pane or moves a
//! border. Nothing needs it.

use crate::app::action::{Context, Overlay as OverlayAction};
use crate::app::area::Area;
use crate::app::dispatch::{perform, perform_in};
use crate::app::effect::Effect;
use crate::app::grip::Grip;
use crate::app::model::Model;
use crate::app::msg::Pointer;
use crate::app::overlay::act::{self as overlay, Outcome};
use crate::app::overlay::export::layout;
use crate::app::overlay::nearest::{HEAD_ROWS, TEXT_ROWS};
use crate::app::overlay::state::Overlay;
use crate::app::overlay::{settings, versions};
use crate::app::screen::here;

const WHEEL: isize = 3;

/// The mouse did something at a cell.
pub(crate) fn pointer(model: &mut Model, what: Pointer, x: u16, y: u16) -> Vec<Effect> {
    model.touched = true;
    if !matches!(what, Pointer::Drag | Pointer::Release) {
        model.typed.early = None;
    }
    if !model.overlays.is_empty() {
        model.grip = None;
        return on_overlay(model, what, x, y);
    }
    let here = here::of(model);
    match what {
        Pointer::WheelDown => here.pointer(model, WHEEL, x, y),
        Pointer::WheelUp => here.pointer(model, -WHEEL, x, y),
        Pointer::Click => {
            model.grip = here.grip(model, x, y);
            if matches!(model.grip, Some(Grip::ListBorder | Grip::NamesBorder)) {
                return Vec::new();
            }
            here.pointer(model, 0, x, y)
        }
        Pointer::Drag => match model.grip {
            Some(grip) => here.drag(model, grip, x, y),
            None => Vec::new(),
        },
        Pointer::Release => match model.grip.take() {
            Some(grip) => here.drop_grip(model, grip),
            None => Vec::new(),
        },
    }
}

/// Where the rows of an overlay that one chooses from stand, how many of them one
/// entry takes, the entry at the top and how many there are.
struct ChoiceRows {
    area: Area,
    each: u16,
    top: usize,
    entries: usize,
    cursor: usize,
}

/// What the overlay on top offers to a click.
fn choice_rows(model: &Model) -> Option<ChoiceRows> {
    let size = model.size;
    let below = |area: Area, rows: u16| area.split_top(rows).1;
    // A list under its line of input begins two rows below it.
    let picker = |rows: usize, least: u16, cursor: usize| {
        let area = below(Area::window(size, (rows + 2).max(least.into()) as u16), 2);
        let top = cursor.saturating_sub(usize::from(area.height).saturating_sub(1));
        ChoiceRows { area, each: 1, top, entries: rows, cursor }
    };
    let listed = |area: Area, entries: usize, cursor: usize| {
        let top = crate::app::scroll::follow(0, cursor, usize::from(area.height).max(1), entries);
        ChoiceRows { area, each: 1, top, entries, cursor }
    };
    match model.overlays.last()? {
        Overlay::Palette(p) => Some(picker(p.entries.len(), 6, p.cursor)),
        Overlay::GoTo(g) => Some(picker(g.results.as_ref().map_or(0, |r| r.best.len()), 14, g.cursor)),
        Overlay::Commands { cursor } => {
            let entries = model.choices.commands.len();
            Some(listed(Area::window(size, entries.max(3) as u16), entries, *cursor))
        }
        Overlay::Settings { cursor } => {
            let entries = model.settings.settings.len();
            let area = Area::window(size, settings::rows(entries));
            Some(listed(area.split_top(settings::list_rows(area.height)).0, entries, *cursor))
        }
        Overlay::OneToMany { found: Some(found), cursor, .. } => {
            let area = below(Area::window(size, found.len() as u16 + 3), 1);
            Some(listed(area, found.len(), *cursor))
        }
        Overlay::Versions(list) => {
            let rows = list.versions.len();
            let area = below(Area::window(size, rows as u16 + versions::HEAD_ROWS), versions::HEAD_ROWS);
            Some(listed(area, rows, list.cursor))
        }
        Overlay::Nearest { nearest, cursor } => {
            let (each, entries) = (TEXT_ROWS + 1, nearest.found.len());
            let area = below(Area::window(size, entries as u16 * each + HEAD_ROWS), HEAD_ROWS);
            let fits = usize::from(area.height / each).max(1);
            let top = crate::app::scroll::follow(0, *cursor, fits, entries);
            Some(ChoiceRows { area, each, top, entries, cursor: *cursor })
        }
        Overlay::Prompt(_)
        | Overlay::Export(_)
        | Overlay::Marks { .. }
        | Overlay::Help { .. }
        | Overlay::OneToMany { .. }
        | Overlay::WhatKey { .. }
        | Overlay::Page { .. } => None,
    }
}

/// The wheel scrolls the overlay on top; a click goes to the entry under it, and
/// on the entry under the cursor it chooses.
fn on_overlay(model: &mut Model, what: Pointer, x: u16, y: u16) -> Vec<Effect> {
    let times = |model: &mut Model, action, n: usize| -> Vec<Effect> {
        let once = |_| {
            let outcome = overlay::act(model, action);
            done(model, outcome)
        };
        (0..n).flat_map(once).collect()
    };
    match what {
        Pointer::WheelDown => times(model, OverlayAction::NextLine, WHEEL.unsigned_abs()),
        Pointer::WheelUp => times(model, OverlayAction::PreviousLine, WHEEL.unsigned_abs()),
        Pointer::Click => {
            if let Some(Overlay::Export(menu)) = model.overlays.last() {
                let chosen = layout::at(model, menu, x, y);
                return chosen
                    .map_or_else(Vec::new, |(action, number)| perform_in(model, Context::Export, action, number));
            }
            let Some(rows) = choice_rows(model).filter(|r| r.area.holds(x, y)) else { return Vec::new() };
            let entry = rows.top + usize::from((y - rows.area.y) / rows.each);
            if entry >= rows.entries {
                return Vec::new();
            }
            let (by, action) = match entry.checked_sub(rows.cursor) {
                Some(0) => (1, OverlayAction::Accept),
                Some(down) => (down, OverlayAction::NextLine),
                None => (rows.cursor - entry, OverlayAction::PreviousLine),
            };
            times(model, action, by)
        }
        Pointer::Drag | Pointer::Release => Vec::new(),
    }
}

fn done(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Done(effects) => effects,
        Outcome::Do(action) => perform(model, action, None),
    }
}
