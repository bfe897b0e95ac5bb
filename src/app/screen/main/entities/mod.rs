//! The sidebar of names.

pub mod state;
