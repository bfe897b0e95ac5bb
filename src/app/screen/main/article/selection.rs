//! Choosing a passage in the article: by sentences, then by words.

use crate::app::action::Selecting;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::screen::main::article::sentences as reading;
use crate::app::screen::main::article::state::Selection;
use crate::text::Span;
use crate::words::msg;

/// Does what is done to a passage that is chosen.
pub(crate) fn act(model: &mut Model, action: Selecting) -> Vec<Effect> {
    match action {
        Selecting::SelectText => select(model),
        Selecting::GrowWord => word(model, true),
        Selecting::ShrinkWord => word(model, false),
        Selecting::OtherEnd => other_end(model),
    }
}

/// Chooses the first sentence on the screen, or what is highlighted there; then begins
/// to extend; then lets go.
fn select(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(document) = navigate::open_document(model) else { return Vec::new() };
    match model.article.selection {
        None => {
            let highlighted = model.article.passage(&document);
            let first = || reading::sentence_from(&document, model.article.view, model.article.first_seen()?);
            let Some(span) = highlighted.or_else(first) else {
                model.say(lang.text(msg::SELECTION_NO_SENTENCE_HERE));
                return Vec::new();
            };
            model.article.selection = Some(Selection { span, extending: false, at_start: false });
            model.article.show(span);
            model.say(lang.text(msg::SELECTION_J_K_CHOOSES_SENTENCE_V));
        }
        Some(s) if !s.extending => {
            model.article.selection = Some(Selection { extending: true, ..s });
            model.say(lang.text(msg::SELECTION_J_K_EXTENDS_BY_SENTENCES));
        }
        Some(s) => model.article.selection = Some(Selection { extending: false, ..s }),
    }
    Vec::new()
}

/// Moves among sentences, or the end that moves.
pub(crate) fn step(model: &mut Model, by: isize) {
    for _ in 0..by.unsigned_abs().min(1000) {
        let (Some(document), Some(s)) = (navigate::open_document(model), model.article.selection) else { return };
        let view = model.article.view;
        let from = |at| reading::sentence_from(&document, view, at);
        let before = |at| reading::sentence_before(&document, view, at);
        let span = match (s.extending, s.at_start, by > 0) {
            (false, _, true) => from(s.span.end),
            (false, _, false) => before(s.span.start),
            (true, false, true) => from(s.span.end).map(|n| Span::new(s.span.start, n.end)),
            (true, false, false) => before(s.span.end)
                .and_then(|n| if n.end < s.span.end { Some(n) } else { before(n.start) })
                .filter(|n| n.end > s.span.start)
                .map(|n| Span::new(s.span.start, n.end)),
            (true, true, true) => from(s.span.start)
                .and_then(|n| from(n.end))
                .filter(|n| n.start < s.span.end)
                .map(|n| Span::new(n.start, s.span.end)),
            (true, true, false) => before(s.span.start).map(|n| Span::new(n.start, s.span.end)),
        };
        set(model, span);
    }
}

/// Moves the end that moves by words.
fn word(model: &mut Model, longer: bool) -> Vec<Effect> {
    let (Some(document), Some(s)) = (navigate::open_document(model), model.article.selection) else {
        return Vec::new();
    };
    let view = model.article.view;
    let span = match (s.at_start, longer) {
        (false, true) => reading::word_end(&document, view, s.span.end).map(|e| Span::new(s.span.start, e)),
        (false, false) => {
            reading::word_end_before(&document, s.span.end, s.span.start).map(|e| Span::new(s.span.start, e))
        }
        (true, true) => reading::word_start_before(&document, view, s.span.start).map(|b| Span::new(b, s.span.end)),
        (true, false) => reading::word_start(&document, s.span.start, s.span.end).map(|b| Span::new(b, s.span.end)),
    };
    if let Some(s) = &mut model.article.selection {
        s.extending = true;
    }
    set(model, span);
    Vec::new()
}

/// The other end moves now.
fn other_end(model: &mut Model) -> Vec<Effect> {
    if let Some(s) = &mut model.article.selection {
        s.at_start = !s.at_start;
        s.extending = true;
    }
    Vec::new()
}

fn set(model: &mut Model, span: Option<Span>) {
    let (Some(span), Some(s)) = (span.filter(|s| !s.is_empty()), model.article.selection) else { return };
    model.article.selection = Some(Selection { span, ..s });
    let end = if s.at_start { Span::new(span.start, span.start) } else { Span::new(span.end - 1, span.end) };
    let end = if s.extending { end } else { span };
    model.article.show(end);
}
