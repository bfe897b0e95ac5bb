//! States.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word says of a state; the value is the code of the state in ISO
    /// 3166.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum StateWord {
        /// Its name.
        Name => "state",
        /// Its adjective, of a language with genders in the masculine.
        Demonym => "demonym",
        /// Its capital.
        Capital => "capital",
    }
}
