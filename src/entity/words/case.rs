//! Texts and sentences whose capitals say nothing: which they are, and the
//! capitals that their names would have.

use super::{Word, WordClass, Words};
use crate::lang::{Grammar, Set};
use crate::text::Span;

/// Small words inside names.
const LINK: Set<Grammar> = Grammar::Article
    .set()
    .or(Grammar::Genitive.set())
    .or(Grammar::ContractedGenitive.set())
    .or(Grammar::Coordinator.set())
    .or(Grammar::Dative.set())
    .or(Grammar::ContractedDative.set())
    .or(Grammar::Superessive.set())
    .or(Grammar::Purpose.set());

impl Words {
    /// Gives the words of caseless sentences the class that they would have in
    /// a text with capitals, once it is known which words are names.
    pub(in crate::entity) fn restore_case(&mut self, is_name: impl Fn(usize) -> bool) {
        let caseless = self.sentences.iter().zip(&self.caseless).filter(|(_, caseless)| **caseless);
        for (&(from, to), _) in caseless {
            for i in from..to {
                let w = &mut self.words[i];
                if w.class > WordClass::SmallMixed {
                    continue;
                }
                let opens = i == from || !is_name(i - 1);
                if is_name(i) && (opens || !w.lower.is(LINK)) {
                    w.class = if w.class == WordClass::Initial { w.class } else { WordClass::Capitalised };
                } else {
                    w.class = WordClass::Small;
                    w.tags = w.lower;
                }
            }
        }
    }
}

/// True for a line that is a headline with a capital on every word, as English
/// papers write them.
pub(super) fn is_titled(text: &str, words: &[Word]) -> bool {
    const LONGEST: usize = 40;
    // A list of names has commas; a sentence has its full stop, and then
    // hardly a small word may be left.
    let sign = |w: &Word| w.span.of(text);
    let commas = words.iter().filter(|w| matches!(sign(w), "," | ";" | "/")).count();
    let stop = words.last().is_some_and(|w| sign(w) == ".");
    let content = |w: &&Word| w.class <= WordClass::SmallMixed && w.span.end - w.span.start > 3;
    let all = words.iter().skip(1).filter(content).count();
    let capitals = words.iter().skip(1).filter(content).filter(|w| w.class.is_capital()).count();
    let enough = if stop { all >= 5 && capitals == all } else { all >= 4 && capitals * 10 >= all * 8 };
    let small = words.iter().any(|w| w.class == WordClass::Small);
    enough && small && commas < 2 && words.len() <= LONGEST && is_line(text, words)
}

/// True for words with nothing beside them in their line.
fn is_line(text: &str, words: &[Word]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let before = text[..first.span.start].trim_end_matches([' ', '\t']);
    let after = text[last.span.end..].trim_start_matches([' ', '\t', '\r']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// How many words have letters, and how many of them no small one.
pub(super) fn in_capitals(words: &[Word]) -> (usize, usize) {
    let letters = words.iter().filter(|w| w.class <= WordClass::SmallMixed).count();
    (letters, words.iter().filter(|w| w.class <= WordClass::CapitalsMixed).count())
}

/// True for a text without capitals in letters that have them; an acronym in
/// some hundred words does not make it one that has them.
pub(super) fn is_small(text: &str, zones: &[Span]) -> bool {
    let (mut letters, mut small, mut capitals) = (0usize, 0usize, 0usize);
    for c in zones.iter().flat_map(|z| z.of(text).chars()) {
        letters += usize::from(c.is_alphabetic());
        small += usize::from(c.is_lowercase());
        capitals += usize::from(c.is_uppercase());
    }
    small >= 40 && small * 2 > letters && capitals * 200 < small
}
