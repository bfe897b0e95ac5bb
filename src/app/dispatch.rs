//! Actions: whether they can be done, and doing them.

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::loading::{ingest as gather, stories};
use crate::app::model::{Model, Repeat};
use crate::app::overlay::act as overlays;
use crate::app::overlay::export::act as export;
use crate::app::overlay::marks::act as marks;
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::{Overlay, Page};
use crate::app::panes::Pane;
use crate::app::panes::Screen;
use crate::app::screen::board::act as morning;
use crate::app::screen::compare::act as compare;
use crate::app::screen::compare::state::Layer;
use crate::app::screen::coverage::act as coverage;
use crate::app::screen::coverage::state::Face;
use crate::app::screen::journal::act as journal;
use crate::app::screen::main::article::{act as article, selection as passage};
use crate::app::screen::main::list::act as list;
use crate::app::screen::main::list::order::{Grouping, Sort};
use crate::app::screen::name::act as names;
use crate::app::screen::notes::act as notes;
use crate::app::screen::results::act as search;
use crate::app::verb::{decide as decision, judge as verdict};
use crate::corpus::Place;
use crate::search::Layer as TextLayer;
use crate::story::coverage::{Order, Show};
use crate::triage::State;

/// Why an action cannot be done now; `None`: it can.
pub fn refusal(model: &Model, action: Action) -> Option<String> {
    use crate::app::action::Context;
    let lang = model.lang();
    let contexts = action.info().contexts;
    let here = model.context();
    if !contexts.contains(&Context::Everywhere) && !contexts.contains(&here) {
        let names: Vec<&str> = contexts.iter().map(|c| c.name(lang)).collect();
        return Some(
            lang.pick(format!("seulement dans : {}", names.join(", ")), format!("only in: {}", names.join(", "))),
        );
    }
    let no_article = || lang.pick("aucun article ici", "no article here").to_owned();
    match action {
        Action::CycleView
        | Action::ArticleCard
        | Action::OpenEditor
        | Action::CorrectSource
        | Action::CorrectDate
        | Action::CorrectTitle
            if model.subject().is_none() =>
        {
            Some(no_article())
        }
        Action::OpenLink => match model.subject().and_then(|id| model.library.corpus.get(id)) {
            None => Some(no_article()),
            Some(d) if d.meta.url.value.is_none() => {
                Some(lang.pick("l'article ne donne pas d'adresse", "the article gives no address").to_owned())
            }
            Some(_) => None,
        },
        Action::PutBack if model.article.view == crate::app::screen::main::article::view::View::Clean => {
            Some(lang.pick("dans la vue marquée seulement (c)", "in the marked view only (c)").to_owned())
        }
        Action::Undo if model.triage.undoable(&model.choices.person).is_none() => {
            Some(lang.pick("rien à annuler", "nothing to undo").to_owned())
        }
        Action::Redo if model.triage.redoable(&model.choices.person).is_none() => {
            Some(lang.pick("rien à rétablir", "nothing to redo").to_owned())
        }
        Action::DropRest => {
            let story = model.subject().and_then(|id| model.library.story(id));
            story.is_none().then(|| {
                lang.pick("cet article est seul de son histoire", "this article is alone in its story").to_owned()
            })
        }
        _ => None,
    }
}

/// Does an action; says why when it cannot be done.
pub(crate) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    if let Some(reason) = refusal(model, action) {
        let lang = model.lang();
        let label = action.info().label(lang);
        model.say(lang.pick(format!("{label} : {reason}"), format!("{label}: {reason}")));
        return Vec::new();
    }
    if let Some(effects) = motion(model, action, count) {
        return effects;
    }
    if matches!(
        action,
        Action::Follow
            | Action::Keep
            | Action::Drop
            | Action::MarkDone
            | Action::MarkToRead
            | Action::DropRest
            | Action::ToggleRead
    ) {
        model.last_act = Some(Repeat::Action(action));
    }
    match action {
        Action::Follow => verdict::judge(model, State::Follow),
        Action::Keep => verdict::judge(model, State::Keep),
        Action::Drop => verdict::judge(model, State::Drop),
        Action::MarkDone => verdict::judge(model, State::Done),
        Action::MarkToRead => verdict::judge(model, State::ToRead),
        Action::DropRest => verdict::drop_rest(model),
        Action::ToggleRead => verdict::toggle_read(model),
        Action::Undo => verdict::undo(model, count.unwrap_or(1)),
        Action::Redo => verdict::redo(model, count.unwrap_or(1)),
        Action::Tag => overlays::prompt(model, Ask::Tag),
        Action::Untag => overlays::prompt(model, Ask::Untag),

        Action::Repeat => match model.last_act.clone() {
            Some(Repeat::Action(action)) => {
                (0..count.unwrap_or(1).min(1000)).flat_map(|_| perform(model, action, None)).collect()
            }
            Some(Repeat::Tag(tag, add)) => verdict::tag(model, &tag, add),
            None => {
                let lang = model.lang();
                model.say(lang.pick("Rien à refaire.", "Nothing to repeat."));
                Vec::new()
            }
        },
        Action::Queue => morning::queue(model),
        Action::Board => morning::board(model),
        Action::TakeBack => journal::take_back(model),
        Action::TakeBackTo => journal::take_back_to(model),
        Action::SetMark => marks::ask(model, true),
        Action::GoToMark => marks::ask(model, false),
        Action::TickQuery => overlays::prompt(model, Ask::TickQuery),
        Action::Tick if model.screen == Screen::Board => morning::tick(model, count.unwrap_or(1)),
        Action::TickAll if model.screen == Screen::Board => morning::tick_column(model),
        Action::Tick => list::tick(model, count.unwrap_or(1)),
        Action::Range => list::range(model),
        Action::TickAll => list::tick_all(model),
        Action::InvertTicks => list::invert(model),
        Action::GroupNext => list::group_by(model, model.list.grouping.next()),
        Action::GroupSource => list::group_by(model, Grouping::Source),
        Action::GroupDay => list::group_by(model, Grouping::Day),
        Action::GroupStory => list::group_by(model, Grouping::Story),
        Action::GroupState => list::group_by(model, Grouping::State),
        Action::SortDate => list::sort_by(model, Sort::Date),
        Action::SortSource => list::sort_by(model, Sort::Source),
        Action::SortTitle => list::sort_by(model, Sort::Title),
        Action::SortWords => list::sort_by(model, Sort::Words),
        Action::SortReverse => list::reverse(model),
        Action::Filter => overlays::prompt(model, Ask::Filter),

        Action::CycleView => article::cycle_view(model),
        Action::PutBack => decision::put_back(model),
        Action::CorrectSource => overlays::prompt(model, Ask::Source),
        Action::CorrectDate => overlays::prompt(model, Ask::Date),
        Action::CorrectTitle => overlays::prompt(model, Ask::Title),
        Action::SearchComments => search::toggle(model, TextLayer::Comments),
        Action::SearchRemoved => search::toggle(model, TextLayer::Removed),
        Action::NextMention => article::mention(model, true),
        Action::PreviousMention => article::mention(model, false),
        Action::EntityPage => names::open(model),
        Action::ToggleSpelling => names::toggle(model),
        Action::MergeName => names::merge(model),
        Action::SplitName => names::split(model),
        Action::NameKind => names::next_kind(model),
        Action::MergeStories => stories::merge(model),
        Action::SplitStory => stories::split(model),
        Action::HideName => names::hide(model),
        Action::FilterEntity => list::filter_entity(model),
        Action::WordUnderCursor => search::name_over_corpus(model),
        Action::Find => match model.context() {
            crate::app::action::Context::Article => overlays::prompt(model, Ask::FindInArticle),
            crate::app::action::Context::Results => overlays::prompt(model, Ask::SearchCorpus),
            crate::app::action::Context::Notes => overlays::prompt(model, Ask::FindInNotes),
            crate::app::action::Context::Compare => compare::no_find(model),
            _ => overlays::prompt(model, Ask::FindInList),
        },
        Action::SearchCorpus => overlays::prompt(model, Ask::SearchCorpus),
        Action::Next => next(model, true, count),
        Action::Previous => next(model, false, count),
        Action::GoTo => overlays::go_to(model),
        Action::Palette => overlays::palette(model),
        Action::Help => {
            let context = model.context();
            model.overlays.push(Overlay::Help { context, input: tui_input::Input::default(), top: 0 });
            Vec::new()
        }
        Action::ArticleCard => page(model, Page::Card),
        Action::WhoSaysWhat => coverage::open(model, Face::Matrix),
        Action::StoryTimeline => coverage::open(model, Face::Timeline),
        Action::FactsAlone => coverage::show(model, |_| Show::Alone),
        Action::FactsOmitted => coverage::show(model, Show::Omitted),
        Action::FactsDiffering => coverage::show(model, |_| Show::Differing),
        Action::SortOrigins => coverage::order(model, |_| Order::Origins),
        Action::SortTime => coverage::order(model, |_| Order::Time),
        Action::SortText => coverage::order(model, Order::Text),
        Action::Problems => page(model, Page::Problems),
        Action::Journal => journal::open(model),

        Action::SelectText => passage::select(model),
        Action::GrowWord => passage::word(model, true),
        Action::ShrinkWord => passage::word(model, false),
        Action::OtherEnd => passage::other_end(model),
        Action::Note => notes::write(model),
        Action::NotesHere => notes::open(model, true),
        Action::NotesAll => notes::open(model, false),
        Action::EditNote => notes::rewrite(model),
        Action::DeleteNote => notes::delete(model),

        Action::Export => export::open(model),
        Action::Pipe => export::ask_pipe(model),
        Action::CopySentence | Action::CopySelection => export::copy_sentence(model),
        Action::CopyParagraph => export::copy_paragraph(model),
        Action::CopyQuote => export::copy_quote(model),
        Action::CopyTitle => export::copy_title(model),
        Action::CopyLink => export::copy_link(model),
        Action::CopyKey => export::copy_key(model),
        Action::CopyDifference => export::copy_difference(model),
        Action::Compare if matches!(model.screen, Screen::Matrix | Screen::Timeline) => coverage::compare_cell(model),
        Action::Compare => compare::pin_or_compare(model),
        Action::SwapSides => compare::swap(model),
        Action::LinkScroll => compare::link(model),
        Action::ComparePresentation => compare::presentation(model),
        Action::FoldCommon => compare::fold(model, true),
        Action::UnfoldCommon => compare::fold(model, false),
        Action::Reference => compare::versus(model),
        Action::PinTogether => compare::pin(model, true),
        Action::PinToNothing => compare::pin(model, false),
        Action::Unpin => compare::unpin(model),
        Action::ThirdColumn => compare::third(model),
        Action::IgnoreTypography => compare::ignore(model, |o| &mut o.ignore_typography),
        Action::IgnoreCase => compare::ignore(model, |o| &mut o.ignore_case),
        Action::IgnoreAccents => compare::ignore(model, |o| &mut o.ignore_accents),
        Action::LayerAll => compare::layer(model, Layer::All),
        Action::LayerPassages => compare::layer(model, Layer::Passages),
        Action::LayerQuotes => compare::layer(model, Layer::Quotes),
        Action::LayerFigures => compare::layer(model, Layer::Figures),
        Action::LayerOnly => compare::layer(model, Layer::Only),
        Action::LayerEntities => compare::layer(model, Layer::Entities),

        Action::Zoom => {
            model.zoom = !model.zoom;
            Vec::new()
        }
        Action::ToggleEntities => {
            model.show_entities = !model.show_entities;
            if !model.show_entities && model.focus == Pane::Entities {
                model.focus = Pane::Article;
            }
            Vec::new()
        }
        Action::WiderList => widen(model, 4),
        Action::NarrowerList => widen(model, -4),
        Action::EvenPanes => {
            model.list_delta = 0;
            Vec::new()
        }
        Action::ToggleMouse => {
            model.choices.mouse = !model.choices.mouse;
            let (lang, on) = (model.lang(), model.choices.mouse);
            model.say(if on {
                lang.pick("La souris est à kiosque.", "The mouse is kiosque's.")
            } else {
                lang.pick(
                    "La souris est au terminal : sélectionnez librement.",
                    "The mouse is the terminal's: select freely.",
                )
            });
            vec![Effect::Mouse(on)]
        }
        Action::JumpBack => article::jump(model, false),
        Action::JumpForward => article::jump(model, true),
        Action::OpenEditor => open_editor(model),
        Action::OpenLink => open_link(model),

        Action::Close => close(model),
        Action::Peel => list::peel(model),
        Action::Quit => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        Action::BringIn => gather::bring_in(model),
        Action::Redraw => vec![Effect::Redraw],
        _ => Vec::new(),
    }
}

fn page(model: &mut Model, page: Page) -> Vec<Effect> {
    model.overlays.push(Overlay::Page { page, top: 0 });
    Vec::new()
}

fn widen(model: &mut Model, by: i16) -> Vec<Effect> {
    model.list_delta = (model.list_delta + by).clamp(-40, 80);
    Vec::new()
}

fn close(model: &mut Model) -> Vec<Effect> {
    match model.screen {
        Screen::Compare => {
            compare::leave(model);
            Vec::new()
        }
        Screen::Results | Screen::Board => {
            model.screen = Screen::Main;
            Vec::new()
        }
        Screen::Matrix | Screen::Timeline => {
            coverage::close(model);
            Vec::new()
        }
        Screen::Notes | Screen::Journal | Screen::Name => {
            model.screen = model.under;
            Vec::new()
        }
        Screen::Main if model.queue.is_some() => article::focus(model, Pane::List),
        Screen::Main => vec![Effect::Quit],
    }
}

fn open_editor(model: &mut Model) -> Vec<Effect> {
    let Some(document) = model.subject().and_then(|id| model.library.corpus.get(id)) else { return Vec::new() };
    let place = Place { path: document.place.path.clone(), entry: None };
    let upto = if model.article.document == model.subject() { model.article.anchor } else { 0 };
    let line = document.text.get(..upto).map_or(1, |t| t.matches('\n').count() + 1);
    vec![Effect::Edit(place, line)]
}

fn open_link(model: &mut Model) -> Vec<Effect> {
    let document = model.subject().and_then(|id| model.library.corpus.get(id));
    document.and_then(|d| d.meta.url.value.clone()).map(Effect::Browse).into_iter().collect()
}

/// `n` and `N`: the next hit of the layer that is active.
fn next(model: &mut Model, forward: bool, count: Option<usize>) -> Vec<Effect> {
    for _ in 0..count.unwrap_or(1).min(1000) {
        match model.screen {
            Screen::Compare => compare::step(model, forward),
            Screen::Results => search::step_hit(model, forward),
            Screen::Notes => model.notes.step(if forward { 1 } else { -1 }),
            Screen::Journal => model.journal.step(if forward { 1 } else { -1 }, &model.triage),
            Screen::Board => model.board.step(if forward { 1 } else { -1 }),
            Screen::Name => model.name.step(if forward { 1 } else { -1 }),
            Screen::Matrix | Screen::Timeline => coverage::next(model, forward),
            Screen::Main => article::next(model, forward),
        }
    }
    Vec::new()
}

/// Actions that move within the pane in focus; `None` for all others.
fn motion(model: &mut Model, action: Action, count: Option<usize>) -> Option<Vec<Effect>> {
    let n = count.unwrap_or(1) as isize;
    let half = (page_height(model) / 2).max(1) as isize;
    let full = page_height(model).saturating_sub(2).max(1) as isize;
    let by = match action {
        Action::Down => n,
        Action::Up => -n,
        Action::HalfDown => n * half,
        Action::HalfUp => -n * half,
        Action::PageDown | Action::PageOn => n * full,
        Action::PageUp => -n * full,
        Action::First => return Some(go_to_end(model, false, count)),
        Action::Last => return Some(go_to_end(model, true, count)),
        Action::ScrollDown | Action::ScrollUp if matches!(model.screen, Screen::Matrix | Screen::Timeline) => {
            coverage::scroll_detail(model, if action == Action::ScrollDown { 3 } else { -3 });
            return Some(Vec::new());
        }
        Action::ScrollDown | Action::ScrollUp => {
            model.article.scroll(if action == Action::ScrollDown { 3 } else { -3 });
            return Some(Vec::new());
        }
        Action::NextParagraph | Action::PreviousParagraph => {
            for _ in 0..n {
                model.article.paragraph(action == Action::NextParagraph);
            }
            return Some(Vec::new());
        }
        Action::NextPane | Action::PreviousPane => return Some(focus_next(model, action == Action::NextPane)),
        Action::FocusLeft | Action::FocusRight => return Some(focus_side(model, action == Action::FocusRight)),
        Action::Open => return Some(open(model)),
        Action::NextArticle | Action::PreviousArticle => {
            let forward = action == Action::NextArticle;
            let times = count.unwrap_or(1).min(10_000);
            return Some(match model.screen {
                Screen::Compare => compare::other_article(model, forward),
                Screen::Matrix | Screen::Timeline => coverage::other_story(model, forward),
                Screen::Board => {
                    model.board.step(if forward { times as isize } else { -(times as isize) });
                    Vec::new()
                }
                _ => (0..times).flat_map(|_| article::neighbour(model, forward)).collect(),
            });
        }
        _ => return None,
    };
    Some(match (model.screen, model.focus) {
        (Screen::Compare, _) => {
            compare::scroll(model, by);
            Vec::new()
        }
        (Screen::Results, _) => {
            search::step_row(model, by);
            Vec::new()
        }
        (Screen::Notes, _) => {
            model.notes.step(by);
            Vec::new()
        }
        (Screen::Journal, _) => {
            model.journal.step(by, &model.triage);
            Vec::new()
        }
        (Screen::Board, _) => {
            model.board.step(by);
            Vec::new()
        }
        (Screen::Name, _) => {
            model.name.step(by);
            Vec::new()
        }
        (Screen::Matrix | Screen::Timeline, _) => {
            coverage::step(model, by);
            Vec::new()
        }
        (Screen::Main, Pane::Article) if model.article.selection.is_some() => {
            passage::step(model, by);
            Vec::new()
        }
        (Screen::Main, Pane::List) => {
            model.list.step(by);
            article::preview(model)
        }
        (Screen::Main, Pane::Article) => {
            model.article.scroll(by);
            Vec::new()
        }
        (Screen::Main, Pane::Entities) => {
            model.entities.step(by);
            Vec::new()
        }
    })
}

/// Rows of the pane in focus.
fn page_height(model: &Model) -> usize {
    match (model.screen, model.focus) {
        (Screen::Compare, _) => model.compare.as_ref().map_or(1, |c| c.height),
        (Screen::Main, Pane::Article) => model.article.height,
        _ => model.size.height.saturating_sub(4).into(),
    }
}

fn go_to_end(model: &mut Model, last: bool, count: Option<usize>) -> Vec<Effect> {
    match (model.screen, model.focus) {
        (Screen::Compare, _) => {
            compare::scroll(model, if last { isize::MAX / 4 } else { isize::MIN / 4 });
            Vec::new()
        }
        (Screen::Results, _) => {
            search::step_row(model, if last { isize::MAX / 4 } else { isize::MIN / 4 });
            Vec::new()
        }
        (Screen::Notes, _) => {
            model.notes.step(if last { isize::MAX / 4 } else { isize::MIN / 4 });
            Vec::new()
        }
        (Screen::Journal, _) => {
            model.journal.step(if last { isize::MAX / 4 } else { isize::MIN / 4 }, &model.triage);
            Vec::new()
        }
        (Screen::Board, _) => {
            model.board.step(if last { isize::MAX / 4 } else { isize::MIN / 4 });
            Vec::new()
        }
        (Screen::Name, _) => {
            model.name.step(if last { isize::MAX } else { isize::MIN });
            Vec::new()
        }
        (Screen::Matrix | Screen::Timeline, _) => {
            coverage::step(model, if last { isize::MAX / 4 } else { isize::MIN / 4 });
            Vec::new()
        }
        (Screen::Main, Pane::List) => {
            let row = match count {
                Some(n) => n - 1,
                None if last => usize::MAX,
                None => 0,
            };
            model.list.go_to_row(row);
            article::preview(model)
        }
        (Screen::Main, Pane::Article) => {
            match count {
                Some(n) => model.article.go_to_paragraph(n),
                None => model.article.set_top(if last { usize::MAX / 2 } else { 0 }),
            }
            Vec::new()
        }
        (Screen::Main, Pane::Entities) => {
            model.entities.go_to_row(if last { usize::MAX / 2 } else { 0 });
            Vec::new()
        }
    }
}

fn focus_next(model: &mut Model, forward: bool) -> Vec<Effect> {
    match model.screen {
        Screen::Compare => {
            compare::other_side(model);
            Vec::new()
        }
        Screen::Results | Screen::Notes | Screen::Journal => Vec::new(),
        Screen::Board => {
            model.board.side(forward);
            Vec::new()
        }
        Screen::Name => {
            model.name.side(model.name.column == 0);
            Vec::new()
        }
        Screen::Matrix | Screen::Timeline => coverage::other_face(model),
        Screen::Main => {
            let to = match (model.focus, forward) {
                (Pane::List, true) | (Pane::Entities, false) => Pane::Article,
                (Pane::Article, true) | (Pane::List, false) => Pane::Entities,
                (Pane::Entities, true) | (Pane::Article, false) => Pane::List,
            };
            article::focus(model, to)
        }
    }
}

fn focus_side(model: &mut Model, right: bool) -> Vec<Effect> {
    if model.screen == Screen::Compare {
        compare::side(model, right);
        return Vec::new();
    }
    if model.screen == Screen::Board {
        model.board.side(right);
        return Vec::new();
    }
    if model.screen == Screen::Name {
        model.name.side(right);
        return Vec::new();
    }
    if matches!(model.screen, Screen::Matrix | Screen::Timeline) {
        coverage::side(model, right);
        return Vec::new();
    }
    match (model.focus, right) {
        (Pane::List, false) => {
            if model.list.fold(true) {
                return article::preview(model);
            }
            Vec::new()
        }
        (Pane::List, true) if model.list.on_folded_group() || model.list.on_folded_text() => {
            model.list.fold(false);
            article::preview(model)
        }
        (Pane::List, true) | (Pane::Entities, false) => article::focus(model, Pane::Article),
        (Pane::Article, false) => article::focus(model, Pane::List),
        (Pane::Article, true) => article::focus(model, Pane::Entities),
        (Pane::Entities, true) => article::toggle_forms(model),
    }
}

fn open(model: &mut Model) -> Vec<Effect> {
    match (model.screen, model.focus) {
        (Screen::Compare, _) => compare::align(model),
        (Screen::Results, _) => search::open_hit(model),
        (Screen::Notes, _) => notes::go(model),
        (Screen::Journal, _) => journal::go(model),
        (Screen::Board, _) => morning::open(model),
        (Screen::Name, _) => names::go(model),
        (Screen::Matrix | Screen::Timeline, _) => coverage::enter(model),
        (Screen::Main, Pane::List) => list::open(model),
        (Screen::Main, Pane::Article) => Vec::new(),
        (Screen::Main, Pane::Entities) => article::mention(model, true),
    }
}
