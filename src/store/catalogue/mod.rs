//! What is known of a corpus, kept in the cache folder between runs: one
//! record per article, what was found in each, and the stories last made.
//!
//! Knows files and the core; has never heard of screens or jobs. Nothing here
//! is precious: another version, a broken file or a full disk means that the
//! corpus is read again, never that something wrong is shown.
//!
//! * [`CatalogueDir`]: where the catalogue of a corpus is, and of which program.
//! * [`DocumentStore`]: the way back from a document's number to its text.
//! * [`findings`]: names and signatures, appended as they are found.
//! * [`Table`]: everything that lists show, in columns, replaced as a whole;
//!   written by [`Builder`].
//! * [`CatalogueSnapshot`]: a table under the numbers of this run; [`CardIndex`] and
//!   [`DocumentStore`] lay over it what has changed since.

mod build;
pub mod card_index;
pub mod claims;
mod cleaned;
pub mod dir;
mod document_store;
pub mod findings;
pub mod format;
mod fresh;
mod known;
mod locations;
pub mod origin;
mod pack;
mod passed;
mod reread;
mod sections;
mod snapshot;
mod spill;
pub mod table;
mod text;

pub use build::{Builder, Row};
pub use card_index::CardIndex;
pub use claims::Claims;
pub use dir::{CatalogueDir, Opened};
pub use document_store::{DocumentStore, Words, findings_of};
pub use findings::{Findings, Slot};
#[cfg(feature = "postgres")]
pub(super) use format::{Said, path_bytes};
pub use known::KnownFiles;
pub use origin::{Location, Origin, Stamp};
#[cfg(feature = "postgres")]
pub(super) use pack::fixed;
pub use reread::Work;
pub use sections::{Fingerprint, Refusal};
pub use snapshot::CatalogueSnapshot;
pub use spill::{Spill, Spilled};
pub use table::Table;
pub use text::{Text, attempt, clean};

#[cfg(test)]
mod tests;
