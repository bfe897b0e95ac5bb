//! Addresses that are followed while the program runs: begun and ended by the
//! reader, asked in the background when they are due.

use crate::app::effect::Effect;
use crate::app::loading::ingest;
use crate::app::model::Model;
use crate::app::overlay::prompt::act as prompt;
use crate::app::overlay::prompt::state::Ask;
use crate::job::{Fetched, Follow, FollowChange};
use crate::words::msg;

/// Least time between two rounds, in milliseconds.
const PAUSE: i64 = 30_000;

/// Asks which address is to be followed, or left.
pub(crate) fn ask(model: &mut Model, ask: Ask) -> Vec<Effect> {
    if model.following.folder.is_none() {
        let lang = model.lang();
        model.warn(lang.text(msg::FOLLOW_NO_FOLDER));
        return Vec::new();
    }
    prompt::ask(model, ask)
}

/// The reader named an address to follow; none for those that are followed there
/// already.
pub(crate) fn start(model: &mut Model, address: &str) -> Vec<Effect> {
    let address = address.trim();
    let change = if address.is_empty() { FollowChange::Go } else { FollowChange::Start(address.to_owned()) };
    let lang = model.lang();
    model.say(lang.text(msg::FOLLOW_BEGINS));
    round(model, change)
}

/// The reader named an address to be left.
pub(crate) fn leave(model: &mut Model, address: &str) -> Vec<Effect> {
    let address = address.trim();
    if !model.following.sources.iter().any(|s| s.address == address) {
        let said = model.lang().say(msg::cli_watch_stop_unknown(address));
        model.warn(said);
        return Vec::new();
    }
    let said = model.lang().say(msg::follow_ends(address));
    model.say(said);
    round(model, FollowChange::Stop(address.to_owned()))
}

/// The time has come that was waited for.
pub(crate) fn due(model: &mut Model) -> Vec<Effect> {
    match model.following.next {
        Some(next) if next <= model.now && !model.following.busy => round(model, FollowChange::Go),
        _ => Vec::new(),
    }
}

/// Begins a round; what is asked while one is under way waits for its end.
fn round(model: &mut Model, change: FollowChange) -> Vec<Effect> {
    let Some(folder) = model.following.folder.clone() else { return Vec::new() };
    model.following.next = None;
    if model.following.busy {
        model.following.waiting.push(change);
        return Vec::new();
    }
    model.following.busy = true;
    vec![model.start(Follow { folder, change })]
}

/// How far a round is.
pub(crate) fn fetched(model: &mut Model, fetched: Fetched) -> Vec<Effect> {
    let Fetched { sources, next, came, over } = fetched;
    model.following.sources = sources;
    if !over {
        return Vec::new();
    }
    model.following.next = next.map(|next| next.max(model.now.saturating_add(PAUSE)));
    // The system may not tell of new files.
    if came > 0 { ingest::look_again(model) } else { Vec::new() }
}

/// A round has ended, however.
pub(crate) fn ended(model: &mut Model) -> Vec<Effect> {
    model.following.busy = false;
    if model.following.waiting.is_empty() {
        // One that failed, such as while another program fetches there, is tried again.
        if model.following.next.is_none() && !model.following.sources.is_empty() {
            model.following.next = Some(model.now.saturating_add(PAUSE));
        }
        return Vec::new();
    }
    let change = model.following.waiting.remove(0);
    round(model, change)
}

/// Addresses that Tab offers.
pub(crate) fn offered(model: &Model) -> Vec<String> {
    model.following.sources.iter().map(|s| s.address.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::area::Size;
    use crate::app::choices::Choices;
    use crate::app::{Msg, update};
    use crate::job::{Job, Report, SourceRow, Ticket};

    fn model() -> Model {
        let mut model = Model::new(Choices::default(), Size { width: 80, height: 24 }, 1_000);
        model.following.folder = Some("live".into());
        model
    }

    /// What is asked of the network, with its ticket.
    fn asked(effects: Vec<Effect>) -> Vec<(Ticket, FollowChange)> {
        let asked = effects.into_iter().filter_map(|e| match e {
            Effect::Start(ticket, Job::Follow(job)) => Some((ticket, job.change)),
            _ => None,
        });
        asked.collect()
    }

    fn row(next: i64) -> SourceRow {
        SourceRow { address: "https://q.example/f".to_owned(), title: None, asked: Some(1), next, fault: None }
    }

    #[test]
    fn nothing_is_asked_before_the_reader_names_an_address_and_then_when_it_is_due() {
        let mut model = model();
        model.now = 10_000_000;
        assert!(model.due().is_none() && asked(update::update(&mut model, Msg::Due)).is_empty());
        let first = asked(start(&mut model, " https://q.example/f "));
        assert_eq!(first[0].1, FollowChange::Start("https://q.example/f".to_owned()));
        let over = Fetched { sources: vec![row(0)], next: Some(0), over: true, ..Fetched::default() };
        update::update(&mut model, Msg::Report(first[0].0, Report::Follow(over)));
        update::update(&mut model, Msg::Report(first[0].0, Report::Done));
        let due = model.due().unwrap();
        assert_eq!(due, model.now + PAUSE, "rounds do not follow each other at once");
        model.now = due;
        assert_eq!(asked(update::update(&mut model, Msg::Due))[0].1, FollowChange::Go);
        assert!(asked(update::update(&mut model, Msg::Due)).is_empty(), "one round at a time");
    }

    #[test]
    fn what_is_asked_during_a_round_is_done_after_it_in_order() {
        let mut model = model();
        let first = asked(start(&mut model, ""));
        model.following.sources = vec![row(5)];
        assert!(asked(start(&mut model, "https://q.example/g")).is_empty());
        assert!(asked(leave(&mut model, "https://q.example/f")).is_empty());
        let second = asked(update::update(&mut model, Msg::Report(first[0].0, Report::Done)));
        assert_eq!(second[0].1, FollowChange::Start("https://q.example/g".to_owned()));
        let third = asked(update::update(&mut model, Msg::Report(second[0].0, Report::Done)));
        assert_eq!(third[0].1, FollowChange::Stop("https://q.example/f".to_owned()));
        assert!(asked(leave(&mut model, "https://other.example/")).is_empty(), "what is not followed cannot be left");
    }

    #[test]
    fn without_a_folder_for_it_nothing_is_followed() {
        let mut model = model();
        model.following.folder = None;
        assert!(ask(&mut model, Ask::FollowAddress).is_empty());
        assert!(model.overlays.is_empty() && model.message.is_some());
    }
}
