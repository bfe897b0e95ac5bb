//! [`FoundDate`]: a date as a text writes it, not yet a day.

use crate::corpus::language::Language;
use crate::text::Span;
use jiff::civil::{Date, Time, Weekday};
use serde::Serialize;

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
    /// A season, with or without year: *l'été dernier*.
    Season,
    /// Ten years: *les années 80*.
    Decade,
    /// A word that points: *hier*, *la semaine dernière*.
    Relative,
}

/// Which third of a longer stretch: *début 2024*, *mi-juin*, *fin mars*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The first third.
    Early,
    /// The second.
    Middle,
    /// The last.
    Late,
}

/// A season of the northern hemisphere, by the equinoxes and solstices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// From 20 March.
    Spring,
    /// From 21 June.
    Summer,
    /// From 23 September.
    Autumn,
    /// From 21 December, into the next year.
    Winter,
}

/// How long a stretch of time a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// One day.
    Day,
    /// From one day into the next: *la nuit de samedi à dimanche*.
    Night,
    /// A part of a longer stretch, as long as its third.
    Part,
    /// Saturday and Sunday.
    Weekend,
    /// A week from Monday.
    Week,
    /// A calendar month.
    Month,
    /// A season.
    Season,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// From one date to another: *du 3 au 5 mars*.
    Stretch,
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
    /// Which part of the stretch it names.
    pub part: Option<Part>,
    /// The season.
    pub season: Option<Season>,
    /// Told as the night of that day and the next: *la nuit de samedi à dimanche*.
    pub night: bool,
    /// *de la même année*: of the year that was named before.
    pub same_year: bool,
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

    /// How long a stretch it names.
    pub fn granularity(&self) -> Granularity {
        if self.part.is_some() {
            return Granularity::Part;
        }
        if self.night {
            return Granularity::Night;
        }
        match (self.form, self.unit) {
            (DateForm::Numeric | DateForm::Worded | DateForm::Weekday, _) => Granularity::Day,
            (DateForm::Month, _) | (DateForm::Relative, Some(Unit::Month)) => Granularity::Month,
            (DateForm::Year, _) | (DateForm::Relative, Some(Unit::Year)) => Granularity::Year,
            (DateForm::Season, _) => Granularity::Season,
            (DateForm::Decade, _) => Granularity::Decade,
            (DateForm::Relative, Some(Unit::Week)) => Granularity::Week,
            (DateForm::Relative, Some(Unit::Weekend)) => Granularity::Weekend,
            (DateForm::Relative, Some(Unit::Day) | None) => Granularity::Day,
        }
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
