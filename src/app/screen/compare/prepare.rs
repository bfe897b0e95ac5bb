//! Layout and scrolls of a comparison.

use crate::app::model::Model;
use crate::app::panes::chrome;
use crate::app::screen::compare::areas::{Frame, compare_head, compare_maps, shows_third, third_columns};
use crate::app::screen::compare::orders::{self, Lay};
use crate::app::screen::compare::rows::{CompareLayout, Folded, Order, SideName};
use crate::app::screen::compare::state::LayoutKey as CompareKey;
use crate::job::Compared;
use crate::text::Span;
use std::sync::Arc;

/// Brings the comparison to a state that can be drawn.
pub(crate) fn prepare(model: &mut Model) {
    let (_, body, ..) = chrome(model.size, model.status_rows());
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return };
    let frame = Frame::of(model.size.width, c.presentation);
    c.height = usize::from(body.height.saturating_sub(compare_head(model.size, c) + compare_maps(model.size, c)));
    let third = c.third_result().filter(|_| shows_third(model.size.width, c)).cloned();
    let columns = if third.is_some() { third_columns(model.size.width) } else { frame.columns };
    let width = usize::from(columns.max(1));
    let Some(result) = c.result.clone() else { return };
    let Frame { order, stacked, .. } = frame;
    let third_id = third.as_ref().map(|t| t.b.id);
    // The order decides what the stops are, and the stop what is open.
    let before = c.layout.as_ref().map(|(k, _)| (k.order, k.third));
    let mut key = CompareKey { a: c.a, b: c.b, width, order, stacked, folded: c.folded, open: None, third: third_id };
    if before != Some((order, third_id)) {
        // The text at the top stays at the top.
        let place =
            c.rows().and_then(|l| l.pair_at(c.top, SideName::A)).and_then(|p| c.pairs_of(&result).get(p)).copied();
        c.layout = Some((key, Arc::new(lay(&result, third.as_deref(), &key))));
        (c.opened, c.drawn) = (None, None);
        c.find_items(third.as_deref(), lang);
        let meets = |s: Option<Span>, t: Option<Span>| s.zip(t).is_some_and(|(s, t)| s.touches(t));
        let pair = place.and_then(|q| c.pairs_of(&result).iter().position(|p| meets(p.a, q.a) || meets(p.b, q.b)));
        c.top = pair.and_then(|p| c.rows()?.row_of_pair.get(p).copied()).unwrap_or(0);
        if c.current.is_some() {
            c.show_current();
        }
    }
    key.open = c.open().filter(|_| order == Order::Facing && c.folded != Folded::Nothing);
    if c.layout.as_ref().is_none_or(|(k, _)| *k != key) {
        // The pair at the top stays at the top.
        let pair = c.rows().and_then(|l| l.pair_at(c.top, SideName::A));
        let layout = lay(&result, third.as_deref(), &key);
        c.top = pair.and_then(|p| layout.row_of_pair.get(p)).copied().unwrap_or(0);
        c.layout = Some((key, Arc::new(layout)));
        c.drawn = None;
        if c.current.is_some() {
            c.show_current();
        }
    }
    c.show_wanted();
    let last = c.rows().map_or(0, |l| l.rows.len().saturating_sub(c.height.max(1)));
    c.top = c.top.min(last);
}

fn lay(result: &Compared, third: Option<&Compared>, key: &CompareKey) -> CompareLayout {
    let (a, b) = (&result.a.document, &result.b.document);
    let &CompareKey { width, stacked, folded, open, .. } = key;
    match (third, key.order) {
        (Some(t), _) => CompareLayout::three([a, b, &t.b.document], &result.pairs, &t.pairs, width),
        (None, Order::Facing) => orders::facing(a, b, &result.facing, Lay { width, stacked, folded, open }),
        (None, Order::Whole) => orders::whole(a, b, &result.pairs, width),
        (None, Order::Columns) => CompareLayout::new(a, b, &result.pairs, width, folded == Folded::Common),
    }
}
