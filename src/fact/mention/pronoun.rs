//! Pronouns that mean somebody.

use super::finder::MentionFinder;
use super::types::{Gender, Mention, What};
use crate::fact::lexicon::WordClass;
use crate::fact::sentence::Sentence;
use crate::lang::{self, ClauseWord, Tags};
use crate::text::Span;

impl MentionFinder<'_, '_> {
    /// `il`, `elle`, `lui` after *selon*; not the `lui` of `lui a dit`.
    pub(super) fn is_subject_pronoun(&self, s: &Sentence, i: usize) -> bool {
        let Some(t) = s.token(self.prose, i) else { return false };
        if t.inverted || !t.class.is(WordClass::CLITIC | WordClass::DETERMINER) {
            return !t.class.is(WordClass::DETERMINER) && self.is_personal(s, i);
        }
        i > 0 && self.class(s, i - 1).is(WordClass::ACCORDANCE | WordClass::PREPOSITION | WordClass::OF)
    }

    /// The possessive of `selon ses dires`: whoever spoke.
    pub(super) fn is_own_words(&self, s: &Sentence, i: usize) -> bool {
        Tags::of_folded(&self.folded(s, i)).is(ClauseWord::Possessive)
            && i > 0
            && self.class(s, i - 1).is(WordClass::ACCORDANCE | WordClass::PREPOSITION)
            && Tags::of_folded(&self.folded(s, i + 1)).is(ClauseWord::OwnWords)
            && (self.class(s, i - 1).is(WordClass::ACCORDANCE)
                || Tags::of_folded(&self.folded(s, i + 1)).is(ClauseWord::Wording))
    }

    /// `il y a`, `il faut`, `il s'agit`: nobody.
    pub(super) fn is_personal(&self, s: &Sentence, i: usize) -> bool {
        let word = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        let masculine = self.class(s, i).is(WordClass::HE);
        if !masculine || s.token(self.prose, i).is_some_and(|t| t.inverted) {
            return true;
        }
        let skip = if self.class(s, i + 1).is(WordClass::NEGATION) { i + 2 } else { i + 1 };
        let (a, b) = (word(skip), word(skip + 1));
        let impersonal = Tags::of(a).is(ClauseWord::Impersonal)
            || self.class(s, skip).is(WordClass::REFLEXIVE) && Tags::of(b).is(ClauseWord::ImpersonalReflexive)
            || Tags::of(a).is(ClauseWord::Copula) && Tags::of(b).is(ClauseWord::ImpersonalPredicate);
        !impersonal
    }

    /// `certains dénoncent`, `regrettent plusieurs.`: some whom nothing names, as a
    /// subject.
    pub(super) fn is_several(&self, s: &Sentence, i: usize) -> bool {
        if !Tags::of_folded(&self.folded(s, i)).is(ClauseWord::Several) {
            return false;
        }
        let verb = |k: usize| self.class(s, k).verb(WordClass::FINITE | WordClass::PARTICIPLE | WordClass::PRESENT);
        let next = self.class(s, i + 1);
        let spelt = s.token(self.prose, i + 1).map_or("", |t| t.span.of(self.prose.text));
        // `plusieurs demandes`, `certaines annonces` are nouns.
        let several = next.is(WordClass::PRESENT) || lang::any(|l| l.is_plural_verb(spelt));
        let before = next.is(WordClass::AUX | WordClass::NEGATION | WordClass::REFLEXIVE)
            || verb(i + 1) && several && !next.is(WordClass::ROLE)
            || next.is(WordClass::CLITIC) && verb(i + 2);
        let ends = i + 1 >= s.items.len() || s.mark(self.prose, i + 1).is_some();
        before || ends && i > 1 && verb(i - 1) && (s.quote(i - 2).is_some() || s.mark(self.prose, i - 2).is_some())
    }

    pub(super) fn several(&self, s: &Sentence, i: usize) -> Mention {
        let start = i.checked_sub(1).filter(|&k| self.class(s, k).is(WordClass::DETERMINER)).unwrap_or(i);
        let at = |k: usize| s.token(self.prose, k).map_or(Span::default(), |t| t.span);
        Mention {
            span: at(start).join(at(i)),
            what: What::Noun,
            items: start..i + 1,
            gender: None,
            plural: true,
            governed: self.is_governed(s, start),
            role: WordClass(WordClass::VAGUE),
            head: self.folded(s, i),
            details: Vec::new(),
            who: None,
        }
    }

    pub(super) fn pronoun(&self, s: &Sentence, i: usize) -> Mention {
        let class = self.class(s, i);
        let gender = if class.is(WordClass::SHE | WordClass::THEY_F) {
            Some(Gender::Feminine)
        } else if class.is(WordClass::HE | WordClass::THEY_M) {
            Some(Gender::Masculine)
        } else {
            None
        };
        let governed = i > 0 && self.class(s, i - 1).is(WordClass::OF | WordClass::PREPOSITION);
        Mention {
            span: s.token(self.prose, i).map_or(Span::default(), |t| t.span),
            what: What::Pronoun,
            items: i..i + 1,
            gender,
            plural: class.is(WordClass::THEY_M | WordClass::THEY_F | WordClass::THEY)
                || Tags::of_folded(&self.folded(s, i)).is(ClauseWord::PluralPossessive),
            governed,
            role: class,
            head: String::new(),
            details: Vec::new(),
            who: None,
        }
    }
}
