//! Parts of a whole told in words: shares with what they are a share of, so
//! many in so many, and halves of a unit.

use super::number::{self, Read};
use super::phrase::Phrase;
use super::types::{Bound, Figure, FigureKind};
use super::unit::Unit;
use crate::fact::lexicon::WordClass;
use crate::lang::{self, FigureWord, Grammar, Tags};
use crate::text::fold;

/// Of how many a ratio is, at most: *un Français sur deux*, not *sur 2 000*.
const LARGEST: f64 = 100.0;

impl Phrase<'_, '_> {
    /// What a share is of: the noun behind *des*, *de la*, *of the*; and the token behind it.
    pub(super) fn whole(&self, next: usize) -> Option<(String, usize)> {
        if !Tags::of(self.word(next)).is(FigureWord::ShareLink) {
            return None;
        }
        let determined = self.class(next + 1).is(WordClass::DETERMINER);
        let (noun, after) = self.noun(next + 1 + usize::from(determined));
        Some((noun?, after))
    }

    /// `un Français sur deux`, `neuf habitants sur dix`, `one in five drivers`.
    /// The number that begins it is known.
    pub(super) fn ratio(&self, i: usize, first: Option<&Read>) -> Option<(Figure, usize)> {
        let whole = |r: &Read| r.value.fract() == 0.0 && r.factor == 1.0 && !r.about && !r.many && !r.part;
        let (part, at, written) = match first {
            Some(r) if whole(r) && r.value < LARGEST => (r.value, r.next, r.digits),
            None if self.is_one(i) => (1.0, i + 1, false),
            _ => return None,
        };
        let before = if self.ratio_link(at).is_some() { (None, at) } else { self.noun(at) };
        // `une jeune femme sur trois`
        let link = self.ratio_link(before.1).or_else(|| before.0.as_ref().and_then(|_| self.ratio_link(before.1 + 1)));
        let of = self.number(link?).filter(|r| whole(r) && r.value > part && r.value <= LARGEST)?;
        let measured = self.unit(at).is_some_and(|(u, _)| u.kind == FigureKind::Measure);
        if measured || self.unit(of.next).is_some() {
            return None;
        }
        let (noun, next) = match (before.0, self.noun(of.next)) {
            // `une photo sur dix`; `deux buts sur vingt tirs` are of two things.
            (Some(noun), (Some(other), _))
                if noun != other && lang::any(|l| l.is_plural(&fold(self.word(of.next)))) =>
            {
                return None;
            }
            (Some(noun), _) => (Some(noun), of.next),
            (None, (Some(noun), next)) => (Some(noun), next),
            (None, (None, _)) if written => return None,
            (None, (None, _)) => (None, of.next),
        };
        // Two decimals of a share that is told in words say nothing.
        let value = (1000.0 * part / of.value).round() / 10.0;
        let (bound, start) = self.bound_before(i);
        let bound = if bound == Bound::Exact { Bound::About } else { bound };
        let figure = Figure::new(self.span(start, next), self.span(i, of.next), FigureKind::Percent, value);
        Some((Figure { bound, unit: Some("%".into()), noun, ..figure }, next))
    }

    /// The token behind the words between the two numbers of a ratio.
    fn ratio_link(&self, k: usize) -> Option<usize> {
        let word = Tags::of(self.word(k));
        if word.is(FigureWord::RatioLink) {
            return Some(k + 1);
        }
        (word.is(FigureWord::OutOf) && Tags::of(self.word(k + 1)).is(Grammar::Genitive)).then_some(k + 2)
    }

    /// `une demi-heure`, `half an hour`.
    pub(super) fn half_unit(&self, i: usize) -> Option<(Figure, usize)> {
        let token = self.word(i);
        let one = |k: usize| Tags::of_folded(&fold(self.word(k))).is(FigureWord::RoundDeterminer);
        let (unit, start, next) = match token.split_once('-') {
            Some((head, rest)) if Tags::of(head).is(FigureWord::Half) && i > self.first && one(i - 1) => {
                (self.named_unit(rest)?, i - 1, i + 1)
            }
            None if Tags::of(token).is(FigureWord::Half) && one(i + 1) => {
                (self.named_unit(self.word(i + 2))?, i, i + 3)
            }
            _ => return None,
        };
        let (bound, from) = self.bound_before(start);
        let figure = Figure::new(self.span(from, next), self.span(i, next), unit.kind, unit.factor / 2.0);
        Some((Figure { bound, unit: Some(unit.name.into()), ..figure }, next))
    }

    /// True for one, however it is capitalised.
    pub(super) fn is_one(&self, i: usize) -> bool {
        // Most words are longer and need not be looked up.
        const LONGEST: usize = 4;
        let word = self.word(i);
        word.len() <= LONGEST && Tags::of_folded(&fold(word)).is(FigureWord::One)
    }

    /// `un an et demi`, `une heure et quart`, `un mètre quarante`: the article counts.
    pub(super) fn one_and_half(&self, i: usize) -> Option<Read> {
        if !self.is_one(i) {
            return None;
        }
        let (unit, after) = self.unit(i + 1)?;
        let share = Tags::of(self.word(after + 1));
        let added =
            Tags::of(self.word(after)).is(Grammar::Coordinator) && share.is(FigureWord::Half | FigureWord::Quarter);
        (added || self.smaller(&unit, after).is_some()).then_some(Read {
            value: 1.0,
            next: i + 1,
            factor: 1.0,
            digits: false,
            about: false,
            many: false,
            part: false,
        })
    }

    /// The rest of a length of time that is told in two units, in the base unit of the first,
    /// and the token behind it: `deux ans et trois mois`, `1 h 20 min`.
    pub(super) fn compound(&self, unit: &Unit, after: usize) -> Option<(f64, usize)> {
        if unit.kind != FigureKind::Duration {
            return None;
        }
        let at = after + usize::from(Tags::of(self.word(after)).is(Grammar::Coordinator));
        let read = number::read(self.prose, at, self.end, self.language)?;
        let (part, next) = self.unit(read.next)?;
        let plain = read.factor == 1.0 && !read.about && !read.many && !read.part;
        let more = read.value * part.factor;
        // `5 ans et 18 mois` are of two.
        (plain && part.name == unit.name && more < unit.factor).then_some((more, next))
    }

    /// The number behind a unit that counts its smaller parts, in the base unit, and the
    /// token behind it: `un mètre quarante`, `deux euros cinquante`, `deux heures trente`.
    pub(super) fn smaller(&self, unit: &Unit, i: usize) -> Option<(f64, usize)> {
        let (most, part) = match (unit.kind, unit.name, unit.factor) {
            (FigureKind::Measure, "m", 1.0) | (FigureKind::Money, _, 1.0) => (100.0, 0.01),
            (FigureKind::Duration, "s", 3600.0) => (60.0, 60.0),
            _ => return None,
        };
        let read = number::read(self.prose, i, self.end, self.language)?;
        let plain = read.factor == 1.0 && !read.about && !read.many && !read.part;
        let whole = read.value.fract() == 0.0 && (1.0..most).contains(&read.value);
        // `deux mètres, trente personnes`, `deux heures trente minutes` count something else.
        let counted = !Tags::of(self.word(read.next)).is(Grammar::Genitive) && self.noun(read.next).0.is_some();
        let apart = self.unit(read.next).is_some() || counted;
        (plain && whole && !apart).then_some((read.value * part, read.next))
    }
}
