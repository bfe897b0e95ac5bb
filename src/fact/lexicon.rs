//! Closed word lists, read once from `assets/fact`.

use foldhash::fast::FixedState;
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
    pub(super) const ENGLISH: u64 = 1 << 46;
    pub(super) const HALF: u64 = 1 << 47;
    pub(super) const COMPLEMENT: u64 = 1 << 48;
    pub(super) const BE: u64 = 1 << 49;
    pub(super) const REFLEXIVE: u64 = 1 << 50;

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
    const VERBAL: u64 = Self::VERB | Self::HALF | Self::FINITE | Self::PARTICIPLE | Self::PRESENT | Self::INFINITIVE;

    pub(super) fn is(self, bits: u64) -> bool {
        self.0 & bits != 0
    }

    /// A verb of saying in one of the forms.
    pub(super) fn verb(self, forms: u64) -> bool {
        self.is(Self::VERB) && self.is(forms)
    }
}

type Table = HashMap<String, u64, FixedState>;

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

fn add(table: &mut Table, word: &str, bits: u64) {
    if word.is_empty() {
        return;
    }
    match table.get_mut(word) {
        Some(known) => *known |= bits,
        None => {
            table.insert(word.to_owned(), bits);
        }
    }
}

/// Participles in `é` are kept apart by this mark behind the key.
const ACUTE: char = '´';

fn conjugate(table: &mut Table, infinitive: &str, english: bool, ir: bool, bits: u64) {
    let with = |t: &mut Table, s: &str, ends: &[&str], form: u64, acute: bool| {
        let mut w = String::with_capacity(s.len() + 8);
        for e in ends {
            w.clear();
            w.push_str(s);
            w.push_str(e);
            if acute {
                w.push(ACUTE);
            }
            add(t, &w, bits | form);
        }
    };
    if english {
        let stem = infinitive.strip_suffix('e').unwrap_or(infinitive);
        add(table, infinitive, bits | WordClass::FINITE | WordClass::INFINITIVE);
        with(table, infinitive, &["s"], WordClass::FINITE, false);
        with(table, stem, &["ed"], WordClass::FINITE | WordClass::PARTICIPLE, false);
        with(table, stem, &["ing"], WordClass::PRESENT, false);
        return;
    }
    if ir {
        let stem = infinitive.strip_suffix('r').unwrap_or(infinitive);
        with(table, stem, &["t", "ssent", "ssait", "ssaient", "ra", "ront", "rent"], WordClass::FINITE, false);
        with(table, stem, &["", "e", "s", "es"], WordClass::PARTICIPLE, false);
        with(table, stem, &["ssant"], WordClass::PRESENT, false);
        with(table, stem, &["r"], WordClass::INFINITIVE, false);
        return;
    }
    let stem = infinitive.strip_suffix("er").unwrap_or(infinitive);
    let soft = if stem.ends_with('g') { format!("{stem}e") } else { stem.to_owned() };
    with(table, stem, &["e", "ent", "erent", "era", "eront", "erait", "eraient"], WordClass::FINITE, false);
    with(table, &soft, &["a", "ait", "aient"], WordClass::FINITE, false);
    with(table, &soft, &["ant"], WordClass::PRESENT, false);
    with(table, stem, &["er"], WordClass::INFINITIVE, false);
    with(table, stem, &["e", "ee", "es", "ees"], WordClass::PARTICIPLE, true);
    if stem.ends_with("el") || stem.ends_with("et") {
        let double = format!("{stem}{}", &stem[stem.len() - 1..]);
        with(table, &double, &["e", "ent", "era", "eront", "erait"], WordClass::FINITE, false);
    }
    if let Some(y) = stem.strip_suffix('y') {
        with(table, y, &["ie", "ient"], WordClass::FINITE, false);
    }
}

fn verb_bits(name: &str) -> u64 {
    match name {
        "say" => WordClass::SAY,
        "think" => WordClass::THINK,
        "report" => WordClass::REPORT,
        "fear" => WordClass::FEAR,
        "deny" => WordClass::DENY,
        "ask" => WordClass::ASK,
        "promise" => WordClass::PROMISE,
        "hope" => WordClass::HOPE,
        "confirm" => WordClass::CONFIRM,
        "half" => WordClass::HALF,
        _ => 0,
    }
}

fn verbs(table: &mut Table) {
    for line in data(include_str!("../../assets/fact/verbs.tsv")) {
        let [name, language, pattern, words] = line[..] else { continue };
        let english = language == "en";
        let bits = verb_bits(name) | if english { WordClass::ENGLISH } else { 0 };
        match pattern {
            "er" | "ir" | "en" => {
                let mut plain = String::new();
                for infinitive in words.split(' ') {
                    key(infinitive, &mut plain);
                    conjugate(table, &plain.clone(), english, pattern == "ir", bits);
                }
            }
            _ => {
                let forms = [WordClass::FINITE, WordClass::PARTICIPLE, WordClass::PRESENT, WordClass::INFINITIVE];
                for (list, form) in words.split('/').zip(forms) {
                    for word in list.split(',') {
                        add(table, word, bits | form);
                    }
                }
            }
        }
    }
}

fn closed_class(name: &str) -> u64 {
    match name {
        "aux" => WordClass::AUX,
        "determiner" => WordClass::DETERMINER,
        "of" => WordClass::OF,
        "preposition" => WordClass::PREPOSITION,
        "accordance" => WordClass::ACCORDANCE,
        "conjunction" => WordClass::CONJUNCTION,
        "that" => WordClass::THAT,
        "who" => WordClass::WHO,
        "where" => WordClass::WHERE,
        "negation" => WordClass::NEGATION,
        "clitic" => WordClass::CLITIC,
        "adverb" => WordClass::ADVERB,
        "he" => WordClass::HE,
        "she" => WordClass::SHE,
        "theym" => WordClass::THEY_M,
        "theyf" => WordClass::THEY_F,
        "they" => WordClass::THEY,
        "one" => WordClass::ONE,
        "first" => WordClass::FIRST,
        "title" => WordClass::TITLE,
        "mtitle" => WordClass::TITLE_M,
        "ftitle" => WordClass::TITLE_F,
        "like" => WordClass::LIKE,
        "name" => WordClass::NAMED,
        "complement" => WordClass::COMPLEMENT,
        "be" => WordClass::BE,
        "me" => WordClass::REFLEXIVE,
        _ => 0,
    }
}

fn role_bits(gender: &str, kind: &str) -> u64 {
    let gender = match gender {
        "m" => WordClass::MASCULINE,
        "f" => WordClass::FEMININE,
        _ => WordClass::MASCULINE | WordClass::FEMININE,
    };
    gender
        | match kind {
            "person" => WordClass::PERSON,
            "group" => WordClass::GROUP,
            "medium" => WordClass::MEDIUM,
            "document" => WordClass::DOCUMENT,
            _ => WordClass::VAGUE,
        }
}

/// The fields of the lines that are not comments.
pub(super) fn data(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

/// Words in the table, about: it is made at the first use, and growing costs
/// as much as filling.
const EXPECTED: usize = 16 << 10;

/// Reads the lists now rather than at the first use.
pub(super) fn prepare() {
    table();
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::with_capacity_and_hasher(EXPECTED, FixedState::default());
        verbs(&mut table);
        for line in data(include_str!("../../assets/fact/words.tsv")) {
            let [name, _, words] = line[..] else { continue };
            for w in words.split(' ') {
                add(&mut table, w, closed_class(name));
            }
        }
        for line in data(include_str!("../../assets/fact/roles.tsv")) {
            let [gender, kind, _, words] = line[..] else { continue };
            for w in words.split(' ').filter(|w| !w.is_empty()) {
                add(&mut table, w, role_bits(gender, kind));
                // Collective nouns without their own plural line.
                if !w.ends_with(['s', 'x']) && gender != "e" {
                    add(&mut table, &format!("{w}s"), role_bits(gender, kind));
                }
            }
        }
        for line in data(include_str!("../../assets/fact/given.tsv")) {
            let [gender, words] = line[..] else { continue };
            for w in words.split(' ') {
                add(&mut table, w, if gender == "m" { WordClass::GIVEN_M } else { WordClass::GIVEN_F });
            }
        }
        table
    })
}

/// What a word can be; `scratch` spares an allocation for each word.
pub(super) fn class(word: &str, scratch: &mut String) -> WordClass {
    if word.len() > 40 {
        return WordClass::default();
    }
    // Words that only their accent tells apart; a capital has none to lose.
    match word {
        "à" | "À" | "A" => return WordClass(WordClass::PREPOSITION),
        "a" => return WordClass(WordClass::AUX),
        "où" | "Où" => return WordClass(WordClass::WHERE),
        "ou" => return WordClass(WordClass::CONJUNCTION),
        "là" | "Là" => return WordClass(WordClass::ADVERB),
        "dès" | "Dès" => return WordClass(WordClass::PREPOSITION),
        // The network, not the verb.
        "Twitter" => return WordClass::default(),
        _ => {}
    }
    let acute = key(word, scratch);
    let plain = table().get(scratch.as_str()).copied().unwrap_or(0);
    if !acute {
        return WordClass(plain);
    }
    scratch.push(ACUTE);
    let participle = table().get(scratch.as_str()).copied().unwrap_or(0);
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
    fn accented_nouns_keep_their_roles() {
        assert!(of("député").is(WordClass::PERSON) && of("députée").is(WordClass::FEMININE));
        assert!(of("Selon").is(WordClass::ACCORDANCE) && of("Élisabeth").is(WordClass::GIVEN_F));
    }

    #[test]
    fn every_line_of_the_lists_has_its_fields() {
        for (text, fields) in [
            (include_str!("../../assets/fact/verbs.tsv"), 4),
            (include_str!("../../assets/fact/words.tsv"), 3),
            (include_str!("../../assets/fact/roles.tsv"), 4),
            (include_str!("../../assets/fact/given.tsv"), 2),
        ] {
            for line in data(text) {
                assert_eq!(line.len(), fields, "{line:?}");
            }
        }
    }
}
