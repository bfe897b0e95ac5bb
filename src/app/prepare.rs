//! [`prepare`]: fills layouts and clamps scrolls before a frame is drawn; the
//! only writer besides update.

use crate::app::model::Model;
use crate::app::screen::here;

/// Brings the model to a state that can be drawn at its size.
pub fn prepare(model: &mut Model) {
    here::of(model).prepare(model);
}
