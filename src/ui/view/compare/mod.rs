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
use crate::app::area::Area;
use crate::app::screen::compare::areas::{
    Frame, GUTTER, compare_head, compare_maps, shows_third, tells_first, third_columns,
};
use crate::app::screen::compare::rows::Presentation;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// A third column of facts from here.
const FACTS_FROM: u16 = 190;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let all = Area::new(0, 0, model.size.width, body.bottom());
    let Some(c) = &model.compare else { return };
    let frame = Frame::of(model.size.width, c.presentation);
    let (head, rest) = all.split_top(compare_head(model.size, c) + body.y);
    // The two columns stand in the middle of a wide screen, beside the facts
    // on a wider one.
    let beside = model.size.width >= FACTS_FROM && !frame.stacked;
    let spare = if beside { 0 } else { all.width.saturating_sub(frame.width()) / 2 };
    if tells_first(c) {
        telling::draw(model, c, frame, theme, &mut Canvas::new(buffer, head.inset(spare, 0)));
    } else {
        head::draw(model, c, theme, &mut Canvas::new(buffer, head));
    }
    let maps = compare_maps(model.size, c);
    let (main, map) = rest.split_bottom(maps);
    let lang = model.lang();
    let Some(result) = &c.result else {
        let words = lang.text(msg::UI_COMPARING);
        Canvas::new(buffer, main).put(2, 1, words, theme.style(Role::Dim));
        return;
    };
    if c.presentation == Presentation::Table {
        facts::draw(result, c, lang, theme, &mut Canvas::new(buffer, main));
    } else if let (Some(third), Some(layout), true) = (c.third_result(), c.rows(), shows_third(model.size.width, c)) {
        let columns = third_columns(model.size.width);
        let used = columns * 3 + GUTTER * 2 + 3;
        let spare = main.width.saturating_sub(used) / 2;
        let (left, right) = main.inset(spare, spare).split_left(columns * 2 + GUTTER + 2);
        let texts = Texts { comparison: c, layout, theme, lang, frame: Frame { columns, ..frame } };
        texts.two(result, &mut Canvas::new(buffer, left));
        texts.third(third, &mut Canvas::new(buffer, right));
    } else if let Some(layout) = c.rows() {
        let texts = Texts { comparison: c, layout, theme, lang, frame };
        if beside {
            let (left, right) = main.split_left(frame.width() + 1);
            texts.two(result, &mut Canvas::new(buffer, left));
            facts::draw(result, c, lang, theme, &mut Canvas::new(buffer, right.inset(1, 0)));
        } else {
            texts.two(result, &mut Canvas::new(buffer, main.inset(spare, spare)));
        }
    }
    if maps > 0 {
        let third = c.third_result().filter(|_| shows_third(model.size.width, c));
        maps::draw(c, result, third.map(|t| &**t), theme, &mut Canvas::new(buffer, map));
    }
}
