//! A name over the corpus.

pub mod act;
pub mod state;
