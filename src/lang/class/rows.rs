//! Events that come again.

use crate::enumerated::enumerated;

enumerated! {
    /// How an event of a row is told from the others.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum RecurringEvent {
        /// By a number behind it or an ordinal before it: `acte VIII`, `20e étape`.
        Numbered => "numbered",
        /// By an ordinal alone; a number behind it is something else: `huitième samedi`.
        Counted => "counted",
        /// A place in a row, from the second: `huitième`; the value is its number.
        Ordinal => "ordinal",
    }
}
