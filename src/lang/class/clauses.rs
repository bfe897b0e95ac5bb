//! Words that join clauses, stand beside verbs of saying and around quotations.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word of a clause is, beside verbs of saying.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum ClauseWord {
        /// The second word of `d’après`.
        Posterior => "posterior",
        /// Its first word.
        ElidedGenitive => "elided-genitive",
        /// Before whose opinion it is: `pour X,`.
        Opinion => "opinion",
        /// Before who does it: `dénoncé par X`.
        Agent => "agent",
        /// Before what somebody or something is called.
        Predicative => "predicative",
        /// Adverbs whose `que` compares or is part of a conjunction.
        Comparison => "comparison",
        /// Prepositions before a noun without an article.
        NounMarker => "noun-marker",
        /// Words of the phrases that stand between an auxiliary and its participle: `de son côté`.
        Adverbial => "adverbial",
        /// Nouns for how often: `une nouvelle fois`.
        Occasion => "occasion",
        /// Nouns for who speaks in the name of another: `par la voix de X`.
        Mouthpiece => "mouthpiece",
        /// The noun of `mettre en garde`.
        Warning => "warning",
        /// Participles of being described as something.
        Depicted => "depicted",
        /// Verbs that put a statement in doubt.
        Conditional => "conditional",
        /// Conjunctions that oppose.
        Adversative => "adversative",
        /// Before a verb whose subject may stand behind it: `ce que dit X`.
        Inversion => "inversion",
        /// Conjunctions and adverbs of manner before such a verb, also at the head of a sentence.
        Manner => "manner",
        /// Conjunctions between clauses with one subject.
        ClauseCoordinator => "clause-coordinator",
        /// Pronouns that point: `celle de X`.
        DemonstrativePronoun => "demonstrative-pronoun",
        /// The same of one person.
        SingularDemonstrative => "singular-demonstrative",
        /// The same of who was named last: `celui-ci`.
        NearDemonstrative => "near-demonstrative",
        /// Before whom something is said to, or whom something belongs to.
        Direction => "direction",
        /// The same without its accent.
        UnaccentedDirection => "unaccented-direction",
        /// First persons to whom something is said.
        FirstPerson => "first-person",
        /// Words that open a clause before its main clause.
        Subordinator => "subordinator",
        /// The same, behind the first word of a sentence: `Même si`.
        LateSubordinator => "late-subordinator",
        /// Participles that open a sentence before its subject.
        Introduction => "introduction",
        /// Auxiliaries of several.
        PluralVerb => "plural-verb",
        /// Conjunctions of addition and of choice.
        Coordinator => "coordinator",
        /// Conjunctions of choice.
        Choice => "choice",
        /// Participles of what a page says of itself: `Article mis à jour`.
        Made => "made",
        /// Words for some of many, without a noun: `certains`.
        Several => "several",
        /// What puts its phrase first as what is spoken of: `quant à X, elle…`.
        Topic => "topic",
        /// Articles of several that look like prepositions: `des`.
        PluralArticle => "plural-article",
        /// Auxiliaries and verbs of the past.
        Past => "past",
        /// Verbs and participles of what is to come.
        Future => "future",
        /// Verbs of an `il` that is nobody: `il faut`.
        Impersonal => "impersonal",
        /// Reflexive ones: `il s’agit`.
        ImpersonalReflexive => "impersonal-reflexive",
        /// Verbs of being before an adjective.
        Copula => "copula",
        /// What an `il` that is nobody is: `il est temps`.
        ImpersonalPredicate => "impersonal-predicate",
        /// Determiners of the third person in `selon ses dires`.
        Possessive => "possessive",
        /// The same of several.
        PluralPossessive => "plural-possessive",
        /// Nouns for what somebody says: `ses dires`.
        OwnWords => "own-words",
        /// The same behind any preposition: `in her words`.
        Wording => "wording",
        /// Stretches of time.
        Period => "period",
        /// Days that stand between a verb and its subject.
        Day => "day",
        /// What joins one label in marks and the next.
        ListJoint => "list-joint",
        /// Words that say that a name follows.
        Namer => "namer",
        /// Participles of being called.
        SoCalled => "so-called",
        /// Nouns for texts and events whose title stands in marks.
        Text => "text",
        /// Nouns for names: `sous le nom de`.
        Appellation => "appellation",
        /// Before the title of a show.
        Airing => "airing",
    }
}
