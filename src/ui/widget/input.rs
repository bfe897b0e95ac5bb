//! A line of input.

use crate::text::width::{fit, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use ratatui::style::Modifier;

/// A line of input with its cursor; returns the column behind it.
pub(in crate::ui) fn input(
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    x: u16,
    y: u16,
    room: u16,
    input: &tui_input::Input,
) -> u16 {
    let room = usize::from(room.max(2)) - 1;
    let scroll = input.visual_scroll(room);
    let shown: String = skip_columns(input.value(), scroll);
    canvas.put(x, y, fit(&shown, room).0, theme.style(Role::Text));
    let at = x + (input.visual_cursor().saturating_sub(scroll)) as u16;
    canvas.style(at, y, 1, theme.style(Role::Accent).add_modifier(Modifier::REVERSED));
    (x + width(&shown) as u16).max(at) + 1
}

fn skip_columns(s: &str, columns: usize) -> String {
    let (head, _) = fit(s, columns);
    s[head.len()..].to_owned()
}
