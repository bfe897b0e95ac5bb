//! Asking what keys do.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::model::Model;
use crate::app::overlay::state::Overlay;

/// Opens the page that waits for keys.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::WhatKey { pressed: None });
    Vec::new()
}

/// A key was pressed to be told.
pub(crate) fn pressed(model: &mut Model, key: Key) -> Vec<Effect> {
    model.overlays.push(Overlay::WhatKey { pressed: Some(key) });
    Vec::new()
}
