//! Scrolls of the two screens of a story.

use crate::app::model::Model;
use crate::app::panes::chrome;
use crate::app::screen::coverage::areas;

/// Brings both screens to a state that can be drawn.
pub(crate) fn prepare(model: &mut Model) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    let table = areas::areas(body).table;
    if let Some(c) = &mut model.coverage {
        let columns = areas::columns(table.width, c.columns());
        c.clamp(areas::fact_rows(table.height), columns.shown);
        c.clamp_line(usize::from(table.height.saturating_sub(areas::TIMELINE_HEAD)));
    }
}
