//! Which stretches of a document are read for names: title, standfirst, body
//! and captions; never comments, credits or noise.

use crate::corpus::{CLOSELY, Document, LineKind};
use crate::text::{Span, fold};

/// Stretches in order, cuts taken out. A line with the letters of the title
/// is one, whatever it was taken for.
pub(crate) fn zones(document: &Document) -> Vec<Span> {
    let (text, end) = (&document.text, document.first(CLOSELY));
    let letters = |s: Span| fold(s.of(text)).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let titles: Vec<(usize, String)> =
        document.of_kind(LineKind::Title).take(4).map(|s| (s.len(), letters(s))).collect();
    let again = |s: Span| {
        // Quotation marks and spaces may differ by a few bytes.
        titles.iter().any(|(n, t)| n.abs_diff(s.len()) < 16 && !t.is_empty() && *t == letters(s))
    };
    document
        .lines
        .iter()
        .filter(|l| {
            matches!(
                l.kind,
                LineKind::Title | LineKind::Standfirst | LineKind::Body | LineKind::Subheading | LineKind::Caption
            ) || again(l.content(text))
        })
        .flat_map(|l| document.without_cuts(l.content(text)))
        .filter_map(|s| s.before(end))
        .collect()
}
