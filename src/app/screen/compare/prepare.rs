//! Layout and scrolls of a comparison.

use crate::app::model::Model;
use crate::app::panes::chrome;
use crate::app::screen::compare::areas::{COMPARE_HEAD, compare_columns, compare_maps, shows_third, third_columns};
use crate::app::screen::compare::rows::CompareLayout;
use crate::app::screen::compare::state::LayoutKey as CompareKey;
use std::sync::Arc;

/// Brings the comparison to a state that can be drawn.
pub(crate) fn prepare(model: &mut Model) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return };
    c.height = usize::from(body.height.saturating_sub(COMPARE_HEAD + compare_maps(model.size, c)));
    let (columns, stacked) = compare_columns(model.size.width, c.presentation);
    let third = c.third_result().filter(|_| shows_third(model.size.width, c)).cloned();
    let columns = if third.is_some() { third_columns(model.size.width) } else { columns };
    let width = usize::from(columns.max(1));
    let key = CompareKey { a: c.a, b: c.b, width, stacked, fold: c.fold, third: third.as_ref().map(|t| t.b.id) };
    let Some(result) = c.result.clone() else { return };
    if c.layout.as_ref().is_none_or(|(k, _)| *k != key) {
        // The pair at the top stays at the top.
        let pair = c.rows().and_then(|l| l.pair_at(c.top));
        let (a, b) = (&result.a.document, &result.b.document);
        let layout = match &third {
            Some(t) => CompareLayout::three([a, b, &t.b.document], &result.pairs, &t.pairs, width),
            None => CompareLayout::new(a, b, &result.pairs, width, stacked, key.fold),
        };
        let row = pair.and_then(|p| layout.row_of_pair.get(p)).copied().unwrap_or(0);
        c.top = row;
        let other = c.layout.as_ref().is_none_or(|(k, _)| k.third != key.third);
        c.layout = Some((key, Arc::new(layout)));
        if other {
            c.find_items(third.as_deref(), lang);
        }
        if c.current.is_some() {
            c.show_current();
        }
    }
    c.show_wanted();
    let last = c.rows().map_or(0, |l| l.rows.len().saturating_sub(c.height.max(1)));
    c.top = c.top.min(last);
}
