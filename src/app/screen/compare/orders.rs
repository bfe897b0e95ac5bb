//! Rows in the order of A, and rows of two whole texts.

use crate::app::screen::compare::rows::{Cell, CompareLayout, Folded, Pairs, Row, shown};
use crate::corpus::Document;
use crate::corpus::segment;
use crate::story::Relation;
use crate::text::{Span, wrap};

/// How rows in the order of A are laid.
#[derive(Clone, Copy, Debug)]
pub struct Lay {
    /// Columns of a side.
    pub width: usize,
    /// One above the other.
    pub stacked: bool,
    /// What is folded.
    pub folded: Folded,
    /// The pair that is shown whole all the same.
    pub open: Option<usize>,
}

fn cells(d: &Document, span: Option<Span>, width: usize) -> Vec<Cell> {
    let parts = span.into_iter().flat_map(|s| shown(d, s));
    parts.flat_map(|s| wrap::rows(&d.text, s, width)).map(Cell::Text).collect()
}

/// Where what stands in no row of A begins.
fn rest(pairs: &Pairs) -> usize {
    let lone = |p: &&crate::story::Row| p.a.is_none() && p.passage.is_none();
    pairs.len() - pairs.iter().rev().take_while(lone).count()
}

/// Rows in the order of A while they are laid.
struct Facing<'a> {
    a: &'a Document,
    b: &'a Document,
    pairs: &'a Pairs,
    lay: Lay,
    out: CompareLayout,
}

/// Lays pairs out in the order of A.
pub fn facing(a: &Document, b: &Document, pairs: &Pairs, lay: Lay) -> CompareLayout {
    let mut facing = Facing { a, b, pairs, lay, out: CompareLayout::default() };
    let rest = rest(pairs);
    let mut i = 0;
    while let Some(pair) = pairs.get(i) {
        if i == rest {
            facing.begin_rest(rest);
        }
        // What B alone says is read at the end, whether it is sure or not.
        let lone = |i: usize| pairs.get(i).is_some_and(|p| p.relation.is_alone() || i >= rest);
        if lay.folded == Folded::Common && pair.relation == Relation::Same {
            let n = pairs[i..].iter().take_while(|p| p.relation == Relation::Same).count();
            facing.one(i, Cell::Folded(n), Cell::Folded(n));
            facing.out.row_of_pair.extend(std::iter::repeat_n(facing.out.rows.len() - 1, n));
            facing.out.blank();
            i += n;
        } else if lone(i) && lay.folded != Folded::Nothing && lay.open != Some(i) {
            let side = |s: Option<Span>| s.map_or(Cell::Empty, Cell::Alone);
            facing.one(i, side(pair.a), side(pair.b));
            facing.out.row_of_pair.push(facing.out.rows.len() - 1);
            if !lone(i + 1) || lay.open == Some(i + 1) {
                facing.out.blank();
            }
            i += 1;
        } else {
            // Further counterparts of a place, and places of one counterpart,
            // stand together.
            let more = |p: &&crate::story::Row| p.passage.is_some() && (p.a.is_none() || p.b.is_none());
            let n = 1 + pairs[i + 1..].iter().take_while(more).count();
            if lay.stacked {
                facing.stacked(i..i + n)
            } else {
                facing.group(i..i + n)
            }
            facing.out.blank();
            i += n;
        }
    }
    facing.out.ended()
}

impl Facing<'_> {
    fn one(&mut self, pair: usize, a: Cell, b: Cell) {
        let pair = Some(pair);
        let row = Row { a, b, pair, pair_b: pair, first: true, first_b: true, sign: pair, ..Row::default() };
        self.out.rows.push(row);
    }

    /// Says that what only B has begins.
    fn begin_rest(&mut self, rest: usize) {
        let text = &self.b.text;
        let count = |s: Span| shown(self.b, s).into_iter().map(|s| segment::flowing(text, s).len()).sum::<usize>();
        let n = self.pairs[rest..].iter().filter_map(|p| p.b).map(count).sum();
        if self.out.rows.last().is_some_and(|r| r.pair.is_some()) {
            self.out.blank();
        }
        self.out.rows.push(Row { b: Cell::Rest(n), ..Row::default() });
    }

    /// What is given of a pair on its two sides; what is read elsewhere,
    /// or may be the like, is given by its first words.
    fn sides(&self, i: usize) -> (Vec<Cell>, Vec<Cell>) {
        let (pair, width) = (&self.pairs[i], self.lay.width);
        let right = match pair.elsewhere.filter(|_| pair.b.is_none()) {
            Some(there) => vec![Cell::Opening(there)],
            None => cells(self.b, pair.b, width),
        };
        (cells(self.a, pair.a, width), right)
    }

    /// Both columns flow on by themselves, but that of two signs each has its
    /// row.
    fn group(&mut self, group: std::ops::Range<usize>) {
        let base = self.out.rows.len();
        let (mut next_a, mut next_b, mut next_sign) = (base, base, base);
        for i in group {
            let (left, right) = self.sides(i);
            let start = match (left.is_empty(), right.is_empty()) {
                (false, true) => next_a.max(next_sign),
                (true, false) => next_b.max(next_sign),
                _ => next_a.max(next_b).max(next_sign),
            };
            self.out.row_of_pair.push(start);
            let height = left.len().max(right.len()).max(1);
            if self.out.rows.len() < start + height {
                self.out.rows.resize(start + height, Row::default());
            }
            self.out.rows[start].sign = Some(i);
            for (n, cell) in left.into_iter().enumerate() {
                let row = &mut self.out.rows[start + n];
                (row.a, row.pair, row.first) = (cell, Some(i), n == 0);
                next_a = start + n + 2;
            }
            for (n, cell) in right.into_iter().enumerate() {
                let row = &mut self.out.rows[start + n];
                (row.b, row.pair_b, row.first_b) = (cell, Some(i), n == 0);
                next_b = start + n + 2;
            }
            next_sign = start + 1;
        }
        for row in &mut self.out.rows[base..] {
            row.pair = row.pair.or(row.pair_b);
        }
    }

    /// One side below the other; what both have word for word is shown once.
    fn stacked(&mut self, group: std::ops::Range<usize>) {
        for i in group {
            let (left, mut right) = self.sides(i);
            self.out.row_of_pair.push(self.out.rows.len());
            if self.pairs[i].relation == Relation::Same && !left.is_empty() {
                right.clear();
            }
            let (pair, n) = (Some(i), left.len());
            let both = left.into_iter().map(|c| (c, Cell::Empty)).chain(right.into_iter().map(|c| (Cell::Empty, c)));
            for (y, (a, b)) in both.enumerate() {
                let (first, first_b) = (y == 0, y == n);
                let sign = pair.filter(|_| y == 0);
                self.out.rows.push(Row { a, b, pair, pair_b: pair, first, first_b, sign, ..Row::default() });
            }
        }
    }
}

/// Lays both texts out whole, each in its own order.
pub fn whole(a: &Document, b: &Document, pairs: &Pairs, width: usize) -> CompareLayout {
    let mut out = CompareLayout {
        row_of_pair: vec![0; pairs.len()],
        row_of_pair_b: vec![0; pairs.len()],
        ..CompareLayout::default()
    };
    let mut flow = |d: &Document, span: fn(&crate::story::Row) -> Option<Span>, is_a: bool| {
        let mut y = 0;
        for (i, pair) in pairs.iter().enumerate().filter(|(_, p)| span(p).is_some()) {
            let at = if is_a { &mut out.row_of_pair } else { &mut out.row_of_pair_b };
            at[i] = y;
            for (n, cell) in cells(d, span(pair), width).into_iter().enumerate() {
                if out.rows.len() <= y {
                    out.rows.resize(y + 1, Row::default());
                }
                let row = &mut out.rows[y];
                if is_a {
                    (row.a, row.pair, row.first) = (cell, Some(i), n == 0);
                    row.sign = Some(i).filter(|_| n == 0);
                } else {
                    (row.b, row.pair_b, row.first_b) = (cell, Some(i), n == 0);
                }
                y += 1;
            }
            y += 1;
        }
    };
    flow(a, |p| p.a, true);
    flow(b, |p| p.b, false);
    for (i, pair) in pairs.iter().enumerate() {
        match (pair.a, pair.b) {
            (Some(_), None) => out.row_of_pair_b[i] = out.row_of_pair[i],
            (None, Some(_)) => out.row_of_pair[i] = out.row_of_pair_b[i],
            _ => {}
        }
    }
    out.ended()
}
