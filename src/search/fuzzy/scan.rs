//! The cheap look that decides which names the scorer sees.
//!
//! For a name that holds a word of the query in one piece the scorer's answer
//! depends on where the piece stands only: at the start of the name, of a
//! word, after punctuation, or inside a word. These four answers are asked
//! from the scorer itself, once a query; looking at a name then costs a mask
//! and a substring search.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem;

/// A name that may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub(super) score: i64,
    pub(super) length: u32,
    pub(super) index: u32,
}

impl Ord for Candidate {
    /// Better first: higher score, then shorter, then earlier.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |c: &Self| (std::cmp::Reverse(c.score), c.length, c.index);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Cuts the list to its best `keep`, unordered, once it is longer than
/// `over`.
pub(super) fn keep_best(list: &mut Vec<Candidate>, keep: usize, over: usize) {
    if list.len() > over && keep > 0 {
        list.select_nth_unstable(keep - 1);
    }
    if list.len() > over {
        list.truncate(keep);
    }
}

/// Letters and digits of a folded text as bits; a second bit for letters that
/// stand there twice.
pub(super) fn mask(text: &[u8]) -> u64 {
    let mut mask = 0;
    for &b in text {
        match b {
            b'a'..=b'z' => {
                let bit = 1 << (b - b'a');
                if mask & bit != 0 {
                    mask |= 1 << (40 + (b - b'a') % 24);
                }
                mask |= bit;
            }
            b'0'..=b'9' => mask |= 1 << (26 + (b - b'0')),
            b' ' => {}
            _ => mask |= 1 << 36,
        }
    }
    mask
}

/// Where a piece of a name may stand.
const PLACES: usize = 4;
const START: usize = 0;
const WORD: usize = 1;
const BREAK: usize = 2;
const INSIDE: usize = 3;

/// Bytes of words that are also read as initials.
const SHORT: usize = 4;

struct Atom<'q> {
    text: &'q str,
    finder: memmem::Finder<'q>,
    /// The scorer's answer for each place.
    scores: [i64; PLACES],
}

/// A query made ready.
pub(super) struct Needle<'q> {
    atoms: Vec<Atom<'q>>,
    matcher: SkimMatcherV2,
    pub(super) mask: u64,
    /// Every word is longer than what is read as initials.
    pub(super) is_long: bool,
}

impl<'q> Needle<'q> {
    /// `query` is folded already.
    pub(super) fn new(query: &'q str) -> Self {
        // A limit on rows times columns keeps a long query on a long name
        // from costing milliseconds.
        let matcher = SkimMatcherV2::default().ignore_case().element_limit(64 << 10);
        let atoms = query
            .split_whitespace()
            .map(|text| {
                let at = |before: &str| matcher.fuzzy_match(&format!("{before}{text}"), text).unwrap_or(0);
                // `é` never stands in folded text.
                let scores = [at(""), at("é "), at("é."), at("é")];
                Atom { text, finder: memmem::Finder::new(text.as_bytes()), scores }
            })
            .collect();
        // Words overlap, so letters that stand twice over all of them do not
        // have to stand twice in the name.
        let mask = query.split_whitespace().fold(0, |m, a| m | mask(a.as_bytes()));
        let is_long = query.split_whitespace().all(|a| a.len() > SHORT);
        Self { atoms, matcher, mask, is_long }
    }

    /// A first score, and whether every word stands there in one piece;
    /// `None` when a letter is missing, or when a word is in pieces and only
    /// `whole_only` ones are wanted.
    pub(super) fn look(&self, name: &[u8], whole_only: bool) -> Option<(i64, bool)> {
        let (mut score, mut whole) = (0, true);
        for atom in &self.atoms {
            match best_place(name, &atom.finder) {
                // Letters at the starts of words may be worth more than a
                // piece in the middle of one.
                Some(INSIDE) if atom.text.len() <= SHORT => {
                    score += atom.scores[INSIDE].max(heads(name, atom.text.as_bytes()).unwrap_or(0));
                }
                Some(place) => score += atom.scores[place],
                None if whole_only => return None,
                None => {
                    whole = false;
                    score += scattered(name, atom.text.as_bytes())?;
                }
            }
        }
        Some((score, whole))
    }

    /// The scorer's answer.
    pub(super) fn score(&self, name: &str) -> Option<i64> {
        self.atoms.iter().map(|a| self.matcher.fuzzy_match(name, a.text)).sum()
    }
}

fn best_place(name: &[u8], finder: &memmem::Finder<'_>) -> Option<usize> {
    let mut best = None;
    let mut from = 0;
    while let Some(i) = name.get(from..).and_then(|rest| finder.find(rest)) {
        let at = from + i;
        let place = match at.checked_sub(1).map(|b| name[b]) {
            None => START,
            Some(b' ' | b'/' | b'\\' | b'|' | b'(' | b')' | b'[' | b']' | b'{' | b'}') => WORD,
            Some(b) if b.is_ascii_punctuation() => BREAK,
            Some(_) => INSIDE,
        };
        best = best.map_or(Some(place), |b: usize| Some(b.min(place)));
        if place <= WORD {
            break;
        }
        from = at + 1;
    }
    best
}

/// A rough score of letters in order with gaps; `None` when one is missing.
///
/// The first place where all letters stand, then back from its end, which
/// gives the tightest run of letters there; the better of the two readings.
fn scattered(name: &[u8], atom: &[u8]) -> Option<i64> {
    let mut at = 0;
    let mut forward = Reading::default();
    for &letter in atom {
        let i = at + memchr::memchr(letter, name.get(at..)?)?;
        forward.step(name, i);
        at = i + 1;
    }
    let mut places = [0; 64];
    let Some(places) = places.get_mut(..atom.len()) else { return Some(forward.score) };
    for (place, &letter) in places.iter_mut().zip(atom).rev() {
        let i = memchr::memrchr(letter, name.get(..at)?)?;
        *place = i;
        at = i;
    }
    let mut backward = Reading::default();
    places.iter().for_each(|&i| backward.step(name, i));
    let score = forward.score.max(backward.score);
    Some(if atom.len() <= SHORT { score.max(heads(name, atom).unwrap_or(score)) } else { score })
}

/// The score of a reading that takes the next letter in place, else the next
/// start of a word, else any; `None` when that leads nowhere.
fn heads(name: &[u8], atom: &[u8]) -> Option<i64> {
    let mut reading = Reading::default();
    let mut at = 0;
    for &letter in atom {
        let rest = name.get(at..)?;
        let next = at > 0 && rest.first() == Some(&letter);
        let head = |&i: &usize| at + i == 0 || name[at + i - 1] == b' ';
        let i = if next {
            0
        } else {
            memchr::memchr_iter(letter, rest).find(head).or_else(|| memchr::memchr(letter, rest))?
        };
        reading.step(name, at + i);
        at += i + 1;
    }
    Some(reading.score)
}

/// The scorer's weights along one reading.
#[derive(Default)]
struct Reading {
    score: i64,
    last: Option<usize>,
    bonus: i64,
}

impl Reading {
    fn step(&mut self, name: &[u8], i: usize) {
        let placed = match i.checked_sub(1).map(|b| name[b]) {
            None => 16,
            Some(b' ') => 8,
            Some(_) => 0,
        };
        self.score += 16;
        match self.last {
            Some(l) if l + 1 == i => {
                self.bonus = self.bonus.max(placed).max(4);
                self.score += self.bonus;
            }
            Some(l) => {
                self.score += placed - 3 - (i - l - 1) as i64;
                self.bonus = placed;
            }
            None => {
                self.score += placed;
                self.bonus = placed;
            }
        }
        self.last = Some(i);
    }
}
