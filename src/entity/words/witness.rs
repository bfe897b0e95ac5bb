//! What a document says elsewhere about a word of it.

use super::{Word, WordClass, Words, seen};
use crate::entity::gazetteer::list;
use crate::entity::hash::{WordHash, hash_word};
use crate::entity::lexicon::{self, cue};
use crate::lang::Cue;
use std::collections::HashMap;

impl Words {
    /// Gathers what the document says about each capitalised word.
    pub(super) fn witness(&mut self) {
        let mut seen: HashMap<u64, u16, WordHash> = HashMap::with_hasher(WordHash);
        let mut small: HashMap<u64, (), WordHash> = HashMap::with_hasher(WordHash);
        for (n, &(from, to)) in self.sentences.iter().enumerate() {
            // Capitals that all words have are evidence for nothing.
            if self.caseless[n] && !self.uniform {
                continue;
            }
            let s = &self.words[from..to];
            for (i, w) in s.iter().enumerate() {
                if w.class.is_capital() || self.caseless[n] && w.class <= WordClass::SmallMixed {
                    let bits = evidence(s, i, self.caseless[n]);
                    seen.entry(w.fold).and_modify(|b| *b |= bits | seen::AGAIN).or_insert(bits);
                } else if w.class == WordClass::Small {
                    small.insert(w.fold, ());
                }
            }
        }
        for (n, &(from, to)) in self.sentences.iter().enumerate() {
            let read = |w: &&mut Word| w.class.is_capital() || self.caseless[n] && w.class <= WordClass::SmallMixed;
            for w in self.words[from..to].iter_mut().filter(read) {
                w.doc = seen.get(&w.fold).copied().unwrap_or(0);
                if small.contains_key(&w.fold) {
                    w.doc |= seen::SMALL;
                }
            }
        }
    }
}

/// What a neighbourhood says of a word; in a `caseless` text what needs no
/// capitals.
fn evidence(s: &[Word], i: usize, caseless: bool) -> u16 {
    let mut bits = 0;
    let before = i.checked_sub(1).map(|j| &s[j]);
    let after = s.get(i + 1);
    if let Some(b) = before.filter(|b| b.class <= WordClass::SmallMixed) {
        let title = b.cues & cue::TITLE != 0;
        let classes = lexicon::classes(b.norm);
        let is = |class: Cue| classes.has(class.set());
        if !caseless && (!b.class.is_capital() || title) {
            bits |= seen::INSIDE;
        }
        if title {
            bits |= seen::TITLE;
        } else if b.cues & cue::ORG != 0 {
            bits |= seen::ORG;
        } else if b.cues & cue::IN != 0 {
            bits |= seen::IN;
        } else if is(Cue::Article) {
            bits |= seen::ARTICLE;
        } else if is(Cue::Genitive) {
            bits |= seen::OF;
        } else if !caseless && b.class.is_capital() {
            bits |= seen::RUN;
            if b.own & list::GIVEN != 0 {
                bits |= seen::GIVEN;
            }
        } else if is(Cue::Accordance) {
            bits |= seen::SAY;
        } else if caseless && b.own & list::GIVEN != 0 {
            bits |= seen::GIVEN;
        }
    }
    if let Some(a) = after {
        let is = |w: &Word, sign: &str| w.exact == hash_word(sign.as_bytes());
        let second = s.get(i + 2);
        if is(a, "(") {
            bits |= seen::BRACKET;
        } else if a.cues & cue::SAY != 0
            || ((caseless || a.class == WordClass::Small) && second.is_some_and(|c| c.cues & cue::SAY != 0))
        {
            bits |= seen::SAY;
        }
        if is(a, ")") && before.is_some_and(|b| is(b, "(")) {
            bits |= seen::ALONE;
        }
    }
    bits
}
