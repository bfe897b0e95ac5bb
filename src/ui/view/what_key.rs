//! What a key is and does.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::key::{self, Key};
use crate::app::overlay::what_key::meanings::meanings;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the page: the key that was pressed last, by the name that the screen
/// gives it and as the settings write it, and what it does in each context.
pub(super) fn draw(model: &Model, pressed: &[Key], theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    // The first half of what leaves the page is a key like any other.
    let pressed = if model.typed.pending.is_empty() { pressed } else { model.typed.pending.as_slice() };
    let told = if pressed.is_empty() { Vec::new() } else { meanings(&model.keymap, pressed, lang) };
    let keys = hints(model, Context::WhatKey);
    let inside = window(model, theme, buffer, lang.text(msg::WHAT_KEY), &keys, (told.len() + 2).max(6) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    if pressed.is_empty() {
        canvas.put_cut(0, 0, w, lang.text(msg::WHAT_KEY_PRESS), theme.style(Role::Text));
        return;
    }
    let x = canvas.put(0, 0, &key::show(pressed, lang), theme.style(Role::Strong)) + 2;
    let written = lang.say(msg::what_key_written(pressed.iter().map(|k| k.notation()).collect::<String>()));
    canvas.put_cut(x, 0, w.saturating_sub(x), &written, theme.style(Role::Dim));
    if told.is_empty() {
        canvas.put_cut(0, 2, w, lang.text(msg::WHAT_KEY_NOTHING), theme.style(Role::Text));
    }
    let column = told.iter().map(|(c, _)| width(c.label(lang))).max().unwrap_or(0).min(usize::from(w) / 2) as u16;
    for ((context, meaning), y) in told.iter().zip(2..canvas.height()) {
        canvas.put_cut(0, y, column, context.label(lang), theme.style(Role::Dim));
        let x = column + 2;
        canvas.put_cut(x, y, w.saturating_sub(x), meaning, theme.style(Role::Text));
    }
}
