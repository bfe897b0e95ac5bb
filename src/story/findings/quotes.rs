//! Quoted words that differ.

use super::draft::{Draft, Input, at, text};
use crate::lang::{SyntaxWord, Tags};
use crate::story::diff::{self, Piece};
use crate::story::lexicon;
use crate::story::types::{FindingKind, QuoteRelation, Weight};
use crate::story::word_hash::{hash, stem_of};
use crate::text::{Span, fold};
use crate::words::msg;
use std::collections::HashSet;

/// Quotations of one occasion whose words differ.
pub(super) fn quotes(input: &Input<'_>, out: &mut Vec<Draft>) {
    let mut seen: HashSet<[Span; 2]> = HashSet::new();
    for q in &input.quotes.shared {
        let mut parts = vec![[q.a, q.b]];
        let whole = [whole(input, 0, q.a), whole(input, 1, q.b)];
        if whole != [q.a, q.b] && seen.insert(whole) {
            parts.extend(alike(input, whole));
            if let Some([a, b]) = cut_short(input, whole) {
                let (x, y) = ((a, at(input, 0, a)), (b, at(input, 1, b)));
                out.push(Draft::pair(FindingKind::Quote, msg::FINDING_QUOTE, x, y).minor());
            }
        }
        if q.relation != QuoteRelation::Variant {
            parts.remove(0);
        }
        for part in parts {
            let Some((weight, a, b)) = changed(input, part) else { continue };
            let (x, y) = (at(input, 0, a), at(input, 1, b));
            let draft = Draft::pair(FindingKind::Quote, msg::FINDING_QUOTE, (part[0], x), (part[1], y));
            // A word that one side leaves out is often the reporter's ear.
            let draft = if weight == Weight::Minor { draft.minor() } else { draft };
            out.push(if is_one_utterance(input, part) { draft } else { draft.doubtful() });
        }
    }
}

/// The ends of two quotations one of which stops a word or two before the other
/// does, in the middle of a phrase, where no sign tells of a cut: *retirez ce
/// gilet* and *retirez ce gilet jaune*.
fn cut_short(input: &Input<'_>, quotes: [Span; 2]) -> Option<[Span; 2]> {
    /// Words that are missing, at most.
    const MISSING: usize = 2;
    /// Words in common, at least, and those of them with content.
    const HELD: usize = 4;
    const TELLING: usize = 2;
    let texts = [0, 1].map(|side| &*input.sides[side].document.text);
    let pieces = [0, 1].map(|side| diff::bare(texts[side], quotes[side]));
    let (short, long) = if pieces[0].len() < pieces[1].len() { (0, 1) } else { (1, 0) };
    let (held, all) = (&pieces[short], &pieces[long]);
    let missing = all.get(held.len()..).filter(|m| (1..=MISSING).contains(&m.len()))?;
    let telling = |side: usize, p: &[Piece]| p.iter().filter(|p| tells(p.span.of(texts[side]))).count();
    let same = held.len() >= HELD && held.iter().zip(all).all(|(x, y)| x.key() == y.key());
    let (last, first) = (held.last()?.span, missing.first()?.span);
    let tail = texts[short].get(last.end..quotes[short].end)?;
    let gap = texts[long].get(all[held.len() - 1].span.end..first.start)?;
    let whole = [tail, gap].iter().all(|t| t.trim().is_empty());
    // The reporter goes on in the words that the other quotes.
    let behind = texts[short].get(quotes[short].end..)?;
    let next = behind.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty());
    let goes_on = next.is_some_and(|w| fold(w) == fold(first.of(texts[long])));
    let found = same && whole && !goes_on && telling(short, held) >= TELLING && telling(long, missing) > 0;
    let end = |side: usize| {
        let p = &pieces[side];
        Some(p.get(held.len().saturating_sub(AROUND))?.span.join(p.last()?.span))
    };
    Some([end(0)?, end(1)?]).filter(|_| found)
}

/// The quotation around words of it.
fn whole(input: &Input<'_>, side: usize, words: Span) -> Span {
    input.sides[side].facts.quotes.iter().find(|q| q.span.contains(words)).map_or(words, |q| q.span)
}

/// Stretches of two quotations that go side by side, however they are changed
/// inside: what several words part on one side is another stretch.
fn alike(input: &Input<'_>, quotes: [Span; 2]) -> Vec<[Span; 2]> {
    /// Words of a quotation that is looked at whole.
    const LONGEST: usize = 400;
    /// Words changed in one place.
    const PLACE: usize = 6;
    let [a, b] = [0, 1].map(|side| diff::bare(&input.sides[side].document.text, quotes[side]));
    if a.len().max(b.len()) > LONGEST {
        return Vec::new();
    }
    let ops = diff::script(&a, &b);
    let span = |pieces: &[Piece], from: usize, to: usize| Some(pieces.get(from)?.span.join(pieces.get(to - 1)?.span));
    ops.split(|o| !o.equal && o.a.1.max(o.b.1) > PLACE)
        .filter_map(|part| {
            let first = part.iter().find(|o| o.equal)?;
            let last = part.iter().rfind(|o| o.equal)?;
            Some([span(&a, first.a.0, last.a.0 + last.a.1)?, span(&b, first.b.0, last.b.0 + last.b.1)?])
        })
        .collect()
}

/// Words of a quotation that are the same, at least, and their share of what
/// lies between the first and the last of them.
const SAME: usize = 5;
/// Words with content among them, at least.
const CONTENT: usize = 2;
const SHARE: f64 = 0.5;
/// Words shown around the first change.
const AROUND: usize = 4;

/// What differs inside a quotation that both give: how much it weighs, and
/// the words around the first change on both sides. What one side adds before
/// or after is no difference, nor is a cut that it marks, nor a slip of a
/// letter.
fn changed(input: &Input<'_>, [a, b]: [Span; 2]) -> Option<(Weight, Span, Span)> {
    let texts = [&*input.sides[0].document.text, &*input.sides[1].document.text];
    let (a, b) = (diff::bare(texts[0], a), diff::bare(texts[1], b));
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
    let held = ops.iter().filter(|o| o.equal).flat_map(|o| &a[o.a.0..o.a.0 + o.a.1]);
    let content = held.filter(|p| tells(p.span.of(texts[0]))).count();
    if equal < SAME || content < CONTENT || (equal as f64) < SHARE * longer as f64 {
        return None;
    }
    let real = |o: &&diff::Op| {
        !o.equal
            && !is_cut(texts[0], &a, o.a)
            && !is_cut(texts[1], &b, o.b)
            && !is_aside(input, 0, &a, o.a, o.b.1 == 0)
            && !is_aside(input, 1, &b, o.b, o.a.1 == 0)
            && !is_slip([(texts[0], &a, o.a), (texts[1], &b, o.b)])
            && !is_one_number(input, [(&a, o.a), (&b, o.b)])
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
pub(super) fn is_long(input: &Input<'_>, [a, b]: [Span; 2]) -> bool {
    let bare = |side: usize, s| diff::bare(&input.sides[side].document.text, s);
    let ops = diff::script(&bare(0, a), &bare(1, b));
    ops.iter().filter(|o| o.equal).map(|o| o.a.1).sum::<usize>() >= MANY
}

/// True when both texts give the words to one speaker, one of them surely, or
/// they are too many to be said twice and nobody surely says that two said them.
fn is_one_utterance(input: &Input<'_>, [a, b]: [Span; 2]) -> bool {
    let speaker = |side: usize, s: Span| {
        let quote = input.sides[side].facts.quotes.iter().find(|o| o.outer.contains(s))?;
        let name = quote.speaker.as_deref()?;
        Some((fold(name.rsplit(' ').next().unwrap_or(name)), quote.sure_speaker().is_some()))
    };
    match (speaker(0, a), speaker(1, b)) {
        (Some((x, sure)), Some((y, too))) if (sure || too) && (x == y || super::names::is_respelt(&x, &y)) => true,
        (Some((_, true)), Some((_, true))) => false,
        _ => is_long(input, [a, b]),
    }
}

/// Words of a quotation: its pieces, where they begin among them and how many they are.
type QuotedWords<'p> = (&'p [Piece], (usize, usize));

/// True when the words of both are one number in two spellings: *116* and *cent seize*, *9* and
/// *IX*.
fn is_one_number(input: &Input<'_>, words: [QuotedWords<'_>; 2]) -> bool {
    let value = |side: usize| {
        let (pieces, (from, n)) = words[side];
        let span = pieces.get(from)?.span.join(pieces.get((from + n).checked_sub(1)?)?.span);
        let figure = input.sides[side].facts.figures.iter().find(|f| f.number.contains(span));
        figure.map(|f| (f.low, f.high)).or_else(|| roman(text(input, side, span)).map(|n| (n.into(), n.into())))
    };
    value(0).zip(value(1)).is_some_and(|(x, y)| x == y)
}

/// The value of a Roman number in capitals.
fn roman(word: &str) -> Option<u32> {
    let digit = |c: char| "IVXLC".find(c).map(|at| [1, 5, 10, 50, 100][at]);
    let digits = word.chars().map(digit).collect::<Option<Vec<u32>>>().filter(|d| !d.is_empty())?;
    let behind = digits.iter().skip(1).chain(&[0]);
    let (more, less) = digits
        .iter()
        .zip(behind)
        .fold((0, 0), |(more, less), (x, next)| if x < next { (more, less + x) } else { (more + x, less) });
    more.checked_sub(less)
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
        word.starts_with(|c: char| c.is_ascii_digit()) || lexicon::is_negation(&word) && !lexicon::is_elided(&word)
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
    const PLURAL: usize = 3;
    let joined = |text: &str, pieces: &[Piece], (from, n): (usize, usize)| -> String {
        pieces[from..from + n].iter().map(|p| fold(p.span.of(text))).collect()
    };
    let (s, t) = (joined(ta, a, x), joined(tb, b, y));
    let numbers = s.contains(|c: char| c.is_ascii_digit()) || t.contains(|c: char| c.is_ascii_digit());
    // *700EUR* and *700 euros*; *l'ego* and *l'egos*.
    let (short, long) = if s.len() <= t.len() { (&s, &t) } else { (&t, &s) };
    let unit = short.contains(|c: char| c.is_ascii_digit())
        && long.strip_prefix(short.as_str()).is_some_and(|rest| rest.chars().all(char::is_alphabetic));
    let plural = short.len() >= PLURAL && long.strip_suffix('s') == Some(short.as_str());
    let alike = || super::names::distance(&s, &t) <= 1 || (x.1 == 1 && y.1 == 1 && stem_of(&s) == stem_of(&t));
    s == t || unit || plural || !numbers && s.chars().count().min(t.chars().count()) >= LETTERS && alike()
}
