//! Quotations of two documents set against each other.

use super::diff;
use super::lexicon::rarity;
use super::prepare::{Sentence, Token, flag};
use super::types::{Options, QuotePair, QuotePairs, QuoteRelation, Side, Teller};
use crate::fact::QuoteKind;
use crate::text::Span;
use std::collections::HashMap;

/// A quotation with its words.
struct Quoted {
    span: Span,
    /// A verb of saying holds it.
    said: bool,
    tokens: Vec<Token>,
    speaker: Option<Teller>,
}

/// A quoted phrase that a text has this often is a name, not a quotation.
const NAME_FROM: usize = 3;
/// Words that such a phrase has at most.
const NAME_WORDS: usize = 4;

fn content(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    tokens.iter().filter(|t| !t.is(flag::FUNCTION))
}

/// The quotations of a document. One word alone (*« anticasseurs »*) is
/// somebody's only where a verb of saying holds it.
fn quoted(side: Side<'_>, sentences: &[Sentence]) -> Vec<Quoted> {
    let tokens: Vec<Token> = sentences.iter().flat_map(|s| s.tokens.iter().copied()).collect();
    side.facts
        .quotes
        .iter()
        .map(|q| {
            let from = tokens.partition_point(|t| t.span.start < q.span.start);
            let to = tokens.partition_point(|t| t.span.start < q.span.end);
            Quoted {
                span: q.span,
                said: q.kind != QuoteKind::Scare && q.verb.is_some(),
                tokens: tokens[from..to.max(from)].to_vec(),
                speaker: q.speaker.clone().map(|name| Teller { name, doubtful: q.doubtful }),
            }
        })
        .filter(|q| content(&q.tokens).count() >= if q.said { 1 } else { 2 })
        .collect()
}

/// How often each short quoted phrase stands in the text, quoted or not.
fn recurring(quotes: &[Quoted], sentences: &[Sentence]) -> Vec<bool> {
    let key = |t: &[Token]| t.iter().map(|t| t.stem).collect::<Vec<u32>>();
    let mut counts: HashMap<Vec<u32>, usize> =
        quotes.iter().filter(|q| q.tokens.len() <= NAME_WORDS).map(|q| (key(&q.tokens), 0)).collect();
    for s in sentences {
        for n in 1..=NAME_WORDS {
            for w in s.tokens.windows(n) {
                if let Some(c) = counts.get_mut(&key(w)) {
                    *c += 1;
                }
            }
        }
    }
    quotes.iter().map(|q| counts.get(&key(&q.tokens)).is_some_and(|&c| c >= NAME_FROM)).collect()
}

/// Where the words of `short` stand in `long`, in order and close together:
/// the token range of `long` and how many words with content it shares.
fn within(short: &[Token], long: &[Token]) -> Option<(usize, usize, usize)> {
    let stems: Vec<u32> = content(short).map(|t| t.stem).collect();
    let mut best: Option<(usize, usize, usize)> = None;
    for (start, t) in long.iter().enumerate() {
        let Some(mut k) = stems.iter().position(|&s| s == t.stem) else { continue };
        let (mut end, mut shared, mut at) = (start, 1, start + 1);
        // The next shared word comes within a few words.
        while k + 1 < stems.len() && at < long.len() && at - end <= GAP {
            if let Some(step) = stems[k + 1..].iter().position(|&s| s == long[at].stem) {
                (k, end, shared) = (k + 1 + step, at, shared + 1);
            }
            at += 1;
        }
        if best.is_none_or(|b| shared > b.2) {
            best = Some((start, end + 1, shared));
        }
    }
    best
}

/// Words between two shared words of one phrase, at most.
const GAP: usize = 8;

/// Relation of two quotations and the words concerned on each side.
fn relate(a: &Quoted, b: &Quoted, df: &HashMap<u32, [u32; 2]>) -> Option<(QuoteRelation, Span, Span)> {
    let words = |q: &Quoted| q.tokens.iter().map(|t| t.word).collect::<Vec<u32>>();
    let (wa, wb) = (words(a), words(b));
    if wa == wb {
        return Some((QuoteRelation::Same, a.span, b.span));
    }
    let swap = wa.len() > wb.len();
    let (short, long, ws, wl) = if swap { (b, a, &wb, &wa) } else { (a, b, &wa, &wb) };
    let mirror = |r, s: Span, l: Span| Some(if swap { (r, l, s) } else { (r, s, l) });
    let telling = |t: &Token| {
        let [x, y] = df.get(&t.stem).copied().unwrap_or([1, 1]);
        (rarity(t.stem) >= 0.6 && x * y <= 9) || (rarity(t.stem) >= 0.4 && x * y <= 4)
    };
    if let Some(at) = wl.windows(ws.len()).position(|w| w == ws.as_slice()) {
        let weight = content(&short.tokens).count();
        if weight >= 2 || short.tokens.iter().any(telling) {
            let part = &long.tokens[at..at + ws.len()];
            let span = part[0].span.join(part[part.len() - 1].span);
            return mirror(QuoteRelation::Fragment, short.span, span);
        }
        return None;
    }
    let (from, to, shared) = within(&short.tokens, &long.tokens)?;
    let all = content(&short.tokens).count();
    let told = long.tokens[from..to].iter().filter(|t| telling(t) && short.tokens.iter().any(|s| s.stem == t.stem));
    let whole = shared == all && short.tokens.len() >= 3;
    if shared >= 2 && shared * 5 >= all * 3 && (whole || told.count() >= 1) {
        // Function words around the shared words belong to the phrase.
        let before = long.tokens[..from].iter().rev().take(2).take_while(|t| t.is(flag::FUNCTION)).count();
        let span = long.tokens[from - before].span.join(long.tokens[to - 1].span);
        return mirror(QuoteRelation::Variant, short.span, span);
    }
    // A long quotation may share only a part with another long one.
    let run = run(&a.tokens, &b.tokens);
    let part = |q: &Quoted, from: usize| q.tokens[from].span.join(q.tokens[from + run.2 - 1].span);
    let weight = |from: usize| content(&a.tokens[from..from + run.2]).count();
    (run.2 >= 4 && weight(run.0) >= 3).then(|| (QuoteRelation::Variant, part(a, run.0), part(b, run.1)))
}

/// The longest common run of words: its start on both sides and its length.
fn run(a: &[Token], b: &[Token]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut row = vec![0usize; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x.word == y.word { diagonal + 1 } else { 0 };
            let n = row[j + 1];
            if n > best.2 {
                best = (i + 1 - n, j + 1 - n, n);
            }
            diagonal = above;
        }
    }
    best
}

/// Quotations looked at on one side.
const LIMIT: usize = 400;

/// Work that is spent on pairs of quotations, each counted by the square of the
/// words of both: what is worked out for two grows with that. Two hundred of
/// thirty words on either side all set against each other take as much.
const WORK: usize = 150_000_000;

/// Pairs the quotations of two documents.
pub(crate) fn pair(
    (a, sa): (Side<'_>, &[Sentence]),
    (b, sb): (Side<'_>, &[Sentence]),
    options: &Options,
) -> QuotePairs {
    let (mut qa, mut qb) = (quoted(a, sa), quoted(b, sb));
    let names = [recurring(&qa, sa), recurring(&qb, sb)];
    let keep = |q: &mut Vec<Quoted>, names: &[bool]| {
        let mut i = 0;
        q.retain(|_| {
            i += 1;
            !names[i - 1]
        });
        q.truncate(LIMIT);
    };
    keep(&mut qa, &names[0]);
    keep(&mut qb, &names[1]);
    let mut df: HashMap<u32, [u32; 2]> = HashMap::new();
    for (side, sentences) in [sa, sb].into_iter().enumerate() {
        sentences.iter().flat_map(|s| &s.tokens).for_each(|t| df.entry(t.stem).or_default()[side] += 1);
    }
    // Only quotations that share a stem are set against each other.
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (j, q) in qb.iter().enumerate() {
        content(&q.tokens).for_each(|t| holders.entry(t.stem).or_default().push(j));
    }
    let mut out = QuotePairs::default();
    let mut met = vec![false; qb.len()];
    let mut spent = 0_usize;
    'quotes: for q in &qa {
        let mut others: Vec<usize> =
            content(&q.tokens).filter_map(|t| holders.get(&t.stem)).flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        let mut found = false;
        for j in others {
            spent = spent.saturating_add((q.tokens.len() + qb[j].tokens.len()).pow(2));
            if spent > WORK {
                // Nothing is said of those that were not set against each other.
                met.fill(true);
                break 'quotes;
            }
            let Some((relation, x, y)) = relate(q, &qb[j], &df) else { continue };
            (found, met[j]) = (true, true);
            out.shared.push(QuotePair {
                a: x,
                b: y,
                relation,
                speaker_a: q.speaker.clone(),
                speaker_b: qb[j].speaker.clone(),
                words: diff::words((&a.document.text, x), (&b.document.text, y), options),
            });
        }
        if !found {
            out.only_a.push(q.span);
        }
    }
    out.only_b = qb.iter().zip(met).filter(|(_, met)| !met).map(|(q, _)| q.span).collect();
    out
}

/// Pairs of sentences that have a quotation in common, sorted, each with the
/// words with content of its shorter side.
///
/// A phrase that stands in many sentences tells nothing of any two of them.
pub(crate) fn between(quotes: &QuotePairs, sa: &[Sentence], sb: &[Sentence]) -> Vec<((usize, usize), usize)> {
    const OFTEN: u32 = 6;
    let mut df: HashMap<u32, [u32; 2]> = HashMap::new();
    for (side, sentences) in [sa, sb].into_iter().enumerate() {
        for s in sentences {
            let mut stems: Vec<u32> = content(&s.tokens).map(|t| t.stem).collect();
            stems.sort_unstable();
            stems.dedup();
            stems.into_iter().for_each(|t| df.entry(t).or_default()[side] += 1);
        }
    }
    let rare = |s: &Sentence, span: Span| {
        let words = content(&s.tokens).filter(|t| span.contains(t.span));
        words.filter_map(|t| df.get(&t.stem)).any(|[x, y]| x.saturating_mul(*y) <= OFTEN)
    };
    let touching = |s: &[Sentence], span: Span| -> Vec<(usize, usize)> {
        let from = s.partition_point(|s| s.span.end <= span.start);
        s[from..]
            .iter()
            .take_while(|s| s.span.start < span.end)
            .enumerate()
            .map(|(k, s)| (from + k, content(&s.tokens).filter(|t| span.contains(t.span)).count()))
            .collect()
    };
    let mut out: Vec<((usize, usize), usize)> = Vec::new();
    for q in &quotes.shared {
        let (x, y) = (touching(sa, q.a), touching(sb, q.b));
        // A quotation over several sentences tells nothing about each of them.
        if let (&[(i, n)], &[(j, m)]) = (&x[..], &y[..])
            && rare(&sa[i], q.a)
            && rare(&sb[j], q.b)
        {
            out.push(((i, j), n.min(m)));
        }
    }
    out.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1)));
    out.dedup_by_key(|q| q.0);
    out
}
