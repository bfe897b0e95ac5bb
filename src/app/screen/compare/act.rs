//! The comparison screen.

use crate::app::action::Comparing;
use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::prompt::state::About;
use crate::app::overlay::state::Overlay;
use crate::app::record;
use crate::app::screen::compare::areas::THREE_TEXTS_FROM;
use crate::app::screen::compare::hunks::{Layer, told};
use crate::app::screen::compare::nearest;
use crate::app::screen::compare::rows::{Column, Presentation, SideName};
use crate::app::screen::compare::state::{Compare, Link};
use crate::app::screen::main::article::sentences::{self as reading, sentence_around};
use crate::app::verb::copy::cited;
use crate::app::verb::{compare, coverage, export};
use crate::corpus::{DocId, Document};
use crate::job::{self, How, Kind};
use crate::story::{Options, Relation};
use crate::text::Span;
use crate::triage::{Change, Decision, Target};
use crate::words::msg;

/// Does what is done on the screen.
pub(crate) fn act(model: &mut Model, action: Comparing, count: Option<usize>) -> Vec<Effect> {
    match action {
        Comparing::Finding => go_to_finding(model, count.unwrap_or(1)),
        Comparing::NextPassage => walk(model, Layer::Passages, true),
        Comparing::PreviousPassage => walk(model, Layer::Passages, false),
        Comparing::NextAlone => walk(model, Layer::Only, true),
        Comparing::PreviousAlone => walk(model, Layer::Only, false),
        Comparing::Nearest => nearest(model),
        Comparing::SwapSides => swap(model),
        Comparing::LinkScroll => link(model),
        Comparing::ComparePresentation => presentation(model),
        Comparing::FoldCommon => fold(model, true),
        Comparing::UnfoldCommon => fold(model, false),
        Comparing::Reference => one_to_many(model),
        Comparing::PinTogether => pin(model, true),
        Comparing::PinToNothing => pin(model, false),
        Comparing::Unpin => unpin(model),
        Comparing::ThirdColumn => third(model),
        Comparing::IgnoreTypography => ignore(model, |o| &mut o.ignore_typography),
        Comparing::IgnoreCase => ignore(model, |o| &mut o.ignore_case),
        Comparing::IgnoreAccents => ignore(model, |o| &mut o.ignore_accents),
        Comparing::LayerAll => layer(model, Layer::All),
        Comparing::LayerPassages => layer(model, Layer::Passages),
        Comparing::LayerQuotes => layer(model, Layer::Quotes),
        Comparing::LayerFigures => layer(model, Layer::Figures),
        Comparing::LayerOnly => layer(model, Layer::Only),
        Comparing::LayerEntities => layer(model, Layer::Entities),
    }
}

/// Pins the blocks at the top of both columns together, or the one of the side
/// in focus to nothing.
fn pin(model: &mut Model, together: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some((a, b)) = compare::places(model) else { return Vec::new() };
    let side = model.compare.as_ref().map(|c| c.side);
    let pin = match side {
        _ if together => (a, b),
        Some(SideName::B) if b.is_some() => (None, b),
        _ if a.is_some() => (a, None),
        _ => (None, b),
    };
    if (together && (pin.0.is_none() || pin.1.is_none())) || pin == (None, None) {
        model.say(lang.text(msg::COMPARE_NO_PASSAGE_AT_TOP_BOTH));
        return Vec::new();
    }
    let said = if together {
        lang.text(msg::COMPARE_TWO_PASSAGES_AT_TOP_GO)
    } else {
        lang.text(msg::COMPARE_PASSAGE_HAS_NO_COUNTERPART_U)
    };
    let effects = record_pin(model, pin, Change::Decide);
    model.say(said);
    effects
}

/// Takes the pins at the top of both columns away.
fn unpin(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((c, here)) = model.compare.as_ref().zip(compare::places(model)) else { return Vec::new() };
    let (Some(a), Some(b)) = (candidates::candidate(model, c.a), candidates::candidate(model, c.b)) else {
        return Vec::new();
    };
    let touches = |s: Option<Span>, t: Option<Span>| s.zip(t).is_some_and(|(s, t)| s.touches(t));
    let all = model.triage.pins(a.key, b.key);
    let Some(pin) = all.into_iter().find(|p| touches(p.0, here.0) || touches(p.1, here.1)) else {
        model.say(lang.text(msg::COMPARE_NOTHING_PINNED_BY_HAND_HERE));
        return Vec::new();
    };
    let effects = record_pin(model, pin, Change::Retract);
    model.say(lang.text(msg::COMPARE_NO_LONGER_PINNED_U_UNDOES));
    effects
}

/// Pins two places together, and says so.
pub(crate) fn pin_together(model: &mut Model, a: Span, b: Span) -> Vec<Effect> {
    let effects = record_pin(model, (Some(a), Some(b)), Change::Decide);
    let lang = model.lang();
    model.say(lang.text(msg::COMPARE_TWO_PASSAGES_GO_TOGETHER));
    effects
}

fn record_pin(model: &mut Model, (a, b): (Option<Span>, Option<Span>), change: fn(Decision) -> Change) -> Vec<Effect> {
    let Some(c) = &model.compare else { return Vec::new() };
    let key = |id: DocId| model.library.key(id);
    let (Some(ka), Some(kb)) = (key(c.a), key(c.b)) else { return Vec::new() };
    // The journal names the article with the smaller key first.
    let (first, second) = if ka <= kb { (a, b) } else { (b, a) };
    let changes = vec![(Target::pair(ka, kb), change(Decision::Pin { first, second }))];
    let entry = model.triage.act(model.now, &model.choices.person, changes);
    let mut effects = record::record(model, entry);
    effects.extend(compare::pinned(model));
    effects
}

/// The other articles of the left side's story.
fn others(model: &Model, a: DocId) -> Vec<DocId> {
    let members = model.library.story(a).map(|s| model.library.members(s.id)).unwrap_or_default();
    members.into_iter().filter(|id| *id != a).collect()
}

/// Puts the next article of the story into a third column; after the last one
/// there is none.
fn third(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let width = model.size.width;
    let Some(c) = &model.compare else { return Vec::new() };
    if width < THREE_TEXTS_FROM {
        model.say(lang.say(msg::compare_three_texts_take_columns_there(THREE_TEXTS_FROM, width)));
        return Vec::new();
    }
    if c.result.is_none() {
        return Vec::new();
    }
    let rest: Vec<DocId> = others(model, c.a).into_iter().filter(|id| *id != c.b).collect();
    let next = match &c.third {
        None => rest.first(),
        Some((id, _)) => rest.iter().position(|r| r == id).and_then(|i| rest.get(i + 1)),
    };
    match next.copied() {
        Some(id) => show_third(model, id),
        None => {
            let none = rest.is_empty();
            if let Some(c) = &mut model.compare {
                c.third = None;
            }
            model.say(if none {
                lang.text(msg::COMPARE_NO_THIRD_ARTICLE_STORY)
            } else {
                lang.text(msg::COMPARE_TWO_COLUMNS_AGAIN)
            });
            Vec::new()
        }
    }
}

/// Takes the third column off, the layer that was put on last; nothing where there is
/// none.
pub(crate) fn close_third(model: &mut Model) -> Option<Vec<Effect>> {
    model.compare.as_mut()?.third.take()?;
    model.say(model.lang().text(msg::COMPARE_TWO_COLUMNS_AGAIN));
    Some(Vec::new())
}

/// Asks for a third text against the left one.
pub(crate) fn show_third(model: &mut Model, id: DocId) -> Vec<Effect> {
    let Some((a, options)) = model.compare.as_ref().map(|c| (c.a, c.options)) else { return Vec::new() };
    let (Some(a), Some(third)) = (candidates::candidate(model, a), candidates::candidate(model, id)) else {
        return Vec::new();
    };
    if let Some(c) = &mut model.compare {
        c.third = Some((id, None));
        c.presentation = Presentation::Columns;
        (c.offset, c.link) = (0, Link::Linked);
    }
    let how = How { options, pins: candidates::pins(model, a.key, third.key) };
    let texts = model.text_options();
    vec![model.start(job::Compare { texts, a, b: third, how })]
}

/// The left side against every other article of its story.
fn one_to_many(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((a, options)) = model.compare.as_ref().map(|c| (c.a, c.options)) else { return Vec::new() };
    let others: Vec<_> = others(model, a).into_iter().filter_map(|id| candidates::candidate(model, id)).collect();
    if others.is_empty() {
        model.say(lang.text(coverage::alone(model)));
        return Vec::new();
    }
    let Some(reference) = candidates::candidate(model, a) else { return Vec::new() };
    model.overlays.push(Overlay::OneToMany { reference: a, found: None, cursor: 0 });
    let texts = model.text_options();
    vec![model.start(job::OneToMany { texts, reference, others, options })]
}

/// Puts an article on the right side, against the same reference.
pub(crate) fn set_right(model: &mut Model, id: DocId) -> Vec<Effect> {
    if let Some(c) = &mut model.compare {
        let kept = Compare::new(c.a, id);
        *c = Compare { options: c.options, layer: c.layer, presentation: c.presentation, ..kept };
    }
    compare::ask(model)
}

/// Lets something count as a difference, or not.
fn ignore(model: &mut Model, which: fn(&mut Options) -> &mut bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    let on = which(&mut c.options);
    *on = !*on;
    c.third = None;
    let o = c.options;
    let names = [
        (o.ignore_typography, lang.text(msg::COMPARE_TYPOGRAPHY)),
        (o.ignore_case, lang.text(msg::COMPARE_CASE)),
        (o.ignore_accents, lang.text(msg::COMPARE_ACCENTS)),
    ];
    let of = |wanted: bool| {
        let names: Vec<&str> = names.iter().filter(|(on, _)| *on == wanted).map(|(_, n)| *n).collect();
        if names.is_empty() { "—".to_owned() } else { names.join(", ") }
    };
    let (off, on) = (of(true), of(false));
    model.say(lang.say(msg::compare_ignored_counts(&off, &on)));
    compare::ask(model)
}

fn swap(model: &mut Model) -> Vec<Effect> {
    if let Some(c) = &mut model.compare {
        c.swap();
    }
    compare::ask(model)
}

fn link(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    if c.faces() {
        model.say(lang.text(msg::COMPARE_B_FOLLOWS_A));
        return Vec::new();
    }
    c.next_link();
    let said = match c.link {
        Link::Linked => lang.text(msg::COMPARE_SCROLLING_LINKED),
        Link::Free => lang.text(msg::COMPARE_SCROLLING_FREE_TAB_CHANGES_SIDE),
        Link::Offset => lang.text(msg::COMPARE_SCROLLING_LINKED_WITH_OFFSET),
    };
    model.say(said);
    Vec::new()
}

fn presentation(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let narrow = model.size.width < crate::app::panes::TWO_FROM;
    let Some(c) = &mut model.compare else { return Vec::new() };
    c.presentation = match c.presentation {
        // A narrow screen stacks anyway.
        Presentation::Table => Presentation::Facing,
        _ if narrow => Presentation::Table,
        other => other.next(),
    };
    if c.presentation == Presentation::Table || c.result.is_none() {
        c.top = 0;
    }
    (c.offset, c.link) = (0, Link::Linked);
    let name = c.presentation.label(lang);
    model.say(name);
    Vec::new()
}

fn fold(model: &mut Model, fold: bool) -> Vec<Effect> {
    if let Some(c) = &mut model.compare {
        c.folded = c.folded.step(fold);
        c.opened = None;
    }
    Vec::new()
}

fn layer(model: &mut Model, layer: Layer) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    c.set_layer(layer);
    if c.items_of(layer).is_empty() {
        let name = layer.label(lang);
        model.say(lang.say(msg::compare_none(name)));
    } else {
        step(model, true);
    }
    Vec::new()
}

/// `n` and `N`.
pub(crate) fn step(model: &mut Model, forward: bool) {
    let layer = model.compare.as_ref().map_or(Layer::All, |c| c.layer);
    walk(model, layer, forward);
}

/// Goes to the next or previous stop of a layer, and says what it is.
fn walk(model: &mut Model, layer: Layer, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = model.compare.as_mut().filter(|c| c.result.is_some()) else { return Vec::new() };
    if c.items_of(layer).is_empty() {
        model.say(lang.say(msg::compare_none(layer.label(lang))));
        return Vec::new();
    }
    c.step(layer, forward);
    say_stop(model);
    Vec::new()
}

/// Says what the current stop is.
fn say_stop(model: &mut Model) {
    let lang = model.lang();
    let Some(c) = &model.compare else { return };
    let (name, n) = (c.walked.label(lang), c.items_of(c.walked).len());
    let said = match (c.current, c.item()) {
        (Some(i), Some(item)) if item.column == Column::C => format!("{name} {}/{n} · A/C · {}", i + 1, item.words),
        (Some(i), Some(item)) => format!("{name} {}/{n} · {}", i + 1, item.words),
        _ => return,
    };
    model.say(said);
}

/// Goes to what is told under a number; what has no place is said in full.
fn go_to_finding(model: &mut Model, number: usize) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = model.compare.as_mut() else { return Vec::new() };
    let Some(result) = c.result.clone() else { return Vec::new() };
    if c.go_to_finding(number, lang) {
        say_stop(model);
        return Vec::new();
    }
    let said = match number.checked_sub(1).and_then(|i| told(&result).get(i)) {
        Some(f) => lang.say(&f.sentence),
        None => lang.say(msg::compare_no_such_difference(number)),
    };
    model.say(said);
    Vec::new()
}

/// Lists the places of the other text that may say the same as this one.
fn nearest(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let found = model.compare.as_ref().and_then(nearest::nearest);
    match found.filter(|n| !n.found.is_empty()) {
        Some(nearest) => model.overlays.push(Overlay::Nearest { nearest, cursor: 0 }),
        None => model.say(lang.text(msg::COMPARE_NOTHING_NEAR)),
    }
    Vec::new()
}

/// Where the counterpart stands beside: opens what is folded, and asks for
/// candidates where nothing is sure.
fn enter(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    let here = c.here().zip(c.result.clone());
    let relation = here.and_then(|(p, result)| Some((p, result.facing.get(p)?.relation)));
    match relation {
        Some((p, r)) if r.is_alone() => {
            let open = c.open() == Some(p);
            if open {
                c.current = None;
            }
            c.opened = (!open).then_some(p);
            Vec::new()
        }
        Some((_, Relation::Perhaps)) => nearest(model),
        _ => {
            model.say(lang.text(msg::COMPARE_STANDS_BESIDE));
            Vec::new()
        }
    }
}

/// Brings the other side to the passage at the top of this side.
pub(crate) fn align(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    if c.faces() {
        return enter(model);
    }
    let (Some(result), Some(layout)) = (c.result.clone(), c.rows().cloned()) else { return Vec::new() };
    let pair = layout.pair_at(if c.side == SideName::A { c.top } else { c.top_b() }, c.side);
    let target = pair.and_then(|p| result.pairs.get(p)).and_then(|p| {
        let passage = result.comparison.passages.get(p.passage?)?;
        result.pairs.iter().position(|q| match c.side {
            SideName::A => q.b.is_some_and(|s| s.touches(passage.b)),
            SideName::B => q.a.is_some_and(|s| s.touches(passage.a)),
        })
    });
    let rows = if c.side == SideName::A { layout.row_of_b() } else { &layout.row_of_pair };
    let Some(&row) = target.and_then(|t| rows.get(t)) else {
        model.say(lang.text(msg::COMPARE_NO_COUNTERPART_PASSAGE_WAS_FOUND));
        return Vec::new();
    };
    match c.side {
        SideName::A => c.offset = row as isize - c.top as isize,
        SideName::B => {
            let b = c.top_b() as isize;
            c.top = row;
            c.offset = b - row as isize;
        }
    }
    c.link = if c.offset == 0 { Link::Linked } else { Link::Offset };
    Vec::new()
}

/// Puts the next or previous article of the same story on the side in focus.
pub(crate) fn other_article(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &model.compare else { return Vec::new() };
    let here = if c.side == SideName::A { c.a } else { c.b };
    let fixed = if c.side == SideName::A { c.b } else { c.a };
    let story = model.library.story(fixed);
    let mut members = story.map_or(Vec::new(), |s| model.library.members(s.id));
    members.retain(|id| *id != fixed);
    let at = members.iter().position(|d| *d == here);
    let next = match (at, forward) {
        (Some(i), true) => members.get(i + 1),
        (Some(i), false) => i.checked_sub(1).and_then(|i| members.get(i)),
        (None, _) => members.first(),
    };
    let Some(&next) = next else {
        model.say(lang.text(msg::COMPARE_NO_FURTHER_ARTICLE_STORY_DIRECTION));
        return Vec::new();
    };
    if let Some(c) = &mut model.compare {
        let side = c.side;
        let (a, b) = if side == SideName::A { (next, fixed) } else { (fixed, next) };
        *c = Compare { side, options: c.options, layer: c.layer, presentation: c.presentation, ..Compare::new(a, b) };
    }
    model.forget(Kind::Compare);
    compare::ask(model)
}

/// Copies the difference that is current, both sides cited, as Markdown.
pub(crate) fn copy_difference(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &model.compare else { return Vec::new() };
    let found = c.item().cloned().and_then(|i| Some((c.result_of(&i)?.clone(), i)));
    let Some((result, item)) = found else {
        model.say(lang.text(msg::COMPARE_N_FIRST_NOTHING_CHOSEN));
        return Vec::new();
    };
    let side =
        |d: &Document, s: Option<Span>| s.map(|s| format!("> {}\n", cited(model, d, reading::sentence_around(d, s))));
    let sides = [side(&result.a.document, item.a), side(&result.b.document, item.b)];
    let excerpts: Vec<String> = sides.into_iter().flatten().collect();
    let words = format!("{}\n\n{}", item.words, excerpts.join("\n"));
    export::copy(model, words)
}

/// Longest excerpt of a difference that is widened to its sentence.
const SHORT: usize = 60;

/// What a note on the screen may be about.
pub(crate) fn about(model: &Model) -> Vec<About> {
    let Some(c) = &model.compare else { return Vec::new() };
    let Some(result) = &c.result else { return vec![About::Pair(c.a, c.b)] };
    let item = c.item();
    let result = item.and_then(|i| c.result_of(i)).unwrap_or(result);
    let item = item.map(|i| (i.a, i.b));
    let at = if c.side == SideName::A { c.top } else { c.top_b() };
    let here = || c.rows()?.pair_at(at, c.side).and_then(|p| c.pairs_of(result).get(p)).map(|p| (p.a, p.b));
    let wide = |d: &Document, s: Span| if s.len() < SHORT { sentence_around(d, s) } else { s };
    let mut about = Vec::new();
    if let Some((a, b)) = item.or_else(here).filter(|(a, b)| a.is_some() || b.is_some()) {
        let a = a.map(|s| wide(&result.a.document, s));
        let b = b.map(|s| wide(&result.b.document, s));
        about.push(About::Difference { a: (c.a, a), b: (result.b.id, b) });
    }
    // Where nothing is chosen the two as a whole are meant first.
    let at = if c.item().is_none() { 0 } else { about.len() };
    about.insert(at, About::Pair(c.a, result.b.id));
    about
}
