//! Numbers whose form says what they are: ranks, scores, ages; and digits that count nothing.

use super::number;
use super::phrase::Phrase;
use super::types::{Figure, FigureKind};
use crate::fact::lexicon::WordClass;
use crate::lang::{CalendarWord, FigureWord, PlaceWord, Tags};
use crate::text::fold;

impl Phrase<'_, '_> {
    /// `12e arrondissement`, `1er`, `3ème`, `2nd`.
    pub(super) fn rank(&self, i: usize) -> Option<(Figure, usize)> {
        if !self.is_number(i) || !self.glued(i + 1) {
            return None;
        }
        let ending = self.word(i + 1);
        if !Tags::of(ending).is(FigureWord::OrdinalEnding) {
            return None;
        }
        let value = number::digits(self.prose.word(i), self.language)?;
        let (noun, next) = self.noun(i + 2);
        let figure = Figure::new(self.span(i, next), self.span(i, i + 2), FigureKind::Rank, value);
        // `la 1ère` behind a name is part of it, as often as not.
        let doubtful = noun.is_none() && self.class(i.wrapping_sub(1)).is(WordClass::DETERMINER);
        Some((Figure { noun, doubtful, ..figure }, next))
    }

    /// `2-1`, `(3-0)`: two small numbers and a hyphen, no noun behind.
    pub(super) fn score(&self, i: usize) -> Option<(Figure, usize)> {
        let small = |k: usize| self.is_number(k) && self.prose.word(k).len() <= 2;
        let hyphen = matches!(self.mark(i + 1), Some('-' | '–')) && self.glued(i + 1) && self.glued(i + 2);
        let chained = matches!(self.mark(i + 3), Some('-' | '/' | '.')) && self.glued(i + 3) && self.glued(i + 4);
        if !(small(i) && hyphen && small(i + 2))
            || chained
            || self.unit(i + 3).is_some()
            || self.noun(i + 3).0.is_some()
        {
            return None;
        }
        let low = self.prose.word(i).parse().ok()?;
        let high = self.prose.word(i + 2).parse().ok()?;
        let span = self.span(i, i + 3);
        Some((Figure { high, ..Figure::new(span, span, FigureKind::Score, low) }, i + 3))
    }

    /// `27-year-old`.
    pub(super) fn hyphened_age(&self, i: usize) -> Option<(Figure, usize)> {
        const MONTHS: f64 = 12.0;
        let suffix = self.mark(i + 1) == Some('-') && self.glued(i + 1) && self.glued(i + 2);
        if !(suffix && self.is_number(i) && Tags::of(self.word(i + 2)).is(FigureWord::AgeSuffix)) {
            return None;
        }
        let years: f64 = self.prose.word(i).parse().ok()?;
        let figure = Figure::new(self.span(i, i + 3), self.span(i, i + 1), FigureKind::Age, years * MONTHS);
        Some((Figure { unit: Some("month".into()), ..figure }, i + 3))
    }

    /// Digits that a hyphen joins to others, of which one has more than two: `l’article L. 515-4`.
    /// Those of a unit or of a noun are a range.
    fn is_chained(&self, i: usize) -> bool {
        const SCORE: usize = 2;
        let hyphen = |k: usize| matches!(self.mark(k), Some('-')) && self.glued(k) && self.glued(k + 1);
        let joined = |a: usize| {
            let (short, long) = (self.word(a).len(), self.word(a + 2).len());
            let counted = self.unit(a + 3).is_some() || self.noun(a + 3).0.is_some();
            self.is_number(a) && hyphen(a + 1) && self.is_number(a + 2) && short.max(long) > SCORE && !counted
        };
        joined(i) || i.checked_sub(2).is_some_and(|a| a >= self.first && joined(a))
    }

    /// Digits of a code or of a tag: `#24hInfo`, `t.co/8cmkx`, `127 bis`. Letters right behind
    /// digits are a unit, an ending, an hour or a short word for a multiplier, or no count.
    pub(super) fn is_code(&self, i: usize) -> bool {
        const MOST_DIALLED: usize = 8;
        if !self.is_number(i) {
            return false;
        }
        let tagged = matches!(self.mark(i.wrapping_sub(1)), Some('#' | '@')) && self.glued(i);
        let word = self.word(i + 1);
        let known = || {
            let hour = word.strip_prefix(['h', 'H']).is_some_and(|m| m.bytes().all(|b| b.is_ascii_digit()));
            let tags = Tags::of(word);
            hour || self.unit(i + 1).is_some()
                || number::word(word).is_some()
                || tags.is(FigureWord::OrdinalEnding)
                || tags.is(FigureWord::RangeLink)
        };
        // `0495/20 71`: a whole number begins with no nought.
        let dialled = |k: usize| {
            let digits = self.word(k);
            self.is_number(k)
                && digits.len() > 2
                && digits.starts_with('0')
                && digits.bytes().all(|b| b.is_ascii_digit())
        };
        // Digits behind it in twos, with a stroke or a space between, are dialled with it.
        let two = |k: usize| self.is_number(k) && self.word(k).len() == 2 || self.mark(k) == Some('/');
        let behind = (self.first..i).rev().take(MOST_DIALLED).take_while(|&k| two(k) || dialled(k)).any(dialled);
        let letters = self.glued(i + 1) && word.chars().count() > 1 && !word.contains('-');
        // `le 1er-Mai`, `rue du 19 mars`, `mai 68`: days and years that are no dates there.
        // The English verb *may* is none.
        let month = |k: usize| {
            let named = |p: &str| Tags::of_folded(&fold(p)).is(CalendarWord::Month);
            !self.class(k).is(WordClass::AUX) && self.word(k).split('-').any(named)
        };
        let hyphened = self.mark(i + 1) == Some('-') && self.glued(i + 1) && month(i + 2);
        let year = month(i.wrapping_sub(1)) && self.noun(i + 1).0.is_none();
        let dated = month(i + 1) || hyphened || year;
        tagged
            || behind
            || dated
            || self.is_chained(i)
            || dialled(i)
            || Tags::of(word).is(FigureWord::Repeated)
            || letters && !known()
    }

    /// The number of a house, `12 rue…`, a part of one that is dialled, four
    /// pairs of digits in a row, or of an identifier, `graph_201902`.
    pub(super) fn is_address(&self, i: usize) -> bool {
        const PAIRS: usize = 4;
        let pair = |k: usize| k >= self.first && self.is_number(k) && self.prose.word(k).len() == 2;
        let row = || {
            let before = (1..PAIRS).take_while(|&n| i.checked_sub(n).is_some_and(pair)).count();
            let behind = (1..PAIRS).take_while(|&n| pair(i + n)).count();
            before + 1 + behind >= PAIRS
        };
        let underlined = self.mark(i.wrapping_sub(1)) == Some('_') && self.glued(i)
            || self.mark(i + 1) == Some('_') && self.glued(i + 1);
        // `au 12, rue de la Paix`
        let street = i + 1 + usize::from(self.mark(i + 1) == Some(','));
        self.is_number(i)
            && (underlined || Tags::of_folded(&fold(self.word(street))).is(PlaceWord::Street) || pair(i) && row())
    }
}
