//! Copying parts of an article with their citations.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::main::article::sentences as reading;
use crate::app::verb::export::copy;
use crate::corpus::{DocId, Document};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::triage::export::{Item, cite};
use crate::words::msg;
use std::sync::Arc;

fn document(model: &Model, id: DocId) -> Option<Arc<Document>> {
    model.library.corpus.get(id).cloned()
}

/// A passage with its citation.
pub(crate) fn cited(model: &Model, document: &Document, span: Span) -> String {
    cite(&Item { document, status: model.triage.status(&document.key) }, span).to_string()
}

/// Copies the passage chosen, highlighted or first on the screen, with its citation.
pub(crate) fn sentence(model: &mut Model, id: DocId, span: Span) -> Vec<Effect> {
    let Some(document) = document(model, id) else { return Vec::new() };
    let words = cited(model, &document, span);
    model.article.selection = None;
    copy(model, words)
}

/// Copies the paragraph of the passage that is chosen or lit, else the first on the screen.
pub(crate) fn paragraph(model: &mut Model, id: DocId) -> Vec<Effect> {
    let Some(document) = document(model, id) else { return Vec::new() };
    let chosen = model.article.passage(&document).map(|s| s.start);
    let at = chosen.or_else(|| model.article.first_seen());
    let Some(span) = at.and_then(|at| reading::paragraph_around(&document, at)) else { return Vec::new() };
    let words = one_line(span.of(&document.text));
    copy(model, words)
}

/// Copies a quotation with who says it, and lights it: the one after that which is
/// lit, else the first of the passage chosen or of the screen.
pub(crate) fn quote(model: &mut Model, id: DocId) -> Vec<Effect> {
    let lang = model.lang();
    let Some(document) = document(model, id) else { return Vec::new() };
    let analysis = model.library.analysis(id).cloned();
    let quotes = analysis.as_ref().map_or(&[][..], |a| &a.facts.quotes);
    let lit = model.article.highlighted.filter(|_| model.article.selection.is_none());
    let next = match lit.filter(|span| quotes.iter().any(|q| q.outer == *span)) {
        Some(lit) => quotes.iter().find(|q| q.outer.start > lit.start),
        None => {
            let passage = model.article.passage(&document).map(|s| s.start);
            let from = passage.or_else(|| model.article.first_seen()).unwrap_or(0);
            quotes.iter().find(|q| q.outer.end > from)
        }
    };
    let Some(quote) = next else {
        model.say(lang.text(msg::COPY_NO_QUOTATION_FROM_HERE_END));
        return Vec::new();
    };
    model.article.selection = None;
    model.article.highlighted = Some(quote.outer);
    model.article.show(quote.outer);
    let speaker = quote.sure_speaker().map_or(String::new(), |s| format!("{} : ", one_line(s)));
    let words = format!("{speaker}{}", cited(model, &document, quote.outer));
    copy(model, words)
}

/// Copies the headline.
pub(crate) fn title(model: &mut Model, id: DocId) -> Vec<Effect> {
    let title = model.library.card(id).map(|c| c.title.clone());
    title.map_or(Vec::new(), |t| copy(model, t))
}

/// Copies the address, or the path when there is none.
pub(crate) fn link(model: &mut Model, id: DocId) -> Vec<Effect> {
    let link = document(model, id).map(|d| d.meta.url.value.clone().unwrap_or_else(|| d.place.to_string()));
    link.map_or(Vec::new(), |l| copy(model, one_line(&l)))
}

/// Copies the identity.
pub(crate) fn key(model: &mut Model, id: DocId) -> Vec<Effect> {
    let key = document(model, id).map(|d| d.key.to_string());
    key.map_or(Vec::new(), |k| copy(model, k))
}
