//! Articles in columns by their state.

pub mod act;
pub mod state;
