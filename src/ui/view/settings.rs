//! The settings, a row each: key, value, where it comes from; below, what the one under the
//! cursor does.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::overlay::settings::{FOOT_ROWS, list_rows, rows};
use crate::app::scroll::follow;
use crate::app::settings::{Changing, Origin, Setting};
use crate::text::sanitise::one_line;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::ui::widget::prose::Prose;
use crate::words::{Lang, msg};
use ratatui::buffer::Buffer;

/// Columns of a box from which the origin has a column of its own.
const WITH_ORIGIN: u16 = 52;

/// Draws the list.
pub(super) fn draw(model: &Model, cursor: usize, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let settings = &model.settings.settings;
    let title = match &model.settings.file {
        Some(file) => format!("{} · {}", lang.text(msg::CONTEXT_SETTINGS), one_line(file)),
        None => lang.text(msg::CONTEXT_SETTINGS).to_owned(),
    };
    let inside = window(model, theme, buffer, &title, &hints(model, Context::Settings), rows(settings.len()));
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    let keys = settings.iter().map(|s| width(s.key)).max().unwrap_or(0) as u16;
    let keys = keys.min(w / 2);
    let height = usize::from(list_rows(canvas.height()));
    let top = follow(0, cursor, height, settings.len());
    for (i, setting) in settings.iter().enumerate().skip(top).take(height) {
        let y = (i - top) as u16;
        if i == cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        let own = setting.origin != Origin::Default;
        canvas.put_cut(2, y, keys, setting.key, theme.plain(if own { Role::Strong } else { Role::Text }));
        let mut right = w;
        if w >= WITH_ORIGIN {
            right = canvas.put_right(w, y, &origin(setting.origin, lang), theme.plain(Role::Dim));
        }
        let x = keys + 4;
        let value = one_line(&value(setting, lang));
        canvas.put_cut(x, y, right.saturating_sub(x + 1), &value, theme.plain(Role::Accent));
    }
    let Some(setting) = settings.get(cursor) else { return };
    let mut told = Prose::new(w.saturating_sub(2));
    // Where there is no room for all, the end of the words goes.
    told.put(0, &more(model, setting, lang), Role::Dim);
    told.put(0, lang.text(setting.words), Role::Text);
    let air = u16::from(canvas.height() > 2 * FOOT_ROWS);
    for (row, y) in told.rows.iter().zip(height as u16 + air..canvas.height()) {
        canvas.put_cut(1, y, w.saturating_sub(2), &row.text, theme.style(row.role));
    }
}

/// The value; of tables how many there are.
fn value(setting: &Setting, lang: Lang) -> String {
    match setting.changing {
        Changing::InFile if setting.value == setting.default => lang.text(msg::SETTINGS_NO_TABLES).to_owned(),
        Changing::InFile => lang.say(msg::settings_tables(&setting.value)),
        Changing::Among(_) | Changing::Typed => setting.value.clone(),
    }
}

/// Where a value comes from.
fn origin(origin: Origin, lang: Lang) -> String {
    match origin {
        Origin::Default => lang.text(msg::SETTINGS_BY_DEFAULT).to_owned(),
        Origin::Line(line) => lang.say(msg::settings_of_line(line)),
        Origin::Option => lang.text(msg::SETTINGS_BY_OPTION).to_owned(),
        Origin::Now => lang.text(msg::SETTINGS_BY_NOW).to_owned(),
    }
}

/// Its default, what it takes, and from when on a change counts.
fn more(model: &Model, setting: &Setting, lang: Lang) -> String {
    let mut parts = Vec::new();
    match &setting.changing {
        Changing::InFile => parts.push(model.with_keys(lang.text(msg::SETTINGS_IN_FILE_ONLY)).into_owned()),
        Changing::Among(values) => {
            parts.push(lang.say(msg::settings_default(&setting.default)));
            parts.push(values.join(" "));
        }
        Changing::Typed => parts.push(lang.say(msg::settings_default(&setting.default))),
    }
    if setting.later {
        parts.push(lang.text(msg::SETTINGS_LATER).to_owned());
    }
    parts.join(" · ")
}
