//! Two articles side by side.

pub(crate) mod act;
pub mod areas;
pub mod hunks;
pub(crate) mod prepare;
pub mod rows;
pub(crate) mod screen;
pub mod state;
