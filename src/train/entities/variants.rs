//! The same texts as they could have come: with names that nobody bears, in
//! capitals or without, misread by a scanner, with other signs. Shown in
//! training, and measured.
//!
//! A variant changes letters, never what is a name: names move along.

use super::conll::Sample;
use super::gold::Article;
use super::random::Random;
use crate::entity::EntityKind;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::words::{WordClass, Words};
use crate::text::{Span, fold};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// Nothing.
    Plain,
    /// The names of people and places are invented ones.
    People,
    /// Those of organisations too.
    Organisations,
    /// All in capitals.
    Capitals,
    /// All in capitals, which have no accents.
    BareCapitals,
    /// Without capitals.
    Small,
    /// The first line and some others in capitals.
    Headlines,
    /// One letter in a hundred misread.
    Scanned,
    /// The other apostrophe.
    Apostrophes,
    /// Spaces that do not break.
    Spaces,
}

impl Variant {
    /// Those that are measured, with their names.
    pub const MEASURED: [(&str, Variant); 10] = [
        ("plain", Variant::Plain),
        ("people and places invented", Variant::People),
        ("organisations invented too", Variant::Organisations),
        ("in capitals", Variant::Capitals),
        ("in capitals without accents", Variant::BareCapitals),
        ("without capitals", Variant::Small),
        ("headlines in capitals", Variant::Headlines),
        ("misread", Variant::Scanned),
        ("other apostrophes", Variant::Apostrophes),
        ("no-break spaces", Variant::Spaces),
    ];
}

/// New letters for stretches of a text, in order and apart.
#[derive(Default)]
struct Edits {
    text: String,
    /// Ends of the stretches in the old text, and in the new one.
    ends: Vec<(usize, usize)>,
    read: usize,
}

impl Edits {
    fn replace(&mut self, old: &str, stretch: Span, new: &str) {
        self.text.push_str(&old[self.read..stretch.start]);
        self.ends.push((stretch.start, self.text.len()));
        self.text.push_str(new);
        self.ends.push((stretch.end, self.text.len()));
        self.read = stretch.end;
    }

    fn finish(&mut self, old: &str) {
        self.text.push_str(&old[self.read..]);
    }

    /// Where a place of the old text is now; one inside a stretch is its end.
    fn moved(&self, at: usize) -> usize {
        let next = self.ends.partition_point(|(old, _)| *old < at);
        match (self.ends.get(next), next.checked_sub(1).map(|n| self.ends[n])) {
            (Some((old, new)), _) if *old == at => *new,
            // An odd number of ends lies before: the place is inside.
            (Some((_, new)), _) if next % 2 == 1 => *new,
            (_, Some((old, new))) => new + (at - old),
            (_, None) => at,
        }
    }

    fn span(&self, s: Span) -> Span {
        Span::new(self.moved(s.start), self.moved(s.end))
    }
}

/// Makes names: from letters that follow each other in listed names of a
/// kind, or from syllables.
pub struct Inventor {
    /// Words that texts write small.
    common: HashSet<String>,
    /// Letters behind two letters, by kind of name.
    chains: [HashMap<[char; 2], Vec<char>>; 2],
}

/// Before and behind a name in a chain.
const END: char = ' ';

/// What names of made-up syllables begin with, go on with and end with.
const ONSETS: [&str; 28] = [
    "b", "br", "c", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z",
    "ch", "l", "m", "r", "t", "v",
];
const NUCLEI: [&str; 12] = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ou", "é"];
const CODAS: [&str; 12] = ["", "", "", "", "n", "r", "l", "s", "t", "x", "nd", "rt"];

impl Inventor {
    /// Learns letters from lists of names (lines of kinds and names, divided by
    /// a tab) and common words from texts.
    pub fn new<'t>(lists: &str, texts: impl Iterator<Item = &'t str>) -> Self {
        let mut chains: [HashMap<[char; 2], Vec<char>>; 2] = Default::default();
        for (kinds, names) in lists.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')) {
            let person = kinds.contains(['g', 's']);
            if !person && !kinds.contains(['v', 'r', 'o']) {
                continue;
            }
            for word in names.split(['|', ' ', '-', '\'']).filter(|w| w.chars().count() > 3) {
                let mut last = [END; 2];
                for c in word.chars().chain([END]) {
                    chains[usize::from(!person)].entry(last).or_default().push(c);
                    last = [last[1], c];
                }
            }
        }
        let mut counts: HashMap<String, u32> = HashMap::new();
        for text in texts {
            for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| w.starts_with(char::is_lowercase)) {
                *counts.entry(fold(word)).or_insert(0) += 1;
            }
        }
        Self { common: counts.into_iter().filter(|(_, n)| *n > 2).map(|(w, _)| w).collect(), chains }
    }

    /// A word of about as many letters by the chain of a kind.
    fn chained(&self, place: bool, letters: usize, random: &mut Random) -> String {
        let chain = &self.chains[usize::from(place)];
        let mut best = String::new();
        for _ in 0..20 {
            let (mut word, mut last) = (String::new(), [END; 2]);
            while let Some(next) = chain.get(&last) {
                let c = next[(random.next() >> 20) as usize % next.len()];
                if c == END || word.chars().count() > letters + 2 {
                    break;
                }
                word.push(c);
                last = [last[1], c];
            }
            let off = |w: &str| w.chars().count().abs_diff(letters);
            if best.is_empty() || off(&word) < off(&best) {
                best = word;
            }
        }
        best
    }

    /// A word of so many letters made of syllables.
    fn syllables(letters: usize, random: &mut Random) -> String {
        let mut pick = |from: &[&'static str]| from[(random.next() >> 20) as usize % from.len()];
        let mut word = String::new();
        while word.chars().count() < letters {
            word.push_str(pick(&ONSETS));
            word.push_str(pick(&NUCLEI));
            word.push_str(pick(&CODAS));
        }
        word.chars().take(letters).collect()
    }
}

/// How names are invented.
#[derive(Clone, Copy)]
pub struct Invention<'a> {
    /// Who invents them.
    pub inventor: &'a Inventor,
    /// From syllables rather than from the letters of listed names.
    pub syllables: bool,
    /// Those of organisations too.
    pub organisations: bool,
}

impl Invention<'_> {
    /// New letters for the names of a text: one word becomes the same word
    /// wherever a name has it.
    fn edits(&self, text: &str, names: &[(Span, EntityKind)], random: &mut Random) -> Edits {
        let words = Words::new(text, &[Span::new(0, text.len())], Gazetteer::none());
        let inside = |s: &Span| {
            let from = words.words.partition_point(|w| w.span.end <= s.start);
            let to = words.words.partition_point(|w| w.span.start < s.end);
            from..to
        };
        let mut invented: BTreeMap<String, String> = BTreeMap::new();
        for (span, kind) in names {
            let replaced = match kind {
                EntityKind::Person | EntityKind::Place => true,
                EntityKind::Organisation => self.organisations,
                EntityKind::Misc => false,
            };
            let range = inside(span);
            let many = range.len() > 1;
            for w in words.words[range].iter().filter(|w| replaced && w.class.is_capital()) {
                if w.class == WordClass::Initial || w.cues != 0 || w.is_particle() {
                    continue;
                }
                for part in parts(w.span.of(text)) {
                    let key = fold(part);
                    let kept = *kind != EntityKind::Person && many && self.inventor.common.contains(&key)
                        || *kind == EntityKind::Organisation && self.inventor.common.contains(&key);
                    if kept || invented.contains_key(&key) {
                        continue;
                    }
                    let new = self.part(part, *kind, random);
                    invented.insert(key, new);
                }
            }
        }
        let mut edits = Edits::default();
        let mut seen = 0;
        for (span, _) in names {
            for w in words.words[inside(span)].iter().filter(|w| w.class.is_capital()) {
                if w.span.start < seen {
                    continue;
                }
                seen = w.span.end;
                let word = w.span.of(text);
                let mut new = String::new();
                let mut at = 0;
                for part in parts(word) {
                    let start = part.as_ptr() as usize - word.as_ptr() as usize;
                    new.push_str(&word[at..start]);
                    new.push_str(&invented.get(&fold(part)).map_or(part.to_owned(), |n| cased_like(n, part)));
                    at = start + part.len();
                }
                new.push_str(&word[at..]);
                edits.replace(text, w.span, &new);
            }
        }
        edits.finish(text);
        edits
    }

    fn part(&self, part: &str, kind: EntityKind, random: &mut Random) -> String {
        let letters = part.chars().count();
        let vowel = |w: &str| fold(w).starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
        let acronym = !part.chars().any(char::is_lowercase);
        for _ in 0..40 {
            let new = if acronym && letters <= 5 {
                (0..letters).map(|_| char::from(b'a' + (random.next() >> 20) as u8 % 26)).collect()
            } else if self.syllables {
                Inventor::syllables(letters, random)
            } else {
                self.inventor.chained(kind != EntityKind::Person, letters, random)
            };
            // What is elided before it stays so.
            if vowel(&new) == vowel(part) && new.chars().count() > 1 {
                return new;
            }
        }
        // Vowels are rare at the head of a syllable.
        let tail = if self.syllables { Inventor::syllables(letters, random) } else { part.chars().rev().collect() };
        if vowel(part) { format!("a{}", tail.to_lowercase()) } else { format!("b{}", tail.to_lowercase()) }
    }

    /// A sample with invented names.
    pub fn sample(&self, sample: &Sample, random: &mut Random) -> Sample {
        moved(sample, &self.edits(&sample.text, &sample.names, random))
    }
}

/// Parts of a word that are names by themselves: not `le`, `sur`, `d`.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '\'', '’', '.']).filter(|p| p.chars().count() > 2 && p.starts_with(char::is_uppercase))
}

/// The letters of `new` with the capitals of `old`.
fn cased_like(new: &str, old: &str) -> String {
    if !old.chars().any(char::is_lowercase) {
        return new.to_uppercase();
    }
    let lower = new.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

fn moved(sample: &Sample, edits: &Edits) -> Sample {
    Sample {
        text: edits.text.clone(),
        names: sample.names.iter().map(|(s, k)| (edits.span(*s), *k)).collect(),
        doubtful: sample.doubtful.iter().map(|s| edits.span(*s)).collect(),
        by_machine: sample.by_machine,
    }
}

/// New letters for every scalar of which `change` makes something else.
fn letters(text: &str, mut change: impl FnMut(usize, char) -> Option<String>) -> Edits {
    let mut edits = Edits::default();
    for (at, c) in text.char_indices() {
        if let Some(new) = change(at, c) {
            edits.replace(text, Span::new(at, at + c.len_utf8()), &new);
        }
    }
    edits.finish(text);
    edits
}

fn upper(c: char, bare: bool) -> Option<String> {
    if !(c.is_lowercase() || bare && c.is_uppercase()) {
        return None;
    }
    let large: String = c.to_uppercase().collect();
    Some(if bare { fold(&large).to_uppercase() } else { large })
}

/// Lines that a paper could set in capitals: the first and every sixth.
fn headlines(text: &str, random: &mut Random) -> HashSet<usize> {
    let lines = text.lines().count();
    (0..lines).filter(|n| *n == 0 || random.below(0.16)).collect()
}

/// What a scanner takes for something else.
const MISREAD: [(char, &str); 14] = [
    ('l', "1"),
    ('i', "l"),
    ('e', "c"),
    ('é', "e"),
    ('m', "rn"),
    ('n', "u"),
    ('u', "n"),
    ('o', "0"),
    ('c', "e"),
    ('h', "b"),
    ('a', "o"),
    ('s', "5"),
    ('t', "l"),
    ('r', "t"),
];

fn edits_of(text: &str, variant: Variant, random: &mut Random) -> Edits {
    match variant {
        Variant::Capitals => letters(text, |_, c| upper(c, false)),
        Variant::BareCapitals => letters(text, |_, c| upper(c, true)),
        Variant::Small => letters(text, |_, c| c.is_uppercase().then(|| c.to_lowercase().collect())),
        Variant::Headlines => {
            let lines = headlines(text, random);
            let mut line = 0;
            letters(text, |_, c| {
                line += usize::from(c == '\n');
                upper(c, false).filter(|_| lines.contains(&line))
            })
        }
        Variant::Scanned => letters(text, |_, c| {
            let new = MISREAD.iter().find(|(from, _)| *from == c)?.1;
            random.below(0.02).then(|| new.to_owned())
        }),
        Variant::Apostrophes => letters(text, |_, c| match c {
            '’' => Some("'".to_owned()),
            '\'' => Some("’".to_owned()),
            _ => None,
        }),
        Variant::Spaces => letters(text, |at, c| {
            let name = text[at..].chars().nth(1).is_some_and(char::is_uppercase);
            (c == ' ' && name).then(|| "\u{a0}".to_owned())
        }),
        Variant::Plain | Variant::People | Variant::Organisations => letters(text, |_, _| None),
    }
}

/// A sample in other letters; what invents names is no matter of letters.
pub fn in_letters(sample: &Sample, variant: Variant, random: &mut Random) -> Sample {
    moved(sample, &edits_of(&sample.text, variant, random))
}

/// An article as a variant has it: names by syllables, which no model has learnt.
pub fn article(article: &Article, variant: Variant, inventor: &Inventor, random: &mut Random) -> Article {
    let edits = match variant {
        Variant::People | Variant::Organisations => {
            let organisations = variant == Variant::Organisations;
            let mut names: Vec<(Span, EntityKind)> =
                article.names.iter().filter_map(|n| Some((*n.spans.first()?, n.kinds[0]))).collect();
            names.sort();
            Invention { inventor, syllables: true, organisations }.edits(&article.text, &names, random)
        }
        _ => edits_of(&article.text, variant, random),
    };
    let mut out = article.clone();
    out.zone = edits.span(article.zone);
    for span in out.names.iter_mut().flat_map(|n| &mut n.spans) {
        *span = edits.span(*span);
    }
    out.text = edits.text;
    out
}
