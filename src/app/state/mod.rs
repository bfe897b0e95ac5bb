//! One state for each pane and overlay.

pub mod article;
pub mod board;
pub mod compare;
pub mod coverage;
pub mod entities;
pub mod export;
pub mod goals;
pub mod journal;
pub mod jumps;
pub mod list;
pub mod marks;
pub mod name;
pub mod notes;
pub mod overlay;
pub mod queue;
pub mod results;
pub mod scroll;
pub mod stops;
