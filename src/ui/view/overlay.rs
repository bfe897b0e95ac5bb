//! Which overlay lies on top.

use super::{commands, export, go_to, help, nearest, one_to_many, pages, palette, settings, versions, what_key};
use crate::app::Model;
use crate::app::overlay::state::Overlay;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;

/// Draws the overlay on top.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    match model.overlays.last() {
        // A line of input stands in the status row, marks in a box above the footer.
        None | Some(Overlay::Prompt(_) | Overlay::Marks { .. }) => {}
        Some(Overlay::Palette(p)) => palette::draw(model, p, theme, buffer),
        Some(Overlay::Commands { cursor }) => commands::draw(model, *cursor, theme, buffer),
        Some(Overlay::Settings { cursor }) => settings::draw(model, *cursor, theme, buffer),
        Some(Overlay::Export(e)) => export::draw(model, e, theme, buffer),
        Some(Overlay::GoTo(g)) => go_to::draw(model, g, theme, buffer),
        Some(Overlay::Help { context, input, top }) => help::draw(model, *context, input, *top, theme, buffer),
        Some(Overlay::OneToMany { reference, found, cursor }) => {
            one_to_many::draw(model, *reference, found.as_deref().map(Vec::as_slice), *cursor, theme, buffer);
        }
        Some(Overlay::Versions(list)) => versions::draw(model, list, theme, buffer),
        Some(Overlay::Nearest { nearest, cursor }) => nearest::draw(model, nearest, *cursor, theme, buffer),
        Some(Overlay::WhatKey { pressed }) => what_key::draw(model, pressed, theme, buffer),
        Some(Overlay::Page { page, top }) => pages::draw(model, *page, *top, theme, buffer),
    }
}
