//! From what is written to a day or a stretch of days, given an anchor.

use super::found::{DateForm, Direction, FoundDate, Part, Season, Unit};
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
        (Some(day), Some(month), _) if found.year.is_none() => day_and_month(found, (day, month), anchor, tense),
        (Some(day), None, Some(weekday)) => numbered_weekday(day, weekday, anchor),
        (None, None, Some(weekday)) if found.form == DateForm::Weekday => {
            bare_weekday(weekday, found.direction, anchor, tense)
        }
        _ => None,
    }
}

/// Days from which the tense of the sentence overrules the nearest year: the
/// tense of a clause is often not that of the date in it.
const FAR: i32 = 60;

/// `13 septembre`: the year nearest to the anchor, or the way it points; a
/// written weekday decides between neighbouring years.
fn day_and_month(found: &FoundDate, (day, month): (i8, i8), anchor: Date, tense: Tense) -> Option<Date> {
    let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
    let distance = |d: &Date| (d.since(anchor).map_or(i32::MAX, |s| s.get_days())).abs();
    let mut options: Vec<Date> = years.iter().filter_map(|&y| Date::new(y, month, day).ok()).collect();
    match found.direction {
        Some(Direction::Last) => options.retain(|d| *d <= anchor),
        Some(Direction::Next) => options.retain(|d| *d >= anchor),
        _ => {}
    }
    let near = options.iter().copied().min_by_key(distance)?;
    // A weekday that fits another year is believed only when the nearest
    // year is far off: else it is a slip, and listed as one.
    if let Some(weekday) = found.weekday
        && near.weekday() != weekday
        && distance(&near) > 2 * FAR
        && let Some(other) = options.iter().copied().filter(|d| d.weekday() == weekday).min_by_key(distance)
    {
        return Some(other);
    }
    let told = |d: &&Date| match tense {
        Tense::Past => **d <= anchor,
        Tense::Future => **d >= anchor,
        Tense::Unknown => true,
    };
    if distance(&near) <= FAR || found.weekday.is_some() {
        return Some(near);
    }
    options.iter().filter(told).copied().min_by_key(distance).or(Some(near))
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
/// a month, a season, a year or ten, or a part of one of them. The tense of
/// the sentence says where a month or a season without a year is looked for.
pub fn period(found: &FoundDate, anchor: Option<Date>, tense: Tense) -> Option<(Date, Date)> {
    if let Some(day) = found.full().or_else(|| anchor.and_then(|a| resolve_in(found, a, tense))) {
        return Some((day, if found.night { days(day, 1)? } else { day }));
    }
    if found.recurring {
        return None;
    }
    let whole = stretch(found, anchor, tense)?;
    found.part.map_or(Some(whole), |part| third(found, whole, part))
}

fn stretch(found: &FoundDate, anchor: Option<Date>, tense: Tense) -> Option<(Date, Date)> {
    if let Some(season) = found.season {
        return match found.year {
            Some(year) => season_of(season, year),
            None if season == Season::Winter => nearest(found, anchor?, tense, winter),
            None => nearest(found, anchor?, tense, |year| season_of(season, year)),
        };
    }
    match (found.year, found.month) {
        (Some(year), None) if found.form == DateForm::Decade => {
            Some((Date::new(year, 1, 1).ok()?, Date::new(year + 9, 12, 31).ok()?))
        }
        (Some(year), Some(month)) if found.day.is_none() => month_of(Date::new(year, month, 1).ok()?),
        (Some(year), None) => year_of(Date::new(year, 1, 1).ok()?),
        (None, Some(month)) if found.day.is_none() => {
            nearest(found, anchor?, tense, |year| month_of(Date::new(year, month, 1).ok()?))
        }
        _ => unit(found.unit?, found.direction?, anchor?, tense),
    }
}

/// `la semaine dernière`, `ce week-end`, `l'an prochain`.
fn unit(unit: Unit, way: Direction, anchor: Date, tense: Tense) -> Option<(Date, Date)> {
    let step: i64 = match way {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
    };
    let monday = days(anchor, -i64::from(anchor.weekday().to_monday_zero_offset()))?;
    match unit {
        Unit::Day => days(anchor, step).map(|d| (d, d)),
        Unit::Week => {
            let monday = days(monday, 7 * step)?;
            Some((monday, days(monday, 6)?))
        }
        Unit::Month => month_of(plus(anchor.first_of_month(), step.months())?),
        Unit::Year => year_of(plus(anchor.first_of_year(), step.years())?),
        Unit::Weekend => {
            let saturday = days(monday, 5 + 7 * step)?;
            // On a Monday what they *had* announced this weekend is two days old.
            let over = way == Direction::This && tense == Tense::Past && anchor < saturday;
            let saturday = if over { days(saturday, -7)? } else { saturday };
            Some((saturday, days(saturday, 1)?))
        }
    }
}

/// Of a stretch that comes every year, the one that is meant: nearest to the
/// anchor, on the side to which words or tense point.
fn nearest(
    found: &FoundDate,
    anchor: Date,
    tense: Tense,
    of_year: impl Fn(i16) -> Option<(Date, Date)>,
) -> Option<(Date, Date)> {
    let gap = |(from, to): &(Date, Date)| {
        let days = |a: Date, b: Date| a.until(b).map_or(i32::MAX, |s| s.get_days());
        if *to < anchor {
            days(*to, anchor)
        } else if *from > anchor {
            days(anchor, *from)
        } else {
            0
        }
    };
    let options: Vec<(Date, Date)> = (-1..=1)
        .filter_map(|y| of_year(anchor.year() + y))
        .filter(|(from, to)| match found.direction {
            Some(Direction::Last) => *to < anchor,
            Some(Direction::Next) => *from > anchor,
            Some(Direction::This) | None => true,
        })
        .collect();
    let near = options.iter().copied().min_by_key(gap)?;
    if gap(&near) <= FAR {
        return Some(near);
    }
    let told = |(from, to): &&(Date, Date)| match tense {
        Tense::Past => *from <= anchor,
        Tense::Future => *to >= anchor,
        Tense::Unknown => true,
    };
    options.iter().filter(told).copied().min_by_key(gap).or(Some(near))
}

/// A season of a year. Which winter a year means is not said, so that it is
/// both that lie in it.
fn season_of(season: Season, year: i16) -> Option<(Date, Date)> {
    let day = |month, day| Date::new(year, month, day).ok();
    Some(match season {
        Season::Spring => (day(3, 20)?, day(6, 20)?),
        Season::Summer => (day(6, 21)?, day(9, 22)?),
        Season::Autumn => (day(9, 23)?, day(12, 20)?),
        Season::Winter => (winter(year.checked_sub(1)?)?.0, winter(year)?.1),
    })
}

/// The winter that begins in a year.
fn winter(year: i16) -> Option<(Date, Date)> {
    Some((Date::new(year, 12, 21).ok()?, Date::new(year.checked_add(1)?, 3, 19).ok()?))
}

/// The first, second or last third: of a month ten days, of a year four
/// months, of a decade as many whole years as come nearest.
fn third(found: &FoundDate, (from, to): (Date, Date), part: Part) -> Option<(Date, Date)> {
    let (second, last) = match (found.form, found.unit) {
        (DateForm::Decade, _) => (plus(from, 4.years())?, plus(from, 7.years())?),
        (DateForm::Year, _) | (_, Some(Unit::Year)) => (plus(from, 4.months())?, plus(from, 8.months())?),
        (DateForm::Month, _) | (_, Some(Unit::Month)) => (days(from, 10)?, days(from, 20)?),
        _ => {
            let length = i64::from(from.until(to).ok()?.get_days()) + 1;
            (days(from, length / 3)?, days(from, 2 * length / 3)?)
        }
    };
    Some(match part {
        Part::Early => (from, days(second, -1)?),
        Part::Middle => (second, days(last, -1)?),
        Part::Late => (last, to),
    })
}

fn month_of(first: Date) -> Option<(Date, Date)> {
    Some((first, first.last_of_month()))
}

fn year_of(first: Date) -> Option<(Date, Date)> {
    Some((first, first.last_of_year()))
}
