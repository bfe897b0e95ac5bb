//! The source list: ticks, grouping, order, filter, search in titles.

use crate::app::action::{Arranging, Folding};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::{Pane, Screen};
use crate::app::screen::main::list::filter::ListFind;
use crate::app::screen::main::list::order::{Grouping, Sort};
use crate::app::screen::main::list::place::ListPlace;
use crate::app::verb::save_search;
use crate::app::{candidates, listing, navigate, record, view};
use crate::corpus::DocId;
use crate::job::{Passed, Passing, Tick};
use crate::search::Query;
use crate::text::fold;
use crate::text::quotes::bare;
use crate::triage::After;
use crate::words::msg;
use std::sync::Arc;

/// Arranges the list.
pub(crate) fn arrange(model: &mut Model, action: Arranging) -> Vec<Effect> {
    match action {
        Arranging::GroupNext => group_by(model, model.list.grouping.next()),
        Arranging::GroupSource => group_by(model, Grouping::Source),
        Arranging::GroupDay => group_by(model, Grouping::Day),
        Arranging::GroupStory => group_by(model, Grouping::Story),
        Arranging::GroupState => group_by(model, Grouping::State),
        Arranging::SortDate => sort_by(model, Sort::Date),
        Arranging::SortSource => sort_by(model, Sort::Source),
        Arranging::SortTitle => sort_by(model, Sort::Title),
        Arranging::SortWords => sort_by(model, Sort::Words),
        Arranging::SortReverse => reverse(model),
    }
}

/// Goes from group to group, folds and opens them.
pub(crate) fn go_or_fold(model: &mut Model, action: Folding, times: usize) -> Vec<Effect> {
    let list = &mut model.list;
    match action {
        Folding::NextGroup => while_it_moves(times, || list.go_to_head(true)),
        Folding::PreviousGroup => while_it_moves(times, || list.go_to_head(false)),
        Folding::FoldGroup => while_it_moves(1, || list.fold(true)),
        Folding::UnfoldGroup => while_it_moves(1, || list.fold(false)),
        Folding::ToggleFold => {
            let folded = list.opens_to_the_right();
            list.fold(!folded);
        }
        Folding::FoldAll => list.fold_all(true),
        Folding::UnfoldAll => list.fold_all(false),
    }
    model.focus = Pane::List;
    navigate::preview(model)
}

fn while_it_moves(times: usize, mut step: impl FnMut() -> bool) {
    let _ = (0..times).take_while(|_| step()).count();
}

/// Ticks and moves down.
pub(crate) fn tick(model: &mut Model, count: usize) -> Vec<Effect> {
    for _ in 0..count.min(10_000) {
        model.list.tick();
        // The documents of an open group stand below its head, which is not left.
        let on_open_group = model.list.on_group() && !model.list.on_folded_group();
        if !on_open_group {
            model.list.step(1);
        }
    }
    say_ticked(model);
    navigate::preview(model)
}

/// What so many rows stand for from the cursor on, and the last of them: articles and
/// folded groups; in the queue so many articles from the open one on. `None` for one row, where articles are ticked, and elsewhere than in
/// the list.
pub(crate) fn rows_from_cursor(model: &Model, count: usize) -> Option<(Vec<DocId>, usize)> {
    let list = &model.list;
    if let (Some(queue), Some(open)) = (&model.queue, model.article.document)
        && count > 1
        && list.ticked.is_empty()
    {
        let from = queue.place(open)?;
        let ids: Vec<DocId> = queue.documents.iter().skip(from).take(count).copied().collect();
        return Some((ids.iter().flat_map(|id| list.under(*id)).collect(), from + ids.len() - 1));
    }
    let here = model.screen == Screen::Main && model.focus == Pane::List && list.ticked.is_empty();
    if count < 2 || !here || list.on_searches() {
        return None;
    }
    let rows = list.rows.iter().enumerate().skip(list.cursor).map(|(i, row)| (i, list.of_row(*row)));
    let rows: Vec<_> = rows.filter(|(_, ids)| !ids.is_empty()).take(count).collect();
    let last = rows.last()?.0;
    Some((rows.into_iter().flat_map(|(_, ids)| ids).collect(), last))
}

/// Goes to the row behind one, or to the article behind that place of the queue, unless the
/// reader wants to stay after a verdict.
pub(crate) fn go_on_behind(model: &mut Model, row: usize) -> Vec<Effect> {
    if let Some(queue) = &model.queue {
        let next = queue.documents.get(row + 1).or(queue.documents.last()).copied();
        let Some(next) = next.filter(|_| model.choices.after != After::Stay) else { return Vec::new() };
        model.list.go_to(next);
        navigate::show(model, next);
        return record::mark_read(model);
    }
    if model.choices.after != After::Stay {
        model.list.go_to_row(row + 1);
    }
    navigate::preview(model)
}

fn say_ticked(model: &mut Model) {
    let lang = model.lang();
    let n = model.list.ticked.len();
    if n == 0 {
        return;
    }
    let said = lang.say(msg::ui_ticked(n));
    model.say(lang.say(msg::list_s_state_t_tag_d(&said)));
}

/// Begins or ends a range.
pub(crate) fn range(model: &mut Model) -> Vec<Effect> {
    model.list.toggle_range();
    let lang = model.lang();
    if model.list.range_from.is_some() {
        model.say(lang.text(msg::LIST_RANGE_MOVE_EXTEND_V_ENDS));
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
    let query = match Query::parse_with(text, candidates::query_options(model)) {
        Ok(q) if !text.trim().is_empty() => q,
        Ok(_) => return Vec::new(),
        Err(e) => {
            let why = lang.say(&e.sentence);
            model.warn(lang.say(msg::list_nothing_ticked(&why)));
            return Vec::new();
        }
    };
    let candidates = candidates::searched(model, &query, model.list.documents());
    let texts = model.text_options();
    vec![model.start(Tick(Passing { texts, query: Arc::new(query), candidates }))]
}

/// Ticks what a query found.
pub(crate) fn ticked(model: &mut Model, found: &[DocId]) {
    let lang = model.lang();
    if found.is_empty() {
        model.say(lang.text(msg::LIST_NO_ARTICLE_LIST_ANSWERS));
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
    listing::rebuild(model);
    let lang = model.lang();
    let name = grouping.label(lang);
    model.say(lang.say(msg::list_grouped_by(name)));
    model.focus = Pane::List;
    let mut effects = navigate::preview(model);
    effects.extend(listing::refilter(model));
    effects
}

/// Changes the order within groups.
fn sort_by(model: &mut Model, sort: Sort) -> Vec<Effect> {
    model.list.sort = sort;
    model.list.reverse = false;
    listing::rebuild(model);
    say_order(model);
    Vec::new()
}

/// Turns the order round.
fn reverse(model: &mut Model) -> Vec<Effect> {
    model.list.reverse = !model.list.reverse;
    listing::rebuild(model);
    say_order(model);
    Vec::new()
}

fn say_order(model: &mut Model) {
    let lang = model.lang();
    let name = model.list.sort.label(lang);
    let how = if model.list.reverse { lang.text(msg::LIST_REVERSED) } else { "" };
    let said = lang.say(msg::list_sorted_by(name, how));
    let cards = model.library.cards();
    let undated = match model.list.sort {
        Sort::Date => model.list.documents().filter(|id| cards.date(*id).is_none()).count(),
        Sort::Source | Sort::Title | Sort::Words => 0,
    };
    model.say(if undated == 0 { said } else { lang.say(msg::list_undated(said, undated)) });
}

/// Applies the search under the cursor; opens the document; unfolds a group that is folded and folds
/// one that is open.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    if model.list.search().is_some() {
        return save_search::apply(model);
    }
    if model.list.on_searches() {
        let folded = model.list.searches_folded;
        model.list.fold(!folded);
        return Vec::new();
    }
    if model.list.on_group() {
        let folded = model.list.on_folded_group();
        model.list.fold(!folded);
        return navigate::preview(model);
    }
    model.list.leading().map_or_else(Vec::new, |id| navigate::open(model, id))
}

/// Shows what the filter lets through; says how much when it was just set.
pub(crate) fn passed(model: &mut Model, Passed { ids, meant }: Passed) -> Vec<Effect> {
    let Some(filter) = &mut model.filter else { return Vec::new() };
    filter.passing = Arc::new(ids.into_iter().collect());
    filter.known = true;
    let asked = std::mem::take(&mut filter.asked);
    let kept = listing::rebuild(model);
    if !asked {
        match model.article.document {
            _ if model.touched => {}
            Some(id) => {
                model.list.go_to(id);
            }
            None => navigate::first_row(model),
        }
        return Vec::new();
    }
    let lang = model.lang();
    let (shown, all) = (model.list.shown, model.library.corpus.len());
    let mut said = vec![if shown == 0 {
        lang.say(msg::list_0_filter_hides_all_esc(all))
    } else {
        lang.say(msg::list_esc_removes_filter(shown, all))
    }];
    said.extend(meant.map(|m| lang.say(msg::list_perhaps_meant(&m.query, msg::ui_search_hits(m.hits)))));
    said.extend(model.filter.as_ref().and_then(|f| view::no_operator(&f.query, lang)));
    model.say(said.join(" · "));
    if !kept {
        model.list.go_to_first();
    }
    // What does not answer is not shown beside a list that says that nothing does.
    if shown == 0 && model.focus == Pane::List {
        navigate::show_nothing(model);
    }
    let put = Box::new((model.list.place(), model.focus));
    if let Some(filter) = &mut model.filter {
        filter.put = Some(put);
    }
    navigate::preview(model)
}

/// Looks for words in the rows of the list and goes to the first one.
pub(crate) fn find(model: &mut Model, query: &str, from: Option<ListPlace>) -> Vec<Effect> {
    let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        model.list_find = None;
        return Vec::new();
    }
    // A group that was opened for the words as they were is folded again with the next.
    let opened = model.list_find.take().and_then(|f| f.opened);
    model.list_find = Some(ListFind { query: query.to_owned(), words, goes: true, found: None, opened, from });
    listing::look(model)
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
    if let Some(from) = find.from.take().filter(|from| !model.list.is_at(from)) {
        find.opened = None;
        model.list.come_back(from);
        navigate::preview(model);
    }
    let here = model.list.document();
    if here.is_some_and(|id| matches(model).contains(&id)) {
        say_matches(model);
    } else {
        next_match(model, true);
    }
}

/// The articles of the list with the words, in its order, those of folded groups too;
/// a copy that has no row of its own is told by its text.
fn matches(model: &Model) -> Vec<DocId> {
    let Some(found) = model.list_find.as_ref().and_then(|f| f.found.as_ref()) else { return Vec::new() };
    let has = |id: DocId| found.get(id.index()).copied().unwrap_or(false);
    let stands = |id: &DocId| has(*id) && !model.list.folded_under(*id).is_some_and(has);
    model.list.documents().filter(stands).collect()
}

/// Goes to the next or previous article with the words, round the end. A group that
/// is folded is opened for it, and folded again when the next one is elsewhere.
pub(crate) fn next_match(model: &mut Model, forward: bool) {
    if model.list_find.as_ref().is_some_and(|f| f.found.is_none()) {
        // They are still being looked for; the first one is gone to then.
        return;
    }
    let matches = matches(model);
    let list = &model.list;
    let place = |id: &DocId| list.groups.place(*id);
    // On a head all of its group lies ahead.
    let here = list.document().as_ref().and_then(place);
    let head = list.group_at_cursor().and_then(|g| place(g.documents().first()?)).unwrap_or(0);
    let ahead = |id: &&DocId| place(id) > here && (here.is_some() || place(id) >= Some(head));
    let behind = |id: &&DocId| place(id) < here.or(Some(head));
    let next = if forward {
        matches.iter().find(ahead).or(matches.first())
    } else {
        matches.iter().rev().find(behind).or(matches.last())
    };
    let Some(next) = next.copied() else {
        let lang = model.lang();
        model.say(lang.text(msg::LIST_NO_TITLE_HAS_THESE_WORDS));
        return;
    };
    let group = list.groups.of_document(next).and_then(|g| list.groups.get(g));
    let group = group.map(|g| (g.key(), list.folds.is_folded(g)));
    let before = model.list_find.as_mut().and_then(|f| f.opened.take());
    let (key, folded) = group.unzip();
    let opened = if before == key { before.clone() } else { key.filter(|_| folded == Some(true)) };
    if let Some(key) = before.filter(|before| Some(before) != opened.as_ref()) {
        model.list.fold_again(key);
    }
    if let Some(find) = &mut model.list_find {
        find.opened = opened;
    }
    model.list.go_to(next);
    navigate::preview(model);
    say_matches(model);
}

fn say_matches(model: &mut Model) {
    let matches = matches(model);
    let at = model.list.document().and_then(|id| matches.iter().position(|m| *m == id)).map_or(0, |at| at + 1);
    let query = model.list_find.as_ref().map_or(String::new(), |f| f.query.clone());
    let lang = model.lang();
    model.say(lang.say(msg::list_titles(bare(&query), at, matches.len())));
}
