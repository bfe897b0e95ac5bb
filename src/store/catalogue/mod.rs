//! What is known of a corpus, kept in the cache folder between runs: one
//! record per article, what was found in each, and the stories last made.
//!
//! Knows files and the core; has never heard of screens or jobs. Nothing here
//! is precious: another version, a broken file or a full disk means that the
//! corpus is read again, never that something wrong is shown.
//!
//! * [`Home`]: where the catalogue of a corpus is, and of which program.
//! * [`Shelf`]: the way back from a document's number to its text.
//! * [`findings`]: names and signatures, appended as they are found.
//! * [`index`]: everything that lists show, replaced as a whole.

pub mod claims;
pub mod findings;
pub mod home;
pub mod index;
pub mod origin;
mod pack;
mod shelf;

pub use claims::Claims;
pub use findings::{Findings, Slot};
pub use home::{Home, Opened};
pub use index::{Article, Index};
pub use origin::{Origin, Spot, Stamp};
pub use shelf::{Shelf, Text, Words, Work, clean};

#[cfg(test)]
mod tests;
