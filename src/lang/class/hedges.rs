//! Words that hold a statement at a distance.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word that holds a statement at a distance says of it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum HedgeWord {
        /// Expected: `devrait`, `probablement`.
        Expected => "expected",
        /// Possible: `pourrait`, `serait`.
        Possible => "possible",
        /// Feared or hoped: `craint`.
        Feared => "feared",
        /// Denied: `dément`.
        Denied => "denied",
    }
}
