//! [`Form`]: which article it is, in which form.

use crate::store::catalogue::{Origin, Spot};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// One number for an article and all that its layers depend on: where it
/// stands in the corpus, its text, what the reader said of it, which lines
/// recur in its source. Only comparable inside one build of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form(pub(super) u64);

impl Form {
    /// The form of an article on the paths `roots`; `None` for one that is
    /// not on disk.
    pub fn of(spot: &Spot, roots: &[PathBuf], said: u64, recurring: u64) -> Option<Self> {
        let Origin::File { root, path, .. } = &*spot.origin else { return None };
        let rest = roots.get(*root).and_then(|r| path.strip_prefix(r).ok()).unwrap_or(path);
        let mut hash = DefaultHasher::new();
        (root, rest.as_os_str().as_encoded_bytes(), spot.place.entry.as_deref(), spot.key.bytes()).hash(&mut hash);
        (said, recurring).hash(&mut hash);
        Some(Self(hash.finish()))
    }
}
