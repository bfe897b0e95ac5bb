//! Which stretches of a document are read for names: title, standfirst, body
//! and captions; never comments, credits or noise.

use crate::corpus::{Document, LineKind};
use crate::text::Span;

/// Stretches in order, cuts taken out.
pub(super) fn zones(document: &Document) -> Vec<Span> {
    document
        .lines
        .iter()
        .filter(|l| {
            matches!(
                l.kind,
                LineKind::Title | LineKind::Standfirst | LineKind::Body | LineKind::Subheading | LineKind::Caption
            )
        })
        .flat_map(|l| document.without_cuts(l.content(&document.text)))
        .collect()
}
