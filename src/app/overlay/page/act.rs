//! Opening pages of generated text.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::state::{Overlay, Page};

/// Opens a page.
pub(crate) fn open(model: &mut Model, page: Page) -> Vec<Effect> {
    model.overlays.push(Overlay::Page { page, top: 0 });
    Vec::new()
}
