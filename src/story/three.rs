//! Two comparisons with one reference as one list of rows, so that three
//! columns drawn from it cannot drift apart.

use super::rows::{Relation, Row};
use crate::text::Span;

/// A block of one of the two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its text; `None`: the reference has no counterpart here.
    pub span: Option<Span>,
    /// How it relates to the reference.
    pub relation: Relation,
    /// Row of the comparison that it comes from.
    pub row: usize,
}

/// One row of the three columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row3 {
    /// Text of the reference.
    pub a: Option<Span>,
    /// The second column, where a block of it begins.
    pub b: Option<Beside>,
    /// The third column, where a block of it begins.
    pub c: Option<Beside>,
}

/// A block of the reference with what stands beside it, and what the other has
/// before it.
struct Walk<'r> {
    rows: &'r [Row],
    at: usize,
}

impl Walk<'_> {
    /// Rows up to the one whose reference begins at or before `start`: those
    /// without a reference, in order, then the one that begins there.
    fn lone(&mut self) -> Vec<Beside> {
        let mut out = Vec::new();
        while let Some(row) = self.rows.get(self.at).filter(|r| r.a.is_none()) {
            out.push(Beside { span: row.b, relation: row.relation, row: self.at });
            self.at += 1;
        }
        out
    }

    fn begins(&mut self, start: usize) -> Option<Beside> {
        let row = self.rows.get(self.at).filter(|r| r.a.is_some_and(|s| s.start <= start))?;
        self.at += 1;
        Some(Beside { span: row.b, relation: row.relation, row: self.at - 1 })
    }
}

/// Joins the rows of a reference with one and with another report. Every block
/// of all three texts is shown once, each column in the order of its text.
pub fn three(ab: &[Row], ac: &[Row]) -> Vec<Row3> {
    let mut bounds: Vec<usize> = ab.iter().chain(ac).filter_map(|r| r.a).flat_map(|s| [s.start, s.end]).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let held = |s: Span| {
        let inside = |rows: &[Row]| rows.iter().any(|r| r.a.is_some_and(|a| a.contains(s)));
        inside(ab) || inside(ac)
    };
    let (mut b, mut c) = (Walk { rows: ab, at: 0 }, Walk { rows: ac, at: 0 });
    let mut out = Vec::new();
    let between = |b: &mut Walk<'_>, c: &mut Walk<'_>, out: &mut Vec<Row3>| {
        let (lone_b, lone_c) = (b.lone(), c.lone());
        for i in 0..lone_b.len().max(lone_c.len()) {
            out.push(Row3 { a: None, b: lone_b.get(i).copied(), c: lone_c.get(i).copied() });
        }
    };
    for w in bounds.windows(2) {
        let span = Span::new(w[0], w[1]);
        if !held(span) {
            continue;
        }
        between(&mut b, &mut c, &mut out);
        out.push(Row3 { a: Some(span), b: b.begins(w[0]), c: c.begins(w[0]) });
    }
    between(&mut b, &mut c, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(a: Option<(usize, usize)>, b: Option<(usize, usize)>) -> Row {
        let span = |s: Option<(usize, usize)>| s.map(|(x, y)| Span::new(x, y));
        let relation = match (a, b) {
            (Some(_), Some(_)) => Relation::Same,
            (Some(_), None) => Relation::OnlyA,
            _ => Relation::OnlyB,
        };
        Row {
            a: span(a),
            b: span(b),
            relation,
            passage: None,
            grade: None,
            paragraph_a: None,
            paragraph_b: None,
            apart: false,
            elsewhere: None,
            beyond_a: [None; 2],
            beyond_b: [None; 2],
        }
    }

    /// Rows over a reference of so many bytes: 0 a pair, 1 only in it, 2 only
    /// in the other.
    fn rows(kinds: &[(u8, usize)], length: usize) -> Vec<Row> {
        let (mut a, mut b) = (0, 0);
        let mut out = Vec::new();
        for &(kind, n) in kinds {
            let n = n + 1;
            if kind == 2 {
                out.push(row(None, Some((b, b + n))));
                b += n;
            } else if a + n <= length {
                let other = (kind == 0).then_some((b, b + n));
                out.push(row(Some((a, a + n)), other));
                a += n;
                b += if kind == 0 { n } else { 0 };
            }
        }
        if a < length {
            out.push(row(Some((a, length)), None));
        }
        out
    }

    proptest! {
        #[test]
        fn every_block_is_shown_once_and_each_column_is_in_order(
            x in proptest::collection::vec((0u8..3, 0usize..9), 0..12),
            y in proptest::collection::vec((0u8..3, 0usize..9), 0..12),
            length in 1usize..60,
        ) {
            let (ab, ac) = (rows(&x, length), rows(&y, length));
            let out = three(&ab, &ac);
            let a: Vec<Span> = out.iter().filter_map(|r| r.a).collect();
            prop_assert!(a.windows(2).all(|w| w[0].end <= w[1].start));
            prop_assert_eq!(a.iter().map(|s| s.len()).sum::<usize>(), length);
            let b: Vec<usize> = out.iter().filter_map(|r| r.b.map(|b| b.row)).collect();
            let c: Vec<usize> = out.iter().filter_map(|r| r.c.map(|c| c.row)).collect();
            prop_assert_eq!(b, (0..ab.len()).collect::<Vec<_>>());
            prop_assert_eq!(c, (0..ac.len()).collect::<Vec<_>>());
        }
    }
}
