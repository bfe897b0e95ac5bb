//! Words that point: `hier`, `la semaine dernière`, `last week`, `ce matin`.

use super::super::calendar::CalendarWord;
use super::super::found::{DateForm, Direction, Unit};
use super::{Read, Scan, blank};
use crate::corpus::language::Language;
use crate::text::Span;

impl Scan<'_> {
    /// `hier`, `demain`, `la semaine dernière`, `last week`, `ce matin`.
    pub(super) fn relative(&self, i: usize) -> Read {
        let capital = self.token(i)?.capital;
        let mut found = blank(Span::default(), DateForm::Relative);
        if let Some(e) = self.entry_at(i, &[CalendarWord::Day]) {
            // `Morgen` and `oggi` only in their own languages' lower case.
            if !matches!(e.language, Some(Language::Fr | Language::En))
                && (capital || self.before(i, &[CalendarWord::Article]).is_some())
            {
                return None;
            }
            // `les villes de demain` are of no day.
            if e.value >= 0 && (self.before(i, &[CalendarWord::Of]).is_some() || i > 1 && self.elided(i - 2) == Some(i))
            {
                return None;
            }
            found.offset = Some(e.value);
            found.language = e.language;
            let next = self.part_after(i + 1);
            found.span = self.span(i, next);
            return Some((found, next));
        }
        if let Some(e) = self.entry_at(i, &[CalendarWord::This]) {
            found.language = e.language;
            let mut at = i + 1;
            if self.mark(at).is_some_and(|c| matches!(c, '\'' | '’')) {
                at += 1;
            }
            if self.entry(at, &[CalendarWord::Part]).is_some_and(|p| p.language == e.language) {
                found.offset = Some(0);
                found.span = self.span(i, at + 1);
                return Some((found, at + 1));
            }
            let unit = self.entry(at, &[CalendarWord::Unit]).filter(|u| u.language == e.language && u.value > 1)?;
            // `This Week` is a title.
            if self.tokens[at].capital {
                return None;
            }
            // `cette année-là` points to no known year.
            if self.mark(at + 1) == Some('-') {
                return None;
            }
            found.direction = Some(Direction::This);
            found.unit = unit_of(unit.value);
            found.span = self.span(i, at + 1);
            let next = self.direction_after(&mut found, at + 1);
            return Some((found, next));
        }
        if let Some(e) =
            self.entry_at(i, &[CalendarWord::Last, CalendarWord::Next]).filter(|e| e.language == Some(Language::En))
        {
            let unit =
                self.entry(i + 1, &[CalendarWord::Unit]).filter(|u| u.language == Some(Language::En) && u.value > 1)?;
            // `over the past month` tells how long, `Last Week Tonight` is a title.
            if self.tokens[i + 1].capital || self.before(i, &[CalendarWord::Article]).is_some() {
                return None;
            }
            found.language = Some(Language::En);
            found.direction = Some(if e.role == CalendarWord::Last { Direction::Last } else { Direction::Next });
            found.unit = unit_of(unit.value);
            found.span = self.span(i, i + 2);
            return Some((found, i + 2));
        }
        let unit =
            self.entry_at(i, &[CalendarWord::Unit]).filter(|u| u.language == Some(Language::Fr) && u.value > 1)?;
        found.language = Some(Language::Fr);
        found.unit = unit_of(unit.value);
        let next = self.direction_after(&mut found, i + 1);
        found.direction?;
        // `ces trois dernières années`, `au cours de l'année passée` keep their noun only.
        found.span = self.span(i, next);
        Some((found, next))
    }
}

fn unit_of(value: i8) -> Option<Unit> {
    Some(match value {
        1 => Unit::Day,
        2 => Unit::Week,
        3 => Unit::Month,
        4 => Unit::Year,
        5 => Unit::Weekend,
        _ => return None,
    })
}
