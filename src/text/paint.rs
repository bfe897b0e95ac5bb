//! Overlapping labelled spans become disjoint runs: the one place where
//! mentions, hits, differences and notes meet.

use crate::text::Span;

/// A stretch of a row and the labels on it, in the order of the layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<L> {
    /// The stretch.
    pub span: Span,
    /// Its labels; later ones win where they say the same thing.
    pub labels: Vec<L>,
}

/// Splits `row` at every edge of `marks` (sorted by start) that touch it.
pub fn runs<L: Copy>(row: Span, marks: &[(Span, L)]) -> Vec<Run<L>> {
    let upto = marks.partition_point(|(s, _)| s.start < row.end);
    let here: Vec<(Span, L)> = marks[..upto].iter().filter_map(|(s, l)| s.clip(row).map(|c| (c, *l))).collect();
    let mut edges = vec![row.start, row.end];
    edges.extend(here.iter().flat_map(|(s, _)| [s.start, s.end]));
    edges.sort_unstable();
    edges.dedup();
    edges
        .windows(2)
        .map(|w| {
            let span = Span::new(w[0], w[1]);
            let labels = here.iter().filter(|(s, _)| s.contains(span)).map(|(_, l)| *l).collect();
            Run { span, labels }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_split_into_disjoint_runs() {
        let r = runs(Span::new(0, 10), &[(Span::new(2, 6), 'a'), (Span::new(4, 12), 'b')]);
        let flat: Vec<_> = r.iter().map(|r| (r.span.start, r.span.end, r.labels.iter().collect::<String>())).collect();
        assert_eq!(flat, [(0, 2, String::new()), (2, 4, "a".into()), (4, 6, "ab".into()), (6, 10, "b".into())]);
    }
}
