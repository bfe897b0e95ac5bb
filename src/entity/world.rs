//! Closed world knowledge as readable data: states with their adjectives and
//! capitals (`states.tsv` of each language), agencies, institutions and regions
//! that are what they are (`known.txt`). No person stands there.

use super::gazetteer::{extend, start};
use super::hash::{WordHash, hash_word};
use super::token;
use super::types::EntityKind;
use crate::lang::{self, StateWord};
use crate::text::Span;
use std::collections::HashMap;
use std::sync::OnceLock;

const KNOWN: &str = include_str!("../../assets/entity/known.txt");

/// A name with all its other forms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// What it names.
    pub(super) kind: EntityKind,
    /// A news agency.
    pub(super) agency: bool,
    /// Only where the text around it says so.
    pub(super) contextual: bool,
    /// Only with the capitals of the list: `Le Monde`, not `le monde`.
    pub(super) cased: bool,
}

/// The knowledge.
#[derive(Default)]
pub(super) struct World {
    /// Names; forms of one name share the entry.
    pub(super) entries: Vec<Entry>,
    /// The first so many entries are states.
    states: usize,
    forms: HashMap<u64, Option<u32>, WordHash>,
    /// Which words of a form begin with a capital, for those that need them.
    capitals_of: HashMap<u64, u32, WordHash>,
    adjectives: HashMap<u64, Vec<u32>, WordHash>,
    capitals: HashMap<u64, u32, WordHash>,
}

/// Key of a name by the folded hashes of its words.
pub(super) fn key(mut folds: impl Iterator<Item = u64>) -> u64 {
    let first = start(folds.next().unwrap_or(0));
    folds.fold(first, extend)
}

fn folds(name: &str) -> Vec<u64> {
    let mut spans = Vec::new();
    token::tokens(name, Span::new(0, name.len()), &mut spans);
    spans.iter().map(|s| id_hash(s.of(name))).collect()
}

/// Bit `n` for a capital at the beginning of word `n`.
fn capitals(name: &str) -> u32 {
    let mut spans = Vec::new();
    token::tokens(name, Span::new(0, name.len()), &mut spans);
    let capital = |s: &Span| s.of(name).chars().any(char::is_uppercase);
    spans.iter().take(32).enumerate().fold(0, |bits, (n, s)| bits | u32::from(capital(s)) << n)
}

/// Hash of a word as the page identifies it: folded, digits as written where
/// the word has no small letter (`M6`), as any digit elsewhere.
fn id_hash(word: &str) -> u64 {
    if !word.bytes().any(|b| b.is_ascii_digit()) {
        return fold_hash(word);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) || !word.chars().any(char::is_lowercase) {
        return hash_word(word.as_bytes());
    }
    if word.is_ascii() { fold_hash(&word.replace(|c: char| c.is_ascii_digit(), "0")) } else { fold_hash(word) }
}

/// Hash of the folded spelling of a word.
pub(super) fn fold_hash(word: &str) -> u64 {
    let lower = word.to_lowercase().replace(token::is_apostrophe, "'").replace(token::is_hyphen, "-");
    hash_word(token::fold_word(&lower).as_bytes())
}

impl World {
    /// The embedded knowledge.
    pub(super) fn get() -> &'static World {
        static WORLD: OnceLock<World> = OnceLock::new();
        WORLD.get_or_init(World::read)
    }

    fn read() -> World {
        let mut w = World::default();
        let mut states = HashMap::new();
        for e in lang::entries::<StateWord>() {
            let state = Entry { kind: EntityKind::Place, agency: false, contextual: false, cased: false };
            let id = *states.entry(e.value).or_insert_with(|| w.enter(state));
            match e.class {
                StateWord::Name => w.form(e.word, id),
                StateWord::Capital => {
                    w.capitals.entry(key(folds(e.word).into_iter())).or_insert(id);
                }
                StateWord::Demonym => {
                    for form in lang::named(e.language).inflections(e.word) {
                        w.adjective(&form, id);
                    }
                }
            }
        }
        w.states = w.entries.len();
        let mut entry = None;
        for line in KNOWN.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            if let Some(section) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                let agency = section.starts_with("agency");
                let kind = match section.split('-').next() {
                    Some("place") => EntityKind::Place,
                    Some("misc") => EntityKind::Misc,
                    _ => EntityKind::Organisation,
                };
                let contextual = section.ends_with("-in-context");
                entry = Some(Entry { kind, agency, contextual, cased: section.ends_with("-cased") });
            } else if let Some(e) = entry {
                let id = w.enter(e);
                for form in line.split('|') {
                    w.form(form, id);
                    if e.cased {
                        w.capitals_of.entry(key(folds(form).into_iter())).or_insert(capitals(form));
                    }
                }
            }
        }
        w
    }

    fn enter(&mut self, entry: Entry) -> u32 {
        self.entries.push(entry);
        self.entries.len() as u32 - 1
    }

    fn form(&mut self, name: &str, id: u32) {
        let words = folds(name);
        for n in 1..words.len() {
            self.forms.entry(key(words[..n].iter().copied())).or_insert(None);
        }
        let slot = self.forms.entry(key(words.into_iter())).or_insert(None);
        slot.get_or_insert(id);
    }

    fn adjective(&mut self, form: &str, id: u32) {
        let ids = self.adjectives.entry(fold_hash(form)).or_default();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }

    /// The entry of a name (`Some(Some)`), the beginning of one
    /// (`Some(None)`), or neither.
    pub(super) fn form_of(&self, key: u64) -> Option<Option<u32>> {
        self.forms.get(&key).copied()
    }

    /// True unless the form needs capitals that are not there: bit `n` of
    /// `capitals` stands for a capital at word `n`.
    pub(super) fn is_spelt(&self, key: u64, capitals: u32) -> bool {
        self.capitals_of.get(&key).is_none_or(|need| capitals & need == *need)
    }

    /// True for a form that its owner writes small: `franceinfo`.
    pub(super) fn is_small(&self, key: u64) -> bool {
        self.capitals_of.get(&key) == Some(&0)
    }

    /// States that an adjective or inhabitant's name belongs to.
    pub(super) fn states_of(&self, fold: u64) -> &[u32] {
        self.adjectives.get(&fold).map_or(&[], Vec::as_slice)
    }

    /// The entry that a name is a form of.
    pub(super) fn entry_of(&self, name: &str) -> Option<u32> {
        self.form_of(key(folds(name).into_iter())).flatten()
    }

    /// True when the entry is a state.
    pub(super) fn is_state(&self, entry: u32) -> bool {
        (entry as usize) < self.states
    }

    /// The state whose capital a name is.
    pub(super) fn state_of_capital(&self, key: u64) -> Option<u32> {
        self.capitals.get(&key).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn forms_adjectives_and_capitals_lead_to_one_state() {
        let w = World::get();
        let id = |s: &str| w.form_of(key(folds(s).into_iter())).flatten();
        let korea = id("Corée du Nord");
        assert!(korea.is_some());
        assert_eq!(korea, id("RPDC"));
        assert_eq!(korea, id("coree du nord"));
        assert_eq!(w.states_of(fold_hash("nord-coréenne")), [korea.unwrap_or(0)]);
        assert_eq!(w.state_of_capital(key(folds("Pyongyang").into_iter())), korea);
        assert_eq!(w.states_of(fold_hash("congolaise")).len(), 2);
        assert_eq!(id("agence France-Presse"), id("AFP"));
    }

    #[test]
    fn every_state_has_a_name_a_capital_and_an_adjective_in_french_and_a_code() {
        let of = |class: StateWord| -> BTreeSet<&str> {
            let words = lang::entries::<StateWord>().filter(|e| e.language == "fr" && e.class == class);
            words.filter_map(|e| e.value).collect()
        };
        let names = of(StateWord::Name);
        assert!(names.len() > 150 && names.iter().all(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase())));
        assert_eq!(of(StateWord::Capital), names);
        assert_eq!(of(StateWord::Demonym), names);
        for e in lang::entries::<StateWord>() {
            assert!(e.value.is_some_and(|code| names.contains(code)), "{}", e.word);
        }
    }
}
