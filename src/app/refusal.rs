//! Whether an action can be done now, and why not.

use crate::app::action::{Action, Claims, Context, Group, History, Judge, Notes, Overlay, Reading, Ticks};
use crate::app::model::Model;
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::Overlay as Shown;
use crate::app::screen::compare::areas::THREE_TEXTS_FROM;
use crate::app::screen::here;
use crate::app::screen::main::article::view::View;
use crate::app::verb::{history, save_search};
use crate::words::msg;

/// Why an action cannot be done on the screen that is shown; `None`: it can.
pub fn refusal(model: &Model, action: Action) -> Option<String> {
    refusal_in(model, model.context(), action)
}

/// Why an action cannot be done in a context; `None`: it can.
pub fn refusal_in(model: &Model, context: Context, action: Action) -> Option<String> {
    reason_in(model, context, action).map(|reason| model.keymap.put_in(context, &reason).into_owned())
}

fn reason_in(model: &Model, context: Context, action: Action) -> Option<String> {
    let lang = model.lang();
    let info = action.info();
    if !context.reach().iter().any(|c| info.works_in(*c)) {
        let names: Vec<&str> = info.contexts().map(|c| c.label(lang)).collect();
        return Some(lang.say(msg::refusal_only(names.join(", "))));
    }
    if let Some(reason) = of_searches(model, context, action) {
        return Some(reason);
    }
    match action.group() {
        Group::Claims(claims) => of_claims(model, claims),
        Group::Reading(Reading::CycleView) => without_article(model),
        Group::History(History::Undo) => {
            let nothing = !history::lets_go(model) && history::undoable(model).is_none();
            nothing.then(|| history::nothing_to_undo(model))
        }
        Group::History(History::Redo) => {
            history::redoable(model).is_none().then(|| lang.text(msg::REFUSAL_NOTHING_REDO).to_owned())
        }
        Group::Judge(Judge::DropRest) => {
            let story = here::subject(model).and_then(|id| model.library.story(id));
            let why =
                if model.loading.grouped { msg::REFUSAL_ARTICLE_ALONE_ITS_STORY } else { msg::REFUSAL_STORIES_COMING };
            story.is_none().then(|| lang.text(why).to_owned())
        }
        Group::Overlay(action) => of_overlay(model, action),
        Group::Judge(
            Judge::ToggleRead
            | Judge::ReadAll
            | Judge::Follow
            | Judge::Keep
            | Judge::Drop
            | Judge::MarkDone
            | Judge::MarkToRead,
        )
        | Group::Reading(Reading::NextParagraph | Reading::PreviousParagraph | Reading::PageOn)
        | Group::Motion(_)
        | Group::StoryView(_)
        | Group::Facts(_)
        | Group::Ticks(_)
        | Group::StoryEdit(_)
        | Group::Tags(_)
        | Group::Again(_)
        | Group::Rounds(_)
        | Group::TakeBacks(_)
        | Group::Selecting(_)
        | Group::Notes(_)
        | Group::HandOver(_)
        | Group::Copying(_)
        | Group::Pairing(_)
        | Group::Arranging(_)
        | Group::Folding(_)
        | Group::Filtering(_)
        | Group::KeepSearch(_)
        | Group::Searching(_)
        | Group::Naming(_)
        | Group::Showing(_)
        | Group::Addresses(_)
        | Group::Places(_)
        | Group::Panes(_)
        | Group::Comparing(_)
        | Group::Leaving(_)
        | Group::Process(_)
        | Group::Choice(_) => None,
    }
}

/// What cannot be done with searches that are kept: what is done with articles,
/// unless some are ticked; nothing is kept where nothing is asked.
fn of_searches(model: &Model, context: Context, action: Action) -> Option<String> {
    let lang = model.lang();
    let of_articles = matches!(
        action.group(),
        Group::Judge(_) | Group::Tags(_) | Group::StoryEdit(_) | Group::Ticks(Ticks::Tick) | Group::Notes(Notes::Note)
    );
    match action {
        _ if context == Context::Searches && of_articles && model.list.ticked.is_empty() => {
            Some(lang.text(msg::REFUSAL_ON_SEARCHES).to_owned())
        }
        Action::RenameSearch | Action::RemoveSearch | Action::MoveSearchUp | Action::MoveSearchDown
            if model.list.search().is_none() =>
        {
            Some(lang.text(msg::REFUSAL_NO_SEARCH_HERE).to_owned())
        }
        Action::SaveSearch if save_search::query_at_hand(model).is_none() => {
            Some(lang.text(msg::REFUSAL_NO_QUERY_TO_KEEP).to_owned())
        }
        _ => None,
    }
}

fn of_overlay(model: &Model, action: Overlay) -> Option<String> {
    let lang = model.lang();
    match action {
        Overlay::BesideBoth => (model.size.width < THREE_TEXTS_FROM)
            .then(|| lang.say(msg::refusal_three_texts_take_columns(THREE_TEXTS_FROM))),
        Overlay::WriteInEditor => {
            let note = matches!(model.overlays.last(), Some(Shown::Prompt(p)) if p.ask == Ask::Note);
            (!note).then(|| lang.text(msg::REFUSAL_ONLY_FOR_NOTE).to_owned())
        }
        Overlay::NextLine | Overlay::PreviousLine => match model.overlays.last() {
            Some(Shown::Prompt(p)) if model.asked.lines(p.ask).is_none_or(<[_]>::is_empty) => {
                Some(lang.text(msg::REFUSAL_NOTHING_ASKED_BEFORE).to_owned())
            }
            _ => None,
        },
        Overlay::Accept
        | Overlay::Cancel
        | Overlay::SomeLinesDown
        | Overlay::SomeLinesUp
        | Overlay::TenLinesDown
        | Overlay::TenLinesUp
        | Overlay::FirstLine
        | Overlay::LastLine
        | Overlay::Complete
        | Overlay::PinCandidate
        | Overlay::BackFromMark
        | Overlay::NextItem
        | Overlay::PreviousItem
        | Overlay::NextValue
        | Overlay::PreviousValue
        | Overlay::ResetSetting
        | Overlay::EditSettings
        | Overlay::RenameFile => None,
    }
}

fn without_article(model: &Model) -> Option<String> {
    let lang = model.lang();
    here::subject(model).is_none().then(|| lang.text(msg::REFUSAL_NO_ARTICLE_HERE).to_owned())
}

fn of_claims(model: &Model, claims: Claims) -> Option<String> {
    let lang = model.lang();
    match claims {
        Claims::CorrectSource if !model.list.ticked.is_empty() => without_article(model),
        Claims::CorrectSource | Claims::CorrectDate | Claims::CorrectAuthor | Claims::CorrectTitle => {
            match here::of(model).group(model) {
                _ if model.context() == Context::Searches => Some(lang.text(msg::REFUSAL_ON_SEARCHES).to_owned()),
                Some(_) => Some(lang.text(msg::REFUSAL_ONE_ARTICLE).to_owned()),
                None => without_article(model),
            }
        }
        Claims::ArticleCard | Claims::Versions | Claims::OpenEditor => without_article(model),
        Claims::OpenLink => match here::subject(model).and_then(|id| model.library.corpus.get(id)) {
            None => Some(lang.text(msg::REFUSAL_NO_ARTICLE_HERE).to_owned()),
            Some(d) if d.meta.url.value.is_none() => Some(lang.text(msg::REFUSAL_ARTICLE_GIVES_NO_ADDRESS).to_owned()),
            Some(_) => None,
        },
        Claims::PutBack => {
            (model.article.view != View::Marked).then(|| lang.text(msg::REFUSAL_MARKED_VIEW_ONLY_C).to_owned())
        }
    }
}
