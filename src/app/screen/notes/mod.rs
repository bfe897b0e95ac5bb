//! All notes.

pub(crate) mod act;
pub(crate) mod rows;
pub(crate) mod screen;
pub mod state;
