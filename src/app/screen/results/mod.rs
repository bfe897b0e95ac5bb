//! Hits of a search over the corpus.

pub(crate) mod act;
pub(crate) mod screen;
pub mod state;
