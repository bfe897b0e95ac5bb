//! Choosing from a list by typing.

pub mod items;
pub mod state;
