//! The marks that a letter may set or go to.

use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::area::Area;
use crate::app::overlay::state::Overlay;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::frame::frame;
use crate::words::msg;
use ratatui::buffer::Buffer;

/// The marks there are, while a letter is waited for.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let (true, Some(&Overlay::Marks { set })) = (model.typed.menu, model.overlays.last()) else { return };
    let lang = model.lang();
    let here = model.article.document.and_then(|d| model.library.key(d));
    let mut rows: Vec<(String, String)> = model
        .marks
        .here(here)
        .into_iter()
        .take(20)
        .map(|m| {
            let id = model.library.by_key(&m.document);
            let card = id.and_then(|d| model.library.card(d));
            let known = card.as_ref().and_then(|c| c.outlet_and_day(lang));
            let title = card.map_or(String::new(), |c| c.title.clone());
            let title = known.into_iter().chain([title]).collect::<Vec<_>>().join(" · ");
            (m.letter.to_string(), title)
        })
        .collect();
    rows.push(if set {
        ("a–z".to_owned(), lang.text(msg::UI_MARKS_WHERE).to_owned())
    } else {
        (
            model.keymap.key_of(Context::Marks, Action::BackFromMark).unwrap_or_default(),
            Action::BackFromMark.info().label(lang).to_owned(),
        )
    });
    let size = model.size;
    let w = size.width.min(60);
    let h = (rows.len() as u16 + 2).min(size.height.saturating_sub(1));
    let area = Area::new(size.width - w, size.height.saturating_sub(h + 1), w, h);
    let mut canvas = Canvas::new(buffer, area);
    canvas.clear(theme.ground());
    let title = if set { lang.text(msg::UI_MARKS_SET) } else { lang.text(msg::UI_MARKS_GO) };
    frame(theme, &mut canvas, title, "");
    for (i, (letter, words)) in rows.iter().enumerate().take(usize::from(h.saturating_sub(2))) {
        let y = i as u16 + 1;
        canvas.put(2, y, letter, theme.style(Role::Accent));
        canvas.put_cut(6, y, w.saturating_sub(8), words, theme.style(Role::Text));
    }
}
