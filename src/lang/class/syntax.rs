//! Function words around verbs of saying.

use crate::enumerated::enumerated;

enumerated! {
    /// What a function word does in a sentence. The value `exact` tells words
    /// that only their accent tells from others; with `folded` they are also read
    /// without it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum SyntaxWord {
        /// Auxiliaries and modal verbs.
        Auxiliary => "auxiliary",
        /// Determiners and small numbers.
        Determiner => "determiner",
        /// Before a possessor, with its article too.
        Genitive => "genitive",
        /// Prepositions.
        Preposition => "preposition",
        /// Before whom a statement comes from: `selon`.
        Accordance => "accordance",
        /// Conjunctions.
        Conjunction => "conjunction",
        /// Before what is said: `que`.
        Complementiser => "complementiser",
        /// Relative pronouns as subjects.
        RelativePronoun => "relative-pronoun",
        /// Relative pronouns that are no subjects: `dont`.
        RelativeAdverb => "relative-adverb",
        /// The word that denies, before the verb.
        Negation => "negation",
        /// Pronouns before the verb.
        Clitic => "clitic",
        /// Adverbs beside a verb of saying.
        Adverb => "adverb",
        /// He.
        MasculinePronoun => "masculine-pronoun",
        /// She.
        FemininePronoun => "feminine-pronoun",
        /// They, of men.
        MasculinePluralPronoun => "masculine-plural-pronoun",
        /// They, of women.
        FemininePluralPronoun => "feminine-plural-pronoun",
        /// They.
        PluralPronoun => "plural-pronoun",
        /// One: `on`.
        IndefinitePronoun => "indefinite-pronoun",
        /// I and we.
        FirstPerson => "first-person",
        /// Titles before a name.
        Title => "title",
        /// Titles of men.
        MasculineTitle => "masculine-title",
        /// Titles of women.
        FeminineTitle => "feminine-title",
        /// Nouns for what is said.
        Utterance => "utterance",
        /// Before a name or a title in marks.
        Denomination => "denomination",
        /// Behind a light verb with which it says: `faire savoir`.
        VerbalComplement => "verbal-complement",
        /// Forms of *to be*, of the passive.
        PassiveAuxiliary => "passive-auxiliary",
        /// Reflexive pronouns.
        Reflexive => "reflexive",
    }
}
