//! Where the texts of a comparison stand.

use crate::app::area::Size;
use crate::app::panes::TWO_FROM;
use crate::app::screen::compare::rows::Presentation;
use crate::app::screen::compare::state::Compare;

/// Columns of the gutter between the two sides of a comparison.
pub const GUTTER: u16 = 5;

/// Rows of the comparison's own header.
pub const COMPARE_HEAD: u16 = 3;

/// The maps under a comparison go below this height.
const MAPS_FROM: u16 = 18;

/// Columns of one side of a comparison, and whether the sides are stacked.
pub fn compare_columns(width: u16, presentation: Presentation) -> (u16, bool) {
    let stacked = presentation == Presentation::Stacked || width < TWO_FROM;
    if stacked {
        (width.saturating_sub(6).min(78), true)
    } else {
        ((width.saturating_sub(GUTTER + 2) / 2).min(78), false)
    }
}

/// A third text stands beside the two from here.
pub const THREE_TEXTS_FROM: u16 = 160;

/// Whether the third text is on the screen.
pub fn shows_third(width: u16, c: &Compare) -> bool {
    width >= THREE_TEXTS_FROM && c.presentation == Presentation::Columns && c.third_result().is_some()
}

/// Columns of a side where three texts stand side by side.
pub fn third_columns(width: u16) -> u16 {
    (width.saturating_sub(2 * GUTTER + 3) / 3).min(72)
}

/// Rows of the maps under a comparison, one for each text.
pub fn compare_maps(size: Size, c: &Compare) -> u16 {
    if size.height < MAPS_FROM { 0 } else { 2 + u16::from(shows_third(size.width, c)) }
}
