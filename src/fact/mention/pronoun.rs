//! Pronouns that mean somebody.

use super::finder::MentionFinder;
use super::types::{Gender, Mention, What};
use crate::fact::lexicon::WordClass;
use crate::fact::sentence::Sentence;
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
        matches!(self.folded(s, i).as_str(), "ses" | "leurs" | "son" | "his" | "her" | "their")
            && i > 0
            && self.class(s, i - 1).is(WordClass::ACCORDANCE | WordClass::PREPOSITION)
            && matches!(
                self.folded(s, i + 1).as_str(),
                "propos" | "dires" | "mots" | "termes" | "declarations" | "explications" | "aveu" | "aveux" | "words"
            )
            && (self.class(s, i - 1).is(WordClass::ACCORDANCE) || self.folded(s, i + 1) == "words")
    }

    /// `il y a`, `il faut`, `il s'agit`: nobody.
    pub(super) fn is_personal(&self, s: &Sentence, i: usize) -> bool {
        let word = |k: usize| s.token(self.prose, k).map_or("", |t| t.span.of(self.prose.text));
        let masculine = self.class(s, i).is(WordClass::HE);
        if !masculine || s.token(self.prose, i).is_some_and(|t| t.inverted) {
            return true;
        }
        let next = word(i + 1);
        let skip = if matches!(next, "n'" | "n’" | "ne") { i + 2 } else { i + 1 };
        let (a, b) = (word(skip), word(skip + 1));
        let impersonal = matches!(a, "y" | "faut" | "fallait" | "faudra" | "faudrait" | "semble" | "pleut" | "suffit")
            || matches!(a, "s'" | "s’") && matches!(b, "agit" | "agissait" | "agirait")
            || matches!(a, "est" | "était" | "serait")
                && matches!(
                    b,
                    "temps"
                        | "vrai"
                        | "possible"
                        | "impossible"
                        | "clair"
                        | "important"
                        | "question"
                        | "nécessaire"
                        | "difficile"
                        | "urgent"
                        | "probable"
                        | "hors"
                );
        !impersonal
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
                || matches!(self.folded(s, i).as_str(), "leurs" | "their"),
            governed,
            role: class,
            head: String::new(),
            details: Vec::new(),
            who: None,
        }
    }
}
