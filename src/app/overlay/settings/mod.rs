//! The settings, in a list: each with its value, where it comes from, and its default.

pub(crate) mod act;

/// Rows below the list, which tell of the setting under the cursor, where the box has so many.
pub const FOOT_ROWS: u16 = 5;

/// Rows of a box for so many settings.
pub fn rows(settings: usize) -> u16 {
    settings as u16 + FOOT_ROWS
}

/// Rows of the list in a box of so many rows.
pub fn list_rows(height: u16) -> u16 {
    if height > 2 * FOOT_ROWS { height - FOOT_ROWS } else { height.saturating_sub(2).max(1) }
}
