//! The grammar of dates over tokens: one pass, bounded look-ahead. Here the
//! pass itself, what its patterns look at, and dates in digits.

mod clock;
mod night;
mod relative;
mod stretch;
mod weekday;
mod worded;
mod year;

use super::calendar::{CalendarWord, Entry};
use super::found::{DateForm, FoundDate};
use super::token::{Kind, Token};
use crate::text::Span;

/// Years that are read as years.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;

pub(super) struct Scan<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

/// What a pattern read: the date and the index of the token after it.
type Read = Option<(FoundDate, usize)>;

fn blank(span: Span, form: DateForm) -> FoundDate {
    FoundDate {
        span,
        whole: span,
        year: None,
        month: None,
        day: None,
        weekday: None,
        time: None,
        offset: None,
        unit: None,
        direction: None,
        part: None,
        season: None,
        night: false,
        same_year: false,
        form,
        ambiguous: false,
        recurring: false,
        language: None,
    }
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, tokens: Vec<Token>) -> Self {
        Self { text, tokens }
    }

    pub(super) fn run(&self) -> Vec<FoundDate> {
        let mut out: Vec<FoundDate> = Vec::new();
        let mut i = 0;
        while i < self.tokens.len() {
            match self.date_at(i, out.last()) {
                Some((mut found, next)) => {
                    let next = self.clock_after(&mut found, next);
                    found.whole = found.whole.join(found.span);
                    self.lend_to_list(&mut out, &found, i);
                    match out.last_mut().filter(|before| self.is_night_into(before, &found, i)) {
                        Some(before) => self.make_night(before, &found),
                        None => out.push(found),
                    }
                    i = next.max(i + 1);
                }
                None => i += 1,
            }
        }
        out
    }

    fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    /// The token after `i - 1` when no line break stands between.
    fn same_line(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i).filter(|t| !t.line)
    }

    fn entry_at(&self, i: usize, roles: &[CalendarWord]) -> Option<Entry> {
        self.meanings(i).iter().find(|e| roles.contains(&e.role)).copied()
    }

    fn entry(&self, i: usize, roles: &[CalendarWord]) -> Option<Entry> {
        self.same_line(i)?;
        self.entry_at(i, roles)
    }

    fn before(&self, i: usize, roles: &[CalendarWord]) -> Option<Entry> {
        if self.token(i)?.line {
            return None;
        }
        self.entry_at(i.checked_sub(1)?, roles)
    }

    fn number(&self, i: usize) -> Option<(u32, u8)> {
        match self.token(i)?.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    fn mark(&self, i: usize) -> Option<char> {
        match self.same_line(i)?.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    fn word(&self, i: usize) -> &'t str {
        match self.same_line(i) {
            Some(t) if matches!(t.kind, Kind::Word(_)) => t.span.of(self.text),
            _ => "",
        }
    }

    /// The word with one of the roles that is spelt so at `i`: of words without content an
    /// accent or a capital makes others (`à`, `a`; `ou`, `où`).
    fn spelt(&self, i: usize, roles: &[CalendarWord]) -> Option<Entry> {
        let word = self.word(i);
        self.meanings(i).iter().find(|e| roles.contains(&e.role) && e.word == word).copied()
    }

    /// The same, where it may open a sentence or stand in capitals.
    fn spelt_anyhow(&self, i: usize, roles: &[CalendarWord]) -> Option<Entry> {
        let word = self.word(i);
        let same = |e: &&Entry| roles.contains(&e.role) && (e.word == word || e.word == word.to_lowercase());
        self.meanings(i).iter().find(same).copied()
    }

    /// What the word at `i` means in a date.
    fn meanings(&self, i: usize) -> &'static [Entry] {
        match self.token(i).map(|t| t.kind) {
            Some(Kind::Word(meanings)) => meanings,
            _ => &[],
        }
    }

    fn end(&self, next: usize) -> usize {
        next.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(0, |t| t.span.end)
    }

    fn span(&self, from: usize, next: usize) -> Span {
        Span::new(self.tokens[from].span.start, self.end(next))
    }

    fn date_at(&self, i: usize, last: Option<&FoundDate>) -> Read {
        let token = self.token(i)?;
        match token.kind {
            Kind::Number(..) => {
                // Such writing has no spaces: `发布于2019年3月14日`.
                let signed = self.signed(i);
                if signed.is_some() {
                    return signed;
                }
                // `#22Décembre` is a tag.
                let tagged = i > 0 && token.glued && self.mark(i - 1).is_some_and(|c| matches!(c, '#' | '@'));
                if tagged || token.glued && i > 0 && matches!(self.tokens[i - 1].kind, Kind::Word(_)) {
                    return None;
                }
                self.numeric(i)
                    .or_else(|| self.day_month(i))
                    .or_else(|| self.year_first(i))
                    .or_else(|| self.decade(i))
                    .or_else(|| self.lone_year(i, last))
            }
            Kind::Word([]) | Kind::Mark(_) => None,
            Kind::Word(_) => self
                .part_of(i)
                .or_else(|| self.after_weekday(i))
                .or_else(|| self.month_first(i))
                .or_else(|| self.season(i))
                .or_else(|| self.decade(i))
                .or_else(|| self.relative(i)),
        }
    }

    /// `19.06.2024`, `17/02/2020`, `2024-06-19`, `19/06/24`.
    fn numeric(&self, i: usize) -> Read {
        let (first, first_digits) = self.number(i)?;
        let sep = self.mark(i + 1).filter(|c| matches!(c, '.' | '/' | '-'))?;
        let (second, second_digits) = self.same_line(i + 2).and_then(|_| self.number(i + 2))?;
        if self.mark(i + 3) != Some(sep) || second_digits > 2 {
            return None;
        }
        let (third, third_digits) = self.same_line(i + 4).and_then(|_| self.number(i + 4))?;
        // Dots and hyphens join only when glued: `de 3 - 2 - 1` is a score.
        // Czech and Korean full stops part: `14. 3. 2019`, `2019. 3. 14`.
        let glued = |k: usize| self.tokens[k].glued;
        let parted = sep == '.' && glued(i + 1) && glued(i + 3) && first_digits.max(third_digits) == 4;
        if sep != '/' && !parted && !(i + 1..=i + 4).all(glued) {
            return None;
        }
        // A longer chain is an address or a version.
        let chained = |k: usize| self.mark(k).is_some_and(|c| matches!(c, '.' | '/' | '-')) && self.tokens[k].glued;
        if chained(i + 5) && self.token(i + 6).is_some_and(|t| t.glued && matches!(t.kind, Kind::Number(..))) {
            return None;
        }
        if i > 1 && self.tokens[i].glued && chained(i - 1) && matches!(self.tokens[i - 2].kind, Kind::Number(..)) {
            return None;
        }
        let mut found = blank(self.span(i, i + 5), DateForm::Numeric);
        if first_digits == 4 && YEARS.contains(&first) && third_digits <= 2 {
            found.year = Some(first as i16);
            found.month = Some(second as i8);
            found.day = Some(third as i8);
            return found.full().map(|_| (found, i + 5));
        }
        let year = match third_digits {
            4 if YEARS.contains(&third) => third,
            2 if first_digits == 2 && second_digits == 2 && sep != '-' => {
                if third < 70 {
                    2000 + third
                } else {
                    1900 + third
                }
            }
            _ => return None,
        };
        if first_digits > 2 || first > 31 || second > 31 {
            return None;
        }
        let month_first = second > 12;
        let (day, month) = if month_first { (second, first) } else { (first, second) };
        found.year = Some(year as i16);
        found.month = Some(month as i8);
        found.day = Some(day as i8);
        // Full stops stand behind numbers that are read as ordinals: the day leads.
        found.ambiguous = sep != '.' && first <= 12 && second <= 12 && first != second;
        found.full().map(|_| (found, i + 5))
    }

    /// The number of a day with its ordinal ending; the index after it.
    fn day_number(&self, i: usize) -> Option<(i8, usize)> {
        let (value, digits) = self.number(i)?;
        if digits > 2 || !(1..=31).contains(&value) {
            return None;
        }
        let mut next = i + 1;
        if let Some(e) = self.entry(next, &[CalendarWord::Ordinal]) {
            if e.value != 0 && value != i32::from(e.value) as u32 {
                return None;
            }
            next += 1;
        } else if self.mark(next).is_some_and(|c| matches!(c, 'º' | '°' | 'ᵉ')) {
            next += 1;
        }
        Some((value as i8, next))
    }

    /// A word that joins a month and its year.
    fn is_of(&self, i: usize) -> bool {
        self.entry(i, &[CalendarWord::Of]).is_some()
    }

    fn year_number(&self, i: usize) -> Option<i16> {
        self.same_line(i)?;
        self.year_at(i)
    }

    /// The same, where it may open a line.
    fn year_at(&self, i: usize) -> Option<i16> {
        let (value, digits) = self.number(i)?;
        let decimal = self.mark(i + 1).is_some_and(|c| matches!(c, '.' | ',' | '/' | '-'))
            && self.tokens[i + 1].glued
            && self.token(i + 2).is_some_and(|t| t.glued && matches!(t.kind, Kind::Number(..)));
        let unit = self.mark(i + 1).is_some_and(|c| matches!(c, '%' | '€' | '$'));
        (digits == 4 && YEARS.contains(&value) && !decimal && !unit).then_some(value as i16)
    }

    /// `17 et 18 novembre`, `du 12 au 14 septembre`: a bare day borrows the
    /// month and the year of the date it is listed with.
    fn lend_to_list(&self, out: &mut Vec<FoundDate>, found: &FoundDate, i: usize) {
        let (Some(month), Some(day)) = (found.month, found.day) else { return };
        if found.form != DateForm::Worded || i < 2 {
            return;
        }
        // An article may stand between: `entre le 7 et le 10 décembre`.
        let article =
            self.spelt(i - 1, &[CalendarWord::Article]).is_some() && i >= 4 && self.word(i - 4) == self.word(i - 1);
        // A weekday may stand between: `du lundi 12 au mercredi 14 septembre`.
        let joint = if self.word(i - 1).is_empty() && self.mark(i - 1).is_none() {
            return;
        } else {
            i - 1 - usize::from(article)
        };
        let joined = self.spelt(joint, &[CalendarWord::Joint, CalendarWord::To]).is_some()
            || matches!(self.mark(joint), Some('-' | '–' | ','));
        if !joined || self.tokens[i].line {
            return;
        }
        if let Some(before) = out.last_mut()
            && before.form == DateForm::Weekday
            && before.day.is_some_and(|d| d < day)
            && before.whole.end == self.tokens[joint - 1].span.end
        {
            before.month = Some(month);
            before.year = found.year;
            before.form = DateForm::Worded;
            return;
        }
        let Some((value, digits)) = self.number(joint - 1) else { return };
        let start = self.tokens[joint - 1].span;
        let free = out.last().is_none_or(|d| d.whole.end <= start.start) && !self.tokens[joint - 1].glued;
        let leading = [CalendarWord::Article, CalendarWord::Of, CalendarWord::In, CalendarWord::Contracted];
        let led = self.entry_at(joint.saturating_sub(2), &leading).is_some();
        if free && led && digits <= 2 && (1..=31).contains(&value) && (value as i8) < day {
            let mut first = blank(start, DateForm::Worded);
            first.day = Some(value as i8);
            first.month = Some(month);
            first.year = found.year;
            first.language = found.language;
            out.push(first);
        }
    }
}
