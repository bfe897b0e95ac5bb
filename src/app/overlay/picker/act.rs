//! The palette and "go to anything": opened, typed into, chosen from.

use crate::app::action::{ACTIONS, Action};
use crate::app::effect::Effect;
use crate::app::loading::names;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::overlay::picker::items::{OtherItem, PickerItem, PickerItems};
use crate::app::overlay::picker::state::{GoTo, Palette};
use crate::app::overlay::state::Overlay;
use crate::app::refusal::refusal;
use crate::app::screen::main::entities::act as entities;
use crate::corpus::DocId;
use crate::job;
use crate::search::fuzzy::Finder;
use crate::words::msg;
use std::sync::Arc;

/// Opens the palette.
pub(crate) fn palette(model: &mut Model) -> Vec<Effect> {
    let mut palette = Palette::default();
    palette.rebuild(&model.choices.commands, &|a| refusal(model, a));
    model.overlays.push(Overlay::Palette(palette));
    Vec::new()
}

/// Opens "go to anything".
pub(crate) fn go_to(model: &mut Model) -> Vec<Effect> {
    let mut effects = names::wanted(model);
    let made_of = Some((model.library.corpus.len(), model.library.corpus_names.entities.len(), model.lang()));
    if model.picker.made_of != made_of {
        effects.extend(prepare(model));
    }
    let mut goto = GoTo::default();
    let job = goto.ask(&model.picker.ready);
    effects.push(model.start(job));
    model.overlays.push(Overlay::GoTo(goto));
    effects
}

/// Makes ready what can be gone to: documents, searches that are kept, sources,
/// actions and names.
pub(crate) fn prepare(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let library = &model.library;
    let documents: Arc<Vec<DocId>> = Arc::new(library.corpus.ids().collect());
    let (mut others, mut words) = (Vec::new(), Vec::new());
    for s in &model.saved.searches {
        words.push(s.name.clone());
        others.push(OtherItem::Search(s.clone()));
    }
    for s in library.cards().outlets() {
        words.push(s.to_owned());
        others.push(OtherItem::Source(s.to_owned()));
    }
    for info in ACTIONS.iter().filter(|i| !i.is_of_overlays()) {
        words.push(info.label(lang).to_owned());
        others.push(OtherItem::Action(info.action));
    }
    let corpus_names = library.corpus_names.clone();
    let cards = library.cards();
    let told_by_file: Arc<Vec<DocId>> =
        Arc::new(documents.iter().copied().filter(|id| cards.outlet(*id).is_none()).collect());
    let index = job::PickerIndex {
        cards: library.cards().clone(),
        articles: documents.clone(),
        unknown: msg::PICKER_UNKNOWN,
        lang,
        words,
        corpus_names: corpus_names.clone(),
        told_by_file: told_by_file.clone(),
    };
    model.picker.made_of = Some((library.corpus.len(), corpus_names.entities.len(), lang));
    let coming =
        PickerItems { finder: Arc::default(), documents, others: Arc::new(others), corpus_names, told_by_file };
    model.picker.coming = Some(coming);
    vec![model.start(index)]
}

/// What can be gone to is ready; who searches it already goes on in it.
pub(crate) fn ready(model: &mut Model, finder: Arc<Finder>) -> Vec<Effect> {
    let Some(coming) = model.picker.coming.take() else { return Vec::new() };
    model.picker.ready = PickerItems { finder, ..coming };
    let Some(Overlay::GoTo(g)) = model.overlays.last_mut() else { return Vec::new() };
    let job = g.ask(&model.picker.ready);
    vec![model.start(job)]
}

/// Something was typed into "go to anything".
pub(crate) fn typed(model: &mut Model, g: &mut GoTo) -> Vec<Effect> {
    // What is chosen from now on is a row of the answer to it.
    g.cursor = 0;
    let job = g.ask(&model.picker.ready);
    vec![model.start(job)]
}

/// What is chosen in "go to anything".
pub(crate) enum Chosen {
    /// An action, which whoever carries out actions is to do.
    Action(Action),
    /// It was gone to.
    Gone(Vec<Effect>),
    /// Nothing has what was typed.
    Nothing,
}

/// Goes to what is chosen.
pub(crate) fn choose(model: &mut Model, g: &GoTo) -> Chosen {
    let Some(item) = g.item(g.cursor) else { return Chosen::Nothing };
    if let PickerItem::Action(action) = item {
        return Chosen::Action(action);
    }
    Chosen::Gone(match item {
        PickerItem::Document(id) => navigate::open_revealed(model, id),
        PickerItem::Source(source) => {
            navigate::to_main(model);
            navigate::narrow(model, &format!("source:\"{}\"", source.replace('"', " ")))
        }
        PickerItem::Search(search) => {
            navigate::to_main(model);
            navigate::narrow(model, &search.query)
        }
        PickerItem::Name(merged) => entities::go_to(model, &merged.id),
        PickerItem::Action(_) => Vec::new(),
    })
}
