//! Words beside the names of works, events and products.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word beside the name of a work, an event or a product is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum WorkWord {
        /// Kinds of works that often stand before a title.
        Genre => "genre",
        /// Other kinds of works before a title.
        Titled => "titled",
        /// Kinds of ships and craft, of celestial bodies and of storms.
        Vessel => "vessel",
        /// Last words of shows and events.
        NameEnding => "name-ending",
        /// Participles of publishing.
        Published => "published",
        /// Verbs of publishing.
        Publishing => "publishing",
        /// What says that a title follows.
        Entitled => "entitled",
        /// Wars and treaties.
        Conflict => "conflict",
        /// Drinks that are called after somebody.
        Drink => "drink",
    }
}
