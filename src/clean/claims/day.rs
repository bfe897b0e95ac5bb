//! The day that a field of a format states.

use super::order::DayOrder;
use crate::corpus::date::{find_dates, parse_machine};
use crate::ingest::Field;
use crate::text::Span;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day in a field; seconds and milliseconds since 1970 are read, too.
///
/// A page may write it as it writes any day; what day and month are is then
/// told by `order`.
pub(super) fn day_of(f: &Field, order: DayOrder) -> Option<Date> {
    let day = since_1970(&f.value).or_else(|| {
        let order = if f.rule.starts_with("html.") { order } else { DayOrder::DayFirst };
        let found = find_dates(&f.value, Span::new(0, f.value.len()));
        let ambiguous = found.iter().find(|d| d.full().is_some()).is_some_and(|d| d.ambiguous);
        let said = if ambiguous { None } else { parse_machine(&f.value) };
        said.or_else(|| found.iter().filter(|d| d.full().is_some()).find_map(|d| order.civil(d)))
    });
    day.filter(|d| !NO_DAY.contains(d))
}

/// Both days that the digits of a field of a page can mean, where they can mean two.
pub(super) fn readings(f: &Field) -> Option<[Date; 2]> {
    let found = find_dates(&f.value, Span::new(0, f.value.len()));
    let first = found.iter().find(|d| d.full().is_some()).filter(|d| d.ambiguous && f.rule.starts_with("html."))?;
    Some([first.full()?, first.month_first()?])
}

/// What programs write for a day that they do not have.
const NO_DAY: [Date; 2] = [Date::constant(1970, 1, 1), Date::constant(1969, 12, 31)];

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
