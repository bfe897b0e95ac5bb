//! Units and bounds, read once from the lexicon.

use super::types::{Bound, FigureKind};
use crate::lang::{self, BoundWord, UnitWord};
use crate::text::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A unit and what one of it is in the base unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) kind: FigureKind,
    pub(super) name: &'static str,
    pub(super) factor: f64,
    /// The code of a currency, which is written in capitals.
    pub(super) code: bool,
}

/// Units by their spellings, folded.
pub(super) fn units() -> &'static HashMap<String, Unit> {
    static TABLE: OnceLock<HashMap<String, Unit>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries = lang::entries::<UnitWord>().filter_map(|entry| {
            let kind = match entry.class {
                UnitWord::Percent => FigureKind::Percent,
                UnitWord::Money | UnitWord::Currency => FigureKind::Money,
                UnitWord::Duration => FigureKind::Duration,
                UnitWord::Measure => FigureKind::Measure,
            };
            let (name, factor) = entry.value?.split_once(' ')?;
            Some((
                fold(entry.word),
                Unit { kind, name, factor: factor.parse().ok()?, code: entry.class == UnitWord::Currency },
            ))
        });
        entries.collect()
    })
}

/// What bounds do by their words, folded and without apostrophes.
type Bounds<B> = HashMap<String, B>;

/// What the words before a number do to it; `None` for those that only look like a bound.
pub(super) fn bounds() -> &'static Bounds<Option<Bound>> {
    static TABLE: OnceLock<Bounds<Option<Bound>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        bounded(|class| match class {
            BoundWord::About => Some(Some(Bound::About)),
            BoundWord::Almost => Some(Some(Bound::Almost)),
            BoundWord::More => Some(Some(Bound::More)),
            BoundWord::Less => Some(Some(Bound::Less)),
            BoundWord::Besides => Some(None),
            _ => None,
        })
    })
}

/// What the words behind a number and what it counts do to it.
pub(super) fn bounds_after() -> &'static Bounds<Bound> {
    static TABLE: OnceLock<Bounds<Bound>> = OnceLock::new();
    TABLE.get_or_init(|| {
        bounded(|class| match class {
            BoundWord::AboutAfter => Some(Bound::About),
            BoundWord::MoreAfter => Some(Bound::More),
            BoundWord::LessAfter => Some(Bound::Less),
            _ => None,
        })
    })
}

fn bounded<B>(bound: impl Fn(BoundWord) -> Option<B>) -> Bounds<B> {
    let entries = lang::entries::<BoundWord>().filter_map(|entry| {
        let words = fold(entry.word).replace('\'', " ");
        Some((words.trim_end().to_owned(), bound(entry.class)?))
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_a_name_and_a_factor() {
        for entry in lang::entries::<UnitWord>() {
            assert!(units().contains_key(&fold(entry.word)), "{}", entry.word);
        }
    }
}
