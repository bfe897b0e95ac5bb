//! Where the texts of a comparison stand.

use crate::app::area::Size;
use crate::app::panes::TWO_FROM;
use crate::app::screen::compare::hunks::told;
use crate::app::screen::compare::rows::{Order, Presentation};
use crate::app::screen::compare::state::Compare;

/// Columns of the gutter between two texts in columns.
pub const GUTTER: u16 = 5;

/// Widest text.
const MEASURE: u16 = 78;

/// The maps under a comparison go below this height.
const MAPS_FROM: u16 = 18;

/// Where the two texts stand in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The order of the rows.
    pub order: Order,
    /// One above the other.
    pub stacked: bool,
    /// Columns before the left text.
    pub margin: u16,
    /// Columns of each text.
    pub columns: u16,
    /// Columns between the two.
    pub gutter: u16,
    /// Columns behind the right text.
    pub right: u16,
}

impl Frame {
    /// The frame of a presentation on a screen.
    pub fn of(width: u16, presentation: Presentation) -> Self {
        let stacked = presentation == Presentation::Stacked || width < TWO_FROM;
        let order = match presentation {
            _ if stacked => Order::Facing,
            Presentation::Whole => Order::Whole,
            Presentation::Columns => Order::Columns,
            Presentation::Facing | Presentation::Stacked | Presentation::Table => Order::Facing,
        };
        let (margin, gutter, right) = match order {
            _ if stacked => (5, 0, 1),
            Order::Facing => (5, 8, 1),
            Order::Whole => (5, 12, 5),
            Order::Columns => (1, GUTTER, 1),
        };
        let room = width.saturating_sub(margin + gutter + right);
        let columns = if stacked { room } else { room / 2 }.min(MEASURE);
        Self { order, stacked, margin, columns, gutter, right }
    }

    /// The column where the right text begins.
    pub fn x_b(self) -> u16 {
        if self.stacked { self.margin } else { self.margin + self.columns + self.gutter }
    }

    /// All its columns.
    pub fn width(self) -> u16 {
        self.x_b() + self.columns + self.right
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

/// True where what differs stands above the texts.
pub fn tells_first(c: &Compare) -> bool {
    !matches!(c.presentation, Presentation::Columns | Presentation::Table)
}

/// Most findings above the texts.
fn most_findings(height: u16) -> usize {
    match height {
        0..16 => 1,
        16..24 => 2,
        24..30 => 4,
        30..36 => 5,
        _ => 7,
    }
}

/// How many findings stand above the texts.
pub fn findings_shown(size: Size, c: &Compare) -> usize {
    c.result.as_ref().filter(|_| tells_first(c)).map_or(0, |r| told(r).len().min(most_findings(size.height)))
}

/// Rows of the comparison's own header.
pub fn compare_head(size: Size, c: &Compare) -> u16 {
    if !tells_first(c) {
        return 3;
    }
    let labels = if Frame::of(size.width, c.presentation).stacked { 2 } else { 1 };
    // The labels, what differs, what is common.
    labels + findings_shown(size, c) as u16 + 1
}

/// Rows of the maps under a comparison, one for each text.
pub fn compare_maps(size: Size, c: &Compare) -> u16 {
    if size.height < MAPS_FROM || tells_first(c) { 0 } else { 2 + u16::from(shows_third(size.width, c)) }
}
