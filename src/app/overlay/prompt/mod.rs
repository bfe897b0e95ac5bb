//! A line of input.

pub(crate) mod act;
pub mod edit;
pub mod origin;
pub mod state;
