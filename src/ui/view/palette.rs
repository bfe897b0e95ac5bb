//! All actions, to choose from by their words.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::overlay::picker::state::{Palette, PaletteItem};
use crate::text::sanitise::one_line;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::ui::widget::input::input;
use crate::ui::widget::picker::scrolled;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the list.
pub(super) fn draw(model: &Model, p: &Palette, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let title = lang.text(msg::UI_ACTIONS);
    let inside =
        window(model, theme, buffer, title, &hints(model, Context::Picker), (p.entries.len() + 2).max(6) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    let count = format!("{}", p.entries.len());
    canvas.put(0, 0, ":", theme.style(Role::Accent));
    input(theme, &mut canvas, 2, 0, w.saturating_sub(8), &p.input);
    canvas.put_right(w, 0, &count, theme.style(Role::Dim));
    if p.entries.is_empty() {
        canvas.put_cut(2, 2, w.saturating_sub(2), lang.text(msg::UI_NOTHING_MATCHES), theme.style(Role::Dim));
    }
    let height = usize::from(canvas.height().saturating_sub(2));
    let top = scrolled(p.cursor, height);
    let context = model.context();
    for (i, entry) in p.entries.iter().enumerate().skip(top).take(height) {
        let y = (i - top + 2) as u16;
        let (key, label) = match entry.does {
            PaletteItem::Action(a) => (model.keymap.key_of(context, a), a.info().label(lang).to_owned()),
            PaletteItem::Command(n) => {
                let name = model.choices.commands.get(n).map_or_else(String::new, |c| one_line(&c.name));
                (model.keymap.key_of_command(context, n), name)
            }
        };
        let key = key.unwrap_or_default();
        let refused = entry.refused.is_some();
        let style = if refused { theme.style(Role::Dim) } else { theme.style(Role::Text) };
        let x = canvas.put_right(w, y, &key, theme.style(if refused { Role::Dim } else { Role::Accent }));
        let at = canvas.put_cut(2, y, x.saturating_sub(4), &label, style);
        if let Some(reason) = &entry.refused {
            canvas.put_cut(at + 2, y, x.saturating_sub(at + 4), reason, theme.style(Role::Caption));
        }
        if i == p.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
}
