//! Keys: counts, sequences, then actions.

use crate::app::dispatch as perform;
use crate::app::effect::Effect;
use crate::app::key;
use crate::app::key::{Code, Key};
use crate::app::keymap::Lookup;
use crate::app::model::Model;
use crate::app::overlay::act as overlays;

/// Largest count before a motion.
const COUNT_LIMIT: usize = 99_999;

/// A key was pressed.
pub(crate) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.touched = true;
    model.message = None;
    if !model.overlays.is_empty() {
        return overlays::key(model, key);
    }
    if let (Some(digit), true) = (key.text().and_then(|c| c.to_digit(10)), model.pending.is_empty())
        && (digit > 0 || model.count.is_some())
    {
        model.count = Some((model.count.unwrap_or(0) * 10 + digit as usize).min(COUNT_LIMIT));
        return Vec::new();
    }
    if key == Key::plain(Code::Esc) && (!model.pending.is_empty() || model.count.is_some()) {
        forget_pending(model);
        return Vec::new();
    }
    model.pending.push(key);
    match model.keymap.lookup(model.context(), &model.pending) {
        Lookup::Exact(actions) => {
            let count = model.count;
            forget_pending(model);
            actions.into_iter().flat_map(|a| perform::perform(model, a, count)).collect()
        }
        Lookup::Prefix => {
            let delay = model.choices.menu_delay;
            model.menu_due = (delay >= 0).then_some(model.now + delay);
            Vec::new()
        }
        Lookup::None => {
            let typed = key::show(&model.pending, model.lang());
            forget_pending(model);
            let lang = model.lang();
            let said = lang.pick(
                format!("« {typed} » n'a pas d'action ici — ? aide"),
                format!("“{typed}” does nothing here — ? help"),
            );
            model.say(said);
            Vec::new()
        }
    }
}

fn forget_pending(model: &mut Model) {
    model.pending.clear();
    model.count = None;
    model.menu_due = None;
    model.menu = false;
}

/// Text was pasted: into a line of input, never as keys.
pub(crate) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.message = None;
    if overlays::takes_text(model) {
        let line = crate::text::sanitise::one_line(text);
        return line.chars().take(2000).flat_map(|c| overlays::key(model, Key::char(c))).collect();
    }
    let lang = model.lang();
    model.say(
        lang.pick("Texte collé ignoré : il n'est jamais lu comme des touches.", "Pasted text is never read as keys."),
    );
    Vec::new()
}
