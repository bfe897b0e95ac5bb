//! Spellings that may be one name, and names whose parts are exchanged.

use super::draft::{Draft, Input, text};
use crate::story::prepare::flag;
use crate::story::types::FindingKind;
use crate::text::{Span, fold};
use crate::words::{Message, msg};
use std::collections::{HashMap, HashSet};

/// Name words looked at on one side.
const LIMIT: usize = 400;

/// A name word with the name words around it.
struct NameWord {
    folded: String,
    before: Option<String>,
    after: Option<String>,
    span: Span,
}

/// The first place of every spelling of a name word with each neighbour.
fn name_words(input: &Input<'_>, side: usize) -> Vec<NameWord> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for s in input.sentences[side] {
        for (i, t) in s.tokens.iter().enumerate() {
            if !t.is(flag::NAME) || t.span.len() < 4 || out.len() >= LIMIT {
                continue;
            }
            // In a list the next name is another one: a comma parts them.
            let one_name = |gap: &str| gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '.' | '\'' | '’'));
            let name = |k: Option<usize>| {
                let p = k.and_then(|k| s.tokens.get(k)).filter(|p| p.is(flag::NAME))?;
                let (first, second) = if p.span.start < t.span.start { (p.span, t.span) } else { (t.span, p.span) };
                let gap = Span::new(first.end, second.start.max(first.end));
                one_name(text(input, side, gap)).then(|| fold(text(input, side, p.span)))
            };
            let word = NameWord {
                folded: fold(text(input, side, t.span)),
                before: name(i.checked_sub(1)),
                after: name(Some(i + 1)),
                span: t.span,
            };
            let spelt = text(input, side, t.span).to_lowercase();
            if seen.insert((spelt, word.before.clone(), word.after.clone())) {
                out.push(word);
            }
        }
    }
    out
}

/// Two spellings of what may be one name: close, and beside the same other
/// part of the name.
fn drifts(x: &NameWord, y: &NameWord) -> bool {
    let (n, m) = (x.folded.chars().count(), y.folded.chars().count());
    let close = if n.min(m) >= 8 { 3 } else { 2 };
    let stems = x.folded.starts_with(&y.folded) || y.folded.starts_with(&x.folded);
    let behind = x.before.is_some() && x.before == y.before;
    // First names are short and many: one letter, and the family name is the
    // same.
    let ahead = x.after.is_some() && x.after == y.after && n.min(m) >= 5;
    let distance = || distance(&x.folded, &y.folded);
    x.folded != y.folded
        && n.abs_diff(m) <= close
        && !(stems && n.abs_diff(m) == 1)
        && (behind && n.min(m) >= 5 && distance() <= close || ahead && distance() <= 1)
}

/// True when two folded family names may be one, spelt in two ways.
pub(super) fn is_respelt(x: &str, y: &str) -> bool {
    const LETTERS: usize = 6;
    const CHANGED: usize = 2;
    x.chars().count().min(y.chars().count()) >= LETTERS && distance(x, y) <= CHANGED
}

/// Edit distance (Levenshtein).
pub(super) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

/// Names that the two texts spell in two ways.
pub(super) fn names(input: &Input<'_>, out: &mut Vec<Draft>) {
    let (x, y) = (name_words(input, 0), name_words(input, 1));
    let spelt = |words: &[NameWord]| words.iter().map(|w| w.folded.clone()).collect::<HashSet<String>>();
    let (in_a, in_b) = (spelt(&x), spelt(&y));
    let mut told: HashSet<(String, String)> = HashSet::new();
    // A text that has both spellings has one that the other lacks.
    let lacks = |a: &NameWord, b: &NameWord| !in_b.contains(&a.folded) || !in_a.contains(&b.folded);
    for a in &x {
        for b in y.iter().filter(|b| drifts(a, b) && lacks(a, b)) {
            if told.insert((a.folded.clone(), b.folded.clone())) {
                out.push(respelt(input, a, b));
            }
        }
    }
    exchanged(input, &x, &y, out);
    written(input, &x, &y, out);
}

/// Two spellings, where linked sentences have them, else at their first places.
fn respelt(input: &Input<'_>, a: &NameWord, b: &NameWord) -> Draft {
    /// Words of a sentence that are looked at: many links may be of one that never ends.
    const LONG: usize = 200;
    let spelt = [(0, a), (1, b)].map(|(side, w)| text(input, side, w.span).to_lowercase());
    let find = |side: usize, i: usize| {
        let mut tokens = input.sentences[side][i].tokens.iter().take(LONG).map(|t| t.span);
        tokens.find(|s| text(input, side, *s).to_lowercase() == spelt[side])
    };
    let linked = input.works.iter().filter_map(|w| Some((w.link.score, [find(0, w.a)?, find(1, w.b)?])));
    let best = linked.max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)));
    let [x, y] = best.map_or([a.span, b.span], |(_, spans)| spans);
    Draft::pair(FindingKind::Name, msg::FINDING_NAME, (x, full(input, 0, x)), (y, full(input, 1, y)))
}

/// One name that the two write with other accents. That a capital has none is
/// how some print.
fn written(input: &Input<'_>, x: &[NameWord], y: &[NameWord], out: &mut Vec<Draft>) {
    let accents = |side: usize, w: &NameWord| -> Option<String> {
        let word = text(input, side, w.span);
        let small: String = word.chars().skip(1).collect();
        small.chars().any(char::is_lowercase).then(|| small.to_lowercase())
    };
    let beside = |a: &NameWord, b: &NameWord| {
        a.before.is_some() && a.before == b.before || a.after.is_some() && a.after == b.after
    };
    let one = |a: &NameWord, b: &NameWord| a.folded == b.folded && beside(a, b);
    let mut told: HashSet<&str> = HashSet::new();
    for a in x {
        let Some(spelt) = accents(0, a) else { continue };
        let own = |s: &String| x.iter().any(|o| one(o, a) && accents(0, o).as_ref() == Some(s));
        let others: Vec<(&NameWord, String)> =
            y.iter().filter(|b| one(a, b)).filter_map(|b| Some((b, accents(1, b)?))).collect();
        // One of the two spellings is not that of the other text too.
        let lacks = |s: &String| *s != spelt && (!own(s) || !others.iter().any(|(_, o)| *o == spelt));
        if let Some((b, _)) = others.iter().find(|(_, s)| lacks(s))
            && told.insert(&a.folded)
        {
            out.push(respelt(input, a, b).minor());
        }
    }
}

/// Two people whose family names stand the other way round: the text has
/// `first₁ last₁` and `first₂ last₂`, the other `first₁ last₂` and `first₂ last₁`.
fn exchanged(input: &Input<'_>, x: &[NameWord], y: &[NameWord], out: &mut Vec<Draft>) {
    let pairs = |words: &[NameWord]| -> HashMap<(String, String), Span> {
        let pair = |w: &NameWord| Some(((w.folded.clone(), w.after.clone()?), w.span));
        let mut out = HashMap::new();
        words.iter().filter_map(pair).for_each(|(k, s)| {
            out.entry(k).or_insert(s);
        });
        out
    };
    let (a, b) = (pairs(x), pairs(y));
    let mut mine: Vec<_> = a.iter().filter(|(k, _)| !b.contains_key(*k)).collect();
    mine.sort_by_key(|(_, s)| **s);
    for (i, ((f, l), s)) in mine.iter().enumerate() {
        for ((g, m), t) in &mine[i + 1..] {
            let crossed = |f: &String, m: &String| b.get(&(f.clone(), m.clone()));
            let apart = f != g && l != m && l != g && m != f;
            if let (true, Some(u), Some(v)) = (apart, crossed(f, m), crossed(g, l)) {
                let (first, second) = (s.join(**t), u.join(*v));
                let near = first.len().max(second.len()) < 200;
                let words = |side: usize, s: Span, f: Span| text(input, side, if near { s } else { f }).to_owned();
                out.push(Draft::pair(
                    FindingKind::Name,
                    msg::FINDING_NAMES_EXCHANGED,
                    (**s, msg::finding_cited(words(0, first, **s))),
                    (*u, msg::finding_cited(words(1, second, *u))),
                ));
            }
        }
    }
}

/// A name word with the rest of its name.
fn full(input: &Input<'_>, side: usize, word: Span) -> Message {
    /// Letters of a name, at most.
    const LONGEST: usize = 60;
    let mut mentions = input.sides[side].entities.iter().flat_map(|e| &e.mentions);
    if let Some(m) = mentions.find(|m| m.span.contains(word) && m.span.len() <= LONGEST) {
        return msg::verbatim(text(input, side, m.span));
    }
    let sentences = input.sentences[side];
    let i = sentences.partition_point(|s| s.span.end <= word.start);
    let tokens = sentences.get(i).map_or(&[][..], |s| &s.tokens);
    let at = tokens.partition_point(|t| t.span.start < word.start);
    // What a dash or a comma parts is another name.
    let joined = |k: usize| match (tokens.get(k), tokens.get(k + 1)) {
        (Some(x), Some(y)) => x.is(flag::NAME) && y.is(flag::NAME) && y.span.start <= x.span.end + 1,
        _ => false,
    };
    let from = at.checked_sub(1).filter(|&k| joined(k)).unwrap_or(at);
    let to = if joined(at) { at + 1 } else { at };
    let span = match (tokens.get(from), tokens.get(to)) {
        (Some(x), Some(y)) => x.span.join(y.span),
        _ => word,
    };
    msg::verbatim(text(input, side, span))
}

/// Names that one text spells in two ways.
pub(super) fn names_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let names = name_words(input, side);
    let mut told: HashSet<(&str, &str)> = HashSet::new();
    for (i, x) in names.iter().enumerate() {
        for y in names[i + 1..].iter().filter(|y| drifts(x, y)) {
            if told.insert((&x.folded, &y.folded)) {
                let said = msg::finding_two(full(input, side, x.span), full(input, side, y.span));
                let at = (x.span, Some(y.span));
                out.push(Draft::inside(FindingKind::Name, side, msg::FINDING_NAME, at, said).minor());
            }
        }
    }
}
