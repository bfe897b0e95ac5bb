//! Times of day and stretches of time in hours, minutes and seconds.

use super::phrase::Phrase;
use super::types::{Bound, Figure, FigureKind};
use crate::fact::lexicon::WordClass;
use crate::lang::{self, CalendarWord, FigureWord, Grammar, Tags};
use crate::text::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Minutes of an hour, and seconds of a minute.
const SIXTY: f64 = 60.0;

/// Seconds of an hour.
const HOUR: f64 = SIXTY * SIXTY;

/// An hour and minutes as written, and the token behind them.
struct Hours {
    hour: f64,
    minute: Option<f64>,
    next: usize,
    /// The word for hours stands behind the number: `18 heures`.
    worded: bool,
}

/// Parts of the day by their words, folded: from 0, the morning.
fn parts() -> &'static HashMap<String, i8> {
    static TABLE: OnceLock<HashMap<String, i8>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries = lang::entries::<CalendarWord>().filter(|e| e.class == CalendarWord::Part);
        entries.filter_map(|e| Some((fold(e.word), e.value?.parse().ok()?))).collect()
    })
}

impl Phrase<'_, '_> {
    /// `18h30`, `19H`, `20:30`; `20 heures` behind a preposition of times, and with its part
    /// of the day: `trois heures du matin`. Hours that something lasts are no time of day:
    /// `pendant 24h`, `plus de 3h`, `2h30 de retard`, `à 2 heures de Paris`.
    pub(super) fn clock(&self, i: usize) -> Option<(Figure, usize)> {
        const LAST: f64 = 24.0;
        const NOON: f64 = 12.0;
        /// Hours that nobody says a place is away.
        const FAR: f64 = 7.0;
        /// Parts of the day from the afternoon on.
        const LATE: std::ops::RangeInclusive<i8> = 2..=3;
        let hours = self.hours(i)?;
        let part = self.part_of_day(hours.next);
        // `à 14 heures de la gare` starts there, `à 3 heures de la gare` is far from it.
        let starts = hours.hour >= FAR && self.class(hours.next + 1).is(WordClass::DETERMINER);
        let genitive = part.is_none() && Tags::of(self.word(hours.next)).is(Grammar::Genitive) && !starts;
        let (bound, start) = self.bound_before(i);
        // `à partir de 18h` begins then.
        let points = start < i && Tags::of_folded(&fold(self.word(start))).is(FigureWord::ClockPreposition);
        let led = points || self.is_clock_led(i);
        let written = self.is_number(i);
        if hours.worded && !(part.is_some() || led && written && !genitive) {
            return None;
        }
        let number = self.span(i, hours.next);
        let limited = start + 1 < i && matches!(bound, Bound::More | Bound::Less | Bound::Almost);
        // `1 h 20 min`
        let minutes = hours.minute.and(self.unit(hours.next)).filter(|(u, _)| u.name == "s" && u.factor == SIXTY);
        let lasting = minutes.is_some()
            || !led
                && part.is_none()
                && (limited
                    || genitive
                    || Tags::of(self.word(i.wrapping_sub(1))).is(FigureWord::Lasting)
                    || hours.hour == LAST && hours.minute.is_none());
        if lasting || hours.hour > LAST {
            let value = hours.hour * HOUR + hours.minute.unwrap_or(0.0) * SIXTY;
            let next = minutes.map_or(hours.next, |(_, next)| next);
            let figure = Figure::new(self.span(start, next), number, FigureKind::Duration, value);
            return Some((Figure { bound, unit: Some("s".into()), ..figure }, next));
        }
        let late = part.is_some_and(|(part, _)| LATE.contains(&part)) && hours.hour < NOON;
        let hour = if late { hours.hour + NOON } else { hours.hour };
        let value = hour * SIXTY + hours.minute.unwrap_or(0.0);
        let next = part.map_or(hours.next, |(_, next)| next);
        // `RTL 19h00` may be what is on then.
        let named = i > self.first
            && self.prose.tokens[i - 1].capital
            && !Tags::of_folded(&fold(self.word(i - 1))).is(FigureWord::ClockPreposition);
        let figure = Figure::new(self.span(start, next), number, FigureKind::Clock, value);
        Some((Figure { bound, unit: Some("clock".into()), doubtful: named, ..figure }, next))
    }

    /// The hours and minutes at a token.
    fn hours(&self, i: usize) -> Option<Hours> {
        const MOST: f64 = 99.0;
        let read = self.number(i)?;
        let whole = read.value.fract() == 0.0 && read.value <= MOST && read.factor == 1.0;
        if !whole || read.about || read.many || read.part {
            return None;
        }
        let (hour, at) = (read.value, read.next);
        if Tags::of(self.word(at)).is(FigureWord::Hour) {
            // `à 15 heures 30 personnes` counts them.
            let (noun, after) = self.noun(at + 2);
            let counted = self.unit(at + 2).is_some() || noun.is_some() && self.is_plural(after - 1);
            let minute = self.minutes(at + 1).filter(|_| !counted);
            let next = at + 1 + usize::from(minute.is_some());
            return Some(Hours { hour, minute, next, worded: true });
        }
        if !self.is_number(i) {
            return None;
        }
        let joint = self.word(at);
        let glued = self.glued(at);
        let colon = self.mark(at) == Some(':') && glued && self.glued(at + 1);
        // `18h30` is a number and the word `h30`.
        let behind = joint.strip_prefix(['h', 'H']).filter(|_| glued || joint.len() == 1);
        let letter = behind.is_some_and(|m| m.len() <= 2 && m.bytes().all(|b| b.is_ascii_digit()));
        if !(letter || colon) {
            return None;
        }
        let own = behind.and_then(|m| m.parse::<f64>().ok()).filter(|m| *m < SIXTY);
        let apart = if own.is_none() { self.minutes(at + 1) } else { None };
        if colon && (apart.is_none() || hour > 24.0) {
            return None;
        }
        Some(Hours { hour, minute: own.or(apart), next: at + 1 + usize::from(apart.is_some()), worded: false })
    }

    /// Digits of minutes or seconds.
    fn minutes(&self, i: usize) -> Option<f64> {
        if !self.is_number(i) {
            return None;
        }
        self.prose.word(i).parse::<u8>().ok().map(f64::from).filter(|m| *m < SIXTY)
    }

    /// True behind what stands before a time of day: `à`, `vers`.
    fn is_clock_led(&self, i: usize) -> bool {
        Tags::of_folded(&fold(self.word(i.wrapping_sub(1)))).is(FigureWord::ClockPreposition)
    }

    /// `du matin`, `de l’après-midi`: which part it is, and the token behind it.
    fn part_of_day(&self, i: usize) -> Option<(i8, usize)> {
        if !Tags::of(self.word(i)).is(Grammar::Genitive | Grammar::ContractedGenitive) {
            return None;
        }
        let at = i + 1 + usize::from(self.class(i + 1).is(WordClass::DETERMINER));
        parts().get(&fold(self.word(at))).map(|part| (*part, at + 1))
    }

    /// `entre 15 heures et 16 heures 30`, `de 9 heures à 18 heures`: the time of day between
    /// two, not how long something takes.
    pub(super) fn clock_range(&self, i: usize) -> Option<(Figure, usize)> {
        const LAST: f64 = 24.0;
        const NOON: f64 = 12.0;
        let from = self.hours(i).filter(|h| h.worded && h.hour <= LAST)?;
        let opening = Tags::of_folded(&fold(self.word(i.wrapping_sub(1))));
        let link = Tags::of(self.word(from.next));
        let pair = opening.is(FigureWord::RangePair) && link.is(Grammar::Coordinator);
        let joined = pair || opening.is(FigureWord::RangeOpening) && link.is(FigureWord::RangeLink);
        let to = self.hours(from.next + 1).filter(|h| joined && h.worded && h.hour <= LAST)?;
        let value = |h: &Hours| h.hour * SIXTY + h.minute.unwrap_or(0.0);
        let (low, high) = (value(&from), value(&to));
        let plain = from.minute.is_some() || to.minute.is_some() || to.hour > NOON;
        if low >= high || !(plain || pair) || self.is_change(i) {
            return None;
        }
        let span = self.span(i, to.next);
        let figure = Figure::new(self.span(i - 1, to.next), span, FigureKind::Clock, low);
        let unit = Some("clock".into());
        Some((Figure { high, bound: Bound::Range, unit, doubtful: !plain, ..figure }, to.next))
    }

    /// Minutes and seconds as they are taken: `1'25`, `20''`, `2h14'32''`.
    pub(super) fn stopwatch(&self, i: usize) -> Option<(Figure, usize)> {
        let first =
            if self.is_number(i) { self.prose.word(i).parse::<u16>().ok().map(f64::from)? } else { return None };
        let (seconds, next) = match self.primes(i + 1) {
            (1, at) => {
                let seconds = self.minutes(at).filter(|_| self.glued(at) && self.prose.word(at).len() == 2)?;
                let (marks, behind) = self.primes(at + 1);
                (first * SIXTY + seconds, if marks == 0 { at + 1 } else { behind })
            }
            (2, at) => (first, at),
            _ => return None,
        };
        let (bound, start) = self.bound_before(i);
        let figure = Figure::new(self.span(start, next), self.span(i, next), FigureKind::Duration, seconds);
        Some((Figure { bound, unit: Some("s".into()), ..figure }, next))
    }

    /// Minutes of a match, `Morel (23')`, or their number alone: they count nothing.
    pub(super) fn is_minute(&self, i: usize) -> bool {
        /// Tokens in which a quotation in single marks would have begun.
        const NEAR: usize = 24;
        let quoted = (i.saturating_sub(NEAR).max(self.first)..i).any(|k| self.is_prime(k));
        self.is_number(i) && self.primes(i + 1).0 == 1 && !quoted
    }

    fn is_prime(&self, k: usize) -> bool {
        matches!(self.mark(k), Some('\'' | '’' | '′'))
    }

    /// How many primes stand glued behind a number, and the token behind them.
    fn primes(&self, at: usize) -> (usize, usize) {
        let double = |k: usize| matches!(self.mark(k), Some('″'));
        if !self.glued(at) {
            return (0, at);
        }
        if double(at) || self.is_prime(at) && self.is_prime(at + 1) && self.glued(at + 1) {
            return (2, at + if double(at) { 1 } else { 2 });
        }
        // A straight mark of seconds may close a quotation: only behind minutes.
        let behind_minutes = self.is_prime(at.wrapping_sub(2)) && self.mark(at) == Some('"');
        if behind_minutes {
            return (2, at + 1);
        }
        (usize::from(self.is_prime(at)), at + usize::from(self.is_prime(at)))
    }

    /// `le 20 heures`, `au 13h de la chaîne`: what is on then.
    pub(super) fn is_programme(&self, i: usize) -> bool {
        self.is_number(i)
            && Tags::of(self.word(i.wrapping_sub(1))).is(FigureWord::SingularArticle)
            && self.hours(i).is_some_and(|h| h.minute.is_none() && h.hour <= 24.0)
    }
}
