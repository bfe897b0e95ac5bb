//! Addresses that are followed while the program runs: begun and ended by the
//! reader, asked in the background when they are due. That one is followed, or no
//! longer, is an entry of the journal and can be undone; only what the reader does in this
//! program changes what a folder follows, never an entry that comes from elsewhere.

use crate::app::effect::Effect;
use crate::app::following::FollowWish;
use crate::app::loading::ingest;
use crate::app::model::Model;
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::Overlay;
use crate::app::record;
use crate::job::{Fetched, Follow, FollowChange, SourceRow, web_address};
use crate::triage::{Change, Decision, Entry, Target};
use crate::words::msg;
use std::path::{Path, PathBuf};

/// Least time between two rounds, in milliseconds.
const PAUSE: i64 = 30_000;

/// Looks up what is followed, where nobody did yet.
pub(crate) fn look(model: &mut Model) -> Vec<Effect> {
    match model.following.folder.clone() {
        Some(folder) if model.following.sources.is_none() && model.following.busy.is_none() => {
            wish(model, folder, FollowChange::Look)
        }
        _ => Vec::new(),
    }
}

/// The reader named an address to follow; none for those that are followed there
/// already.
pub(crate) fn start(model: &mut Model, typed: &str) -> Vec<Effect> {
    let Some(folder) = model.following.folder.clone() else { return Vec::new() };
    let lang = model.lang();
    if typed.trim().is_empty() {
        model.say(lang.text(msg::FOLLOW_BEGINS));
        return wish(model, folder, FollowChange::Go);
    }
    match web_address(typed) {
        Err(why) => {
            model.warn(lang.say(&why));
            Vec::new()
        }
        Ok(address) => {
            model.say(lang.say(msg::follow_starts(&address)));
            let mut effects = decided(model, &folder, &address, true);
            effects.extend(wish(model, folder, FollowChange::Start(address)));
            effects
        }
    }
}

/// The reader named an address to be left.
pub(crate) fn leave(model: &mut Model, typed: &str) -> Vec<Effect> {
    let Some(folder) = model.following.folder.clone() else { return Vec::new() };
    let address = web_address(typed).unwrap_or_else(|_| typed.trim().to_owned());
    if !is_followed(model, &address) {
        let said = model.lang().say(msg::cli_watch_stop_unknown(address));
        model.warn(said);
        return Vec::new();
    }
    let said = model.lang().say(msg::follow_ends(&address));
    model.say(said);
    let mut effects = decided(model, &folder, &address, false);
    effects.extend(wish(model, folder, FollowChange::Stop(address)));
    effects
}

/// Whether an address is followed, once all was done that is asked for.
fn is_followed(model: &Model, address: &str) -> bool {
    let wishes = model.following.busy.iter().chain(&model.following.waiting);
    let wished = wishes.filter(|w| Some(&w.folder) == model.following.folder.as_ref()).rev();
    let mut said = wished.filter_map(|w| match &w.change {
        FollowChange::Start(a) if a == address => Some(true),
        FollowChange::Stop(a) if a == address => Some(false),
        _ => None,
    });
    said.next().unwrap_or_else(|| rows(model).iter().any(|s| s.address == address))
}

/// Notes in the journal that an address is followed from now on, or no longer; nothing
/// where that is so already.
fn decided(model: &mut Model, folder: &Path, address: &str, follows: bool) -> Vec<Effect> {
    if is_followed(model, address) == follows {
        return Vec::new();
    }
    let decision = Decision::Following { address: address.to_owned(), folder: folder.display().to_string() };
    let change = if follows { Change::Decide(decision) } else { Change::Retract(decision) };
    let entry = model.triage.act(model.now, &model.choices.person, vec![(Target::Corpus, change)]);
    record::record(model, entry)
}

/// The reader took back an act, or did it again (`back` is false): what it said of
/// addresses is carried out in its folder.
pub(crate) fn turned(model: &mut Model, act: &Entry, back: bool) -> Vec<Effect> {
    let said = act.changes().iter().filter_map(|(_, change)| match change {
        Change::Decide(Decision::Following { address, folder }) => Some((address, folder, !back)),
        Change::Retract(Decision::Following { address, folder }) => Some((address, folder, back)),
        _ => None,
    });
    let mut effects = Vec::new();
    for (address, folder, follows) in said {
        let change = if follows { FollowChange::Start } else { FollowChange::Stop };
        effects.extend(wish(model, PathBuf::from(folder), change(address.clone())));
    }
    effects
}

/// The time has come that was waited for.
pub(crate) fn due(model: &mut Model) -> Vec<Effect> {
    match (model.following.next, model.following.folder.clone()) {
        (Some(next), Some(folder)) if next <= model.now && model.following.busy.is_none() => {
            if model.following.waiting.is_empty() { wish(model, folder, FollowChange::Go) } else { next_wish(model) }
        }
        _ => Vec::new(),
    }
}

/// Carries a wish out, after those before it.
fn wish(model: &mut Model, folder: PathBuf, change: FollowChange) -> Vec<Effect> {
    model.following.waiting.push(FollowWish { folder, change, taken: false });
    if model.following.busy.is_some() { Vec::new() } else { next_wish(model) }
}

/// Begins what waits longest.
fn next_wish(model: &mut Model) -> Vec<Effect> {
    model.following.next = None;
    if model.following.waiting.is_empty() {
        return Vec::new();
    }
    let wish = model.following.waiting.remove(0);
    let FollowWish { folder, change, .. } = wish.clone();
    // Servers are asked for the folder that is open.
    let asks = change != FollowChange::Look && model.following.folder.as_ref() == Some(&folder);
    model.following.busy = Some(wish);
    vec![model.start(Follow { folder, change, asks })]
}

/// How far a round is.
pub(crate) fn fetched(model: &mut Model, fetched: Fetched) -> Vec<Effect> {
    let Fetched { sources, next, came, over } = fetched;
    let Some(wish) = &mut model.following.busy else { return Vec::new() };
    wish.taken = true;
    if Some(&wish.folder) != model.following.folder.as_ref() {
        return Vec::new();
    }
    model.following.sources = Some(sources);
    let offered = offered(model);
    for overlay in &mut model.overlays {
        if let Overlay::Prompt(prompt) = overlay
            && matches!(prompt.ask, Ask::FollowAddress | Ask::LeaveAddress)
        {
            prompt.suggestions.clone_from(&offered);
        }
    }
    if !over {
        return Vec::new();
    }
    model.following.next = next.map(|next| next.max(model.now.saturating_add(PAUSE)));
    // The system may not tell of new files.
    if came > 0 { ingest::look_again(model) } else { Vec::new() }
}

/// A round has ended, however.
pub(crate) fn ended(model: &mut Model) -> Vec<Effect> {
    let Some(wish) = model.following.busy.take() else { return Vec::new() };
    let is_open = Some(&wish.folder) == model.following.folder.as_ref();
    let asked = wish.change != FollowChange::Look;
    if is_open && asked && !wish.taken {
        // Another program fetches there, or the disk is full: it is tried again.
        model.following.waiting.insert(0, wish);
        model.following.next = Some(model.now.saturating_add(PAUSE));
        return Vec::new();
    }
    if !model.following.waiting.is_empty() {
        return next_wish(model);
    }
    if is_open && asked && model.following.next.is_none() && !rows(model).is_empty() {
        model.following.next = Some(model.now.saturating_add(PAUSE));
    }
    Vec::new()
}

/// What is followed, as far as it is known.
fn rows(model: &Model) -> &[SourceRow] {
    model.following.sources.as_deref().unwrap_or_default()
}

/// Addresses that Tab offers.
pub(crate) fn offered(model: &Model) -> Vec<String> {
    rows(model).iter().map(|s| s.address.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::History;
    use crate::app::area::Size;
    use crate::app::choices::Choices;
    use crate::app::overlay::prompt::act as prompt;
    use crate::app::verb::history;
    use crate::app::{Msg, update};
    use crate::job::{Job, Report, Ticket};
    use crate::notice::Notice;

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

    fn ends(model: &mut Model, ticket: Ticket, sources: Vec<SourceRow>) -> Vec<Effect> {
        let fetched = Fetched { sources, ..Fetched::default() };
        update::update(model, Msg::Report(ticket, Report::Follow(fetched)));
        update::update(model, Msg::Report(ticket, Report::Done))
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

    const F: &str = "https://q.example/f";

    #[test]
    fn what_is_asked_during_a_round_is_done_after_it_in_order() {
        let mut model = model();
        let first = asked(start(&mut model, ""));
        model.following.sources = Some(vec![row(5)]);
        assert!(asked(start(&mut model, "https://q.example/g")).is_empty());
        assert!(asked(leave(&mut model, F)).is_empty());
        let second = asked(ends(&mut model, first[0].0, vec![row(5)]));
        assert_eq!(second[0].1, FollowChange::Start("https://q.example/g".to_owned()));
        let third = asked(ends(&mut model, second[0].0, vec![row(5)]));
        assert_eq!(third[0].1, FollowChange::Stop(F.to_owned()));
        assert!(asked(leave(&mut model, "https://other.example/")).is_empty(), "what is not followed cannot be left");
    }

    #[test]
    fn undo_leaves_what_was_followed_and_follows_what_was_left() {
        let mut model = model();
        let first = asked(start(&mut model, F));
        ends(&mut model, first[0].0, vec![row(5)]);
        let undone = asked(history::act(&mut model, History::Undo, 1));
        assert_eq!(undone[0].1, FollowChange::Stop(F.to_owned()));
        ends(&mut model, undone[0].0, Vec::new());
        let redone = asked(history::act(&mut model, History::Redo, 1));
        assert_eq!(redone[0].1, FollowChange::Start(F.to_owned()));
        ends(&mut model, redone[0].0, vec![row(5)]);
        let left = asked(leave(&mut model, F));
        ends(&mut model, left[0].0, Vec::new());
        assert_eq!(asked(history::act(&mut model, History::Undo, 1))[0].1, FollowChange::Start(F.to_owned()));
        assert!(asked(history::act(&mut model, History::Undo, 9)).is_empty(), "after what is under way");
    }

    #[test]
    fn what_is_followed_already_is_no_act_and_what_is_no_address_is_refused() {
        let mut model = model();
        model.following.sources = Some(vec![row(5)]);
        assert_eq!(asked(start(&mut model, F)).len(), 1);
        assert!(model.triage.is_empty());
        assert!(start(&mut model, "bac de Sarvenne").is_empty() && model.triage.is_empty());
    }

    #[test]
    fn what_another_program_keeps_from_the_folder_is_tried_again() {
        let mut model = model();
        let first = asked(start(&mut model, F));
        let failed = Report::Failed(Notice::warning("", msg::LIVE_ROBOTS));
        update::update(&mut model, Msg::Report(first[0].0, failed));
        model.now = model.due().unwrap();
        assert_eq!(asked(update::update(&mut model, Msg::Due))[0].1, FollowChange::Start(F.to_owned()));
    }

    #[test]
    fn an_entry_from_elsewhere_follows_nothing_and_one_of_another_folder_is_undone_from_the_journal_alone() {
        let mut model = model();
        let decision = Decision::Following { address: F.to_owned(), folder: "other".to_owned() };
        let person = model.choices.person.clone();
        let act = model.triage.act(5, &person, vec![(Target::Corpus, Change::Decide(decision))]);
        assert!(asked(history::received(&mut model, vec![act])).is_empty());
        assert!(history::act(&mut model, History::Undo, 1).is_empty());
        let act = model.triage.newest(0).unwrap().to_entry();
        let undone = turned(&mut model, &act, true).into_iter().find_map(|e| match e {
            Effect::Start(_, Job::Follow(job)) => Some(job),
            _ => None,
        });
        let wanted = Follow { folder: "other".into(), change: FollowChange::Stop(F.to_owned()), asks: false };
        assert_eq!(undone.as_deref(), Some(&wanted));
    }

    #[test]
    fn without_a_folder_for_it_nothing_is_followed() {
        let mut model = model();
        model.following.folder = None;
        assert!(prompt::ask_address(&mut model, Ask::FollowAddress).is_empty());
        assert!(model.overlays.is_empty() && model.message.is_some());
    }
}
