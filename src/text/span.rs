//! [`Span`], the one position type.

use std::ops::Range;

/// A byte range `start..end` of a text, both ends at character boundaries.
///
/// It has no `Serialize`: what is printed is a [`Scalars`](super::Scalars), so
/// that no output can give bytes for characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// `start..end`; an inverted range becomes empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Bytes covered.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True when nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text covered; empty when the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// True when `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the byte offset lies inside.
    pub fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Bytes that both cover.
    pub fn overlap(self, other: Span) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// True when the two share at least one byte.
    pub fn touches(self, other: Span) -> bool {
        self.overlap(other) > 0
    }

    /// The part of it that lies before a byte, when there is one.
    #[must_use]
    pub fn before(self, end: usize) -> Option<Span> {
        (self.start < end).then(|| Span::new(self.start, self.end.min(end)))
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part inside `bounds`, if any.
    pub fn clip(self, bounds: Span) -> Option<Span> {
        let s = Span { start: self.start.max(bounds.start), end: self.end.min(bounds.end) };
        (s.start < s.end).then_some(s)
    }

    /// The same range moved by `offset` bytes to the right.
    #[must_use]
    pub fn shift(self, offset: usize) -> Span {
        Span { start: self.start + offset, end: self.end + offset }
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let s = self.of(text);
        let head = s.len() - s.trim_start().len();
        if head == s.len() {
            return Span { start: self.start, end: self.start };
        }
        let tail = s.len() - s.trim_end().len();
        Span { start: self.start + head, end: self.end - tail }
    }

    /// As a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(r: Range<usize>) -> Self {
        Span::new(r.start, r.end)
    }
}
