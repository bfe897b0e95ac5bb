//! The value of a number in digits or in words.

use crate::corpus::Language;
use crate::fact::prose::{Kind, Prose};
use crate::lang::{self, FigureWord, Grammar, NumberWord, Tags};
use crate::text::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a number word does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    Add(f64),
    Times(f64),
    About(f64),
    Many(f64),
    Part(f64),
    Short(f64),
}

fn table() -> &'static HashMap<String, Word> {
    static TABLE: OnceLock<HashMap<String, Word>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries = lang::entries::<NumberWord>().filter_map(|entry| {
            let value = entry.value?.parse().ok()?;
            let meaning = match entry.class {
                NumberWord::Addend => Word::Add(value),
                NumberWord::Multiplier => Word::Times(value),
                NumberWord::RoundCount => Word::About(value),
                NumberWord::Magnitude => Word::Many(value),
                NumberWord::Share => Word::Part(value),
                NumberWord::Abbreviation => Word::Short(value),
            };
            Some((fold(entry.word), meaning))
        });
        entries.collect()
    })
}

/// What a single word does in a number.
pub(super) fn word(word: &str) -> Option<Word> {
    if word.is_empty() || word.len() > 14 {
        return None;
    }
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return table().get(word).copied();
    }
    table().get(fold(word).as_str()).copied()
}

/// Value of digits with their separators. `1.000` is a thousand in French
/// and one in English, `1,000` the other way round.
pub(super) fn digits(s: &str, language: Language) -> Option<f64> {
    let mut groups: Vec<&str> = Vec::new();
    let mut marks: Vec<char> = Vec::new();
    let mut from = 0;
    for (i, c) in s.char_indices() {
        if !c.is_ascii_digit() {
            groups.push(&s[from..i]);
            marks.push(c);
            from = i + c.len_utf8();
        }
    }
    groups.push(&s[from..]);
    let comma_groups = language == Language::En;
    let mut whole = groups.first()?.to_string();
    let mut fraction = String::new();
    for (k, mark) in marks.iter().enumerate() {
        let group = groups[k + 1];
        let last = k + 1 == marks.len();
        let thousands = match mark {
            '.' => group.len() == 3 && !whole.starts_with('0') && (marks.len() > 1 || !comma_groups),
            ',' => {
                group.len() == 3
                    && !whole.starts_with('0')
                    && (marks.iter().filter(|m| **m == ',').count() > 1 || comma_groups)
            }
            _ => true,
        };
        if thousands && fraction.is_empty() {
            whole.push_str(group);
        } else if last {
            fraction.push_str(group);
        } else {
            return None;
        }
    }
    if whole.len() > 15 {
        return None;
    }
    format!("{whole}.{fraction}0").parse().ok()
}

/// A number read at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) value: f64,
    /// The token behind it.
    pub(super) next: usize,
    /// What *mille*, *millions* at its end multiply it by.
    pub(super) factor: f64,
    /// Digits, not words.
    pub(super) digits: bool,
    pub(super) about: bool,
    pub(super) many: bool,
    pub(super) part: bool,
}

/// Reads `12`, `6,4 milliards`, `vingt-trois`, `deux cent mille`,
/// `vingtaine`, `centaines`, `tiers` at token `i`.
pub(super) fn read(prose: &Prose, i: usize, end: usize, language: Language) -> Option<Read> {
    let token = prose.tokens.get(i)?;
    let base = Read { value: 0.0, next: i + 1, factor: 1.0, digits: false, about: false, many: false, part: false };
    if token.kind == Kind::Number {
        let value = digits(token.span.of(prose.text), language)?;
        let mut read = Read { value, digits: true, ..base };
        multiply(prose, &mut read, end);
        add_half(prose, &mut read, end);
        return Some(read);
    }
    if token.kind != Kind::Word {
        return None;
    }
    if let Some((head, rest)) = prose.word(i).split_once('-')
        && let Some(read) = hyphened(head, rest, base)
    {
        return Some(read);
    }
    match word(prose.word(i)) {
        Some(Word::About(v)) => return Some(Read { value: v, about: true, ..base }),
        Some(Word::Many(v)) => {
            let mut read = Read { value: v, many: true, ..base };
            // `des dizaines de milliers`
            if Tags::of(prose.word(i + 1)).is(Grammar::Genitive)
                && let Some(Word::Many(w) | Word::Times(w)) = word(prose.word(i + 2))
            {
                read.value *= w;
                read.next = i + 3;
            }
            return Some(read);
        }
        Some(Word::Part(v)) => {
            return halved(prose, i, end, base).or(Some(Read { value: v, part: true, ..base }));
        }
        _ => {}
    }
    let (mut sum, mut next, mut k) = (Sum::default(), i, i);
    while k < end {
        if sum.joins(prose, k) {
            k += 1;
            continue;
        }
        let before = sum;
        if !sum.add(prose.word(k)) {
            sum = before;
            break;
        }
        k += 1;
        next = k;
    }
    let value = sum.total + sum.current;
    // `million` and `cent` need something to multiply or to follow.
    let mut read = (next > i && value > 0.0).then(|| Read { value, next, factor: sum.factor(), ..base })?;
    match word(prose.word(read.next)).filter(|_| read.next < end) {
        // `two dozen`
        Some(Word::About(v)) => return Some(Read { value: read.value * v, next: read.next + 1, ..read }),
        // `deux tiers`
        Some(Word::Part(v)) if Tags::of(prose.word(read.next + 1)).is(FigureWord::ShareLink) => {
            return Some(Read { value: read.value * v, next: read.next + 1, part: true, ..read });
        }
        _ => {}
    }
    add_half(prose, &mut read, end);
    Some(read)
}

/// `half a million`, `half a dozen`.
fn halved(prose: &Prose, i: usize, end: usize, base: Read) -> Option<Read> {
    let half = i + 2 < end
        && Tags::of(prose.word(i)).is(FigureWord::Half)
        && Tags::of(prose.word(i + 1)).is(FigureWord::RoundDeterminer);
    half_of(word(prose.word(i + 2)).filter(|_| half)?, Read { next: i + 3, ..base })
}

fn half_of(of: Word, base: Read) -> Option<Read> {
    match of {
        Word::Times(v) if v >= 1000.0 => Some(Read { value: v / 2.0, factor: v, ..base }),
        Word::About(v) => Some(Read { value: v / 2.0, about: true, ..base }),
        _ => None,
    }
}

/// `demi-million`, `demi-douzaine`; `two-thirds`, whose number of parts stands
/// in the word.
fn hyphened(head: &str, rest: &str, base: Read) -> Option<Read> {
    let of = word(rest)?;
    if Tags::of(head).is(FigureWord::Half) {
        return half_of(of, base);
    }
    match (word(head)?, of) {
        (Word::Add(n), Word::Part(v)) => Some(Read { value: n * v, part: true, ..base }),
        _ => None,
    }
}

/// `deux millions et demi`, `two and a half million`.
fn add_half(prose: &Prose, read: &mut Read, end: usize) {
    if read.next >= end || !Tags::of(prose.word(read.next)).is(Grammar::Coordinator) {
        return;
    }
    let is_half = |k: usize| Tags::of(prose.word(k)).is(FigureWord::Half);
    let article = Tags::of(prose.word(read.next + 1)).is(FigureWord::RoundDeterminer) && !is_half(read.next + 1);
    let half = read.next + 1 + usize::from(article);
    if half < end && is_half(half) {
        read.value += read.factor / 2.0;
        read.next = half + 1;
        multiply(prose, read, end);
    }
}

/// What the words of a number come to so far.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    /// Thousands and above.
    total: f64,
    /// Below a thousand, still to be multiplied or added to.
    current: f64,
    /// The last multiplier from a thousand on.
    scale: Option<f64>,
    any: bool,
}

impl Sum {
    /// What the last words multiplied the number by.
    fn factor(&self) -> f64 {
        if self.current == 0.0 { self.scale.unwrap_or(1.0) } else { 1.0 }
    }

    /// True for the *et* of `vingt et un`.
    fn joins(&self, prose: &Prose, k: usize) -> bool {
        let one = || Tags::of(prose.word(k + 1)).is(FigureWord::One | FigureWord::JoinedNumber);
        Tags::of(prose.word(k)).is(Grammar::Coordinator)
            && self.any
            && self.current >= 20.0
            && prose.tokens.get(k + 1).is_some_and(|_| matches!(word(prose.word(k + 1)), Some(Word::Add(_))) || one())
    }

    /// Adds a token, `vingt-trois` part by part; false when one of its parts
    /// does not go on with the number.
    fn add(&mut self, token: &str) -> bool {
        for part in token.split(['-', '\u{2011}']) {
            if Tags::of(part).is(Grammar::Coordinator) && self.any && token.contains('-') {
                continue;
            }
            let fits = match word(part) {
                _ if Tags::of(part).is(FigureWord::One) && self.current >= 20.0 => {
                    self.current += 1.0;
                    true
                }
                // `quatre-vingts`
                Some(Word::Add(20.0)) if self.current == 4.0 => {
                    self.current = 80.0;
                    true
                }
                Some(Word::Add(v)) => self.plus(v),
                Some(Word::Times(v)) => self.times(v),
                _ => false,
            };
            if !fits {
                return false;
            }
            self.any = true;
        }
        true
    }

    fn plus(&mut self, v: f64) -> bool {
        // `deux trois` is not a number.
        let full = self.current != 0.0 && self.current % 10.0 != 0.0 || v >= 20.0 && self.current % 100.0 != 0.0;
        if self.any && full {
            return false;
        }
        self.current += v;
        true
    }

    fn times(&mut self, v: f64) -> bool {
        let unit = if self.current == 0.0 { 1.0 } else { self.current };
        if v >= 1000.0 {
            self.total += unit * v;
            self.current = 0.0;
            self.scale = Some(v);
        } else if self.current >= 100.0 {
            return false;
        } else {
            self.current = unit * v;
        }
        true
    }
}

/// `6,4 milliards`, `10 mille`, `2 millions`.
fn multiply(prose: &Prose, read: &mut Read, end: usize) {
    while read.next < end {
        match word(prose.word(read.next)) {
            Some(Word::Times(v)) if v >= 1000.0 => {
                read.value *= v;
                read.factor *= v;
                read.next += 1;
            }
            Some(Word::Many(v)) if v >= 1000.0 => {
                read.value *= v;
                read.factor *= v;
                read.next += 1;
            }
            _ => break,
        }
    }
}
