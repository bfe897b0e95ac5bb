//! [`update`]: a message changes the model and asks for effects. Only routes;
//! each sort of message has its own file.

use crate::app::effect::Effect;
use crate::app::loading::ingest as gather;
use crate::app::model::Model;
use crate::app::msg::{Msg, Saving};
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::screen::notes::act as notes;
use crate::app::told;
use crate::app::verb::judge as verdict;
use crate::app::{fetch, keys, pointer, report};
use crate::job::Job;

/// Changes the model by one message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = route(model, msg);
    effects.extend(fetch::needed(model));
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
        Msg::Report(ticket, report) => report::report(model, ticket, report),
        Msg::FilesChanged => gather::look_again(model),
        Msg::Due => {
            if model.menu_due.is_some_and(|due| due <= model.now) {
                model.menu_due = None;
                let marks = matches!(model.overlays.last(), Some(Overlay::Marks { .. }));
                model.menu = marks || !model.pending.is_empty();
            }
            Vec::new()
        }
        Msg::Entries(entries) => verdict::received(model, entries),
        Msg::Saving(saving) => {
            if let (Saving::Failed(_), Saving::Saved) = (&model.saving, &saving) {
                model.say(model.lang().pick("Décisions de nouveau sur le disque.", "Verdicts are on disk again."));
            }
            model.saving = saving;
            Vec::new()
        }
        Msg::Composed(about, text) => notes::composed(model, &about, &text),
        Msg::Notice(notice) => {
            if notice.severity > crate::notice::Severity::Info {
                model.warn(told::notice(model.lang(), &notice));
            }
            model.note([notice]);
            Vec::new()
        }
    }
}

/// Shows a screen over the one that is shown; closing it comes back.
pub(crate) fn cover(model: &mut Model, screen: Screen) {
    if matches!(
        model.screen,
        Screen::Main | Screen::Compare | Screen::Results | Screen::Board | Screen::Matrix | Screen::Timeline
    ) {
        model.under = model.screen;
    }
    model.screen = screen;
}

/// Starts a job under a fresh ticket.
pub(crate) fn start(model: &mut Model, job: Job) -> Effect {
    Effect::Start(model.ticket(job.kind()), job)
}
