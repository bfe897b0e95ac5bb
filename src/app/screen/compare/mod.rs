//! Two articles side by side.

pub mod act;
pub mod hunks;
pub mod rows;
pub mod state;
