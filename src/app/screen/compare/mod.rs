//! Two articles side by side.

pub(crate) mod act;
pub mod areas;
pub mod drawn;
pub mod hunks;
mod mouse;
pub mod nearest;
pub mod orders;
pub(crate) mod prepare;
pub mod rows;
pub(crate) mod screen;
pub mod state;
