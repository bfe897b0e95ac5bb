//! The comparison screen.

use crate::app::effect::Effect;
use crate::app::jumps::Jump;
use crate::app::model::Model;
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::prepare::THREE_TEXTS_FROM;
use crate::app::screen::compare::rows::Presentation;
use crate::app::screen::compare::rows::{Column, SideName};
use crate::app::screen::compare::state::{Compare, Layer, Link};
use crate::app::update::start;
use crate::app::verb::judge as verdict;
use crate::corpus::DocId;
use crate::corpus::DocKey;
use crate::job::{Candidate, Candidates, How, Job, Kind};
use crate::search::Query;
use crate::search::query::Term;
use crate::story::Options;
use crate::story::pins::Pin;
use crate::text::Span;
use crate::triage::{Change, Decision, Target};

/// A document as jobs want it.
pub(crate) fn candidate(model: &Model, id: DocId) -> Option<Candidate> {
    let key = model.library.key(id).filter(|_| model.library.corpus.has(id))?;
    let document = model.library.corpus.get(id).cloned();
    let status = model.triage.status(&key).clone();
    Some(Candidate { id, key, analysis: model.library.analysis(id).cloned(), document, status })
}

/// Documents as a query sees them.
pub(crate) fn searched(model: &Model, query: &Query, ids: impl Iterator<Item = DocId>) -> Candidates {
    // Of the words of a text nothing that the reader said changes anything.
    let triage = query.asks(|t| !matches!(t, Term::Text(_) | Term::Regex(_))).then_some(&model.triage);
    model.library.candidates(ids.collect(), triage)
}

/// Two ticked: compares them. One pinned: compares it with this one. None
/// pinned: pins this one.
pub(crate) fn pin_or_compare(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let ticked: Vec<DocId> = model.list.ticked.iter().copied().collect();
    if let [a, b] = ticked[..] {
        model.list.ticked.clear();
        return compare(model, a, b);
    }
    if ticked.len() > 2 {
        let n = ticked.len();
        model.say(lang.pick(
            format!("{n} cochés : la comparaison en veut deux."),
            format!("{n} ticked: a comparison takes two."),
        ));
        return Vec::new();
    }
    let Some(here) = ticked.first().copied().or_else(|| model.subject()) else {
        model.say(lang.pick("Aucun article ici.", "No article here."));
        return Vec::new();
    };
    match model.pin {
        Some(a) if a != here => {
            model.pin = None;
            compare(model, a, here)
        }
        Some(_) => {
            model.pin = None;
            model.say(lang.pick("Plus d'article posé.", "No article pinned any more."));
            Vec::new()
        }
        None => {
            model.pin = Some(here);
            let label = model.library.card(here).map(|c| c.label(lang)).unwrap_or_default();
            model.say(lang.pick(
                format!("A : {label} — allez sur un autre article, = compare"),
                format!("A: {label} — go to another article, = compares"),
            ));
            Vec::new()
        }
    }
}

/// Opens the screen for two documents and asks for their comparison.
pub(crate) fn compare(model: &mut Model, a: DocId, b: DocId) -> Vec<Effect> {
    model.compare = Some(Compare::new(a, b));
    model.screen = Screen::Compare;
    ask(model)
}

/// Leaves for the main screen; a comparison that is left can be come back to.
pub(crate) fn leave(model: &mut Model) {
    if let Some(place) = place(model) {
        model.jumps.leave(place);
    }
    model.screen = model.compare.as_ref().map_or(Screen::Main, |c| c.from);
}

/// The comparison on the screen as a place to come back to.
pub(crate) fn place(model: &Model) -> Option<Jump> {
    let c = model.compare.as_ref().filter(|_| model.screen == Screen::Compare)?;
    Some(Jump { document: c.a, anchor: 0, compared: Some(c.b), on: None })
}

/// Comes back to a comparison, as it was when it is still there.
pub(crate) fn come_back(model: &mut Model, a: DocId, b: DocId) -> Vec<Effect> {
    if model.compare.as_ref().is_some_and(|c| (c.a, c.b) == (a, b)) {
        model.screen = Screen::Compare;
        return Vec::new();
    }
    compare(model, a, b)
}

/// Asks for the comparison of the two on the screen.
fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(c) = &model.compare else { return Vec::new() };
    let (Some(a), Some(b)) = (candidate(model, c.a), candidate(model, c.b)) else { return Vec::new() };
    let how = How { options: c.options, pins: pins(model, a.key, b.key) };
    let desk = model.desk();
    vec![start(model, Job::Compare(a, b, how, desk))]
}

/// Places of the two that the reader pinned together.
pub(crate) fn pins(model: &Model, a: DocKey, b: DocKey) -> Vec<Pin> {
    model.triage.pins(a, b).into_iter().map(Pin::from).collect()
}

/// The pair on the screen was pinned, or a pin taken back: asks anew.
pub(crate) fn pinned(model: &mut Model) -> Vec<Effect> {
    let here = (model.screen == Screen::Compare).then(|| places(model)).flatten();
    if let (Some(c), Some(here)) = (&mut model.compare, here) {
        c.wanted = Some(here);
        (c.offset, c.link, c.current, c.third) = (0, Link::Linked, None, None);
    }
    ask(model)
}

/// The blocks at the top of both columns.
fn places(model: &Model) -> Option<(Option<Span>, Option<Span>)> {
    let c = model.compare.as_ref()?;
    let (layout, result) = (c.rows()?, c.result.as_ref()?);
    let at = |row: Option<usize>| row.and_then(|r| layout.rows[r].pair).and_then(|p| result.pairs.get(p));
    let (a, b) = (at(layout.first_text(c.top, true)), at(layout.first_text(c.top_b(), false)));
    Some((a.and_then(|p| p.a), b.and_then(|p| p.b)))
}

/// Pins the blocks at the top of both columns together, or the one of the side
/// in focus to nothing.
pub(crate) fn pin(model: &mut Model, together: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some((a, b)) = places(model) else { return Vec::new() };
    let side = model.compare.as_ref().map(|c| c.side);
    let pin = match side {
        _ if together => (a, b),
        Some(SideName::B) => (None, b),
        _ => (a, None),
    };
    if (together && (pin.0.is_none() || pin.1.is_none())) || pin == (None, None) {
        model.say(lang.pick("Pas de passage en haut des deux colonnes.", "No passage at the top of both columns."));
        return Vec::new();
    }
    let said = if together {
        lang.pick(
            "Les deux passages du haut vont ensemble — u annule",
            "The two passages at the top go together — u undoes",
        )
    } else {
        lang.pick("Ce passage n'a pas de pendant — u annule", "This passage has no counterpart — u undoes")
    };
    let effects = record_pin(model, pin, Change::Decide);
    model.say(said);
    effects
}

/// Takes the pins at the top of both columns away.
pub(crate) fn unpin(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((c, here)) = model.compare.as_ref().zip(places(model)) else { return Vec::new() };
    let (Some(a), Some(b)) = (candidate(model, c.a), candidate(model, c.b)) else { return Vec::new() };
    let touches = |s: Option<Span>, t: Option<Span>| s.zip(t).is_some_and(|(s, t)| s.touches(t));
    let all = model.triage.pins(a.key, b.key);
    let Some(pin) = all.into_iter().find(|p| touches(p.0, here.0) || touches(p.1, here.1)) else {
        model.say(lang.pick("Rien n'est posé à la main ici.", "Nothing is pinned by hand here."));
        return Vec::new();
    };
    let effects = record_pin(model, pin, Change::Retract);
    model.say(lang.pick("La main est retirée — u annule", "No longer pinned — u undoes"));
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
    let mut effects = verdict::record(model, entry);
    effects.extend(pinned(model));
    effects
}

/// The other articles of the left side's story.
fn others(model: &Model, a: DocId) -> Vec<DocId> {
    let members = model.library.story(a).map(|s| model.library.members(s.id)).unwrap_or_default();
    members.into_iter().filter(|id| *id != a).collect()
}

/// Puts the next article of the story into a third column; after the last one
/// there is none.
pub(crate) fn third(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let width = model.size.width;
    let Some(c) = &model.compare else { return Vec::new() };
    if width < THREE_TEXTS_FROM {
        model.say(lang.pick(
            format!("Trois textes demandent {THREE_TEXTS_FROM} colonnes ; il y en a {width}."),
            format!("Three texts take {THREE_TEXTS_FROM} columns; there are {width}."),
        ));
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
                lang.pick("Pas de troisième article dans cette histoire.", "No third article in this story.")
            } else {
                lang.pick("Deux colonnes de nouveau.", "Two columns again.")
            });
            Vec::new()
        }
    }
}

/// Asks for a third text against the left one.
pub(crate) fn show_third(model: &mut Model, id: DocId) -> Vec<Effect> {
    let Some((a, options)) = model.compare.as_ref().map(|c| (c.a, c.options)) else { return Vec::new() };
    let (Some(a), Some(third)) = (candidate(model, a), candidate(model, id)) else { return Vec::new() };
    if let Some(c) = &mut model.compare {
        c.third = Some((id, None));
        c.presentation = Presentation::Columns;
        (c.offset, c.link) = (0, Link::Linked);
    }
    let how = How { options, pins: pins(model, a.key, third.key) };
    let desk = model.desk();
    vec![start(model, Job::Compare(a, third, how, desk))]
}

/// The left side against every other article of its story.
pub(crate) fn versus(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((a, options)) = model.compare.as_ref().map(|c| (c.a, c.options)) else { return Vec::new() };
    let others: Vec<_> = others(model, a).into_iter().filter_map(|id| candidate(model, id)).collect();
    if others.is_empty() {
        model.say(lang.pick("Cet article est seul de son histoire.", "This article is alone in its story."));
        return Vec::new();
    }
    let Some(reference) = candidate(model, a) else { return Vec::new() };
    model.overlays.push(Overlay::Versus { reference: a, found: None, cursor: 0 });
    let desk = model.desk();
    vec![start(model, Job::Versus(reference, others, options, desk))]
}

/// Puts an article on the right side, against the same reference.
pub(crate) fn set_right(model: &mut Model, id: DocId) -> Vec<Effect> {
    if let Some(c) = &mut model.compare {
        let kept = Compare::new(c.a, id);
        *c = Compare { options: c.options, from: c.from, layer: c.layer, presentation: c.presentation, ..kept };
    }
    ask(model)
}

/// Lets something count as a difference, or not.
pub(crate) fn ignore(model: &mut Model, which: fn(&mut Options) -> &mut bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    let on = which(&mut c.options);
    *on = !*on;
    c.third = None;
    let o = c.options;
    let names = [
        (o.ignore_typography, lang.pick("typographie", "typography")),
        (o.ignore_case, lang.pick("casse", "case")),
        (o.ignore_accents, lang.pick("accents", "accents")),
    ];
    let of = |wanted: bool| {
        let names: Vec<&str> = names.iter().filter(|(on, _)| *on == wanted).map(|(_, n)| *n).collect();
        if names.is_empty() { "—".to_owned() } else { names.join(", ") }
    };
    let (off, on) = (of(true), of(false));
    model.say(lang.pick(format!("Ignoré : {off} · compte : {on}"), format!("Ignored: {off} · counts: {on}")));
    ask(model)
}

pub(crate) fn swap(model: &mut Model) -> Vec<Effect> {
    if let Some(c) = &mut model.compare {
        c.swap();
    }
    ask(model)
}

pub(crate) fn link(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    c.next_link();
    let said = match c.link {
        Link::Linked => lang.pick("Défilement lié.", "Scrolling linked."),
        Link::Free => lang.pick("Défilement libre : Tab change de côté.", "Scrolling free: Tab changes the side."),
        Link::Offset => lang.pick("Défilement lié, avec ce décalage.", "Scrolling linked, with this offset."),
    };
    model.say(said);
    Vec::new()
}

pub(crate) fn presentation(model: &mut Model) -> Vec<Effect> {
    let narrow = model.size.width < crate::app::panes::TWO_FROM;
    let Some(c) = &mut model.compare else { return Vec::new() };
    c.presentation = c.presentation.next();
    // A narrow screen stacks anyway.
    if narrow && c.presentation == Presentation::Stacked {
        c.presentation = Presentation::Table;
    }
    c.top = 0;
    c.offset = 0;
    Vec::new()
}

pub(crate) fn fold(model: &mut Model, fold: bool) -> Vec<Effect> {
    if let Some(c) = &mut model.compare {
        c.fold = fold;
    }
    Vec::new()
}

pub(crate) fn layer(model: &mut Model, layer: Layer) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    c.set_layer(layer);
    if c.items_of(layer).is_empty() {
        let name = layer.name(lang);
        model.say(lang.pick(format!("{name} : aucun."), format!("{name}: none.")));
    } else {
        step(model, true);
    }
    Vec::new()
}

/// `n` and `N`.
pub(crate) fn step(model: &mut Model, forward: bool) {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return };
    if c.result.is_none() {
        return;
    }
    c.step(forward);
    let n = c.items_of(c.layer).len();
    let name = c.layer.name(lang);
    let said = match (c.current, c.item()) {
        (Some(i), Some(item)) if item.column == Column::C => format!("{name} {}/{n} · A/C · {}", i + 1, item.words),
        (Some(i), Some(item)) => format!("{name} {}/{n} · {}", i + 1, item.words),
        _ => lang.pick(format!("{name} : aucun."), format!("{name}: none.")),
    };
    model.say(said);
}

pub(crate) fn scroll(model: &mut Model, by: isize) {
    if let Some(c) = &mut model.compare {
        c.scroll(by);
    }
}

pub(crate) fn other_side(model: &mut Model) {
    if let Some(c) = &mut model.compare {
        c.side = if c.side == SideName::A { SideName::B } else { SideName::A };
    }
}

pub(crate) fn side(model: &mut Model, right: bool) {
    if let Some(c) = &mut model.compare {
        c.side = if right { SideName::B } else { SideName::A };
    }
}

/// Brings the other side to the passage at the top of this side.
pub(crate) fn align(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &mut model.compare else { return Vec::new() };
    let (Some(result), Some(layout)) = (c.result.clone(), c.rows().cloned()) else { return Vec::new() };
    let pair = layout.pair_at(if c.side == SideName::A { c.top } else { c.top_b() });
    let target = pair.and_then(|p| result.pairs.get(p)).and_then(|p| {
        let passage = result.comparison.passages.get(p.passage?)?;
        result.pairs.iter().position(|q| match c.side {
            SideName::A => q.b.is_some_and(|s| s.touches(passage.b)),
            SideName::B => q.a.is_some_and(|s| s.touches(passage.a)),
        })
    });
    let Some(&row) = target.and_then(|t| layout.row_of_pair.get(t)) else {
        model.say(lang.pick("Ce passage n'a pas de pendant trouvé.", "No counterpart of this passage was found."));
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
        model.say(lang.pick(
            "Pas d'autre article de cette histoire dans ce sens.",
            "No further article of this story in this direction.",
        ));
        return Vec::new();
    };
    if let Some(c) = &mut model.compare {
        let side = c.side;
        let (a, b) = if side == SideName::A { (next, fixed) } else { (fixed, next) };
        *c = Compare {
            side,
            options: c.options,
            from: c.from,
            layer: c.layer,
            presentation: c.presentation,
            ..Compare::new(a, b)
        };
    }
    model.forget(Kind::Compare);
    ask(model)
}

/// `/` has no meaning here: the layers step through instead.
pub(crate) fn no_find(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    model.say(lang.pick("Ici n et N parcourent ; g choisit quoi.", "Here n and N step through; g chooses what."));
    Vec::new()
}
