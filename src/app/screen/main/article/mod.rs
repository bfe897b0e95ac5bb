//! The article pane.

pub mod act;
pub mod annotations;
pub mod rows;
pub mod selection;
pub mod sentences;
pub mod state;
pub mod view;
