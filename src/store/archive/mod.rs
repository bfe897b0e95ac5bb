//! An archive: articles of many years in a PostgreSQL database, one partition a
//! month, brought in by any number of workers.
//!
//! * [`import()`]: files become rows. Each file is a task that one worker holds by
//!   a lock of its row, so that a worker that dies gives it back; a text is kept
//!   once, by its key, whoever brings it.
//!
//! What is stored of an article is its raw document, from which everything else
//! follows, and what was found in it, so that another program can ask for it. The
//! client of the database is asynchronous; nothing outside this folder sees a future.

mod database;
mod import;
mod kept;

pub use database::SCHEMA;
pub use import::{ImportEvent, Imported, import};
