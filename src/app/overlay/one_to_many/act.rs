//! Choosing among the articles of a story.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::compare::act as compare;
use crate::corpus::DocId;
use crate::story::one_to_many::AgainstReference;
use std::sync::Arc;

/// Rows of the overlay.
pub(crate) type Rows = Option<Arc<Vec<(DocId, AgainstReference)>>>;

/// The article of a row.
pub(crate) fn at(found: &Rows, cursor: usize) -> Option<DocId> {
    found.as_ref().and_then(|f| f.get(cursor)).map(|v| v.0)
}

/// Compares with the article of a row.
pub(crate) fn choose(model: &mut Model, found: &Rows, cursor: usize) -> Vec<Effect> {
    at(found, cursor).map_or(Vec::new(), |id| compare::set_right(model, id))
}

/// Sets the article of a row beside the two.
pub(crate) fn beside(model: &mut Model, found: &Rows, cursor: usize) -> Vec<Effect> {
    let fits = |id: &DocId| model.compare.as_ref().is_some_and(|c| c.b != *id && c.result.is_some());
    at(found, cursor).filter(fits).map_or(Vec::new(), |id| compare::show_third(model, id))
}
