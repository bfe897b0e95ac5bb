//! Folding: the form in which two spellings of one thing are equal.
//!
//! Lower case, accents off (Unicode NFKD without marks), `œ` → `oe`, `æ` →
//! `ae`, `ß` → `ss`, every apostrophe → `'`, every double quotation mark →
//! `"`, every dash, hyphen and space → one space (runs collapse), zero-width
//! characters dropped. [`Folded`] keeps the way back to the original bytes.

use crate::text::span::Span;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one character folds to; `' '` stands for any space or dash.
fn fold_char(c: char, out: &mut impl FnMut(char)) {
    match c {
        'a'..='z' | '0'..='9' => out(c),
        'A'..='Z' => out(c.to_ascii_lowercase()),
        '-' | '_' | '\u{a0}' | '\u{202f}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => out(' '),
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{2032}' | '`' | '\u{b4}' => out('\''),
        '"' | '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' | '\u{2033}' => out('"'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        'œ' | 'Œ' => "oe".chars().for_each(out),
        'æ' | 'Æ' => "ae".chars().for_each(out),
        'ß' | 'ẞ' => "ss".chars().for_each(out),
        'ø' | 'Ø' => out('o'),
        'ł' | 'Ł' => out('l'),
        'đ' | 'Đ' => out('d'),
        _ if c.is_whitespace() => out(' '),
        _ if c.is_ascii() => out(c),
        _ => {
            for d in std::iter::once(c).nfkd() {
                if !is_combining_mark(d) {
                    for l in d.to_lowercase() {
                        if l.is_whitespace() {
                            out(' ');
                        } else if !is_combining_mark(l) {
                            out(l);
                        }
                    }
                }
            }
        }
    }
}

/// What every ASCII byte folds to.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut i = 0;
    while i < 128 {
        table[i] = match i as u8 {
            b'-' | b'_' | b' ' | 0x09..=0x0d => b' ',
            b'`' => b'\'',
            b => b.to_ascii_lowercase(),
        };
        i += 1;
    }
    table
};

/// First and last character of the table of what Latin letters fold to.
const LATIN: std::ops::Range<u32> = 0x80..0x250;

/// What the Latin characters beyond ASCII fold to, in UTF-8: bytes and how
/// many of them count.
fn latin() -> &'static [([u8; 6], u8)] {
    static TABLE: OnceLock<Vec<([u8; 6], u8)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let fold = |c: char| {
            let (mut bytes, mut n) = ([0; 6], 0);
            fold_char(c, &mut |d| {
                let room = bytes.get_mut(n..n + d.len_utf8()).expect("a Latin letter folds to three at most");
                n += d.encode_utf8(room).len();
            });
            (bytes, n as u8)
        };
        LATIN.map(|c| char::from_u32(c).map_or(([0; 6], 0), fold)).collect()
    })
}

/// Folds `s` onto `out`; `mark` hears after every character where it began
/// and how long `out` is now.
fn fold_onto(s: &str, out: &mut Vec<u8>, mut mark: impl FnMut(usize, usize)) {
    let latin = latin();
    let push = |out: &mut Vec<u8>, b: u8| {
        if b != b' ' || out.last() != Some(&b' ') {
            out.push(b);
        }
    };
    let bytes = s.as_bytes();
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        let at = i;
        if b < 128 {
            i += 1;
            push(out, ASCII[b as usize]);
        } else {
            // `i` is a boundary: only whole characters are stepped over.
            let Some(c) = s[i..].chars().next() else { break };
            i += c.len_utf8();
            if LATIN.contains(&(c as u32)) {
                let (folded, n) = latin[(c as u32 - LATIN.start) as usize];
                folded[..n as usize].iter().for_each(|&b| push(out, b));
            } else {
                let mut utf8 = [0; 4];
                fold_char(c, &mut |d| d.encode_utf8(&mut utf8).bytes().for_each(|b| push(out, b)));
            }
        }
        mark(at, out.len());
    }
}

fn text(folded: Vec<u8>) -> String {
    String::from_utf8(folded).expect("only whole characters are folded onto it")
}

/// Folded copy of `s`, without the way back.
pub fn fold(s: &str) -> String {
    let mut out = Vec::with_capacity(s.len());
    fold_onto(s, &mut out, |_, _| {});
    text(out)
}

/// The same into a string that is used again and again.
pub fn fold_into(s: &str, out: &mut String) {
    let mut bytes = std::mem::take(out).into_bytes();
    bytes.clear();
    fold_onto(s, &mut bytes, |_, _| {});
    *out = text(bytes);
}

/// A folded text with, for each of its bytes, the place it came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For every byte of `text`, the byte offset of its original character,
    /// and one entry more for the end.
    map: Vec<u32>,
}

impl Folded {
    /// Folds `s`; texts beyond 4 GiB are not supported.
    pub fn new(s: &str) -> Self {
        let mut folded = Vec::with_capacity(s.len());
        let mut map = Vec::with_capacity(s.len() + 1);
        fold_onto(s, &mut folded, |at, length| map.resize(length, at as u32));
        map.push(s.len() as u32);
        Self { text: text(folded), map }
    }

    /// The original span of the folded byte range `start..end`.
    pub fn original(&self, start: usize, end: usize) -> Span {
        let last = self.map.len() - 1;
        let s = self.map[start.min(last)] as usize;
        // Characters that folded to nothing behind the match are left out.
        let e = self.map[end.min(last)] as usize;
        Span::new(s, e)
    }

    /// Every place where `needle` (already folded) occurs, in order, without
    /// overlaps, as spans of the original text.
    pub fn find_all<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Span> + 'a {
        let needle = needle.trim();
        let finder = memchr::memmem::Finder::new(needle.as_bytes()).into_owned();
        let mut at = 0;
        std::iter::from_fn(move || {
            if needle.is_empty() {
                return None;
            }
            let hit = at + finder.find(&self.text.as_bytes()[at..])?;
            at = hit + needle.len();
            Some(self.original(hit, at))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_thing_fold_alike() {
        for (a, b) in [
            ("Corée du Nord", "coree du nord"),
            ("Kim Jong-un", "KIM JONG UN"),
            ("l’œuvre", "L'OEUVRE"),
            ("«\u{a0}ça\u{a0}»", "\" ca \""),
            ("e\u{301}te\u{301}", "été"),
            ("a  \n b", "a b"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
    }

    #[test]
    fn a_hit_leads_back_to_the_original_characters() {
        let s = "La Corée du\u{a0}Nord, l’œuf.";
        let f = Folded::new(s);
        let spans: Vec<_> = f.find_all("coree du nord").map(|x| x.of(s)).collect();
        assert_eq!(spans, ["Corée du\u{a0}Nord"]);
        assert_eq!(f.find_all("oeuf").next().map(|x| x.of(s)), Some("œuf"));
        assert_eq!(f.find_all("nord, l'oeuf.").next().map(|x| x.of(s)), Some("Nord, l’œuf."));
    }

    proptest! {
        #[test]
        fn the_tables_fold_like_the_characters_one_by_one(s in "[ -~\\t\\n\u{80}-\u{24f}\u{2000}-\u{2060}a-z ]{0,40}") {
            let mut slow = String::new();
            for c in s.chars() {
                fold_char(c, &mut |d| {
                    if d != ' ' || !slow.ends_with(' ') {
                        slow.push(d);
                    }
                });
            }
            prop_assert_eq!(fold(&s), slow);
        }

        #[test]
        fn every_folded_range_maps_to_character_boundaries(s in "\\PC{0,60}") {
            let f = Folded::new(&s);
            for i in 0..=f.text.len() {
                let sp = f.original(0, i);
                prop_assert!(s.is_char_boundary(sp.start) && s.is_char_boundary(sp.end));
            }
            prop_assert_eq!(&f.text, &fold(&s));
        }
    }
}
