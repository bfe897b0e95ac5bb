//! Verbs of saying: the infinitive of a regular verb, the forms of another.

use crate::enumerated::enumerated;

enumerated! {
    /// What a verb of saying does; the value is how it is conjugated, or the
    /// forms that the word is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum SpeechVerb {
        /// It puts words in a mouth.
        Say => "say",
        /// It holds an opinion.
        Think => "think",
        /// It passes on.
        Report => "report",
        /// It fears.
        Fear => "fear",
        /// It denies.
        Deny => "deny",
        /// It asks.
        Ask => "ask",
        /// It promises.
        Promise => "promise",
        /// It hopes.
        Hope => "hope",
        /// It confirms.
        Confirm => "confirm",
        /// It says something only with the noun or the infinitive behind it: `faire savoir`.
        Light => "light",
        /// It has another sense too, and says something only beside what is
        /// said: `lancer une pétition`, `lancer que`.
        Content => "content",
        /// Its object is what is said and never somebody: who stands behind it says it.
        Statement => "statement",
        /// With a reflexive pronoun it says nothing: `la journée s’annonce calme`.
        Unreflexive => "unreflexive",
    }
}
