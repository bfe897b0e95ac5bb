//! [`update`]: a message changes the model and asks for effects. Only routes;
//! each sort of message has its own file.

use crate::app::effect::Effect;
use crate::app::loading::ingest;
use crate::app::model::Model;
use crate::app::msg::{Msg, Saving};
use crate::app::overlay::state::Overlay;
use crate::app::screen::here;
use crate::app::verb::{configure, follow, history, note};
use crate::app::{fetch, keys, pointer, report};
use crate::words::msg;

/// Changes the model by one message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    // The time alone asks for nothing.
    let asks = !matches!(msg, Msg::Time(_));
    let mut effects = route(model, msg);
    if std::mem::take(&mut model.returned) {
        effects.extend(here::of(model).resume(model));
    }
    if asks {
        effects.extend(fetch::needed(model));
    }
    effects
}

fn route(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => keys::key(model, key),
        Msg::Paste(text) => keys::paste(model, &text),
        Msg::Pointer(what, x, y) => pointer::pointer(model, what, x, y),
        Msg::Resize(size) => {
            model.size = size;
            Vec::new()
        }
        Msg::Time(now) => {
            model.now = now;
            Vec::new()
        }
        Msg::TakenIn(taken) => ingest::taken_in(model, taken),
        Msg::Report(ticket, report) => report::report(model, ticket, report),
        Msg::FilesChanged => ingest::look_again(model),
        Msg::Due => {
            if model.typed.menu_due.is_some_and(|due| due <= model.now) {
                model.typed.menu_due = None;
                let marks = matches!(model.overlays.last(), Some(Overlay::Marks { .. }));
                model.typed.menu = marks || !model.typed.pending.is_empty();
            }
            follow::due(model)
        }
        Msg::Entries(entries) => history::received(model, entries),
        Msg::Saving(saving) => {
            if let (Saving::Failed(_), Saving::Saved) = (&model.saving, &saving) {
                model.say(model.lang().text(msg::UPDATE_VERDICTS_ON_DISK_AGAIN));
            }
            model.saving = saving;
            Vec::new()
        }
        Msg::Desk(state) => {
            model.desk = state;
            Vec::new()
        }
        Msg::Configured(told) => configure::configured(model, *told),
        Msg::Composed(about, text) => note::keep(model, &about, &text),
        Msg::Notice(notice) => {
            if notice.severity > crate::notice::Severity::Info {
                model.warn(notice.said(model.lang()));
            }
            model.note([notice]);
            Vec::new()
        }
    }
}
