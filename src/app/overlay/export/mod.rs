//! The export menu.

pub(crate) mod act;
pub mod state;
