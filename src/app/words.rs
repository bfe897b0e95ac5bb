//! Dates in the language of the interface.

pub use crate::words::Lang;
use crate::words::date;
use jiff::civil::Date;

/// A date as one reads it: "mardi 12 mai 2026", "Tuesday 12 May 2026".
pub fn long_date(day: Date, lang: Lang) -> String {
    lang.say(date::long(day))
}

/// A date in a line of claims: "12 mai 2026".
pub fn medium_date(day: Date, lang: Lang) -> String {
    lang.say(date::medium(day))
}

/// A date in a column of eight: "12.05.26".
pub fn short_date(date: Date) -> String {
    format!("{:02}.{:02}.{:02}", date.day(), date.month(), date.year() % 100)
}

/// A moment of the journal: "08:12" today, "21.11. 08:12" on other days.
pub fn clock(at: i64, now: i64, zone: &jiff::tz::TimeZone) -> String {
    date::clock(at, now, zone, Lang::FR)
}
