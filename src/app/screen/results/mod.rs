//! Hits of a search over the corpus.

pub mod act;
pub mod state;
