//! The versions of an article, a row each: which, from when, and what was changed.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::overlay::versions::HEAD_ROWS;
use crate::app::overlay::versions::state::VersionList;
use crate::app::view;
use crate::corpus::DocId;
use crate::story::versions::ChangeCounts;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::ui::widget::signs::state_role;
use crate::words::{Lang, date, msg};
use ratatui::buffer::Buffer;

/// Draws the overlay.
pub(super) fn draw(model: &Model, list: &VersionList, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let dim = theme.style(Role::Dim);
    let title = lang.say(msg::ui_versions_title(list.versions.len()));
    let rows = list.versions.len() as u16 + HEAD_ROWS;
    let area = window(model, theme, buffer, &title, &hints(model, Context::Versions), rows);
    let mut canvas = Canvas::new(buffer, area);
    let w = canvas.width();
    let newest = list.versions.first().and_then(|id| model.library.card(*id));
    let headline = newest.map_or_else(String::new, |card| card.headline(lang).into_owned());
    canvas.put_cut(1, 0, w.saturating_sub(2), &headline, theme.style(Role::Strong));
    if list.versions.len() < 2 {
        canvas.put_cut(1, 1, w.saturating_sub(2), lang.text(msg::UI_VERSIONS_ONE), dim);
    }
    let height = usize::from(canvas.height().saturating_sub(HEAD_ROWS)).max(1);
    let top = crate::app::scroll::follow(0, list.cursor, height, list.versions.len());
    for (i, id) in list.versions.iter().enumerate().skip(top).take(height) {
        let y = (i - top) as u16 + HEAD_ROWS;
        if i == list.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        row(model, list, theme, &mut canvas, (y, i, *id));
    }
}

/// Number, verdict, day, file, and at the right what was changed since the version
/// before.
fn row(model: &Model, list: &VersionList, theme: &Theme, canvas: &mut Canvas<'_>, at: (u16, usize, DocId)) {
    let (y, i, id) = at;
    let lang = model.lang();
    let (Some(card), Some(key)) = (model.library.card(id), model.library.key(id)) else { return };
    let status = model.triage.status(&key);
    let w = canvas.width();
    let number = format!("v{}", list.versions.len() - i);
    canvas.put(1, y, &number, theme.style(Role::Strong));
    let sign = view::state_sign(status.state, status.read);
    canvas.put(6, y, sign, theme.plain(state_role(status.state, status.read)));
    let changed = card.edition.and_then(|e| e.changed).or(card.date);
    // Of two versions of one day the hour tells which is meant.
    let others = list.versions.iter().filter(|other| **other != id).filter_map(|other| model.library.card(*other));
    let same_day = others.filter_map(|card| card.edition?.changed).any(|day| Some(day) == changed);
    let at = card.edition.and_then(|e| e.at).filter(|_| same_day);
    let day = match (at, changed) {
        (Some(at), _) => date::clock(at, model.now, &model.choices.zone, lang),
        (None, Some(day)) => date::short(day, lang),
        (None, None) => lang.text(msg::UI_NO_DATE).to_owned(),
    };
    let x = canvas.put_cut(8, y, if same_day { 18 } else { 12 }, &day, theme.style(Role::Text));
    let counts = list.changes.as_ref().map(|c| c.iter().find(|c| c.id == id).map(|c| c.counts));
    let words = match counts {
        None if i + 1 < list.versions.len() => lang.text(msg::UI_COMPARING).to_owned(),
        Some(Some(counts)) => changes(counts, lang),
        None | Some(None) => String::new(),
    };
    let end = canvas.put_right(w, y, &words, theme.style(Role::Text));
    let from = x.max(18) + 1;
    canvas.put_cut(from, y, end.saturating_sub(from + 1), &card.name, theme.style(Role::Dim));
}

/// What was changed, in signs and counts: sentences that are gone, new, and worded
/// otherwise.
fn changes(counts: ChangeCounts, lang: Lang) -> String {
    let mut parts = Vec::new();
    if counts.headline {
        parts.push(lang.text(msg::UI_VERSIONS_HEADLINE).to_owned());
    }
    if counts.findings > 0 {
        parts.push(format!("≠{}", counts.findings));
    }
    let signs = [("−", counts.removed), ("+", counts.added), ("~", counts.reworded)];
    parts.extend(signs.iter().filter(|(_, n)| *n > 0).map(|(sign, n)| format!("{sign}{n}")));
    if counts.silent {
        parts.push(lang.text(msg::UI_VERSIONS_SILENT).to_owned());
    }
    parts.join(" ")
}
