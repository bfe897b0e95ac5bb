//! Where a noun that no list knows can only be a subject.

use super::finder::MentionFinder;
use crate::fact::lexicon::WordClass;
use crate::fact::prose::{Kind, Token};
use crate::fact::sentence::Sentence;
use crate::lang::{ClauseWord, DescriptionWord, Tags};

impl MentionFinder<'_, '_> {
    /// An article where only a subject can stand: behind a verb of saying
    /// that follows a quotation or a comma, or at the head of the sentence.
    pub(super) fn is_subject_slot(&self, s: &Sentence, i: usize) -> bool {
        let at = i + 1 + self.fore(s, i + 1);
        let free = |t: &Token| {
            let k = self.names.partition_point(|(span, _)| span.end <= t.span.start);
            self.names.get(k).is_none_or(|(span, _)| span.start > t.span.start)
        };
        // `souligne la Sécurité routière`: a name that nothing else found.
        let head = s
            .token(self.prose, at)
            .is_some_and(|t| t.kind == Kind::Word && t.class.0 == 0 && (!t.capital || i > 0 && free(t)));
        // `le jeune homme`: the noun that follows is known.
        if head && self.class(s, at + 1).is(WordClass::ROLE) && !self.class(s, at + 1).is(WordClass::VERB) {
            return false;
        }
        let time = Tags::of_folded(&self.folded(s, i + 1)).is(ClauseWord::Period);
        if !head || time {
            return false;
        }
        let clause = |k: usize| s.quote(k).is_some() || s.mark(self.prose, k).is_some();
        let Some(v) = i.checked_sub(1) else { return true };
        if self.is_led_in(s, v) {
            return true;
        }
        let Some(v) = self.verb_before(s, v) else { return false };
        let auxiliary = v.checked_sub(1).filter(|&k| self.class(s, k).is(WordClass::AUX));
        auxiliary.unwrap_or(v).checked_sub(1).is_some_and(clause)
    }

    /// `Par ailleurs, le politicien…`: a short phrase without a verb and a comma
    /// before the subject.
    pub(super) fn is_led_in(&self, s: &Sentence, comma: usize) -> bool {
        s.mark(self.prose, comma) == Some(',')
            && comma <= 7
            && (0..comma).all(|k| {
                let c = self.class(s, k);
                s.token(self.prose, k).is_some_and(|t| t.kind != Kind::Mark(','))
                    && !c.is(WordClass::AUX | WordClass::WHO | WordClass::PRONOUN)
                    && !c.verb(WordClass::FINITE)
            })
            && self.class(s, 0).is(WordClass::PREPOSITION | WordClass::OF | WordClass::ADVERB)
    }

    /// The verb of saying at or before item `at`, with nothing but the day, the
    /// place and to whom between: `a indiqué à l’AFP un collaborateur`.
    pub(super) fn verb_before(&self, s: &Sentence, at: usize) -> Option<usize> {
        const REACH: usize = 12;
        let spoken = |k: usize| self.class(s, k).verb(WordClass::FINITE | WordClass::PARTICIPLE);
        if spoken(at) {
            return Some(at);
        }
        let v = (at.saturating_sub(REACH)..at).rev().find(|&k| spoken(k))?;
        let word = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        let time = |k: usize| Tags::of(word(k)).is(ClauseWord::Day);
        // `lance, de la mezzanine qui domine la salle, le porteur`
        let aside = s.mark(self.prose, v + 1) == Some(',') && s.mark(self.prose, at) == Some(',') && at > v + 1;
        let plain = |k: usize| s.quote(k).is_none() && s.mark(self.prose, k).is_none_or(|m| m == ',');
        if aside && (v + 1..=at).all(plain) {
            return Some(v);
        }
        let led =
            self.class(s, v + 1).is(WordClass::PREPOSITION) || time(v + 1) || s.mark(self.prose, v + 1) == Some(',');
        let open = |k: usize| {
            let c = self.class(s, k);
            s.quote(k).is_none()
                && !c.is(WordClass::AUX | WordClass::WHO | WordClass::WHERE | WordClass::CONJUNCTION | WordClass::THAT)
                && s.mark(self.prose, k).is_none_or(|m| m == ',')
        };
        // The preposition governs the word right behind it.
        let c = self.class(s, at);
        let free = !c.is(WordClass::PREPOSITION | WordClass::OF | WordClass::DETERMINER | WordClass::ACCORDANCE);
        (led && free && (v + 1..=at).all(open)).then_some(v)
    }

    /// How many words at `i` stand before a noun: the `autre` of `une autre
    /// utilisatrice`, the `ancien` of `l’ancien collaborateur`.
    pub(super) fn fore(&self, s: &Sentence, i: usize) -> usize {
        let before = |k: usize| Tags::of_folded(&self.folded(s, k)).is(DescriptionWord::ForeAdjective);
        let more = s.token(self.prose, i + 1).is_some_and(|t| t.kind == Kind::Word);
        let counted = Tags::of_folded(&self.folded(s, i)).is(DescriptionWord::SmallNumber);
        usize::from((before(i) || counted) && more)
    }
}
