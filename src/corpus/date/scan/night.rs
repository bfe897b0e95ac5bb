//! A night with both its days: `la nuit de samedi à dimanche`, `dans la nuit du
//! 27 au 28 mai`.

use super::super::calendar::CalendarWord;
use super::super::found::{DateForm, FoundDate};
use super::Scan;
use crate::text::Span;

/// The part of a day that goes on into the next.
const NIGHT: i8 = 4;

impl Scan<'_> {
    /// True when the day `first`, a preposition and the day at token `i` are the two
    /// days of one night.
    pub(super) fn is_night_into(&self, first: &FoundDate, second: &FoundDate, i: usize) -> bool {
        let day = |d: &FoundDate| matches!(d.form, DateForm::Weekday | DateForm::Worded) && !d.night && !d.recurring;
        let (Some(link), true) = (i.checked_sub(1), day(first) && day(second)) else { return false };
        let joined = self.tokens[link].span.start >= first.whole.end
            && link > 0
            && self.tokens[link - 1].span.end <= first.whole.end
            && self.entry(link, &[CalendarWord::At, CalendarWord::Contracted]).is_some();
        let next = |a: i8, b: i8, last: i8| b == a + 1 || b == 1 && a >= last;
        let weekdays = first.weekday.zip(second.weekday);
        let weekdays = weekdays.map(|(a, b)| next(a.to_monday_one_offset(), b.to_monday_one_offset(), 7));
        let numbers = first.day.zip(second.day).map(|(a, b)| next(a, b, 28));
        joined
            && self.night_before(first).is_some()
            && (weekdays.is_some() || numbers.is_some())
            && weekdays != Some(false)
            && numbers != Some(false)
    }

    /// The word for the night before its first day.
    fn night_before(&self, first: &FoundDate) -> Option<Span> {
        let at = self.tokens.partition_point(|t| t.span.start < first.span.start);
        let (of, night) = (at.checked_sub(1)?, at.checked_sub(2)?);
        self.before(at, &[CalendarWord::Of, CalendarWord::Contracted])?;
        let part = self.before(of, &[CalendarWord::Part])?;
        (part.value == NIGHT).then(|| self.tokens[night].span)
    }

    /// Makes one night of its two days.
    pub(super) fn make_night(&self, first: &mut FoundDate, second: &FoundDate) {
        let Some(night) = self.night_before(first) else { return };
        first.span = night.join(second.span);
        first.whole = first.span.join(second.whole);
        first.night = true;
    }
}
