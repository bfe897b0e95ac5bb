//! Words of dates.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word does in a date.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum CalendarWord {
        /// Months; the value of a month is its number.
        Month => "month",
        /// The same, shortened, without a full stop.
        MonthAbbreviation => "month-abbreviation",
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
        /// Seasons, 1 for spring.
        Season => "season",
        /// What names the beginning (1), the middle (2) or the end (3) of a longer stretch before it: `fin mars`.
        Edge => "edge",
        /// The same, with a preposition between: `the end of March`.
        EdgeOf => "edge-of",
        /// What stands before the number of a decade.
        DecadeBefore => "decade-before",
        /// What stands behind the number of a decade.
        DecadeAfter => "decade-after",
        /// Decades in words; the value is the first year without its century.
        DecadeName => "decade-name",
        /// Prepositions that have swallowed their article.
        Contracted => "contracted",
        /// What says that the year is the one named before.
        SameYear => "same-year",
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
        /// Ordinals before a weekday that is one of many: `premier samedi`.
        Counted => "counted",
        /// The endings of such ordinals in digits: `13e samedi`.
        CountedEnding => "counted-ending",
        /// Articles of a day that is any: `un samedi`.
        Indefinite => "indefinite",
        /// Articles by which a weekday is every week's: `fermé le dimanche`.
        Habitual => "habitual",
        /// What stands behind the number of a year.
        YearSign => "year-sign",
        /// The same of a month.
        MonthSign => "month-sign",
        /// The same of a day.
        DaySign => "day-sign",
        /// What joins one of several days or years to the next: `17 et 18 novembre`.
        Joint => "joint",
        /// The same to the last of a stretch: `2010 à 2012`.
        To => "to",
        /// Words that no number counts, so that a number before one is no count of it.
        Uncounted => "uncounted",
        /// What is counted and measured where the number could be a day or a year: `2000 euros`.
        CountedNoun => "counted-noun",
        /// What makes a number before it about so many: `près de 2000`.
        About => "about",
        /// Prepositions before a year where a phrase ends behind it: `un budget pour 2019`.
        BeforeYear => "before-year",
        /// Determiners before a year that stands before a noun: `the 2016 race`.
        YearDeterminer => "year-determiner",
        /// Nouns before which a year stands so.
        YearNoun => "year-noun",
        /// Endings of adjectives before which a year stands so.
        YearEnding => "year-ending",
        /// Forms of the verb for being between a thing and its year: `c'est 1998`.
        Being => "being",
        /// Whom such a verb counts: `ils étaient 1998`.
        CountedPronoun => "counted-pronoun",
        /// What stands before a month by itself beside what stands before a year too.
        BeforeMonth => "before-month",
        /// What stands between every and the day that comes again: `every other Monday`.
        Alternate => "alternate",
        /// What parts hours from minutes: `9 h 08`.
        Hour => "hour",
        /// What stands behind an hour of half a day; the value is what it adds.
        Meridiem => "meridiem",
    }
}
