//! Words that are written shortened, with a full stop.

use crate::enumerated::enumerated;

enumerated! {
    /// What a full stop behind a shortened word does. Whoever cuts sentences and the tagger
    /// of names do not ask the same.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Abbreviation {
        /// Folded words behind which it ends no sentence, whatever their capitals.
        GoesOn => "goes-on",
        /// Words of which it is a part, as they are written: the column of the tagger of
        /// names, which was trained on them.
        KeepsStop => "keeps-stop",
    }
}
