//! The nearest places of the other text, where nothing is linked for certain.

use crate::app::screen::compare::rows::SideName;
use crate::app::screen::compare::state::Compare;
use crate::text::Span;

/// Most candidates of a place.
const MOST: usize = 12;

/// Two places that may say the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// In A.
    pub a: Span,
    /// In B.
    pub b: Span,
    /// Confidence, 0 to 1.
    pub score: f32,
}

/// A place with its candidates.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// The side of the place.
    pub side: SideName,
    /// The place.
    pub place: Span,
    /// Candidates, best first.
    pub found: Vec<Candidate>,
}

/// The candidates of the current place.
pub fn nearest(c: &Compare) -> Option<Nearest> {
    let result = c.result.as_ref()?;
    let pair = match c.here() {
        Some(p) if c.faces() => c.pairs_of(result).get(p)?,
        _ => {
            let layout = c.rows()?;
            let top = if c.side == SideName::A { c.top } else { c.top_b() };
            c.pairs_of(result).get(layout.pair_at(top, c.side)?)?
        }
    };
    let (side, place) = match (pair.a, pair.b) {
        (Some(a), b) if c.side == SideName::A || b.is_none() => (SideName::A, a),
        (a, b) => (SideName::B, b.or(a)?),
    };
    let here = |a: Span, b: Span| if side == SideName::A { a.touches(place) } else { b.touches(place) };
    let found = result.comparison.undecided.iter().filter(|u| here(u.a, u.b));
    let found = found.take(MOST).map(|u| Candidate { a: u.a, b: u.b, score: u.score }).collect();
    Some(Nearest { side, place, found })
}
