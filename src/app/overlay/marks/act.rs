//! Marks: set with a letter, gone to with it.

use crate::app::effect::Effect;
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::app::overlay::act as overlays;
use crate::app::overlay::marks::state::Mark;
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::screen::main::article::act as article;

/// Asks for the letter; the marks there are come up after a moment.
pub(crate) fn ask(model: &mut Model, set: bool) -> Vec<Effect> {
    let delay = model.choices.menu_delay;
    model.menu_due = (delay >= 0).then_some(model.now + delay);
    model.overlays.push(Overlay::Marks { set });
    Vec::new()
}

/// The letter.
pub(crate) fn key(model: &mut Model, set: bool, key: Key) -> Vec<Effect> {
    model.menu = false;
    model.menu_due = None;
    let lang = model.lang();
    let here = model.article.document.and_then(|d| model.library.key(d));
    // The key twice goes back, as in other programs.
    if !set && key == Key::char('\'') {
        return article::jump(model, false);
    }
    let Some(letter) = key.text().filter(|c| c.is_alphabetic()) else {
        if key.code != Code::Esc {
            model.say(lang.pick("Une marque est une lettre.", "A mark is a letter."));
        }
        return Vec::new();
    };
    if set {
        let Some(document) = here else { return Vec::new() };
        model.marks.set(Mark { letter, document, anchor: model.article.anchor });
        model.say(if letter.is_uppercase() {
            lang.pick(
                format!("Marque {letter} posée : '{letter} y revient de partout."),
                format!("Mark {letter} set: '{letter} comes back from anywhere."),
            )
        } else {
            lang.pick(format!("Marque {letter} posée dans cet article."), format!("Mark {letter} set in this article."))
        });
        return Vec::new();
    }
    let mark = model.marks.get(letter, here).cloned();
    let id = mark.as_ref().and_then(|m| model.library.by_key(&m.document));
    let (Some(mark), Some(id)) = (mark, id) else {
        model.say(lang.pick(format!("Pas de marque {letter} ici."), format!("No mark {letter} here.")));
        return Vec::new();
    };
    model.screen = Screen::Main;
    article::leave(model);
    overlays::reveal(model, id);
    model.list.go_to(id);
    article::show(model, id);
    model.article.anchor = mark.anchor;
    model.article.layout = None;
    article::focus(model, crate::app::panes::Pane::Article)
}
