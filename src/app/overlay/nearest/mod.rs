//! Places of the other text that may say the same as this one.

pub(crate) mod act;

/// Rows of a candidate's text; a blank one follows.
pub const TEXT_ROWS: u16 = 3;

/// Rows above the candidates: the place they are for, and a blank one.
pub const HEAD_ROWS: u16 = 2;
