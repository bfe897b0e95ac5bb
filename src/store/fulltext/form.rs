//! [`Form`]: which article it is, in which form.

use crate::store::catalogue::origin::{Location, Origin};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// One number for an article and all that its layers depend on: where it
/// stands in the corpus, its text, what the reader said of it, which lines
/// recur in its source. Only comparable inside one build of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form(pub(super) u64);

impl Form {
    /// One number for where an article on the paths `roots` stands, and for
    /// its text; `None` for one that is not on disk.
    pub fn place(location: &Location, roots: &[PathBuf]) -> Option<u64> {
        let Origin::File { root, path, .. } = &*location.origin else { return None };
        let rest = roots.get(*root).and_then(|r| path.strip_prefix(r).ok()).unwrap_or(path);
        let mut hash = DefaultHasher::new();
        (root, rest.as_os_str().as_encoded_bytes(), location.place.entry.as_deref(), location.key.bytes())
            .hash(&mut hash);
        Some(hash.finish())
    }

    /// The form of an article at a place.
    pub fn of(place: u64, reader_state: u64, recurring: u64) -> Self {
        let mut hash = DefaultHasher::new();
        (place, reader_state, recurring).hash(&mut hash);
        Self(hash.finish())
    }
}
