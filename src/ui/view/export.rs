//! The export menu: three rows of choices, each with its letter, and the file.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::overlay::export::state::{Export, FORMATS, To};
use crate::app::verb::export::proposed as proposed_name;
use crate::text::sanitise::one_line;
use crate::text::width::{ellipsis_start, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Columns of the names at the left.
const LABEL: u16 = 10;

/// A choice: its letter, its name, whether it is made.
type Choice = (String, String, bool);

/// Draws the menu.
pub(crate) fn draw(model: &Model, export: &Export, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let key = |a: Action| model.keymap.key_of(Context::Export, a).unwrap_or_default();
    let goods: Vec<Choice> =
        export.goods.iter().enumerate().map(|(i, g)| (key(g.action()), g.label(lang), i == export.what)).collect();
    let plain = export.template.is_none();
    let mut formats: Vec<Choice> = FORMATS
        .iter()
        .map(|(a, f, words)| (key(*a), lang.text(*words).to_owned(), plain && *f == export.format))
        .collect();
    for (i, name) in model.choices.templates.keys().take(9).enumerate() {
        formats.push(((i + 1).to_string(), one_line(name), export.template.as_ref() == Some(name)));
    }
    let to: Vec<Choice> =
        To::ALL.into_iter().map(|t| (key(t.action()), t.label(lang).to_owned(), t == export.to)).collect();
    let room = usize::from(model.size.width.min(84)).saturating_sub(8 + usize::from(LABEL)).max(10);
    let groups = [
        (lang.text(msg::UI_EXPORT_WHAT), flow(goods, room)),
        (lang.text(msg::UI_EXPORT_FORMAT), flow(formats, room)),
        (lang.text(msg::UI_EXPORT_TO), flow(to, room)),
    ];
    let rows: usize = groups.iter().map(|(_, r)| r.len() + 1).sum::<usize>() + 1;
    let keys = hints(model, Context::Export);
    let inside = window(model, theme, buffer, lang.text(msg::UI_EXPORT), &keys, rows as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let mut y = 0;
    for (label, lines) in &groups {
        canvas.put(0, y, label, theme.style(Role::Dim));
        for line in lines {
            let mut x = LABEL;
            for (letter, name, on) in line {
                canvas.put(x, y, letter, theme.style(Role::Accent));
                let style = if *on { theme.style(Role::Strong) } else { theme.style(Role::Dim) };
                let mark = if *on { "▌" } else { " " };
                canvas.put(x + 1, y, mark, theme.style(Role::Accent));
                x = canvas.put(x + 2, y, name, style) + 2;
            }
            y += 1;
        }
        y += 1;
    }
    let (label, words) = match export.to {
        To::File | To::Editor => {
            let path = model.choices.export_folder.join(proposed_name(model, export));
            let place = one_line(&path.to_string_lossy());
            (lang.text(msg::UI_FILE), ellipsis_start(&place, room.saturating_sub(12)).into_owned())
        }
        To::Clipboard => (lang.text(msg::UI_EXPORT_COPY), lang.text(msg::UI_EXPORT_CLIPBOARD).to_owned()),
        To::Pipe => (lang.text(msg::UI_EXPORT_COMMAND), lang.text(msg::UI_EXPORT_COMMAND_ASKED).to_owned()),
    };
    canvas.put(0, y, label, theme.style(Role::Dim));
    let x = canvas.put(LABEL, y, &words, theme.style(Role::Text));
    if matches!(export.to, To::File | To::Editor) {
        let x = canvas.put(x + 2, y, &key(Action::RenameFile), theme.style(Role::Accent));
        canvas.put(x + 1, y, lang.text(msg::UI_EXPORT_RENAME), theme.style(Role::Dim));
    }
}

/// Choices in rows of at most `room` columns.
fn flow(choices: Vec<Choice>, room: usize) -> Vec<Vec<Choice>> {
    let mut rows: Vec<Vec<Choice>> = vec![Vec::new()];
    let mut used = 0;
    for choice in choices {
        let w = width(&choice.1) + 4;
        if used + w > room && used > 0 {
            rows.push(Vec::new());
            used = 0;
        }
        used += w;
        if let Some(row) = rows.last_mut() {
            row.push(choice);
        }
    }
    rows
}
