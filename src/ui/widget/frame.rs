//! Boxes: a border, and a window over a dimmed page.

use crate::app::Model;
use crate::app::area::Area;
use crate::text::width::{ellipsis, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;

/// A box with its title and the keys in its bottom border; the page behind
/// is dimmed. Returns the area inside.
pub(in crate::ui) fn window(
    model: &Model,
    theme: &Theme,
    buffer: &mut Buffer,
    title: &str,
    keys: &str,
    rows: u16,
) -> Area {
    let screen = Area::new(0, 0, model.size.width, model.size.height);
    Canvas::new(buffer, screen).style_all(theme.style(Role::Behind));
    let mut canvas = Canvas::new(buffer, Area::framed_window(model.size, rows));
    canvas.clear(theme.ground());
    // What is said of the last key takes the place of the keys.
    match model.said_in_box() {
        Some(said) => {
            frame(theme, &mut canvas, title, "");
            let (w, h) = (canvas.width(), canvas.height());
            let said = ellipsis(said, usize::from(w.saturating_sub(8)));
            if w > 8 && h > 1 {
                canvas.put_right(w - 2, h - 1, &format!(" {said} "), theme.style(Role::Text));
            }
        }
        None => frame(theme, &mut canvas, title, keys),
    }
    Area::window(model.size, rows)
}

/// A border with a title at the top left and keys at the bottom right.
pub(in crate::ui) fn frame(theme: &Theme, canvas: &mut Canvas<'_>, title: &str, keys: &str) {
    let (w, h) = (canvas.width(), canvas.height());
    if w < 2 || h < 2 {
        return;
    }
    let style = theme.style(Role::Rule);
    let line = "─".repeat(usize::from(w - 2));
    canvas.put(0, 0, &format!("┌{line}┐"), style);
    canvas.put(0, h - 1, &format!("└{line}┘"), style);
    for y in 1..h - 1 {
        canvas.put(0, y, "│", style);
        canvas.put(w - 1, y, "│", style);
    }
    if !title.is_empty() && w > 6 {
        canvas.put(2, 0, &format!(" {} ", ellipsis(title, usize::from(w - 6))), theme.style(Role::Accent));
    }
    if !keys.is_empty() && usize::from(w) > width(keys) + 6 {
        canvas.put_right(w - 2, h - 1, &format!(" {keys} "), theme.style(Role::Dim));
    }
}
