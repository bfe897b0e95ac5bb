//! A report against the others of its story, in figures, a row each.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::corpus::DocId;
use crate::story::one_to_many::AgainstReference;
use crate::story::{EventCheck, percent};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the overlay.
pub(super) fn draw(
    model: &Model,
    reference: DocId,
    found: Option<&[(DocId, AgainstReference)]>,
    cursor: usize,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let lang = model.lang();
    let label = |id: DocId| model.library.card(id).map_or_else(String::new, |c| c.label(lang));
    let title = lang.say(msg::ui_one_to_many(label(reference)));
    let keys = hints(model, Context::OneToMany);
    let rows = found.map_or(1, |f| f.len() as u16 + 3);
    let area = window(model, theme, buffer, &title, &keys, rows);
    let mut canvas = Canvas::new(buffer, area);
    let dim = theme.style(Role::Dim);
    let Some(found) = found else {
        canvas.put(1, 0, lang.text(msg::UI_COMPARING), dim);
        return;
    };
    let w = canvas.width();
    // From the right: sentences only in one, figures, quotes, shares.
    let columns: [(u16, &str); 5] = [
        (w, lang.text(msg::UI_ONE_TO_MANY_ONLY_B)),
        (w.saturating_sub(8), lang.text(msg::UI_ONE_TO_MANY_ONLY_A)),
        (w.saturating_sub(17), lang.text(msg::UI_ONE_TO_MANY_FIGURES)),
        (w.saturating_sub(27), lang.text(msg::UI_ONE_TO_MANY_QUOTES)),
        (w.saturating_sub(38), lang.text(msg::UI_ONE_TO_MANY_COMMON)),
    ];
    let names = w.saturating_sub(52);
    for (right, head) in columns {
        canvas.put_right(right, 0, head, dim);
    }
    let height = usize::from(canvas.height().saturating_sub(1)).max(1);
    let top = crate::app::scroll::follow(0, cursor, height, found.len());
    for (i, (id, v)) in found.iter().enumerate().skip(top).take(height) {
        let y = (i - top) as u16 + 1;
        if i == cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        let other_event = matches!(v.events, EventCheck::Different { .. });
        let name = if other_event { format!("≠ {}", label(*id)) } else { label(*id) };
        let role = if other_event { Role::Problem } else { Role::Text };
        canvas.put_cut(1, y, names, &name, theme.plain(role));
        let share = |share: f64| lang.say(msg::ui_percent(percent(share)));
        let shares = format!("{:>5} {:>5}", share(v.shared_reference), share(v.shared));
        let quotes = format!("{}= {}≠", v.quotes_same, v.quotes_differ);
        let figures = format!("{}≠", v.figures_differ);
        let cells = [v.only_other.to_string(), v.only_reference.to_string(), figures, quotes, shares];
        let differs = [false, false, v.figures_differ > 0, v.quotes_differ > 0, false];
        for (((right, _), words), differs) in columns.iter().zip(&cells).zip(differs) {
            canvas.put_right(*right, y, words, theme.plain(if differs { Role::Problem } else { Role::Text }));
        }
    }
}
