//! Keeping searches under a name: kept, renamed, moved, removed, applied. Each is
//! an entry of the journal and can be undone.

use crate::app::action::KeepSearch;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::Overlay;
use crate::app::panes::{Pane, Screen};
use crate::app::saved::count;
use crate::app::screen::main::list::filter::Filter;
use crate::app::{candidates, listing, navigate, record};
use crate::search::Query;
use crate::text::sanitise::one_line;
use crate::text::squeezed;
use crate::triage::{SavedSearch, rearranged};
use crate::words::msg;
use std::sync::Arc;

/// Letters of a query that are offered as its name.
const OFFERED: usize = 40;

/// The query that would be kept: the one being typed, the one whose answers are
/// shown, else the filter of the list.
pub(crate) fn query_at_hand(model: &Model) -> Option<String> {
    let typed = model.overlays.iter().rev().find_map(|o| match o {
        Overlay::Prompt(p) if p.ask.is_query() => Some(p.input.value().to_owned()),
        _ => None,
    });
    let results = model.results.as_ref().filter(|_| model.screen == Screen::Results).map(|r| r.query.clone());
    let filter = || model.filter.as_ref().map(|f| f.text.clone());
    typed.or(results).or_else(filter).map(|q| q.trim().to_owned()).filter(|q| !q.is_empty())
}

/// The name that is offered for what is to be kept or renamed.
pub(crate) fn offered(model: &Model, ask: Ask) -> String {
    if ask == Ask::RenameSearch {
        return at_cursor(model).map_or(String::new(), |s| s.name.clone());
    }
    let query = query_at_hand(model).unwrap_or_default();
    let known = model.saved.searches.iter().find(|s| s.query == query);
    known.map_or_else(|| name_of(&query).chars().take(OFFERED).collect(), |s| s.name.clone())
}

/// What is typed, as a name that `saved:"NAME"` can say.
fn name_of(typed: &str) -> String {
    squeezed(&one_line(typed).replace(['"', '“', '”', '«', '»', '„'], " "))
}

fn at_cursor(model: &Model) -> Option<&SavedSearch> {
    model.saved.searches.get(model.list.search()?)
}

/// Keeps the query at hand under a name; one of that name gives way.
pub(crate) fn keep(model: &mut Model, typed: &str) -> Vec<Effect> {
    let (lang, name) = (model.lang(), name_of(typed));
    let Some(query) = query_at_hand(model).filter(|_| !name.is_empty()) else {
        model.say(lang.text(msg::SAVED_NOTHING_KEPT));
        return Vec::new();
    };
    let mut new = model.saved.searches.clone();
    let search = SavedSearch { name, query };
    // Above a line that is typed no key undoes.
    let in_line = !model.overlays.is_empty();
    let said = if in_line { msg::saved_kept_from_line(&*search.name) } else { msg::saved_kept(&*search.name) };
    match new.iter().position(|s| s.is_called(&search.name)) {
        Some(place) => new[place] = search,
        None => new.push(search),
    }
    let effects = decide(model, &new);
    model.say(lang.say(said));
    effects
}

/// Gives the search under the cursor another name.
pub(crate) fn rename(model: &mut Model, typed: &str) -> Vec<Effect> {
    let (lang, name) = (model.lang(), name_of(typed));
    let Some(place) = model.list.search().filter(|_| !name.is_empty()) else {
        model.say(lang.text(msg::SAVED_NOTHING_KEPT));
        return Vec::new();
    };
    let mut new = model.saved.searches.clone();
    if new.iter().enumerate().any(|(i, s)| i != place && s.is_called(&name)) {
        model.warn(lang.say(msg::saved_name_taken(name)));
        return Vec::new();
    }
    let Some(search) = new.get_mut(place) else { return Vec::new() };
    let before = std::mem::replace(&mut search.name, name.clone());
    let effects = decide(model, &new);
    model.say(lang.say(msg::saved_renamed(before, name)));
    effects
}

/// Does something with the search under the cursor.
pub(crate) fn change(model: &mut Model, action: KeepSearch, times: usize) -> Vec<Effect> {
    let mut new = model.saved.searches.clone();
    let Some(place) = model.list.search().filter(|p| *p < new.len()) else { return Vec::new() };
    let lang = model.lang();
    match action {
        KeepSearch::RemoveSearch => {
            let gone = new.remove(place);
            let effects = decide(model, &new);
            model.say(lang.say(msg::saved_removed(gone.name)));
            effects
        }
        KeepSearch::MoveSearchUp | KeepSearch::MoveSearchDown => {
            let last = new.len() - 1;
            let to = match action {
                KeepSearch::MoveSearchUp => place.saturating_sub(times),
                _ => (place + times).min(last),
            };
            let search = new.remove(place);
            new.insert(to, search);
            let effects = decide(model, &new);
            model.list.go_to_search(to);
            effects
        }
        KeepSearch::SaveSearch | KeepSearch::RenameSearch | KeepSearch::KeptSearches => Vec::new(),
    }
}

/// Goes to the searches that are kept, at the head of the list.
pub(crate) fn show(model: &mut Model) -> Vec<Effect> {
    if model.saved.searches.is_empty() {
        model.say(model.lang().text(msg::SAVED_NONE));
        return Vec::new();
    }
    navigate::to_main(model);
    let effects = navigate::focus(model, Pane::List);
    model.list.go_to_search(0);
    effects
}

/// Narrows the list by the search under the cursor; by the one that narrows it
/// already, no more.
pub(crate) fn apply(model: &mut Model) -> Vec<Effect> {
    let Some(query) = at_cursor(model).map(|s| s.query.clone()) else { return Vec::new() };
    let applied = model.filter.as_ref().is_some_and(|f| f.text == query);
    navigate::narrow(model, if applied { "" } else { &query })
}

fn decide(model: &mut Model, new: &[SavedSearch]) -> Vec<Effect> {
    let changes = rearranged(&model.saved.searches, new);
    if changes.is_empty() {
        return Vec::new();
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = record::record(model, entry);
    effects.extend(follow(model));
    effects
}

/// Searches were kept or given up, here or elsewhere: the list shows them, and a
/// filter that names them means what they mean now. One that names a search that
/// is gone goes on meaning what it meant.
pub(crate) fn follow(model: &mut Model) -> Vec<Effect> {
    count::take_over(model);
    // They can be gone to.
    model.picker.made_of = None;
    let mut effects = count::all(model);
    let now = |f: &Filter| Query::parse_with(&f.text, candidates::query_options(model)).ok();
    if let Some(query) = model.filter.as_ref().and_then(now)
        && let Some(filter) = &mut model.filter
        && *filter.query != query
    {
        filter.query = Arc::new(query);
        effects.extend(listing::refilter(model));
    }
    effects
}
