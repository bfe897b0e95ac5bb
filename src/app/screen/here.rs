//! The screen that is shown, and what it means.

use crate::app::model::Model;
use crate::app::panes::Screen;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::board::screen::BoardScreen;
use crate::app::screen::compare::screen::CompareScreen;
use crate::app::screen::coverage::screen::CoverageScreen;
use crate::app::screen::coverage::state::Face;
use crate::app::screen::journal::screen::JournalScreen;
use crate::app::screen::main::screen::MainScreen;
use crate::app::screen::name::screen::NameScreen;
use crate::app::screen::notes::screen::NotesScreen;
use crate::app::screen::results::screen::ResultsScreen;
use crate::corpus::DocId;

/// What a screen does.
fn behaviour(screen: Screen) -> &'static dyn Behaviour {
    match screen {
        Screen::Main => &MainScreen,
        Screen::Compare => &CompareScreen,
        Screen::Results => &ResultsScreen,
        Screen::Notes => &NotesScreen,
        Screen::Journal => &JournalScreen,
        Screen::Board => &BoardScreen,
        Screen::Name => &NameScreen,
        Screen::Matrix => &CoverageScreen(Face::Matrix),
        Screen::Timeline => &CoverageScreen(Face::Timeline),
    }
}

/// What the screen that is shown does.
pub(crate) fn of(model: &Model) -> &'static dyn Behaviour {
    behaviour(model.screen)
}

/// The article that verbs and views mean.
pub fn subject(model: &Model) -> Option<DocId> {
    of(model).subject(model)
}

/// The articles that a verb acts on.
pub fn targets(model: &Model) -> Vec<DocId> {
    of(model).targets(model)
}

/// How many articles a verb acts on, without naming them.
pub fn target_count(model: &Model) -> usize {
    of(model).target_count(model)
}
