//! Marks in texts.

pub(crate) mod act;
pub mod state;
