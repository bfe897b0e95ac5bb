//! The page of a name.

use crate::app::action::Naming;
use crate::app::effect::Effect;
use crate::app::loading::names;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::name::rows;
use crate::app::screen::name::state::{self, Spelling, Standing};
use crate::app::verb::name::{self, Named};
use crate::app::{candidates, navigate, way_back};
use crate::corpus::DocId;
use crate::entity::merge::NameKey;
use crate::job::{self, Kind, NamePage};
use crate::words::msg;
use std::collections::HashSet;
use std::sync::Arc;

/// The name of the page, with all its spellings.
pub(crate) fn named(model: &Model) -> Option<Named> {
    let m = rows::merged(model)?;
    let forms = m.forms.iter().map(|f| f.surface.clone()).collect();
    let near = model.name.page.iter().flat_map(|p| &p.near).map(|n| n.name.clone()).collect();
    Some(Named { name: m.name.clone(), kind: m.kind, forms, near })
}

/// Decides about the name of the page.
pub(crate) fn decide(model: &mut Model, action: Naming) -> Vec<Effect> {
    let Some(named) = named(model) else { return Vec::new() };
    match action {
        Naming::ToggleSpelling | Naming::SplitName => toggle(model, &named),
        Naming::MergeName => name::ask_same(model, &named),
        Naming::NameKind => {
            model.name.key = Some(NameKey::new(name::kind_after(named.kind), &named.name));
            name::next_kind(model, &named)
        }
        Naming::CallName => name::ask_called(model, &named),
        // It is open.
        Naming::EntityPage => Vec::new(),
        Naming::HideName => {
            let mut effects = way_back::back(model).unwrap_or_default();
            effects.extend(name::hide(model, &named));
            effects
        }
        Naming::FilterEntity => name::filter(model, &named),
    }
}

/// Opens the page of a name.
pub(crate) fn open(model: &mut Model, key: NameKey) -> Vec<Effect> {
    let mut effects = names::wanted(model);
    way_back::enter(model, Screen::Name);
    model.name.open(key);
    effects.extend(read(model));
    effects
}

/// Reads the articles of the page's name anew, when the page is shown: those that
/// name it most first, so that what is told first tells most.
pub(crate) fn read(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Name {
        return Vec::new();
    }
    if rows::merged(model).is_none() {
        model.name.set_page(None);
        return Vec::new();
    }
    start(model, None)
}

/// Reads the articles that are not read yet.
pub(crate) fn go_on(model: &mut Model) -> Vec<Effect> {
    if model.waiting.holds(Kind::Name) || !rows::goes_on(model) {
        return Vec::new();
    }
    let page = model.name.page.clone();
    start(model, page)
}

fn start(model: &mut Model, so_far: Option<Arc<NamePage>>) -> Vec<Effect> {
    let Some(merged) = rows::merged(model) else { return Vec::new() };
    let key = merged.id.clone();
    let known: HashSet<DocId> = so_far.iter().flat_map(|p| &p.articles).map(|a| a.id).collect();
    let mut documents: Vec<_> = merged.documents.iter().collect();
    documents.sort_by_key(|o| (std::cmp::Reverse(o.count), o.id));
    documents.truncate(state::ARTICLES);
    documents.retain(|o| !known.contains(&o.id));
    let documents = documents.iter().filter_map(|o| candidates::candidate(model, o.id)).collect();
    let (corpus_names, decisions) = (model.library.corpus_names.clone(), model.library.decisions().clone());
    let texts = model.text_options();
    let first = if so_far.is_some() { 0 } else { model.name.page.as_ref().map_or(0, |p| p.articles.len()) };
    model.name.stopped = false;
    model.name.made_of = None;
    vec![model.start(job::Name { texts, key, corpus_names, decisions, so_far, first, documents })]
}

/// Goes to what the cursor of the page is on.
pub(crate) fn go(model: &mut Model) -> Vec<Effect> {
    if model.name.on_go_on() {
        return go_on(model);
    }
    if let Some((id, span)) = model.name.place() {
        return navigate::open_at_revealed(model, id, span);
    }
    let Some(spelling) = model.name.spelling().cloned() else { return Vec::new() };
    if spelling.standing == Standing::Apart {
        // A name of its own has a page of its own.
        return open(model, spelling.key);
    }
    let place = model.name.page.as_ref().and_then(|p| p.places.get(&spelling.key)).copied();
    let Some((id, span)) = place else {
        let lang = model.lang();
        model.say(lang.text(msg::NAME_SPELLING_NOT_ARTICLES_READ_HERE));
        return Vec::new();
    };
    navigate::open_at_revealed(model, id, span)
}

/// Says yes or no to the spelling under the page's cursor.
fn toggle(model: &mut Model, named: &Named) -> Vec<Effect> {
    let lang = model.lang();
    let Some(spelling) = model.name.spelling().cloned() else {
        model.say(lang.text(msg::NAME_SPACE_JOINS_OR_PARTS_SPELLING));
        return Vec::new();
    };
    match spelling.standing {
        Standing::Joined => {
            let effects = name::part(model, named, &spelling.surface);
            let reason = lang.text(msg::NAME_PARTED_BY_YOU).to_owned();
            model.name.parted = Some(Spelling { standing: Standing::Apart, reason, ..spelling });
            effects
        }
        Standing::Doubtful | Standing::Apart => {
            model.name.parted = None;
            name::join(model, named, &spelling.surface, &[])
        }
    }
}
