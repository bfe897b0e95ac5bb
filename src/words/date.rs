//! Dates and moments in words.

use super::{Lang, Message, Plain, msg};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Months in full.
const MONTHS: [Plain; 12] = [
    msg::MONTH_1,
    msg::MONTH_2,
    msg::MONTH_3,
    msg::MONTH_4,
    msg::MONTH_5,
    msg::MONTH_6,
    msg::MONTH_7,
    msg::MONTH_8,
    msg::MONTH_9,
    msg::MONTH_10,
    msg::MONTH_11,
    msg::MONTH_12,
];

/// Months in three letters or so.
const SHORT_MONTHS: [Plain; 12] = [
    msg::MONTH_SHORT_1,
    msg::MONTH_SHORT_2,
    msg::MONTH_SHORT_3,
    msg::MONTH_SHORT_4,
    msg::MONTH_SHORT_5,
    msg::MONTH_SHORT_6,
    msg::MONTH_SHORT_7,
    msg::MONTH_SHORT_8,
    msg::MONTH_SHORT_9,
    msg::MONTH_SHORT_10,
    msg::MONTH_SHORT_11,
    msg::MONTH_SHORT_12,
];

/// Days of the week, Monday first.
const WEEKDAYS: [Plain; 7] =
    [msg::WEEKDAY_1, msg::WEEKDAY_2, msg::WEEKDAY_3, msg::WEEKDAY_4, msg::WEEKDAY_5, msg::WEEKDAY_6, msg::WEEKDAY_7];

/// The name of a month.
fn month(date: Date) -> Plain {
    MONTHS[date.month() as usize - 1]
}

/// A date as one reads it: "mardi 12 mai 2026", "Tuesday 12 May 2026".
pub fn long(date: Date) -> Message {
    let weekday = WEEKDAYS[date.weekday().to_monday_zero_offset() as usize];
    msg::date_long(weekday, date.day().to_string(), month(date), date.year().to_string())
}

/// A date in a line of claims: "12 mai 2026".
pub fn medium(date: Date) -> Message {
    msg::date_medium(date.day().to_string(), month(date), date.year().to_string())
}

/// A date in a column of nine at most: "12.05.26", "12 May 26".
pub fn short(date: Date, lang: Lang) -> String {
    formatted(msg::DATE_SHORT, lang, |form| in_figures(form, date, lang))
}

/// A day of the year in a column of six at most: "12.05", "12 May".
pub fn day(date: Date, lang: Lang) -> String {
    formatted(msg::DATE_DAY, lang, |form| in_figures(form, date, lang))
}

/// A day by a form, whose `%b` is the month in the words of a language: strtime knows
/// the English ones alone.
fn in_figures(form: &str, date: Date, lang: Lang) -> Result<String, jiff::Error> {
    let month = lang.text(SHORT_MONTHS[date.month() as usize - 1]);
    jiff::fmt::strtime::format(form.replace("%b", month), date)
}

/// A moment by the form of a language; by the English one where a word file of the reader has a form that is none.
fn formatted(form: Plain, lang: Lang, write: impl Fn(&str) -> Result<String, jiff::Error>) -> String {
    let written = write(lang.text(form));
    written.or_else(|_| write(Lang::EN.text(form))).unwrap_or_default()
}

/// A moment of the journal: "08:12" today, "21.11. 08:12" on other days.
/// Both moments are milliseconds since 1970.
pub fn clock(at: i64, now: i64, zone: &TimeZone, lang: Lang) -> String {
    let zoned = |ms| {
        jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned_datetime(zone.clone())
    };
    let (at, now) = (zoned(at), zoned(now));
    let form = match () {
        () if at.date() == now.date() => msg::CLOCK_TODAY,
        () if at.year() == now.year() => msg::CLOCK_THIS_YEAR,
        () => msg::CLOCK_OTHER_YEAR,
    };
    formatted(form, lang, |form| jiff::fmt::strtime::format(form, &at))
}
