//! The versions of one article.

pub(crate) mod act;
pub mod state;

/// Rows above the versions.
pub const HEAD_ROWS: u16 = 2;
