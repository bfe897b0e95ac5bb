//! All notes: what each group is about, the notes, their passages.

use super::chrome::bars;
use crate::app::Model;
use crate::app::screen::notes::state::{NoteItem, NoteRow};
use crate::text::quotes::bare;
use crate::text::sanitise::one_line;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let lang = model.lang();
    let mut canvas = Canvas::new(buffer, body);
    let notes = &model.notes;
    let name = match (notes.only.is_some(), notes.find.is_empty()) {
        (true, _) => lang.text(msg::UI_NOTES_OF_ARTICLE).to_owned(),
        (false, true) => lang.text(msg::UI_NOTES).to_owned(),
        (false, false) => lang.say(msg::ui_notes_find(one_line(&notes.find))),
    };
    pane_name(theme, &mut canvas, &name, &lang.say(msg::ui_notes_count(notes.shown)), true);
    if notes.rows.is_empty() {
        let lines = if notes.find.is_empty() {
            [lang.text(msg::UI_NOTES_NONE), lang.text(msg::UI_NOTES_NONE_KEYS)]
        } else {
            [lang.text(msg::UI_NOTES_NONE_FOUND), lang.text(msg::UI_NOTES_NONE_FOUND_KEYS)]
        };
        for (i, line) in lines.iter().enumerate() {
            canvas.put_cut(
                2,
                i as u16 + 2,
                canvas.width().saturating_sub(4),
                &model.with_keys(line),
                theme.style(Role::Dim),
            );
        }
        return;
    }
    let height = usize::from(canvas.height().saturating_sub(1));
    let w = canvas.width();
    // As wide as the longest time, and no wider.
    let longest = notes.items.iter().map(|i| width(&i.when)).max().unwrap_or(0) as u16;
    let time = if w < 60 { 0 } else { longest + 2 };
    for (i, row) in notes.rows.iter().enumerate().skip(notes.top).take(height) {
        let y = (i - notes.top + 1) as u16;
        match row {
            NoteRow::Target(at) => {
                let Some(item) = notes.items.get(*at) else { continue };
                let x = canvas.put_cut(2, y, w * 3 / 5, &item.label, theme.style(Role::Accent));
                canvas.put_cut(x + 2, y, w.saturating_sub(x + 4), &item.title, theme.style(Role::Strong));
            }
            NoteRow::Note(at) => {
                let Some(item) = notes.items.get(*at) else { continue };
                note(model, item, theme, &mut canvas, y, time);
            }
            NoteRow::Passage(at, p) => {
                let Some(passage) = notes.items.get(*at).and_then(|i| i.passages.get(*p)) else { continue };
                let mut x = 4 + time;
                if !passage.side.is_empty() {
                    x = canvas.put_cut(x, y, 18, &passage.side, theme.style(Role::Dim)) + 1;
                }
                let end = match (passage.lost, passage.paragraph) {
                    (true, _) => lang.text(msg::UI_NOTE_LOST).to_owned(),
                    (false, Some(n)) => format!("¶{n}"),
                    (false, None) => String::new(),
                };
                let role = if passage.lost { Role::Problem } else { Role::Dim };
                let right = canvas.put_right(w.saturating_sub(2), y, &end, theme.style(role));
                let quote = lang.say(msg::ui_quoted(bare(&passage.quote)));
                canvas.put_cut(x, y, right.saturating_sub(x + 2), &quote, theme.style(Role::Caption));
            }
        }
        if i == notes.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
}

fn note(model: &Model, item: &NoteItem, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, time: u16) {
    let w = canvas.width();
    if time > 0 {
        canvas.put_right(2 + time - 2, y, &item.when, theme.style(Role::Dim));
    }
    let mut end = w.saturating_sub(2);
    if *item.note.by != *model.choices.person {
        let by = one_line(&item.note.by);
        if width(&by) < usize::from(w) / 4 {
            end = canvas.put_right(end, y, &by, theme.style(Role::Dim)).saturating_sub(2);
        }
    }
    let x = 2 + time;
    canvas.put(x, y, "✎", theme.style(Role::Accent));
    canvas.put_cut(x + 2, y, end.saturating_sub(x + 2), &one_line(&item.note.text), theme.style(Role::Text));
}
