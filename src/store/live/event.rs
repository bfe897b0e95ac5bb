//! What came of the questions of a round, for whoever asked for it.

use crate::ingest::ListKind;
use crate::words::Message;
use std::path::PathBuf;

/// How one question ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The address that is followed.
    pub address: String,
    /// When it answered, in milliseconds since 1970.
    pub at: i64,
    /// The status of the answer.
    pub status: Option<u16>,
    /// When it is asked next; `None` for never.
    pub next: Option<i64>,
    /// What came.
    pub what: Happening,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// An article that was not there; its file below the folder.
    New(PathBuf),
    /// Another version of one that was there.
    Version(PathBuf),
    /// Nothing new.
    Same,
    /// A list.
    Listed {
        /// What it is.
        kind: ListKind,
        /// Addresses in it.
        found: usize,
        /// Those that were not known.
        new: usize,
        /// Those that were too many.
        left_out: usize,
    },
    /// The host lets no robot ask it.
    Refused,
    /// Nothing that could be kept, and why.
    Fault(Message),
}
