//! Lines of input: opened, typed into, answered.

use crate::app::action::{Action, Context};
use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::key::{self, Key};
use crate::app::model::Model;
use crate::app::model::Repeat;
use crate::app::navigate;
use crate::app::overlay::export::act as export;
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::prompt::edit::edit;
use crate::app::overlay::prompt::state::{Ask, Prompt, Stand};
use crate::app::overlay::settings;
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::screen::here;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::entities::act as entities;
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::list::place::ListPlace;
use crate::app::verb::{decide, follow, name, note, save_search, search, tag};
use crate::corpus::{DocId, Mark};
use crate::search::Query;
use crate::triage::ClaimField;
use crate::words::msg;
use std::sync::Arc;

/// Opens a line of input in the status row.
pub(crate) fn ask(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let value = first_value(model, ask);
    let suggestions = suggestions(model, ask);
    let offered = matches!(ask, Ask::SaveSearch | Ask::RenameSearch) && !value.is_empty();
    let origin = Stand::of(model, ask).map(Arc::new);
    let prompt = Prompt { offered, suggestions, origin, ..Prompt::new(ask, InputLine::new(value)) };
    model.overlays.push(Overlay::Prompt(prompt));
    Vec::new()
}

/// Asks which address is to be followed, or left, where something that is open can take
/// what comes.
pub(crate) fn ask_address(model: &mut Model, what: Ask) -> Vec<Effect> {
    if model.following.folder.is_none() {
        let lang = model.lang();
        model.warn(lang.text(msg::FOLLOW_NO_FOLDER));
        return Vec::new();
    }
    let mut effects = follow::look(model);
    effects.extend(ask(model, what));
    effects
}

/// What stands in the line before anything is typed.
fn first_value(model: &Model, ask: Ask) -> String {
    let card = || here::subject(model).and_then(|d| model.library.card(d));
    match ask {
        Ask::Filter => model.filter.as_ref().map_or(String::new(), |f| f.text.clone()),
        Ask::SearchCorpus => {
            let shown = model.results.as_ref().filter(|_| model.screen == Screen::Results);
            shown.map_or(String::new(), |r| r.query.clone())
        }
        // The first words of an article are no headline to start from.
        Ask::Title => card().filter(|c| c.title_mark != Mark::Inferred).map_or(String::new(), |c| c.title.clone()),
        Ask::Source => card().and_then(|c| c.source.clone()).unwrap_or_default(),
        Ask::Author => {
            let document = here::subject(model).and_then(|id| model.library.corpus.get(id));
            document.and_then(|d| d.meta.author.value.clone()).unwrap_or_default()
        }
        Ask::Date => card().and_then(|c| c.date).map_or(String::new(), |d| d.to_string()),
        Ask::SaveSearch | Ask::RenameSearch => save_search::offered(model, ask),
        Ask::FindInArticle
        | Ask::FindInList
        | Ask::FindInNames
        | Ask::FindInNotes
        | Ask::Tag
        | Ask::Untag
        | Ask::Note
        | Ask::ExportName
        | Ask::Pipe
        | Ask::Setting
        | Ask::TickQuery
        | Ask::FollowAddress
        | Ask::LeaveAddress
        | Ask::Called
        | Ask::SameName => String::new(),
    }
}

/// What Tab offers.
fn suggestions(model: &Model, ask: Ask) -> Vec<String> {
    match ask {
        Ask::Tag => {
            let mut tags = tag::tags(model);
            // The tag used last is the one most likely wanted next.
            if let Some(Repeat::Tag(last, true)) = &model.last_act {
                tags.retain(|t| t != last);
                tags.insert(0, last.clone());
            }
            tags
        }
        Ask::Untag => {
            let key = here::subject(model).and_then(|d| model.library.key(d));
            key.map_or(Vec::new(), |k| model.triage.status(&k).tags.iter().cloned().collect())
        }
        Ask::Source => model.library.cards().outlets().into_iter().map(str::to_owned).collect(),
        Ask::SameName => here::of(model).named(model).map_or(Vec::new(), |named| name::suggestions(model, &named)),
        Ask::FollowAddress | Ask::LeaveAddress => follow::offered(model),
        Ask::SaveSearch => model.saved.searches.iter().map(|s| s.name.clone()).collect(),
        Ask::Filter
        | Ask::SearchCorpus
        | Ask::FindInArticle
        | Ask::FindInList
        | Ask::FindInNames
        | Ask::FindInNotes
        | Ask::Title
        | Ask::Date
        | Ask::Author
        | Ask::Setting
        | Ask::Called
        | Ask::Note
        | Ask::ExportName
        | Ask::Pipe
        | Ask::RenameSearch
        | Ask::TickQuery => Vec::new(),
    }
}

/// The names of the corpus are there: the line that waits for them offers them.
pub(crate) fn names_arrived(model: &mut Model) {
    let offered = suggestions(model, Ask::SameName);
    if let Some(Overlay::Prompt(p)) = model.overlays.last_mut()
        && p.ask == Ask::SameName
    {
        p.suggestions = offered;
    }
}

/// A key for the line.
pub(crate) fn typed(model: &mut Model, mut p: Prompt, key: Key) -> Vec<Effect> {
    if std::mem::take(&mut p.offered) && key.text().is_some() {
        p.input = InputLine::default();
    }
    let edited = edit(&mut p.input, key);
    if edited {
        (p.edited, p.recalled) = (true, None);
    }
    let (ask, origin, value) = (p.ask, p.origin.clone(), p.input.value().to_owned());
    model.overlays.push(Overlay::Prompt(p));
    if edited {
        return sought(model, ask, origin.as_deref(), &value);
    }
    let lang = model.lang();
    model.say(lang.say(msg::overlay_does_nothing(key::show(&[key], lang))));
    Vec::new()
}

/// Brings back a line that was asked before, or goes on from it.
pub(crate) fn recall(model: &mut Model, mut p: Prompt, by: isize) -> Vec<Effect> {
    let changed = model.asked.lines(p.ask).is_some_and(|lines| p.recall(lines, by < 0));
    let (ask, origin, value) = (p.ask, p.origin.clone(), p.input.value().to_owned());
    model.overlays.push(Overlay::Prompt(p));
    if changed { sought(model, ask, origin.as_deref(), &value) } else { Vec::new() }
}

/// Words are highlighted while they are typed, and looked for from where the reader
/// stood before.
fn sought(model: &mut Model, ask: Ask, origin: Option<&Stand>, words: &str) -> Vec<Effect> {
    // In the list the answer comes later: it goes there by itself.
    if let Some(origin) = origin
        && (ask != Ask::FindInList || words.trim().is_empty())
    {
        origin.come_back(model);
    }
    match ask {
        Ask::FindInArticle => article::find(model, words),
        Ask::FindInList => return list::find(model, words, place_in_list(origin)),
        Ask::FindInNames => {
            model.entities.find(words);
        }
        Ask::FindInNotes => model.notes.search(words),
        Ask::SearchCorpus
        | Ask::Filter
        | Ask::Tag
        | Ask::Untag
        | Ask::Title
        | Ask::Source
        | Ask::Date
        | Ask::Author
        | Ask::Setting
        | Ask::Called
        | Ask::Note
        | Ask::ExportName
        | Ask::Pipe
        | Ask::TickQuery
        | Ask::SaveSearch
        | Ask::RenameSearch
        | Ask::FollowAddress
        | Ask::LeaveAddress
        | Ask::SameName => {}
    }
    Vec::new()
}

/// Where the reader stood in the list.
fn place_in_list(origin: Option<&Stand>) -> Option<ListPlace> {
    match origin {
        Some(Stand::List(place)) => Some(place.clone()),
        _ => None,
    }
}

/// Closes the line without an answer: what is looked for is nothing, which
/// clears what was found and asks for no work, and the reader stands where they stood.
pub(crate) fn cancel(model: &mut Model, p: &Prompt) -> Vec<Effect> {
    if p.ask == Ask::Note {
        note::put_by(model, p.about.clone(), p.input.value());
    }
    sought(model, p.ask, p.origin.as_deref(), "")
}

/// Goes round what begins as typed; of a note, round what it may be about.
pub(crate) fn complete(model: &mut Model, mut p: Prompt) -> Vec<Effect> {
    if p.ask == Ask::Note {
        p.chosen = (p.chosen + 1) % p.about.len().max(1);
        model.overlays.push(Overlay::Prompt(p));
        return Vec::new();
    }
    let typed = p.input.value().to_owned();
    let fitting: Vec<&String> = p.fitting().collect();
    let at = fitting.iter().position(|s| **s == typed);
    let next = match at {
        Some(_) => {
            let i = p.suggestions.iter().position(|s| *s == typed).unwrap_or(0);
            p.suggestions.get((i + 1) % p.suggestions.len().max(1)).cloned()
        }
        None => fitting.first().map(|s| (*s).clone()),
    };
    match next {
        Some(next) => p.input = InputLine::new(next),
        None => model.say(model.lang().text(msg::PROMPT_NOTHING_TO_SUGGEST)),
    }
    model.overlays.push(Overlay::Prompt(p));
    Vec::new()
}

/// Goes on with a note in the editor.
pub(crate) fn in_editor(model: &mut Model, p: Prompt) -> Vec<Effect> {
    if p.ask != Ask::Note {
        model.overlays.push(Overlay::Prompt(p));
        return Vec::new();
    }
    p.about.get(p.chosen).map_or(Vec::new(), |a| note::compose(a.clone(), p.input.value()))
}

/// The line is done.
pub(crate) fn answer(model: &mut Model, p: &Prompt) -> Vec<Effect> {
    let value = p.input.value();
    let acts_on_words = matches!(
        p.ask,
        Ask::Tag
            | Ask::Untag
            | Ask::TickQuery
            | Ask::SearchCorpus
            | Ask::SameName
            | Ask::Pipe
            | Ask::FollowAddress
            | Ask::LeaveAddress
    );
    if acts_on_words && value.trim().is_empty() {
        model.say(model.lang().text(msg::PROMPT_NOTHING_TYPED));
        return Vec::new();
    }
    if model.asked.lines(p.ask).is_some() {
        model.asked.keep(p.ask, value);
    }
    // What cannot be read is said, and stays to be mended.
    let unread = match p.ask {
        ask if ask.is_query() => Query::parse_with(value, candidates::query_options(model)).is_err(),
        Ask::Date => !decide::is_day(value),
        _ => false,
    };
    if unread && !value.trim().is_empty() {
        model.overlays.push(Overlay::Prompt(p.clone()));
    }
    if asks_about(model, p) {
        return Vec::new();
    }
    match p.ask {
        Ask::FindInArticle => {
            sought(model, p.ask, p.origin.as_deref(), value);
            article::say_hit(model);
            Vec::new()
        }
        Ask::FindInList => list::find(model, value, place_in_list(p.origin.as_deref())),
        Ask::FindInNames => entities::find(model, value),
        Ask::SearchCorpus => search::search(model, value),
        Ask::Filter => navigate::narrow(model, value),
        Ask::Tag => tagged(model, value, true),
        Ask::Untag => tagged(model, value, false),
        Ask::Note => p.about.get(p.chosen).map_or(Vec::new(), |a| note::keep(model, a, value)),
        Ask::TickQuery => list::tick_query(model, value),
        Ask::SaveSearch => save_search::keep(model, value),
        Ask::RenameSearch => save_search::rename(model, value),
        Ask::SameName => match here::of(model).named(model) {
            Some(named) => name::same(model, &named, value),
            None => Vec::new(),
        },
        Ask::Called => match here::of(model).named(model) {
            Some(named) => name::call(model, &named, value),
            None => Vec::new(),
        },
        Ask::FollowAddress => follow::start(model, value),
        Ask::LeaveAddress => follow::leave(model, value),
        Ask::Pipe => export::pipe(model, value),
        Ask::ExportName => {
            export::rename(model, value);
            Vec::new()
        }
        Ask::FindInNotes => {
            model.notes.search(value);
            Vec::new()
        }
        Ask::Title => corrected(model, ClaimField::Title, value),
        Ask::Source => {
            let ids = sourced(model);
            decide::correct(model, &ids, ClaimField::Source, value)
        }
        Ask::Date => corrected(model, ClaimField::Published, value),
        Ask::Author => corrected(model, ClaimField::Author, value),
        Ask::Setting => settings::act::typed(model, value),
    }
}

/// Asks once about a day that no article can have: the line stays, and the same answer once
/// more stands.
fn asks_about(model: &mut Model, p: &Prompt) -> bool {
    let value = p.input.value();
    if p.ask != Ask::Date || p.confirms.as_deref() == Some(value) {
        return false;
    }
    let Some(day) = decide::unlikely_day(model, value) else { return false };
    let key = model.keymap.key_of(Context::Prompt, Action::Accept).unwrap_or_default();
    model.warn(model.lang().say(msg::decide_unlikely_day(day.to_string(), key)));
    model.overlays.push(Overlay::Prompt(Prompt { confirms: Some(value.to_owned()), ..p.clone() }));
    true
}

fn tagged(model: &mut Model, value: &str, add: bool) -> Vec<Effect> {
    let ids = here::targets(model);
    tag::tag(model, &ids, value, add)
}

fn corrected(model: &mut Model, field: ClaimField, value: &str) -> Vec<Effect> {
    here::subject(model).map_or(Vec::new(), |id| decide::correct(model, &[id], field, value))
}

/// The articles of which a source is corrected: those that are ticked, else the one
/// at hand.
fn sourced(model: &Model) -> Vec<DocId> {
    if model.list.ticked.is_empty() {
        return here::subject(model).into_iter().collect();
    }
    model.list.ticked.iter().copied().collect()
}
