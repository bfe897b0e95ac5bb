//! The journal of decisions: when, who, what; newest first.

use super::chrome::bars;
use crate::app::Model;
use crate::text::sanitise::one_line;
use crate::text::width::{ellipsis, width};
use crate::triage::summary::sentence;
use crate::triage::{Actor, EntryRef, Target, WhatRef};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::words::{date, msg};
use ratatui::buffer::Buffer;

/// Columns of the name.
const NAME: u16 = 14;
/// Columns of a headline where there is room.
const HEADLINE: usize = 40;
/// Columns of a headline that stands for its text.
const OPENING: usize = 48;
/// Columns between a label and the headline behind it.
const SEPARATOR: usize = 3;
/// Columns that an article keeps, whatever stands beside it.
const LEAST: usize = 12;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let lang = model.lang();
    let mut canvas = Canvas::new(buffer, body);
    let n = model.triage.len();
    let count = lang.say(msg::ui_journal_entries(n));
    pane_name(theme, &mut canvas, lang.text(msg::UI_JOURNAL), &count, true);
    if n == 0 {
        let words = lang.text(msg::UI_JOURNAL_EMPTY);
        canvas.put(2, 2, words, theme.style(Role::Dim));
        return;
    }
    let w = canvas.width();
    let height = usize::from(canvas.height().saturating_sub(1));
    // As wide as the time of the oldest entry on the screen, and no wider.
    let last = (model.journal.top + height).min(n).saturating_sub(1);
    let oldest =
        model.triage.newest(last).map_or(0, |e| width(&date::clock(e.at, model.now, &model.choices.zone, lang)) as u16);
    let (time, name) = match w {
        0..=49 => (0, 0),
        50..=79 => (oldest + 2, 0),
        _ => (oldest + 2, NAME),
    };
    for i in model.journal.top..(model.journal.top + height).min(n) {
        let y = (i - model.journal.top + 1) as u16;
        let Some(entry) = model.triage.newest(i) else { break };
        let mut x = 2;
        if time > 0 {
            let when = date::clock(entry.at, model.now, &model.choices.zone, lang);
            canvas.put_right(x + time - 2, y, &when, theme.style(Role::Dim));
            x += time;
        }
        let mine = **entry.by == *model.choices.person;
        if name > 0 {
            let style = if mine { theme.style(Role::Dim) } else { theme.style(Role::Strong) };
            canvas.put_cut(x, y, name - 1, &one_line(entry.by), style);
            x += name;
        }
        let counts = !entry.is_act() || model.triage.counts(entry.id);
        let mut end = w.saturating_sub(2);
        if !counts {
            let word = lang.text(msg::UI_JOURNAL_UNDONE);
            end = canvas.put_right(end, y, word, theme.style(Role::Dim)).saturating_sub(2);
        }
        let style = match (entry.what, counts) {
            (_, false) => theme.style(Role::Dropped),
            (WhatRef::Act(_), true) if matches!(Actor::of(entry.by), Actor::Opening(_)) => theme.style(Role::Dim),
            (WhatRef::Act(_), true) => theme.style(Role::Text),
            _ => theme.style(Role::Dim),
        };
        let room = end.saturating_sub(x);
        canvas.put_cut(x, y, room, &told(model, entry, room.into()), style);
        if i == model.journal.cursor {
            canvas.style(0, y, w, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
    }
}

/// An entry in so many columns: what was done stands behind what it was done to, so that
/// names are cut before it is.
fn told(model: &Model, entry: EntryRef<'_>, room: usize) -> String {
    let lang = model.lang();
    let within = |columns: usize| {
        let called = |t: &Target| called(model, t, columns);
        lang.say(sentence(entry, &model.triage, &called))
    };
    let words = within(room);
    if width(&words) <= room || room <= LEAST {
        return words;
    }
    // It may name several: each has the most columns with which all fit.
    let (mut fits, mut exceeds) = (LEAST, room);
    while exceeds - fits > 1 {
        let middle = fits.midpoint(exceeds);
        if width(&within(middle)) <= room { fits = middle } else { exceeds = middle }
    }
    within(fits)
}

/// What an act is about, in so many columns at most.
fn called(model: &Model, t: &Target, columns: usize) -> Option<String> {
    let lang = model.lang();
    let (label, title) = crate::app::verb::note::name(model, t);
    match t {
        Target::Document(k) => {
            let card = model.library.card(model.library.by_key(k)?);
            if let Some(card) = card.filter(|card| card.source.is_none()) {
                // Without an outlet the label is the headline already.
                return Some(card.label_within(columns.clamp(LEAST, OPENING), lang));
            }
            let beside = columns.saturating_sub(width(&label) + SEPARATOR).min(HEADLINE);
            Some(if beside < LEAST {
                // One of the two fits: the headline says which text it is.
                ellipsis(&title, columns.min(HEADLINE)).into_owned()
            } else {
                format!("{label} · {}", ellipsis(&title, beside))
            })
        }
        Target::Corpus => None,
        _ => Some(ellipsis(if title.is_empty() { &label } else { &title }, columns).into_owned()),
    }
}
