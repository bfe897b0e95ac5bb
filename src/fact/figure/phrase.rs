//! The phrase around a number, and what kind of figure it makes.

use super::number::{self, Read};
use super::types::{Bound, Figure, FigureKind};
use super::unit::Unit;
use crate::corpus::Language;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::{Kind, Prose, Zone};
use crate::lang::{self, ClauseWord, FigureWord, Grammar, PlaceWord, Tags};
use crate::text::{Span, fold};

/// A figure at token `i` and the token behind it. `limit` is the byte where
/// the next date starts.
pub(super) fn read(prose: &Prose, zone: &Zone, i: usize, limit: usize) -> Option<(Figure, usize)> {
    let end = zone.tokens.end.min(prose.tokens.partition_point(|t| t.span.start < limit).max(i + 1));
    Phrase { prose, first: zone.tokens.start, end, language: language_at(prose, zone, i) }.figure(i)
}

/// English decimal points when the words around are English.
fn language_at(prose: &Prose, zone: &Zone, i: usize) -> Language {
    let near = i.saturating_sub(12).max(zone.tokens.start)..(i + 12).min(zone.tokens.end);
    let mut english = 0i32;
    for k in near {
        let word = Tags::of(prose.word(k));
        english += i32::from(word.is(FigureWord::DecimalPoint)) - i32::from(word.is(FigureWord::DecimalComma));
    }
    if english > 0 { Language::En } else { Language::Fr }
}

/// The tokens of a zone up to the next date.
pub(super) struct Phrase<'p, 'd> {
    pub(super) prose: &'p Prose<'d>,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) language: Language,
}

impl Phrase<'_, '_> {
    pub(super) fn word(&self, i: usize) -> &str {
        if i < self.first || i >= self.end { "" } else { self.prose.word(i) }
    }

    pub(super) fn class(&self, i: usize) -> WordClass {
        if i < self.first || i >= self.end { WordClass::default() } else { self.prose.tokens[i].class }
    }

    pub(super) fn mark(&self, i: usize) -> Option<char> {
        if i < self.first || i >= self.end {
            return None;
        }
        match self.prose.tokens[i].kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    pub(super) fn glued(&self, i: usize) -> bool {
        i < self.end && self.prose.tokens.get(i).is_some_and(|t| t.glued)
    }

    pub(super) fn is_number(&self, i: usize) -> bool {
        i < self.end && self.prose.tokens.get(i).is_some_and(|t| t.kind == Kind::Number)
    }

    pub(super) fn number(&self, i: usize) -> Option<Read> {
        if i >= self.end {
            return None;
        }
        number::read(self.prose, i, self.end, self.language).or_else(|| self.one_and_half(i))
    }

    pub(super) fn span(&self, from: usize, next: usize) -> Span {
        Span::new(self.prose.tokens[from].span.start, self.prose.tokens[next - 1].span.end)
    }

    fn figure(&self, i: usize) -> Option<(Figure, usize)> {
        if self.is_address(i) || self.is_code(i) {
            return None;
        }
        let read = self.number(i);
        let half = || if read.as_ref().is_none_or(|r| r.part) { self.half_unit(i) } else { None };
        if let Some(found) = self.ratio(i, read.as_ref()).or_else(half) {
            return Some(found);
        }
        let read = read?;
        if !read.digits && !self.counts(i, &read) {
            return None;
        }
        let formed = || self.clock(i).or_else(|| self.rank(i)).or_else(|| self.score(i));
        if let Some(found) = formed().or_else(|| self.hyphened_age(i)) {
            return Some(found);
        }
        // `une` of `une centaine`, `un` of `un tiers` and of `un million` belong
        // to the number.
        let own = i.saturating_sub(1);
        let from = if i > self.first && self.is_own_determiner(own, &read) { own } else { i };
        let (mut bound, mut start) = self.bound_of_things(from);
        let mut number = self.span(if read.part { from } else { i }, read.next);
        let (mut low, mut high, mut next) = (read.value, read.value, read.next);
        let mut own_unit = self.unit(next);
        if let Some(second) = self.range(i, read.next, own_unit.map_or(read.next, |(_, n)| n)) {
            let shared = self.unit(second.next);
            let (a, b) = (own_unit.or(shared), shared);
            // `2 à 3 millions`: the multiplier is the second's alone.
            let scale = if read.factor == 1.0 && low < 1000.0 { second.factor } else { 1.0 };
            let fa = a.map_or(1.0, |(u, _)| u.factor);
            let fb = b.map_or(1.0, |(u, _)| u.factor);
            if low * scale * fa <= second.value * fb {
                low *= scale;
                // Both ends in the unit of the second.
                if fa != fb && fb != 0.0 {
                    low = low * fa / fb;
                }
                high = second.value;
                next = second.next;
                bound = Bound::Range;
                own_unit = shared;
                number = self.span(i, next);
                if Tags::of_folded(&fold(self.word(i.wrapping_sub(1)))).is(FigureWord::RangeOpening) {
                    start = i - 1;
                }
            }
        }
        if read.about {
            bound = if bound == Bound::Exact { Bound::About } else { bound };
        }
        // `plusieurs millions`
        let several = !read.digits && read.factor >= 1000.0 && read.value == read.factor;
        if several && i > self.first && Tags::of(self.word(i - 1)).is(ClauseWord::Several) {
            (bound, start) = (Bound::Magnitude, i - 1);
        }
        if read.many {
            bound = Bound::Magnitude;
        }
        let negative =
            i > self.first && matches!(self.mark(i - 1), Some('-' | '−' | '–')) && !self.glued(i - 1) && self.glued(i);
        let mut figure = Figure { high, bound, negative, ..Figure::new(number, number, FigureKind::Count, low) };
        next = self.finish(&mut figure, (from, i), next, own_unit, &read)?;
        if figure.bound == Bound::Exact
            && let Some((bound, after)) = self.bound_after(next)
        {
            (figure.bound, next) = (bound, after);
        }
        // `moins 12 degrés`
        if start == i
            && i > self.first
            && figure.unit.as_deref() == Some("degree")
            && Tags::of(self.word(i - 1)).is(FigureWord::Minus)
        {
            (figure.negative, start) = (true, i - 1);
        }
        figure.span = self.span(start, next);
        Some((figure, next))
    }

    /// The bound before a number that is no time of day: `vers 18 heures` is about then,
    /// `vers trois directions` goes there.
    fn bound_of_things(&self, from: usize) -> (Bound, usize) {
        let (bound, start) = self.bound_before(from);
        let goes = start + 1 == from && Tags::of(self.word(start)).is(FigureWord::ClockPreposition);
        if bound == Bound::About && goes { (Bound::Exact, from) } else { (bound, start) }
    }

    /// True when the word before a rounded count or a share belongs to it.
    fn is_own_determiner(&self, k: usize, read: &Read) -> bool {
        let tags = Tags::of_folded(&fold(self.word(k)));
        read.about && self.class(k).is(WordClass::DETERMINER)
            || read.part && tags.is(FigureWord::ShareDeterminer)
            // `plus d'un million`
            || !read.digits && read.factor >= 1000.0 && self.is_one(k)
    }

    /// Unit, head noun and kind; the token behind the phrase. The phrase begins at `from`, with the determiner of a rounded count, its
    /// number at `i`.
    fn finish(
        &self,
        figure: &mut Figure,
        (from, i): (usize, usize),
        next: usize,
        unit: Option<(Unit, usize)>,
        read: &Read,
    ) -> Option<usize> {
        if read.part {
            figure.kind = FigureKind::Percent;
            figure.unit = Some("%".into());
            if figure.bound == Bound::Exact {
                figure.bound = Bound::About;
            }
            figure.noun = self.whole(next);
            return Some(next);
        }
        let before = i.checked_sub(1).and_then(|k| self.mark(k)).filter(|_| self.glued(i));
        let sign = before.and_then(|c| match c {
            '$' => Some("usd"),
            '€' => Some("eur"),
            '£' => Some("gbp"),
            _ => None,
        });
        if let Some(name) = sign {
            figure.kind = FigureKind::Money;
            figure.unit = Some(name.into());
            // `$1.2bn`
            if let Some(number::Word::Short(factor)) = number::word(self.word(next)) {
                figure.low *= factor;
                figure.high *= factor;
                return Some(next + 1);
            }
            return Some(next);
        }
        if let Some((u, after)) = unit {
            figure.kind = u.kind;
            figure.low *= u.factor;
            figure.high *= u.factor;
            figure.unit = Some(u.name.into());
            if u.kind == FigureKind::Duration
                && Tags::of_folded(&fold(self.word(after - 1))).is(FigureWord::Year)
                && self.is_age(from, after)
            {
                figure.kind = FigureKind::Age;
            }
            if u.kind == FigureKind::Percent {
                figure.noun = self.whole(after);
            }
            // `deux heures et demie`, `un mètre quarante`
            return Some(self.and_half(figure, &u, after));
        }
        let (noun, after) = self.noun(next);
        if let Some(noun) = noun {
            figure.noun = Some(noun);
            return Some(after);
        }
        // `article 49`: a number that follows what it names.
        if read.digits
            && let Some(label) = self.label(i)
        {
            figure.kind = FigureKind::Label;
            figure.unit = Some(label);
            return Some(next);
        }
        // A bare number word is an article or a name.
        (read.digits || read.about || read.value >= 13.0).then_some(next)
    }

    fn and_half(&self, figure: &mut Figure, unit: &Unit, after: usize) -> usize {
        if Tags::of(self.word(after)).is(Grammar::Coordinator) {
            let share = Tags::of(self.word(after + 1));
            let share = if share.is(FigureWord::Half) {
                0.5
            } else if share.is(FigureWord::Quarter) {
                0.25
            } else {
                return after;
            };
            figure.low += share * unit.factor;
            figure.high += share * unit.factor;
            return after + 2;
        }
        let Some((more, next)) = self.smaller(unit, after) else { return after };
        figure.low += more;
        figure.high += more;
        next
    }

    /// `de 32 ans`, `, 32 ans,`, `âgé de 32 ans`.
    fn is_age(&self, i: usize, after: usize) -> bool {
        let before = Tags::of_folded(&fold(self.word(i.wrapping_sub(1))));
        let two = Tags::of_folded(&fold(self.word(i.wrapping_sub(2))));
        let aged = two.is(FigureWord::Aged) || before.is(FigureWord::AgedDirectly);
        // `un automobiliste de 36 ans`, `un maçon lyonnais de 46 ans`
        let person = before.is(Grammar::Genitive)
            && (self.is_someone(i.wrapping_sub(2))
                || lang::any(|l| l.is_relational_adjective(&fold(self.word(i.wrapping_sub(2)))))
                    && self.is_someone(i.wrapping_sub(3)));
        let apposed = self.mark(i.wrapping_sub(1)) == Some(',') && self.mark(after).is_some()
            || matches!(self.mark(i.wrapping_sub(1)), Some('('));
        aged || person || apposed
    }
    /// A noun for a person.
    fn is_someone(&self, k: usize) -> bool {
        let word = self.word(k);
        let tags = Tags::of_folded(&fold(word));
        let capital = word.starts_with(char::is_uppercase);
        self.class(k).is(WordClass::PERSON)
            || tags.is(FigureWord::AgedNoun)
            || capital && tags.is(PlaceWord::Origin)
            || lang::any(|l| l.names_bearer(word))
    }
}
