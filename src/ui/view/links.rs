//! Where addresses stand on the screen, for terminals that open them.

use crate::app::Model;
use crate::app::area::Area;
use crate::app::panes::{Panes, Screen, article_text};
use crate::app::screen::main::article::row_table::Part;
use crate::text::address;
use crate::text::width::width;

/// The cells that lead to an address, and the address: of the web, percent-encoded.
/// It is the line of claims of the open article, where its source stands.
pub fn links(model: &Model) -> Vec<(Area, String)> {
    if model.screen != Screen::Main || !model.overlays.is_empty() || model.typed.menu {
        return Vec::new();
    }
    let pane = Panes::of(model.size, model.layout()).article;
    let document = model.article.document.and_then(|id| model.library.corpus.get(id));
    let address = document.and_then(|d| address::web(d.meta.url.value.as_deref()?));
    let (Some(address), Some(layout)) = (address, model.article.rows()) else { return Vec::new() };
    let (x, columns) = article_text(model.article.view, pane.width, model.choices.measure);
    let rows = layout.rows.iter().enumerate().skip(model.article.top).take(model.article.height);
    let claims = rows.filter(|(_, r)| r.part == Part::Claims);
    let area = |(i, words): (usize, &str)| {
        let y = pane.y + 1 + (i - model.article.top) as u16;
        Area::new(pane.x + x, y, (width(words) as u16).min(columns), 1)
    };
    claims.filter_map(|(i, r)| Some((area((i, r.words?)), address.clone()))).collect()
}
