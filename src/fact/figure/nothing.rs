//! Numbers that count nothing, or may: days, years, notes and set phrases.

use super::number::Read;
use super::phrase::Phrase;
use super::types::{Figure, FigureKind};
use crate::fact::lexicon::WordClass;
use crate::lang::{self, FigureWord, Grammar, Tags};
use crate::text::fold;

/// `2,8 milliards`, where a text counts sums in one currency: such a sum too. Without one it is
/// doubtful what they are.
pub(super) fn sums(figures: &mut [Figure]) {
    const BILLION: f64 = 1e9;
    let mut units = figures.iter().filter(|f| f.kind == FigureKind::Money).filter_map(|f| f.unit.clone());
    let first = units.next();
    let currency = first.filter(|unit| units.all(|u| u == *unit));
    let bare = |f: &&mut Figure| f.kind == FigureKind::Count && f.noun.is_none() && f.unit.is_none();
    for f in figures.iter_mut().filter(bare).filter(|f| f.low >= BILLION) {
        match &currency {
            Some(unit) => (f.kind, f.unit) = (FigureKind::Money, Some(unit.clone())),
            None => f.doubtful = true,
        }
    }
}

impl Phrase<'_, '_> {
    /// `24 heures sur 24`, `sept jours sur sept`: always. Both its numbers count nothing.
    pub(super) fn is_always(&self, i: usize) -> bool {
        let over = |k: usize| self.mark(k) == Some('/') || Tags::of(self.word(k)).is(FigureWord::RatioLink);
        let lasting = |k: usize| self.unit(k).filter(|(u, _)| u.kind == FigureKind::Duration).map(|(_, after)| after);
        let value = |k: usize| self.number(k).map(|r| r.value);
        let first = || {
            let read = self.number(i)?;
            let link = lasting(read.next).filter(|&k| over(k))?;
            (value(link + 1)? == read.value).then_some(())
        };
        let second = || {
            let link = i.checked_sub(1).filter(|&k| over(k))?;
            let (unit, number) = (link.checked_sub(1)?, link.checked_sub(2)?);
            lasting(unit).filter(|&after| after == link)?;
            (value(number)? == value(i)?).then_some(())
        };
        first().or_else(second).is_some()
    }

    /// `deux poids deux mesures`: one number word before two nouns with nothing between them.
    pub(super) fn is_repeated(&self, i: usize, read: &Read, after: usize) -> bool {
        let one = read.next == i + 1 && !read.digits && read.factor == 1.0;
        let same = |k: usize| one && !self.word(k).is_empty() && fold(self.word(k)) == fold(self.word(i));
        let noun = |k: usize| self.noun(k).0.is_some();
        same(after) && noun(after + 1)
            || i.checked_sub(2).is_some_and(|k| k >= self.first && same(k) && self.noun(k + 1).1 == i && noun(k + 1))
    }

    /// `une justice à deux vitesses`: what a thing is like, told by a number word behind its noun.
    pub(super) fn is_manner_of(&self, i: usize, read: &Read) -> bool {
        let at = |n: usize| i.checked_sub(n).filter(|&k| k >= self.first);
        let (Some(preposition), Some(noun), Some(article)) = (at(1), at(2), at(3)) else { return false };
        let article = Tags::of_folded(&fold(self.word(article)));
        !read.digits
            && Tags::of(self.word(preposition)).is(Grammar::Dative)
            && (article.is(FigureWord::One) || article.is(Grammar::Genitive))
            && self.noun(noun).1 == preposition
    }

    /// `dont trois émaillés de heurts`: what is said of those that were counted before.
    pub(super) fn is_said_of_others(&self, from: usize, k: usize) -> bool {
        let word = self.word(k);
        let of_which = Tags::of(self.word(from.wrapping_sub(1))).is(FigureWord::OfWhich);
        let single = word.strip_suffix('s').unwrap_or(word);
        let said = || lang::any(|l| l.is_past_participle(single) || l.is_postposed_adjective(single));
        of_which && !self.class(k).is(WordClass::PERSON) && said()
    }

    /// Digits that nothing is counted of and that name: `le 18 au matin`, `en 1789`, `’68`, `3/4`.
    pub(super) fn is_day_or_year(&self, i: usize, next: usize) -> bool {
        let before = i.wrapping_sub(1);
        let word = Tags::of_folded(&fold(self.word(before)));
        let stroke = |k: usize, number: usize| self.mark(k) == Some('/') && self.glued(k) && self.is_number(number);
        let day = word.is(FigureWord::SingularArticle);
        let year = word.is(FigureWord::Lasting) && self.is_like_year(i, 1000);
        let short = matches!(self.mark(before), Some('\'' | '’')) && self.glued(i) && self.word(i).len() == 2;
        let part = stroke(next, next + 1) && self.glued(next + 1) || stroke(before, i.wrapping_sub(2)) && self.glued(i);
        day || year || short || part
    }

    /// True for digits, or a number with a capital, that open what stands in marks and has no
    /// end of a sentence in it: a title or a slogan, as often as not.
    pub(super) fn may_be_title(&self, i: usize) -> bool {
        /// Words of a title.
        const LONGEST: usize = 6;
        let opens = i.checked_sub(1).is_some_and(|k| matches!(self.mark(k), Some('«' | '“')));
        let inner = |k: &usize| !matches!(self.mark(*k), Some('.' | ',' | ';' | '!' | '?' | '…'));
        let heads = self.is_number(i) || self.prose.tokens[i].capital;
        heads && opens && (i..i + LONGEST).take_while(inner).any(|k| matches!(self.mark(k), Some('»' | '”')))
    }

    /// Digits that nothing is counted of and that may name: years, notes, items and points of a
    /// change.
    pub(super) fn may_name(&self, i: usize, read: &Read) -> bool {
        /// Above the numbers of notes, of counties and of the items of a list.
        const NOTES: f64 = 100.0;
        let before = i.wrapping_sub(1);
        let class = self.class(before);
        let tags = Tags::of_folded(&fold(self.word(before)));
        let governed = class.is(WordClass::PREPOSITION | WordClass::OF) || tags.is(Grammar::Genitive);
        let compared = tags.is(FigureWord::RangeLink | FigureWord::Against);
        let year = self.is_like_year(i, 1900) || self.is_like_year(i, 1000) && governed && !compared;
        let note = read.value < NOTES && self.mark(before) == Some('(') && self.mark(read.next) == Some(')');
        let item = read.value < NOTES && i == self.first && self.prose.tokens.get(read.next).is_some_and(|t| t.capital);
        let named = class.is(WordClass::DETERMINER) && !tags.is(FigureWord::KnownDeterminer);
        year && read.factor == 1.0 || note || item || named || self.mark(before) == Some('+')
    }

    /// Four digits without a separator, in the range of years from one on.
    fn is_like_year(&self, i: usize, from: u16) -> bool {
        let word = self.word(i);
        word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (from..2100).contains(&year))
    }
}
