//! A reference report against every other report of its story, in figures:
//! what a reader needs to know before choosing which two to lay side by side.

use super::compare::compare;
use super::types::{Comparison, EventCheck, Options, Side};
use serde::Serialize;

/// What a comparison with the reference comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgainstReference {
    /// Index of the other document.
    pub document: usize,
    /// Share of the words of the reference that have a counterpart, 0 to 1.
    pub shared_reference: f64,
    /// The same of the other.
    pub shared: f64,
    /// Quotations in the same words.
    pub quotes_same: usize,
    /// Quotations of which a finding says that their words differ.
    pub quotes_differ: usize,
    /// Figures and dates with another value.
    pub figures_differ: usize,
    /// Sentences of the reference that were not found in the other.
    pub only_reference: usize,
    /// Sentences of the other that were not found in the reference.
    pub only_other: usize,
    /// Whether the two report one event.
    pub events: EventCheck,
}

impl AgainstReference {
    fn of(document: usize, c: &Comparison) -> Self {
        let (quotes_same, quotes_differ) = c.quotes_told();
        Self {
            document,
            shared_reference: c.shared_a,
            shared: c.shared_b,
            quotes_same,
            quotes_differ,
            figures_differ: c.figures.differing.iter().filter(|f| c.is_told(f)).count(),
            only_reference: c.only_a.len(),
            only_other: c.only_b.len(),
            events: c.events.clone(),
        }
    }
}

/// Compares a reference with the others, in their order; itself is left out.
pub fn one_to_many(sides: &[Side<'_>], reference: usize, options: &Options) -> Vec<AgainstReference> {
    let Some(&a) = sides.get(reference) else { return Vec::new() };
    let others = sides.iter().enumerate().filter(|(i, _)| *i != reference);
    others.map(|(i, &b)| AgainstReference::of(i, &compare(a, b, options))).collect()
}
