//! Weekdays, with whatever date follows them: `mardi`, `mercredi 19`, `lundi 12 mai`.

use super::super::calendar::{CalendarWord, Entry};
use super::super::found::{DateForm, Direction, FoundDate};
use super::super::token::Kind;
use super::{Read, Scan, blank};
use crate::corpus::language::Language;
use crate::text::Span;
use jiff::civil::Weekday;

fn weekday(value: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(value).ok()
}

impl Scan<'_> {
    /// A weekday with whatever date follows it.
    pub(super) fn after_weekday(&self, i: usize) -> Read {
        let capital = self.token(i)?.capital;
        let (e, abbreviated) = match self.entry_at(i, &[CalendarWord::Weekday]) {
            Some(e) => (e, false),
            None => (self.entry_at(i, &[CalendarWord::WeekdayAbbreviation])?, true),
        };
        if matches!(e.language, Some(Language::En | Language::De)) && !capital {
            return None;
        }
        let mut next = i + 1;
        if abbreviated && self.mark(next) == Some('.') {
            next += 1;
        }
        // `chaque samedi. Le 24 novembre`: the next sentence has a day of its own.
        let ends = |k: usize| self.mark(k) == Some('.') && self.token(k + 1).is_some_and(|t| t.capital);
        let mut inner = next;
        while !ends(inner)
            && (self.mark(inner).is_some_and(|c| matches!(c, ',' | '.'))
                || self.entry(inner, &[CalendarWord::Article]).is_some())
        {
            inner += 1;
        }
        let dated = self.same_line(inner).and_then(|t| match t.kind {
            Kind::Number(..) => self.numeric(inner).or_else(|| self.day_month(inner)),
            Kind::Word(_) => self.month_first(inner).filter(|(d, _)| d.day.is_some()),
            Kind::Mark(_) => None,
        });
        if let Some((mut found, after)) = dated
            && inner - next <= 2
        {
            found.weekday = weekday(e.value);
            found.language = e.language;
            found.span = self.span(i, after);
            return Some((found, after));
        }
        if abbreviated || !e.stands_alone() {
            return None;
        }
        // Spanish and Italian days are surnames and titles in other texts.
        if matches!(e.language, Some(Language::Es | Language::It))
            && (capital || self.before(i, &[CalendarWord::Article, CalendarWord::Of, CalendarWord::In]).is_none())
        {
            return None;
        }
        let mut found = blank(Span::default(), DateForm::Weekday);
        found.weekday = weekday(e.value);
        found.language = e.language;
        if let Some((day, after)) = self.same_line(next).and_then(|_| self.day_number(next))
            && self.ends_a_day(after)
        {
            found.day = Some(day);
            next = after;
        }
        next = self.direction_after(&mut found, next);
        next = self.part_after(next);
        self.direction_before(&mut found, i);
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// `ce mardi`, `tous les mardis`, `last Tuesday`: what stands before.
    pub(super) fn direction_before(&self, found: &mut FoundDate, i: usize) {
        let pointing = &[CalendarWord::Last, CalendarWord::Next, CalendarWord::This, CalendarWord::Every];
        let near = self.before(i, pointing).or_else(|| {
            let j = i.checked_sub(1)?;
            // `tous les mardis`, `chaque premier mardi`; not `tous azimuts mardi`
            let one_of = [CalendarWord::Article, CalendarWord::Counted, CalendarWord::Last, CalendarWord::Alternate];
            let between = self.entry(j, &one_of).is_some() || self.number(j).is_some();
            self.before(j, &[CalendarWord::Every]).filter(|_| between)
        });
        let own = |e: &Entry| e.language == found.language;
        let at =
            |k: Option<usize>, role: CalendarWord| k.and_then(|k| self.entry_at(k, &[role])).is_some_and(|e| own(&e));
        let (one, two) = (i.checked_sub(1), i.checked_sub(2));
        // `le huitième samedi de manifestations`, `13e samedi` are counted, not dated.
        let ending = at(one, CalendarWord::CountedEnding) && two.is_some_and(|k| self.number(k).is_some());
        let counted = at(one, CalendarWord::Counted) || ending && one.is_some_and(|k| self.tokens[k].glued);
        // `un samedi` is any, `un lundi 3` is one.
        let any = at(one, CalendarWord::Indefinite);
        let ordinal = !self.tokens[i].line && (counted || any) && found.day.is_none();
        match near.map(|e| e.role) {
            _ if ordinal => found.recurring = true,
            Some(CalendarWord::Every) => found.recurring = true,
            Some(CalendarWord::Last) => found.direction = Some(Direction::Last),
            Some(CalendarWord::Next) => found.direction = Some(Direction::Next),
            Some(CalendarWord::This) => found.direction = Some(Direction::This),
            _ => {}
        }
    }

    /// `mercredi 19` is a day, `mercredi 19 morts` is not.
    pub(super) fn ends_a_day(&self, next: usize) -> bool {
        let Some(token) = self.same_line(next) else { return true };
        match token.kind {
            Kind::Number(..) => false,
            Kind::Mark(c) => !(matches!(c, '%' | '€' | '$' | ':' | '/') || token.glued && c == '-'),
            Kind::Word(_) => {
                let word = token.span.of(self.text);
                let function = [CalendarWord::Uncounted, CalendarWord::In];
                let plural = word.len() > 3 && word.ends_with(['s', 'x']) && self.spelt(next, &function).is_none();
                !token.glued && !plural && self.spelt(next, &[CalendarWord::CountedNoun]).is_none()
            }
        }
    }

    /// `matin`, `soir`, `en début d'après-midi` after a weekday.
    pub(super) fn part_after(&self, next: usize) -> usize {
        if self.entry(next, &[CalendarWord::Part]).is_some() {
            return next + 1;
        }
        let edge = self.spelt(next, &[CalendarWord::In]).is_some()
            && self.spelt(next + 1, &[CalendarWord::Edge, CalendarWord::EdgeOf]).is_some();
        let of = || self.spelt(next + 2, &[CalendarWord::Of]).map(|_| next + 3).or_else(|| self.elided(next + 2));
        let part = |at: &usize| self.entry(*at, &[CalendarWord::Part]).is_some();
        edge.then(of).flatten().filter(part).map_or(next, |at| at + 1)
    }
}
