//! The places of the other text that may say the same, a row each.

use super::chrome::hints::hints;
use crate::app::Model;
use crate::app::action::Context;
use crate::app::overlay::nearest::{HEAD_ROWS, TEXT_ROWS};
use crate::app::screen::compare::nearest::Nearest;
use crate::app::screen::compare::rows::SideName;
use crate::story::percent;
use crate::text::sanitise::one_line;
use crate::text::{Span, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::window;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the overlay.
pub(super) fn draw(model: &Model, nearest: &Nearest, cursor: usize, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let Some(result) = model.compare.as_ref().and_then(|c| c.result.as_ref()) else { return };
    let (mine, other, role) = match nearest.side {
        SideName::A => (&result.a.document, &result.b.document, Role::SideB),
        SideName::B => (&result.b.document, &result.a.document, Role::SideA),
    };
    let title = lang.say(msg::ui_nearest(if nearest.side == SideName::A { "B" } else { "A" }));
    let each = TEXT_ROWS + 1;
    let most = usize::from(TEXT_ROWS);
    let rows = nearest.found.len() as u16 * each + HEAD_ROWS;
    let area = window(model, theme, buffer, &title, &hints(model, Context::Nearest), rows);
    let mut canvas = Canvas::new(buffer, area);
    let w = canvas.width();
    let place = one_line(nearest.place.of(&mine.text));
    canvas.put_cut(1, 0, w.saturating_sub(2), &place, theme.style(Role::Dim));
    let fits = usize::from(canvas.height().saturating_sub(HEAD_ROWS) / each).max(1);
    let top = crate::app::scroll::follow(0, cursor, fits, nearest.found.len());
    for (i, found) in nearest.found.iter().enumerate().skip(top).take(fits) {
        let y = HEAD_ROWS + (i - top) as u16 * each;
        let (span, here) = match nearest.side {
            SideName::A => (found.b, i == cursor),
            SideName::B => (found.a, i == cursor),
        };
        if here {
            (0..each - 1).for_each(|n| canvas.style(0, y + n, w, theme.style(Role::Selection)));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        let score = lang.say(msg::ui_percent(percent(f64::from(found.score))));
        canvas.put_right(6, y, &score, theme.plain(role));
        if let Some(n) = other.paragraphs().find(|(_, l)| l.span.holds(span.start)).and_then(|(n, _)| n) {
            canvas.put_right(6, y + 1, &format!("¶{n}"), theme.style(Role::Dim));
        }
        let text = one_line(span.of(&other.text));
        let rows = wrap::rows(&text, Span::new(0, text.len()), usize::from(w.saturating_sub(9)).max(1));
        for (n, row) in rows.iter().take(most).enumerate() {
            let more = n + 1 == most && rows.len() > most;
            let words = if more { format!("{}…", row.of(&text).trim_end()) } else { row.of(&text).to_owned() };
            canvas.put_cut(8, y + n as u16, w.saturating_sub(8), &words, theme.style(Role::Text));
        }
    }
}
