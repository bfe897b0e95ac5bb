//! Figures that a text takes for known: *des six magistrats*, *le XVIe arrondissement*. They
//! are told nowhere by themselves, for what they count was counted before; but two reports may
//! give one of them with two values.

use super::number;
use super::phrase::Phrase;
use super::types::{Figure, FigureKind};
use crate::fact::occurrence;
use crate::lang::{FigureWord, Tags};
use crate::text::fold;

impl Phrase<'_, '_> {
    /// A figure that is known already at token `i`.
    pub(super) fn known(&self, i: usize) -> Option<Figure> {
        self.known_count(i).or_else(|| self.roman_rank(i))
    }

    /// `les deux prévenus`, `des six magistrats`.
    fn known_count(&self, i: usize) -> Option<Figure> {
        number::word(self.word(i))?;
        let read = self.number(i)?;
        let plain = !(read.digits || read.about || read.many || read.part) && read.factor == 1.0;
        let before = fold(self.word(i.checked_sub(1)?));
        let known = Tags::of_folded(&before).is(FigureWord::KnownDeterminer);
        if !(plain && known) || read.value < 2.0 || self.unit(read.next).is_some() {
            return None;
        }
        let (noun, after) = self.noun(read.next);
        let noun = noun.filter(|_| self.is_plural(after - 1))?;
        let figure = Figure::new(self.span(i, after), self.span(i, read.next), FigureKind::Count, read.value);
        Some(Figure { noun: Some(noun), ..figure })
    }

    /// `XVIe arrondissement`: a place in an order in Roman numerals.
    fn roman_rank(&self, i: usize) -> Option<Figure> {
        let word = self.word(i);
        if !word.starts_with(['I', 'V', 'X']) {
            return None;
        }
        let value = occurrence::ordinal(word)?;
        let (noun, next) = self.noun(i + 1);
        let figure = Figure::new(self.span(i, next), self.span(i, i + 1), FigureKind::Rank, f64::from(value));
        Some(Figure { noun: Some(noun?), ..figure })
    }
}
