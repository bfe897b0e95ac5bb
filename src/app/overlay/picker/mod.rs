//! Choosing from a list by typing.

pub(crate) mod act;
pub mod items;
pub mod state;
