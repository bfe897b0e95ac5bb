//! The article pane and the sidebar beside it.

use crate::app::effect::Effect;
use crate::app::jumps::Jump;
use crate::app::model::Model;
use crate::app::panes::Pane;
use crate::app::panes::Screen;
use crate::app::screen::compare::act as compare;
use crate::app::screen::coverage::act as coverage;
use crate::app::screen::main::article::view::View;
use crate::app::verb::judge as verdict;
use crate::corpus::DocId;
use crate::text::Span;

/// Shows a document in the article pane; does not mark it as read.
pub(crate) fn show(model: &mut Model, id: DocId) {
    if model.article.document == Some(id) {
        return;
    }
    remember(model);
    let Some(key) = model.library.key(id) else { return };
    model.article.open(id, key);
    model.entities.reset();
    fill_entities(model);
}

/// Keeps the place in the open article.
pub(crate) fn remember(model: &mut Model) {
    if let Some(key) = model.article.document.and_then(|d| model.library.key(d)) {
        model.article.remember(key);
    }
}

/// Fills the sidebar for the open article, once its names are known.
pub(crate) fn fill_entities(model: &mut Model) {
    let Some(names) = model.article.document.and_then(|d| model.library.names_in(d)) else { return };
    let library = &model.library;
    model.entities.rebuild(names, &|e| library.is_hidden(e));
}

/// The article pane follows the list's cursor.
pub(crate) fn preview(model: &mut Model) -> Vec<Effect> {
    if let Some(id) = model.list.document() {
        show(model, id);
    }
    Vec::new()
}

/// Moves the focus; reading begins when it comes to the article.
pub(crate) fn focus(model: &mut Model, pane: Pane) -> Vec<Effect> {
    model.focus = pane;
    model.article.selection = None;
    if pane == Pane::List {
        model.queue = None;
    }
    model.list.range_from = None;
    if pane == Pane::List { Vec::new() } else { verdict::mark_read(model) }
}

/// Opens a document: list, article and focus go there; the place left can be
/// come back to.
pub(crate) fn open(model: &mut Model, id: DocId) -> Vec<Effect> {
    leave(model);
    model.list.go_to(id);
    show(model, id);
    focus(model, Pane::Article)
}

/// Remembers the place that is about to be left in the jump list.
pub(crate) fn leave(model: &mut Model) {
    if let Some(document) = model.article.document {
        model.jumps.leave(Jump { document, anchor: model.article.anchor, compared: None, on: None });
    }
}

/// The next or previous article of the list, whatever the focus.
pub(crate) fn neighbour(model: &mut Model, forward: bool) -> Vec<Effect> {
    let from = if model.focus == Pane::List { model.list.document() } else { model.article.document };
    let lang = model.lang();
    let next = match (&model.queue, from) {
        (Some(queue), Some(from)) => queue.neighbour(from, forward),
        _ => model.list.neighbour(from, forward),
    };
    let Some(id) = next else {
        model.say(if forward {
            lang.pick("Dernier article de la liste.", "Last article of the list.")
        } else {
            lang.pick("Premier article de la liste.", "First article of the list.")
        });
        return Vec::new();
    };
    model.list.go_to(id);
    show(model, id);
    if model.focus == Pane::List { Vec::new() } else { verdict::mark_read(model) }
}

/// Clean, marked, raw; the place in the text stays.
pub(crate) fn cycle_view(model: &mut Model) -> Vec<Effect> {
    model.article.view = model.article.view.next();
    model.article.lit = None;
    model.article.reveal = None;
    let query = model.article.find.as_ref().map(|f| f.query.clone());
    if let (Some(query), Some(document)) = (query, open_document(model)) {
        model.article.search(&document, &query);
    }
    let lang = model.lang();
    if model.article.view == View::Marked {
        let said =
            lang.pick("Vue marquée : n va au bloc ôté suivant.", "Marked view: n goes to the next block taken out.");
        model.say(said);
    }
    Vec::new()
}

fn open_document(model: &Model) -> Option<std::sync::Arc<crate::corpus::Document>> {
    model.article.document.and_then(|d| model.library.corpus.get(d)).cloned()
}

/// `n` and `N` on the main screen.
pub(crate) fn next(model: &mut Model, forward: bool) {
    let lang = model.lang();
    if model.focus == Pane::List && model.list_find.is_some() {
        crate::app::screen::main::list::act::next_match(model, forward);
        return;
    }
    if model.article.find.is_some() {
        if model.article.next_hit(forward).is_none() {
            model.say(lang.pick("Aucune occurrence dans ce texte.", "No hit in this text."));
        }
        say_hit(model);
        return;
    }
    if model.article.view == View::Marked {
        match model.article.next_block(forward) {
            Some(index) => say_block(model, index),
            None => model.say(lang.pick("Plus de bloc ôté dans ce sens.", "No further block in this direction.")),
        }
        return;
    }
    model.say(
        lang.pick("Rien à parcourir : / cherche dans ce volet.", "Nothing to step through: / searches in this pane."),
    );
}

/// Which hit of how many, and what was not searched.
pub(crate) fn say_hit(model: &mut Model) {
    let Some(find) = &model.article.find else { return };
    let lang = model.lang();
    let mut said = if find.hits.is_empty() {
        lang.pick(format!("« {} » : aucune occurrence", find.query), format!("“{}”: no hit", find.query))
    } else {
        let (i, n) = (find.current + 1, find.hits.len());
        lang.pick(format!("« {} » : {i} sur {n}", find.query), format!("“{}”: {i} of {n}", find.query))
    };
    if find.hidden > 0 {
        let hidden = find.hidden;
        said += &lang
            .pick(format!(" · {hidden} dans ce qui est ôté (c)"), format!(" · {hidden} in what was taken out (c)"));
    }
    model.say(said);
}

/// The block jumped to: what it is and which rule says so.
fn say_block(model: &mut Model, index: usize) {
    let (Some(document), Some(layout)) = (open_document(model), model.article.rows().cloned()) else { return };
    let Some(block) = layout.blocks.get(index) else { return };
    let lang = model.lang();
    let name = crate::app::view::block_name(block.kind, lang);
    let cut = document.cuts.iter().find(|c| c.span == block.span).map(|c| (c.rule, None));
    let line = document.line_at(block.span.start).map(|l| (l.rule, l.reason.clone()));
    let (rule, reason) = cut.or(line).unwrap_or(("", None));
    let reason = reason.map_or(String::new(), |r| format!(" · {}", lang.say(&r)));
    let (n, of) = (index + 1, layout.blocks.len());
    let words = lang.words(block.words);
    model.say(format!("{n}/{of} · {name} · {words} · {rule}{reason}"));
}

/// Goes to the next or previous mention of the name under the sidebar's
/// cursor, round the end.
pub(crate) fn mention(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    if model.entities.names.is_none() {
        model.say(lang.pick(
            "Les noms de cet article ne sont pas encore connus.",
            "The names of this article are not known yet.",
        ));
        return Vec::new();
    }
    let Some(entity) = model.entities.name() else {
        model.say(lang.pick("Aucun nom dans cet article.", "No name in this article."));
        return Vec::new();
    };
    let n = entity.mentions.len();
    let next = match (model.entities.mention, forward) {
        (Some(m), true) => (m + 1) % n.max(1),
        (Some(m), false) => (m + n.max(1) - 1) % n.max(1),
        (None, true) => 0,
        (None, false) => n.saturating_sub(1),
    };
    let Some(span) = entity.mentions.get(next).map(|m| m.span) else { return Vec::new() };
    let name = entity.name.clone();
    model.entities.mention = Some(next);
    model.article.lit = Some(span);
    model.article.show(span);
    model.say(format!("{name} · {}/{n}", next + 1));
    Vec::new()
}

/// Folds out the spellings of the name under the cursor.
pub(crate) fn toggle_forms(model: &mut Model) -> Vec<Effect> {
    let selected = model.entities.selected();
    model.entities.unfolded = if model.entities.unfolded == selected { None } else { selected };
    fill_entities(model);
    if let Some(i) = selected {
        model.entities.select(i);
    }
    Vec::new()
}

/// Walks the jump list.
pub(crate) fn jump(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let read =
        || Some(Jump { document: model.article.document?, anchor: model.article.anchor, compared: None, on: None });
    let Some(here) = compare::place(model).or_else(|| coverage::place(model)).or_else(read) else {
        return Vec::new();
    };
    let to = if forward { model.jumps.forward(here) } else { model.jumps.back(here) };
    let Some(to) = to else {
        model.say(lang.pick("Pas d'autre saut dans ce sens.", "No further jump in this direction."));
        return Vec::new();
    };
    if let Some(b) = to.compared {
        return compare::come_back(model, to.document, b);
    }
    if let Some(on) = to.on {
        return coverage::come_back(model, to.document, on);
    }
    model.screen = Screen::Main;
    model.list.go_to(to.document);
    show(model, to.document);
    model.article.anchor = to.anchor;
    model.article.layout = None;
    verdict::mark_read(model)
}

/// Opens a document at a span, lit.
pub(crate) fn open_at(model: &mut Model, id: DocId, span: Span) -> Vec<Effect> {
    let effects = open(model, id);
    light(model, id, span);
    effects
}

/// Lights a span of the document that is open.
pub(crate) fn light(model: &mut Model, id: DocId, span: Span) {
    let document = model.library.corpus.get(id).cloned();
    if let Some(document) = document
        && !crate::app::screen::main::article::view::shows(&document, model.article.view, span)
    {
        model.article.view = View::Marked;
    }
    model.article.lit = Some(span);
    model.article.reveal = Some(span);
}
