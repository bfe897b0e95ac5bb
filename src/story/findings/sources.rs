//! Who says it, in whose words, and how certain it is.

use super::draft::{Draft, Input, clip, text};
use crate::fact::Hedge;
use crate::story::passages::{Worked, longest_run};
use crate::story::prepare::{Token, flag};
use crate::story::types::{FindingKind, PassageKind, QuoteRelation};
use crate::text::{Span, fold};

pub(super) fn quotes(input: &Input<'_>, out: &mut Vec<Draft>) {
    for q in input.quotes.shared.iter().filter(|q| q.relation == QuoteRelation::Variant) {
        out.push(Draft::pair(
            FindingKind::Quote,
            "The quoted words differ; a translation may be the cause",
            (q.a, format!("“{}”", clip(text(input, 0, q.a)))),
            (q.b, format!("“{}”", clip(text(input, 1, q.b)))),
        ));
    }
    for q in &input.quotes.shared {
        if let (Some(x), Some(y)) = (&q.speaker_a, &q.speaker_b)
            && !alike(x, y)
        {
            out.push(Draft::pair(
                FindingKind::Attribution,
                "The same quoted words are given to different speakers",
                (q.a, x.clone()),
                (q.b, y.clone()),
            ));
        }
    }
}

/// Words quoted on one side and in the reporter's own voice on the other.
pub(super) fn boundaries(input: &Input<'_>, out: &mut Vec<Draft>) {
    for w in input.works {
        let (x, y) = (&input.sentences[0][w.a], &input.sentences[1][w.b]);
        let (start, length) = longest_run(x, y);
        let run = &x.tokens[start..start + length];
        let Some(at) =
            y.tokens.windows(length.max(1)).position(|t| t.iter().map(|t| t.word).eq(run.iter().map(|t| t.word)))
        else {
            continue;
        };
        let other = &y.tokens[at..at + length];
        let quoted = |t: &[Token]| (t.iter().all(|t| t.is(flag::QUOTED)), t.iter().any(|t| t.is(flag::QUOTED)));
        let content = run.iter().filter(|t| !t.is(flag::FUNCTION)).count();
        if content < 2 {
            continue;
        }
        let (a, b) = (span(run), span(other));
        let own = |side, s| format!("in the reporter's own voice, “{}”", clip(text(input, side, s)));
        let cited = |side, s| format!("quoted, “{}”", clip(text(input, side, s)));
        let said = match (quoted(run), quoted(other)) {
            ((true, _), (_, false)) => (cited(0, a), own(1, b)),
            ((_, false), (true, _)) => (own(0, a), cited(1, b)),
            _ => continue,
        };
        out.push(Draft::pair(FindingKind::QuoteBoundary, "The same words, quoted only once", (a, said.0), (b, said.1)));
    }
}

fn span(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(x), Some(y)) => x.span.join(y.span),
        _ => Span::default(),
    }
}

/// Who says it and how certain it is, sentence by sentence.
pub(super) fn frames(input: &Input<'_>, out: &mut Vec<Draft>) {
    for w in input.works.iter().filter(|w| w.kind != PassageKind::Identical) {
        let spans = [w.link.a, w.link.b];
        let source = |side: usize| {
            let at = spans[side];
            input.sides[side].facts.attributions.iter().find(|t| at.contains(t.cue))
        };
        match (source(0), source(1)) {
            (Some(x), Some(y)) if !alike(&x.name, &y.name) => out.push(Draft::pair(
                FindingKind::Attribution,
                "Attributed to different sources",
                (x.source.join(x.cue), x.name.clone()),
                (y.source.join(y.cue), y.name.clone()),
            )),
            (Some(x), None) if is_lost(input, w, 1, &x.name, text(input, 0, x.cue)) => out.push(Draft::pair(
                FindingKind::Attribution,
                "Attributed on one side only",
                (x.source.join(x.cue), format!("attributed to {}", x.name)),
                (spans[1], "no source found here or around".to_owned()),
            )),
            (None, Some(y)) if is_lost(input, w, 0, &y.name, text(input, 1, y.cue)) => out.push(Draft::pair(
                FindingKind::Attribution,
                "Attributed on one side only",
                (spans[0], "no source found here or around".to_owned()),
                (y.source.join(y.cue), format!("attributed to {}", y.name)),
            )),
            _ => {}
        }
        let hedge = |side: usize| -> Option<&Hedge> {
            let hedges = &input.sides[side].facts.hedges;
            let from = hedges.partition_point(|h| h.span.start < spans[side].start);
            hedges[from..]
                .iter()
                .take_while(|h| h.span.end <= spans[side].end)
                .filter(|h| !h.quoted)
                .max_by_key(|h| h.step)
        };
        let (x, y) = (hedge(0), hedge(1));
        if x.map(|h| h.step) != y.map(|h| h.step) {
            let said = |side: usize, h: Option<&Hedge>| match h {
                Some(h) => (h.span, format!("“{}” ({})", text(input, side, h.span), h.step.name())),
                None => (spans[side], "stated as fact".to_owned()),
            };
            out.push(Draft::pair(FindingKind::Hedge, "Said with another degree of certainty", said(0, x), said(1, y)));
        }
    }
}

/// True when a sentence that says in the same words what the other side
/// gives to `source` stands without any source: not a headline, nobody's
/// quoted words, without the same verb, and the sentences around it do not
/// name that source either.
fn is_lost(input: &Input<'_>, w: &Worked, side: usize, source: &str, cue: &str) -> bool {
    let sentences = input.sentences[side];
    let i = if side == 0 { w.a } else { w.b };
    let Some(s) = sentences.get(i) else { return false };
    let facts = input.sides[side].facts;
    let same_words = matches!(w.kind, PassageKind::Near | PassageKind::Differs);
    if !same_words || !s.kind.is_body() {
        return false;
    }
    let around = sentences[i.saturating_sub(1)..(i + 2).min(sentences.len())].iter().map(|s| s.span);
    let around = around.reduce(Span::join).unwrap_or(s.span);
    let named = facts.attributions.iter().any(|t| s.span.contains(t.cue))
        || facts.attributions.iter().any(|t| around.contains(t.cue) && alike(&t.name, source));
    let spoken = facts.quotes.iter().any(|q| q.speaker.is_some() && q.span.touches(s.span));
    let own = fold(text(input, side, s.span));
    let last = fold(source);
    let mentioned = own.contains(last.rsplit(' ').next().unwrap_or_default()) || own.contains(&fold(cue));
    !named && !spoken && !mentioned
}

/// Two names of one person: a word in common.
fn alike(x: &str, y: &str) -> bool {
    let words = |s: &str| fold(s).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (x, y) = (words(x), words(y));
    x.iter().any(|w| w.chars().count() > 2 && y.contains(w))
}
