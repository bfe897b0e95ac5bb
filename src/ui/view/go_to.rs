//! Articles, sources, names and actions, to go to by a few letters.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::card::Card;
use crate::app::library::Merging;
use crate::app::overlay::picker::items::PickerItem;
use crate::app::overlay::picker::state::GoTo;
use crate::search::fuzzy::light;
use crate::text::width::{ellipsis, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::ui::widget::input::input;
use crate::ui::widget::picker::scrolled;
use crate::ui::widget::signs::entity_role;
use crate::words::{Lang, msg};
use ratatui::buffer::Buffer;

/// Draws the list.
pub(super) fn draw(model: &Model, g: &GoTo, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let title = lang.text(msg::UI_GO_TO);
    let found = g.results.as_ref().map_or(0, |r| r.best.len());
    let inside = window(model, theme, buffer, title, &hints(model, Context::Picker), (found + 2).max(14) as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let w = canvas.width();
    canvas.put(0, 0, "›", theme.style(Role::Accent));
    input(theme, &mut canvas, 2, 0, w.saturating_sub(14), &g.input);
    if let Some(r) = &g.results {
        canvas.put_right(w, 0, &lang.number(r.total), theme.style(Role::Dim));
    }
    if matches!(model.library.merging, Merging::Awaited | Merging::Underway) {
        canvas.put_right(w, 1, lang.text(msg::UI_GO_TO_NAMES_COMING), theme.style(Role::Dim));
    }
    let Some(results) = &g.results else { return };
    if results.best.is_empty() && !g.awaits {
        canvas.put_cut(2, 2, w.saturating_sub(2), lang.text(msg::UI_NOTHING_MATCHES), theme.style(Role::Dim));
    }
    let height = usize::from(canvas.height().saturating_sub(2));
    let top = scrolled(g.cursor, height);
    for (i, best) in results.best.iter().enumerate().skip(top).take(height) {
        let y = (i - top + 2) as u16;
        let Some(item) = g.items.get(best.index) else { continue };
        let (label, kind, role) = item_words(model, &item, lang);
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

/// Where an article is from: its outlet or else its file, and its day.
fn from(card: &Card, lang: Lang) -> String {
    let known = card.outlet_and_day(lang);
    match (&card.source, known) {
        (Some(_), known) => known.unwrap_or_default(),
        (None, Some(day)) => format!("{} · {day}", card.name),
        (None, None) => card.name.clone(),
    }
}

fn item_words(model: &Model, item: &PickerItem<'_>, lang: Lang) -> (String, String, Role) {
    match item {
        PickerItem::Document(id) => match model.library.card(*id) {
            Some(card) => (card.headline(lang).into_owned(), from(&card, lang), Role::Text),
            None => (String::new(), String::new(), Role::Text),
        },
        PickerItem::Source(s) => ((*s).to_owned(), lang.text(msg::UI_GO_TO_SOURCE).to_owned(), Role::Strong),
        PickerItem::Search(s) => (s.name.clone(), lang.text(msg::UI_GO_TO_SEARCH).to_owned(), Role::Strong),
        PickerItem::Name(m) => {
            let kind = crate::app::view::entity_kind_name(m.kind, lang).to_lowercase();
            (m.name.clone(), format!("{kind} {}", lang.number(m.count)), entity_role(m.kind))
        }
        PickerItem::Action(a) => {
            let key = model.keymap.key_of(model.context(), *a).unwrap_or_default();
            (a.info().label(lang).to_owned(), lang.say(msg::ui_go_to_action(key)), Role::Dim)
        }
    }
}
