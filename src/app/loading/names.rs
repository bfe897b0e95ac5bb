//! Names over the corpus, merged from the first time that they are asked for.

use crate::app::effect::Effect;
use crate::app::library::Merging;
use crate::app::model::Model;

/// The reader asks for names over the corpus.
pub(crate) fn wanted(model: &mut Model) -> Vec<Effect> {
    if model.library.merging != Merging::Unasked {
        return Vec::new();
    }
    model.library.merging = Merging::Awaited;
    if model.loading.analysed { merge(model) } else { Vec::new() }
}

/// Merges names over the corpus, anew when they were merged before.
pub(crate) fn merge(model: &mut Model) -> Vec<Effect> {
    model.library.merging = Merging::Underway;
    let names = model.library.names();
    vec![model.start(names)]
}
