//! What every stage of cleaning looks at: the text, its measured rows, what
//! phrases and shapes say of them, and the labels given so far.

use super::page::{Page, Row};
use super::phrases::{Family, Marks, lexicon};
use super::shape::{self, Shape};
use crate::corpus::{Line, LineKind};
use crate::words::{Message, msg};

/// Rows below the heading of comments within which the first one is headed.
pub(crate) const FIRST_REPLY: usize = 6;
/// Words of a paragraph directly below a heading.
const PARAGRAPH: u32 = 25;

/// A text laid out for the stages.
pub(crate) struct PageFeatures<'t> {
    /// The text.
    pub text: &'t str,
    /// Its rows.
    pub measured: Page,
    /// What phrases say, per row.
    pub marks: Vec<Marks>,
    /// What shapes say, per row.
    pub shapes: Vec<Shape>,
}

/// A kind with the rule that gave it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// The kind.
    pub kind: LineKind,
    /// The rule.
    pub rule: &'static str,
    /// The reason in words.
    pub reason: Option<Message>,
    /// The row that this one repeats.
    pub repeats: Option<usize>,
}

impl Label {
    pub(crate) fn new(kind: LineKind, rule: &'static str) -> Self {
        Self { kind, rule, reason: None, repeats: None }
    }

    pub(crate) fn because(mut self, reason: impl Into<Message>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl<'t> PageFeatures<'t> {
    /// Measures the text and looks for phrases and shapes.
    pub(crate) fn new(text: &'t str, lines: &[Line]) -> Self {
        let page = Page::new(text, lines);
        let marks = lexicon().scan(&page);
        let shapes = page.rows.iter().zip(&marks).map(|(r, m)| shape::of(&page, r, m, r.span.of(text))).collect();
        let mut features = Self { text, measured: page, marks, shapes };
        features.drop_unanswered();
        features
    }

    /// `Comment ?` in an interview and `Discussion` above a paragraph head no
    /// comments: nothing of them stands below.
    fn drop_unanswered(&mut self) {
        let answers =
            |j: usize| self.heads_reply(j) || [Family::Form, Family::Comment].into_iter().any(|f| self.speaks_of(j, f));
        let goes_on = |i: usize| i + 1 < self.len() && self.row(i + 1).words >= PARAGRAPH;
        let heads = |&i: &usize| {
            let m = &self.marks[i];
            let heading = m.line.has(Family::Comment) && m.ender.has(Family::Comment) && self.row(i).digits == 0;
            heading && (self.row(i).last == '?' || goes_on(i))
        };
        let below = |i: usize| i + 1..(i + 1 + FIRST_REPLY).min(self.len());
        let dropped: Vec<usize> = (0..self.len()).filter(heads).filter(|&i| !below(i).any(answers)).collect();
        for i in dropped {
            self.marks[i] = Marks::default();
        }
    }

    /// A row that stands above a reader's comment: a name or a day, or the same short line again and again.
    pub(crate) fn heads_reply(&self, i: usize) -> bool {
        let (r, s) = (self.row(i), &self.shapes[i]);
        r.words <= 14 && (s.only_date || s.comment_head || s.time && r.words <= 8 || r.copies > 3)
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.measured.rows.len()
    }

    /// A row.
    pub(crate) fn row(&self, i: usize) -> &Row {
        &self.measured.rows[i]
    }

    /// The text of a row.
    pub(crate) fn content(&self, i: usize) -> &'t str {
        self.measured.rows[i].span.of(self.text)
    }

    /// True when a strong phrase of the family is the row, starts it, or
    /// stands in it while it is short.
    pub(crate) fn speaks_of(&self, i: usize, f: Family) -> bool {
        let m = &self.marks[i];
        m.line.has(f) || m.start.has(f) || m.ender.has(f) || (m.any.has(f) && self.measured.rows[i].words <= 25)
    }

    /// The label that the strongest phrase of a row gives.
    pub(crate) fn by_phrase(&self, i: usize) -> Option<Label> {
        let m = &self.marks[i];
        if !m.is_strong() {
            return None;
        }
        let p = m.phrase()?;
        Some(Label::new(p.family.kind(), p.family.rule()).because(msg::clean_phrase(&*p.text)))
    }

    /// A row that reads like running text: a sentence of some length.
    pub(crate) fn is_prose(&self, i: usize) -> bool {
        let r = self.row(i);
        (r.words >= 10 && r.ends) || r.words > 25
    }
}
