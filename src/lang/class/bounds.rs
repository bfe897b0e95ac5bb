//! Words that bound the number behind them.

use crate::enumerated::enumerated;

enumerated! {
    /// What words before a number do to it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum BoundWord {
        /// The value is near it: `environ`.
        About => "about",
        /// The value is near it and does not reach it: `près de`.
        Almost => "almost",
        /// The value is above it: `plus de`.
        More => "more",
        /// The value is below it: `moins de`.
        Less => "less",
        /// Words that end as a bound does, and are none: `en plus de`.
        Besides => "besides",
        /// Behind the number: `300 personnes environ`.
        AboutAfter => "about-after",
        /// Behind the number: `20 blessés au moins`.
        MoreAfter => "more-after",
        /// Behind the number: `500 euros au maximum`.
        LessAfter => "less-after",
    }
}
