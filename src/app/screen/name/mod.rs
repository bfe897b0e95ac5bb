//! A name over the corpus.

pub(crate) mod act;
pub mod rows;
pub(crate) mod screen;
pub mod state;
