//! Parts that several screens draw.

pub(super) mod frame;
pub(super) mod input;
pub(super) mod marked_text;
pub(super) mod pane_name;
pub(super) mod picker;
pub(super) mod prose;
pub(super) mod signs;
