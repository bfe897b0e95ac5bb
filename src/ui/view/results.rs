//! Hits of a search over the corpus, each in its context.

use super::chrome::bars;
use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::screen::results::state::HitRow;
use crate::app::view::no_operator;
use crate::search::text::snippet;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::verdict_sign;
use crate::words::{Arg, Message, msg};
use ratatui::buffer::Buffer;

/// Characters of context on each side of a hit.
const CONTEXT: usize = 90;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let lang = model.lang();
    let mut canvas = Canvas::new(buffer, body);
    let Some(results) = &model.results else { return };
    let Some(hits) = &results.hits else {
        pane_name(theme, &mut canvas, &format!("/ {}", results.query), lang.text(msg::UI_SEARCHING), true);
        return;
    };
    let found = lang.say(msg::ui_search_hits(hits.total));
    let right = format!("{found} · {}", lang.articles(hits.documents.len()));
    pane_name(theme, &mut canvas, &format!("/ {}", results.query), &right, true);
    let note = not_searched(model);
    let w = canvas.width();
    if results.is_empty() {
        let said = lang.text(msg::UI_SEARCH_NOTHING);
        canvas.put(2, 2, said, theme.style(Role::Text));
        if let Some(meant) = results.suggestion() {
            let key = model.keymap.key_of(Context::Results, Action::Open).unwrap_or_default();
            let found = msg::ui_search_hits(meant.hits);
            let said = lang.say(msg::ui_search_meant(&meant.query, found, key));
            canvas.put_cut(2, 3, w.saturating_sub(4), &said, theme.style(Role::Strong));
        }
        canvas.put_cut(2, 4, w.saturating_sub(4), &note, theme.style(Role::Dim));
        if let Some(said) = no_operator(&hits.query, lang) {
            canvas.put_cut(2, 5, w.saturating_sub(4), &said, theme.style(Role::Text));
        }
        return;
    }
    let height = usize::from(canvas.height().saturating_sub(1));
    for (i, row) in results.rows_from(results.top).take(height) {
        let y = (i - results.top + 1) as u16;
        match row {
            HitRow::Document(id, n) => {
                let Some(card) = model.library.card(id) else { continue };
                let count = lang.say(msg::ui_search_hits(n));
                let x = canvas.put_right(w.saturating_sub(2), y, &count, theme.style(Role::Dim));
                let verdict = verdict_sign(model, id);
                let mut at = verdict.map_or(2, |(sign, role)| canvas.put(2, y, sign, theme.plain(role)) + 1);
                if let Some(known) = card.outlet_and_day(lang) {
                    at = canvas.put_cut(at, y, w / 3, &known, theme.style(Role::Accent)) + 2;
                }
                canvas.put_cut(at, y, x.saturating_sub(at + 2), &card.headline(lang), theme.style(Role::Strong));
            }
            HitRow::Hit(d, h) => {
                let Some(document_hits) = hits.documents.get(d) else { continue };
                let (Some(document), Some(hit)) = (
                    model.library.corpus.get(document_hits.id),
                    document_hits.hits.as_ref().and_then(|all| all.get(h)),
                ) else {
                    continue;
                };
                let s = snippet(document, hit.span(), CONTEXT);
                context(theme, &mut canvas, y, &s.before, &s.hit, &s.after, hit.exact);
            }
        }
        if i == results.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
    let used = results.len() - results.top;
    if used + 1 < height {
        canvas.put_cut(2, used as u16 + 2, w.saturating_sub(4), &note, theme.style(Role::Dim));
    }
}

/// Keyword in context: the hits stand under one another.
fn context(theme: &Theme, canvas: &mut Canvas<'_>, y: u16, before: &str, hit: &str, after: &str, exact: bool) {
    let w = canvas.width();
    let middle = (w * 2 / 5).max(6);
    let room = usize::from(middle - 5);
    let shown = crate::text::width::ellipsis_start(before, room);
    let x = middle - crate::text::width::width(&shown) as u16;
    if !exact {
        canvas.put(2, y, "~", theme.style(Role::Dim));
    }
    let at = canvas.put(x, y, &shown, theme.style(Role::Text));
    let at = canvas.put(at, y, hit, theme.style(Role::Hit));
    canvas.put_cut(at, y, w.saturating_sub(at + 2), after, theme.style(Role::Text));
}

/// What was not searched, in words.
fn not_searched(model: &Model) -> String {
    let lang = model.lang();
    let Some(hits) = model.results.as_ref().and_then(|r| r.hits.as_ref()) else { return String::new() };
    let layers: Vec<Message> = hits
        .not_searched
        .lines
        .iter()
        .filter(|(_, n)| **n > 0)
        .map(|(l, n)| {
            let lines = msg::ui_lines(*n);
            match hits.not_searched.hits.get(l).copied().unwrap_or(0) {
                0 => msg::ui_not_searched_layer(l.label(), lines),
                h => msg::ui_not_searched_layer_hits(l.label(), lines, msg::ui_search_hits(h)),
            }
        })
        .collect();
    if layers.is_empty() {
        return lang.text(msg::UI_SEARCH_EVERYTHING).to_owned();
    }
    lang.say(msg::ui_not_searched(layers.into_iter().collect::<Arg>()))
}
