//! [`Lang`]: a language that the program can speak.

use super::arguments;
use super::bundle::{Problem, WordFile, Words};
use super::message::{Message, Plain};
use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::sync::{OnceLock, RwLock};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A language of the interface: one of those in `assets/words`, or one that
/// [`Lang::add`] was given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(u16);

/// The words of the languages that the program carries; each is read when it
/// is first spoken.
static READ: [OnceLock<Words>; CARRIED.len()] = [const { OnceLock::new() }; CARRIED.len()];

/// A language from a file of the reader.
struct Added {
    source: String,
    words: Words,
}

/// Languages from files of the reader, which stay for the whole run.
static ADDED: RwLock<Vec<&'static Added>> = RwLock::new(Vec::new());

impl Default for Lang {
    fn default() -> Self {
        Self::FR
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Lang {
    /// Every language that the program carries, by code.
    pub fn carried() -> impl Iterator<Item = Self> {
        (0..CARRIED.len() as u16).map(Self)
    }

    /// Every language that can be spoken now, those of the reader last. A file
    /// that was read again takes the place of what it was before.
    pub fn all() -> impl Iterator<Item = Self> {
        let last = |l: &Self| l.added_since().all(|later| later.code() != l.code());
        (0..(CARRIED.len() + added(<[_]>::len)) as u16).map(Self).filter(last)
    }

    /// The languages that were added after this one.
    fn added_since(self) -> impl Iterator<Item = Self> {
        let count = CARRIED.len() + added(<[_]>::len);
        ((usize::from(self.0) + 1).max(CARRIED.len())..count).map(|at| Self(at as u16))
    }

    /// True for what can be the code of a language, such as `de` or `pt-BR`.
    pub fn is_code(code: &str) -> bool {
        code.parse::<unic_langid::LanguageIdentifier>().is_ok()
    }

    /// From a code such as `fr` or a locale such as `fr_FR.UTF-8`; the part
    /// before the country decides.
    pub fn from_code(code: &str) -> Option<Self> {
        let short = code.split(['_', '-', '.', '@']).next().unwrap_or_default();
        let named = |wanted: &str| Self::all().find(|l| l.code().eq_ignore_ascii_case(wanted));
        named(code).or_else(|| named(short))
    }

    /// Makes a language of a Fluent file of the reader. A message that it
    /// lacks is told in English.
    ///
    /// # Errors
    /// What is wrong with the file; then there is no language.
    pub fn add(code: &str, source: &str) -> Result<Self, Vec<Problem>> {
        let known = |all: &[&'static Added]| all.iter().rposition(|a| a.words.code() == code && a.source == source);
        if let Some(at) = added(known) {
            return Ok(Self((CARRIED.len() + at) as u16));
        }
        let (words, mut problems) = Words::read(code, source, Some(Self::EN.spoken()));
        problems.extend(arguments::not_given(source));
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut all = ADDED.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.push(Box::leak(Box::new(Added { source: source.to_owned(), words })));
        Ok(Self((CARRIED.len() + all.len() - 1) as u16))
    }

    /// Its code: the name of its file.
    pub fn code(self) -> &'static str {
        match CARRIED.get(usize::from(self.0)) {
            Some(file) => file.code,
            None => self.spoken().code(),
        }
    }

    /// The words of a message without arguments.
    pub fn text(self, message: Plain) -> &'static str {
        self.spoken().text(message)
    }

    /// The words of a message.
    pub fn say(self, message: impl Borrow<Message>) -> String {
        self.spoken().say(message.borrow())
    }

    /// A number as the language groups it: `1 234`, `1,234`.
    pub fn number(self, n: usize) -> String {
        self.spoken().number(n as f64, 0)
    }

    /// "12 articles".
    pub fn articles(self, n: usize) -> String {
        self.say(super::messages::msg::article_count(n))
    }

    /// "12 mots".
    pub fn words(self, n: usize) -> String {
        self.say(super::messages::msg::word_count(n))
    }

    pub(super) fn spoken(self) -> &'static Words {
        let at = usize::from(self.0);
        match CARRIED.get(at) {
            Some(file) => READ[at].get_or_init(|| {
                let english = (self != Self::EN).then(|| Self::EN.spoken());
                Words::carried(file, english)
            }),
            None => added(|all| &all[at - CARRIED.len()].words),
        }
    }
}

fn added<T>(of: impl FnOnce(&[&'static Added]) -> T) -> T {
    of(&ADDED.read().unwrap_or_else(std::sync::PoisonError::into_inner))
}
