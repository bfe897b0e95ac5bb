//! Two numbers that belong together: the ends of a range, and the two values of a change.

use super::number::Read;
use super::phrase::Phrase;
use super::types::{Figure, FigureKind};
use super::unit::Unit;
use crate::lang::{FigureWord, Tags};
use crate::text::fold;

/// Words between a verb of change and its `de`.
const REACH: usize = 4;

/// The ends of a range in one unit.
pub(super) struct Ends {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The unit of both, and the token behind it.
    pub(super) unit: Option<(Unit, usize)>,
}

/// Seconds of a unit of time; a month has thirty days.
fn seconds(unit: &Unit) -> Option<f64> {
    const DAY: f64 = 86_400.0;
    let base = match unit.name {
        "s" => 1.0,
        "day" => DAY,
        "month" => 30.0 * DAY,
        _ => return None,
    };
    Some(base * unit.factor)
}

impl Phrase<'_, '_> {
    /// The two numbers of a range in one unit, if they are in order.
    pub(super) fn ends(&self, read: &Read, own: Option<Unit>, second: &Read) -> Option<Ends> {
        let shared = self.unit(second.next);
        let (a, b) = (own.or(shared.map(|(u, _)| u)), shared);
        // `2 à 3 millions`: the multiplier is the second's alone.
        let scale = if read.factor == 1.0 && read.value < 1000.0 { second.factor } else { 1.0 };
        let scaled = |scale: f64, fa: f64, fb: f64| read.value * scale * fa <= second.value * fb;
        match (a, b) {
            // `entre 8 jours et 3 mois`: both in the unit of the first.
            (Some(u), Some((v, after))) if u.name != v.name => {
                let (x, y) = seconds(&u).zip(seconds(&v))?;
                let high = (second.value * y / x).round();
                (read.value <= high).then_some(Ends { low: read.value, high, unit: Some((u, after)) })
            }
            _ => {
                let (fa, fb) = (a.map_or(1.0, |u| u.factor), b.map_or(1.0, |(u, _)| u.factor));
                let scale = if scale == 1.0 && self.is_cut_short(read, second) { 1000.0 } else { scale };
                let low = if fb == 0.0 { read.value * scale } else { read.value * scale * fa / fb };
                scaled(scale, fa, fb).then_some(Ends { low, high: second.value, unit: b })
            }
        }
    }

    /// `7 à 8.000 euros`: the thousands stand behind the second alone.
    fn is_cut_short(&self, read: &Read, second: &Read) -> bool {
        const THOUSAND: f64 = 1000.0;
        /// How many times the first the second is, at most.
        const APART: f64 = 2.0;
        let thousands = second.value / THOUSAND;
        let alone = read.digits && second.digits && read.factor == 1.0 && second.factor == 1.0;
        alone && thousands.fract() == 0.0 && read.value < thousands && thousands <= read.value * APART
    }

    /// `passer de 300 à 250`: a value that becomes another, no range.
    pub(super) fn is_change(&self, i: usize) -> bool {
        self.is_moved(i, FigureWord::Changing)
    }

    /// `de 53 à 19 %`: what goes down is no range. A first value with a unit of its own may be
    /// of something else: `un homme de 31 ans à huit mois de prison`.
    pub(super) fn falls(&self, i: usize, read: &Read, own: Option<Unit>, second: &Read) -> bool {
        let opening = Tags::of_folded(&fold(self.word(self.before_marks(i))));
        let opens = opening.is(FigureWord::RangeOpening) && !opening.is(FigureWord::RangePair);
        opens && own.is_none() && self.ends(read, own, second).is_none()
    }

    /// `augmenter de 3 à 5 %`: by as much, or from one to the other.
    pub(super) fn may_change(&self, i: usize) -> bool {
        self.is_moved(i, FigureWord::Moving)
    }

    fn is_moved(&self, i: usize, by: FigureWord) -> bool {
        let Some(opening) = i.checked_sub(1).filter(|&k| k >= self.first) else { return false };
        let word = Tags::of_folded(&fold(self.word(opening)));
        let opens = word.is(FigureWord::RangeOpening) && !word.is(FigureWord::RangePair);
        opens
            && (1..=REACH)
                .map_while(|n| opening.checked_sub(n).filter(|&k| k >= self.first && self.mark(k).is_none()))
                .any(|k| Tags::of(self.word(k)).is(by))
    }

    /// The first value of a change, in the unit or of the noun of the second, and the token
    /// behind it.
    pub(super) fn changing(&self, i: usize, read: &Read, own: Option<(Unit, usize)>, second: &Read) -> (Figure, usize) {
        let next = own.map_or(read.next, |(_, after)| after);
        let span = self.span(i, read.next);
        let scale = if read.factor == 1.0 && read.value < 1000.0 { second.factor } else { 1.0 };
        let mut figure = Figure::new(self.span(i, next), span, FigureKind::Count, read.value * scale);
        match own.or_else(|| self.unit(second.next)).map(|(unit, _)| unit) {
            Some(unit) => {
                figure.kind = unit.kind;
                figure.low *= unit.factor;
                figure.high *= unit.factor;
                figure.unit = Some(unit.name.into());
            }
            None => figure.noun = self.noun(read.next).0.or_else(|| self.noun(second.next).0),
        }
        (figure, next)
    }
}
