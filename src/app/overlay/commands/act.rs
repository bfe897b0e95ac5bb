//! The list of the reader's own commands.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::state::Overlay;

/// Opens the list.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Commands { cursor: 0 });
    Vec::new()
}
