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
        let e = self.entry(i, &[CalendarWord::Abbreviation])?;
        let dotted = self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued;
        if dotted {
            return Some((e, i + 2));
        }
        let hyphened = usize::from(self.mark(i + 1) == Some('-') && self.tokens[i + 1].glued);
        self.year_number(i + 1 + hyphened).map(|_| (e, i + 1))
    }

    /// `13 septembre 2023`, `1er mai`, `13 sept.`, `13th of September, 2023`,
    /// `13. September 2023`, `13 de septiembre de 2023`, `13-Sep-2023`.
    pub(super) fn day_month(&self, i: usize) -> Read {
        let (day, mut next) = self.day_number(i)?;
        if self.mark(next).is_some_and(|c| matches!(c, '.' | '-')) || self.entry(next, &[CalendarWord::Of]).is_some() {
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
            self.entry(next, &[CalendarWord::Abbreviation]).filter(|_| led || lone).map(|e| (e, next + 1))
        };
        let (month, after) = named.or_else(bare)?;
        let mut found = blank(Span::default(), DateForm::Worded);
        found.day = Some(day);
        found.month = Some(month.value);
        found.language = Some(month.language);
        let mut next = after;
        let joined = matches!(self.mark(next), Some(',' | '-')) || self.entry(next, &[CalendarWord::Of]).is_some();
        if let Some(year) = self.year_number(next) {
            found.year = Some(year);
            next += 1;
        } else if joined && let Some(year) = self.year_number(next + 1) {
            found.year = Some(year);
            next += 2;
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
            Some(e) if e.language == Language::Fr => {
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
        let is_month = |e: &&Entry| matches!(e.role, CalendarWord::Month | CalendarWord::Abbreviation);
        let english = entries.iter().filter(is_month).find(|e| e.language == Language::En);
        if let Some(e) = english.filter(|_| capital) {
            let dotted = usize::from(self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued);
            if let Some((day, mut next)) = self.same_line(i + 1 + dotted).and_then(|_| self.day_number(i + 1 + dotted))
            {
                let mut found = blank(Span::default(), DateForm::Worded);
                found.day = Some(day);
                found.month = Some(e.value);
                found.language = Some(Language::En);
                if self.mark(next) == Some(',') && self.year_number(next + 1).is_some() {
                    next += 1;
                }
                if let Some(year) = self.year_number(next) {
                    found.year = Some(year);
                    next += 1;
                }
                jiff::civil::Date::new(found.year.unwrap_or(2024), e.value, day).ok()?;
                let unit = found.year.is_none() && matches!(self.mark(next), Some('%' | ':'));
                found.span = self.span(i, next);
                return (!unit).then_some((found, next));
            }
        }
        let (e, mut next) = match self.entry_at(i, &[CalendarWord::Month]) {
            Some(e) => (e, i + 1),
            None => {
                let e = self.entry_at(i, &[CalendarWord::Abbreviation])?;
                let dotted = usize::from(self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued);
                self.year_number(i + 1 + dotted)?;
                (e, i + 1 + dotted)
            }
        };
        let mut found = blank(Span::default(), DateForm::Month);
        found.month = Some(e.value);
        found.language = Some(e.language);
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

    /// A month by itself is one when it cannot be anything else.
    pub(super) fn lone_month(&self, i: usize, e: Entry, capital: bool) -> bool {
        let led = self.before(i, &[CalendarWord::In, CalendarWord::Last, CalendarWord::Next, CalendarWord::This]);
        if e.language == Language::Fr && !capital {
            return !(self.tokens[i].glued && i > 0 && matches!(self.tokens[i - 1].kind, Kind::Mark('-')));
        }
        // `that March`, `early June`
        let english = e.language == Language::En
            && capital
            && matches!(
                i.checked_sub(1).map_or("", |k| self.word(k)),
                "that" | "by" | "since" | "until" | "from" | "through" | "of" | "this"
            );
        if english && (e.value != 5 && e.value != 3 || self.word(i - 1) != "of") {
            return true;
        }
        led.is_some_and(|l| l.language == e.language) && (capital == matches!(e.language, Language::En | Language::De))
            || e.language == Language::Fr && led.is_some_and(|l| l.language == Language::Fr)
    }
}
