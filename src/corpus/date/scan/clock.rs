//! The time of day after a date: `à 09h08`, `, 14:30`, `at 9:08 pm`.

use super::super::calendar::CalendarWord;
use super::super::found::FoundDate;
use super::Scan;
use crate::text::Span;
use jiff::civil::Time;

impl Scan<'_> {
    /// A clock time after a date: `à 09h08`, `, 14:30`, `at 9:08 pm`.
    pub(super) fn clock_after(&self, found: &mut FoundDate, next: usize) -> usize {
        let mut at = next;
        for _ in 0..3 {
            let joins = self.entry(at, &[CalendarWord::At]).is_some()
                || self.mark(at).is_some_and(|c| matches!(c, ',' | '-' | '–' | '—' | '|' | '·' | '•' | '(' | '/'))
                || self.token(at).is_some_and(|t| t.glued && t.span.of(self.text) == "T");
            if !joins {
                break;
            }
            at += 1;
        }
        let Some((hour, digits)) = self.same_line(at).and_then(|_| self.number(at)) else { return next };
        if digits > 2 || hour > 24 {
            return next;
        }
        let joint = self.mark(at + 1) == Some(':') || self.spelt_anyhow(at + 1, &[CalendarWord::Hour]).is_some();
        let minute = self.same_line(at + 2).and_then(|_| self.number(at + 2)).filter(|&(m, d)| m < 60 && d <= 2);
        let meridiem =
            |k: usize| self.spelt_anyhow(k, &[CalendarWord::Meridiem]).map(|e| u32::from(e.value.unsigned_abs()));
        let (minute, mut after) = match (joint, minute) {
            (true, Some((m, _))) => (m, at + 3),
            (true, None) if self.mark(at + 1).is_none() => (0, at + 2),
            (false, _) if meridiem(at + 1).is_some() => (0, at + 1),
            _ => return next,
        };
        let mut hour = hour % 24;
        if let Some(shift) = meridiem(after) {
            hour = hour % 12 + shift;
            after += 1;
        }
        let Ok(time) = Time::new(hour as i8, minute as i8, 0, 0) else { return next };
        found.time = Some(time);
        found.whole = Span::new(found.span.start, self.end(after));
        after
    }
}
