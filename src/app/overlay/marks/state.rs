//! Marks that the reader set: small letters in one article, capitals over the
//! corpus.

use crate::corpus::DocKey;
use serde::{Deserialize, Serialize};

/// Most marks that are kept.
const LIMIT: usize = 500;

/// A place with a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The letter.
    pub letter: char,
    /// The article.
    pub document: DocKey,
    /// Byte of the text at the top of the pane.
    pub anchor: usize,
}

/// The marks, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(pub Vec<Mark>);

impl Marks {
    /// Sets a mark; the one of that letter, in that article for small letters,
    /// gives way.
    pub fn set(&mut self, mark: Mark) {
        let global = mark.letter.is_uppercase();
        self.0.retain(|m| m.letter != mark.letter || !(global || m.document == mark.document));
        self.0.push(mark);
        if self.0.len() > LIMIT {
            self.0.remove(0);
        }
    }

    /// The mark of a letter, seen from an article.
    pub fn get(&self, letter: char, here: Option<DocKey>) -> Option<&Mark> {
        self.0.iter().rev().find(|m| m.letter == letter && (letter.is_uppercase() || Some(m.document) == here))
    }

    /// Marks that can be gone to from an article, in the order of letters.
    pub fn here(&self, here: Option<DocKey>) -> Vec<&Mark> {
        let mut all: Vec<&Mark> =
            self.0.iter().filter(|m| m.letter.is_uppercase() || Some(m.document) == here).collect();
        all.sort_by_key(|m| m.letter);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_letter_belongs_to_its_article_and_a_capital_to_all() {
        let (a, b) = (DocKey::of_text("a"), DocKey::of_text("b"));
        let mut marks = Marks::default();
        for (letter, document, anchor) in [('x', a, 1), ('x', b, 2), ('X', a, 3), ('X', b, 4), ('x', a, 5)] {
            marks.set(Mark { letter, document, anchor });
        }
        let at = |l, d| marks.get(l, Some(d)).map(|m| m.anchor);
        assert_eq!([at('x', a), at('x', b), at('X', a), at('y', a)], [Some(5), Some(2), Some(4), None]);
        assert_eq!(marks.here(Some(b)).len(), 2);
    }
}
