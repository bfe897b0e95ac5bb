//! Where the texts of a comparison stand.

use crate::app::area::{Area, Size};
use crate::app::panes::{TWO_FROM, chrome};
use crate::app::screen::compare::drawn::TextName;
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

/// A third column, of facts, from here.
const FACTS_FROM: u16 = 190;

/// Where everything of a comparison stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What stands above the texts.
    pub head: Area,
    /// The texts, and whatever stands in their place.
    pub main: Area,
    /// The first two texts with their margins and gutters.
    pub rows: Area,
    /// How the two stand in their area.
    pub frame: Frame,
    /// The third text with its gutter.
    pub third: Option<Area>,
    /// What differs, beside the texts.
    pub facts: Option<Area>,
    /// The maps under the texts.
    pub maps: Area,
}

/// Where a comparison stands on a screen whose status line has `status_rows`.
pub fn placed(size: Size, status_rows: u16, c: &Compare) -> Placed {
    let (_, body, ..) = chrome(size, status_rows);
    let all = Area::new(0, 0, size.width, body.bottom());
    let (head, rest) = all.split_top(compare_head(size, c) + body.y);
    let (main, maps) = rest.split_bottom(compare_maps(size, c));
    let frame = Frame::of(size.width, c.presentation);
    if shows_third(size.width, c) {
        let columns = third_columns(size.width);
        let used = columns * 3 + GUTTER * 2 + 3;
        let spare = main.width.saturating_sub(used) / 2;
        let (rows, third) = main.inset(spare, spare).split_left(columns * 2 + GUTTER + 2);
        return Placed { head, main, rows, frame: Frame { columns, ..frame }, third: Some(third), facts: None, maps };
    }
    // The two columns stand in the middle of a wide screen, beside the facts
    // on a wider one.
    if size.width >= FACTS_FROM && !frame.stacked {
        let (rows, facts) = main.split_left(frame.width() + 1);
        return Placed { head, main, rows, frame, third: None, facts: Some(facts.inset(1, 0)), maps };
    }
    let spare = all.width.saturating_sub(frame.width()) / 2;
    let head = if tells_first(c) { head.inset(spare, 0) } else { head };
    Placed { head, main, rows: main.inset(spare, spare), frame, third: None, facts: None, maps }
}

impl Placed {
    /// The column of the screen where a text begins, if it is there; texts one
    /// above the other share theirs.
    pub fn x(&self, text: TextName) -> Option<u16> {
        Some(match text {
            TextName::A => self.rows.x + self.frame.margin,
            TextName::B => self.rows.x + self.frame.x_b(),
            TextName::C => self.third?.x + GUTTER,
        })
    }

    /// The text whose column holds a column of the screen; where texts stand one
    /// above the other there are no columns.
    pub fn text_at(&self, x: u16) -> Option<TextName> {
        let holds = |text: &TextName| self.x(*text).is_some_and(|from| x >= from && x < from + self.frame.columns);
        [TextName::A, TextName::B, TextName::C].into_iter().filter(|_| !self.frame.stacked).find(holds)
    }
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
