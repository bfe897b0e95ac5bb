//! Pages of generated text: the article card, problems, the tour, what
//! a command printed.

mod card;
mod plots;
mod row;

use self::row::{LABEL, PageRow};
use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::area::Area;
use crate::app::following::Following;
use crate::app::overlay::state::Page;
use crate::notice::Severity;
use crate::text::sanitise::one_line;
use crate::text::{Span, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::words::{date, marked, msg};
use ratatui::buffer::Buffer;

/// Draws a page.
pub(crate) fn draw(model: &Model, page: Page, top: usize, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let (title, lines) = match page {
        Page::Card => (lang.text(msg::UI_CARD), card::card(model)),
        Page::Plots => (lang.text(msg::UI_PLOTS), plots::plots(model)),
        Page::Problems => (lang.text(msg::UI_PROBLEMS), problems(model)),
        Page::Followed => (lang.text(msg::UI_FOLLOWED), followed(model)),
        Page::Tour => (lang.text(msg::UI_TOUR), tour(model)),
        Page::Printed => (lang.text(msg::UI_PRINTED), printed(model)),
    };
    let keys = hints(model, Context::Page);
    let w = room(model);
    let mut rows: Vec<(u16, String, String, Role)> = Vec::new();
    for line in &lines {
        let room = usize::from(w.saturating_sub(line.indent).max(10));
        let wrapped = wrap::rows(&line.text, Span::new(0, line.text.len()), room);
        if wrapped.is_empty() {
            rows.push((line.indent, line.label.clone(), String::new(), line.role));
        }
        for (i, row) in wrapped.into_iter().enumerate() {
            let label = if i == 0 { line.label.clone() } else { String::new() };
            rows.push((line.indent, label, row.of(&line.text).to_owned(), line.role));
        }
    }
    let inside = window(model, theme, buffer, title, &keys, rows.len() as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let height = usize::from(canvas.height());
    let top = top.min(rows.len().saturating_sub(height));
    for (i, (indent, label, text, role)) in rows.iter().skip(top).take(height).enumerate() {
        canvas.put_cut(0, i as u16, LABEL - 1, label, theme.style(Role::Dim));
        canvas.put(*indent, i as u16, text, theme.plain(*role));
    }
    if rows.len() > top + height {
        let more = rows.len() - top - height;
        let words = lang.say(msg::ui_lines_below(more));
        let border = Area::new(inside.x, inside.bottom(), inside.width, 1);
        Canvas::new(buffer, border).put(0, 0, &format!(" {words} "), theme.style(Role::Dim));
    }
}

/// Columns of a page.
fn room(model: &Model) -> u16 {
    if model.size.width < 50 { model.size.width } else { 84.min(model.size.width - 4) }.saturating_sub(4)
}

fn problems(model: &Model) -> Vec<PageRow> {
    let lang = model.lang();
    if model.notices.is_empty() {
        return vec![PageRow::wide(lang.text(msg::UI_PROBLEMS_NONE), Role::Text)];
    }
    let mut out = Vec::new();
    let mut sorted: Vec<_> = model.notices.iter().collect();
    sorted.sort_by_key(|n| std::cmp::Reverse(n.severity));
    for n in sorted.into_iter().take(2000) {
        let (label, role) = match n.severity {
            Severity::Error => (lang.text(msg::UI_PROBLEM_NOT_READ), Role::Problem),
            Severity::Warning => (lang.text(msg::UI_PROBLEM_WARNING), Role::Text),
            Severity::Info => (lang.text(msg::UI_TO_KNOW), Role::Text),
        };
        if n.place.is_empty() {
            out.push(PageRow::new(label, lang.say(&n.sentence), role));
        } else {
            out.push(PageRow::new(label, one_line(&n.place), role));
            out.push(PageRow::new("", lang.say(&n.sentence), Role::Text));
        }
        if let Some(hint) = &n.hint {
            out.push(PageRow::new("", lang.say(hint), Role::Dim));
        }
    }
    out
}

/// Each address with how it went and when it is asked next.
fn followed(model: &Model) -> Vec<PageRow> {
    let lang = model.lang();
    let Following { folder, sources, .. } = &model.following;
    if folder.is_none() {
        return vec![PageRow::wide(lang.text(msg::FOLLOW_NO_FOLDER), Role::Text)];
    }
    let sources = sources.as_deref().unwrap_or_default();
    if sources.is_empty() {
        return vec![PageRow::wide(lang.text(msg::UI_FOLLOWED_NONE), Role::Text)];
    }
    let clock = |at| date::clock(at, model.now, &model.choices.zone, lang);
    let rows = sources.iter().flat_map(|source| {
        let label = source.asked.map_or_else(String::new, clock);
        let name = source.title.as_deref().map_or_else(|| source.address.clone(), one_line);
        let next = source.asked.map(|_| lang.say(msg::ui_followed_next(clock(source.next))));
        let fault = source.fault.as_deref().map(|f| PageRow::new("", one_line(f), Role::Problem));
        let rows = [PageRow::new(label, name, Role::Text), PageRow::new("", &*source.address, Role::Dim)];
        rows.into_iter().chain(fault).chain(next.map(|n| PageRow::new("", n, Role::Dim)))
    });
    rows.collect()
}

fn printed(model: &Model) -> Vec<PageRow> {
    let Some((command, text)) = &model.printed else { return Vec::new() };
    let head = [PageRow::wide(format!("! {}", one_line(command)), Role::Accent), PageRow::blank()];
    head.into_iter().chain(text.lines().map(|l| PageRow::wide(one_line(l), Role::Text))).collect()
}

fn tour(model: &Model) -> Vec<PageRow> {
    let Some(text) = &model.choices.tour else { return Vec::new() };
    let mut out = Vec::new();
    let marked = marked(text);
    for line in model.with_keys(&marked).lines() {
        // What is typed stands between marks in the file, which nobody types.
        let line = line.replace('`', "");
        match line.strip_prefix("# ") {
            Some(head) => out.push(PageRow::wide(head, Role::Strong)),
            None => out.push(PageRow::wide(line, Role::Text)),
        }
    }
    out
}
