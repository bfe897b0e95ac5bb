//! The article pane: views, paragraphs, hits and blocks stepped through.

use crate::app::action::Reading;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Pane;
use crate::app::screen::main::article::view::View;
use crate::app::verb::decide;
use crate::app::{navigate, record};
use crate::clean;
use crate::corpus::DocId;
use crate::text::quotes::bare;
use crate::triage::{Change, CleaningPlace, Decision, Target};
use crate::words::msg;

/// Does what is done in the pane.
pub(crate) fn read(model: &mut Model, action: Reading, count: Option<usize>) -> Vec<Effect> {
    let times = count.unwrap_or(1);
    match action {
        Reading::NextParagraph => (0..times).for_each(|_| model.article.paragraph(true)),
        Reading::PreviousParagraph => (0..times).for_each(|_| model.article.paragraph(false)),
        Reading::PageOn => {
            let full = model.article.height.saturating_sub(2).max(1);
            model.article.scroll((times * full) as isize);
        }
        Reading::CycleView => return cycle_view(model),
    }
    Vec::new()
}

/// Goes so many articles on or back in the list, or as far as it has, whatever the focus. What
/// is passed over is not shown, so it is not read.
pub(crate) fn neighbour(model: &mut Model, forward: bool, times: usize) -> Vec<Effect> {
    let from = if model.focus == Pane::List { model.list.document() } else { model.article.document };
    let lang = model.lang();
    let beside = |from: Option<DocId>| match (&model.queue, from) {
        (Some(queue), Some(from)) => queue.neighbour(from, forward),
        _ => model.list.neighbour(from, forward),
    };
    let mut next = None;
    for _ in 0..times {
        let Some(id) = beside(next.or(from)) else { break };
        next = Some(id);
    }
    let Some(id) = next else {
        model.say(if forward {
            lang.text(msg::ARTICLE_LAST_ARTICLE_LIST)
        } else {
            lang.text(msg::ARTICLE_FIRST_ARTICLE_LIST)
        });
        return Vec::new();
    };
    let mut effects = record::go_on(model);
    model.list.go_to(id);
    navigate::show(model, id);
    if model.focus != Pane::List {
        effects.extend(record::mark_read(model));
    }
    effects
}

/// Clean, marked, raw; the place in the text stays.
fn cycle_view(model: &mut Model) -> Vec<Effect> {
    model.article.view = model.article.view.next();
    model.article.own_view = None;
    model.article.highlighted = None;
    model.article.reveal = None;
    let query = model.article.find.as_ref().map(|f| f.query.clone());
    if let (Some(query), Some(document)) = (query, navigate::open_document(model)) {
        model.article.search(&document, &query);
    }
    let lang = model.lang();
    if model.article.view == View::Marked {
        let said = lang.text(msg::ARTICLE_MARKED_VIEW_N_GOES_NEXT);
        model.say(said);
    }
    Vec::new()
}

/// Goes to the next or previous hit, or block that was taken out.
pub(crate) fn next(model: &mut Model, forward: bool) {
    let lang = model.lang();
    if model.article.find.is_some() {
        if model.article.next_hit(forward).is_none() {
            model.say(lang.text(msg::ARTICLE_NO_HIT_TEXT));
        }
        say_hit(model);
        return;
    }
    if model.article.view == View::Marked {
        match model.article.next_block(forward) {
            Some(index) => say_block(model, index),
            None => model.say(lang.text(msg::ARTICLE_NO_FURTHER_BLOCK_DIRECTION)),
        }
        return;
    }
    model.say(lang.text(msg::ARTICLE_NOTHING_STEP_THROUGH_SEARCHES_PANE));
}

/// Which hit of how many, and what was not searched.
pub(crate) fn say_hit(model: &mut Model) {
    let Some(find) = &model.article.find else { return };
    let lang = model.lang();
    let mut said = if find.hits.is_empty() {
        lang.say(msg::article_no_hit(bare(&find.query)))
    } else {
        let (i, n) = (find.current + 1, find.hits.len());
        lang.say(msg::article_of(bare(&find.query), i, n))
    };
    if find.hidden > 0 {
        let hidden = find.hidden;
        said += &lang.say(msg::article_what_was_taken_out_c(hidden));
    }
    model.say(said);
}

/// The block jumped to: what it is and why it was taken out.
fn say_block(model: &mut Model, index: usize) {
    let (Some(document), Some(layout)) = (navigate::open_document(model), model.article.rows().cloned()) else {
        return;
    };
    let Some(block) = layout.blocks.get(index) else { return };
    let lang = model.lang();
    let name = crate::app::view::block_name(block.kind, lang);
    let cut = document.cuts.iter().find(|c| c.span == block.span).map(|c| (c.rule, None));
    let line = document.line_at(block.span.start).map(|l| (l.rule, l.reason.clone()));
    let (rule, reason) = cut.or(line).unwrap_or(("", None));
    let reason = lang.say(reason.unwrap_or_else(|| crate::clean::rules::label(rule)));
    let (n, of) = (index + 1, layout.blocks.len());
    let words = lang.words(block.words);
    model.say(format!("{n}/{of} · {name} · {words} · {reason}"));
}

/// Puts the block under the reader's eyes back into the article, and every
/// line that reads like it into the articles of the same source.
pub(crate) fn put_back(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    if model.article.view != View::Marked {
        model.say(lang.text(msg::ARTICLE_C_FIRST_MARKED_VIEW_SHOWS));
        return Vec::new();
    }
    let open = model.article.document;
    let Some((id, document)) = open.and_then(|d| Some((d, model.library.corpus.get(d)?.clone()))) else {
        return Vec::new();
    };
    let at = model.article.highlighted.map_or(model.article.anchor, |s| s.start);
    let ledger = clean::ledger(&document);
    let block = ledger.taken_out.iter().find(|b| !b.cut && b.span.end > at);
    let Some(block) = block else {
        model.say(lang.text(msg::ARTICLE_NO_BLOCK_TAKEN_OUT_HERE));
        return Vec::new();
    };
    let source = model.library.source(id).map_or_else(String::new, |s| s.to_string());
    let lines = clean::folded_lines(&document, block.lines);
    let words = lang.words(block.words);
    let changes: Vec<(Target, Change)> = lines
        .into_iter()
        .map(|l| (Target::Source(source.clone()), Change::Decide(Decision::PutBack { place: CleaningPlace::Line(l) })))
        .collect();
    if changes.is_empty() {
        return Vec::new();
    }
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = record::record(model, entry.clone());
    effects.extend(decide::follow(model, &entry));
    model.article.highlighted = None;
    model.say(lang.say(msg::article_block_put_back_remembered_for(&words, &source)));
    effects
}

/// Looks for words in the open article.
pub(crate) fn find(model: &mut Model, words: &str) {
    match navigate::open_document(model) {
        Some(document) => model.article.search(&document, words),
        None => model.article.find = None,
    }
}
