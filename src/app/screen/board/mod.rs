//! Articles in columns by their state.

pub(crate) mod act;
pub(crate) mod prepare;
pub(crate) mod screen;
pub mod state;
