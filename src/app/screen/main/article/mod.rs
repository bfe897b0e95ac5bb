//! The article pane.

pub(crate) mod act;
pub mod annotate;
pub mod annotations;
pub mod dragged;
pub mod row_table;
pub mod rows;
pub(crate) mod selection;
pub mod sentences;
pub mod state;
pub mod view;
