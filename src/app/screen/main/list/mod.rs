//! The source list.

pub(crate) mod act;
pub mod filter;
pub mod folds;
pub mod groups;
pub mod lines;
pub mod order;
pub mod place;
mod scrolling;
mod searches;
pub mod state;
