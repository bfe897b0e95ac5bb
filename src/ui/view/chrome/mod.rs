//! What stands around every screen: one file a row, and the boxes that open above the footer.

mod bars;
mod counts;
pub(super) mod footer;
pub(super) mod header;
pub(in crate::ui) mod hints;
pub(in crate::ui) mod marks;
pub(in crate::ui) mod menu;
mod path;
mod progress;
mod prompt;
mod queue;
pub(super) mod status;

pub(super) use bars::bars;
pub(super) use path::path;
