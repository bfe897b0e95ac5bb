//! The sidebar of names.

pub(crate) mod act;
pub mod state;
