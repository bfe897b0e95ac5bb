//! Showing a story through its reports.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::coverage::state::{Coverage, Face};
use crate::app::way_back;
use crate::corpus::DocId;
use crate::job::Matrix;
use crate::words::{Plain, msg};

/// The screen that shows a story in one of the two ways.
pub(crate) fn screen(face: Face) -> Screen {
    match face {
        Face::Matrix => Screen::Matrix,
        Face::Timeline => Screen::Timeline,
    }
}

/// The way in which a screen shows a story, when it does.
pub(crate) fn face(screen: Screen) -> Option<Face> {
    match screen {
        Screen::Matrix => Some(Face::Matrix),
        Screen::Timeline => Some(Face::Timeline),
        Screen::Main
        | Screen::Compare
        | Screen::Results
        | Screen::Notes
        | Screen::Journal
        | Screen::Board
        | Screen::Name => None,
    }
}

/// Says that an article has no story; while stories are still being found, only that.
pub(crate) fn alone(model: &Model) -> Plain {
    if model.loading.grouped { msg::COVERAGE_ARTICLE_ALONE_ITS_STORY } else { msg::COVERAGE_STORIES_COMING }
}

/// Shows a story, with the cursor on the article that it was asked for from.
pub(crate) fn open(model: &mut Model, to: Face, story: Option<String>, subject: Option<DocId>) -> Vec<Effect> {
    let story = story.or_else(|| subject.and_then(|id| model.library.story(id)).map(|s| s.id.to_owned()));
    let lang = model.lang();
    let Some(story) = story else {
        model.say(lang.text(alone(model)));
        return Vec::new();
    };
    way_back::enter(model, screen(to));
    ask(model, story, subject)
}

/// Asks who says what in a story.
pub(crate) fn ask(model: &mut Model, story: String, wanted: Option<DocId>) -> Vec<Effect> {
    let members = model.library.members(&story);
    let title =
        members.first().and_then(|id| model.library.story(*id)).map_or_else(String::new, |s| s.title.to_owned());
    let asked = matrix(model, &story);
    model.coverage = Some(Coverage::new(story, title, wanted));
    vec![asked]
}

/// Asks again who says what in the story that is shown.
pub(crate) fn again(model: &mut Model) -> Vec<Effect> {
    let Some(story) = model.coverage.as_ref().map(|c| c.story.clone()) else { return Vec::new() };
    vec![matrix(model, &story)]
}

fn matrix(model: &mut Model, story: &str) -> Effect {
    let members = model.library.members(story);
    let documents = members.iter().filter_map(|id| candidates::candidate(model, *id)).collect();
    let texts = model.text_options();
    model.start(Matrix { texts, documents })
}
