//! Units and bounds, read once from `assets/fact`.

use super::types::{Bound, FigureKind};
use crate::fact::lexicon::data;
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
pub(super) fn units() -> &'static HashMap<&'static str, Unit> {
    static TABLE: OnceLock<HashMap<&'static str, Unit>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for line in data(include_str!("../../../assets/fact/units.tsv")) {
            let [kind, name, factor, words] = line[..] else { continue };
            let kind = match kind {
                "percent" => FigureKind::Percent,
                "money" => FigureKind::Money,
                "duration" => FigureKind::Duration,
                _ => FigureKind::Measure,
            };
            let Ok(factor) = factor.parse() else { continue };
            for w in words.split(' ') {
                table.insert(w, Unit { kind, name, factor });
            }
        }
        table
    })
}

/// What the words before a number do to it.
pub(super) fn bounds() -> &'static HashMap<&'static str, Bound> {
    static TABLE: OnceLock<HashMap<&'static str, Bound>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for line in data(include_str!("../../../assets/fact/bounds.tsv")) {
            let [bound, _, phrases] = line[..] else { continue };
            let bound = match bound {
                "about" => Bound::About,
                "more" => Bound::More,
                _ => Bound::Less,
            };
            for p in phrases.split(',') {
                table.insert(p, bound);
            }
        }
        table
    })
}
