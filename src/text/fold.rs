//! Folding: the form in which two spellings of one thing are equal.
//!
//! Lower case, accents off (Unicode NFKD without marks), `œ` → `oe`, `æ` →
//! `ae`, `ß` → `ss`, every apostrophe → `'`, every double quotation mark →
//! `"`, every dash, hyphen and space → one space (runs collapse), zero-width
//! characters dropped. [`Folded`] keeps the way back to the original bytes.

use crate::text::Span;
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

/// Folded copy of `s`, without the way back.
pub fn fold(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        fold_char(c, &mut |d| {
            if d != ' ' || !out.ends_with(' ') {
                out.push(d);
            }
        });
    }
    out
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
        let mut text = String::with_capacity(s.len());
        let mut map = Vec::with_capacity(s.len() + 1);
        for (at, c) in s.char_indices() {
            fold_char(c, &mut |d| {
                if d != ' ' || !text.ends_with(' ') {
                    text.push(d);
                    map.resize(text.len(), at as u32);
                }
            });
        }
        map.push(s.len() as u32);
        Self { text, map }
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
