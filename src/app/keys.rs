//! Keys: counts, sequences, then actions; what lies on top has them first.

use crate::app::action::Context;
use crate::app::dispatch::perform_in;
use crate::app::early;
use crate::app::effect::Effect;
use crate::app::key::{self, Code, Key};
use crate::app::keymap::Lookup;
use crate::app::model::Model;
use crate::app::overlay::act as overlay;
use crate::app::overlay::prompt::edit::is_for_line;
use crate::app::verb::command;
use crate::job::Kind;
use crate::words::msg;

/// Largest count before a motion.
const COUNT_LIMIT: usize = 99_999;

/// A key was pressed.
pub(crate) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(effects) = for_queue(model, key) {
        return effects;
    }
    let Some(second) = behind_escape(model, key) else { return press(model, key) };
    let mut effects = press(model, Key::plain(Code::Esc));
    effects.extend(press(model, second));
    effects
}

/// Keys that are kept for a queue.
const AHEAD: usize = 256;

/// Where a queue was asked for and is not there yet, a key is for what it will show,
/// and what it means there is not known before; Esc takes all of it back.
fn for_queue(model: &mut Model, key: Key) -> Option<Vec<Effect>> {
    if !early::awaits_queue(model) {
        return None;
    }
    if key == Key::plain(Code::Esc) {
        model.forget(Kind::Queue);
        model.typed.forget();
        let lang = model.lang();
        model.say(lang.say(msg::waiting_stopped(msg::WAITING_QUEUE)));
        return Some(vec![Effect::Stop(Kind::Queue)]);
    }
    if model.typed.ahead.len() < AHEAD {
        model.typed.ahead.push(key);
    }
    Some(Vec::new())
}

/// The keys that came before the queue, once it is there.
pub(crate) fn ahead(model: &mut Model) -> Vec<Effect> {
    if model.typed.ahead.is_empty() || early::awaits_queue(model) {
        return Vec::new();
    }
    let keys = std::mem::take(&mut model.typed.ahead);
    // There is none where everything is judged: what was meant for it goes nowhere.
    let keys = if model.queue.is_some() { keys } else { Vec::new() };
    keys.into_iter().flat_map(|k| key(model, k)).collect()
}

/// The key behind an Esc that came with it: most terminals send Alt and a key as
/// these two, so that one typed right after the other reads as the key with Alt.
/// `None` where Alt was meant: it is bound, a line of input knows it, keys are told
/// rather than done, or the terminal tells the two apart.
fn behind_escape(model: &Model, key: Key) -> Option<Key> {
    let sent_alike = matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace);
    if !key.alt || !sent_alike || model.choices.esc_told_apart {
        return None;
    }
    let context = model.key_context();
    let for_line = model.overlays.last().is_some_and(|o| o.line().is_some()) && is_for_line(key);
    let mut sequence = model.typed.pending.clone();
    sequence.push(key);
    let bound = !matches!(model.keymap.lookup(context, &sequence), Lookup::None);
    (!bound && !for_line && context != Context::WhatKey).then_some(Key { alt: false, ..key })
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.touched = true;
    model.message = None;
    model.typed.early = None;
    model.quit_asked = model.quit_asked.saturating_sub(1);
    let context = model.key_context();
    let pending = !model.typed.pending.is_empty();
    // What a line of input understands goes into it, unless it is empty.
    let line = model.overlays.last().and_then(|o| o.line());
    if !pending && line.is_some_and(|l| !l.value().is_empty()) && is_for_line(key) {
        return overlay::typed(model, key);
    }
    let digit = key.text().and_then(|c| c.to_digit(10)).map(|d| d as usize);
    let bound = || matches!(model.keymap.lookup(context, &[key]), Lookup::Exact(_) | Lookup::Command(_));
    if let (Some(digit), false, false) = (digit, pending, context.is_overlay() || bound())
        && (digit > 0 || model.typed.count.is_some())
    {
        model.typed.count = Some((model.typed.count.unwrap_or(0) * 10 + digit).min(COUNT_LIMIT));
        return Vec::new();
    }
    // Where keys are told, Esc is a key like any other, and twice leaves.
    let lets_go = key == Key::plain(Code::Esc) && context != Context::WhatKey;
    if lets_go && (pending || model.typed.count.is_some()) {
        model.typed.forget();
        return Vec::new();
    }
    model.typed.pending.push(key);
    match model.keymap.lookup(context, &model.typed.pending) {
        Lookup::Exact(actions) => {
            // A digit is a number for what takes the number that it is bound by, and for nothing else.
            let by_number = actions.iter().all(|a| a.takes_its_digit());
            let count =
                if by_number && (context.is_overlay() || !pending) { digit } else { None }.or(model.typed.count);
            model.typed.forget();
            model.use_hints(&actions);
            actions.into_iter().flat_map(|a| perform_in(model, context, a, count)).collect()
        }
        Lookup::Command(n) => {
            model.typed.forget();
            command::run(model, n)
        }
        Lookup::Prefix => {
            let delay = model.choices.menu_delay;
            model.typed.menu_due = (delay >= 0).then_some(model.now + delay);
            Vec::new()
        }
        Lookup::None if context.is_overlay() => {
            let keys = std::mem::take(&mut model.typed.pending);
            model.typed.forget();
            keys.into_iter().flat_map(|k| overlay::typed(model, k)).collect()
        }
        Lookup::None => {
            let typed = key::show(&model.typed.pending, model.lang());
            model.typed.forget();
            let lang = model.lang();
            let said = lang.say(msg::app_does_nothing_here_help(&typed));
            model.say(said);
            Vec::new()
        }
    }
}

/// Text was pasted: into a line of input, never as keys.
pub(crate) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.message = None;
    model.typed.early = None;
    if overlay::takes_text(model) {
        let line = crate::text::sanitise::one_line(text);
        return line.chars().take(2000).flat_map(|c| overlay::typed(model, Key::char(c))).collect();
    }
    let lang = model.lang();
    model.say(lang.text(msg::APP_PASTED_TEXT_NEVER_READ_AS));
    Vec::new()
}
