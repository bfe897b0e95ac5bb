//! The mouse: the wheel scrolls what is under it, a click does what Enter or
//! moving there would do. Nothing needs it.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Pointer;
use crate::app::screen::here;

const WHEEL: isize = 3;

/// The mouse did something at a cell.
pub(crate) fn pointer(model: &mut Model, what: Pointer, x: u16, y: u16) -> Vec<Effect> {
    model.touched = true;
    let by = match what {
        Pointer::WheelDown => WHEEL,
        Pointer::WheelUp => -WHEEL,
        Pointer::Click => 0,
    };
    if model.overlays.is_empty() { here::of(model).pointer(model, by, x, y) } else { Vec::new() }
}
