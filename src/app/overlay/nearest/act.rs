//! Choosing among the places that may say the same.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::compare::act as compare;
use crate::app::screen::compare::nearest::Nearest;
use crate::app::screen::compare::rows::SideName;

/// Goes to the place of a row.
pub(crate) fn choose(model: &mut Model, nearest: &Nearest, cursor: usize) -> Vec<Effect> {
    if let (Some(found), Some(c)) = (nearest.found.get(cursor), &mut model.compare) {
        let (a, b) = (found.a, found.b);
        c.go_to(if nearest.side == SideName::A { (None, Some(b)) } else { (Some(a), None) });
    }
    Vec::new()
}

/// Says that the place of a row is the counterpart.
pub(crate) fn pin(model: &mut Model, nearest: &Nearest, cursor: usize) -> Vec<Effect> {
    let Some(found) = nearest.found.get(cursor) else { return Vec::new() };
    compare::pin_together(model, found.a, found.b)
}
