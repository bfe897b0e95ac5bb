//! Searches kept under a name: which there are, how many articles answer each.

pub(crate) mod count;
pub mod state;
