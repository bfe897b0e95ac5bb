//! Overlays: centred boxes over a dimmed page, their keys in their bottom
//! border.

use super::chrome::input;
use super::pages;
use crate::app::Model;
use crate::app::area::Area;
use crate::app::overlay::help::{HelpLine, help_lines};
use crate::app::overlay::picker::items::Goal;
use crate::app::overlay::picker::state::{GoTo, Palette};
use crate::app::overlay::state::Overlay;
use crate::app::words::Lang;
use crate::search::fuzzy::light;
use crate::text::width::{ellipsis, width};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use ratatui::buffer::Buffer;

/// Widest overlay.
const WIDTH: u16 = 84;

/// Draws the overlay on top.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    match model.overlays.last() {
        None | Some(Overlay::Prompt(_)) => {}
        Some(Overlay::Marks { .. }) => super::chrome::menu(model, theme, buffer),
        Some(Overlay::Palette(p)) => palette(model, p, theme, buffer),
        Some(Overlay::Export(e)) => super::export::draw(model, e, theme, buffer),
        Some(Overlay::GoTo(g)) => go_to(model, g, theme, buffer),
        Some(Overlay::Help { context, input, top }) => {
            let lines = help_lines(&model.keymap, *context, input.value(), model.lang());
            help(model, &lines, input, *top, theme, buffer);
        }
        Some(Overlay::Versus { reference, found, cursor }) => {
            super::versus::draw(model, *reference, found.as_deref().map(Vec::as_slice), *cursor, theme, buffer);
        }
        Some(Overlay::Page { page, top }) => pages::draw(model, *page, *top, theme, buffer),
    }
}

/// A box with its title and the keys in its bottom border; the page behind
/// is dimmed. Returns the area inside.
pub(super) fn window(model: &Model, theme: &Theme, buffer: &mut Buffer, title: &str, keys: &str, rows: u16) -> Area {
    let screen = Area::new(0, 0, model.size.width, model.size.height);
    Canvas::new(buffer, screen).style_all(theme.style(Role::Behind));
    let most = (u32::from(screen.height) * 7 / 10) as u16;
    let height = (rows + 2).min(most.max(8)).min(screen.height);
    let w = if screen.width < 50 { screen.width } else { WIDTH.min(screen.width - 4) };
    let area = screen.centred(w, height);
    let mut canvas = Canvas::new(buffer, area);
    canvas.clear(theme.ground());
    frame(theme, &mut canvas, title, keys);
    let inner = area.inset(2, 2);
    let (_, inner) = inner.split_top(1);
    inner.split_bottom(1).0
}

/// A border with a title at the top left and keys at the bottom right.
pub(super) fn frame(theme: &Theme, canvas: &mut Canvas<'_>, title: &str, keys: &str) {
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

fn pick_keys(lang: Lang) -> &'static str {
    lang.pick("Entrée choisir  ↑↓ parcourir  Échap fermer", "Enter choose  ↑↓ move  Esc close")
}

/// First row of a list of `n` rows in `height` that shows `cursor`.
fn scrolled(cursor: usize, height: usize) -> usize {
    cursor.saturating_sub(height.saturating_sub(1))
}

fn palette(model: &Model, p: &Palette, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let title = lang.pick("Actions", "Actions");
    let inside = window(model, theme, buffer, title, pick_keys(lang), (p.entries.len() + 2).max(6) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    let count = format!("{}", p.entries.len());
    canvas.put(0, 0, ":", theme.style(Role::Accent));
    input(theme, &mut canvas, 2, 0, w.saturating_sub(8), &p.input);
    canvas.put_right(w, 0, &count, theme.style(Role::Dim));
    let height = usize::from(canvas.height().saturating_sub(2));
    let top = scrolled(p.cursor, height);
    let context = model.context();
    for (i, entry) in p.entries.iter().enumerate().skip(top).take(height) {
        let y = (i - top + 2) as u16;
        let key = model.keymap.key_of(context, entry.action).unwrap_or_default();
        let refused = entry.refused.is_some();
        let style = if refused { theme.style(Role::Dim) } else { theme.style(Role::Text) };
        let x = canvas.put_right(w, y, &key, theme.style(if refused { Role::Dim } else { Role::Accent }));
        let label = entry.action.info().label(lang);
        let at = canvas.put_cut(2, y, x.saturating_sub(4), label, style);
        if let Some(reason) = &entry.refused {
            canvas.put_cut(at + 2, y, x.saturating_sub(at + 4), reason, theme.style(Role::Caption));
        }
        if i == p.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
}

fn go_to(model: &Model, g: &GoTo, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let title = lang.pick("Aller à", "Go to");
    let found = g.results.as_ref().map_or(0, |r| r.best.len());
    let inside = window(model, theme, buffer, title, pick_keys(lang), (found + 2).max(14) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    canvas.put(0, 0, "›", theme.style(Role::Accent));
    input(theme, &mut canvas, 2, 0, w.saturating_sub(14), &g.input);
    if let Some(r) = &g.results {
        canvas.put_right(w, 0, &lang.number(r.total), theme.style(Role::Dim));
    }
    let Some(results) = &g.results else { return };
    let height = usize::from(canvas.height().saturating_sub(2));
    let top = scrolled(g.cursor, height);
    for (i, best) in results.best.iter().enumerate().skip(top).take(height) {
        let y = (i - top + 2) as u16;
        let Some(goal) = g.goals.get(best.index) else { continue };
        let (label, kind, role) = goal_words(model, &goal, lang);
        let x = canvas.put_right(w, y, &ellipsis(&kind, usize::from(w) / 3), theme.style(Role::Dim));
        let room = x.saturating_sub(4);
        let shown = ellipsis(&label, room.into()).into_owned();
        canvas.put(2, y, &shown, theme.plain(role));
        for span in light(&g.answered, &shown) {
            let before = width(&shown[..span.start]) as u16;
            canvas.style(2 + before, y, width(span.of(&shown)) as u16, theme.style(Role::Letter));
        }
        if i == g.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
}

fn goal_words(model: &Model, goal: &Goal<'_>, lang: Lang) -> (String, String, Role) {
    match goal {
        Goal::Document(id) => match model.library.card(*id) {
            Some(card) => (card.title.clone(), card.label(lang), Role::Text),
            None => (String::new(), String::new(), Role::Text),
        },
        Goal::Source(s) => ((*s).to_owned(), lang.pick("source", "source").to_owned(), Role::Strong),
        Goal::Name(m) => {
            let kind = crate::app::view::entity_kind_name(m.kind, lang).to_lowercase();
            (m.name.clone(), format!("{kind} {}", lang.number(m.count)), super::article::entity_role(m.kind))
        }
        Goal::Action(a) => {
            let key = model.keymap.key_of(model.context(), *a).unwrap_or_default();
            (a.info().label(lang).to_owned(), format!("action  {key}"), Role::Dim)
        }
    }
}

fn help(model: &Model, lines: &[HelpLine], filter: &tui_input::Input, top: usize, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let keys = lang.pick("tapez pour filtrer  ↑↓ défiler  Échap fermer", "type to filter  ↑↓ scroll  Esc close");
    // A heading takes a blank row before it.
    let mut rows: Vec<Option<&HelpLine>> = Vec::new();
    for line in lines {
        if matches!(line, HelpLine::Context(_)) && !rows.is_empty() {
            rows.push(None);
        }
        rows.push(Some(line));
    }
    let inside = window(model, theme, buffer, lang.pick("Aide", "Help"), keys, (rows.len() + 2).max(6) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    canvas.put(0, 0, "/", theme.style(Role::Accent));
    input(theme, &mut canvas, 2, 0, w.saturating_sub(4), filter);
    let key_column = lines
        .iter()
        .filter_map(|l| if let HelpLine::Keys(k, _) = l { Some(width(k)) } else { None })
        .max()
        .unwrap_or(8)
        .min(usize::from(w) / 2);
    let height = usize::from(canvas.height().saturating_sub(2));
    let top = top.min(rows.len().saturating_sub(height));
    for (i, row) in rows.iter().enumerate().skip(top).take(height) {
        let y = (i - top + 2) as u16;
        match row {
            None => {}
            Some(HelpLine::Context(c)) => {
                canvas.put(0, y, c.name(lang), theme.style(Role::Strong));
            }
            Some(HelpLine::Keys(keys, label)) => {
                canvas.put_cut(1, y, key_column as u16, keys, theme.style(Role::Accent));
                let x = key_column as u16 + 3;
                canvas.put_cut(x, y, w.saturating_sub(x), label, theme.style(Role::Text));
            }
        }
    }
    if rows.len() > height && height > 0 {
        let more = format!("{}–{} / {}", top + 1, (top + height).min(rows.len()), rows.len());
        canvas.put_right(w, 0, &more, theme.style(Role::Dim));
    }
}
