//! What function words, nouns that speak and verbs of saying are to the rules,
//! read once from the lexicon.

use crate::enumerated::enumerated;
use crate::lang::{self, SpeakerNoun, SpeechVerb, SyntaxWord, VerbForm};
use crate::text::word_hash::{WordHash, hash_word};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word can be, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordClass(pub(super) u64);

impl WordClass {
    pub(super) const AUX: u64 = 1;
    pub(super) const DETERMINER: u64 = 1 << 1;
    pub(super) const OF: u64 = 1 << 2;
    pub(super) const PREPOSITION: u64 = 1 << 3;
    pub(super) const ACCORDANCE: u64 = 1 << 4;
    pub(super) const CONJUNCTION: u64 = 1 << 5;
    pub(super) const THAT: u64 = 1 << 6;
    pub(super) const WHO: u64 = 1 << 7;
    pub(super) const WHERE: u64 = 1 << 8;
    pub(super) const NEGATION: u64 = 1 << 9;
    pub(super) const CLITIC: u64 = 1 << 10;
    pub(super) const ADVERB: u64 = 1 << 11;
    pub(super) const HE: u64 = 1 << 12;
    pub(super) const SHE: u64 = 1 << 13;
    pub(super) const THEY_M: u64 = 1 << 14;
    pub(super) const THEY_F: u64 = 1 << 15;
    pub(super) const THEY: u64 = 1 << 16;
    pub(super) const ONE: u64 = 1 << 17;
    pub(super) const FIRST: u64 = 1 << 18;
    pub(super) const TITLE: u64 = 1 << 19;
    pub(super) const TITLE_M: u64 = 1 << 20;
    pub(super) const TITLE_F: u64 = 1 << 21;
    pub(super) const LIKE: u64 = 1 << 22;
    pub(super) const NAMED: u64 = 1 << 23;
    pub(super) const PERSON: u64 = 1 << 24;
    pub(super) const GROUP: u64 = 1 << 25;
    pub(super) const MEDIUM: u64 = 1 << 26;
    pub(super) const DOCUMENT: u64 = 1 << 27;
    pub(super) const VAGUE: u64 = 1 << 28;
    pub(super) const MASCULINE: u64 = 1 << 29;
    pub(super) const FEMININE: u64 = 1 << 30;
    pub(super) const GIVEN_M: u64 = 1 << 31;
    pub(super) const GIVEN_F: u64 = 1 << 32;
    pub(super) const FINITE: u64 = 1 << 33;
    pub(super) const PARTICIPLE: u64 = 1 << 34;
    pub(super) const PRESENT: u64 = 1 << 35;
    pub(super) const INFINITIVE: u64 = 1 << 36;
    pub(super) const SAY: u64 = 1 << 37;
    pub(super) const THINK: u64 = 1 << 38;
    pub(super) const REPORT: u64 = 1 << 39;
    pub(super) const FEAR: u64 = 1 << 40;
    pub(super) const DENY: u64 = 1 << 41;
    pub(super) const ASK: u64 = 1 << 42;
    pub(super) const PROMISE: u64 = 1 << 43;
    pub(super) const HOPE: u64 = 1 << 44;
    pub(super) const CONFIRM: u64 = 1 << 45;
    pub(super) const INVERTS_BEHIND: u64 = 1 << 46;
    pub(super) const HALF: u64 = 1 << 47;
    pub(super) const COMPLEMENT: u64 = 1 << 48;
    pub(super) const BE: u64 = 1 << 49;
    pub(super) const REFLEXIVE: u64 = 1 << 50;
    /// A verb of saying only beside what is said.
    pub(super) const CONTENT: u64 = 1 << 51;
    /// Its object is what is said, never somebody.
    pub(super) const STATEMENT: u64 = 1 << 52;
    /// With a reflexive pronoun it says nothing.
    pub(super) const UNREFLEXIVE: u64 = 1 << 53;
    /// The first of the bits that tell whose verb it is, one for each of the
    /// languages that have verbs.
    const LANGUAGES: u32 = 54;

    /// Any noun that can speak.
    pub(super) const ROLE: u64 = Self::PERSON | Self::GROUP | Self::MEDIUM | Self::DOCUMENT | Self::VAGUE;
    /// Any verb of saying.
    pub(super) const VERB: u64 = Self::SAY
        | Self::THINK
        | Self::REPORT
        | Self::FEAR
        | Self::DENY
        | Self::ASK
        | Self::PROMISE
        | Self::HOPE
        | Self::CONFIRM;
    /// A personal pronoun of the third person.
    pub(super) const PRONOUN: u64 = Self::HE | Self::SHE | Self::THEY_M | Self::THEY_F | Self::THEY | Self::ONE;
    const VERBAL: u64 = Self::VERB
        | Self::HALF
        | Self::CONTENT
        | Self::STATEMENT
        | Self::UNREFLEXIVE
        | Self::FINITE
        | Self::PARTICIPLE
        | Self::PRESENT
        | Self::INFINITIVE;

    pub(super) fn is(self, bits: u64) -> bool {
        self.0 & bits != 0
    }

    /// What the word is when it is no verb.
    pub(super) fn without_verb(self) -> Self {
        Self(self.0 & !Self::VERBAL)
    }

    /// What the word is in a text of this language: a verb of another language
    /// alone is none in it (*tout*, which touts in English).
    pub(super) fn in_language(self, code: Option<&str>) -> Self {
        let verbs = self.0 >> Self::LANGUAGES;
        match code.and_then(language_bit) {
            Some(own) if verbs != 0 && verbs & own == 0 => self.without_verb(),
            _ => self,
        }
    }

    /// A verb of saying in one of the forms.
    pub(super) fn verb(self, forms: u64) -> bool {
        self.is(Self::VERB) && self.is(forms)
    }
}

/// Languages that have verbs of saying, in the order of their bits.
fn languages() -> &'static [&'static str] {
    static CODES: OnceLock<Vec<&'static str>> = OnceLock::new();
    CODES.get_or_init(|| {
        let mut codes: Vec<&str> = lang::entries::<SpeechVerb>().map(|e| e.language).collect();
        codes.dedup();
        codes.truncate((u64::BITS - WordClass::LANGUAGES) as usize);
        codes
    })
}

/// The bit of a language that has verbs of saying, from the first on.
fn language_bit(code: &str) -> Option<u64> {
    languages().iter().position(|l| *l == code).map(|at| 1 << at)
}

/// Classes by the hash of a word's key.
type Bits = HashMap<u64, u64, WordHash>;

/// The words that the rules know.
struct Table {
    /// By their key.
    words: Bits,
    /// By their spelling, where only an accent tells them from others.
    exact: Vec<(String, u64)>,
}

/// The form under which a word is looked up: folded, but with the accent of
/// a participle's ending kept, for `déclaré` is not `déclare`.
fn key(word: &str, out: &mut String) -> bool {
    out.clear();
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        out.push_str(word);
        return false;
    }
    for c in word.chars() {
        match c {
            'a'..='z' | '-' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\'' | '’' | 'ʼ' => {}
            'é' | 'É' => out.push('e'),
            _ => out.push_str(&crate::text::fold(c.encode_utf8(&mut [0; 4]))),
        }
    }
    let lower = word.trim_end_matches(['s', 'S']);
    let lower = if lower.ends_with(['é', 'É']) { lower } else { lower.trim_end_matches(['e', 'E']) };
    lower.ends_with(['é', 'É'])
}

/// Participles in `é` are kept apart by this mark behind the key.
const ACUTE: char = '´';

/// Bytes of the longest word that only its accent tells from another.
const LONGEST_EXACT: usize = 4;

impl Table {
    fn read() -> Self {
        let words = Bits::with_capacity_and_hasher(EXPECTED, WordHash);
        let mut table = Self { words, exact: Vec::new() };
        table.read_verbs();
        table.read_syntax();
        table.read_speakers();
        for (gender, words) in GIVEN.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')) {
            let bits = if gender.starts_with('m') { WordClass::GIVEN_M } else { WordClass::GIVEN_F };
            for word in words.split(' ') {
                table.add(word, bits);
            }
        }
        table
    }

    fn add(&mut self, word: &str, bits: u64) {
        let mut plain = String::new();
        key(word, &mut plain);
        *self.words.entry(hash_word(plain.as_bytes())).or_default() |= bits;
    }

    fn add_verb(&mut self, word: &str, form: VerbForm, bits: u64) {
        let mut plain = String::new();
        let acute = key(word, &mut plain);
        if acute && form == VerbForm::Participle {
            plain.push(ACUTE);
        }
        *self.words.entry(hash_word(plain.as_bytes())).or_default() |= bits | form_bits(form);
    }

    fn read_verbs(&mut self) {
        for entry in lang::entries::<SpeechVerb>() {
            let grammar = lang::named(entry.language);
            let turned = if grammar.inverts_behind_quotation() { WordClass::INVERTS_BEHIND } else { 0 };
            let own = language_bit(entry.language).unwrap_or_default() << WordClass::LANGUAGES;
            let bits = verb_bits(entry.class) | turned | own;
            for pattern in entry.value.unwrap_or_default().split(' ') {
                match VerbForm::from_name(pattern) {
                    Some(form) => self.add_verb(entry.word, form, bits),
                    None => {
                        for (word, form) in grammar.conjugate(entry.word, pattern) {
                            self.add_verb(&word, form, bits);
                        }
                    }
                }
            }
        }
    }

    fn read_syntax(&mut self) {
        for entry in lang::entries::<SyntaxWord>() {
            let bits = syntax_bits(entry.class);
            match entry.value {
                None => self.add(entry.word, bits),
                Some(reading) => {
                    self.add_exact(entry.word, bits);
                    if reading != EXACT {
                        self.add(entry.word, bits);
                    }
                }
            }
        }
    }

    /// Adds a word under its spelling; a capital keeps an accent.
    fn add_exact(&mut self, word: &str, bits: u64) {
        let mut letters = word.chars();
        if let Some(first) = letters.next().filter(|_| !word.is_ascii()) {
            self.exact.push((first.to_uppercase().chain(letters).collect(), bits));
        }
        self.exact.push((word.to_owned(), bits));
    }

    fn read_speakers(&mut self) {
        for entry in lang::entries::<SpeakerNoun>() {
            for gender in entry.value.unwrap_or_default().split(' ').map(Gender::from_name) {
                let bits = speaker_bits(entry.class) | gender.map_or(0, gender_bits);
                self.add(entry.word, bits);
                // The plural of a noun for both has its own line.
                let plural = lang::named(entry.language).plural(entry.word);
                if let Some(plural) = plural.filter(|_| gender != Some(Gender::Epicene)) {
                    self.add(&plural, bits);
                }
            }
        }
    }
}

enumerated! {
    /// Genders in the lists.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Gender {
        Masculine => "masculine",
        Feminine => "feminine",
        Epicene => "epicene",
    }
}

fn gender_bits(gender: Gender) -> u64 {
    match gender {
        Gender::Masculine => WordClass::MASCULINE,
        Gender::Feminine => WordClass::FEMININE,
        Gender::Epicene => WordClass::MASCULINE | WordClass::FEMININE,
    }
}

fn form_bits(form: VerbForm) -> u64 {
    match form {
        VerbForm::Finite => WordClass::FINITE,
        VerbForm::Participle => WordClass::PARTICIPLE,
        VerbForm::Gerund => WordClass::PRESENT,
        VerbForm::Infinitive => WordClass::INFINITIVE,
    }
}

fn verb_bits(class: SpeechVerb) -> u64 {
    match class {
        SpeechVerb::Say => WordClass::SAY,
        SpeechVerb::Think => WordClass::THINK,
        SpeechVerb::Report => WordClass::REPORT,
        SpeechVerb::Fear => WordClass::FEAR,
        SpeechVerb::Deny => WordClass::DENY,
        SpeechVerb::Ask => WordClass::ASK,
        SpeechVerb::Promise => WordClass::PROMISE,
        SpeechVerb::Hope => WordClass::HOPE,
        SpeechVerb::Confirm => WordClass::CONFIRM,
        SpeechVerb::Light => WordClass::HALF,
        SpeechVerb::Content => WordClass::CONTENT,
        SpeechVerb::Statement => WordClass::STATEMENT,
        SpeechVerb::Unreflexive => WordClass::UNREFLEXIVE,
    }
}

fn speaker_bits(class: SpeakerNoun) -> u64 {
    match class {
        SpeakerNoun::Person => WordClass::PERSON,
        SpeakerNoun::Group => WordClass::GROUP,
        SpeakerNoun::Medium => WordClass::MEDIUM,
        SpeakerNoun::Document => WordClass::DOCUMENT,
        SpeakerNoun::Vague => WordClass::VAGUE,
    }
}

fn syntax_bits(class: SyntaxWord) -> u64 {
    match class {
        SyntaxWord::Auxiliary => WordClass::AUX,
        SyntaxWord::Determiner => WordClass::DETERMINER,
        SyntaxWord::Genitive => WordClass::OF,
        SyntaxWord::Preposition => WordClass::PREPOSITION,
        SyntaxWord::Accordance => WordClass::ACCORDANCE,
        SyntaxWord::Conjunction => WordClass::CONJUNCTION,
        SyntaxWord::Complementiser => WordClass::THAT,
        SyntaxWord::RelativePronoun => WordClass::WHO,
        SyntaxWord::RelativeAdverb => WordClass::WHERE,
        SyntaxWord::Negation => WordClass::NEGATION,
        SyntaxWord::Clitic => WordClass::CLITIC,
        SyntaxWord::Adverb => WordClass::ADVERB,
        SyntaxWord::MasculinePronoun => WordClass::HE,
        SyntaxWord::FemininePronoun => WordClass::SHE,
        SyntaxWord::MasculinePluralPronoun => WordClass::THEY_M,
        SyntaxWord::FemininePluralPronoun => WordClass::THEY_F,
        SyntaxWord::PluralPronoun => WordClass::THEY,
        SyntaxWord::IndefinitePronoun => WordClass::ONE,
        SyntaxWord::FirstPerson => WordClass::FIRST,
        SyntaxWord::Title => WordClass::TITLE,
        SyntaxWord::MasculineTitle => WordClass::TITLE_M,
        SyntaxWord::FeminineTitle => WordClass::TITLE_F,
        SyntaxWord::Utterance => WordClass::LIKE,
        SyntaxWord::Denomination => WordClass::NAMED,
        SyntaxWord::VerbalComplement => WordClass::COMPLEMENT,
        SyntaxWord::PassiveAuxiliary => WordClass::BE,
        SyntaxWord::Reflexive => WordClass::REFLEXIVE,
    }
}

/// Given names by gender.
const GIVEN: &str = include_str!("../../assets/fact/given.tsv");

/// The value of a word that is read with its accent only.
const EXACT: &str = "exact";

/// Words in the table, about: it is made at the first use, and growing costs
/// as much as filling.
const EXPECTED: usize = 16 << 10;

/// Reads the lists now rather than at the first use.
pub(super) fn prepare() {
    table();
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

/// What a word can be; `scratch` spares an allocation for each word.
pub(super) fn class(word: &str, scratch: &mut String) -> WordClass {
    if word.len() > 40 {
        return WordClass::default();
    }
    let table = table();
    if word.len() <= LONGEST_EXACT
        && let Some((_, bits)) = table.exact.iter().find(|(exact, _)| exact == word)
    {
        return WordClass(*bits);
    }
    // The network, not the verb.
    if word == "Twitter" {
        return WordClass::default();
    }
    let acute = key(word, scratch);
    let plain = table.words.get(&hash_word(scratch.as_bytes())).copied().unwrap_or(0);
    if !acute {
        return WordClass(plain);
    }
    scratch.push(ACUTE);
    let participle = table.words.get(&hash_word(scratch.as_bytes())).copied().unwrap_or(0);
    WordClass(plain & !WordClass::VERBAL | participle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> WordClass {
        class(word, &mut String::new())
    }

    #[test]
    fn participles_and_present_forms_are_kept_apart() {
        assert!(of("déclaré").verb(WordClass::PARTICIPLE) && !of("déclaré").verb(WordClass::FINITE));
        assert!(of("déclare").verb(WordClass::FINITE) && !of("déclare").verb(WordClass::PARTICIPLE));
        assert!(of("rappelle").verb(WordClass::FINITE));
        assert!(of("exigeait").verb(WordClass::FINITE));
        assert!(of("annonçant").verb(WordClass::PRESENT));
        assert!(of("said").verb(WordClass::FINITE | WordClass::PARTICIPLE));
    }

    #[test]
    fn a_verb_of_another_language_is_none_in_a_text_of_this_one() {
        let verb = |word: &str, code| of(word).in_language(code).is(WordClass::VERB);
        assert!(verb("tout", Some("en")) && !verb("tout", Some("fr")));
        assert!(verb("confirme", Some("fr")) && !verb("confirme", Some("en")));
        // Of a language without verbs of its own, or unknown, all are read.
        assert!(verb("tout", None) && verb("confirme", Some("nl")));
    }

    #[test]
    fn accented_nouns_keep_their_roles() {
        assert!(of("député").is(WordClass::PERSON) && of("députée").is(WordClass::FEMININE));
        assert!(of("Selon").is(WordClass::ACCORDANCE) && of("Élisabeth").is(WordClass::GIVEN_F));
    }

    #[test]
    fn an_accent_tells_words_apart() {
        assert!(of("a").is(WordClass::AUX) && of("à").is(WordClass::PREPOSITION) && of("À").is(WordClass::PREPOSITION));
        assert!(of("ou").is(WordClass::CONJUNCTION) && of("Où").is(WordClass::WHERE));
        assert!(table().exact.iter().all(|(word, _)| word.len() <= LONGEST_EXACT));
    }

    #[test]
    fn every_noun_has_a_gender_and_every_verb_a_conjugation() {
        for entry in lang::entries::<SpeakerNoun>() {
            assert!(
                entry.value.unwrap_or_default().split(' ').all(|g| Gender::from_name(g).is_some()),
                "{}",
                entry.word
            );
        }
        for entry in lang::entries::<SpeechVerb>() {
            let grammar = lang::named(entry.language);
            let known = |p: &str| VerbForm::from_name(p).is_some() || !grammar.conjugate(entry.word, p).is_empty();
            assert!(entry.value.is_some_and(|v| v.split(' ').all(known)), "{}", entry.word);
        }
    }
}
