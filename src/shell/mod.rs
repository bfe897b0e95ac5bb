//! The program in the world: starts it from paths and settings, carries out
//! its effects, feeds reports back. Used by the terminal loop with threads
//! and by headless frames without; has never heard of terminals.

mod chosen;
mod configure;
mod corpus;
mod desk;
mod effects;
mod harness;
mod sample;
mod start;

pub use chosen::keymap;
pub use corpus::{CatalogueUse, Corpus};
pub use effects::{Request, Shell};
pub use harness::{Harness, Recorded, Step};
pub use sample::{inputs as sample_inputs, tour};
pub use start::{Setup, Started, session, start};
