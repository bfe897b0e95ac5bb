//! Who says it, and how certain it is: worth a look, told as nothing more. On
//! real pairs one in ten of these was right.

use super::draft::{Draft, Input, at, text};
use crate::fact::Hedge;
use crate::story::types::{FindingKind, Grade, PassageKind};
use crate::text::{Span, fold};
use crate::words::{Message, msg};

/// The same quoted words with two speakers.
pub(super) fn speakers(input: &Input<'_>, out: &mut Vec<Draft>) {
    for q in &input.quotes.shared {
        if let (Some(x), Some(y)) = (&q.speaker_a, &q.speaker_b)
            && !alike(x, y)
        {
            let name = |name: &str| msg::finding_attributed(name);
            let (a, b) = ((q.a, name(x)), (q.b, name(y)));
            out.push(Draft::pair(FindingKind::Attribution, msg::FINDING_ATTRIBUTION, a, b).doubtful());
        }
    }
}

/// How certain it is, where two sentences surely say the same.
pub(super) fn hedges(input: &Input<'_>, out: &mut Vec<Draft>) {
    let sure = |w: &&crate::story::passages::Worked| w.link.grade == Grade::Sure && w.kind != PassageKind::Identical;
    for w in input.works.iter().filter(sure) {
        let spans = [w.link.a, w.link.b];
        let (x, y) = (hedge(input, 0, spans[0]), hedge(input, 1, spans[1]));
        if x.map(|h| h.step) == y.map(|h| h.step) {
            continue;
        }
        let said = |side: usize, h: Option<&Hedge>| -> (Span, Message) {
            match h {
                Some(h) => (h.span, at(input, side, h.span)),
                None => (spans[side], msg::FINDING_AS_FACT.into()),
            }
        };
        let (what, kind) = (msg::FINDING_HEDGE, FindingKind::Hedge);
        out.push(Draft::pair(kind, what, said(0, x), said(1, y)).minor().doubtful());
    }
}

/// The strongest words that hold a statement at a distance.
fn hedge<'i>(input: &'i Input<'_>, side: usize, within: Span) -> Option<&'i Hedge> {
    let hedges = &input.sides[side].facts.hedges;
    let from = hedges.partition_point(|h| h.span.start < within.start);
    let inside = hedges[from..].iter().take_while(|h| h.span.end <= within.end);
    inside.filter(|h| !h.quoted && !text(input, side, h.span).is_empty()).max_by_key(|h| h.step)
}

/// Two names of one person: a word in common.
fn alike(x: &str, y: &str) -> bool {
    let words = |s: &str| fold(s).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (x, y) = (words(x), words(y));
    x.iter().any(|w| w.chars().count() > 2 && y.contains(w))
}
