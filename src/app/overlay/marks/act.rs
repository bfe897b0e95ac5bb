//! Marks: set with a letter, gone to with it.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::model::Model;
use crate::app::navigate;
use crate::app::overlay::marks::state::Mark;
use crate::app::overlay::state::Overlay;
use crate::app::verb::jump;
use crate::words::msg;

/// Asks for the letter; the marks there are come up after a moment.
pub(crate) fn ask(model: &mut Model, set: bool) -> Vec<Effect> {
    let delay = model.choices.menu_delay;
    model.typed.menu_due = (delay >= 0).then_some(model.now + delay);
    model.overlays.push(Overlay::Marks { set });
    Vec::new()
}

/// Nothing is waited for any more.
pub(crate) fn end(model: &mut Model) {
    model.typed.menu = false;
    model.typed.menu_due = None;
}

/// The key that asks for a mark, once more: goes back, as in other programs.
pub(crate) fn back(model: &mut Model, set: bool) -> Vec<Effect> {
    end(model);
    if set {
        say_letter(model);
        return Vec::new();
    }
    jump::jump(model, false)
}

fn say_letter(model: &mut Model) {
    let lang = model.lang();
    model.say(lang.text(msg::MARKS_MARK_LETTER));
}

/// The letter.
pub(crate) fn letter(model: &mut Model, set: bool, key: Key) -> Vec<Effect> {
    end(model);
    let lang = model.lang();
    let here = model.article.document.and_then(|d| model.library.key(d));
    let Some(letter) = key.text().filter(|c| c.is_alphabetic()) else {
        say_letter(model);
        return Vec::new();
    };
    if set {
        let Some(document) = here else { return Vec::new() };
        model.marks.set(Mark { letter, document, anchor: model.article.anchor });
        model.say(if letter.is_uppercase() {
            lang.say(msg::marks_mark_set_comes_back_from(letter))
        } else {
            lang.say(msg::marks_mark_set_article(letter))
        });
        return Vec::new();
    }
    let mark = model.marks.get(letter, here).cloned();
    let id = mark.as_ref().and_then(|m| model.library.by_key(&m.document));
    let (Some(mark), Some(id)) = (mark, id) else {
        model.say(lang.say(msg::marks_no_mark_here(letter)));
        return Vec::new();
    };
    let effects = navigate::open_revealed(model, id);
    model.article.anchor = mark.anchor;
    model.article.layout = None;
    effects
}
