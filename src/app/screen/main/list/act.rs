//! The source list: ticks, grouping, order, filter, search in titles.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::export::act as export;
use crate::app::panes::Pane;
use crate::app::panes::Screen;
use crate::app::report;
use crate::app::screen::compare::act as compare;
use crate::app::screen::coverage::act as coverage;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::list::filter::{Filter, ListFind};
use crate::app::screen::main::list::order::{Grouping, Sort};
use crate::app::screen::main::list::state::Row;
use crate::app::screen::name::act as names;
use crate::app::update::start;
use crate::corpus::DocId;
use crate::job::{Job, Purpose};
use crate::search::Query;
use crate::search::query::Options;
use crate::text::fold;
use std::sync::Arc;

/// Ticks and moves down.
pub(crate) fn tick(model: &mut Model, count: usize) -> Vec<Effect> {
    for _ in 0..count.min(10_000) {
        model.list.tick();
        let on_group = matches!(model.list.rows.get(model.list.cursor), Some(Row::Group(_)));
        if !on_group {
            model.list.step(1);
        }
    }
    say_ticked(model);
    article::preview(model)
}

fn say_ticked(model: &mut Model) {
    let lang = model.lang();
    let n = model.list.ticked.len();
    if n == 0 {
        return;
    }
    let said = lang.count(n, ["coché", "cochés"], ["ticked", "ticked"]);
    model.say(lang.pick(
        format!("{said} : s état, t étiquette, d écarter, = comparer deux ; Échap décoche"),
        format!("{said}: s state, t tag, d drop, = compare two; Esc unticks"),
    ));
}

/// Begins or ends a range.
pub(crate) fn range(model: &mut Model) -> Vec<Effect> {
    model.list.toggle_range();
    let lang = model.lang();
    if model.list.range_from.is_some() {
        model.say(lang.pick("Plage : bougez pour l'étendre, v la ferme.", "Range: move to extend it, v ends it."));
    } else {
        say_ticked(model);
    }
    Vec::new()
}

/// Ticks or unticks all that is shown.
pub(crate) fn tick_all(model: &mut Model) -> Vec<Effect> {
    model.list.tick_all();
    say_ticked(model);
    Vec::new()
}

/// Ticks what the list shows and a query finds.
pub(crate) fn tick_query(model: &mut Model, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    let query = match Query::parse_with(text, Options { today: report::today(model), typing: false }) {
        Ok(q) if !text.trim().is_empty() => q,
        Ok(_) => return Vec::new(),
        Err(e) => {
            let why = lang.say(&e.sentence);
            model.warn(lang.pick(format!("Rien coché : {why}"), format!("Nothing ticked: {why}")));
            return Vec::new();
        }
    };
    let candidates = compare::searched(model, &query, model.list.documents());
    let desk = model.desk();
    vec![start(model, Job::Passing(Purpose::Tick, Arc::new(query), candidates, desk))]
}

/// Ticks what a query found.
pub(crate) fn ticked(model: &mut Model, found: &[DocId]) {
    let lang = model.lang();
    if found.is_empty() {
        model.say(lang.pick("Aucun article de la liste ne répond.", "No article of the list answers."));
        return;
    }
    model.list.ticked.extend(found);
    say_ticked(model);
}

/// Inverts the ticks.
pub(crate) fn invert(model: &mut Model) -> Vec<Effect> {
    model.list.invert();
    say_ticked(model);
    Vec::new()
}

/// Changes the grouping; judged rows leave.
pub(crate) fn group_by(model: &mut Model, grouping: Grouping) -> Vec<Effect> {
    model.list.grouping = grouping;
    model.list.just_judged.clear();
    report::rebuild_list(model);
    let lang = model.lang();
    let name = grouping.name(lang);
    model.say(lang.pick(format!("Groupé par {name}."), format!("Grouped by {name}.")));
    model.focus = Pane::List;
    let mut effects = article::preview(model);
    effects.extend(filter(model));
    effects
}

/// Changes the order within groups.
pub(crate) fn sort_by(model: &mut Model, sort: Sort) -> Vec<Effect> {
    model.list.sort = sort;
    model.list.reverse = false;
    report::rebuild_list(model);
    say_order(model);
    Vec::new()
}

/// Turns the order round.
pub(crate) fn reverse(model: &mut Model) -> Vec<Effect> {
    model.list.reverse = !model.list.reverse;
    report::rebuild_list(model);
    say_order(model);
    Vec::new()
}

fn say_order(model: &mut Model) {
    let lang = model.lang();
    let name = model.list.sort.name(lang);
    let how = if model.list.reverse { lang.pick(", à rebours", ", reversed") } else { "" };
    model.say(lang.pick(format!("Trié par {name}{how}."), format!("Sorted by {name}{how}.")));
}

/// Opens the document under the cursor, or folds and unfolds the group.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    match model.list.rows.get(model.list.cursor) {
        Some(Row::Document(id, _)) => {
            let id = *id;
            article::open(model, id)
        }
        Some(Row::Group(_)) => {
            let folded = model.list.on_folded_group();
            model.list.fold(!folded);
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Sets or removes the filter; an expression that cannot be read is said and
/// changes nothing.
pub(crate) fn set_filter(model: &mut Model, text: &str) -> Vec<Effect> {
    let lang = model.lang();
    if text.trim().is_empty() {
        if model.filter.take().is_some() {
            report::rebuild_list(model);
            model.say(lang.pick("Filtre ôté.", "Filter removed."));
        }
        return Vec::new();
    }
    match Query::parse_with(text, Options { today: report::today(model), typing: false }) {
        Ok(query) => {
            // Until the answer is there the list stays as it is.
            let passing = model.list.documents().collect();
            model.filter = Some(Filter { passing, asked: true, ..Filter::new(text.trim().to_owned(), query) });
            model.list.just_judged.clear();
            filter(model)
        }
        Err(e) => {
            let why = lang.say(&e.sentence);
            model.warn(lang.pick(format!("Filtre inchangé : {why}"), format!("Filter unchanged: {why}")));
            Vec::new()
        }
    }
}

/// Asks which documents the filter lets through now.
pub(crate) fn filter(model: &mut Model) -> Vec<Effect> {
    let Some(filter) = &model.filter else { return Vec::new() };
    let query = filter.query.clone();
    let candidates = compare::searched(model, &query, model.library.corpus.ids());
    let desk = model.desk();
    vec![start(model, Job::Passing(Purpose::Filter, query, candidates, desk))]
}

/// Shows what the filter lets through; says how much when it was just set.
pub(crate) fn passed(model: &mut Model, ids: Vec<DocId>) -> Vec<Effect> {
    let Some(filter) = &mut model.filter else { return Vec::new() };
    filter.passing = ids.into_iter().collect();
    let asked = std::mem::take(&mut filter.asked);
    report::rebuild_list(model);
    if !asked {
        match model.article.document {
            _ if model.touched => {}
            Some(id) => {
                model.list.go_to(id);
            }
            None => report::first_document(model),
        }
        return Vec::new();
    }
    let lang = model.lang();
    let (shown, all) = (model.list.shown, model.library.corpus.len());
    let said = if shown == 0 {
        lang.pick(
            format!("0 sur {all} : le filtre masque tout — Échap l'ôte"),
            format!("0 of {all}: the filter hides all — Esc removes it"),
        )
    } else {
        lang.pick(
            format!("{shown} sur {all} — Échap ôte le filtre"),
            format!("{shown} of {all} — Esc removes the filter"),
        )
    };
    model.say(said);
    article::preview(model)
}

/// Filters the corpus by the name under the sidebar's cursor.
pub(crate) fn filter_entity(model: &mut Model) -> Vec<Effect> {
    let Some(name) = names::wanted(model) else { return Vec::new() };
    model.screen = Screen::Main;
    let term = format!("entity:\"{}\"", name.replace('"', " "));
    // A second name narrows the first.
    let expression = match &model.filter {
        Some(f) if !f.text.contains(&term) => format!("{} {term}", f.text),
        Some(f) => f.text.clone(),
        None => term,
    };
    let effects = set_filter(model, &expression);
    model.focus = Pane::List;
    effects
}

/// Looks for words in the rows of the list and goes to the first one.
pub(crate) fn find(model: &mut Model, query: &str) -> Vec<Effect> {
    let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        model.list_find = None;
        return Vec::new();
    }
    model.list_find = Some(ListFind { query: query.to_owned(), words, goes: true, found: None });
    look(model)
}

/// Looks for the words again: in the rows that there are now.
pub(crate) fn look(model: &mut Model) -> Vec<Effect> {
    let Some(find) = &model.list_find else { return Vec::new() };
    let (register, words) = (model.library.register().clone(), find.words.clone());
    let documents = model.list.documents().collect();
    vec![start(model, Job::InList(register, documents, words))]
}

/// Takes the articles that have the words; goes to the first when the words
/// are new.
pub(crate) fn found_in_list(model: &mut Model, documents: &[DocId]) {
    let given = model.library.corpus.given();
    let Some(find) = &mut model.list_find else { return };
    let mut found = vec![false; given];
    for id in documents {
        if let Some(place) = found.get_mut(id.index()) {
            *place = true;
        }
    }
    find.found = Some(found);
    if !std::mem::take(&mut find.goes) {
        return;
    }
    if row_matches(model, model.list.cursor) {
        say_matches(model);
    } else {
        next_match(model, true);
    }
}

fn row_matches(model: &Model, row: usize) -> bool {
    let found = model.list_find.as_ref().and_then(|f| f.found.as_ref());
    let (Some(found), Some(Row::Document(id, _))) = (found, model.list.rows.get(row)) else { return false };
    found.get(id.index()).copied().unwrap_or(false)
}

/// Goes to the next or previous row with the words, round the end.
pub(crate) fn next_match(model: &mut Model, forward: bool) {
    if model.list_find.as_ref().is_some_and(|f| f.found.is_none()) {
        // They are still being looked for; the first one is gone to then.
        return;
    }
    let n = model.list.rows.len();
    let at = model.list.cursor;
    let found = (1..=n).map(|i| if forward { (at + i) % n } else { (at + n - i) % n }).find(|&r| row_matches(model, r));
    match found {
        Some(row) => {
            model.list.go_to_row(row);
            article::preview(model);
            say_matches(model);
        }
        None => {
            let lang = model.lang();
            model.say(lang.pick("Aucun titre ne contient ces mots.", "No title has these words."));
        }
    }
}

fn say_matches(model: &mut Model) {
    let matching = |rows: std::ops::Range<usize>| rows.filter(|r| row_matches(model, *r)).count();
    let at = matching(0..model.list.cursor + 1);
    let n = at + matching(model.list.cursor + 1..model.list.rows.len());
    let query = model.list_find.as_ref().map_or(String::new(), |f| f.query.clone());
    let lang = model.lang();
    model.say(lang.pick(format!("« {query} » : {at} sur {n} titres"), format!("“{query}”: {at} of {n} titles")));
}

/// Takes one layer off: range, ticks, search, filter, zoom, screen.
pub(crate) fn peel(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = export::stop(model) {
        return effects;
    }
    if model.screen == Screen::Notes {
        if model.notes.find.is_empty() {
            model.screen = model.under;
        } else {
            model.notes.search("");
        }
        return Vec::new();
    }
    if model.screen == Screen::Journal {
        model.screen = model.under;
        return Vec::new();
    }
    if model.screen == Screen::Board && !model.list.ticked.is_empty() {
        model.list.ticked.clear();
        return Vec::new();
    }
    match model.screen {
        Screen::Main => {}
        Screen::Matrix | Screen::Timeline => return coverage::peel(model),
        Screen::Compare => {
            compare::leave(model);
            return Vec::new();
        }
        _ => {
            model.screen = Screen::Main;
            return Vec::new();
        }
    }
    if model.article.selection.take().is_some() {
        return Vec::new();
    }
    if model.list.range_from.take().is_some() {
        return Vec::new();
    }
    if !model.list.ticked.is_empty() {
        model.list.ticked.clear();
        return Vec::new();
    }
    if model.article.find.take().is_some() || model.list_find.take().is_some() || model.article.lit.take().is_some() {
        return Vec::new();
    }
    if model.pin.take().is_some() {
        return Vec::new();
    }
    if model.filter.is_some() {
        return set_filter(model, "");
    }
    if model.queue.is_some() {
        return article::focus(model, Pane::List);
    }
    if model.zoom {
        model.zoom = false;
        return Vec::new();
    }
    if model.focus != Pane::List {
        return article::focus(model, Pane::List);
    }
    let lang = model.lang();
    model.say(lang.pick("Rien à ôter ; q quitte.", "Nothing to take off; q leaves."));
    Vec::new()
}
