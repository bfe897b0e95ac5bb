//! The comparison screen: which two, which layer, where.

use crate::app::screen::compare::drawn::Drawn;
use crate::app::screen::compare::hunks::{Hunk, Layer, hunks, merged, stop, told};
use crate::app::screen::compare::rows::{Column, CompareLayout, Folded, Order, Pairs, Presentation, SideName};
use crate::corpus::DocId;
use crate::job::Compared;
use crate::story::Options;
use crate::story::Relation;
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
    /// The order of the rows.
    pub order: Order,
    /// One above the other.
    pub stacked: bool,
    /// What is folded.
    pub folded: Folded,
    /// The pair that is shown whole all the same.
    pub open: Option<usize>,
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
    /// What is folded.
    pub folded: Folded,
    /// Side in focus.
    pub side: SideName,
    /// First row on the screen.
    pub top: usize,
    /// How many rows B is ahead of A when it scrolls for itself.
    pub offset: isize,
    /// How the columns scroll.
    pub link: Link,
    /// What `n` steps through.
    pub layer: Layer,
    /// The layer of the current stop.
    pub walked: Layer,
    /// The stops of every layer.
    pub items: Vec<(Layer, Vec<Hunk>)>,
    /// The current stop.
    pub current: Option<usize>,
    /// The layout on the screen and what it was made from.
    pub layout: Option<(LayoutKey, Arc<CompareLayout>)>,
    /// Rows of text on the screen.
    pub height: usize,
    /// A pair that the reader opened though such pairs are folded.
    pub opened: Option<usize>,
    /// Places to bring onto the screen once the comparison is there.
    pub wanted: Option<(Option<Span>, Option<Span>)>,
    /// What the mouse drew over.
    pub drawn: Option<Drawn>,
}

impl Compare {
    /// A screen for two documents, before their comparison is there.
    pub fn new(a: DocId, b: DocId) -> Self {
        Self {
            a,
            b,
            result: None,
            // Every place offers its nearest, however far.
            options: Options { floor: 0.0, ..Options::default() },
            third: None,
            presentation: Presentation::default(),
            folded: Folded::default(),
            side: SideName::A,
            top: 0,
            offset: 0,
            link: Link::Linked,
            layer: Layer::All,
            walked: Layer::All,
            items: Vec::new(),
            current: None,
            layout: None,
            height: 0,
            opened: None,
            wanted: None,
            drawn: None,
        }
    }

    /// Takes the comparison.
    pub fn set_result(&mut self, result: Arc<Compared>, lang: Lang) {
        self.result = Some(result);
        (self.layout, self.opened) = (None, None);
        self.find_items(None, lang);
    }

    /// Finds the stops anew, with those of a third text when it is on the
    /// screen. The current one stays when it is still among them.
    pub fn find_items(&mut self, third: Option<&Compared>, lang: Lang) {
        let Some(result) = self.result.clone() else { return };
        let current = self.item().cloned();
        let of = |layer: Layer| {
            let b = hunks(&result, self.pairs_of(&result), Column::B, layer, lang);
            match third {
                Some(third) => merged(b, hunks(third, &third.pairs, Column::C, layer, lang)),
                None => b,
            }
        };
        self.items = Layer::ALL.into_iter().map(|l| (l, of(l))).collect();
        self.current = current.and_then(|i| self.items_of(self.walked).iter().position(|o| *o == i));
    }

    /// True where the rows stand in the order of A.
    pub fn faces(&self) -> bool {
        match &self.layout {
            Some((key, _)) => key.order == Order::Facing,
            None => self.presentation == Presentation::Facing,
        }
    }

    /// The pairs in the order in which they are shown.
    pub fn pairs_of<'r>(&self, result: &'r Compared) -> &'r Pairs {
        if self.faces() { &result.facing } else { &result.pairs }
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
        self.items_of(self.walked).get(self.current?)
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
        let items = self.items_of(self.layer);
        let both = items.iter().position(|i| (i.a, i.b) == (a, b) && (a.is_some() || b.is_some()));
        let found = both.or_else(|| items.iter().position(|i| at(i.a, a) || at(i.b, b)));
        self.walked = self.layer;
        if found.is_some() {
            self.current = found;
            self.show_current();
            return;
        }
        let (Some(layout), Some(result)) = (self.rows().cloned(), self.result.clone()) else { return };
        let pair = self.pairs_of(&result).iter().position(|p| at(p.a, a) || at(p.b, b));
        if let Some(&row) = pair.and_then(|p| layout.row_of_pair.get(p)) {
            self.top = row.saturating_sub(self.height / 4).min(self.last_top());
        }
    }

    /// Chooses a layer and goes to its first stop below the top of the screen.
    pub fn set_layer(&mut self, layer: Layer) {
        self.layer = layer;
        self.walked = layer;
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

    /// First row of B on the screen; where B follows A, or stands below it,
    /// the two cannot stand apart.
    pub fn top_b(&self) -> usize {
        if self.layout.is_some() && self.faces() {
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

    /// The row of a stop.
    fn row_of_stop(&self, item: &Hunk) -> Option<usize> {
        let result = self.result_of(item)?;
        let layout = self.rows()?;
        let pairs = if item.column == Column::C { &result.pairs[..] } else { self.pairs_of(result) };
        layout.row_of(item.column).get(pair_of(pairs, item)?).copied()
    }

    /// Goes to the next or previous stop of a layer, round the end: from the
    /// stop of the layer that is current, else from the current place.
    pub fn step(&mut self, layer: Layer, forward: bool) {
        let n = self.items_of(layer).len();
        if n == 0 {
            return;
        }
        let next = match (self.current.filter(|_| self.walked == layer), forward) {
            (Some(i), true) => (i + 1) % n,
            (Some(i), false) => (i + n - 1) % n,
            (None, _) => self.nearest_stop(layer, forward),
        };
        (self.walked, self.current, self.opened) = (layer, Some(next), None);
        self.show_current();
    }

    fn nearest_stop(&self, layer: Layer, forward: bool) -> usize {
        let items = self.items_of(layer);
        let rows = || items.iter().enumerate().filter_map(|(i, item)| Some((i, self.row_of_stop(item)?)));
        let here = self.item().and_then(|i| self.row_of_stop(i));
        let found = match (here, forward) {
            // What is told first stands under 1.
            (None, true) if layer == Layer::All && self.top == 0 => Some((0, 0)),
            (Some(here), true) => rows().filter(|(_, row)| *row > here).min_by_key(|(_, row)| *row),
            (None, true) => rows().filter(|(_, row)| *row >= self.top).min_by_key(|(_, row)| *row),
            (here, false) => {
                rows().filter(|(_, row)| *row < here.unwrap_or(self.top)).max_by_key(|(i, row)| (*row, *i))
            }
        };
        found.map_or(if forward { 0 } else { items.len() - 1 }, |(i, _)| i)
    }

    /// How many stops of what differs are told for sure; those behind them are to be looked up.
    pub fn sure_stops(&self, result: &Compared, lang: Lang) -> usize {
        let sure = told(result).iter().filter_map(|f| stop(f, Column::B, lang));
        sure.filter(|s| self.items_of(Layer::All).contains(s)).count()
    }

    /// Goes to what is told under a number, from 1; behind what is sure, to what is to be looked up.
    pub fn go_to_finding(&mut self, number: usize, lang: Lang) -> bool {
        let Some(result) = self.result.clone() else { return false };
        let told = told(&result);
        let finding = number.checked_sub(1).and_then(|i| told.get(i));
        let stop = finding.and_then(|f| stop(f, Column::B, lang));
        let behind = || Some(self.sure_stops(&result, lang) + number.checked_sub(told.len() + 1)?);
        let at = match stop {
            Some(s) => self.items_of(Layer::All).iter().position(|i| *i == s),
            None if finding.is_none() => behind().filter(|at| *at < self.items_of(Layer::All).len()),
            None => None,
        };
        if at.is_some() {
            (self.walked, self.current, self.opened) = (Layer::All, at, None);
            self.show_current();
        }
        at.is_some()
    }

    /// Brings two places onto the screen.
    pub fn go_to(&mut self, (a, b): (Option<Span>, Option<Span>)) {
        let Some(result) = self.result.clone() else { return };
        let hit = |side: Option<Span>, at: Option<Span>| side.zip(at).is_some_and(|(s, a)| s.touches(a));
        let pair = self.pairs_of(&result).iter().position(|p| hit(p.a, a) || hit(p.b, b));
        let Some(pair) = pair else { return };
        (self.current, self.opened) = (None, Some(pair));
        let row =
            self.rows().and_then(|l| (if a.is_some() { &l.row_of_pair } else { l.row_of_b() }).get(pair).copied());
        if let Some(row) = row {
            self.top = row.saturating_sub(self.height / 4).min(self.last_top());
        }
    }

    /// The pair of the current place: that of the current stop while it is on
    /// the screen, else the one that was gone to or opened, else the first on
    /// the screen.
    pub fn here(&self) -> Option<usize> {
        let (result, layout) = (self.result.as_ref()?, self.rows()?);
        let pairs = self.pairs_of(result);
        let seen = |p: &usize| {
            let row = layout.row_of_pair.get(*p);
            row.is_some_and(|&row| row + 1 > self.top && row < self.top + self.height.max(1))
        };
        let current = self.item().filter(|i| i.column == Column::B).and_then(|i| pair_of(pairs, i)).filter(seen);
        let opened = self.opened.filter(seen);
        current.or(opened).or_else(|| layout.rows[self.top.min(layout.rows.len())..].iter().find_map(|r| r.pair))
    }

    /// The pair that is shown whole though such pairs are folded: the one that
    /// the reader opened, else that of the current stop.
    pub fn open(&self) -> Option<usize> {
        if self.opened.is_some() {
            return self.opened;
        }
        let result = self.result.as_ref()?;
        let pairs = self.pairs_of(result);
        let item = self.item().filter(|i| i.column == Column::B)?;
        let lone = |r: Relation| r.is_alone() || r == Relation::Perhaps;
        pair_of(pairs, item).filter(|&p| lone(pairs[p].relation))
    }

    /// Brings the current stop onto the screen.
    pub fn show_current(&mut self) {
        let Some(item) = self.item().cloned() else { return };
        let Some(layout) = self.rows().cloned() else { return };
        let Some(result) = self.result_of(&item).cloned() else { return };
        let Some(row) = self.row_of_stop(&item) else { return };
        self.offset = 0;
        if self.link == Link::Offset {
            self.link = Link::Linked;
        }
        if row < self.top || row + 3 > self.top + self.height {
            self.top = row.saturating_sub(self.height / 4).min(self.last_top());
        }
        // What stands elsewhere in B is brought beside it. The third column
        // scrolls with the first.
        if let (Some(_), Some(b), Column::B, false) = (item.a, item.b, item.column, self.faces())
            && let Some(other) = self.pairs_of(&result).iter().position(|q| q.b.is_some_and(|s| s.touches(b)))
            && let Some(&other_row) = layout.row_of_b().get(other)
            && other_row != row
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
        (self.layout, self.current, self.opened) = (None, None, None);
        self.offset = 0;
        self.link = Link::Linked;
    }
}

/// The pair of a stop: the one that has both its places, else that of the one
/// in A.
fn pair_of(pairs: &Pairs, item: &Hunk) -> Option<usize> {
    let hit = |side: Option<Span>, at: Option<Span>| side.zip(at).is_some_and(|(s, a)| s.touches(a));
    let both = pairs.iter().position(|p| hit(p.a, item.a) && hit(p.b, item.b));
    both.or_else(|| pairs.iter().position(|p| hit(p.a, item.a))).or_else(|| pairs.iter().position(|p| hit(p.b, item.b)))
}
