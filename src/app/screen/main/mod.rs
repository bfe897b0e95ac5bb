//! The main screen: list, article, entities; the queue takes its place.

pub mod article;
pub mod entities;
pub mod list;
pub(crate) mod mouse;
pub(crate) mod prepare;
pub mod queue;
pub(crate) mod screen;
