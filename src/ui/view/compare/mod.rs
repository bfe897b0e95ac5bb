//! The comparison screen: two columns from one list of pairs, a sign for
//! every pair in the gutter, a map of both texts.

mod head;
mod maps;
mod marks;
mod signs;
mod telling;
mod texts;

use self::texts::Texts;
use super::chrome::bars;
use super::facts;
use crate::app::Model;
use crate::app::screen::compare::areas::{Placed, placed, tells_first};
use crate::app::screen::compare::rows::Presentation;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    bars(model, theme, buffer);
    let Some(c) = &model.compare else { return };
    let Placed { head, main, rows, frame, third: beside, facts, maps } = placed(model.size, model.status_rows(), c);
    if tells_first(c) {
        telling::draw(model, c, frame, theme, &mut Canvas::new(buffer, head));
    } else {
        head::draw(model, c, theme, &mut Canvas::new(buffer, head));
    }
    let lang = model.lang();
    let Some(result) = &c.result else {
        let words = lang.text(msg::UI_COMPARING);
        Canvas::new(buffer, main).put(2, 1, words, theme.style(Role::Dim));
        return;
    };
    if c.presentation == Presentation::Table {
        facts::draw(model, result, c, theme, &mut Canvas::new(buffer, main));
    } else if let Some(layout) = c.rows() {
        let texts = Texts { model, comparison: c, layout, theme, lang, frame };
        texts.two(result, &mut Canvas::new(buffer, rows));
        if let Some((third, area)) = c.third_result().zip(beside) {
            texts.third(third, &mut Canvas::new(buffer, area));
        }
        if let Some(facts) = facts {
            facts::draw(model, result, c, theme, &mut Canvas::new(buffer, facts));
        }
    }
    if maps.height > 0 {
        let third = c.third_result().filter(|_| beside.is_some());
        maps::draw(c, result, third.map(|t| &**t), theme, &mut Canvas::new(buffer, maps));
    }
}
