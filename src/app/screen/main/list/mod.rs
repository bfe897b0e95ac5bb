//! The source list.

pub(crate) mod act;
pub mod filter;
pub mod folds;
pub mod groups;
pub mod lines;
pub mod order;
pub mod place;
pub mod state;
