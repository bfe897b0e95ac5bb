//! Words beside and in the names of places.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word beside or in the name of a place is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum PlaceWord {
        /// Towns and villages.
        Settlement => "settlement",
        /// Parts of a town or of a country.
        District => "district",
        /// Other words for a town.
        Capital => "capital",
        /// Words whose `de` is followed by a name of a place.
        Territory => "territory",
        /// Words that a name of a place follows at once.
        Quarter => "quarter",
        /// First words of names of places, as French spells them.
        ToponymHead => "toponym-head",
        /// Last words of names.
        NameEnding => "name-ending",
        /// Kinds of streets.
        Street => "street",
        /// Works that bear the name of a town and are places of their own.
        Structure => "structure",
        /// Squares and other places that bear a name.
        Square => "square",
        /// Words for a place that also mean a standing.
        Standing => "standing",
        /// Who has such a standing: `la place de l'homme`.
        Bearer => "bearer",
        /// Buildings whose name follows at once.
        Building => "building",
        /// Letters of roads.
        Road => "road",
        /// Ports.
        Port => "port",
        /// Kinds of ports.
        PortType => "port-type",
        /// Republics.
        Republic => "republic",
        /// Watercourses that are no part of their name.
        Watercourse => "watercourse",
        /// Adjectives of origin and of parties that have a capital.
        Origin => "origin",
    }
}
