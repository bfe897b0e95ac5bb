//! Words that say who is cited.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word around a source is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Citation {
        /// What attributes a statement: `selon`.
        Attribution => "attribution",
        /// What names a source or says that one follows.
        Source => "source",
        /// Verbs by which a medium brings news.
        Disclosure => "disclosure",
        /// Papers by how often they appear.
        Periodical => "periodical",
        /// Other media.
        Medium => "medium",
        /// What stands before the maker of a picture.
        Credit => "credit",
        /// What signs a note of the editors.
        EditorsNote => "editors-note",
    }
}
