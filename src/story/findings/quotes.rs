//! Quoted words that differ, and words that are quoted on one side only.

use super::draft::{Draft, Input, at, text};
use crate::lang::{SyntaxWord, Tags};
use crate::story::diff::{self, Piece};
use crate::story::lexicon;
use crate::story::passages::longest_run;
use crate::story::prepare::{Token, flag};
use crate::story::types::{FindingKind, QuotePair, QuoteRelation, Weight};
use crate::story::word_hash::{hash, stem_of};
use crate::text::{Span, fold};
use crate::words::msg;

/// Quotations of one occasion whose words differ.
pub(super) fn quotes(input: &Input<'_>, out: &mut Vec<Draft>) {
    for q in input.quotes.shared.iter().filter(|q| q.relation == QuoteRelation::Variant) {
        let Some((weight, a, b)) = changed(input, q) else { continue };
        let draft = Draft::pair(FindingKind::Quote, msg::FINDING_QUOTE, (q.a, at(input, 0, a)), (q.b, at(input, 1, b)));
        // A word that one side leaves out is often the reporter's ear.
        let draft = if weight == Weight::Minor { draft.minor() } else { draft };
        out.push(if is_one_utterance(input, q) { draft } else { draft.doubtful() });
    }
}

/// Words of a quotation that are the same, at least, and their share of what
/// lies between the first and the last of them.
const SAME: usize = 5;
const SHARE: f64 = 0.5;
/// Words shown around the first change.
const AROUND: usize = 4;

/// What differs inside a quotation that both give: how much it weighs, and
/// the words around the first change on both sides. What one side adds before
/// or after is no difference, nor is a cut that it marks, nor a slip of a
/// letter.
fn changed(input: &Input<'_>, q: &QuotePair) -> Option<(Weight, Span, Span)> {
    let texts = [&*input.sides[0].document.text, &*input.sides[1].document.text];
    let (a, b) = (diff::bare(texts[0], q.a), diff::bare(texts[1], q.b));
    let ops = diff::script(&a, &b);
    let equal: usize = ops.iter().filter(|o| o.equal).map(|o| o.a.1).sum();
    let telling = |text: &str, pieces: &[Piece], (from, n): (usize, usize)| {
        pieces[from..from + n].iter().any(|p| tells(p.span.of(text)))
    };
    // A word alone at an end may be any: “je” of another sentence.
    let solid = |o: &diff::Op| o.equal && (o.a.1 >= 2 || telling(texts[0], &a, o.a));
    let first = ops.iter().position(solid)?;
    let last = ops.iter().rposition(solid)?;
    let inner = |side: fn(&diff::Op) -> usize| ops[first..=last].iter().map(side).sum::<usize>();
    let longer = inner(|o| o.a.1).max(inner(|o| o.b.1));
    if equal < SAME || (equal as f64) < SHARE * longer as f64 {
        return None;
    }
    let real = |o: &&diff::Op| {
        !o.equal
            && !is_cut(texts[0], &a, o.a)
            && !is_cut(texts[1], &b, o.b)
            && !is_aside(input, 0, &a, o.a, o.b.1 == 0)
            && !is_aside(input, 1, &b, o.b, o.a.1 == 0)
            && !is_slip([(texts[0], &a, o.a), (texts[1], &b, o.b)])
    };
    let changes: Vec<&diff::Op> = ops[first..=last].iter().filter(real).collect();
    let change = changes.first()?;
    let both = |o: &&&diff::Op| telling(texts[0], &a, o.a) && telling(texts[1], &b, o.b);
    let counts = |o: &&&diff::Op| denies_or_counts(texts[0], &a, o.a) || denies_or_counts(texts[1], &b, o.b);
    let either = |o: &&&diff::Op| telling(texts[0], &a, o.a) || telling(texts[1], &b, o.b);
    let major = changes.iter().any(|o| both(&o) || counts(&o));
    // What a reporter's ear and syntax change is true and tells nothing.
    if !major && !changes.iter().any(|o| either(&o)) {
        return None;
    }
    let around = |pieces: &[Piece], (from, n): (usize, usize)| {
        let (x, y) = (from.saturating_sub(AROUND), (from + n + AROUND).min(pieces.len()));
        pieces[x].span.join(pieces[y - 1].span)
    };
    let weight = if major { Weight::Major } else { Weight::Minor };
    Some((weight, around(&a, change.a), around(&b, change.b)))
}

/// Words of two quotations that are too many to be said twice.
const MANY: usize = 8;

/// True when the same words are too many to be said twice.
pub(super) fn is_long(input: &Input<'_>, q: &QuotePair) -> bool {
    let bare = |side: usize, s| diff::bare(&input.sides[side].document.text, s);
    let ops = diff::script(&bare(0, q.a), &bare(1, q.b));
    ops.iter().filter(|o| o.equal).map(|o| o.a.1).sum::<usize>() >= MANY
}

/// True when both texts give the words to one speaker, or they are too many to
/// be said twice and nobody surely says that two said them.
fn is_one_utterance(input: &Input<'_>, q: &QuotePair) -> bool {
    // Two doubtful speakers who are one bear each other out.
    let speaker = |side: usize, s: Span| {
        let quote = input.sides[side].facts.quotes.iter().find(|o| o.outer.contains(s))?;
        let name = quote.speaker.as_deref()?;
        Some((fold(name.rsplit(' ').next().unwrap_or(name)), quote.sure_speaker().is_some()))
    };
    match (speaker(0, q.a), speaker(1, q.b)) {
        (Some((x, _)), Some((y, _))) if x == y => true,
        (Some((_, true)), Some((_, true))) => false,
        _ => is_long(input, q),
    }
}

/// True when the words are the reporter's, inside the marks: *, a-t-il dit,*,
/// or may be, for they are added between commas: *, rappellent les signataires.*
fn is_aside(input: &Input<'_>, side: usize, pieces: &[Piece], (from, n): (usize, usize), added: bool) -> bool {
    let (Some(x), Some(y)) = (pieces.get(from), (from + n).checked_sub(1).and_then(|i| pieces.get(i))) else {
        return false;
    };
    let words = x.span.join(y.span);
    let all = &*input.sides[side].document.text;
    let parted = || {
        let (before, after) = (all.get(..words.start), all.get(words.end..));
        before.is_some_and(|t| t.trim_end().ends_with(','))
            && after.is_some_and(|t| t.trim_start().starts_with([',', '.', '!', '?']))
    };
    n > 0
        && (added && parted()
            || input.sides[side].facts.attributions.iter().any(|a| words.contains(a.cue))
            || fold(text(input, side, words)).split_whitespace().any(lexicon::is_inverted))
}

/// A word with content: neither a function word nor a preposition, unless it
/// turns the sense.
fn tells(word: &str) -> bool {
    let folded = fold(word);
    let joins = lexicon::is_function(hash(&folded)) || Tags::of_folded(&folded).is(SyntaxWord::Preposition);
    !joins || lexicon::is_opposed(&folded)
}

/// A figure or a negation among the words.
fn denies_or_counts(text: &str, pieces: &[Piece], (from, n): (usize, usize)) -> bool {
    pieces[from..from + n].iter().any(|p| {
        let word = fold(p.span.of(text));
        word.starts_with(|c: char| c.is_ascii_digit()) || lexicon::is_negation(&word)
    })
}

/// True when the words stand where the quotation marks a cut or an insertion:
/// brackets or dots between the words around.
fn is_cut(text: &str, pieces: &[Piece], (from, n): (usize, usize)) -> bool {
    let before = from.checked_sub(1).map_or(0, |i| pieces[i].span.end);
    let after = pieces.get(from + n).map_or(before, |p| p.span.start);
    before < after
        && text.get(before..after).is_some_and(|t| t.contains(['[', ']', '(', ')', '…']) || t.contains("..."))
}

/// True when one word differs from another by a letter or its ending, or a
/// number by how it is grouped.
fn is_slip([(ta, a, x), (tb, b, y)]: [(&str, &[Piece], (usize, usize)); 2]) -> bool {
    const LETTERS: usize = 4;
    let joined = |text: &str, pieces: &[Piece], (from, n): (usize, usize)| -> String {
        pieces[from..from + n].iter().map(|p| fold(p.span.of(text))).collect()
    };
    let (s, t) = (joined(ta, a, x), joined(tb, b, y));
    let numbers = s.contains(|c: char| c.is_ascii_digit()) || t.contains(|c: char| c.is_ascii_digit());
    let alike = || super::names::distance(&s, &t) <= 1 || (x.1 == 1 && y.1 == 1 && stem_of(&s) == stem_of(&t));
    s == t || !numbers && s.chars().count().min(t.chars().count()) >= LETTERS && alike()
}

/// Words quoted on one side and in the reporter's own voice on the other: so
/// many that they are more than a set phrase, and given to nobody there.
pub(super) fn boundaries(input: &Input<'_>, out: &mut Vec<Draft>) {
    const CONTENT: usize = 4;
    for w in input.works {
        let (x, y) = (&input.sentences[0][w.a], &input.sentences[1][w.b]);
        let (start, length) = longest_run(x, y);
        let run = &x.tokens[start..start + length];
        let same = |t: &[Token]| t.iter().map(|t| t.word).eq(run.iter().map(|t| t.word));
        let Some(from) = y.tokens.windows(length.max(1)).position(same) else { continue };
        let other = &y.tokens[from..from + length];
        let quoted = |t: &[Token]| (t.iter().all(|t| t.is(flag::QUOTED)), t.iter().any(|t| t.is(flag::QUOTED)));
        if length < MANY || run.iter().filter(|t| !t.is(flag::FUNCTION)).count() < CONTENT {
            continue;
        }
        let given = |side: usize, within: Span| {
            let attributions = &input.sides[side].facts.attributions;
            attributions.iter().any(|a| within.contains(a.cue) || within.contains(a.source))
        };
        let (a, b) = (span(run), span(other));
        let own = |side, s| msg::finding_own_voice(text(input, side, s));
        let cited = |side, s| msg::finding_quoted(text(input, side, s));
        let said = match (quoted(run), quoted(other)) {
            ((true, _), (_, false)) if !given(1, y.span) => (cited(0, a), own(1, b)),
            ((_, false), (true, _)) if !given(0, x.span) => (own(0, a), cited(1, b)),
            _ => continue,
        };
        let (what, kind) = (msg::FINDING_QUOTE_BOUNDARY, FindingKind::QuoteBoundary);
        out.push(Draft::pair(kind, what, (a, said.0), (b, said.1)).minor().doubtful());
    }
}

fn span(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(x), Some(y)) => x.span.join(y.span),
        _ => Span::default(),
    }
}
