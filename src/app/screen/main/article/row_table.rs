//! The rows of an article: of a text of millions of lines there are millions,
//! so a row is three numbers, and what it is part of stands once.

use crate::corpus::LineKind;
use crate::text::Span;
use crate::text::wrap::HyphenatedRow;

/// What a row is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    Blank,
    /// Headline.
    Title,
    /// One line of claims: source, date, author.
    Claims,
    /// One line about the cleaning.
    Kept,
    /// Standfirst.
    Standfirst,
    /// Body paragraph of that number, from 1.
    Paragraph(usize),
    /// Heading inside the body.
    Subheading,
    /// Words under a picture.
    Caption,
    /// Stands for a block that was taken out (index of the block).
    Hidden(usize),
    /// A note, under the passage it is about.
    Note,
    /// A line of the marked view with its kind.
    Labelled(LineKind),
    /// A line of the raw view with its number, from 1.
    Numbered(usize),
}

/// One row of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleRow<'t> {
    /// What it is part of.
    pub part: Part,
    /// The first row of its part.
    pub first: bool,
    /// The text it shows; empty when it shows `words`.
    pub span: Span,
    /// Generated words, when it shows no text of the document.
    pub words: Option<&'t str>,
    /// Its last word goes on in the next row.
    pub hyphen: bool,
}

/// A row as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed {
    /// First byte of the text.
    start: u32,
    /// One past the last byte; which of the words where it shows words.
    end: u32,
    /// Which of the parts, and the three bits below.
    part: u32,
}

/// The row is the first of its part.
const FIRST: u32 = 1 << 31;
/// The row shows words.
const WORDS: u32 = 1 << 30;
/// The last word of the row goes on in the next.
const HYPHEN: u32 = 1 << 29;

/// Rows from top to bottom. Texts beyond 4 GiB are not supported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowTable {
    rows: Vec<Packed>,
    /// Parts in the order of the rows, each once for the rows that follow each
    /// other.
    parts: Vec<Part>,
    words: Vec<Box<str>>,
}

impl RowTable {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// One row.
    pub fn get(&self, row: usize) -> Option<ArticleRow<'_>> {
        self.rows.get(row).map(|r| self.unpacked(r))
    }

    /// All rows.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = ArticleRow<'_>> {
        self.from(0)
    }

    /// The rows from one on.
    pub fn from(&self, row: usize) -> impl DoubleEndedIterator<Item = ArticleRow<'_>> {
        self.rows.get(row..).unwrap_or_default().iter().map(|r| self.unpacked(r))
    }

    /// The last row.
    pub fn last(&self) -> Option<ArticleRow<'_>> {
        self.rows.last().map(|r| self.unpacked(r))
    }

    fn unpacked(&self, row: &Packed) -> ArticleRow<'_> {
        let part = self.parts.get((row.part & !(FIRST | WORDS | HYPHEN)) as usize).copied().unwrap_or(Part::Blank);
        let (start, end) = (row.start as usize, row.end as usize);
        let (span, words) = match row.part & WORDS {
            0 => (Span::new(start, end), None),
            _ => (Span::new(start, start), self.words.get(end).map(|w| &**w)),
        };
        ArticleRow { part, first: row.part & FIRST != 0, span, words, hyphen: row.part & HYPHEN != 0 }
    }

    /// A row more, of text.
    pub(super) fn push(&mut self, part: Part, first: bool, row: HyphenatedRow) {
        let HyphenatedRow { span, hyphen } = row;
        let part = self.part(part, first) | if hyphen { HYPHEN } else { 0 };
        self.rows.push(Packed { start: span.start as u32, end: span.end as u32, part });
    }

    /// A row more, of words that stand at a byte of the text.
    pub(super) fn push_words(&mut self, part: Part, first: bool, at: usize, words: &str) {
        let part = self.part(part, first) | WORDS;
        self.rows.push(Packed { start: at as u32, end: self.words.len() as u32, part });
        self.words.push(words.into());
    }

    fn part(&mut self, part: Part, first: bool) -> u32 {
        if self.parts.last() != Some(&part) {
            self.parts.push(part);
        }
        (self.parts.len() - 1) as u32 | if first { FIRST } else { 0 }
    }

    /// Takes the last row away.
    pub(super) fn pop(&mut self) {
        self.rows.pop();
    }

    /// The row goes on with a part that began above it.
    pub(super) fn goes_on(&mut self, row: usize) {
        if let Some(row) = self.rows.get_mut(row) {
            row.part &= !FIRST;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were_put() {
        let mut rows = RowTable::default();
        rows.push(Part::Paragraph(1), true, HyphenatedRow { span: Span::new(3, 9), hyphen: true });
        rows.push(Part::Paragraph(1), false, Span::new(10, 12).into());
        rows.push_words(Part::Note, true, 12, "une note");
        rows.push(Part::Paragraph(1), true, Span::new(12, 20).into());
        rows.goes_on(3);
        let row = |part, first, span, words| ArticleRow { part, first, span, words, hyphen: span == Span::new(3, 9) };
        let (p, at) = (Part::Paragraph(1), Span::new);
        let put = [
            row(p, true, at(3, 9), None),
            row(p, false, at(10, 12), None),
            row(Part::Note, true, at(12, 12), Some("une note")),
            row(p, false, at(12, 20), None),
        ];
        assert_eq!(rows.iter().collect::<Vec<_>>(), put);
        assert_eq!((rows.len(), rows.last()), (4, Some(put[3])));
        rows.pop();
        assert_eq!(rows.from(2).collect::<Vec<_>>(), put[2..3]);
        assert!(rows.from(9).next().is_none());
    }
}
