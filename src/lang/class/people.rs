//! Words beside and in the names of people.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word beside or in the name of a person is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum PersonWord {
        /// Particles inside names of people: `ben`, `van`.
        NameParticle => "name-particle",
    }
}
