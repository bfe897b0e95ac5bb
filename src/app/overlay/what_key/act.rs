//! Asking what keys do.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::model::Model;
use crate::app::overlay::state::Overlay;
use crate::app::overlay::what_key::meanings::meanings;

/// Opens the page that waits for keys.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::WhatKey { pressed: Vec::new() });
    Vec::new()
}

/// A key was pressed to be told: it goes on from those before it where they begin
/// something with it, else it begins anew.
pub(crate) fn pressed(model: &mut Model, mut before: Vec<Key>, key: Key) -> Vec<Effect> {
    before.push(key);
    let pressed = if meanings(&model.keymap, &before, model.lang()).is_empty() { vec![key] } else { before };
    model.overlays.push(Overlay::WhatKey { pressed });
    Vec::new()
}
