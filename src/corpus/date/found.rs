//! [`FoundDate`]: a date as a text writes it, not yet a day.

use crate::corpus::language::Language;
use crate::text::Span;
use jiff::civil::{Date, Time, Weekday};

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateForm {
    /// Digits only, `19.06.2024` or ISO 8601.
    Numeric,
    /// A day and a month in words, with or without weekday and year.
    Worded,
    /// A month, with or without year.
    Month,
    /// A year.
    Year,
    /// A weekday, with or without the number of the day.
    Weekday,
    /// A word that points: *hier*, *la semaine dernière*.
    Relative,
}

/// Which way a date points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// *dernier*, *last*: before the anchor.
    Last,
    /// *ce*, *this*: the one at hand.
    This,
    /// *prochain*, *next*: after the anchor.
    Next,
}

/// A stretch of time that a relative word counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// A week from Monday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// Saturday and Sunday.
    Weekend,
}

/// A date in a text. What is not written is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The words of the date, without article, preposition and clock time.
    pub span: Span,
    /// The same with the clock time, when one follows.
    pub whole: Span,
    /// Year, four digits.
    pub year: Option<i16>,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day of the month, 1 to 31.
    pub day: Option<i8>,
    /// Weekday as written.
    pub weekday: Option<Weekday>,
    /// Clock time as written.
    pub time: Option<Time>,
    /// Days from the anchor, for *hier*, *demain*.
    pub offset: Option<i8>,
    /// The stretch that *la semaine dernière* counts in.
    pub unit: Option<Unit>,
    /// Which way it points.
    pub direction: Option<Direction>,
    /// How it is written.
    pub form: DateForm,
    /// Day and month of a numeric date could change places.
    pub ambiguous: bool,
    /// *tous les mardis*, *chaque lundi*: no single day.
    pub recurring: bool,
    /// Language of its words.
    pub language: Option<Language>,
}

impl FoundDate {
    /// The civil date when year, month and day are all written and exist.
    pub fn full(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// The civil date with day and month changed places, for an
    /// [ambiguous](Self::ambiguous) date of an American page.
    pub fn month_first(&self) -> Option<Date> {
        if self.ambiguous { Date::new(self.year?, self.day?, self.month?).ok() } else { None }
    }

    /// False when the written weekday is not the weekday of the full date;
    /// true also when there is nothing to check.
    pub fn weekday_fits(&self) -> bool {
        match (self.full(), self.weekday) {
            (Some(date), Some(weekday)) => date.weekday() == weekday,
            _ => true,
        }
    }
}
