//! The searches that the reader keeps, above the groups of the list: a name, and
//! how many articles answer.

use crate::app::Model;
use crate::app::saved::state::Count;
use crate::text::sanitise::one_line;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;

/// The head of the section.
pub(super) fn head(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16) {
    let lang = model.lang();
    canvas.put(1, y, if model.list.searches_folded { "▸" } else { "▾" }, theme.style(Role::Dim));
    let right = canvas.width().saturating_sub(1);
    let end = canvas.put_right(right, y, &lang.number(model.saved.searches.len()), theme.style(Role::Dim));
    canvas.put_cut(3, y, end.saturating_sub(4), lang.text(msg::UI_SAVED_SEARCHES), theme.style(Role::Dim));
}

/// One search; the sign of the one that narrows the list stands before it.
pub(super) fn row(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, search: usize) {
    let Some(saved) = model.saved.searches.get(search) else { return };
    let lang = model.lang();
    let applied = model.filter.as_ref().is_some_and(|f| f.text == saved.query);
    canvas.put(3, y, if applied { "→" } else { "/" }, theme.style(if applied { Role::Accent } else { Role::Dim }));
    let right = canvas.width().saturating_sub(1);
    let (count, role) = match model.saved.count(search) {
        Count::Known(n) => (lang.number(n), Role::Dim),
        Count::Waiting => ("…".to_owned(), Role::Dim),
        Count::Unreadable => ("?".to_owned(), Role::Problem),
    };
    let end = canvas.put_right(right, y, &count, theme.style(role));
    canvas.put_cut(5, y, end.saturating_sub(6), &one_line(&saved.name), theme.style(Role::Text));
}
