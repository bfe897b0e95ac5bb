//! Words of dates.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word does in a date.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum CalendarWord {
        /// Months; the value of a month is its number.
        Month => "month",
        /// The same, shortened, without a full stop.
        Abbreviation => "month-abbreviation",
        /// Weekdays; the value is 1 for Monday.
        Weekday => "weekday",
        /// The same, shortened, without a full stop.
        WeekdayAbbreviation => "weekday-abbreviation",
        /// Days; the value is how many days they are from the day on which it is said.
        Day => "day",
        /// Adjectives that point back.
        Last => "last",
        /// Adjectives that point ahead.
        Next => "next",
        /// Determiners that point at what is.
        This => "this",
        /// Determiners of what comes again.
        Every => "every",
        /// Units: 1 for the day, 2 for the week, 3 for the month, 4 for the year, 5 for the weekend.
        Unit => "unit",
        /// Parts of a day, in their order.
        Part => "part",
        /// Words before a year or a lone month.
        In => "in",
        /// What joins a month and its year, or a part and its day.
        Of => "of",
        /// What stands before a time of day.
        At => "at",
        /// Articles before a day.
        Article => "article",
        /// Endings of a day in digits.
        Ordinal => "ordinal",
    }
}
