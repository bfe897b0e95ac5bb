//! The source list.

pub mod act;
pub mod filter;
pub mod groups;
pub mod order;
pub mod state;
