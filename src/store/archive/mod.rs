//! An archive: articles of many years in a PostgreSQL database, one partition a
//! month, brought in by any number of workers.
//!
//! * `import`: files become rows. Each file is a task that one worker holds by
//!   a lock of its row, so that a worker that dies gives it back; a text is kept
//!   once, by its key, whoever brings it.
//! * [`pull()`]: what may answer a query comes back as raw documents, in the order in
//!   which it was brought in; cleaning and the exact answer are the program's own, as for
//!   any corpus.
//!
//! What is stored of an article is its raw document, from which everything else
//! follows, and what was found in it, so that another program can ask for it. The
//! client of the database is asynchronous; nothing outside this folder sees a future.

#[cfg(feature = "postgres")]
mod database;
#[cfg(feature = "postgres")]
mod import;
#[cfg(feature = "postgres")]
mod kept;
mod pull;
#[cfg(feature = "postgres")]
mod read;

#[cfg(feature = "postgres")]
pub use database::SCHEMA;
#[cfg(feature = "postgres")]
pub use import::{ImportEvent, Imported, import};
pub use pull::{MOST, Pull, Pulled, SilentMonth, UNDATED, named};

use super::settings::Address;
use crate::clean::recurring::Recurring;
use crate::ingest::Item;
use crate::words::Message;
use std::ops::ControlFlow;

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
