//! The export menu.

pub mod act;
pub mod state;
