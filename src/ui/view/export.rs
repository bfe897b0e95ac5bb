//! The export menu: three rows of choices, each with its letter, and the file.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::overlay::export::layout::{LABEL, Offered, gap, groups, hidden, room, rows};
use crate::app::overlay::export::state::{Export, To};
use crate::app::verb::export::proposed as proposed_name;
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis_start;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the menu.
pub(crate) fn draw(model: &Model, export: &Export, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let groups = groups(model, export);
    let keys = hints(model, Context::Export);
    let inside = window(model, theme, buffer, lang.text(msg::UI_EXPORT), &keys, rows(&groups, model));
    let mut canvas = Canvas::new(buffer, inside);
    let mut y = 0;
    let labels = [msg::UI_EXPORT_WHAT, msg::UI_EXPORT_FORMAT, msg::UI_EXPORT_TO];
    for ((label, lines), hidden) in labels.into_iter().zip(&groups).zip(hidden(model, export)) {
        canvas.put(0, y, lang.text(label), theme.style(Role::Dim));
        for line in lines {
            let mut x = LABEL;
            for Offered { key, name, chosen, .. } in line {
                canvas.put(x, y, key, theme.style(Role::Accent));
                let style = if *chosen { theme.style(Role::Strong) } else { theme.style(Role::Dim) };
                let mark = if *chosen { "▌" } else { " " };
                canvas.put(x + 1, y, mark, theme.style(Role::Accent));
                x = canvas.put(x + 2, y, name, style) + 2;
            }
            y += 1;
        }
        if hidden > 0 {
            canvas.put_right(canvas.width(), y.saturating_sub(1), &format!("+{hidden}"), theme.style(Role::Dim));
        }
        y += gap(&groups, model);
    }
    let (label, words) = match export.to {
        To::File | To::Editor => {
            let path = model.choices.export_folder.join(proposed_name(model, export));
            let place = one_line(&path.to_string_lossy());
            (lang.text(msg::UI_FILE), ellipsis_start(&place, room(model).saturating_sub(12)).into_owned())
        }
        To::Clipboard => (lang.text(msg::UI_EXPORT_COPY), lang.text(msg::UI_EXPORT_CLIPBOARD).to_owned()),
        To::Pipe => {
            (lang.text(msg::UI_EXPORT_COMMAND), model.with_keys(lang.text(msg::UI_EXPORT_COMMAND_ASKED)).into_owned())
        }
    };
    canvas.put(0, y, label, theme.style(Role::Dim));
    let x = canvas.put(LABEL, y, &words, theme.style(Role::Text));
    if matches!(export.to, To::File | To::Editor) {
        let key = model.keymap.key_of(Context::Export, Action::RenameFile).unwrap_or_default();
        let x = canvas.put(x + 2, y, &key, theme.style(Role::Accent));
        canvas.put(x + 1, y, lang.text(msg::UI_EXPORT_RENAME), theme.style(Role::Dim));
    }
}
