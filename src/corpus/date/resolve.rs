//! From what is written to a day or a stretch of days, given an anchor.

use super::found::{DateForm, Direction, FoundDate, Unit};
use jiff::civil::{Date, Weekday};
use jiff::{Span as Lapse, ToSpan};

/// Tense of the sentence around a date: where a bare weekday is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tense {
    /// Told as past: at most six days back.
    Past,
    /// Told as future: at most six days on.
    Future,
    /// Nothing says which: four days back to two days on, as the press
    /// tells of what was more than of what will be.
    #[default]
    Unknown,
}

fn plus(date: Date, lapse: Lapse) -> Option<Date> {
    date.checked_add(lapse).ok()
}

fn days(date: Date, n: i64) -> Option<Date> {
    plus(date, n.days())
}

/// The day that `found` means for a text of the day `anchor`.
pub fn resolve(found: &FoundDate, anchor: Date) -> Option<Date> {
    resolve_in(found, anchor, Tense::Unknown)
}

/// The same with the tense of the sentence.
pub fn resolve_in(found: &FoundDate, anchor: Date, tense: Tense) -> Option<Date> {
    if found.recurring {
        return None;
    }
    if let Some(date) = found.full() {
        return Some(date);
    }
    if let Some(offset) = found.offset {
        return days(anchor, offset.into());
    }
    match (found.day, found.month, found.weekday) {
        (Some(day), Some(month), weekday) if found.year.is_none() => {
            day_and_month(day, month, weekday, found.direction, anchor)
        }
        (Some(day), None, Some(weekday)) => numbered_weekday(day, weekday, anchor),
        (None, None, Some(weekday)) if found.form == DateForm::Weekday => {
            bare_weekday(weekday, found.direction, anchor, tense)
        }
        _ => None,
    }
}

/// `13 septembre`: the year nearest to the anchor, or the way it points; a
/// written weekday decides between neighbouring years.
fn day_and_month(day: i8, month: i8, weekday: Option<Weekday>, way: Option<Direction>, anchor: Date) -> Option<Date> {
    let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
    let distance = |d: &Date| (d.since(anchor).map_or(i32::MAX, |s| s.get_days())).abs();
    let mut options: Vec<Date> = years.iter().filter_map(|&y| Date::new(y, month, day).ok()).collect();
    match way {
        Some(Direction::Last) => options.retain(|d| *d <= anchor),
        Some(Direction::Next) => options.retain(|d| *d >= anchor),
        _ => {}
    }
    let nearest = options.iter().copied().min_by_key(distance)?;
    // A weekday that fits another year is believed only when the nearest
    // year is far off: else it is a slip, and listed as one.
    if let Some(weekday) = weekday
        && nearest.weekday() != weekday
        && distance(&nearest) > 120
        && let Some(other) = options.iter().copied().filter(|d| d.weekday() == weekday).min_by_key(distance)
    {
        return Some(other);
    }
    Some(nearest)
}

/// `mercredi 19`: the nearest such day within two months.
fn numbered_weekday(day: i8, weekday: Weekday, anchor: Date) -> Option<Date> {
    let first = anchor.first_of_month();
    (-2..=2i64)
        .filter_map(|m| plus(first, m.months()))
        .filter_map(|f| Date::new(f.year(), f.month(), day).ok())
        .filter(|d| d.weekday() == weekday)
        .min_by_key(|d| d.since(anchor).map_or(i32::MAX, |s| s.get_days()).abs())
}

fn bare_weekday(weekday: Weekday, way: Option<Direction>, anchor: Date, tense: Tense) -> Option<Date> {
    let ahead = i64::from(anchor.weekday().until(weekday));
    let shift = match (way, tense) {
        (Some(Direction::Last), _) => {
            if ahead == 0 {
                -7
            } else {
                ahead - 7
            }
        }
        (Some(Direction::Next), _) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        (Some(Direction::This), _) => {
            if ahead > 3 {
                ahead - 7
            } else {
                ahead
            }
        }
        (None, Tense::Past) => (ahead - 7) % 7,
        (None, Tense::Future) => ahead,
        (None, Tense::Unknown) => {
            if ahead > 2 {
                ahead - 7
            } else {
                ahead
            }
        }
    };
    days(anchor, shift)
}

/// The first and the last day that `found` can mean: a single day, a week,
/// a month or a year.
pub fn period(found: &FoundDate, anchor: Option<Date>) -> Option<(Date, Date)> {
    if let Some(day) = found.full().or_else(|| anchor.and_then(|a| resolve(found, a))) {
        return Some((day, day));
    }
    if found.recurring {
        return None;
    }
    match (found.year, found.month) {
        (Some(year), Some(month)) if found.day.is_none() => month_of(Date::new(year, month, 1).ok()?),
        (Some(year), None) => year_of(Date::new(year, 1, 1).ok()?),
        (None, Some(month)) if found.day.is_none() => lone_month(month, found.direction, anchor?),
        _ => {
            let anchor = anchor?;
            let step: i64 = match found.direction? {
                Direction::Last => -1,
                Direction::This => 0,
                Direction::Next => 1,
            };
            match found.unit? {
                Unit::Day => days(anchor, step).map(|d| (d, d)),
                Unit::Week => {
                    let monday = days(anchor, 7 * step - i64::from(anchor.weekday().to_monday_zero_offset()))?;
                    Some((monday, days(monday, 6)?))
                }
                Unit::Month => month_of(plus(anchor.first_of_month(), step.months())?),
                Unit::Year => year_of(plus(anchor.first_of_year(), step.years())?),
                Unit::Weekend => {
                    let monday = days(anchor, -i64::from(anchor.weekday().to_monday_zero_offset()))?;
                    let saturday = days(monday, 5 + 7 * step)?;
                    Some((saturday, days(saturday, 1)?))
                }
            }
        }
    }
}

fn lone_month(month: i8, way: Option<Direction>, anchor: Date) -> Option<(Date, Date)> {
    let away = |d: &Date| {
        let months = i32::from(d.year()) * 12 + i32::from(d.month());
        months - (i32::from(anchor.year()) * 12 + i32::from(anchor.month()))
    };
    (-1..=1)
        .filter_map(|y| Date::new(anchor.year() + y, month, 1).ok())
        .filter(|d| match way {
            Some(Direction::Last) => away(d) < 0,
            Some(Direction::Next) => away(d) > 0,
            _ => true,
        })
        .min_by_key(|d| away(d).abs())
        .and_then(month_of)
}

fn month_of(first: Date) -> Option<(Date, Date)> {
    Some((first, first.last_of_month()))
}

fn year_of(first: Date) -> Option<(Date, Date)> {
    Some((first, first.last_of_year()))
}
