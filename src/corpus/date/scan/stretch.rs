//! What is longer than a day: seasons, decades, and the parts of a month, a
//! season, a year or a decade: `fin mars`, `early 2024`, `à l'automne`, `the 1980s`.

use super::super::calendar::CalendarWord;
use super::super::found::{DateForm, Direction, FoundDate, Part, Season, Unit};
use super::super::token::Kind;
use super::{Read, Scan, YEARS, blank};
use crate::corpus::language::Language;
use crate::text::Span;

/// Decades told by two digits from this on are of the twentieth century, those
/// before of the twenty-first.
const OLDER_CENTURY: i16 = 20;

impl Scan<'_> {
    /// `fin mars`, `mi-2018`, `début de l'été`, `the end of last year`.
    pub(super) fn part_of(&self, i: usize) -> Read {
        let edge = self.entry_at(i, &[CalendarWord::Edge, CalendarWord::EdgeOf])?;
        let (at, definite) = self.past_preposition(i + 1);
        if edge.role == CalendarWord::EdgeOf && at == i + 1 {
            return None;
        }
        let (mut found, next) = self.stretch(at, edge.language, definite)?;
        if found.language.is_some() && found.language != edge.language {
            return None;
        }
        found.part = part(edge.value);
        found.language = edge.language;
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// The index after a hyphen, or after a preposition with its article; and
    /// whether there was an article.
    fn past_preposition(&self, i: usize) -> (usize, bool) {
        if self.mark(i) == Some('-') && self.tokens[i].glued && self.token(i + 1).is_some_and(|t| t.glued) {
            return (i + 1, false);
        }
        if self.entry(i, &[CalendarWord::Contracted]).is_some() {
            return (i + 1, true);
        }
        let mut at = i;
        if self.entry(at, &[CalendarWord::Of]).is_some() {
            at += 1;
        } else if let Some(after) = self.elided(at) {
            at = after;
        }
        if let Some(after) = self.elided(at) {
            return (after, true);
        }
        let article = self.entry(at, &[CalendarWord::Article]).is_some();
        (at + usize::from(article), article)
    }

    /// The index after a letter with its apostrophe.
    pub(super) fn elided(&self, i: usize) -> Option<usize> {
        let short = self.token(i).is_some_and(|t| matches!(t.kind, Kind::Word(_)) && t.span.len() == 1);
        let apostrophe = matches!(self.mark(i + 1), Some('\'' | '’')) && self.tokens[i + 1].glued;
        (short && apostrophe).then_some(i + 2)
    }

    /// What has parts: a month, a season, a decade, a year, `l'an dernier`.
    fn stretch(&self, i: usize, language: Option<Language>, definite: bool) -> Read {
        self.same_line(i)?;
        if let Some(e) = self.entry(i, &[CalendarWord::Month]).filter(|e| e.language == language) {
            // English months have a capital, the French word for one has none.
            if language == Some(Language::En) && !self.tokens[i].capital {
                return None;
            }
            let mut found = blank(self.span(i, i + 1), DateForm::Month);
            found.month = Some(e.value);
            let of = usize::from(self.entry(i + 1, &[CalendarWord::Of]).is_some());
            if let Some(year) = self.year_number(i + 1 + of) {
                found.year = Some(year);
                return Some((found, i + 2 + of));
            }
            let next = self.direction_after(&mut found, i + 1);
            return Some((found, next));
        }
        // `la fin du mois de mars`
        if self.entry(i, &[CalendarWord::Unit]).is_some_and(|e| e.value == 3)
            && self.entry(i + 1, &[CalendarWord::Of]).is_some()
            && self.entry(i + 2, &[CalendarWord::Month]).is_some()
        {
            return self.stretch(i + 2, language, definite);
        }
        if self.entry(i, &[CalendarWord::Season]).is_some() {
            return self.season_words(i);
        }
        if let Some(read) = self.decade(i) {
            return Some(read);
        }
        let year = i + usize::from(self.entry(i, &[CalendarWord::Unit]).is_some_and(|e| e.value == 4));
        if let Some(y) = self.year_number(year).filter(|_| !self.year_or_count(year)) {
            let mut found = blank(self.span(year, year + 1), DateForm::Year);
            found.year = Some(y);
            return Some((found, year + 1));
        }
        if let Some((found, next)) = self.relative(i) {
            return matches!(found.unit, Some(Unit::Month | Unit::Year)).then_some((found, next));
        }
        // `d'ici à la fin de l'année` is the end of this one, `une prime de fin
        // d'année` of any.
        let unit =
            self.entry(i, &[CalendarWord::Unit]).filter(|e| e.value == 4 && e.language == language && definite)?;
        let mut found = blank(self.span(i, i + 1), DateForm::Relative);
        found.unit = Some(Unit::Year);
        found.direction = Some(Direction::This);
        found.language = unit.language;
        Some((found, i + 1))
    }

    /// A season with its year or the way it points.
    fn season_words(&self, i: usize) -> Read {
        let e = self.entry_at(i, &[CalendarWord::Season])?;
        let mut found = blank(self.span(i, i + 1), DateForm::Season);
        found.season = season(e.value);
        found.language = e.language;
        let of = usize::from(self.entry(i + 1, &[CalendarWord::Of]).is_some());
        let mut next = i + 1;
        if let Some(year) = self.year_number(i + 1 + of).filter(|_| !self.year_or_count(i + 1 + of)) {
            found.year = Some(year);
            next = i + 2 + of;
        } else {
            next = self.direction_after(&mut found, next);
        }
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// A season that is told of as a time that was or will be: with a year, a
    /// word that points, or an article behind a preposition. `En été` is every
    /// year, and `a été` is no season.
    pub(super) fn season(&self, i: usize) -> Read {
        let e = self.entry_at(i, &[CalendarWord::Season])?;
        let (mut found, next) = self.season_words(i)?;
        // `le Printemps` is a shop.
        if self.tokens[i].capital && !self.tokens[i].line {
            return None;
        }
        let same = |other: Option<super::Entry>| other.is_some_and(|o| o.language == e.language);
        let before = i.checked_sub(1).filter(|_| !self.tokens[i].line);
        // `l'été`: the article is a letter and an apostrophe.
        let elided = before.and_then(|b| b.checked_sub(1)).filter(|&k| self.elided(k) == Some(i));
        let article = elided.or(before.filter(|_| same(self.before(i, &[CalendarWord::Article]))));
        let prepositions = [CalendarWord::In, CalendarWord::At];
        let placed = article.is_some_and(|a| same(self.before(a, &prepositions)))
            || same(self.before(i, &[CalendarWord::Contracted]));
        let determined = article.is_some() || same(self.before(i, &[CalendarWord::Contracted, CalendarWord::In]));
        let dated = found.year.is_some() || found.direction.is_some();
        if dated && (determined || before.is_none() || before.is_some_and(|b| self.is_break(b))) || placed {
            return Some((found, next));
        }
        let way = self.before(i, &[CalendarWord::This, CalendarWord::Last, CalendarWord::Next])?;
        // In French only what points at the one at hand stands before.
        if way.language != e.language || e.language == Some(Language::Fr) && way.role != CalendarWord::This {
            return None;
        }
        found.direction = Some(match way.role {
            CalendarWord::Last => Direction::Last,
            CalendarWord::Next => Direction::Next,
            _ => Direction::This,
        });
        found.span = self.span(i - 1, next);
        Some((found, next))
    }

    fn is_break(&self, i: usize) -> bool {
        matches!(self.tokens[i].kind, Kind::Mark(c) if c != '\'' && c != '’')
    }

    /// `années 80`, `années 1980`, `années soixante`, `1980s`, `the sixties`.
    pub(super) fn decade(&self, i: usize) -> Read {
        let mut found = blank(Span::default(), DateForm::Decade);
        let next = if let Some(e) = self.entry_at(i, &[CalendarWord::DecadeBefore]) {
            found.language = e.language;
            found.year = match self.entry(i + 1, &[CalendarWord::DecadeName]) {
                Some(name) => decade(name.value.into()),
                None => self.same_line(i + 1).and_then(|_| self.number(i + 1)).and_then(decade_number),
            };
            i + 2
        } else if let Some(n) = self.number(i) {
            let apostrophe = usize::from(matches!(self.mark(i + 1), Some('\'' | '’')));
            let e = self.entry(i + 1 + apostrophe, &[CalendarWord::DecadeAfter])?;
            let shortened = n.1 == 2 && i > 0 && self.tokens[i].glued && matches!(self.mark(i - 1), Some('\'' | '’'));
            if !self.tokens[i + 1 + apostrophe].glued || n.1 == 2 && !shortened {
                return None;
            }
            found.language = e.language;
            found.year = decade_number(n);
            i + 2 + apostrophe
        } else {
            let e = self.entry_at(i, &[CalendarWord::DecadeName]).filter(|e| e.language == Some(Language::En))?;
            // `in her thirties` is an age.
            self.before(i, &[CalendarWord::Article]).filter(|a| a.language == e.language)?;
            found.language = e.language;
            found.year = decade(e.value.into());
            i + 1
        };
        found.year?;
        found.span = self.span(i, next);
        Some((found, next))
    }

    /// `de la même année` behind a date; the index after it.
    pub(super) fn same_year_after(&self, found: &mut FoundDate, next: usize) {
        let of = self.entry(next, &[CalendarWord::Of]).is_some();
        let same = self.entry(next + 2, &[CalendarWord::SameYear]).is_some();
        let year = self.entry(next + 3, &[CalendarWord::Unit]).is_some_and(|e| e.value == 4);
        found.same_year = of && same && year && self.entry(next + 1, &[CalendarWord::Article]).is_some();
    }
}

fn part(value: i8) -> Option<Part> {
    Some(match value {
        1 => Part::Early,
        2 => Part::Middle,
        3 => Part::Late,
        _ => return None,
    })
}

fn season(value: i8) -> Option<Season> {
    Some(match value {
        1 => Season::Spring,
        2 => Season::Summer,
        3 => Season::Autumn,
        4 => Season::Winter,
        _ => return None,
    })
}

fn decade(tens: i16) -> Option<i16> {
    (0..100).contains(&tens).then(|| if tens < OLDER_CENTURY { 2000 + tens } else { 1900 + tens })
}

/// The first year of the decade that a number of two or four digits tells.
fn decade_number((value, digits): (u32, u8)) -> Option<i16> {
    match digits {
        _ if !value.is_multiple_of(10) => None,
        2 => decade(value as i16),
        4 if YEARS.contains(&value) => Some(value as i16),
        _ => None,
    }
}
