//! Commands of the reader's own, a row each: its name, what it runs, its key.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::scroll::follow;
use crate::text::sanitise::one_line;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::ui::widget::prose::Prose;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the list.
pub(super) fn draw(model: &Model, cursor: usize, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let commands = &model.choices.commands;
    let title = lang.text(msg::CONTEXT_COMMANDS);
    let mut empty = Prose::new(model.size.width.min(76).saturating_sub(8));
    if commands.is_empty() {
        empty.put(0, lang.text(msg::COMMANDS_NONE), Role::Text);
    }
    let rows = commands.len().max(empty.rows.len());
    let inside = window(model, theme, buffer, title, &hints(model, Context::Commands), rows.max(3) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    for (row, y) in empty.rows.iter().zip(0..canvas.height()) {
        canvas.put_cut(0, y, w, &row.text, theme.style(row.role));
    }
    let names = commands.iter().map(|c| width(&one_line(&c.name))).max().unwrap_or(0);
    let names = names.min(usize::from(w) / 2) as u16;
    let height = usize::from(canvas.height()).max(1);
    let top = follow(0, cursor, height, commands.len());
    for (i, command) in commands.iter().enumerate().skip(top).take(height) {
        let y = (i - top) as u16;
        if i == cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        canvas.put_cut(2, y, names, &one_line(&command.name), theme.plain(Role::Text));
        let key = model.keymap.key_of_command(model.context(), i).unwrap_or_default();
        let right = canvas.put_right(w, y, &key, theme.plain(Role::Accent));
        let x = names + 4;
        canvas.put_cut(x, y, right.saturating_sub(x + 1), &command.written(), theme.plain(Role::Dim));
    }
}
