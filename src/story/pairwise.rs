//! The documents of a story compared each with each: the work behind its matrix,
//! a pair at a time.

use super::compare::{Cutting, compare_cut};
use super::differences::{self, Difference};
use super::executor::{self, Executor};
use super::types::{Link, Options, Side};
use crate::text::Span;

/// Documents that are compared each with each: their number squared is the work.
pub const MOST: usize = 40;

/// What is kept of the comparison of two columns.
pub(super) struct Laid {
    pub(super) columns: [usize; 2],
    pub(super) links: Vec<Link>,
    /// Sentences that not even perhaps have a counterpart.
    pub(super) alone: [Vec<Span>; 2],
    pub(super) differences: Vec<Difference>,
}

/// How many of so many documents, from the first on, are compared.
pub fn compared(documents: usize) -> usize {
    documents.min(MOST)
}

/// How many pairs of so many documents are compared.
pub fn pairs(documents: usize) -> usize {
    let n = compared(documents);
    n * n.saturating_sub(1) / 2
}

/// Compares the documents each with each; every pair is an item of the executor.
pub(super) fn pairwise(sides: &[Side<'_>], executor: &dyn Executor) -> Vec<Laid> {
    let compared = compared(sides.len());
    let cut: Vec<Cutting<'_>> = sides[..compared].iter().map(|s| Cutting::new(*s)).collect();
    let pairs: Vec<[usize; 2]> = (0..compared).flat_map(|i| (i + 1..compared).map(move |j| [i, j])).collect();
    executor::map(executor, pairs.len(), |p| {
        let columns @ [i, j] = pairs[p];
        let c = compare_cut(cut[i].clone(), cut[j].clone(), &Options::default());
        let texts = [&*sides[i].document.text, &*sides[j].document.text];
        let differences = differences::of(&c, columns, texts);
        let links = c.passages.into_iter().flat_map(|p| p.links).collect();
        Laid { columns, links, alone: [c.only_a, c.only_b], differences }
    })
}
