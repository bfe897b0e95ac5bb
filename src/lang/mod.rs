//! The languages of the texts. A language is a folder of word lists, a file a
//! topic (`assets/lang/<code>`), and, for what lists cannot say, a file of
//! grammar here. Has never heard of names or facts: what a class of words means
//! to a rule, the rule knows.
//!
//! Rules ask all languages at once ([`any`], [`Tags`]): a French text quotes
//! English words, and its names are of any language.

mod abbreviation;
mod class;
mod en;
mod fr;
mod language;
mod lexicon;
mod topic;

pub(crate) use abbreviation::{goes_on, keeps_stop};
pub(crate) use class::{
    BoundWord, CalendarWord, Citation, ClauseWord, CommonNoun, Cue, DescriptionWord, FigureWord, Frequency, Grammar,
    HedgeWord, NumberWord, OrganisationWord, PersonWord, PlaceWord, RecurringEvent, SpeakerNoun, SpeechVerb, StateWord,
    SyntaxWord, UnitWord, WorkWord,
};
pub(crate) use language::{Language, VerbForm};
pub(crate) use lexicon::{Tags, entries, prepare};
pub(crate) use topic::{Set, Topic};

/// The languages that have a grammar beside their words.
static GRAMMARS: &[&dyn Language] = &[&fr::French, &en::English];

/// Those languages, in the order in which they are asked.
pub(crate) fn all() -> impl Iterator<Item = &'static dyn Language> {
    GRAMMARS.iter().copied()
}

/// The language with this code; one that has no grammar of its own changes no
/// word.
pub(crate) fn named(code: &str) -> &'static dyn Language {
    struct Uninflected;
    impl Language for Uninflected {
        fn code(&self) -> &'static str {
            ""
        }
    }
    all().find(|l| l.code() == code).unwrap_or(&Uninflected)
}

/// A noun without the ending of its gender and number.
pub(crate) fn stem(noun: &str) -> &str {
    all().map(|l| l.stem(noun)).find(|stem| stem.len() < noun.len()).unwrap_or(noun)
}

/// A folded noun in the form that a dictionary has.
pub(crate) fn lemma(noun: &str) -> String {
    all().find_map(|l| l.lemma(noun)).unwrap_or_else(|| noun.to_owned())
}

/// True when one of the languages says so.
pub(crate) fn any(says: impl Fn(&dyn Language) -> bool) -> bool {
    all().any(says)
}

/// The singular of a noun in the first language that has another form for it.
pub(crate) fn singular(noun: &str) -> &str {
    all().map(|l| l.singular(noun)).find(|s| *s != noun).unwrap_or(noun)
}
