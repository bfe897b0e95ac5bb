//! Number words.

use crate::enumerated::enumerated;

enumerated! {
    /// What a number word does; the value is its number.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum NumberWord {
        /// It is added to what stands before: `vingt-trois`.
        Addend => "addend",
        /// It multiplies what stands before: `deux cents`.
        Multiplier => "multiplier",
        /// A rounded count: `une vingtaine`.
        RoundCount => "round-count",
        /// An order of magnitude: `des dizaines`.
        Magnitude => "magnitude",
        /// A share of one, in hundredths: `un tiers`.
        Share => "share",
        /// Letters that multiply behind the sign of a currency: `$1.2bn`.
        Abbreviation => "abbreviation",
    }
}
