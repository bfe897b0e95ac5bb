//! All notes.

pub mod act;
pub mod state;
