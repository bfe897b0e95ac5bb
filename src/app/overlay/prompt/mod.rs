//! A line of input.

pub mod state;
