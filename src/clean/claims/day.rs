//! The day that a field of a format states.

use crate::corpus::date::{FoundDate, find_dates, parse_machine};
use crate::ingest::Field;
use crate::text::Span;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day in a field; seconds and milliseconds since 1970 are read, too.
pub(super) fn day_of(f: &Field) -> Option<Date> {
    since_1970(&f.value)
        .or_else(|| parse_machine(&f.value))
        .or_else(|| find_dates(&f.value, Span::new(0, f.value.len())).iter().find_map(FoundDate::full))
}

fn since_1970(value: &str) -> Option<Date> {
    let value = value.trim();
    let number: i64 = value.parse().ok().filter(|_| value.bytes().all(|b| b.is_ascii_digit()))?;
    let seconds = match value.len() {
        10 => number,
        13 => number / 1000,
        _ => return None,
    };
    Some(TimeZone::UTC.to_datetime(Timestamp::from_second(seconds).ok()?).date())
}
