//! Function words and common adjectives.

use crate::enumerated::enumerated;

enumerated! {
    /// What a function word is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Grammar {
        /// Definite articles.
        Article => "article",
        /// Indefinite articles, of the plural too.
        IndefiniteArticle => "indefinite-article",
        /// What stands before a possessor: `de`.
        Genitive => "genitive",
        /// The same with its article: `du`.
        ContractedGenitive => "contracted-genitive",
        /// What stands before a receiver or a place: `à`.
        Dative => "dative",
        /// The same with its article: `au`.
        ContractedDative => "contracted-dative",
        /// Demonstrative determiners.
        Demonstrative => "demonstrative",
        /// Possessive determiners.
        Possessive => "possessive",
        /// Determiners of several.
        PluralDeterminer => "plural-determiner",
        /// Determiners of a woman.
        FeminineDeterminer => "feminine-determiner",
        /// Determiners of a man.
        MasculineDeterminer => "masculine-determiner",
        /// How many or how much.
        Quantifier => "quantifier",
        /// Personal pronouns as subjects.
        PersonalPronoun => "personal-pronoun",
        /// Personal pronouns that stand alone: `lui`.
        DisjunctivePronoun => "disjunctive-pronoun",
        /// Words that deny.
        Negation => "negation",
        /// Conjunctions that join like to like: `et`.
        Coordinator => "coordinator",
        /// Conjunctions between alternatives: `ou`.
        Disjunction => "disjunction",
        /// Other conjunctions.
        Conjunction => "conjunction",
        /// Adverbs that open a sentence.
        Adverb => "adverb",
        /// Adverbs that add: `également`.
        Additive => "additive",
        /// Prepositions, with their articles too.
        Preposition => "preposition",
        /// Prepositions that have a capital in titles.
        TitlePreposition => "title-preposition",
        /// Conjunctions that oppose: `mais`.
        Adversative => "adversative",
        /// Definite articles that are no part of the name behind them.
        SeparableArticle => "separable-article",
        /// Prepositions of being inside: `dans`.
        Inessive => "inessive",
        /// Prepositions that belong to a name of a place: `en`.
        Locative => "locative",
        /// Prepositions of being above: `sur`.
        Superessive => "superessive",
        /// Prepositions before who does it: `par`.
        Agentive => "agentive",
        /// Prepositions of purpose: `pour`.
        Purpose => "purpose",
        /// Prepositions of company: `avec`.
        Comitative => "comitative",
        /// Prepositions before a month or a weekday.
        DatePreposition => "date-preposition",
        /// Other words before a month or a weekday.
        DateModifier => "date-modifier",
        /// What is joined to a possessor: `'s`.
        PossessiveEnding => "possessive-ending",
        /// Adjectives of little size.
        Diminutive => "diminutive",
        /// Adjectives of large size and of rank.
        Magnitude => "magnitude",
        /// Adjectives of age.
        Age => "age",
    }
}
