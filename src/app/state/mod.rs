//! One state for each pane and overlay.

pub mod article;
pub mod compare;
pub mod entities;
pub mod jumps;
pub mod list;
pub mod notes;
pub mod overlay;
pub mod results;
