//! What the grammar of a language says that a list of words cannot.

use crate::enumerated::enumerated;

enumerated! {
    /// The form of a verb.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum VerbForm {
        /// With its person.
        Finite => "finite",
        /// Past participles.
        Participle => "participle",
        /// Present participles.
        Gerund => "gerund",
        /// The form that dictionaries have.
        Infinitive => "infinitive",
    }
}

/// The rules of a language. What a language does not have, it leaves as it is
/// here.
pub(crate) trait Language: Sync {
    /// Code of the language, the name of its folder.
    fn code(&self) -> &'static str;

    /// True for a word that loses its vowel before another: `l` of `l’armée`.
    /// `before_name` tells that what follows has a capital and small letters.
    fn is_elided(&self, _head: &str, _before_name: bool) -> bool {
        false
    }

    /// True for what an apostrophe joins to a possessor: `s` of `Biden’s`.
    fn is_possessive(&self, _ending: &str) -> bool {
        false
    }

    /// Where a word ends that a pronoun is joined to: `dit-elle`.
    fn clitic(&self, _word: &str) -> Option<usize> {
        None
    }

    /// Where a name begins behind a prefix and a hyphen: `ex-Yougoslavie`.
    fn prefix(&self, _word: &str) -> Option<usize> {
        None
    }

    /// True for a word with the ending of an adjective.
    fn is_adjective(&self, _word: &str) -> bool {
        false
    }

    /// True for a word with the ending of an adjective that says what an
    /// institution is for.
    fn is_relational_adjective(&self, _word: &str) -> bool {
        false
    }

    /// True for a word with the ending of a past participle.
    fn is_participle(&self, _word: &str) -> bool {
        false
    }

    /// True for a word with the ending of a past participle and no other word.
    fn is_past_participle(&self, _word: &str) -> bool {
        false
    }

    /// True for a word with the ending of a present participle.
    fn is_present_participle(&self, _word: &str) -> bool {
        false
    }

    /// True for a verb with an ending of several who act.
    fn is_plural_verb(&self, _verb: &str) -> bool {
        false
    }

    /// True for a word in small letters with an ending that finite verbs have, as
    /// other words may.
    fn ends_like_verb(&self, _word: &str) -> bool {
        false
    }

    /// True for a verb with an ending of the future.
    fn is_future(&self, _verb: &str) -> bool {
        false
    }

    /// True for a verb with an ending of what went on in the past: `pensait`.
    fn is_imperfect(&self, _verb: &str) -> bool {
        false
    }

    /// True for an adjective with an ending of those that follow their noun.
    fn is_postposed_adjective(&self, _word: &str) -> bool {
        false
    }

    /// A noun for who does something, which is no noun for a thing or a stretch of time as well:
    /// `automobiliste`.
    fn names_bearer(&self, _word: &str) -> bool {
        false
    }

    /// An adverb by its ending: `grièvement`.
    fn is_manner(&self, _word: &str) -> bool {
        false
    }

    /// True for a folded noun with an ending of who does something.
    fn is_agent_noun(&self, _word: &str) -> bool {
        false
    }

    /// Bytes of the verb and of the pronoun of a verb turned round: `dit-il`,
    /// `a-t-elle`.
    fn inversion(&self, _word: &str) -> Option<(usize, usize)> {
        None
    }

    /// A noun without the ending of its gender and number, by which
    /// `directrice` and `directeur` meet.
    fn stem<'t>(&self, noun: &'t str) -> &'t str {
        noun
    }

    /// A folded noun in the form that a dictionary has.
    fn lemma(&self, _noun: &str) -> Option<String> {
        None
    }

    /// A phrase whose first word is a preposition with its article, with the
    /// article alone: `du département`.
    fn uncontracted(&self, _phrase: &str) -> Option<String> {
        None
    }

    /// The forms of a verb of this conjugation that texts have.
    fn conjugate(&self, _infinitive: &str, _conjugation: &str) -> Vec<(String, VerbForm)> {
        Vec::new()
    }

    /// The regular plural of a noun that is no plural.
    fn plural(&self, _noun: &str) -> Option<String> {
        None
    }

    /// True when a verb of saying stands before its subject only right behind
    /// what is said.
    fn inverts_behind_quotation(&self) -> bool {
        false
    }

    /// True for a word with the ending of a plural.
    fn is_plural(&self, _word: &str) -> bool {
        false
    }

    /// The singular of a noun, as far as its ending tells.
    fn singular<'t>(&self, noun: &'t str) -> &'t str {
        noun
    }

    /// True when months and weekdays have a capital.
    fn capitalises_dates(&self) -> bool {
        false
    }

    /// True for a word with the ending of several inhabitants: `Lyonnais`.
    fn is_inhabitants(&self, _word: &str) -> bool {
        false
    }

    /// True for a name of a place made of several words: `X-sur-Y`.
    fn is_compound_toponym(&self, _word: &str) -> bool {
        false
    }

    /// True for a name of a place made of a saint's: `Saint-X`.
    fn is_hagiotoponym(&self, _word: &str) -> bool {
        false
    }

    /// The forms of an adjective.
    fn inflections(&self, adjective: &str) -> Vec<String> {
        vec![adjective.to_owned()]
    }

    /// The masculine form of a folded title, where its ending is feminine.
    fn masculine(&self, _title: &str) -> Option<String> {
        None
    }

    /// The folded title without the prefix of who bore it once: `ex-ministre`.
    fn without_former<'t>(&self, _title: &'t str) -> Option<&'t str> {
        None
    }
}
