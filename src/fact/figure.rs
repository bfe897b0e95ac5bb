//! Figures: numbers in digits or words with their unit, their head noun and
//! what bounds them. Has never heard of alignment; [`compare`] says whether
//! two of them can both be true.

mod age;
mod around;
mod clock;
mod form;
mod known;
mod located;
mod nothing;
mod number;
mod phrase;
mod range;
mod share;
mod types;
mod unit;

use super::agreement::Agreement;
use super::prose::Prose;
use super::when::DateMention;

pub(super) use located::locate;
pub use types::{Bound, Figure, FigureKind};

/// How far *environ* and *près de* reach, as a share of the value.
const ABOUT: f64 = 0.1;

/// How far above a *plus de* the truth is expected, as a share of the value.
const BEYOND: f64 = 0.25;

impl Figure {
    /// The interval in which the figure is true.
    fn reach(&self) -> (f64, f64) {
        let (low, high) = (self.low, self.high);
        match self.bound {
            Bound::Exact | Bound::Range => (low, high),
            Bound::About => (low - low.abs() * ABOUT, high + high.abs() * ABOUT),
            Bound::Almost => (low - low.abs() * ABOUT, high),
            Bound::More => (low, high + high.abs() * BEYOND),
            Bound::Less => (low - low.abs() * BEYOND, high),
            Bound::Magnitude => (2.0 * low, 10.0 * high),
        }
    }
}

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// Whether two figures agree. Only those of the same kind, unit and head noun
/// are related. Hours and days, and shares of which one does not say what they
/// are of, may agree, but never differ: two lengths of time seldom measure one
/// thing, and 40 % may be of anybody.
pub fn compare(a: &Figure, b: &Figure) -> Agreement {
    if a.kind != b.kind {
        return Agreement::Unrelated;
    }
    let (same_unit, same_noun) = (a.unit == b.unit, a.noun == b.noun);
    let unnamed = a.kind == FigureKind::Percent && (a.noun.is_none() || b.noun.is_none());
    let units = match (a.unit.as_deref(), b.unit.as_deref()) {
        (x, y) if x == y => (1.0, 1.0),
        (Some("s"), Some("day")) => (1.0, DAY),
        (Some("day"), Some("s")) => (DAY, 1.0),
        _ => return Agreement::Unrelated,
    };
    if !same_noun && !unnamed {
        return Agreement::Unrelated;
    }
    let agreement = match units {
        (1.0, 1.0) => values(a, b),
        (x, y) => values(&scaled(a, x), &scaled(b, y)),
    };
    match agreement {
        Agreement::Differs if !same_unit || !same_noun => Agreement::Unrelated,
        other => other,
    }
}

fn scaled(f: &Figure, by: f64) -> Figure {
    Figure { low: f.low * by, high: f.high * by, ..f.clone() }
}

/// Whether the values of two figures of one unit agree.
fn values(a: &Figure, b: &Figure) -> Agreement {
    let equal = |x: f64, y: f64| (x - y).abs() <= 1e-9 * x.abs().max(y.abs()).max(1.0);
    if equal(a.low, b.low) && equal(a.high, b.high) && a.negative == b.negative {
        return if a.bound == b.bound { Agreement::Same } else { Agreement::Compatible };
    }
    if a.negative != b.negative {
        return Agreement::Differs;
    }
    // `2 à 12 heures` and `2 à 14 heures` are two statements, though one
    // range lies in the other.
    if a.bound == Bound::Range && b.bound == Bound::Range && (equal(a.low, b.low) || equal(a.high, b.high)) {
        return Agreement::Differs;
    }
    let ((al, ah), (bl, bh)) = (a.reach(), b.reach());
    if al <= bh + 1e-9 && bl <= ah + 1e-9 {
        return Agreement::Compatible;
    }
    if rounds_to(a, b) || rounds_to(b, a) { Agreement::Compatible } else { Agreement::Differs }
}

/// True when `b` is `a` rounded to fewer digits: 1 043 and 1 000, 6,4 and 6.
/// Small whole counts do not round.
fn rounds_to(a: &Figure, b: &Figure) -> bool {
    if a.low != a.high || b.low != b.high || b.low == 0.0 {
        return false;
    }
    let (x, y) = (a.low.abs(), b.low.abs());
    let fractional = x.fract() != 0.0 && y.fract() == 0.0;
    if !fractional && (x < 100.0 || y < 100.0) {
        return false;
    }
    // The last digit of y that is not zero gives the step it was rounded to.
    let mut step = 1.0;
    while step < y && (y / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    let relative = (x - y).abs() / y;
    (x - y).abs() <= step / 2.0 && relative < 0.08
}

/// Figures of all zones, and those that are known already, both in order; numbers inside dates
/// are left to them.
pub(super) fn find(prose: &Prose, dates: &[DateMention]) -> (Vec<Figure>, Vec<Figure>) {
    let (mut out, mut known) = (Vec::new(), Vec::new());
    let mut date = 0;
    for zone in &prose.zones {
        let mut i = zone.tokens.start;
        while i < zone.tokens.end {
            let span = prose.tokens[i].span;
            while dates.get(date).is_some_and(|d| d.span.end <= span.start) {
                date += 1;
            }
            if dates.get(date).is_some_and(|d| d.named && d.span.touches(span)) {
                i += 1;
                continue;
            }
            let limit = dates.get(date).filter(|d| d.named).map_or(usize::MAX, |d| d.span.start);
            match phrase::read(prose, zone, i, limit) {
                Some((figure, next)) => {
                    out.push(figure);
                    i = next.max(i + 1);
                }
                None => {
                    known.extend(phrase::known(prose, zone, i, limit));
                    i += 1;
                }
            }
        }
    }
    nothing::sums(&mut out);
    (out, known)
}
