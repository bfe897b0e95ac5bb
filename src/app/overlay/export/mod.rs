//! The export menu.

pub(crate) mod act;
pub mod layout;
pub mod state;
