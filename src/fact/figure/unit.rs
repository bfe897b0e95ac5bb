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
}

/// Units by their spellings, folded.
pub(super) fn units() -> &'static HashMap<String, Unit> {
    static TABLE: OnceLock<HashMap<String, Unit>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries = lang::entries::<UnitWord>().filter_map(|entry| {
            let kind = match entry.class {
                UnitWord::Percent => FigureKind::Percent,
                UnitWord::Money => FigureKind::Money,
                UnitWord::Duration => FigureKind::Duration,
                UnitWord::Measure => FigureKind::Measure,
            };
            let (name, factor) = entry.value?.split_once(' ')?;
            Some((fold(entry.word), Unit { kind, name, factor: factor.parse().ok()? }))
        });
        entries.collect()
    })
}

/// What the words before a number do to it, folded and without apostrophes.
pub(super) fn bounds() -> &'static HashMap<String, Bound> {
    static TABLE: OnceLock<HashMap<String, Bound>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let entries = lang::entries::<BoundWord>().map(|entry| {
            let bound = match entry.class {
                BoundWord::About => Bound::About,
                BoundWord::Almost => Bound::Almost,
                BoundWord::More => Bound::More,
                BoundWord::Less => Bound::Less,
            };
            let words = fold(entry.word).replace('\'', " ");
            (words.trim_end().to_owned(), bound)
        });
        entries.collect()
    })
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
