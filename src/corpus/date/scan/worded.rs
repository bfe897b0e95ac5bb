//! Dates with a month in words: `13 septembre 2023`, `September 13`, `décembre`.

use super::super::calendar::{CalendarWord, Entry};
use super::super::found::{DateForm, Direction, FoundDate};
use super::super::token::Kind;
use super::{Read, Scan, blank};
use crate::corpus::language::Language;
use crate::text::Span;

impl Scan<'_> {
    /// A month or its abbreviation at `i`; the index after it.
    pub(super) fn month(&self, i: usize) -> Option<(Entry, usize)> {
        if let Some(e) = self.entry(i, &[CalendarWord::Month]) {
            return Some((e, i + 1));
        }
        let e = self.entry(i, &[CalendarWord::MonthAbbreviation])?;
        let dotted = self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued;
        if dotted && e.stands_alone() {
            return Some((e, i + 2));
        }
        let next = i + 1 + usize::from(dotted);
        let hyphened = self.mark(next) == Some('-') && self.tokens[next].glued;
        let joint = usize::from(hyphened || self.mark(next) == Some(',')) + usize::from(self.is_of(next));
        self.year_number(next + joint).map(|_| (e, next))
    }

    /// `13 septembre 2023`, `1er mai`, `13 sept.`, `13th of September, 2023`,
    /// `13. September 2023`, `13 de septiembre de 2023`, `13-Sep-2023`.
    pub(super) fn day_month(&self, i: usize) -> Read {
        let (day, mut next) = self.day_number(i)?;
        if self.mark(next).is_some_and(|c| matches!(c, '.' | '-')) || self.is_of(next) {
            next += 1;
        }
        if self.mark(next) == Some('\'') || self.mark(next) == Some('’') {
            next += 1;
        }
        let named = self.month(next);
        // `le 13 sept` without a stop: only after a weekday or an article.
        let bare = || {
            let led = self
                .before(i, &[CalendarWord::Article, CalendarWord::Weekday, CalendarWord::WeekdayAbbreviation])
                .is_some();
            let lone = self.token(i).is_some_and(|t| t.line) && self.token(next + 1).is_none_or(|t| t.line);
            let known = |e: &Entry| e.stands_alone() && (led || lone);
            self.entry(next, &[CalendarWord::MonthAbbreviation]).filter(known).map(|e| (e, next + 1))
        };
        let (month, after) = named.or_else(bare)?;
        let mut found = blank(Span::default(), DateForm::Worded);
        found.day = Some(day);
        found.month = Some(month.value);
        found.language = month.language;
        let mut next = after;
        let joined = matches!(self.mark(next), Some(',' | '-')) || self.is_of(next);
        if let Some(year) = self.year_number(next) {
            found.year = Some(year);
            next += 1;
        } else if joined && let Some(year) = self.year_number(next + 1) {
            found.year = Some(year);
            next += 2;
        } else if !month.stands_alone() {
            return None;
        } else {
            self.same_year_after(&mut found, next);
            next = self.direction_after(&mut found, next);
        }
        jiff::civil::Date::new(found.year.unwrap_or(2024), month.value, day).ok()?;
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// `dernier`, `prochain` after a date or a unit.
    pub(super) fn direction_after(&self, found: &mut FoundDate, next: usize) -> usize {
        // `last` and `next` stand before in English: `13 May last year`.
        match self.entry(next, &[CalendarWord::Last, CalendarWord::Next]) {
            Some(e) if e.language == Some(Language::Fr) => {
                found.direction = Some(if e.role == CalendarWord::Last { Direction::Last } else { Direction::Next });
                next + 1
            }
            _ => next,
        }
    }

    /// `September 13, 2023`, `Sept. 13`, `septembre 2023`, `décembre`.
    pub(super) fn month_first(&self, i: usize) -> Read {
        let capital = self.token(i)?.capital;
        let entries = match self.token(i)?.kind {
            Kind::Word(entries) => entries,
            _ => return None,
        };
        let is_month = |e: &&Entry| matches!(e.role, CalendarWord::Month | CalendarWord::MonthAbbreviation);
        let english = entries.iter().filter(is_month).find(|e| e.language == Some(Language::En) && capital);
        let whole = |e: &&Entry| is_month(e) && (e.role == CalendarWord::Month || e.stands_alone());
        if let Some(e) = english.or_else(|| entries.iter().find(whole))
            && let Some(read) = self.month_then_day(i, *e, english.is_some())
        {
            return Some(read);
        }
        let (e, mut next) = match self.entry_at(i, &[CalendarWord::Month]) {
            Some(e) => (e, i + 1),
            None => {
                let e = self.entry_at(i, &[CalendarWord::MonthAbbreviation]).filter(|e| e.stands_alone())?;
                let dotted = usize::from(self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued);
                self.year_number(i + 1 + dotted)?;
                (e, i + 1 + dotted)
            }
        };
        let mut found = blank(Span::default(), DateForm::Month);
        found.month = Some(e.value);
        found.language = e.language;
        if self.entry(next, &[CalendarWord::Of]).is_some() && self.year_number(next + 1).is_some() {
            next += 1;
        }
        if let Some(year) = self.year_number(next) {
            found.year = Some(year);
            next += 1;
        } else if !self.lone_month(i, e, capital) {
            return None;
        } else {
            next = self.direction_after(&mut found, next);
        }
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// `September 13, 2023`, `Sept. 13`; in other languages only with a year, as
    /// pages write it whose makers forgot that days come first: `juin 14, 2019`.
    /// Machines put the time between: `Thu Mar 14 10:00:00 CET 2019`.
    fn month_then_day(&self, i: usize, month: Entry, english: bool) -> Read {
        let dotted = usize::from(self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued);
        let (day, mut next) = self.same_line(i + 1 + dotted).and_then(|_| self.day_number(i + 1 + dotted))?;
        let mut found = blank(Span::default(), DateForm::Worded);
        found.day = Some(day);
        found.month = Some(month.value);
        found.language = month.language;
        if self.mark(next) == Some(',') && self.year_number(next + 1).is_some() {
            next += 1;
        }
        let clock = self.clock_after(&mut found.clone(), next);
        let seconds = if clock > next && self.mark(clock) == Some(':') { 2 } else { 0 };
        let zone = clock + seconds + usize::from(!self.word(clock + seconds).is_empty());
        if let Some(year) = self.year_number(next) {
            found.year = Some(year);
            next += 1;
        } else if clock > next
            && let Some(year) = self.year_number(zone)
        {
            found.year = Some(year);
            next = zone + 1;
        } else if !english {
            return None;
        }
        jiff::civil::Date::new(found.year.unwrap_or(2024), month.value, day).ok()?;
        let unit = found.year.is_none() && matches!(self.mark(next), Some('%' | ':'));
        found.span = self.span(i, next);
        (!unit).then_some((found, next))
    }

    /// `2019. március 14.`, `2019-Mar-14`, and `2019 March 14` where nothing but a
    /// time follows: `in 2019 may 14 people …` is no date.
    pub(super) fn year_first(&self, i: usize) -> Read {
        let year = self.year_at(i)?;
        let joint = self.mark(i + 1).filter(|c| matches!(c, '.' | '-') && self.tokens[i + 1].glued);
        let at = i + 1 + usize::from(joint.is_some());
        let month = self.entry(at, &[CalendarWord::Month, CalendarWord::MonthAbbreviation])?;
        // A full stop before a capital ends a sentence.
        if joint == Some('.') && self.tokens[at].capital {
            return None;
        }
        let stop = self.mark(at + 1).is_some_and(|c| matches!(c, '.' | '-')) && self.tokens[at + 1].glued;
        let at = at + 1 + usize::from(stop);
        let (day, mut next) = self.same_line(at).and_then(|_| self.day_number(at))?;
        let mut found = blank(self.span(i, next), DateForm::Worded);
        let timed = self.clock_after(&mut found.clone(), next) > next;
        if joint.is_none() && !timed && self.same_line(next).is_some() {
            return None;
        }
        if joint == Some('.') && self.mark(next) == Some('.') {
            next += 1;
        }
        jiff::civil::Date::new(year, month.value, day).ok()?;
        (found.year, found.month, found.day) = (Some(year), Some(month.value), Some(day));
        found.language = month.language;
        Some((found, next))
    }

    /// `2019年3月14日`, `2019년 3월 14일`.
    pub(super) fn signed(&self, i: usize) -> Read {
        let year = self.year_at(i)?;
        let number = |k: usize| self.same_line(k).and_then(|_| self.number(k)).filter(|n| n.1 <= 2).map(|n| n.0 as i8);
        let sign = |k: usize, class: CalendarWord| self.entry(k, &[class]).map(|_| ());
        sign(i + 1, CalendarWord::YearSign)?;
        let month = number(i + 2)?;
        sign(i + 3, CalendarWord::MonthSign)?;
        let day = number(i + 4)?;
        sign(i + 5, CalendarWord::DaySign)?;
        let mut found = blank(self.span(i, i + 6), DateForm::Numeric);
        (found.year, found.month, found.day) = (Some(year), Some(month), Some(day));
        found.full().map(|_| (found, i + 6))
    }

    /// A month by itself is one when it cannot be anything else.
    pub(super) fn lone_month(&self, i: usize, e: Entry, capital: bool) -> bool {
        let led = self.before(i, &[CalendarWord::In, CalendarWord::Last, CalendarWord::Next, CalendarWord::This]);
        if e.language == Some(Language::Fr) && !capital {
            return !(self.tokens[i].glued && i > 0 && matches!(self.tokens[i - 1].kind, Kind::Mark('-')));
        }
        // `that March`, `through June`; `of May` and `of March` can be other words.
        let before = i.checked_sub(1).filter(|_| e.language == Some(Language::En) && capital);
        let spelt = |roles: &[CalendarWord]| before.is_some_and(|k| self.spelt(k, roles).is_some());
        if spelt(&[CalendarWord::BeforeMonth]) || spelt(&[CalendarWord::Of]) && !matches!(e.value, 3 | 5) {
            return true;
        }
        led.is_some_and(|l| l.language == e.language)
            && (capital == matches!(e.language, Some(Language::En | Language::De)))
            || e.language == Some(Language::Fr) && led.is_some_and(|l| l.language == e.language)
    }
}
