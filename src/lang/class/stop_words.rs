//! Stop words.

use crate::enumerated::enumerated;

enumerated! {
    /// How frequent a word is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Frequency {
        /// So frequent that a language is told by its share, in its folded
        /// spelling.
        StopWord => "stop-word",
    }
}
