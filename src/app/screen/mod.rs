//! One folder for each screen: its state, what its actions do, its rows, its
//! preparation.

pub(crate) mod behaviour;
pub mod board;
pub mod compare;
pub mod coverage;
pub mod here;
pub mod journal;
pub mod main;
pub mod name;
pub mod notes;
pub mod results;
