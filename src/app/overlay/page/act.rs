//! Opening pages of generated text.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::state::{Overlay, Page};
use crate::words::msg;

/// Opens a page.
pub(crate) fn open(model: &mut Model, page: Page) -> Vec<Effect> {
    model.overlays.push(Overlay::Page { page, top: 0 });
    Vec::new()
}

/// Opens the tour, where there is one.
pub(crate) fn tour(model: &mut Model) -> Vec<Effect> {
    if model.choices.tour.is_some() {
        return open(model, Page::Tour);
    }
    model.say(model.lang().text(msg::PAGE_NO_TOUR));
    Vec::new()
}
