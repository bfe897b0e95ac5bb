//! Who says it, and how certain it is: worth a look, told as nothing more.

use super::draft::{Draft, Input, at, text};
use super::quotes::is_long;
use crate::entity::{Entity, EntityKind};
use crate::fact::{Hedge, Step};
use crate::story::lexicon;
use crate::story::prepare::flag;
use crate::story::types::{FindingKind, Grade, PassageKind, Teller};
use crate::text::{Span, fold};
use crate::words::{Message, msg};

/// Who says a quotation, without a doubt.
fn sure(speaker: &Option<Teller>) -> Option<&str> {
    speaker.as_ref().and_then(Teller::sure)
}

/// The same quoted words with two speakers.
pub(super) fn speakers(input: &Input<'_>, out: &mut Vec<Draft>) {
    for q in &input.quotes.shared {
        // A few words are said by many, and whom *he* means is easily mistaken.
        if let (Some(x), Some(y)) = (sure(&q.speaker_a), sure(&q.speaker_b))
            && !alike(x, y)
            && is_long(input, [q.a, q.b])
            && is_person(input, 0, x)
            && is_person(input, 1, y)
            && is_named(input, 0, q.a, x)
            && is_named(input, 1, q.b, y)
        {
            let name = |name: &str| msg::finding_attributed(name);
            let (a, b) = ((q.a, name(x)), (q.b, name(y)));
            out.push(Draft::pair(FindingKind::Attribution, msg::FINDING_ATTRIBUTION, a, b).doubtful());
        }
    }
}

/// True for the full name of a person; a description (*l'ancien protégé*,
/// *les signataires*) may be whoever the other text names.
fn is_person(input: &Input<'_>, side: usize, name: &str) -> bool {
    let person = |e: &Entity| e.kind == EntityKind::Person && e.name == name;
    name.contains(' ') && input.sides[side].entities.iter().any(person)
}

/// True when the words beside a quotation name its speaker.
fn is_named(input: &Input<'_>, side: usize, quote: Span, speaker: &str) -> bool {
    let found = input.sides[side].facts.quotes.iter().find(|o| o.outer.contains(quote));
    let words = found.and_then(|q| q.speaker_words).map(|s| fold(text(input, side, s)));
    let last = fold(speaker.rsplit(' ').next().unwrap_or(speaker));
    words.is_some_and(|w| w.split(|c: char| !c.is_alphanumeric()).any(|word| word == last))
}

/// How certain it is, where two sentences say the same in nearly the same words,
/// and each has those that the other holds at a distance.
pub(super) fn hedges(input: &Input<'_>, out: &mut Vec<Draft>) {
    let sure = |w: &&crate::story::passages::Worked| {
        w.link.grade == Grade::Sure && matches!(w.kind, PassageKind::Near | PassageKind::Differs)
    };
    for w in input.works.iter().filter(sure) {
        let spans = [w.link.a, w.link.b];
        let (x, y) = (hedge(input, 0, spans[0]), hedge(input, 1, spans[1]));
        let told = |side: usize, h: &Hedge| is_told(input, side, [w.a, w.b], h);
        let held = |side: usize| is_held(input, side, [w.a, w.b][side]);
        let one = match (x, y) {
            (Some(h), None) => told(0, h) && !held(1),
            (None, Some(h)) => told(1, h) && !held(0),
            _ => false,
        };
        if !one {
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

/// True when the other sentence has what the words of a hedge hold at a
/// distance: the words with content around them.
fn is_told(input: &Input<'_>, side: usize, works: [usize; 2], h: &Hedge) -> bool {
    const AROUND: usize = 4;
    const SHARED: usize = 2;
    let tokens = &input.sentences[side][works[side]].tokens;
    let others = &input.sentences[1 - side][works[1 - side]].tokens;
    let (from, to) =
        (tokens.partition_point(|t| t.span.end <= h.span.start), tokens.partition_point(|t| t.span.start < h.span.end));
    let near = tokens[from.saturating_sub(AROUND)..from].iter().chain(&tokens[to..(to + AROUND).min(tokens.len())]);
    let shared = near.filter(|t| !t.is(flag::FUNCTION) && others.iter().any(|o| o.stem == t.stem));
    shared.count() >= SHARED
}

/// True when anything holds the sentence at a distance, its quotations
/// included.
fn is_held(input: &Input<'_>, side: usize, i: usize) -> bool {
    let within = input.sentences[side][i].span;
    let hedged = input.sides[side].facts.hedges.iter().any(|h| within.contains(h.span));
    hedged || input.sentences[side][i].tokens.iter().any(|t| lexicon::is_conditional(&fold(text(input, side, t.span))))
}

/// True when a clause that is said stands around: *ont annoncé qu'ils seraient
/// fermés* is the future of then, and no doubt.
fn is_said(input: &Input<'_>, side: usize, h: &Hedge) -> bool {
    const BEFORE: usize = 5;
    let sentences = input.sentences[side];
    let i = sentences.partition_point(|s| s.span.end <= h.span.start);
    let tokens = sentences.get(i).map_or(&[][..], |s| &s.tokens);
    let at = tokens.partition_point(|t| t.span.end <= h.span.start);
    tokens[at.saturating_sub(BEFORE)..at].iter().any(|t| lexicon::opens_clause(&fold(text(input, side, t.span))))
}

/// The strongest words that hold a statement at a distance; a wish, a fear and
/// what is to come are no degrees of certainty.
fn hedge<'i>(input: &'i Input<'_>, side: usize, within: Span) -> Option<&'i Hedge> {
    let hedges = &input.sides[side].facts.hedges;
    let from = hedges.partition_point(|h| h.span.start < within.start);
    let inside = hedges[from..].iter().take_while(|h| h.span.end <= within.end);
    let doubts = inside.filter(|h| !h.quoted && h.step == Step::Possible && !is_said(input, side, h));
    doubts.max_by_key(|h| h.step)
}

/// Two names of one person: a word in common.
fn alike(x: &str, y: &str) -> bool {
    let words = |s: &str| fold(s).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (x, y) = (words(x), words(y));
    x.iter().any(|w| w.chars().count() > 2 && y.contains(w))
}
