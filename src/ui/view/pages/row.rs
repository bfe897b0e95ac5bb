//! Rows of a page before they are wrapped.

use crate::ui::role::Role;

/// Columns of the names at the left.
pub(super) const LABEL: u16 = 16;

/// Words under a name at the left, or over the whole width.
pub(super) struct PageRow {
    pub(super) label: String,
    pub(super) text: String,
    pub(super) role: Role,
    pub(super) indent: u16,
}

impl PageRow {
    pub(super) fn new(label: impl Into<String>, text: impl Into<String>, role: Role) -> Self {
        Self { label: label.into(), text: text.into(), role, indent: LABEL }
    }

    pub(super) fn wide(text: impl Into<String>, role: Role) -> Self {
        Self { label: String::new(), text: text.into(), role, indent: 0 }
    }

    pub(super) fn blank() -> Self {
        Self::wide("", Role::Text)
    }
}
