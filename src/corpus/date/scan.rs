//! The grammar of dates over tokens: one pass, bounded look-ahead.

use super::calendar::{Entry, Role};
use super::token::{Kind, Token};
use super::{DateForm, Direction, FoundDate, Unit};
use crate::corpus::Language;
use crate::text::Span;
use jiff::civil::{Time, Weekday};

/// Years that are read as years.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;

/// Years that are read as years without a day or a month beside them.
const LONE_YEARS: std::ops::RangeInclusive<u32> = 1800..=2099;

pub(super) struct Scan<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

/// What a pattern read: the date and the index of the token after it.
type Read = Option<(FoundDate, usize)>;

fn weekday(value: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(value).ok()
}

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
                    out.push(found);
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

    fn entry_at(&self, i: usize, roles: &[Role]) -> Option<Entry> {
        match self.token(i)?.kind {
            Kind::Word(meanings) => meanings.iter().find(|e| roles.contains(&e.role)).copied(),
            _ => None,
        }
    }

    fn entry(&self, i: usize, roles: &[Role]) -> Option<Entry> {
        self.same_line(i)?;
        self.entry_at(i, roles)
    }

    fn before(&self, i: usize, roles: &[Role]) -> Option<Entry> {
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
                // `#22Décembre` is a tag.
                let tagged = i > 0 && token.glued && self.mark(i - 1).is_some_and(|c| matches!(c, '#' | '@'));
                if tagged || token.glued && i > 0 && matches!(self.tokens[i - 1].kind, Kind::Word(_)) {
                    return None;
                }
                self.numeric(i).or_else(|| self.day_month(i)).or_else(|| self.lone_year(i, last))
            }
            Kind::Word([]) | Kind::Mark(_) => None,
            Kind::Word(_) => self.after_weekday(i).or_else(|| self.month_first(i)).or_else(|| self.relative(i)),
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
        if sep != '/' && !(i + 1..=i + 4).all(|k| self.tokens[k].glued) {
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
        found.ambiguous = first <= 12 && second <= 12 && first != second;
        found.full().map(|_| (found, i + 5))
    }

    /// The number of a day with its ordinal ending; the index after it.
    fn day_number(&self, i: usize) -> Option<(i8, usize)> {
        let (value, digits) = self.number(i)?;
        if digits > 2 || !(1..=31).contains(&value) {
            return None;
        }
        let mut next = i + 1;
        if let Some(e) = self.entry(next, &[Role::Ordinal]) {
            if e.value != 0 && value != i32::from(e.value) as u32 {
                return None;
            }
            next += 1;
        } else if self.mark(next).is_some_and(|c| matches!(c, 'º' | '°' | 'ᵉ')) {
            next += 1;
        }
        Some((value as i8, next))
    }

    fn year_number(&self, i: usize) -> Option<i16> {
        self.same_line(i)?;
        let (value, digits) = self.number(i)?;
        let decimal = self.mark(i + 1).is_some_and(|c| matches!(c, '.' | ',' | '/' | '-'))
            && self.tokens[i + 1].glued
            && self.token(i + 2).is_some_and(|t| t.glued && matches!(t.kind, Kind::Number(..)));
        let unit = self.mark(i + 1).is_some_and(|c| matches!(c, '%' | '€' | '$'));
        (digits == 4 && YEARS.contains(&value) && !decimal && !unit).then_some(value as i16)
    }

    /// A month or its abbreviation at `i`; the index after it.
    fn month(&self, i: usize) -> Option<(Entry, usize)> {
        if let Some(e) = self.entry(i, &[Role::Month]) {
            return Some((e, i + 1));
        }
        let e = self.entry(i, &[Role::Abbreviation])?;
        let dotted = self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued;
        if dotted {
            return Some((e, i + 2));
        }
        let hyphened = usize::from(self.mark(i + 1) == Some('-') && self.tokens[i + 1].glued);
        self.year_number(i + 1 + hyphened).map(|_| (e, i + 1))
    }

    /// `13 septembre 2023`, `1er mai`, `13 sept.`, `13th of September, 2023`,
    /// `13. September 2023`, `13 de septiembre de 2023`, `13-Sep-2023`.
    fn day_month(&self, i: usize) -> Read {
        let (day, mut next) = self.day_number(i)?;
        if self.mark(next).is_some_and(|c| matches!(c, '.' | '-')) || self.entry(next, &[Role::Of]).is_some() {
            next += 1;
        }
        if self.mark(next) == Some('\'') || self.mark(next) == Some('’') {
            next += 1;
        }
        let named = self.month(next);
        // `le 13 sept` without a stop: only after a weekday or an article.
        let bare = || {
            let led = self.before(i, &[Role::Article, Role::Weekday, Role::WeekdayAbbreviation]).is_some();
            let lone = self.token(i).is_some_and(|t| t.line) && self.token(next + 1).is_none_or(|t| t.line);
            self.entry(next, &[Role::Abbreviation]).filter(|_| led || lone).map(|e| (e, next + 1))
        };
        let (month, after) = named.or_else(bare)?;
        let mut found = blank(Span::default(), DateForm::Worded);
        found.day = Some(day);
        found.month = Some(month.value);
        found.language = Some(month.language);
        let mut next = after;
        let joined = matches!(self.mark(next), Some(',' | '-')) || self.entry(next, &[Role::Of]).is_some();
        if let Some(year) = self.year_number(next) {
            found.year = Some(year);
            next += 1;
        } else if joined && let Some(year) = self.year_number(next + 1) {
            found.year = Some(year);
            next += 2;
        } else {
            next = self.direction_after(&mut found, next);
        }
        jiff::civil::Date::new(found.year.unwrap_or(2024), month.value, day).ok()?;
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// `dernier`, `prochain` after a date or a unit.
    fn direction_after(&self, found: &mut FoundDate, next: usize) -> usize {
        // `last` and `next` stand before in English: `13 May last year`.
        match self.entry(next, &[Role::Last, Role::Next]) {
            Some(e) if e.language == Language::Fr => {
                found.direction = Some(if e.role == Role::Last { Direction::Last } else { Direction::Next });
                next + 1
            }
            _ => next,
        }
    }

    /// `September 13, 2023`, `Sept. 13`, `septembre 2023`, `décembre`.
    fn month_first(&self, i: usize) -> Read {
        let capital = self.token(i)?.capital;
        let entries = match self.token(i)?.kind {
            Kind::Word(entries) => entries,
            _ => return None,
        };
        let is_month = |e: &&Entry| matches!(e.role, Role::Month | Role::Abbreviation);
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
        let (e, mut next) = match self.entry_at(i, &[Role::Month]) {
            Some(e) => (e, i + 1),
            None => {
                let e = self.entry_at(i, &[Role::Abbreviation])?;
                let dotted = usize::from(self.mark(i + 1) == Some('.') && self.tokens[i + 1].glued);
                self.year_number(i + 1 + dotted)?;
                (e, i + 1 + dotted)
            }
        };
        let mut found = blank(Span::default(), DateForm::Month);
        found.month = Some(e.value);
        found.language = Some(e.language);
        if self.entry(next, &[Role::Of]).is_some() && self.year_number(next + 1).is_some() {
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
    fn lone_month(&self, i: usize, e: Entry, capital: bool) -> bool {
        let led = self.before(i, &[Role::In, Role::Last, Role::Next, Role::This]);
        if e.language == Language::Fr && !capital {
            let hyphened = self.tokens[i].glued && i > 0 && matches!(self.tokens[i - 1].kind, Kind::Mark('-'));
            return !hyphened || self.before(i - 1, &[Role::In]).is_some();
        }
        // `that March`, `early June`
        let english = e.language == Language::En
            && capital
            && matches!(
                i.checked_sub(1).map_or("", |k| self.word(k)),
                "that" | "early" | "late" | "mid" | "by" | "since" | "until" | "from" | "through" | "of" | "this"
            );
        if english && (e.value != 5 && e.value != 3 || self.word(i - 1) != "of") {
            return true;
        }
        led.is_some_and(|l| l.language == e.language) && (capital == matches!(e.language, Language::En | Language::De))
            || e.language == Language::Fr && led.is_some_and(|l| l.language == Language::Fr)
    }

    /// A weekday with whatever date follows it.
    fn after_weekday(&self, i: usize) -> Read {
        let capital = self.token(i)?.capital;
        let (e, abbreviated) = match self.entry_at(i, &[Role::Weekday]) {
            Some(e) => (e, false),
            None => (self.entry_at(i, &[Role::WeekdayAbbreviation])?, true),
        };
        if matches!(e.language, Language::En | Language::De) && !capital {
            return None;
        }
        let mut next = i + 1;
        if abbreviated && self.mark(next) == Some('.') {
            next += 1;
        }
        let mut inner = next;
        while self.mark(inner).is_some_and(|c| matches!(c, ',' | '.')) || self.entry(inner, &[Role::Article]).is_some()
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
            found.language = Some(e.language);
            found.span = self.span(i, after);
            return Some((found, after));
        }
        if abbreviated {
            return None;
        }
        // Spanish and Italian days are surnames and titles in other texts.
        if matches!(e.language, Language::Es | Language::It)
            && (capital || self.before(i, &[Role::Article, Role::Of, Role::In]).is_none())
        {
            return None;
        }
        let mut found = blank(Span::default(), DateForm::Weekday);
        found.weekday = weekday(e.value);
        found.language = Some(e.language);
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
    fn direction_before(&self, found: &mut FoundDate, i: usize) {
        let pointing = &[Role::Last, Role::Next, Role::This, Role::Every];
        let near = self.before(i, pointing).or_else(|| {
            let j = i.checked_sub(1)?;
            // `tous les mardis`, `chaque premier mardi`; not `tous azimuts mardi`
            let between = self.entry(j, &[Role::Article]).is_some()
                || matches!(
                    self.word(j),
                    "les" | "premier" | "deuxième" | "troisième" | "dernier" | "second" | "first" | "other" | "deux"
                )
                || self.number(j).is_some();
            self.before(j, &[Role::Every]).filter(|_| between)
        });
        // `un huitième samedi de manifestations` is counted, not dated.
        let counted = i > 0 && self.word(i - 1).len() > 5 && self.word(i - 1).ends_with("ième");
        let ordinal = counted && i > 1 && matches!(self.word(i - 2), "un" | "ce" | "leur" | "chaque");
        match near.map(|e| e.role) {
            _ if ordinal => found.recurring = true,
            Some(Role::Every) => found.recurring = true,
            Some(Role::Last) => found.direction = Some(Direction::Last),
            Some(Role::Next) => found.direction = Some(Direction::Next),
            Some(Role::This) => found.direction = Some(Direction::This),
            _ => {}
        }
    }

    /// `mercredi 19` is a day, `mercredi 19 morts` is not.
    fn ends_a_day(&self, next: usize) -> bool {
        let Some(token) = self.same_line(next) else { return true };
        match token.kind {
            Kind::Number(..) => false,
            Kind::Mark(c) => !(matches!(c, '%' | '€' | '$' | ':' | '/') || token.glued && c == '-'),
            Kind::Word(_) => {
                let word = token.span.of(self.text);
                let plural = word.len() > 3 && word.ends_with(['s', 'x']) && !matches!(word, "dans" | "vers" | "alors");
                !token.glued && !plural && !matches!(word, "h" | "heures" | "ans" | "mille" | "millions" | "euros")
            }
        }
    }

    /// `matin`, `soir`, `en début d'après-midi` after a weekday.
    fn part_after(&self, next: usize) -> usize {
        if self.entry(next, &[Role::Part]).is_some() {
            return next + 1;
        }
        let long = self.word(next) == "en"
            && matches!(self.word(next + 1), "début" | "fin" | "milieu")
            && matches!(self.word(next + 2), "de" | "d");
        if long {
            let at = next + 3 + usize::from(matches!(self.mark(next + 3), Some('\'' | '’')));
            if self.entry(at, &[Role::Part]).is_some() {
                return at + 1;
            }
        }
        next
    }

    /// A year by itself, where the words around make it one.
    fn lone_year(&self, i: usize, last: Option<&FoundDate>) -> Read {
        let (value, digits) = self.number(i)?;
        if digits != 4 || !LONE_YEARS.contains(&value) || self.year_or_count(i) {
            return None;
        }
        let previous = i.checked_sub(1).and_then(|j| self.token(j));
        let led = self.before(i, &[Role::In]).is_some();
        let bracketed = matches!(previous.map(|t| t.kind), Some(Kind::Mark('(')))
            && (matches!(self.mark(i + 1), Some(')' | '-' | '–' | ','))
                || matches!(self.word(i + 1), "et" | "ou" | "and"));
        let elided = self.before(i, &[Role::Unit]).is_some_and(|e| e.value == 4);
        let purpose = i > 0
            && matches!(
                self.word(i - 1),
                "pour" | "Pour" | "for" | "à" | "sur" | "avant" | "après" | "before" | "after"
            );
        let after_of = (purpose || self.before(i, &[Role::Of]).is_some()) && self.ends_a_phrase(i + 1);
        // `2018 et 2019`, `2018-2019`, `entre 2015 et 2018`
        let listed = last.is_some_and(|d| {
            d.form == DateForm::Year && d.span.end <= self.tokens[i].span.start && {
                let gap = Span::new(d.span.end, self.tokens[i].span.start).of(self.text);
                matches!(gap.trim(), "et" | "ou" | "à" | "-" | "–" | "/" | "," | "and" | "to" | "puis" | "au")
            }
        });
        // `mi-2019`
        let half = i > 1
            && self.tokens[i].glued
            && self.mark(i - 1) == Some('-')
            && matches!(self.word(i - 2), "mi" | "Mi" | "mid" | "Mid" | "début" | "fin");
        if !(led || bracketed || elided || after_of || listed || half || self.starts_a_span(i, value))
            && !self.stands_alone(i, value)
        {
            return None;
        }
        let mut found = blank(self.span(i, i + 1), DateForm::Year);
        found.year = Some(value as i16);
        Some((found, i + 1))
    }

    /// A number between 1950 and 2049 that nothing counts: `notre référence,
    /// c’est 1998`, `the 2016 Republican nomination`.
    fn stands_alone(&self, i: usize, value: u32) -> bool {
        if !(1950..=2049).contains(&value) || value == 2000 {
            return false;
        }
        let before = i.checked_sub(1).map_or("", |k| self.word(k));
        let article =
            matches!(before, "the" | "The" | "that" | "his" | "her" | "their" | "its" | "a" | "crowded" | "since");
        let next = self.same_line(i + 1);
        let capital = next.is_some_and(|t| t.capital && matches!(t.kind, Kind::Word(_)));
        if article && next.is_some_and(|t| matches!(t.kind, Kind::Word(_))) {
            let race = ["race", "election", "campaign", "presidential", "primary", "season", "budget", "law", "vote"];
            return capital || race.contains(&self.word(i + 1)) || self.word(i + 1).ends_with("al");
        }
        let is = matches!(
            before,
            "est" | "was" | "is" | "pour" | "for" | "depuis" | "dès" | "vers" | "fin" | "début" | "courant"
        );
        let counted = i > 1 && matches!(self.word(i - 2), "ils" | "elles" | "nous" | "on");
        is && !counted
            && (self.ends_a_phrase(i + 1) || matches!(self.word(i + 1), "seront" | "sera" | "serait" | "will"))
    }

    /// `2016-2017`, `2000 à 2010`: two years in order, not far apart.
    fn starts_a_span(&self, i: usize, value: u32) -> bool {
        let joined = matches!(self.word(i + 1), "à" | "to") || matches!(self.mark(i + 1), Some('-' | '–'));
        let second = self.same_line(i + 2).and_then(|_| self.number(i + 2));
        joined
            && !self.year_or_count(i + 2)
            && second.is_some_and(|(v, digits)| digits == 4 && v > value && v - value <= 60 && LONE_YEARS.contains(&v))
    }

    /// True when the number counts something: a unit, a decimal, a plural.
    fn year_or_count(&self, i: usize) -> bool {
        let Some(token) = self.same_line(i + 1) else { return false };
        match token.kind {
            Kind::Number(..) => true,
            Kind::Mark(c) => {
                let number_after =
                    self.token(i + 2).is_some_and(|t| t.glued && matches!(t.kind, Kind::Number(..))) && token.glued;
                matches!(c, '%' | '€' | '$' | '°') || number_after && matches!(c, '.' | ',' | '\'' | ':' | '’')
            }
            Kind::Word(_) => {
                let word = token.span.of(self.text);
                token.glued
                    || matches!(word, "euros" | "dollars" | "personnes" | "km" | "m" | "hommes" | "soldats" | "francs")
            }
        }
    }

    /// True when no noun follows that the number could count.
    fn ends_a_phrase(&self, i: usize) -> bool {
        const FUNCTION: &[&str] = &[
            "a", "à", "au", "aux", "avait", "avec", "car", "comme", "contre", "dans", "de", "des", "du", "en", "est",
            "et", "était", "face", "le", "la", "les", "mais", "on", "ou", "où", "par", "pour", "que", "qui", "sera",
            "sur", "un", "une", "ont", "sont", "ne", "n", "l", "d", "and", "or", "the", "in", "on", "was", "is",
            "were", "had", "that", "by", "with", "for", "lors", "selon", "après", "avant", "puis", "se", "s", "il",
            "elle",
        ];
        match self.same_line(i) {
            None => true,
            Some(t) => match t.kind {
                Kind::Mark(_) => true,
                Kind::Number(..) => false,
                Kind::Word(_) => FUNCTION.contains(&t.span.of(self.text)),
            },
        }
    }

    /// `hier`, `demain`, `la semaine dernière`, `last week`, `ce matin`.
    fn relative(&self, i: usize) -> Read {
        let capital = self.token(i)?.capital;
        let mut found = blank(Span::default(), DateForm::Relative);
        if let Some(e) = self.entry_at(i, &[Role::Day]) {
            // `Morgen` and `oggi` only in their own languages' lower case.
            if !matches!(e.language, Language::Fr | Language::En)
                && (capital || self.before(i, &[Role::Article]).is_some())
            {
                return None;
            }
            found.offset = Some(e.value);
            found.language = Some(e.language);
            let next = self.part_after(i + 1);
            found.span = self.span(i, next);
            return Some((found, next));
        }
        if let Some(e) = self.entry_at(i, &[Role::This]) {
            found.language = Some(e.language);
            let mut at = i + 1;
            if self.mark(at).is_some_and(|c| matches!(c, '\'' | '’')) {
                at += 1;
            }
            if self.entry(at, &[Role::Part]).is_some_and(|p| p.language == e.language) {
                found.offset = Some(0);
                found.span = self.span(i, at + 1);
                return Some((found, at + 1));
            }
            let unit = self.entry(at, &[Role::Unit]).filter(|u| u.language == e.language && u.value > 1)?;
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
        if let Some(e) = self.entry_at(i, &[Role::Last, Role::Next]).filter(|e| e.language == Language::En) {
            let unit = self.entry(i + 1, &[Role::Unit]).filter(|u| u.language == Language::En && u.value > 1)?;
            found.language = Some(Language::En);
            found.direction = Some(if e.role == Role::Last { Direction::Last } else { Direction::Next });
            found.unit = unit_of(unit.value);
            found.span = self.span(i, i + 2);
            return Some((found, i + 2));
        }
        let unit = self.entry_at(i, &[Role::Unit]).filter(|u| u.language == Language::Fr && u.value > 1)?;
        found.language = Some(Language::Fr);
        found.unit = unit_of(unit.value);
        let next = self.direction_after(&mut found, i + 1);
        found.direction?;
        // `ces trois dernières années`, `au cours de l'année passée` keep their noun only.
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// `17 et 18 novembre`, `du 12 au 14 septembre`: a bare day borrows the
    /// month and the year of the date it is listed with.
    fn lend_to_list(&self, out: &mut Vec<FoundDate>, found: &FoundDate, i: usize) {
        let (Some(month), Some(day)) = (found.month, found.day) else { return };
        if found.form != DateForm::Worded || i < 2 {
            return;
        }
        // An article may stand between: `entre le 7 et le 10 décembre`.
        let article = matches!(self.word(i - 1), "le" | "the") && i >= 4 && self.word(i - 4) == self.word(i - 1);
        // A weekday may stand between: `du lundi 12 au mercredi 14 septembre`.
        let joint = if self.word(i - 1).is_empty() && self.mark(i - 1).is_none() {
            return;
        } else {
            i - 1 - usize::from(article)
        };
        let joined = matches!(self.word(joint), "et" | "au" | "ou" | "and" | "to")
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
        let led = self.entry_at(joint.saturating_sub(2), &[Role::Article, Role::Of, Role::In]).is_some()
            || joint
                .checked_sub(2)
                .is_some_and(|k| matches!(self.tokens[k].span.of(self.text), "du" | "les" | "des" | "Les" | "Du"));
        if free && led && digits <= 2 && (1..=31).contains(&value) && (value as i8) < day {
            let mut first = blank(start, DateForm::Worded);
            first.day = Some(value as i8);
            first.month = Some(month);
            first.year = found.year;
            first.language = found.language;
            out.push(first);
        }
    }

    /// A clock time after a date: `à 09h08`, `, 14:30`, `at 9:08 pm`.
    fn clock_after(&self, found: &mut FoundDate, next: usize) -> usize {
        let mut at = next;
        for _ in 0..3 {
            let joins = self.entry(at, &[Role::At]).is_some()
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
        let joint = self.mark(at + 1) == Some(':') || matches!(self.word(at + 1), "h" | "H" | "heures" | "heure");
        let minute = self.same_line(at + 2).and_then(|_| self.number(at + 2)).filter(|&(m, d)| m < 60 && d <= 2);
        let meridiem = |k: usize| match self.word(k) {
            "pm" | "PM" => Some(12),
            "am" | "AM" => Some(0),
            _ => None,
        };
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
