//! Taking articles in, and what follows from them.

pub mod ingest;
pub mod state;
pub mod stories;
