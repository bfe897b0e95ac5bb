//! The phrase around a number, and what kind of figure it makes.

use super::age::Years;
use super::number::{self, Read};
use super::types::{Bound, Figure, FigureKind};
use super::unit::Unit;
use crate::corpus::Language;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::{Kind, Prose, Zone};
use crate::lang::{self, ClauseWord, FigureWord, Grammar, Tags};
use crate::text::{Span, fold};

/// Months of a year.
const MONTHS: f64 = 12.0;

/// Months of the longest life.
const OLDEST: f64 = 122.0 * MONTHS;

/// A figure at token `i` and the token behind it. `limit` is the byte where
/// the next date starts.
pub(super) fn read(prose: &Prose, zone: &Zone, i: usize, limit: usize) -> Option<(Figure, usize)> {
    phrase(prose, zone, i, limit).figure(i)
}

/// A figure at token `i` that the text takes for known.
pub(super) fn known(prose: &Prose, zone: &Zone, i: usize, limit: usize) -> Option<Figure> {
    phrase(prose, zone, i, limit).known(i)
}

/// The tokens around `i` up to the byte where the next date starts.
fn phrase<'p, 'd>(prose: &'p Prose<'d>, zone: &Zone, i: usize, limit: usize) -> Phrase<'p, 'd> {
    let end = zone.tokens.end.min(prose.tokens.partition_point(|t| t.span.start < limit).max(i + 1));
    Phrase { prose, first: zone.tokens.start, end, language: language_at(prose, zone, i) }
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
        if self.is_address(i) || self.is_code(i) || self.is_programme(i) || self.is_always(i) {
            return None;
        }
        if let Some(found) = self.stopwatch(i) {
            return Some(found);
        }
        let read = self.number(i);
        let half = || if read.as_ref().is_none_or(|r| r.part) { self.half_unit(i) } else { None };
        if let Some(found) = self.ratio(i, read.as_ref()).or_else(half) {
            return Some(found);
        }
        let read = read?;
        if !read.digits && !self.counts(i, &read) || self.is_minute(i) {
            return None;
        }
        let formed =
            || self.clock_range(i).or_else(|| self.clock(i)).or_else(|| self.rank(i)).or_else(|| self.score(i));
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
        let mut doubtful = false;
        if let Some(second) = self.range(i, read.next, own_unit.map_or(read.next, |(_, n)| n)) {
            if self.is_change(i) || self.falls(i, &read, own_unit.map(|(u, _)| u), &second) {
                return Some(self.changing(i, &read, own_unit, &second));
            }
            let unit = own_unit.map(|(u, _)| u);
            if let Some(ends) = self.ends(&read, unit, &second) {
                (low, high, own_unit) = (ends.low, ends.high, ends.unit);
                next = second.next;
                bound = Bound::Range;
                number = self.span(i, next);
                doubtful = self.may_change(i);
                let opening = self.before_marks(i);
                if Tags::of_folded(&fold(self.word(opening))).is(FigureWord::RangeOpening) {
                    start = opening;
                }
            }
        }
        (bound, start) = self.bound_of_words(&read, (from, i), (bound, start));
        if bound == Bound::Exact
            && let Some(found) = self.bound_of_unit(from, own_unit.map(|(u, _)| u))
        {
            (bound, start) = found;
        }
        // `ça ne fait pas quatre mois`
        if bound == Bound::Exact && self.is_denied(from) {
            (bound, doubtful) = (Bound::Less, true);
        }
        let negative = self.is_negative(i, own_unit.map(|(u, _)| u));
        let figure = Figure::new(number, number, FigureKind::Count, low);
        let mut figure = Figure { high, bound, negative, doubtful: doubtful || self.may_be_title(i), ..figure };
        next = self.finish(&mut figure, (from, i), (start, next), own_unit, &read)?;
        if figure.bound == Bound::Exact
            && let Some((bound, after)) = self
                .bound_after(next)
                .or_else(|| Some((self.bound_aside(from)?, next)))
                .or_else(|| self.bound_after(self.whole(next)?.1).filter(|_| figure.kind == FigureKind::Percent))
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

    /// What the words of a number do to its bound and to where its phrase starts: `une
    /// vingtaine`, `plusieurs millions`, `des millions`, `dizaines`.
    fn bound_of_words(&self, read: &Read, (from, i): (usize, usize), (bound, start): (Bound, usize)) -> (Bound, usize) {
        let several = !read.digits && read.factor >= 1000.0 && read.value == read.factor;
        if several && i > self.first && Tags::of(self.word(i - 1)).is(ClauseWord::Several) {
            return (Bound::Magnitude, i - 1);
        }
        let plural = several && from == i && self.is_plural(read.next - 1) && bound == Bound::Exact;
        match bound {
            _ if read.many || plural => (Bound::Magnitude, start),
            Bound::Exact if read.about => (Bound::About, start),
            bound => (bound, start),
        }
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

    /// Unit, head noun and kind; the token behind the phrase. The phrase begins at `start`, with its bound; `from` is the determiner of
    /// a rounded count, else the number, which stands at `i`.
    fn finish(
        &self,
        figure: &mut Figure,
        (from, i): (usize, usize),
        (start, next): (usize, usize),
        unit: Option<(Unit, usize)>,
        read: &Read,
    ) -> Option<usize> {
        if read.part {
            figure.kind = FigureKind::Percent;
            figure.unit = Some("%".into());
            if figure.bound == Bound::Exact {
                figure.bound = Bound::About;
            }
            figure.noun = self.whole(next).map(|(noun, _)| noun);
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
            if u.kind == FigureKind::Duration && Tags::of_folded(&fold(self.word(after - 1))).is(FigureWord::Year) {
                self.weigh_years(figure, start, after);
            }
            if u.kind == FigureKind::Percent {
                figure.noun = self.whole(after).map(|(noun, _)| noun);
            }
            // `deux heures et demie`, `un mètre quarante`
            return Some(self.and_half(figure, &u, after));
        }
        if let Some((unit, after)) = self.years_of_row(next).filter(|_| read.digits) {
            figure.kind = unit.kind;
            figure.low *= unit.factor;
            figure.high *= unit.factor;
            figure.unit = Some(unit.name.into());
            self.weigh_years(figure, start, after);
            return Some(next);
        }
        self.counted(figure, (from, i), next, read)
    }

    /// Whether years are those of a life.
    fn weigh_years(&self, figure: &mut Figure, start: usize, after: usize) {
        let years = if figure.high <= OLDEST { self.years(start, figure.bound, after) } else { Years::Lapse };
        if matches!(years, Years::Age | Years::PerhapsAge) {
            figure.kind = FigureKind::Age;
        }
        figure.doubtful |= matches!(years, Years::PerhapsAge | Years::PerhapsLapse);
    }

    /// What is counted, where no unit says it; the token behind the phrase.
    fn counted(&self, figure: &mut Figure, (from, i): (usize, usize), next: usize, read: &Read) -> Option<usize> {
        // `à peine la trentaine`
        if read.about && self.is_decade_of_life(from, next, read.value) {
            figure.kind = FigureKind::Age;
            (figure.low, figure.high) = (figure.low * MONTHS, figure.high * MONTHS);
            figure.bound = Bound::About;
            figure.unit = Some("month".into());
            figure.doubtful = true;
            return Some(next);
        }
        let (noun, after) = self.noun(next);
        let mut unsure = false;
        if noun.is_some() && self.is_repeated(i, read, after) {
            return None;
        }
        figure.doubtful |= noun.is_some() && self.is_manner_of(i, read);
        if let Some(noun) = noun.filter(|_| !self.is_said_of_others(from, after - 1)) {
            let one = figure.high < 2.0 && figure.bound == Bound::Exact;
            if one || self.is_plural(after - 1) {
                figure.noun = Some(noun);
                return Some(after);
            }
            // A noun that several are counted of ends as they do; a foreign one need not.
            unsure = true;
            if self.prose.tokens[after - 1].capital {
                figure.doubtful = true;
                figure.noun = Some(noun);
                return Some(after);
            }
        }
        // `article 49`: a number that follows what it names.
        if read.digits
            && let Some((label, sure)) = self.label(i)
        {
            figure.kind = if sure { FigureKind::Label } else { figure.kind };
            figure.unit = if sure { Some(label) } else { None };
            figure.doubtful |= !sure;
            return Some(next);
        }
        if read.digits && figure.bound == Bound::Exact && self.is_day_or_year(i, next) {
            return None;
        }
        let single = figure.bound != Bound::Range;
        figure.doubtful |= unsure || read.digits && single && self.may_name(i, read);
        // A bare number word is an article or a name.
        (read.digits || read.about || read.value >= 13.0).then_some(next)
    }

    /// `la trentaine`, without those of whom there are thirty.
    fn is_decade_of_life(&self, from: usize, next: usize, value: f64) -> bool {
        let article = Tags::of_folded(&fold(self.word(from)));
        (20.0..100.0).contains(&value)
            && article.is(FigureWord::ApproximateArticle)
            && !article.is(FigureWord::One)
            && !Tags::of(self.word(next)).is(Grammar::Genitive)
    }

    /// True for a word that may be a plural, or has no other form: `policiers`, `CRS`, `ONG`.
    pub(super) fn is_plural(&self, k: usize) -> bool {
        let word = self.word(k);
        let folded = fold(word);
        let letters = word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        let parts = folded.split([' ', '-']).any(|p| lang::any(|l| l.is_plural(p)));
        letters || parts || Tags::of_folded(&folded).is(FigureWord::IrregularPlural)
    }

    /// A minus sign, not a hyphen: `(-6)`, `(- 35 %)`, `de -3,5 %`.
    fn is_negative(&self, i: usize, unit: Option<Unit>) -> bool {
        let Some(sign) = i.checked_sub(1).filter(|&k| matches!(self.mark(k), Some('-' | '−' | '–'))) else {
            return false;
        };
        let opened = |k: usize| k.checked_sub(1).is_some_and(|k| matches!(self.mark(k), Some('(' | ':' | '/')));
        if self.glued(i) {
            // A dash at the head of a line opens an item of a list.
            return (!self.glued(sign) || opened(sign)) && (sign > self.first || self.mark(sign) != Some('–'));
        }
        opened(sign) && unit.is_some_and(|u| u.kind == FigureKind::Percent)
    }

    /// `ne fait pas quatre mois`: the number is not reached.
    fn is_denied(&self, from: usize) -> bool {
        /// Tokens between the two parts of a negation.
        const BETWEEN: usize = 4;
        let second = from.wrapping_sub(1);
        let pas = Tags::of(self.word(second)).is(Grammar::Negation);
        pas && (1..=BETWEEN)
            .filter_map(|n| second.checked_sub(n))
            .any(|k| k >= self.first && self.class(k).is(WordClass::NEGATION))
    }

    /// Adds to a figure what stands behind its unit: a half, or its smaller parts. The token
    /// behind them.
    fn and_half(&self, figure: &mut Figure, unit: &Unit, after: usize) -> usize {
        if let Some((more, next)) = self.compound(unit, after) {
            figure.low += more;
            figure.high += more;
            return next;
        }
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
}
