//! Opening an article elsewhere: its file in the editor, its page in the browser.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::corpus::DocId;

/// Opens the file of an article in the editor, at the line that is read.
pub(crate) fn editor(model: &Model, id: DocId) -> Vec<Effect> {
    let Some(document) = model.library.corpus.get(id) else { return Vec::new() };
    let upto = if model.article.document == Some(id) { model.article.anchor } else { 0 };
    let line = document.text.get(..upto).map_or(1, |t| t.matches('\n').count() + 1);
    vec![Effect::Edit(id, line)]
}

/// Opens the page that an article came from.
pub(crate) fn link(model: &Model, id: DocId) -> Vec<Effect> {
    let document = model.library.corpus.get(id);
    document.and_then(|d| d.meta.url.value.clone()).map(Effect::Browse).into_iter().collect()
}
