//! Units.

use crate::enumerated::enumerated;

enumerated! {
    /// What a unit measures; the value is the name under which values compare and
    /// how many of it one is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum UnitWord {
        /// Hundredths.
        Percent => "percent",
        /// Money.
        Money => "money",
        /// Codes of currencies, which are written in capitals.
        Currency => "currency",
        /// A stretch of time.
        Duration => "duration",
        /// Lengths, weights, temperatures, power.
        Measure => "measure",
    }
}
