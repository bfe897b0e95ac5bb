//! Which texts the screen needs: those that are not in memory are asked for,
//! those not needed any more may go.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::panes::Screen;
use crate::app::screen::here;
use crate::app::screen::main::article::view::shows;
use crate::app::screen::main::entities::act as entities;
use crate::corpus::DocId;
use crate::job::{Open, Opened};
use crate::notice::Notice;

/// Asks for the texts that the screen needs and that are not in memory.
pub(crate) fn needed(model: &mut Model) -> Vec<Effect> {
    // Whatever brought the text of the open article, a comparison say, nothing is
    // asked for that would fill what stands beside it.
    if let Some(id) = model.article.document.filter(|_| model.entities.names.is_none())
        && model.library.analysis(id).is_some()
    {
        arrived(model, id);
    }
    let wanted = wanted(model);
    model.library.forget_all_but(&wanted);
    let missing: Vec<DocId> = wanted
        .into_iter()
        .filter(|id| model.library.corpus.has(*id) && model.library.analysis(*id).is_none())
        .filter(|id| !model.library.troubles.contains_key(id))
        .collect();
    if missing.iter().all(|id| model.opening.contains(id)) {
        return Vec::new();
    }
    model.opening = missing.clone();
    let texts = model.text_options();
    vec![model.start(Open { texts, ids: missing })]
}

/// The texts that the screen needs, the one read first, then those near it.
fn wanted(model: &Model) -> Vec<DocId> {
    let here = here::of(model);
    let mut wanted: Vec<DocId> = model.article.document.into_iter().chain(here.subject(model)).collect();
    wanted.extend(here.texts(model));
    let mut seen = std::collections::HashSet::new();
    wanted.retain(|id| seen.insert(*id));
    wanted
}

/// What was asked for cannot be shown; it is not asked for again.
pub(crate) fn failed(model: &mut Model, notice: &Notice) {
    for id in std::mem::take(&mut model.opening) {
        let said = notice.said(model.lang());
        model.library.troubles.insert(id, said);
    }
}

/// The text of the open article is there, and what was found in it.
fn arrived(model: &mut Model, id: DocId) {
    model.article.layout = None;
    navigate::fill_entities(model);
    // What was to be shown may stand in what is taken out.
    let document = model.library.corpus.get(id);
    if let Some((document, span)) = document.zip(model.article.reveal)
        && !shows(document, model.article.view, span)
    {
        model.article.show_taken_out();
    }
    if let Some((_, name)) = model.name_to_show.take_if(|(of, _)| *of == id) {
        entities::land(model, id, &name);
    }
}

/// Takes a text that was asked for.
pub(crate) fn opened(model: &mut Model, Opened { id, opened }: Opened) {
    model.opening.retain(|o| *o != id);
    let here = model.article.document == Some(id);
    match opened {
        Ok(opened) => {
            model.note_new(opened.analysis.failed.clone());
            model.library.hold(opened);
            if here {
                arrived(model, id);
            }
        }
        Err(notice) => {
            let said = notice.said(model.lang());
            if here {
                model.warn(said.clone());
            }
            model.library.troubles.insert(id, said);
        }
    }
    if model.screen == Screen::Notes {
        model.notes.made_of = None;
    }
}
