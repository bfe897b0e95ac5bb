//! Whether years are those of a life.

use super::phrase::Phrase;
use super::types::Bound;
use super::unit::Unit;
use crate::fact::lexicon::WordClass;
use crate::lang::{self, CalendarWord, ClauseWord, FigureWord, Grammar, PlaceWord, Tags};
use crate::text::fold;

/// What years are, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years {
    /// Of a life.
    Age,
    /// Likely of a life.
    PerhapsAge,
    /// A stretch of time.
    Lapse,
    /// Likely a stretch of time.
    PerhapsLapse,
}

impl Phrase<'_, '_> {
    /// What the years of a phrase are that begins at `start`, with its bound; `after` is the
    /// token behind them.
    pub(super) fn years(&self, start: usize, bound: Bound, after: usize) -> Years {
        // `de 18 à 25 ans`: the preposition is in the phrase.
        let within = Tags::of(self.word(start)).is(Grammar::Genitive);
        let mut lead = if within { start } else { start.wrapping_sub(1) };
        // `âgés de 24, 32 et 47 ans`: what stands before the first of a row.
        while (self.mark(lead) == Some(',') || Tags::of(self.word(lead)).is(Grammar::Coordinator))
            && self.is_number(lead.wrapping_sub(1))
        {
            lead = lead.wrapping_sub(2);
        }
        let before = Tags::of_folded(&fold(self.word(lead)));
        let behind = Tags::of(self.word(after));
        let genitive = behind.is(Grammar::Genitive);
        // `âgé de 40 ans`, `âgés entre 17 et 21 ans`
        if Tags::of_folded(&fold(self.word(lead.wrapping_sub(1)))).is(FigureWord::Aged)
            || before.is(FigureWord::Aged | FigureWord::AgedDirectly)
        {
            return Years::Age;
        }
        // `deux ans plus jeune`
        if behind.is(FigureWord::Comparative) {
            return Years::Lapse;
        }
        if before.is(Grammar::Genitive) {
            return self.years_of(lead.wrapping_sub(1), genitive);
        }
        // `les moins de 25 ans`
        let group = before.is(FigureWord::DefinitePlural) || self.class(lead).is(WordClass::OF);
        if group && matches!(bound, Bound::More | Bound::Less) && !genitive {
            return Years::Age;
        }
        let closed = self.mark(after);
        match self.mark(lead) {
            Some(',') if closed.is_some() || after >= self.end => return Years::Age,
            Some('(') if matches!(closed, Some(')' | ',')) => return Years::Age,
            _ => {}
        }
        // `elle a 30 ans`, `n’a que 30 ans`; `il y a 30 ans`, `a trois ans pour` are none.
        let has = if self.class(lead).is(WordClass::THAT) { lead.wrapping_sub(1) } else { lead };
        if Tags::of(self.word(has)).is(FigureWord::Having) {
            let goes_on = Tags::of(self.word(has.wrapping_sub(1))).is(ClauseWord::Impersonal)
                || genitive
                || self.class(after).is(WordClass::PREPOSITION);
            return match goes_on {
                true => Years::Lapse,
                false if self.class(after).is(WordClass::THAT) => Years::PerhapsAge,
                false => Years::Age,
            };
        }
        // A capital may have lost its accent, the verb has none.
        let dative = Tags::of(&self.word(lead).to_lowercase()).is(Grammar::Dative)
            || self.word(lead).starts_with(char::is_uppercase) && before.is(Grammar::Dative);
        // `par rapport à une quinzaine d’années`
        if dative && !genitive && bound != Bound::About {
            return self.years_at(lead, closed == Some(','));
        }
        Years::Lapse
    }

    /// The years of a number in a row that only its last one names, `24, 32 et 47 ans`: the
    /// unit, and the token behind it.
    pub(super) fn years_of_row(&self, next: usize) -> Option<(Unit, usize)> {
        const LONGEST: usize = 8;
        let mut at = next;
        for _ in 0..LONGEST {
            if self.mark(at) != Some(',') && !Tags::of(self.word(at)).is(Grammar::Coordinator) {
                return None;
            }
            let number = self.number(at + 1).filter(|n| n.digits)?;
            if let Some((unit, after)) = self.unit(number.next) {
                return Tags::of_folded(&fold(self.word(after - 1))).is(FigureWord::Year).then_some((unit, after));
            }
            at = number.next;
        }
        None
    }

    /// `un homme de 32 ans`, `une peine de 12 ans`: by the noun at `k`.
    fn years_of(&self, k: usize, genitive: bool) -> Years {
        let word = self.word(k);
        let tags = Tags::of_folded(&lang::lemma(&fold(word)));
        let adjective = lang::any(|l| l.is_relational_adjective(&fold(word)) || l.is_postposed_adjective(word));
        // `un maçon lyonnais`, `un agent de conduite`
        let chained =
            Tags::of(self.word(k.wrapping_sub(1))).is(Grammar::Genitive) && self.is_someone(k.wrapping_sub(2));
        // `une carte de résident`
        let of = Tags::of(self.word(k.wrapping_sub(1))).is(Grammar::Genitive);
        if of && self.is_someone(k) && !chained && !self.is_plural(k) {
            return Years::PerhapsAge;
        }
        if self.is_someone(k) || chained || adjective && self.is_someone(k.wrapping_sub(1)) {
            return Years::Age;
        }
        let named = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase) && k > self.first;
        if tags.is(FigureWord::LastingNoun) || Tags::of_folded(&fold(word)).is(FigureWord::LastingNoun) || genitive {
            return Years::Lapse;
        }
        let class = self.class(k);
        let closed = WordClass::AUX
            | WordClass::DETERMINER
            | WordClass::PREPOSITION
            | WordClass::CONJUNCTION
            | WordClass::ADVERB
            | WordClass::NEGATION;
        let counted = Tags::of(word).is(CalendarWord::Unit | CalendarWord::In);
        match word {
            "" => Years::Lapse,
            _ if class.is(closed) || class.verb(WordClass::FINITE | WordClass::INFINITIVE) || counted => Years::Lapse,
            _ if named => Years::Age,
            _ => Years::PerhapsAge,
        }
    }

    /// `À 33 ans, il`, `morte à 91 ans`; `fixé à cinq ans` is none.
    fn years_at(&self, lead: usize, comma: bool) -> Years {
        let before = lead.wrapping_sub(1);
        let opens = lead == self.first || self.mark(before).is_some_and(|c| !matches!(c, '(' | '-'));
        let word = fold(self.word(before));
        if opens && comma || Tags::of_folded(&word).is(FigureWord::AgedAt) {
            return Years::Age;
        }
        let done = lang::any(|l| l.is_past_participle(self.word(before)));
        if done || self.class(before).verb(WordClass::PARTICIPLE | WordClass::FINITE | WordClass::INFINITIVE) {
            Years::PerhapsLapse
        } else {
            Years::PerhapsAge
        }
    }

    /// A noun for a person.
    fn is_someone(&self, k: usize) -> bool {
        let word = self.word(k);
        let tags = Tags::of_folded(&fold(word));
        let capital = word.starts_with(char::is_uppercase);
        self.class(k).is(WordClass::PERSON)
            || tags.is(FigureWord::AgedNoun)
            || Tags::of_folded(&lang::lemma(&fold(word))).is(FigureWord::AgedNoun)
            || capital && tags.is(PlaceWord::Origin)
            || lang::any(|l| l.names_bearer(word) || l.is_agent_noun(&fold(word)))
    }
}
