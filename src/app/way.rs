//! The way back: the views that lie under the one that is shown, each with its
//! state, and those that were left and can be gone to again.
//!
//! A view that is opened while one of its kind lies below gets a state of its
//! own: the one below is kept as it is, so that each step back finds what was
//! left there.

use crate::app::jumps::Jumps;
use crate::app::panes::{Pane, Screen};
use crate::app::screen::board::state::Board;
use crate::app::screen::compare::state::Compare;
use crate::app::screen::coverage::state::Coverage;
use crate::app::screen::journal::state::Journal;
use crate::app::screen::main::article::rows::ArticleLayout;
use crate::app::screen::main::article::state::{ArticleLayoutKey, Find, Selection};
use crate::app::screen::main::article::view::View;
use crate::app::screen::main::entities::state::Entities;
use crate::app::screen::main::list::filter::{Filter, ListFind};
use crate::app::screen::main::list::place::ListPlace;
use crate::app::screen::main::queue::state::Queue;
use crate::app::screen::name::state::Name;
use crate::app::screen::notes::state::Notes;
use crate::app::screen::results::state::Results;
use crate::corpus::DocId;
use crate::text::Span;
use std::sync::Arc;

/// Views kept below the one that is shown, the root among them.
pub const DEPTH: usize = 64;

/// Views on each side of the one that is shown that keep what was found for them;
/// those farther away find it again when they are come back to. A search over a
/// large pile and the texts of a story are megabytes.
const WHOLE: usize = 8;

/// The views below and those ahead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Way {
    /// The views to come back to, the root first.
    pub under: Vec<Visit>,
    /// The views that were left by going back, the nearest last.
    pub ahead: Vec<Visit>,
    /// What the view that is shown found when it was opened.
    pub base: Base,
}

/// What was there when a view was opened: no layer that going back takes off.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// Articles that were ticked.
    pub ticked: usize,
    /// The filter.
    pub filter: Option<String>,
    /// The article pinned.
    pub pin: Option<DocId>,
    /// The search that the view was opened from.
    pub find: Option<String>,
    /// Words looked for in the list.
    pub list_find: Option<String>,
    /// One pane alone was shown.
    pub zoom: bool,
    /// When it was opened.
    pub since: i64,
}

/// A view that is not shown, as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Which.
    pub screen: Screen,
    /// Where the reader was on the main screen.
    pub main: Option<Box<MainPlace>>,
    /// The state of another screen, once a view of its kind took its place in the
    /// model.
    pub kept: Option<Box<Kept>>,
    /// Jumps made in it.
    pub jumps: Jumps,
    /// What it found when it was opened.
    pub base: Base,
}

/// The state of a screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// Comparison.
    Compare(Compare),
    /// Results.
    Results(Results),
    /// Notes.
    Notes(Notes),
    /// Journal.
    Journal(Journal),
    /// Board.
    Board(Board),
    /// Page of a name.
    Name(Name),
    /// The story seen through its reports.
    Coverage(Coverage),
}

impl Kept {
    /// Lets go what is found again when the view is come back to; where one was in
    /// it stays.
    fn let_go(&mut self) {
        match self {
            Self::Compare(c) => (c.result, c.layout) = (None, None),
            Self::Results(r) => r.let_go(),
            Self::Name(n) => n.page = None,
            Self::Coverage(c) => c.result = None,
            Self::Notes(_) | Self::Journal(_) | Self::Board(_) => {}
        }
    }
}

/// A place on the main screen.
#[derive(Clone, Debug, PartialEq)]
pub struct MainPlace {
    /// The pane that has the keys.
    pub focus: Pane,
    /// Only that pane is shown.
    pub zoom: bool,
    /// The queue that is gone through.
    pub queue: Option<Queue>,
    /// Where the list stands.
    pub list: ListPlace,
    /// What narrows it.
    pub filter: Option<Filter>,
    /// Words looked for in it.
    pub list_find: Option<ListFind>,
    /// The sidebar.
    pub entities: Entities,
    /// The open article.
    pub document: Option<DocId>,
    /// How much of the file is shown.
    pub view: View,
    /// The view that the reader chose, where another was shown for one place.
    pub own_view: Option<View>,
    /// First row of the article on the screen.
    pub top: usize,
    /// Byte of the text at the top.
    pub anchor: usize,
    /// Search in the article.
    pub find: Option<Find>,
    /// Span highlighted in the article.
    pub highlighted: Option<Span>,
    /// The passage being chosen.
    pub selection: Option<Selection>,
    /// The layout of the article.
    pub layout: Option<(ArticleLayoutKey, Arc<ArticleLayout>)>,
}

/// The place in the model that holds the state of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Comparison.
    Compare,
    /// Results.
    Results,
    /// Notes.
    Notes,
    /// Journal.
    Journal,
    /// Board.
    Board,
    /// Page of a name.
    Name,
    /// Matrix and timeline, which show one story.
    Coverage,
}

impl Slot {
    /// That of a screen; the main screen has none, its places are kept as such.
    pub fn of(screen: Screen) -> Option<Self> {
        match screen {
            Screen::Main => None,
            Screen::Compare => Some(Self::Compare),
            Screen::Results => Some(Self::Results),
            Screen::Notes => Some(Self::Notes),
            Screen::Journal => Some(Self::Journal),
            Screen::Board => Some(Self::Board),
            Screen::Name => Some(Self::Name),
            Screen::Matrix | Screen::Timeline => Some(Self::Coverage),
        }
    }
}

impl Way {
    /// The view right below the one that is shown.
    pub fn below(&self) -> Option<&Visit> {
        self.under.last()
    }

    /// The visit whose state stands in a place of the model.
    pub fn owner(&mut self, slot: Slot) -> Option<&mut Visit> {
        let owns = |v: &&mut Visit| Slot::of(v.screen) == Some(slot) && v.kept.is_none();
        self.under.iter_mut().chain(&mut self.ahead).find(owns)
    }

    /// Puts a view below the one that is about to be shown. Of too many, one that
    /// lies far down is let go, never the root.
    pub fn push(&mut self, visit: Visit) {
        self.under.push(visit);
        if self.under.len() > DEPTH {
            self.under.remove(1);
        }
        Self::lighten(&mut self.under);
    }

    /// Puts the view that is left by going back ahead of the one to be shown.
    pub fn push_ahead(&mut self, visit: Visit) {
        self.ahead.push(visit);
        Self::lighten(&mut self.ahead);
    }

    fn lighten(visits: &mut [Visit]) {
        let far = visits.len().saturating_sub(WHOLE);
        for kept in visits[..far].iter_mut().filter_map(|v| v.kept.as_mut()) {
            kept.let_go();
        }
    }
}
