//! Figures and dates of two linked sentences set against each other.

use super::diff::{Op, Piece};
use super::types::{FigurePair, FigureRelation, Side};
use crate::fact::{Agreement, FigureKind, figure};
use crate::text::Span;

/// A figure or a date of one sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value {
    pub(crate) span: Span,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    /// Index into the figures.
    Figure(usize),
    /// Index into the dates.
    Date(usize),
}

/// The figures and named dates inside `within`, in order.
pub(crate) fn values(side: Side<'_>, within: Span) -> Vec<Value> {
    let f = side.facts;
    let from = f.figures.partition_point(|x| x.number.end <= within.start);
    let figures = f.figures[from..]
        .iter()
        .enumerate()
        .take_while(|(_, x)| x.number.start < within.end)
        .filter(|(_, x)| within.contains(x.number) && x.kind != FigureKind::Label)
        .map(|(i, x)| Value { span: x.number, what: What::Figure(from + i) });
    let from = f.dates.partition_point(|x| x.span.end <= within.start);
    let dates = f.dates[from..]
        .iter()
        .enumerate()
        .take_while(|(_, x)| x.span.start < within.end)
        .filter(|(_, x)| x.named && within.contains(x.span))
        .map(|(i, x)| Value { span: x.span, what: What::Date(from + i) });
    let mut out: Vec<Value> = figures.chain(dates).collect();
    out.sort_by_key(|v| v.span);
    out
}

fn digits(s: &str) -> String {
    s.chars().filter(char::is_ascii_digit).collect()
}

/// How two values relate, given that they stand in the same place of the
/// same sentence.
fn relation(a: (Side<'_>, &Value), b: (Side<'_>, &Value)) -> Option<FigureRelation> {
    match (a.1.what, b.1.what) {
        (What::Figure(i), What::Figure(j)) => {
            let (x, y) = (&a.0.facts.figures[i], &b.0.facts.figures[j]);
            let written = (digits(x.number.of(&a.0.document.text)), digits(y.number.of(&b.0.document.text)));
            // The same digits with another word behind them: the word differs.
            if !written.0.is_empty() && written.0 == written.1 {
                return Some(FigureRelation::Same);
            }
            Some(match figure::compare(x, y) {
                Agreement::Same => FigureRelation::Same,
                Agreement::Compatible => FigureRelation::Compatible,
                Agreement::Differs => FigureRelation::Differs,
                // The same place with another noun: the bare values decide.
                Agreement::Unrelated if x.low == y.low && x.high == y.high => FigureRelation::Same,
                Agreement::Unrelated => FigureRelation::Differs,
            })
        }
        (What::Date(i), What::Date(j)) => {
            let (x, y) = (&a.0.facts.dates[i], &b.0.facts.dates[j]);
            let text = |s: Side<'_>, v: &Value| crate::text::fold(v.span.of(&s.document.text));
            let (s, t) = (text(a.0, a.1), text(b.0, b.1));
            if s == t {
                return Some(FigureRelation::Same);
            }
            if s.contains(t.as_str()) || t.contains(s.as_str()) {
                return Some(FigureRelation::Compatible);
            }
            match (x.from, x.to, y.from, y.to) {
                (Some(a), Some(b), Some(c), Some(d)) if a == c && b == d => Some(FigureRelation::Same),
                (Some(a), Some(b), Some(c), Some(d)) if a <= d && c <= b => Some(FigureRelation::Compatible),
                _ => Some(FigureRelation::Differs),
            }
        }
        _ => None,
    }
}

/// Pairs the values of two linked sentences. Where the words around them are
/// the same (`close`), place decides; else only values of the same thing are
/// paired.
pub(crate) fn pair(
    (a, va, pa): (Side<'_>, &[Value], &[Piece]),
    (b, vb, pb): (Side<'_>, &[Value], &[Piece]),
    ops: &[Op],
    close: bool,
) -> Vec<FigurePair> {
    let mut out = Vec::new();
    let (mut used_a, mut used_b) = (vec![false; va.len()], vec![false; vb.len()]);
    let touching = |values: &[Value], pieces: &[Piece], (from, n): (usize, usize), used: &[bool]| -> Vec<usize> {
        let Some(first) = pieces.get(from) else { return Vec::new() };
        if n == 0 {
            return Vec::new();
        }
        let span = first.span.join(pieces[from + n - 1].span);
        (0..values.len()).filter(|&i| !used[i] && values[i].span.touches(span)).collect()
    };
    if close {
        // Changed places first: a number may be changed in part.
        for equal in [false, true] {
            for op in ops.iter().filter(|o| o.equal == equal) {
                let (x, y) = (touching(va, pa, op.a, &used_a), touching(vb, pb, op.b, &used_b));
                if x.len() != y.len() {
                    continue;
                }
                for (i, j) in x.into_iter().zip(y) {
                    if let Some(relation) = relation((a, &va[i]), (b, &vb[j])) {
                        (used_a[i], used_b[j]) = (true, true);
                        out.push(FigurePair { a: va[i].span, b: vb[j].span, relation });
                    }
                }
            }
        }
    } else {
        for (i, x) in va.iter().enumerate() {
            for (j, y) in vb.iter().enumerate() {
                let relation = match (x.what, y.what) {
                    (What::Figure(k), What::Figure(l)) if !used_b[j] && !used_a[i] => {
                        let (f, g) = (&a.facts.figures[k], &b.facts.figures[l]);
                        let known = f.noun.is_some() || f.unit.is_some();
                        match figure::compare(f, g) {
                            Agreement::Same => Some(FigureRelation::Same),
                            Agreement::Compatible if known => Some(FigureRelation::Compatible),
                            Agreement::Differs if f.noun.is_some() => Some(FigureRelation::Differs),
                            _ => None,
                        }
                    }
                    _ => None,
                };
                if let Some(relation) = relation {
                    (used_a[i], used_b[j]) = (true, true);
                    out.push(FigurePair { a: x.span, b: y.span, relation });
                }
            }
        }
    }
    out.sort_by_key(|p| (p.a, p.b));
    out
}
