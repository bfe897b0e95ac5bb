//! A story seen through its reports: who says what, and its timeline.

pub(crate) mod act;
pub mod areas;
pub(crate) mod prepare;
pub(crate) mod screen;
pub mod state;
