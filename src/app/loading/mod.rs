//! Taking articles in, and what follows from them.

pub mod ingest;
pub(crate) mod names;
pub mod state;
pub(crate) mod stories;
