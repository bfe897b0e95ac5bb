//! [`Version`]: which version of its article a document is.

use serde::Serialize;

/// Which of the versions that are at hand a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its place among them, from 1: the first is the oldest.
    pub number: u32,
    /// How many there are, two at least.
    pub of: u32,
    /// The newest of them takes the article back.
    pub withdrawn: bool,
}

impl Version {
    /// True for the newest, which stands for the article.
    pub fn is_newest(self) -> bool {
        self.number == self.of
    }
}
