//! Wrapped words, row under row.

use crate::text::{Span, wrap};
use crate::ui::role::Role;

/// One row of [`Prose`].
pub(in crate::ui) struct ProseRow {
    /// Columns before it.
    pub(in crate::ui) indent: u16,
    /// Its words.
    pub(in crate::ui) text: String,
    /// Its look.
    pub(in crate::ui) role: Role,
}

/// Words wrapped to a width.
pub(in crate::ui) struct Prose {
    /// From the top.
    pub(in crate::ui) rows: Vec<ProseRow>,
    width: u16,
}

impl Prose {
    /// Nothing yet, for so many columns.
    pub(in crate::ui) fn new(width: u16) -> Self {
        Self { rows: Vec::new(), width }
    }

    /// Adds words, indented by some columns.
    pub(in crate::ui) fn put(&mut self, indent: u16, text: &str, role: Role) {
        let room = usize::from(self.width.saturating_sub(indent).max(8));
        for row in wrap::rows(text, Span::new(0, text.len()), room) {
            self.rows.push(ProseRow { indent, text: row.of(text).to_owned(), role });
        }
    }

    /// Adds a blank row, but never two, and none at the top.
    pub(in crate::ui) fn air(&mut self) {
        if self.rows.last().is_some_and(|r| !r.text.is_empty()) {
            self.rows.push(ProseRow { indent: 0, text: String::new(), role: Role::Text });
        }
    }
}
