//! The journal of decisions.

pub(crate) mod act;
pub(crate) mod screen;
pub mod state;
