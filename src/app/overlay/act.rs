//! What lies on top has the keys: it is moved through, typed into, accepted or
//! closed.

use crate::app::action::{Action, Choice, Overlay as OverlayAction};
use crate::app::effect::Effect;
use crate::app::key::{self, Key};
use crate::app::model::Model;
use crate::app::overlay::picker::act::Chosen;
use crate::app::overlay::picker::state::PaletteItem;
use crate::app::overlay::prompt::edit::edit;
use crate::app::overlay::state::Overlay;
use crate::app::overlay::{export, help, marks, nearest, one_to_many, picker, prompt, settings, versions, what_key};
use crate::app::refusal::refusal;
use crate::app::verb::command;
use crate::words::msg;

/// What comes of an action on an overlay.
pub(crate) enum Outcome {
    /// It was done.
    Done(Vec<Effect>),
    /// An action was chosen; whoever carries out actions is to do it.
    Do(Action),
}

/// Does something on the overlay on top.
pub(crate) fn act(model: &mut Model, action: OverlayAction) -> Outcome {
    let Some(overlay) = model.overlays.pop() else { return Outcome::Done(Vec::new()) };
    let effects = match action {
        OverlayAction::Accept => return accept(model, overlay),
        OverlayAction::Cancel => cancel(model, &overlay),
        OverlayAction::NextLine => step(model, overlay, 1),
        OverlayAction::PreviousLine => step(model, overlay, -1),
        OverlayAction::SomeLinesDown => step(model, overlay, 5),
        OverlayAction::SomeLinesUp => step(model, overlay, -5),
        OverlayAction::TenLinesDown => step(model, overlay, 10),
        OverlayAction::TenLinesUp => step(model, overlay, -10),
        OverlayAction::FirstLine => step(model, overlay, isize::MIN / 2),
        OverlayAction::LastLine => step(model, overlay, isize::MAX / 2),
        OverlayAction::NextItem => step(model, overlay, 1),
        OverlayAction::PreviousItem => step(model, overlay, -1),
        OverlayAction::Complete => match overlay {
            Overlay::Prompt(p) => prompt::act::complete(model, p),
            other => keep(model, other),
        },
        OverlayAction::WriteInEditor => match overlay {
            Overlay::Prompt(p) => prompt::act::in_editor(model, p),
            other => keep(model, other),
        },
        OverlayAction::BesideBoth => match overlay {
            Overlay::OneToMany { found, cursor, .. } => one_to_many::act::beside(model, &found, cursor),
            other => keep(model, other),
        },
        OverlayAction::PinCandidate => match overlay {
            Overlay::Nearest { nearest, cursor } => nearest::act::pin(model, &nearest, cursor),
            other => keep(model, other),
        },
        OverlayAction::BackFromMark => match overlay {
            Overlay::Marks { set } => marks::act::back(model, set),
            other => keep(model, other),
        },
        OverlayAction::NextValue => on_settings(model, overlay, |model| settings::act::change(model, true)),
        OverlayAction::PreviousValue => on_settings(model, overlay, |model| settings::act::change(model, false)),
        OverlayAction::ResetSetting => on_settings(model, overlay, settings::act::reset),
        OverlayAction::EditSettings => on_settings(model, overlay, settings::act::edit),
        OverlayAction::RenameFile => match overlay {
            Overlay::Export(menu) => export::act::ask_name(model, menu),
            other => keep(model, other),
        },
    };
    Outcome::Done(effects)
}

/// Does something with the setting under the cursor; the list stays.
fn on_settings(model: &mut Model, overlay: Overlay, act: impl FnOnce(&mut Model) -> Vec<Effect>) -> Vec<Effect> {
    model.overlays.push(overlay);
    act(model)
}

/// Chooses in the export menu; `number` is that of a template.
pub(crate) fn choose(model: &mut Model, action: Choice, number: Option<usize>) -> Vec<Effect> {
    let Some(mut overlay) = model.overlays.pop() else { return Vec::new() };
    if let Overlay::Export(menu) = &mut overlay {
        export::act::choose(model, menu, action, number);
    }
    keep(model, overlay)
}

fn keep(model: &mut Model, overlay: Overlay) -> Vec<Effect> {
    model.overlays.push(overlay);
    Vec::new()
}

/// The same, and says that the key does nothing there.
fn keep_idle(model: &mut Model, overlay: Overlay, key: &str) -> Vec<Effect> {
    model.say(model.lang().say(msg::overlay_does_nothing(key)));
    keep(model, overlay)
}

/// What Enter would choose is not there.
fn nothing_chosen(model: &mut Model, overlay: Overlay) -> Vec<Effect> {
    model.overlays.push(overlay);
    let key = model.keymap.key_of(model.context(), Action::Accept).unwrap_or_default();
    model.say(model.lang().say(msg::overlay_does_nothing(key)));
    Vec::new()
}

fn accept(model: &mut Model, overlay: Overlay) -> Outcome {
    Outcome::Done(match overlay {
        Overlay::Prompt(p) => prompt::act::answer(model, &p),
        Overlay::Palette(p) => match p.entries.get(p.cursor).map(|e| e.does) {
            Some(PaletteItem::Action(action)) => return Outcome::Do(action),
            Some(PaletteItem::Command(n)) => command::run(model, n),
            None => nothing_chosen(model, Overlay::Palette(p)),
        },
        // Where there is nothing to choose among, what it says was read.
        Overlay::Commands { .. } if model.choices.commands.is_empty() => Vec::new(),
        Overlay::Commands { cursor } => command::run(model, cursor),
        Overlay::GoTo(g) => match picker::act::choose(model, &g) {
            Chosen::Action(action) => return Outcome::Do(action),
            Chosen::Gone(effects) => effects,
            Chosen::Nothing => nothing_chosen(model, Overlay::GoTo(g)),
        },
        Overlay::Settings { .. } => on_settings(model, overlay, |model| settings::act::change(model, true)),
        Overlay::Export(menu) => export::act::hand_over(model, menu),
        Overlay::OneToMany { ref found, cursor, .. } if one_to_many::act::at(found, cursor).is_none() => {
            nothing_chosen(model, overlay)
        }
        Overlay::OneToMany { found, cursor, .. } => one_to_many::act::choose(model, &found, cursor),
        Overlay::Versions(list) if list.pair().is_none() => Vec::new(),
        Overlay::Versions(list) => versions::act::choose(model, &list),
        Overlay::Nearest { nearest, cursor } => nearest::act::choose(model, &nearest, cursor),
        Overlay::Marks { .. } | Overlay::Help { .. } | Overlay::Page { .. } | Overlay::WhatKey { .. } => Vec::new(),
    })
}

fn cancel(model: &mut Model, overlay: &Overlay) -> Vec<Effect> {
    match overlay {
        Overlay::Prompt(p) => return prompt::act::cancel(model, p),
        Overlay::Marks { .. } => marks::act::end(model),
        Overlay::Palette(_)
        | Overlay::GoTo(_)
        | Overlay::Export(_)
        | Overlay::Commands { .. }
        | Overlay::Settings { .. }
        | Overlay::Help { .. }
        | Overlay::OneToMany { .. }
        | Overlay::Versions(_)
        | Overlay::Nearest { .. }
        | Overlay::WhatKey { .. }
        | Overlay::Page { .. } => {}
    }
    Vec::new()
}

fn step(model: &mut Model, mut overlay: Overlay, by: isize) -> Vec<Effect> {
    if let Overlay::Prompt(p) = overlay {
        return prompt::act::recall(model, p, by);
    }
    let moved = |cursor: usize, n: usize| cursor.saturating_add_signed(by).min(n.saturating_sub(1));
    match &mut overlay {
        Overlay::Palette(p) => p.cursor = moved(p.cursor, p.entries.len()),
        Overlay::GoTo(g) => {
            // Rows of an answer that is not there yet are counted when it is.
            let rows = if g.awaits { usize::MAX } else { g.results.as_ref().map_or(0, |r| r.best.len()) };
            g.cursor = moved(g.cursor, rows);
        }
        Overlay::OneToMany { found, cursor, .. } => *cursor = moved(*cursor, found.as_ref().map_or(0, |f| f.len())),
        Overlay::Versions(list) => list.cursor = moved(list.cursor, list.versions.len()),
        Overlay::Nearest { nearest, cursor } => *cursor = moved(*cursor, nearest.found.len()),
        Overlay::Commands { cursor } => *cursor = moved(*cursor, model.choices.commands.len()),
        Overlay::Settings { cursor } => *cursor = moved(*cursor, model.settings.settings.len()),
        // The last row is found when the page is laid out.
        Overlay::Page { top, .. } => *top = top.saturating_add_signed(by),
        Overlay::Help { context, input, top } => {
            *top = help::act::moved(model, *context, input.value(), *top, by);
        }
        Overlay::Export(menu) => {
            let n = menu.goods.len().max(1);
            menu.what = (menu.what as isize + by).rem_euclid(n as isize) as usize;
        }
        Overlay::Prompt(_) | Overlay::Marks { .. } | Overlay::WhatKey { .. } => {}
    }
    keep(model, overlay)
}

/// True when the overlay on top has a line of input.
pub(crate) fn takes_text(model: &Model) -> bool {
    model.overlays.last().is_some_and(|o| o.line().is_some())
}

/// A key that the table has no action for.
pub(crate) fn typed(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut overlay) = model.overlays.pop() else { return Vec::new() };
    let mut known = true;
    match &mut overlay {
        Overlay::Prompt(_) | Overlay::Marks { .. } | Overlay::WhatKey { .. } => {}
        Overlay::Palette(p) => {
            known = edit(&mut p.input, key);
            if known {
                p.rebuild(&model.choices.commands, &|a| refusal(model, a));
            }
        }
        Overlay::GoTo(g) => {
            if edit(&mut g.input, key) {
                let effects = picker::act::typed(model, g);
                model.overlays.push(overlay);
                return effects;
            }
            known = false;
        }
        Overlay::Help { input, top, .. } => {
            // People begin to search with a slash.
            let slash = key == Key::char('/') && input.value().is_empty();
            known = slash || edit(input, key);
            if known && !slash {
                *top = 0;
            }
        }
        Overlay::Export(_)
        | Overlay::Commands { .. }
        | Overlay::Settings { .. }
        | Overlay::OneToMany { .. }
        | Overlay::Versions(_)
        | Overlay::Nearest { .. }
        | Overlay::Page { .. } => known = false,
    }
    match overlay {
        Overlay::Prompt(p) => prompt::act::typed(model, p, key),
        Overlay::Marks { set } => marks::act::letter(model, set, key),
        Overlay::WhatKey { pressed } => what_key::act::pressed(model, pressed, key),
        other if known => keep(model, other),
        other => {
            let key = key::show(&[key], model.lang());
            keep_idle(model, other, &key)
        }
    }
}
