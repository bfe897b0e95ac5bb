//! The queue: one article at a time, in place of the three panes.

pub mod act;
pub mod state;
