//! A story seen through its reports: who says what, and its timeline.

pub mod act;
pub mod areas;
pub mod state;
