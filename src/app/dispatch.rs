//! From an action to who does it: the screen that is shown, a verb, what lies over
//! the screen. No wildcard stands here: an action more is missing here until
//! somebody says who does it.

use crate::app::action::{
    Action, Addresses, Again, Claims, Context, Copying, Group, HandOver, Judge, KeepSearch, Leaving, Motion, Notes,
    Pairing, Panes, Places, Process, Rounds, Searching, Showing, StoryEdit, StoryView, Tags, Ticks,
};
use crate::app::early;
use crate::app::effect::Effect;
use crate::app::loading::ingest;
use crate::app::model::Model;
use crate::app::model::Repeat;
use crate::app::msg::Saving;
use crate::app::overlay::act::{self as overlay, Outcome};
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::Page;
use crate::app::overlay::{commands, export, help, marks, page, picker, prompt, settings, versions, what_key};
use crate::app::panes::Pane;
use crate::app::refusal::refusal_in;
use crate::app::screen::coverage::state::Face;
use crate::app::screen::here;
use crate::app::screen::main::entities::act as entities;
use crate::app::screen::main::queue::act as queue;
use crate::app::screen::main::{article, list};
use crate::app::screen::{board, compare, coverage, journal, notes, results};
use crate::app::typed::Early;
use crate::app::verb::{
    command, copy, follow, history, judge, jump, note, open, save_search, stop, story, tag, unread,
};
use crate::app::way_back;
use crate::job::Kind;
use crate::search::Layer;
use crate::triage::State;
use crate::words::{Plain, msg};

/// Does an action on the screen that is shown; says why when it cannot be done.
pub(crate) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    perform_in(model, model.context(), action, count)
}

/// Does an action in a context; says why when it cannot be done.
pub(crate) fn perform_in(model: &mut Model, context: Context, action: Action, count: Option<usize>) -> Vec<Effect> {
    if let Some(answer) = early::awaited(model, action) {
        model.typed.early = Some(Early { answer, context, action, count });
        // Of other work it is told that it is waited for.
        if answer == Kind::Group {
            model.say(model.lang().text(msg::REFUSAL_STORIES_COMING));
        }
        return Vec::new();
    }
    perform_now(model, context, action, count)
}

/// The same when the answer that it is for has come, though its work may go on.
pub(crate) fn perform_now(model: &mut Model, context: Context, action: Action, count: Option<usize>) -> Vec<Effect> {
    let Some(reason) = refusal_in(model, context, action) else { return run(model, action, count) };
    let lang = model.lang();
    let label = action.info().label(lang);
    model.say(lang.say(msg::dispatch_label_reason(label, &reason)));
    Vec::new()
}

/// Hands an action to who does it.
fn run(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let here = here::of(model);
    match action.group() {
        Group::Motion(motion) => move_about(model, motion, count),
        Group::Reading(action) => article::act::read(model, action, count),
        Group::StoryView(StoryView::WhoSaysWhat) => here.story(model, Face::Matrix),
        Group::StoryView(StoryView::StoryTimeline) => here.story(model, Face::Timeline),
        Group::Facts(action) => coverage::act::act(model, action),
        Group::Claims(action) => claim(model, action),
        Group::Ticks(action) => tick(model, action, count),
        Group::Judge(verdict) => {
            model.last_act = Some(Repeat::Action(action));
            pass(model, verdict, count)
        }
        Group::StoryEdit(StoryEdit::MergeStories) => story::merge(model),
        Group::StoryEdit(StoryEdit::SplitStory) => story::split(model, &here.targets(model)),
        Group::Tags(Tags::Tag) => prompt::act::ask(model, Ask::Tag),
        Group::Tags(Tags::Untag) => prompt::act::ask(model, Ask::Untag),
        Group::Again(Again::Repeat) => again(model, count),
        Group::Rounds(Rounds::NextUnread) => unread::go(model, true, count.unwrap_or(1)),
        Group::Rounds(Rounds::PreviousUnread) => unread::go(model, false, count.unwrap_or(1)),
        Group::Rounds(Rounds::Queue) => queue::toggle(model, here.subject(model)),
        Group::Rounds(Rounds::Board) => board::act::toggle(model, here.subject(model)),
        Group::TakeBacks(action) => journal::act::act(model, action),
        Group::History(action) => history::act(model, action, count.unwrap_or(1)),
        Group::Selecting(action) => here.select(model, action),
        Group::Notes(action) => write(model, action),
        Group::HandOver(HandOver::Export) => export::act::open(model),
        Group::HandOver(HandOver::Pipe) => export::act::ask_pipe(model),
        Group::Copying(action) => copied(model, action),
        Group::Pairing(Pairing::Compare) => here.compare(model),
        Group::Arranging(action) => list::act::arrange(model, action),
        Group::Folding(action) => list::act::go_or_fold(model, action, count.unwrap_or(1)),
        Group::Filtering(_) => prompt::act::ask(model, Ask::Filter),
        Group::KeepSearch(action) => keep_search(model, action, count),
        Group::Searching(action) => search(model, action, count),
        Group::Naming(action) => here.name(model, action),
        Group::Showing(action) => show(model, action),
        Group::Addresses(Addresses::FollowAddress) => prompt::act::ask_address(model, Ask::FollowAddress),
        Group::Addresses(Addresses::LeaveAddress) => prompt::act::ask_address(model, Ask::LeaveAddress),
        Group::Addresses(Addresses::FollowedAddresses) => {
            let mut effects = follow::look(model);
            effects.extend(page::act::open(model, Page::Followed));
            effects
        }
        Group::Places(action) => go(model, action),
        Group::Panes(action) => arrange_panes(model, action),
        Group::Comparing(action) => compare::act::act(model, action, count),
        Group::Leaving(action) => leave(model, action),
        Group::Process(Process::Quit) => quit(model, Effect::Quit),
        Group::Process(Process::Abort) if model.choices.picking => quit(model, Effect::Abort),
        Group::Process(Process::Abort) => quit(model, Effect::Quit),
        Group::Process(Process::Suspend) => vec![Effect::Suspend],
        Group::Process(Process::BringIn) => ingest::bring_in(model),
        Group::Process(Process::Redraw) => vec![Effect::Redraw],
        Group::Overlay(action) => match overlay::act(model, action) {
            Outcome::Done(effects) => effects,
            Outcome::Do(action) => perform(model, action, None),
        },
        Group::Choice(action) => overlay::choose(model, action, count),
    }
}

/// Moves within the screen, or what is read beside its cursor.
fn move_about(model: &mut Model, motion: Motion, count: Option<usize>) -> Vec<Effect> {
    let here = here::of(model);
    let page = here.page(model);
    let n = count.unwrap_or(1) as isize;
    let half = (page / 2).max(1) as isize;
    let full = page.saturating_sub(2).max(1) as isize;
    let times = count.unwrap_or(1).min(10_000);
    match motion {
        Motion::Down => here.step(model, n),
        Motion::Up => here.step(model, -n),
        Motion::HalfDown => here.step(model, n * half),
        Motion::HalfUp => here.step(model, -n * half),
        Motion::PageDown => here.step(model, n * full),
        Motion::PageUp => here.step(model, -n * full),
        Motion::First => here.end(model, false, count),
        Motion::Last => here.end(model, true, count),
        Motion::Percent => match count {
            Some(part) => here.part(model, part.min(100)),
            None => {
                model.say(model.lang().text(msg::DISPATCH_PERCENT));
                Vec::new()
            }
        },
        Motion::FocusLeft => here.side(model, false),
        Motion::FocusRight => here.side(model, true),
        Motion::NextPane => here.next_pane(model, true),
        Motion::PreviousPane => here.next_pane(model, false),
        Motion::Open => here.open(model),
        Motion::NextArticle => here.neighbour(model, true, times),
        Motion::PreviousArticle => here.neighbour(model, false, times),
        Motion::ScrollDown => here.scroll(model, 3),
        Motion::ScrollUp => here.scroll(model, -3),
    }
}

/// Gives a verdict on what is meant here, and goes on; a number before it means so
/// many rows of the list.
fn pass(model: &mut Model, verdict: Judge, count: Option<usize>) -> Vec<Effect> {
    let here = here::of(model);
    let rows = list::act::rows_from_cursor(model, count.unwrap_or(1)).filter(|_| verdict != Judge::DropRest);
    let ids = rows.as_ref().map_or_else(|| here.targets(model), |(ids, _)| ids.clone());
    let state = match verdict {
        Judge::ToggleRead => return judge::toggle_read(model, &ids),
        Judge::ReadAll => return unread::read_all(model),
        Judge::DropRest => {
            return here.subject(model).map_or(Vec::new(), |id| judge::drop_rest(model, id));
        }
        Judge::Follow => State::Follow,
        Judge::Keep => State::Keep,
        Judge::Drop => State::Drop,
        Judge::MarkDone => State::Done,
        Judge::MarkToRead => State::ToRead,
    };
    if ids.is_empty() {
        let lang = model.lang();
        model.say(lang.text(msg::UI_LIST_EMPTY));
        return Vec::new();
    }
    let mut effects = judge::judge(model, &ids, state);
    match rows {
        Some((_, last)) => effects.extend(list::act::go_on_behind(model, last)),
        None => effects.extend(here.judged(model, &ids)),
    }
    effects
}

fn tick(model: &mut Model, action: Ticks, count: Option<usize>) -> Vec<Effect> {
    let here = here::of(model);
    match action {
        Ticks::Tick => here.tick(model, count.unwrap_or(1)),
        Ticks::TickAll => here.tick_all(model),
        Ticks::Range => list::act::range(model),
        Ticks::TickQuery => prompt::act::ask(model, Ask::TickQuery),
        Ticks::InvertTicks => list::act::invert(model),
    }
}

fn claim(model: &mut Model, action: Claims) -> Vec<Effect> {
    let subject = here::subject(model);
    match action {
        Claims::ArticleCard => page::act::open(model, Page::Card),
        Claims::Versions => versions::act::open(model),
        Claims::PutBack => article::act::put_back(model),
        Claims::CorrectSource => prompt::act::ask(model, Ask::Source),
        Claims::CorrectDate => prompt::act::ask(model, Ask::Date),
        Claims::CorrectAuthor => prompt::act::ask(model, Ask::Author),
        Claims::CorrectTitle => prompt::act::ask(model, Ask::Title),
        Claims::OpenEditor => subject.map_or(Vec::new(), |id| open::editor(model, id)),
        Claims::OpenLink => subject.map_or(Vec::new(), |id| open::link(model, id)),
    }
}

/// Does the last verdict or tag once more, here.
fn again(model: &mut Model, count: Option<usize>) -> Vec<Effect> {
    match model.last_act.clone() {
        Some(Repeat::Action(action)) => {
            (0..count.unwrap_or(1).min(1000)).flat_map(|_| perform(model, action, None)).collect()
        }
        Some(Repeat::Tag(tag, add)) => {
            let ids = here::targets(model);
            tag::tag(model, &ids, &tag, add)
        }
        None => {
            let lang = model.lang();
            model.say(lang.text(msg::DISPATCH_NOTHING_REPEAT));
            Vec::new()
        }
    }
}

fn write(model: &mut Model, action: Notes) -> Vec<Effect> {
    match action {
        Notes::Note => {
            let (about, text) = here::of(model).about(model);
            if about.is_empty() {
                let lang = model.lang();
                model.say(lang.text(msg::DISPATCH_NOTHING_NOTE_HERE));
                return Vec::new();
            }
            note::ask(model, about, &text)
        }
        Notes::NotesHere => {
            let only = here::subject(model).and_then(|d| model.library.key(d));
            notes::act::open(model, only)
        }
        Notes::NotesAll => notes::act::open(model, None),
        Notes::EditNote => notes::act::rewrite(model),
        Notes::DeleteNote => notes::act::delete(model),
    }
}

fn copied(model: &mut Model, action: Copying) -> Vec<Effect> {
    let here = here::of(model);
    let Some(id) = here.subject(model) else { return Vec::new() };
    match action {
        Copying::CopySentence | Copying::CopySelection => match here.passage(model) {
            Some(span) => copy::sentence(model, id, span),
            None => Vec::new(),
        },
        Copying::CopyParagraph => copy::paragraph(model, id),
        Copying::CopyQuote => copy::quote(model, id),
        Copying::CopyTitle => copy::title(model, id),
        Copying::CopyLink => copy::link(model, id),
        Copying::CopyKey => copy::key(model, id),
        Copying::CopyDifference => compare::act::copy_difference(model),
    }
}

fn keep_search(model: &mut Model, action: KeepSearch, count: Option<usize>) -> Vec<Effect> {
    match action {
        KeepSearch::SaveSearch => prompt::act::ask(model, Ask::SaveSearch),
        KeepSearch::RenameSearch => prompt::act::ask(model, Ask::RenameSearch),
        KeepSearch::KeptSearches => save_search::show(model),
        KeepSearch::RemoveSearch | KeepSearch::MoveSearchUp | KeepSearch::MoveSearchDown => {
            save_search::change(model, action, count.unwrap_or(1))
        }
    }
}

fn search(model: &mut Model, action: Searching, count: Option<usize>) -> Vec<Effect> {
    let here = here::of(model);
    let times = count.unwrap_or(1).min(1000);
    match action {
        Searching::Find => match here.find(model) {
            Some(ask) => prompt::act::ask(model, ask),
            None => {
                let lang = model.lang();
                model.say(lang.text(msg::DISPATCH_HERE_N_AND_N_STEP));
                Vec::new()
            }
        },
        Searching::SearchCorpus => prompt::act::ask(model, Ask::SearchCorpus),
        Searching::WordUnderCursor => entities::name_over_corpus(model),
        Searching::Next => (0..times).flat_map(|_| here.next(model, true)).collect(),
        Searching::Previous => (0..times).flat_map(|_| here.next(model, false)).collect(),
        Searching::NextMention => entities::mention(model, true),
        Searching::PreviousMention => entities::mention(model, false),
        Searching::SearchComments => results::act::toggle(model, Layer::Comments),
        Searching::SearchRemoved => results::act::toggle(model, Layer::Removed),
    }
}

fn show(model: &mut Model, action: Showing) -> Vec<Effect> {
    match action {
        Showing::GoTo => picker::act::go_to(model),
        Showing::Palette => picker::act::palette(model),
        Showing::Help => {
            help::act::open(model);
            Vec::new()
        }
        Showing::WhatKey => what_key::act::open(model),
        Showing::Commands => commands::act::open(model),
        Showing::Settings => settings::act::open(model),
        Showing::Plots => page::act::open(model, Page::Plots),
        Showing::Tour => page::act::tour(model),
        Showing::Problems => page::act::open(model, Page::Problems),
        Showing::Journal => journal::act::open(model),
    }
}

fn go(model: &mut Model, action: Places) -> Vec<Effect> {
    match action {
        Places::SetMark => marks::act::ask(model, true),
        Places::GoToMark => marks::act::ask(model, false),
        Places::JumpBack => jump::jump(model, false),
        Places::JumpForward => jump::jump(model, true),
    }
}

fn arrange_panes(model: &mut Model, action: Panes) -> Vec<Effect> {
    match action {
        Panes::Zoom => model.zoom = !model.zoom,
        Panes::ToggleEntities => {
            model.show_entities = !model.show_entities;
            if !model.show_entities && model.focus == Pane::Entities {
                model.focus = Pane::Article;
            }
        }
        Panes::WiderList => model.list_delta = (model.list_delta + 4).clamp(-40, 80),
        Panes::NarrowerList => model.list_delta = (model.list_delta - 4).clamp(-40, 80),
        Panes::EvenPanes => (model.list_delta, model.names_delta) = (0, 0),
        Panes::WiderText => measure(model, 4),
        Panes::NarrowerText => measure(model, -4),
        Panes::ToggleHyphens => {
            let on = toggled(&mut model.choices.typography.hyphens);
            say_either(model, on, msg::DISPATCH_HYPHENS, msg::DISPATCH_NO_HYPHENS);
        }
        Panes::ToggleJustified => {
            let on = toggled(&mut model.choices.typography.justified);
            say_either(model, on, msg::DISPATCH_JUSTIFIED, msg::DISPATCH_RAGGED);
        }
        Panes::ToggleFocusLine => {
            let on = toggled(&mut model.choices.typography.focus_line);
            say_either(model, on, msg::DISPATCH_FOCUS_LINE, msg::DISPATCH_NO_FOCUS_LINE);
        }
        Panes::ToggleFootnotes => {
            let on = toggled(&mut model.choices.typography.footnotes);
            say_either(model, on, msg::DISPATCH_FOOTNOTES, msg::DISPATCH_NO_FOOTNOTES);
        }
        Panes::ToggleMouse => {
            model.choices.mouse = !model.choices.mouse;
            let (lang, on) = (model.lang(), model.choices.mouse);
            model.say(if on {
                lang.text(msg::DISPATCH_MOUSE_KIOSQUE_S)
            } else {
                lang.text(msg::DISPATCH_MOUSE_TERMINAL_S_SELECT_FREELY)
            });
            return vec![Effect::Mouse(on)];
        }
    }
    Vec::new()
}

fn toggled(choice: &mut bool) -> bool {
    *choice = !*choice;
    *choice
}

fn say_either(model: &mut Model, first: bool, yes: Plain, no: Plain) {
    let lang = model.lang();
    model.say(lang.text(if first { yes } else { no }));
}

/// Makes the column of prose wider or narrower.
fn measure(model: &mut Model, by: i16) {
    model.choices.measure = model.choices.measure.saturating_add_signed(by).clamp(30, 200);
    let lang = model.lang();
    model.say(lang.say(msg::dispatch_measure(model.choices.measure)));
}

fn leave(model: &mut Model, action: Leaving) -> Vec<Effect> {
    let here = here::of(model);
    match action {
        Leaving::Close => {
            here.close(model).or_else(|| way_back::back(model)).unwrap_or_else(|| quit(model, Effect::Quit))
        }
        // What is being handed over is the first layer to take off.
        Leaving::Dismiss => crate::app::verb::export::stop(model)
            .or_else(|| command::stop(model))
            .or_else(|| stop::stop(model))
            .or_else(|| here.dismiss(model))
            .or_else(|| way_back::back(model))
            .unwrap_or_default(),
    }
}

/// Ends the program in one of two ways; asks once where something would be lost.
fn quit(model: &mut Model, by: Effect) -> Vec<Effect> {
    let loss = match &model.saving {
        Saving::Failed(_) => Some(msg::QUIT_UNSAVED),
        Saving::Saved | Saving::Saving if model.handing => Some(msg::QUIT_HANDING),
        Saving::Saved | Saving::Saving if model.running.is_some() => Some(msg::QUIT_RUNNING),
        Saving::Saved | Saving::Saving => model.draft.is_some().then_some(msg::QUIT_DRAFT),
    };
    match loss {
        Some(loss) if model.quit_asked == 0 => {
            let lang = model.lang();
            let key = model.keymap.key_of(model.context(), Action::Quit).unwrap_or_default();
            model.warn(lang.say(msg::quit_asks(loss, key)));
            model.quit_asked = QUIT_KEYS;
            Vec::new()
        }
        Some(_) | None => vec![by],
    }
}

/// Keys for which the question whether to quit counts: the answer itself, which
/// is counted down first, and nothing else.
const QUIT_KEYS: u8 = 2;
