//! The entity sidebar: names by kind, with counts and bars.

use crate::app::Model;
use crate::app::panes::Pane;
use crate::app::screen::main::entities::state::EntityRow;
use crate::app::view;
use crate::text::bar::bar;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::entity_role;
use crate::words::msg;

/// Draws the pane.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let focus = model.focus == Pane::Entities;
    let count = model.entities.names.as_ref().map_or(String::new(), |n| n.len().to_string());
    pane_name(theme, canvas, lang.text(msg::UI_NAMES), &count, focus);
    let Some(names) = &model.entities.names else {
        if model.article.document.is_some() {
            canvas.put(2, 2, lang.text(msg::UI_NAMES_LOOKING), theme.style(Role::Dim));
        }
        return;
    };
    if names.is_empty() {
        canvas.put(2, 2, lang.text(msg::UI_NAMES_NONE), theme.style(Role::Dim));
        return;
    }
    let most = names.iter().map(|e| e.mentions.len()).max().unwrap_or(1);
    let height = usize::from(canvas.height().saturating_sub(1));
    let w = canvas.width();
    let bars = if w >= 24 { 4 } else { 0 };
    for (i, row) in model.entities.rows.iter().enumerate().skip(model.entities.top).take(height) {
        let y = (i - model.entities.top + 1) as u16;
        match row {
            EntityRow::Blank => {}
            EntityRow::Kind(kind) => {
                canvas.put_cut(
                    1,
                    y,
                    w.saturating_sub(2),
                    view::entity_kind_name(*kind, lang),
                    theme.plain(entity_role(*kind)),
                );
            }
            EntityRow::Cited => {
                let name = lang.text(msg::UI_NAMES_CITED);
                canvas.put_cut(1, y, w.saturating_sub(2), name, theme.style(Role::Dim));
            }
            EntityRow::Name(e) => {
                let Some(entity) = names.get(*e) else { continue };
                let n = entity.mentions.len();
                let right = w.saturating_sub(1 + bars);
                let x = canvas.put_right(right, y, &n.to_string(), theme.style(Role::Dim));
                if bars > 0 {
                    let style = theme.plain(entity_role(entity.kind));
                    canvas.put(right + 1, y, &bar(n as f64 / most as f64, usize::from(bars - 1)), style);
                }
                // What is doubtful is said first; that it has other spellings can wait.
                let (sign, role) = match (entity.is_doubtful(), entity.forms.len()) {
                    (true, _) => ("?", Role::Dim),
                    (false, 2..) => ("+", Role::Text),
                    _ => (" ", Role::Text),
                };
                canvas.put(1, y, sign, theme.style(Role::Dim));
                canvas.put_cut(2, y, x.saturating_sub(3), &entity.name, theme.style(role));
            }
            EntityRow::Form(e, f) => {
                let Some(form) = names.get(*e).and_then(|e| e.forms.get(*f)) else { continue };
                let doubt = if form.doubtful { "? " } else { "" };
                let x =
                    canvas.put_right(w.saturating_sub(1 + bars), y, &form.count.to_string(), theme.style(Role::Dim));
                canvas.put_cut(4, y, x.saturating_sub(5), &format!("{doubt}{}", form.surface), theme.style(Role::Dim));
            }
        }
        if i == model.entities.cursor {
            // Elsewhere in focus, only a name whose mentions are walked is marked.
            if focus {
                canvas.style(0, y, w, theme.style(Role::Selection));
                canvas.put(0, y, "▌", theme.style(Role::Accent));
            } else if model.entities.mention.is_some() {
                canvas.put(0, y, "▌", theme.style(Role::Dim));
            }
        }
    }
}
