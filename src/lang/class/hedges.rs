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
        /// Verbs of what would be, or is said to be: `serait`.
        Conditional => "conditional",
        /// Possible, but before a participle: `peut être`.
        Potential => "potential",
        /// Hoped or wished: `espère`.
        Hoped => "hoped",
        /// Feared: `craint`.
        Feared => "feared",
        /// Denied: `dément`.
        Denied => "denied",
        /// Participles by which what would have been was not: `aurait pu`.
        Unreal => "unreal",
        /// Subjects that deny: `personne n’aurait cru`.
        Nobody => "nobody",
        /// Verbs by which one has others do something: `voudrait faire croire`.
        Causative => "causative",
        /// Conjunctions of a condition.
        If => "if",
    }
}
