//! The comparison screen: which two, which layer, where.

use crate::app::panes::Screen;
use crate::app::screen::compare::hunks::{Hunk, Layer, hunks, merged};
use crate::app::screen::compare::rows::{Column, SideName};
use crate::app::screen::compare::rows::{CompareLayout, Presentation};
use crate::corpus::DocId;
use crate::job::Compared;
use crate::story::Options;
use crate::text::Span;
use crate::words::Lang;
use std::sync::Arc;

/// How the two columns scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Link {
    /// Together.
    #[default]
    Linked,
    /// Each for itself.
    Free,
    /// Together, with the offset that they had.
    Offset,
}

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutKey {
    /// Left.
    pub a: DocId,
    /// Right.
    pub b: DocId,
    /// Columns of a side.
    pub width: usize,
    /// One above the other.
    pub stacked: bool,
    /// What is common is folded.
    pub fold: bool,
    /// The third column.
    pub third: Option<DocId>,
}

/// State of the comparison screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// Left side.
    pub a: DocId,
    /// Right side.
    pub b: DocId,
    /// The comparison, once it is there.
    pub result: Option<Arc<Compared>>,
    /// What does not count as a difference.
    pub options: Options,
    /// A third text against the left one, and the comparison once it is there.
    pub third: Option<(DocId, Option<Arc<Compared>>)>,
    /// How the texts stand.
    pub presentation: Presentation,
    /// What is common is folded.
    pub fold: bool,
    /// Side in focus.
    pub side: SideName,
    /// First row on the screen.
    pub top: usize,
    /// How many rows B is ahead of A when it scrolls for itself.
    pub offset: isize,
    /// How the columns scroll.
    pub link: Link,
    /// What is stepped through.
    pub layer: Layer,
    /// The stops of every layer.
    pub items: Vec<(Layer, Vec<Hunk>)>,
    /// The current stop of the layer.
    pub current: Option<usize>,
    /// The layout on the screen and what it was made from.
    pub layout: Option<(LayoutKey, Arc<CompareLayout>)>,
    /// Rows of text on the screen.
    pub height: usize,
    /// The screen to go back to.
    pub from: Screen,
    /// Places to bring onto the screen once the comparison is there.
    pub wanted: Option<(Option<Span>, Option<Span>)>,
}

impl Compare {
    /// A screen for two documents, before their comparison is there.
    pub fn new(a: DocId, b: DocId) -> Self {
        Self {
            a,
            b,
            result: None,
            options: Options::default(),
            third: None,
            presentation: Presentation::default(),
            fold: false,
            side: SideName::A,
            top: 0,
            offset: 0,
            link: Link::Linked,
            layer: Layer::All,
            items: Vec::new(),
            current: None,
            layout: None,
            height: 0,
            from: Screen::Main,
            wanted: None,
        }
    }

    /// Takes the comparison.
    pub fn set_result(&mut self, result: Arc<Compared>, lang: Lang) {
        self.result = Some(result);
        self.layout = None;
        self.find_items(None, lang);
    }

    /// Finds the stops anew, with those of a third text when it is on the
    /// screen. The current one stays when it is still among them.
    pub fn find_items(&mut self, third: Option<&Compared>, lang: Lang) {
        let Some(result) = self.result.clone() else { return };
        let current = self.item().cloned();
        let of = |layer: Layer| {
            let b = hunks(&result, Column::B, layer, lang);
            match third {
                Some(third) => merged(b, hunks(third, Column::C, layer, lang)),
                None => b,
            }
        };
        self.items = Layer::ALL.into_iter().map(|l| (l, of(l))).collect();
        self.current = current.and_then(|i| self.items_of(self.layer).iter().position(|o| *o == i));
    }

    /// The comparison that the current stop is of.
    pub fn result_of(&self, item: &Hunk) -> Option<&Arc<Compared>> {
        match item.column {
            Column::B => self.result.as_ref(),
            Column::C => self.third_result(),
        }
    }

    /// Where the current stop lies in A and in the text of a column.
    pub fn places_in(&self, column: Column) -> (Option<Span>, Option<Span>) {
        self.item().map_or((None, None), |i| (i.a, i.b.filter(|_| i.column == column)))
    }

    /// The third text's comparison with the left one, once it is there.
    pub fn third_result(&self) -> Option<&Arc<Compared>> {
        self.third.as_ref()?.1.as_ref()
    }

    /// The stops of a layer.
    pub fn items_of(&self, layer: Layer) -> &[Hunk] {
        self.items.iter().find(|(l, _)| *l == layer).map_or(&[], |(_, i)| i)
    }

    /// The current stop.
    pub fn item(&self) -> Option<&Hunk> {
        self.items_of(self.layer).get(self.current?)
    }

    /// The rows laid out last.
    pub fn rows(&self) -> Option<&Arc<CompareLayout>> {
        self.layout.as_ref().map(|(_, l)| l)
    }

    /// Brings two places onto the screen, once there are rows: the first stop
    /// at them becomes the current one.
    pub fn show_wanted(&mut self) {
        if self.rows().is_none() {
            return;
        }
        let Some((a, b)) = self.wanted.take() else { return };
        let at = |s: Option<Span>, t: Option<Span>| s.zip(t).is_some_and(|(s, t)| s.touches(t));
        let found = self.items_of(self.layer).iter().position(|i| at(i.a, a) || at(i.b, b));
        if found.is_some() {
            self.current = found;
            self.show_current();
            return;
        }
        let (Some(layout), Some(result)) = (self.rows().cloned(), self.result.clone()) else { return };
        let pair = result.pairs.iter().position(|p| at(p.a, a) || at(p.b, b));
        if let Some(&row) = pair.and_then(|p| layout.row_of_pair.get(p)) {
            self.top = row.saturating_sub(self.height / 4).min(self.last_top());
        }
    }

    /// Chooses a layer and goes to its first stop below the top of the screen.
    pub fn set_layer(&mut self, layer: Layer) {
        self.layer = layer;
        self.current = None;
    }

    fn last_top(&self) -> usize {
        self.rows().map_or(0, |l| l.rows.len().saturating_sub(self.height.max(1)))
    }

    /// Scrolls by rows; a free side scrolls alone.
    pub fn scroll(&mut self, by: isize) {
        if self.link == Link::Free && self.side == SideName::B {
            self.offset = (self.offset + by).clamp(-(self.top as isize), self.last_top() as isize - self.top as isize);
            return;
        }
        let top = self.top.saturating_add_signed(by).min(self.last_top());
        if self.link == Link::Free {
            self.offset -= top as isize - self.top as isize;
        }
        self.top = top;
    }

    /// First row of B on the screen; one above the other, the two cannot
    /// stand apart.
    pub fn top_b(&self) -> usize {
        if self.layout.as_ref().is_some_and(|(key, _)| key.stacked) {
            return self.top;
        }
        self.top.saturating_add_signed(self.offset).min(self.last_top())
    }

    /// Links, frees, links with the offset that there is.
    pub fn next_link(&mut self) {
        self.link = match self.link {
            Link::Linked => Link::Free,
            Link::Free if self.offset != 0 => Link::Offset,
            Link::Free | Link::Offset => {
                self.offset = 0;
                Link::Linked
            }
        };
    }

    /// Goes to the next or previous stop of the layer, round the end.
    pub fn step(&mut self, forward: bool) {
        let n = self.items_of(self.layer).len();
        if n == 0 {
            return;
        }
        let next = match (self.current, forward) {
            (Some(i), true) => (i + 1) % n,
            (Some(i), false) => (i + n - 1) % n,
            (None, true) => 0,
            (None, false) => n - 1,
        };
        self.current = Some(next);
        self.show_current();
    }

    /// Brings the current stop onto the screen.
    pub fn show_current(&mut self) {
        let Some(item) = self.item().cloned() else { return };
        let Some(layout) = self.rows().cloned() else { return };
        let Some(result) = self.result_of(&item).cloned() else { return };
        let row_of_pair = layout.row_of(item.column);
        let pair = result.pairs.iter().position(|p| {
            let hit = |side: Option<Span>, at: Option<Span>| side.zip(at).is_some_and(|(s, a)| s.touches(a));
            hit(p.a, item.a) || (item.a.is_none() && hit(p.b, item.b))
        });
        let Some(row) = pair.and_then(|p| row_of_pair.get(p)).copied() else { return };
        self.offset = 0;
        if self.link == Link::Offset {
            self.link = Link::Linked;
        }
        if row < self.top || row + 3 > self.top + self.height {
            self.top = row.saturating_sub(self.height / 4).min(self.last_top());
        }
        // A moved passage: the other side is brought beside it. The third
        // column scrolls with the first.
        if let (Some(p), Some(b), Column::B) = (pair, item.b, item.column)
            && result.pairs[p].b.is_none()
            && let Some(other) = result.pairs.iter().position(|q| q.b.is_some_and(|s| s.touches(b)))
            && let Some(&other_row) = layout.row_of_pair.get(other)
        {
            self.offset = other_row as isize - row as isize;
            self.link = Link::Offset;
        }
    }

    /// Swaps the sides; the comparison mirrors exactly, but is asked for anew.
    pub fn swap(&mut self) {
        std::mem::swap(&mut self.a, &mut self.b);
        self.result = None;
        self.third = None;
        self.layout = None;
        self.current = None;
        self.offset = 0;
        self.link = Link::Linked;
    }
}
