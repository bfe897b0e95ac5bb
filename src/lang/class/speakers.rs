//! Nouns that can speak.

use crate::enumerated::enumerated;

enumerated! {
    /// What a noun that can speak stands for; the value is its gender.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum SpeakerNoun {
        /// A person.
        Person => "person",
        /// An institution.
        Group => "group",
        /// What passes news on.
        Medium => "medium",
        /// What speaks for its author.
        Document => "document",
        /// A source without a name.
        Vague => "vague",
    }
}
