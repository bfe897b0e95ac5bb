//! When and where a figure is told of: only a day and a place that the grammar binds to its
//! own clause. One that stands merely near is of another clause as often as not.

use super::types::{Figure, FigureKind};
use crate::fact::lexicon::WordClass;
use crate::fact::prose::{Kind, Prose};
use crate::lang::{self, CalendarWord, ClauseWord, FigureWord, Grammar, Tags};
use crate::text::{Span, fold};
use std::ops::Range;

/// Tells of each figure the time and the place of its own clause. All lists are in order.
pub(in crate::fact) fn locate(
    prose: &Prose,
    figures: &mut [Figure],
    sentences: &[Span],
    dates: &[Span],
    places: &[Span],
) {
    let clocks: Vec<Span> = figures.iter().filter(|f| f.kind == FigureKind::Clock).map(|f| f.span).collect();
    for f in figures {
        // An age and a number that names are the same everywhere and at all times.
        if matches!(f.kind, FigureKind::Age | FigureKind::Label) {
            continue;
        }
        let at = sentences.partition_point(|s| s.end <= f.number.start);
        let Some(&sentence) = sentences.get(at).filter(|s| s.contains(f.number)) else { continue };
        let clause = OwnClause {
            prose,
            tokens: tokens(prose, sentence),
            figure: tokens(prose, f.span),
            dates,
            places,
            clocks: &clocks,
            kind: f.kind,
        };
        f.time = clause.nearest(dates, f.number, sentence, |c, t| c.is_when(t));
        f.place = clause.nearest(places, f.number, sentence, |c, t| c.is_where(t));
    }
}

/// The tokens of a stretch.
fn tokens(prose: &Prose, span: Span) -> Range<usize> {
    let end = prose.tokens.partition_point(|t| t.span.start < span.end);
    prose.token_at(span.start)..end
}

/// Bytes around a number within which a time or a place is looked for: no clause is longer,
/// but for lists, and each has many in them.
const NEAR: usize = 400;

/// A sentence as one of its figures sees it.
struct OwnClause<'c, 'd> {
    prose: &'c Prose<'d>,
    tokens: Range<usize>,
    figure: Range<usize>,
    dates: &'c [Span],
    places: &'c [Span],
    clocks: &'c [Span],
    kind: FigureKind,
}

impl OwnClause<'_, '_> {
    /// The nearest of a list, in the sentence of a number, that its clause holds.
    fn nearest(
        &self,
        list: &[Span],
        number: Span,
        sentence: Span,
        fits: impl Fn(&Self, &Range<usize>) -> bool,
    ) -> Option<Span> {
        let (first, last) = (number.start.saturating_sub(NEAR), number.end + NEAR);
        let from = list.partition_point(|s| s.start < sentence.start.max(first));
        let inside = list[from..].iter().take_while(|s| s.start < sentence.end.min(last));
        let bound = inside.filter(|s| sentence.contains(**s) && !s.touches(number)).filter(|s| {
            let target = tokens(self.prose, **s);
            fits(self, &target) && self.binds(&target)
        });
        // What stands in the clause itself says more than what the sentence begins with.
        bound
            .min_by_key(|s| {
                let target = tokens(self.prose, **s);
                let parted = self.between(&target).any(|k| self.is_comma(k));
                (parted, if s.start < number.start { number.start - s.end } else { s.start - number.end })
            })
            .copied()
    }

    fn class(&self, k: usize) -> WordClass {
        self.prose.tokens[k].class
    }

    fn tags(&self, k: usize) -> Tags {
        Tags::of_folded(&fold(self.prose.word(k)))
    }

    /// The word before a token, past an article.
    fn before(&self, k: usize) -> Option<usize> {
        let inside = |k: usize| k.checked_sub(1).filter(|k| *k >= self.tokens.start);
        let k = inside(k)?;
        let article = self.class(k).is(WordClass::DETERMINER)
            && !self.class(k).is(WordClass::OF)
            && !self.tags(k).is(FigureWord::Situating);
        if article { inside(k) } else { Some(k) }
    }

    fn is_genitive(&self, k: usize) -> bool {
        self.class(k).is(WordClass::OF) || self.tags(k).is(Grammar::Genitive)
    }

    /// True when a day is that of a clause: *samedi*, *en 2018*; not *depuis 2018*, *l’acte de
    /// samedi*, *publié l’an dernier*, *a annoncé mardi*.
    fn is_when(&self, target: &Range<usize>) -> bool {
        let Some(k) = self.before(target.start) else { return true };
        // `dans la nuit de samedi à dimanche`; `du 3 au 5 mars` says when by itself.
        if self.is_genitive(k) || self.tags(k).is(Grammar::ContractedGenitive) {
            let part = k.checked_sub(1).filter(|p| self.tokens.contains(p) && self.tags(*p).is(CalendarWord::Part));
            if let Some(part) = part {
                return self.is_when(&(part..target.end));
            }
            let joint = Grammar::Dative | Grammar::ContractedDative;
            if target.clone().any(|k| Tags::of(self.prose.word(k)).is(joint)) {
                return true;
            }
        }
        let class = self.class(k);
        let word = self.prose.word(k);
        let other = class.is(WordClass::PREPOSITION) && !self.tags(k).is(FigureWord::Situating);
        let told = class.verb(WordClass::FINITE | WordClass::PARTICIPLE | WordClass::INFINITIVE);
        // `par rapport à 2017`
        let compared =
            k.checked_sub(1).is_some_and(|k| self.tokens.contains(&k) && self.tags(k).is(FigureWord::Compared));
        !(other || told || compared || self.is_genitive(k) || self.is_posterior(k) || self.qualifies(k, word))
    }

    /// True for a place where something is: *à Namur*, *en Belgique*; or whose things are
    /// counted: *300 habitants de Namur*.
    fn is_where(&self, target: &Range<usize>) -> bool {
        if self.is_one_of_two(target) {
            return false;
        }
        // `Corvain (613)`; the score, the rank or the points of a club are of no place.
        if target.end + 1 == self.figure.start && self.prose.tokens[target.end].kind == Kind::Mark('(') {
            let counted = matches!(self.kind, FigureKind::Count | FigureKind::Percent | FigureKind::Money);
            return counted && self.prose.tokens.get(self.figure.end).is_some_and(|t| t.kind == Kind::Mark(')'));
        }
        let Some(k) = self.before(target.start) else { return false };
        // `sur la place`; `deux points d’avance sur Corvain` are not there.
        let over = self.tags(k).is(FigureWord::Overlying) && k + 1 < target.start;
        over || self.tags(k).is(FigureWord::Situating) || self.is_genitive(k) && k == self.figure.end
    }

    /// `300 à Corvain et Vernois`: of neither alone.
    fn is_one_of_two(&self, target: &Range<usize>) -> bool {
        let joins = |k: usize| self.tokens.contains(&k) && self.tags(k).is(Grammar::Coordinator);
        let named = |k: usize| {
            // `à Corvain et dans les fermes`
            let elsewhere = self.tokens.contains(&(k + 1)) && self.tags(k).is(FigureWord::Situating);
            if elsewhere && self.prose.tokens[k + 1].kind == Kind::Word && !self.tags(k).is(Grammar::ContractedGenitive)
            {
                return true;
            }
            let small = WordClass::DETERMINER | WordClass::PREPOSITION;
            let k = if self.tokens.contains(&k) && self.class(k).is(small) { k + 1 } else { k };
            self.tokens.contains(&k) && self.places.binary_search_by(|s| self.at(s.start, k)).is_ok()
        };
        target.start > self.figure.start && joins(target.end) && named(target.end + 1)
    }

    /// Where a place begins, seen from a token.
    fn at(&self, start: usize, k: usize) -> std::cmp::Ordering {
        start.cmp(&self.prose.tokens[k].span.start)
    }

    /// A word before a time that is not the time itself: *après samedi*.
    fn is_posterior(&self, k: usize) -> bool {
        let tags = self.tags(k);
        tags.is(ClauseWord::Posterior) || tags.is(ClauseWord::Subordinator)
    }

    /// A participle that says something of the noun before it, and so is a clause of its own.
    fn qualifies(&self, k: usize, word: &str) -> bool {
        /// Words between an auxiliary and its participle.
        const AUXILIARY: usize = 3;
        let from = k.saturating_sub(AUXILIARY).max(self.tokens.start);
        k != self.figure.end
            && lang::any(|l| l.is_past_participle(word))
            && !(from..k).any(|k| self.class(k).is(WordClass::AUX))
    }

    /// True for what ends a clause, but a comma.
    fn ends(&self, k: usize) -> bool {
        if let Kind::Mark(c) = self.prose.tokens[k].kind {
            let initial = k.checked_sub(1).is_some_and(|k| self.prose.word(k).chars().count() < 2);
            let next = self.prose.tokens.get(k + 1).filter(|t| t.capital && !t.glued);
            if c == '.' && next.is_some() && !initial {
                return true;
            }
            let inner = matches!(c, ',' | '-' | '%' | '°' | '€' | '$' | '£' | '/' | '.' | '\'' | '’');
            return !inner;
        }
        let (class, tags) = (self.class(k), self.tags(k));
        class.is(WordClass::WHO | WordClass::WHERE | WordClass::THAT | WordClass::ACCORDANCE | WordClass::CONJUNCTION)
            || tags.is(Grammar::Coordinator)
            || tags.is(ClauseWord::ClauseCoordinator)
            || self.is_posterior(k)
            || tags.is(FigureWord::Against) && self.prose.tokens.get(k + 1).is_some_and(|t| t.kind == Kind::Number)
            || self.qualifies(k, self.prose.word(k))
    }

    fn is_comma(&self, k: usize) -> bool {
        self.prose.tokens[k].kind == Kind::Mark(',')
    }

    /// True for a word of a phrase that says only when and where.
    fn situates(&self, k: usize) -> bool {
        let span = self.prose.tokens[k].span;
        let within = |list: &[Span]| {
            let at = list.partition_point(|s| s.end <= span.start);
            list.get(at).is_some_and(|s| s.contains(span))
        };
        let small = WordClass::DETERMINER | WordClass::PREPOSITION | WordClass::ADVERB;
        within(self.dates) || within(self.places) || within(self.clocks) || self.is_comma(k) || self.class(k).is(small)
    }

    /// The tokens between the figure and a time or place.
    fn between(&self, target: &Range<usize>) -> Range<usize> {
        if target.end <= self.figure.start { target.end..self.figure.start } else { self.figure.end..target.start }
    }

    /// True when nothing stands between a figure and a time or place that parts them: they
    /// are in one clause, or what says when and where stands before or behind it as a phrase
    /// of its own.
    fn binds(&self, target: &Range<usize>) -> bool {
        let before = target.end <= self.figure.start;
        if before && target.end + 1 == self.figure.start && self.prose.tokens[target.end].kind == Kind::Mark('(') {
            return true;
        }
        let between = self.between(target);
        let commas: Vec<usize> = between.clone().filter(|k| self.is_comma(*k)).collect();
        let open = |mut range: Range<usize>| !range.any(|k| self.ends(k));
        let only = |mut range: Range<usize>| range.all(|k| self.situates(k));
        match (before, commas.first().copied(), commas.last().copied()) {
            (_, None, _) | (_, _, None) => open(between),
            (true, _, Some(last)) => {
                let head = (self.tokens.start..target.start).rev().find(|k| self.ends(*k) && !self.is_posterior(*k));
                let head = head.map_or(self.tokens.start, |k| k + 1);
                only(head..last) && open(last..self.figure.start)
            }
            (false, Some(first), _) => {
                let behind = target.end;
                let closed =
                    behind >= self.tokens.end || self.is_comma(behind) || self.ends(behind) || self.is_stop(behind);
                open(between.start..first) && only(first..target.start) && closed
            }
        }
    }

    /// The stop of a sentence.
    fn is_stop(&self, k: usize) -> bool {
        matches!(self.prose.tokens[k].kind, Kind::Mark('.'))
    }
}
