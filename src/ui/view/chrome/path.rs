//! Where one is: the views from the root to the one that is shown.

use crate::app::Model;
use crate::app::path;
use crate::text::width::width;

/// Between two views.
const STEP: &str = " › ";

/// The path in so many columns, cut from the left; `None` at the root, and where
/// not even the last view fits.
pub(in crate::ui) fn path(model: &Model, room: u16) -> Option<String> {
    let names = path::path(model);
    if names.len() < 2 {
        return None;
    }
    let all = names.join(STEP);
    if width(&all) <= room.into() {
        return Some(all);
    }
    let cut = |from: usize| format!("…{STEP}{}", names[from..].join(STEP));
    (1..names.len()).map(cut).find(|p| width(p) <= room.into())
}
