//! An archive: articles of many years in a PostgreSQL database, one partition a
//! month, brought in by any number of workers.
//!
//! * `import`: files become rows. Each file is a task that one worker holds by
//!   a lock of its row, so that a worker that dies gives it back; a text is kept
//!   once, by its key, whoever brings it.
//! * [`pull()`]: what may answer a query comes back as raw documents, in the order in
//!   which it was brought in; cleaning and the exact answer are the program's own, as for
//!   any corpus.
//! * [`count()`]: how many articles each outlet, day or name has, counted where they lie.
//!
//! What is stored of an article is its raw document, from which everything else
//! follows, and what was found in it, so that another program can ask for it. The
//! client of the database is asynchronous; nothing outside this folder sees a future.

#[cfg(feature = "postgres")]
mod database;
mod facet;
#[cfg(feature = "postgres")]
mod facets;
#[cfg(feature = "postgres")]
mod import;
#[cfg(feature = "postgres")]
mod kept;
#[cfg(feature = "postgres")]
mod pieces;
mod pull;
#[cfg(feature = "postgres")]
mod read;

#[cfg(feature = "postgres")]
pub use database::SCHEMA;
pub use facet::{Facet, FacetCount, FacetCounts};
#[cfg(feature = "postgres")]
pub use import::{ImportEvent, Imported, Share, import};
#[cfg(feature = "postgres")]
pub use pieces::PIECE;
pub use pull::{MOST, Picked, Pull, Pulled, SilentMonth, UNDATED, named};

use super::settings::Address;
use crate::clean::recurring::Recurring;
use crate::corpus::DocKey;
use crate::ingest::Item;
use crate::words::Message;
use std::ops::ControlFlow;
use std::time::Duration;

/// Reads what may answer, in the order in which it was brought in. `habits` gets,
/// before anything else, the lines that recur in each source.
///
/// # Errors
/// Why the archive cannot be read; what came before stays.
#[cfg(feature = "postgres")]
pub fn pull(
    address: &Address,
    wanted: &Pull,
    stop: &dyn Fn() -> bool,
    habits: &mut dyn FnMut(Vec<(String, Recurring)>),
    take: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> Result<Pulled, Message> {
    read::read(address, wanted, stop, habits, take).map_err(|trouble| trouble.reason().clone())
}

/// Says that this build can ask no archive.
///
/// # Errors
/// Always that.
#[cfg(not(feature = "postgres"))]
pub fn pull(
    _: &Address,
    _: &Pull,
    _: &dyn Fn() -> bool,
    _: &mut dyn FnMut(Vec<(String, Recurring)>),
    _: &mut dyn FnMut(Item) -> ControlFlow<()>,
) -> Result<Pulled, Message> {
    Err(crate::words::msg::STORE_ARCHIVE_NOT_BUILT.into())
}

/// Counts all of an archive but the articles in `but`, on the servers that hold them; a
/// month on another server is waited for until the deadline.
///
/// # Errors
/// Why the archive cannot be read.
#[cfg(feature = "postgres")]
pub fn count(address: &Address, facet: Facet, but: &[DocKey], deadline: Duration) -> Result<FacetCounts, Message> {
    facets::count(address, facet, but, deadline).map_err(|trouble| trouble.reason().clone())
}

/// Says that this build can ask no archive.
///
/// # Errors
/// Always that.
#[cfg(not(feature = "postgres"))]
pub fn count(_: &Address, _: Facet, _: &[DocKey], _: Duration) -> Result<FacetCounts, Message> {
    Err(crate::words::msg::STORE_ARCHIVE_NOT_BUILT.into())
}
