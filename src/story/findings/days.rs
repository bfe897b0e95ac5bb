//! Days that cannot both be so: two weekdays and days of one month whose
//! distance is no distance of the calendar.

use super::draft::{Draft, Input, at};
use crate::fact::DateMention;
use crate::story::types::FindingKind;
use crate::words::msg;
use std::collections::HashSet;

/// Days looked at on one side.
const LIMIT: usize = 100;

/// A weekday with a day and its month, whatever the year, as a number that
/// all days of that month have in common.
fn shift(d: &DateMention) -> Option<(i8, i8)> {
    let (weekday, day, month) = (d.weekday?, d.day?, d.month?);
    Some((month, (weekday - day).rem_euclid(7)))
}

/// True when two days of one month do not fit into one calendar. Years as
/// written must be the same; where none is, a text means that of its days.
fn exclude(x: &DateMention, y: &DateMention) -> bool {
    match (shift(x), shift(y)) {
        (Some((m, s)), Some((n, t))) => m == n && s != t && x.year == y.year,
        _ => false,
    }
}

fn dates<'i>(input: &'i Input<'_>, side: usize) -> impl Iterator<Item = &'i DateMention> + Clone {
    input.sides[side].facts.dates.iter().filter(|d| shift(d).is_some()).take(LIMIT)
}

/// Pairs of days that exclude each other, each once, at its nearest places.
fn pairs<'i>(all: impl Iterator<Item = (&'i DateMention, &'i DateMention)>) -> Vec<(&'i DateMention, &'i DateMention)> {
    let mut pairs: Vec<_> = all.filter(|(x, y)| exclude(x, y)).collect();
    pairs.sort_by_key(|(x, y)| (x.span.start.abs_diff(y.span.start), x.span, y.span));
    let mut told = HashSet::new();
    pairs.retain(|(x, y)| told.insert([x.day.min(y.day), x.day.max(y.day), x.month]));
    pairs
}

/// Days of one text that do not go together.
pub(super) fn days_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let all = dates(input, side).enumerate().flat_map(|(i, x)| dates(input, side).skip(i + 1).map(move |y| (x, y)));
    for (x, y) in pairs(all) {
        let said = msg::finding_two(at(input, side, x.span), at(input, side, y.span));
        out.push(Draft::inside(FindingKind::Calendar, side, msg::FINDING_DAYS, (x.span, Some(y.span)), said));
    }
}

/// Days of two reports of one event that do not go together.
pub(super) fn days(input: &Input<'_>, out: &mut Vec<Draft>) {
    if !input.one_event() {
        return;
    }
    let all = dates(input, 0).flat_map(|x| dates(input, 1).map(move |y| (x, y)));
    for (x, y) in pairs(all) {
        let (a, b) = ((x.span, at(input, 0, x.span)), (y.span, at(input, 1, y.span)));
        out.push(Draft::pair(FindingKind::Calendar, msg::FINDING_DAYS, a, b));
    }
}
