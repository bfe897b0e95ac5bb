//! Where an article was read: a file and, inside it, a record.

use crate::corpus::{DocKey, Document, Place};
use crate::ingest::Extent;
use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// Size and time of a file: while both are the same, so are its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since 1970 of the last change, 0 when the system tells none.
    pub modified: u64,
}

impl Stamp {
    /// The stamp of a file.
    pub fn of(meta: &Metadata) -> Self {
        let time = meta.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
        Self { size: meta.len(), modified: time.map_or(0, |t| u64::try_from(t.as_nanos()).unwrap_or(u64::MAX)) }
    }
}

/// A file that articles come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// On disk.
    File {
        /// Which of the paths given it stands under.
        root: usize,
        /// Its path.
        path: PathBuf,
        /// As it was when it was read.
        stamp: Stamp,
    },
    /// Carried by the program.
    Carried(Place, &'static [u8]),
    /// In an archive: held, and counted among the articles of its source there.
    Archive,
    /// Cannot be read again, such as standard input.
    Gone,
}

/// The way back to one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// The file.
    pub origin: Arc<Origin>,
    /// Where it was read, for people.
    pub place: Place,
    /// It was unpacked from an archive.
    pub packed: bool,
    /// Its bytes, when they can be read by themselves.
    pub extent: Option<Extent>,
    /// Which text stood there.
    pub key: DocKey,
    /// The article itself where the file cannot be read again.
    pub held: Option<Arc<Document>>,
}
