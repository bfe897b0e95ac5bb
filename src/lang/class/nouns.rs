//! Common nouns that are written like names.

use crate::enumerated::enumerated;

enumerated! {
    /// What a noun with a capital that is no name is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum CommonNoun {
        /// Nouns with a capital wherever they stand.
        Civic => "civic",
        /// The state.
        State => "state",
        /// Units with a capital.
        Unit => "unit",
        /// Common nouns in capitals.
        Acronym => "acronym",
    }
}
