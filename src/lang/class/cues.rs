//! Classes that the name tagger was trained with.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word tells the name tagger. Order and words are part of its
    /// models: a change wants them trained anew.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Cue {
        /// Before a person: `président`, `M.`.
        Title => "title",
        /// Heads of organisations: `ministère`.
        OrganisationHead => "organisation-head",
        /// Heads of places: `rue`.
        PlaceHead => "place-head",
        /// Heads of events, products and works: `opération`.
        MiscellaneousHead => "miscellaneous-head",
        /// Beside a person: `né`.
        Kinship => "kinship",
        /// Verbs of saying.
        Speech => "speech",
        /// Prepositions of place.
        Locative => "locative",
        /// Kinds of products, before their names.
        Product => "product",
        /// Definite articles.
        Article => "article",
        /// What stands before a possessor: `de`.
        Genitive => "genitive",
        /// Before whom somebody follows: `selon`.
        Accordance => "accordance",
    }
}
