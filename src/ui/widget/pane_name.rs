//! The name row of a pane.

use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;

/// The name row of a pane: bold accent when it has the focus.
pub(in crate::ui) fn pane_name(theme: &Theme, canvas: &mut Canvas<'_>, name: &str, right: &str, focus: bool) {
    let style = if focus { theme.style(Role::Accent) } else { theme.style(Role::Dim) };
    let mark = if focus { "▌" } else { " " };
    let x = canvas.put(0, 0, mark, style);
    let w = width(right) as u16;
    let room = canvas.width().saturating_sub(x + w + 2);
    canvas.put_cut(x, 0, room, name, style);
    if canvas.width() > w + 6 {
        canvas.put_right(canvas.width() - 1, 0, right, theme.style(Role::Dim));
    }
}
