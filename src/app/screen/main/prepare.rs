//! Layout and scrolls of the main screen.

use crate::app::area::Area;
use crate::app::model::Model;
use crate::app::panes::{Panes, prose};
use crate::app::screen::main::article::annotate;
use crate::app::screen::main::article::rows::ArticleLayout;
use crate::app::screen::main::article::state::ArticleLayoutKey;
use crate::app::screen::main::article::view::View;
use crate::app::screen::main::list::lines::Lines;
use crate::corpus::DocId;
use std::sync::Arc;

/// Brings the three panes to a state that can be drawn.
pub(crate) fn prepare(model: &mut Model) {
    let panes = Panes::of(model.size, model.layout());
    // A pane that is not shown keeps its place for when it is shown again.
    let shown = |pane: Area| pane.width > 0 && pane.height > 0;
    if shown(panes.list) {
        let lines = Lines::of(panes.list.width, panes.list.height);
        model.list.clamp(usize::from(panes.list.height.saturating_sub(1)), lines);
    }
    if shown(panes.entities) {
        model.entities.clamp(usize::from(panes.entities.height.saturating_sub(1)));
    }
    article(model, panes.article.width, panes.article.height);
}

/// What people said of the open document, when the journal grew.
fn annotate(model: &mut Model, id: DocId) {
    let of = (id, model.triage.len());
    if model.article.annotated == Some(of) || model.library.corpus.get(id).is_none() {
        return;
    }
    model.article.annotated = Some(of);
    let annotations = annotate::of(model, id);
    if *model.article.annotations != annotations {
        model.article.annotations = Arc::new(annotations);
        model.article.annotations_revision += 1;
    }
}

fn article(model: &mut Model, width: u16, height: u16) {
    let Some(id) = model.article.document else { return };
    if width == 0 {
        return;
    }
    annotate(model, id);
    // The marked view has names of kinds where the margin was.
    let (_, columns) = prose(width, model.choices.measure);
    let columns = match model.article.view {
        View::Clean => columns,
        View::Marked | View::Raw => width.saturating_sub(2).min(model.choices.measure + 12),
    };
    let columns = match model.article.view {
        View::Raw => columns.saturating_sub(5),
        _ => columns,
    };
    let columns = usize::from(columns.max(1));
    let key = ArticleLayoutKey {
        document: id,
        view: model.article.view,
        width: columns,
        lang: model.choices.lang,
        annotations: model.article.annotations_revision,
        typography: model.choices.typography,
    };
    model.article.height = usize::from(height.saturating_sub(1));
    if model.article.layout.as_ref().is_none_or(|(k, _)| *k != key) {
        let (Some(document), Some(card)) = (model.library.corpus.get(id), model.library.card(id)) else { return };
        // Two of them may be more than there is room for.
        model.article.layout = None;
        let layout = Arc::new(ArticleLayout::new(document, &card, &key, &model.article.annotations));
        // All rows of the head stand at the beginning of the text.
        let in_head = Some(model.article.top).filter(|top| layout.offset_of(*top) == 0).unwrap_or(0);
        let top = if model.article.anchor == 0 { in_head } else { layout.row_of(model.article.anchor) };
        model.article.layout = Some((key, layout));
        let anchor = model.article.anchor;
        model.article.set_top(top);
        // The place in the text is kept, not the row it happened to be on.
        if anchor != 0 && model.article.top == top {
            model.article.anchor = anchor;
        }
    }
    if let Some(span) = model.article.reveal.take() {
        model.article.show(span);
    }
    // A taller screen may show the end of the text.
    let last = model.article.rows().map_or(0, |l| l.rows.len().saturating_sub(model.article.height.max(1)));
    model.article.top = model.article.top.min(last);
}
