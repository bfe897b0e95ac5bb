//! What governs a phrase, and what joins two words of one.

use super::finder::MentionFinder;
use crate::entity::EntityKind;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::Kind;
use crate::fact::sentence::Sentence;
use crate::lang::{ClauseWord, DescriptionWord, Grammar, Tags};

impl MentionFinder<'_, '_> {
    pub(super) fn is_stop(&self, s: &Sentence, i: usize) -> bool {
        s.mark(self.prose, i) == Some('.')
    }

    /// A preposition before the phrase, or one contracted into its article.
    pub(super) fn is_governed(&self, s: &Sentence, start: usize) -> bool {
        let governs = WordClass::OF | WordClass::PREPOSITION;
        if self.class(s, start).is(governs)
            && !self.class(s, start).is(WordClass::PERSON)
            && !self.is_plural_article(s, start)
        {
            return true;
        }
        let Some(mut k) = start.checked_sub(1) else { return false };
        // `à tous les députés`
        if k > 0 && s.token(self.prose, k).is_some_and(|t| Tags::of(t.span.of(self.prose.text)).is(Grammar::Quantifier))
        {
            k -= 1;
        }
        let c = self.class(s, k);
        // `Sur Twitter, X`: a comma ends the reach of the preposition.
        if c.is(WordClass::CONJUNCTION) && k > 1 && self.class(s, k).is(WordClass::CONJUNCTION) {
            let word = s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
            if Tags::of(word).is(ClauseWord::Coordinator) {
                return (k.saturating_sub(4)..k)
                    .any(|j| self.class(s, j).is(governs) && !self.class(s, j).is(WordClass::AUX) && j + 3 >= k);
            }
        }
        c.is(governs)
    }

    /// The adjective of `de nombreux maires`, `d'autres militants`.
    pub(super) fn is_many(&self, s: &Sentence, i: usize) -> bool {
        i > 0
            && self.class(s, i - 1).is(WordClass::OF)
            && !self.class(s, i - 1).is(WordClass::DETERMINER)
            && Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::ManyAdjective)
    }

    /// *Des* as the plural of *un*: at the head of a clause, behind a verb or
    /// a quotation, not behind a noun.
    pub(super) fn is_plural_article(&self, s: &Sentence, at: usize) -> bool {
        let word = s.token(self.prose, at).map_or("", |t| t.span.of(self.prose.text));
        if !Tags::of(&word.to_lowercase()).is(ClauseWord::PluralArticle) && !self.is_many(s, at + 1) {
            return false;
        }
        let Some(k) = at.checked_sub(1) else { return true };
        let c = self.class(s, k);
        let elided = s.token(self.prose, at).is_some_and(|t| t.span.of(self.prose.text).starts_with('d'));
        if elided && s.token(self.prose, at).is_some_and(|t| t.span.of(self.prose.text).ends_with(['\'', '’'])) {
            // `d’autres manifestants`
            return self.is_other(s, at + 1) && (s.quote(k).is_some() || s.mark(self.prose, k).is_some());
        }
        s.quote(k).is_some()
            || s.mark(self.prose, k).is_some_and(|m| m != '-')
            || c.is(WordClass::CONJUNCTION
                | WordClass::AUX
                | WordClass::THAT
                | WordClass::PREPOSITION
                | WordClass::ACCORDANCE)
            || c.verb(WordClass::FINITE | WordClass::PARTICIPLE) && !c.is(WordClass::ROLE)
    }

    pub(super) fn is_person(&self, entity: usize) -> bool {
        self.entities.get(entity).is_some_and(|e| e.kind == EntityKind::Person)
    }

    /// `sur son compte Facebook`: a bare noun stands before the name, and a
    /// preposition before that.
    pub(super) fn hangs_on_noun(&self, s: &Sentence, start: usize) -> bool {
        let governs = WordClass::OF | WordClass::PREPOSITION;
        let bare =
            |j: usize| s.token(self.prose, j).is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && !t.capital);
        let Some(k) = start.checked_sub(1).filter(|&k| bare(k)) else { return false };
        (k.saturating_sub(2)..k).rev().find(|&j| !bare(j)).is_some_and(|j| {
            let c = self.class(s, j);
            let before = j.checked_sub(1).map_or(WordClass::default(), |i| self.class(s, i));
            c.is(WordClass::DETERMINER) && (c.is(governs) || before.is(governs))
        })
    }

    pub(super) fn joins(&self, s: &Sentence, i: usize) -> bool {
        self.class(s, i).is(WordClass::OF)
            || s.token(self.prose, i).is_some_and(|t| Tags::of(t.span.of(self.prose.text)).is(DescriptionWord::Link))
    }

    pub(super) fn starts_person(&self, at: usize) -> bool {
        let k = self.names.partition_point(|(span, _)| span.start < at);
        self.names.get(k).is_some_and(|(span, e)| {
            span.start == at && self.entities.get(*e).is_some_and(|e| e.kind == EntityKind::Person)
        })
    }

    /// *de*, *à* or their articles right before item `i`.
    pub(super) fn joined(&self, s: &Sentence, i: usize, head: usize) -> bool {
        let k = i - 1;
        k > head && (self.joins(s, k) || self.class(s, k).is(WordClass::DETERMINER) && self.joins(s, k - 1))
    }
}
