//! Years by themselves, where the words around make them years.

use super::super::calendar::{CalendarWord, Entry, follows_a_year, meanings};
use super::super::found::{DateForm, FoundDate};
use super::super::token::Kind;
use super::{Read, Scan, blank};
use crate::text::Span;

/// Years that are read as years without a day or a month beside them.
const LONE_YEARS: std::ops::RangeInclusive<u32> = 1800..=2099;

impl Scan<'_> {
    /// A year by itself, where the words around make it one.
    pub(super) fn lone_year(&self, i: usize, last: Option<&FoundDate>) -> Read {
        let (value, digits) = self.number(i)?;
        if digits != 4 || !LONE_YEARS.contains(&value) || self.year_or_count(i) {
            return None;
        }
        let previous = i.checked_sub(1).and_then(|j| self.token(j));
        let led = self.before(i, &[CalendarWord::In]).is_some();
        let bracketed = matches!(previous.map(|t| t.kind), Some(Kind::Mark('(')))
            && (matches!(self.mark(i + 1), Some(')' | '-' | '–' | ','))
                || self.spelt(i + 1, &[CalendarWord::Joint]).is_some());
        let elided = self.before(i, &[CalendarWord::Unit]).is_some_and(|e| e.value == 4);
        let purpose = i > 0 && self.spelt_anyhow(i - 1, &[CalendarWord::BeforeYear]).is_some();
        let after_of = (purpose || self.before(i, &[CalendarWord::Of]).is_some()) && self.ends_a_phrase(i + 1);
        // `2018 et 2019`, `2018-2019`, `entre 2015 et 2018`
        let listed = last.is_some_and(|d| {
            d.form == DateForm::Year && d.span.end <= self.tokens[i].span.start && {
                let gap = Span::new(d.span.end, self.tokens[i].span.start).of(self.text).trim();
                let joins = |e: &Entry| matches!(e.role, CalendarWord::Joint | CalendarWord::To) && e.word == gap;
                matches!(gap, "-" | "–" | "/" | ",") || meanings(gap).iter().any(joins)
            }
        });
        // `plus de 2000`, `près de 1900`: about so many.
        let about = i > 1 && self.spelt(i - 2, &[CalendarWord::About]).is_some();
        let after_of = after_of && !(about && value.is_multiple_of(100));
        let shown = led || bracketed || elided || after_of || listed;
        if !(shown || self.starts_a_span(i, value) || self.behind_a_noun(i, value) || self.stands_alone(i, value)) {
            return None;
        }
        let mut found = blank(self.span(i, i + 1), DateForm::Year);
        found.year = Some(value as i16);
        Some((found, i + 1))
    }

    /// A number between 1950 and 2049 that nothing counts: `notre référence,
    /// c’est 1998`, `the 2016 Republican nomination`.
    pub(super) fn stands_alone(&self, i: usize, value: u32) -> bool {
        if !(1950..=2049).contains(&value) || value == 2000 {
            return false;
        }
        let Some(before) = i.checked_sub(1) else { return false };
        let determined = self.spelt_anyhow(before, &[CalendarWord::YearDeterminer]).is_some();
        if determined && let Some(next) = self.same_line(i + 1).filter(|t| matches!(t.kind, Kind::Word(_))) {
            return next.capital
                || self.spelt(i + 1, &[CalendarWord::YearNoun]).is_some()
                || follows_a_year(self.word(i + 1));
        }
        let being = [CalendarWord::Being];
        let is = self.spelt(before, &[CalendarWord::Being, CalendarWord::BeforeYear]).is_some();
        let counted = i > 1 && self.spelt(i - 2, &[CalendarWord::CountedPronoun]).is_some();
        is && !counted && (self.ends_a_phrase(i + 1) || self.spelt(i + 1, &being).is_some())
    }

    /// `la Coupe du monde 2018`, `le budget 2019`: a number that is not round,
    /// behind a word with content and before none that it could count.
    fn behind_a_noun(&self, i: usize, value: u32) -> bool {
        let Some(before) = i.checked_sub(1) else { return false };
        let content = self.word(before).chars().count() > 3
            && !self.tokens[i].line
            && self.spelt(before, &[CalendarWord::Uncounted]).is_none();
        (1950..2100).contains(&value) && !value.is_multiple_of(100) && content && self.ends_a_phrase(i + 1)
    }

    /// `2016-2017`, `2000 à 2010`: two years in order, not far apart.
    pub(super) fn starts_a_span(&self, i: usize, value: u32) -> bool {
        let joined = self.spelt(i + 1, &[CalendarWord::To]).is_some() || matches!(self.mark(i + 1), Some('-' | '–'));
        let second = self.same_line(i + 2).and_then(|_| self.number(i + 2));
        joined
            && !self.year_or_count(i + 2)
            && second.is_some_and(|(v, digits)| digits == 4 && v > value && v - value <= 60 && LONE_YEARS.contains(&v))
    }

    /// True when the number counts something: a unit, a decimal, a plural.
    pub(super) fn year_or_count(&self, i: usize) -> bool {
        let Some(token) = self.same_line(i + 1) else { return false };
        match token.kind {
            Kind::Number(..) => true,
            Kind::Mark(c) => {
                let number_after =
                    self.token(i + 2).is_some_and(|t| t.glued && matches!(t.kind, Kind::Number(..))) && token.glued;
                matches!(c, '%' | '€' | '$' | '°') || number_after && matches!(c, '.' | ',' | '\'' | ':' | '’')
            }
            Kind::Word(_) => token.glued || self.spelt(i + 1, &[CalendarWord::CountedNoun]).is_some(),
        }
    }

    /// True when no noun follows that the number could count.
    pub(super) fn ends_a_phrase(&self, i: usize) -> bool {
        match self.same_line(i) {
            None => true,
            Some(t) => match t.kind {
                Kind::Mark(_) => true,
                Kind::Number(..) => false,
                Kind::Word(_) => self.spelt(i, &[CalendarWord::Uncounted]).is_some(),
            },
        }
    }
}
