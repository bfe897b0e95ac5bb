//! Marks in texts.

pub mod act;
pub mod state;
