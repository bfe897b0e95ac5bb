//! Dates as newspapers write them, found in a text and resolved against a
//! given day. Has never heard of articles, and never asks what day it is.
//!
//! [`find_dates`] reads numeric forms (`19.06.2024`, `2024-06-19T10:00Z`),
//! worded forms in French, English, German, Spanish and Italian, weekdays,
//! years in a context that makes them years, relative words, and what is
//! longer than a day: seasons, decades, parts of a month or a year. The words
//! are data: `calendar.tsv` of every language.

mod calendar;
mod found;
mod resolve;
mod scan;
#[cfg(test)]
mod tests;
mod token;

use crate::corpus::Language;
use crate::text::Span;
use jiff::civil::Date;

pub use found::{DateForm, Direction, FoundDate, Granularity, Part, Season, Unit};
pub use resolve::{Tense, period, resolve, resolve_in};

/// All dates inside `within`, in order, without overlaps. Linear in the
/// length of the text.
pub fn find_dates(text: &str, within: Span) -> Vec<FoundDate> {
    scan::Scan::new(text, token::tokens(text, within)).run()
}

/// True for the name of a month or a weekday of a language, written in full:
/// `mars`, `Tuesday`. Capitals and accents do not matter.
pub fn is_month_or_weekday(word: &str, language: Language) -> bool {
    let named = |e: &calendar::Entry| matches!(e.role, calendar::CalendarWord::Month | calendar::CalendarWord::Weekday);
    calendar::meanings(word).iter().any(|e| named(e) && e.language == Some(language))
}

/// Names of the months in every language, in full, folded.
pub fn month_names() -> impl Iterator<Item = String> {
    calendar::words_of(calendar::CalendarWord::Month)
}

/// Names of the days of the week in every language, in full, folded.
pub fn weekday_names() -> impl Iterator<Item = String> {
    calendar::words_of(calendar::CalendarWord::Weekday)
}

/// The civil date of a machine-written date: RFC 3339 and its shortenings
/// (`2024-06-19`, `20240619`, `2024-06-19T10:00:00Z`) and RFC 2822. The date
/// is the one in the stated offset; no time zone is converted.
pub fn parse_machine(value: &str) -> Option<Date> {
    let value = value.trim();
    let compact = value.get(..8).filter(|v| v.bytes().all(|b| b.is_ascii_digit()));
    if let Some(v) = compact
        && !value[8..].starts_with(|c: char| c.is_ascii_digit())
    {
        return Date::new(v[..4].parse().ok()?, v[4..6].parse().ok()?, v[6..].parse().ok()?).ok();
    }
    let head: String = value.chars().take(64).collect();
    find_dates(&head, Span::new(0, head.len())).iter().find_map(FoundDate::full)
}
