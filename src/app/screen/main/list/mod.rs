//! The source list.

pub(crate) mod act;
pub mod filter;
pub mod groups;
pub mod order;
pub mod state;
