//! The journal of decisions.

pub mod act;
pub mod state;
