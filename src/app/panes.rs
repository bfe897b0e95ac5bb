//! Where everything stands: a pure function of the screen's size and a few
//! choices, used by drawing and by the mouse alike.

use crate::app::area::{Area, Size};
use crate::app::screen::main::article::view::{LABEL_WIDTH, View};

/// Which screen is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// List, article, entities.
    #[default]
    Main,
    /// Two articles side by side.
    Compare,
    /// Hits of a search over the corpus.
    Results,
    /// All notes.
    Notes,
    /// The journal of decisions.
    Journal,
    /// Articles in columns by their state.
    Board,
    /// A name over the corpus.
    Name,
    /// Facts against the texts of a story.
    Matrix,
    /// The reports of a story in order of time.
    Timeline,
}

/// A place on the main screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// Source list.
    List,
    /// Article.
    Article,
    /// Entity sidebar.
    Entities,
}

/// Two panes from here.
pub const TWO_FROM: u16 = 72;
/// Three panes from here.
pub const THREE_FROM: u16 = 100;
/// The footer goes below this height.
const FOOTER_FROM: u16 = 6;
/// The header goes below this height.
const HEADER_FROM: u16 = 4;

/// The choices that the geometry depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The pane that has the keys.
    pub focus: Pane,
    /// Only the pane in focus.
    pub zoom: bool,
    /// The sidebar is wanted.
    pub entities: bool,
    /// Columns added to the list's default width.
    pub list_delta: i16,
    /// Columns added to the sidebar's default width.
    pub names_delta: i16,
    /// Rows of what is said above the footer.
    pub status: u16,
}

/// Named areas of the main screen; a pane that is not shown is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Panes {
    /// One row at the top.
    pub header: Area,
    /// Source list, with its name row.
    pub list: Area,
    /// Article, with its name row.
    pub article: Area,
    /// Entity sidebar, with its name row.
    pub entities: Area,
    /// Columns of the vertical rules, and the rows they span.
    pub rules: [Option<u16>; 2],
    /// Rows of the panes.
    pub body: Area,
    /// Rows above the footer, when there is something to say.
    pub status: Area,
    /// One row at the bottom.
    pub footer: Area,
}

/// Header, body, status rows and footer of any screen.
pub fn chrome(size: Size, status: u16) -> (Area, Area, Area, Area) {
    let all = Area::new(0, 0, size.width, size.height);
    let (header, rest) = all.split_top(u16::from(size.height >= HEADER_FROM));
    let (rest, footer) = rest.split_bottom(u16::from(size.height >= FOOTER_FROM));
    let most = if size.height >= 3 { (size.height / 3).max(1) } else { 0 };
    let (body, status) = rest.split_bottom(status.min(most));
    (header, body, status, footer)
}

impl Panes {
    /// The main screen's geometry.
    pub fn of(size: Size, layout: Layout) -> Self {
        let (header, body, status, footer) = chrome(size, layout.status);
        let mut panes = Self { header, body, status, footer, ..Self::default() };
        let shown = Self::shown(size.width, layout);
        let [list, article, entities] = shown;
        let list_width = if !list {
            0
        } else if !article && !entities {
            body.width
        } else {
            let wanted = i32::from(list_base(size.width)) + i32::from(layout.list_delta);
            wanted.clamp(16, i32::from((size.width / 2).max(16))) as u16
        };
        let entities_width = match (entities, article || list) {
            (false, _) => 0,
            (true, false) => body.width,
            (true, true) => {
                let wanted = i32::from(names_base(size.width)) + i32::from(layout.names_delta);
                wanted.clamp(12, i32::from((size.width / 3).max(12))) as u16
            }
        };
        let mut rest = body;
        if list {
            let (l, r) = rest.split_left(list_width);
            panes.list = l;
            rest = r;
            if article || entities {
                let (rule, r) = rest.split_left(1);
                panes.rules[0] = (rule.width > 0).then_some(rule.x);
                rest = r;
            }
        }
        if entities && article {
            let (a, e) = rest.split_left(rest.width.saturating_sub(entities_width));
            let (rule, _) = a.split_left(a.width);
            let edge = rule.right().saturating_sub(1);
            panes.article = Area { width: a.width.saturating_sub(1), ..a };
            panes.rules[1] = (a.width > 0).then_some(edge);
            panes.entities = e;
        } else if article {
            panes.article = rest;
        } else if entities {
            panes.entities = rest;
        }
        panes
    }

    /// Which of list, article and entities are on the screen.
    pub fn shown(width: u16, layout: Layout) -> [bool; 3] {
        let only = |p: Pane| [p == Pane::List, p == Pane::Article, p == Pane::Entities];
        if layout.zoom || width < TWO_FROM {
            return only(layout.focus);
        }
        if width < THREE_FROM {
            return match layout.focus {
                Pane::Entities => [false, true, true],
                _ => [true, true, false],
            };
        }
        [true, true, layout.entities || layout.focus == Pane::Entities]
    }

    /// The pane under a cell.
    pub fn at(&self, x: u16, y: u16) -> Option<Pane> {
        [(Pane::List, self.list), (Pane::Article, self.article), (Pane::Entities, self.entities)]
            .into_iter()
            .find(|(_, a)| a.holds(x, y))
            .map(|(p, _)| p)
    }

    /// The area of a pane.
    pub fn area(&self, pane: Pane) -> Area {
        match pane {
            Pane::List => self.list,
            Pane::Article => self.article,
            Pane::Entities => self.entities,
        }
    }
}

/// Columns of the list beside other panes on a screen of this width.
pub fn list_base(width: u16) -> u16 {
    match width {
        0..=99 => width * 2 / 5 + 2,
        100..=139 => 44,
        140..=179 => 48,
        _ => 66,
    }
}

/// Columns of the sidebar beside other panes on a screen of this width.
pub fn names_base(width: u16) -> u16 {
    match width {
        0..=119 => 22,
        120..=159 => 25,
        _ => 34,
    }
}

/// Where an article's text begins in a pane of this width, and its columns.
pub fn article_text(view: View, width: u16, measure: u16) -> (u16, u16) {
    match view {
        View::Clean => prose(width, measure),
        View::Marked => (1 + LABEL_WIDTH as u16, width.saturating_sub(2 + LABEL_WIDTH as u16)),
        View::Raw => (6, width.saturating_sub(7)),
    }
}

/// Columns of prose in an article pane of this width, and the column where
/// it starts: at most `measure`, a gutter for paragraph numbers at the left,
/// a margin at the right.
pub fn prose(width: u16, measure: u16) -> (u16, u16) {
    let (gutter, margin) = match width {
        0..=24 => (0, 0),
        25..=44 => (1, 1),
        _ => (5, 2),
    };
    let room = width.saturating_sub(gutter + margin);
    let columns = room.min(measure);
    // A pane wider than the text keeps it in the middle.
    let spare = room - columns;
    (gutter + spare / 2, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(focus: Pane) -> Layout {
        Layout { focus, zoom: false, entities: true, list_delta: 0, names_delta: 0, status: 1 }
    }

    #[test]
    fn panes_tile_the_body_at_every_size() {
        for width in 0..220 {
            for height in 0..60 {
                for focus in [Pane::List, Pane::Article, Pane::Entities] {
                    let p = Panes::of(Size { width, height }, layout(focus));
                    let rules = p.rules.iter().flatten().count() as u16;
                    let sum = p.list.width + p.article.width + p.entities.width + rules;
                    assert_eq!(sum, width, "{width}x{height} {focus:?} {p:?}");
                    assert!(!p.area(focus).is_empty() || p.body.is_empty(), "{width}x{height} {focus:?}");
                }
            }
        }
    }

    #[test]
    fn one_two_and_three_panes_at_their_widths() {
        let count = |w| Panes::shown(w, layout(Pane::List)).into_iter().filter(|b| *b).count();
        assert_eq!([count(71), count(72), count(99), count(100)], [1, 2, 2, 3]);
    }

    #[test]
    fn prose_never_exceeds_its_measure_or_its_pane() {
        for w in 0..200 {
            let (x, c) = prose(w, 72);
            assert!(c <= 72 && x + c <= w);
        }
    }
}
