//! Showing a story through its reports, and coming back to that.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::jumps::Jump;
use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::coverage::state::{Coverage, Face};
use crate::corpus::DocId;
use crate::job::Matrix;
use crate::words::msg;

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

/// Shows a story, with the cursor on the article that it was asked for from.
pub(crate) fn open(model: &mut Model, to: Face, story: Option<String>, subject: Option<DocId>) -> Vec<Effect> {
    let story = story.or_else(|| subject.and_then(|id| model.library.story(id)).map(|s| s.id.to_owned()));
    let lang = model.lang();
    let Some(story) = story else {
        model.say(lang.text(msg::COVERAGE_ARTICLE_ALONE_ITS_STORY));
        return Vec::new();
    };
    let from = model.screen;
    let effects = ask(model, story, subject);
    if let Some(c) = &mut model.coverage {
        c.from = from;
    }
    model.screen = screen(to);
    effects
}

/// Asks who says what in a story.
pub(crate) fn ask(model: &mut Model, story: String, wanted: Option<DocId>) -> Vec<Effect> {
    let members = model.library.members(&story);
    let title =
        members.first().and_then(|id| model.library.story(*id)).map_or_else(String::new, |s| s.title.to_owned());
    let documents = members.iter().filter_map(|id| candidates::candidate(model, *id)).collect();
    model.coverage = Some(Coverage::new(story, title, wanted));
    let texts = model.text_options();
    vec![model.start(Matrix { texts, documents })]
}

/// The screen as a place to come back to.
pub(crate) fn place(model: &Model) -> Option<Jump> {
    let on = face(model.screen)?;
    let c = model.coverage.as_ref()?;
    let column = if on == Face::Matrix { c.column } else { c.report_at_line()? };
    Some(Jump { document: c.document(column)?, anchor: 0, compared: None, on: Some(on) })
}

/// Comes back to the screen, as it was when it is still there.
pub(crate) fn come_back(model: &mut Model, document: DocId, on: Face) -> Vec<Effect> {
    let Some(story) = model.library.story(document).map(|s| s.id.to_owned()) else { return Vec::new() };
    model.screen = screen(on);
    if model.coverage.as_ref().is_some_and(|c| c.story == story && c.result.is_some()) {
        return Vec::new();
    }
    ask(model, story, Some(document))
}
