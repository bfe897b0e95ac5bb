//! Links joined into passages, each with its kind, its reasons and its word
//! differences.

use super::align::Scored;
use super::coalesce::coalesce;
use super::copied::Stretch;
use super::diff::{self, Op, Piece};
use super::model::Model;
use super::prepare::{Sentence, flag};
use super::types::*;
use super::values::{self, Value};
use crate::text::Span;
use std::cell::OnceCell;
use std::collections::HashMap;

/// A link with all that was worked out for it.
pub(crate) struct Worked {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) kind: PassageKind,
    pub(crate) link: Link,
    pub(crate) values: Vec<FigurePair>,
    /// The two share most of their words, in order.
    pub(crate) near: bool,
    reasons: Vec<Reason>,
    words: WordDiff,
    /// The longer sentence when only a part of it is the counterpart of the
    /// other: its side and the whole of it.
    whole: Option<(usize, Span)>,
}

impl Worked {
    /// Share of the two passages that is in words which both have, 0 to 1.
    pub(crate) fn unchanged(&self) -> f64 {
        let length = |spans: &[Span]| spans.iter().map(|s| s.len()).sum::<usize>() as f64;
        let changed = length(&self.words.only_a) + length(&self.words.only_b);
        1.0 - changed / length(&[self.link.a, self.link.b]).max(1.0)
    }
}

/// Share of the shorter sentence, in order, from which two are near.
const NEAR: f64 = 0.6;
/// Sentences of a near passage.
const NEAR_MOST: usize = 4;

/// Sentences of one side with their pieces, cut when they are first asked
/// for: a sentence may have many links.
pub(crate) struct Cut<'s> {
    side: Side<'s>,
    sentences: &'s [Sentence],
    pieces: Vec<OnceCell<Vec<Piece>>>,
}

impl<'s> Cut<'s> {
    pub(crate) fn new(side: Side<'s>, sentences: &'s [Sentence]) -> Self {
        Self { side, sentences, pieces: vec![OnceCell::new(); sentences.len()] }
    }

    fn pieces(&self, i: usize) -> Vec<Piece> {
        let (text, span) = (&self.side.document.text, self.sentences[i].span);
        self.pieces[i].get_or_init(|| diff::pieces(text, span, &Options::default())).clone()
    }
}

/// Works out one link.
pub(crate) fn work(link: &Scored, ca: &Cut<'_>, cb: &Cut<'_>, options: &Options) -> Worked {
    let (a, b) = (ca.side, cb.side);
    let (x, y) = (&ca.sentences[link.a], &cb.sentences[link.b]);
    let alike = Options::default();
    let (mut pa, mut pb) = (ca.pieces(link.a), cb.pieces(link.b));
    let mut ops = diff::script(&pa, &pb);
    let (mut span_a, mut span_b, mut inside, mut part) = (x.span, y.span, false, None);
    if let Some((in_a, region)) = contained(&ops, pa.len(), pb.len()) {
        // One sentence stands inside the other: only that part is the passage.
        part = Some(if in_a { (0, x.span) } else { (1, y.span) });
        let (pieces, whole, text) =
            if in_a { (&mut pa, &mut span_a, &a.document.text) } else { (&mut pb, &mut span_b, &b.document.text) };
        *pieces = pieces[region.0..region.1].to_vec();
        let cut = closed(text, pieces[0].span.join(pieces[pieces.len() - 1].span), *whole);
        inside = !is_sentence(text, cut, *whole);
        *whole = cut;
        ops = diff::script(&pa, &pb);
    }
    let equal: usize = ops.iter().filter(|o| o.equal).map(|o| o.a.1).sum();
    let shorter = pa.len().min(pb.len());
    let identical = !inside && ops.iter().all(|o| o.equal);
    let near = equal as f64 >= NEAR * shorter as f64;
    let (va, vb) = (values::values(a, span_a), values::values(b, span_b));
    let values = values::pair((a, &va, &pa), (b, &vb, &pb), &ops, near);
    let differs =
        values.iter().any(|v| v.relation == FigureRelation::Differs) || (near && number_changed(&ops, &pa, &pb, a, b));
    let kind = match (identical, differs, near) {
        (true, ..) => PassageKind::Identical,
        (_, true, _) => PassageKind::Differs,
        (_, _, true) => PassageKind::Near,
        _ => PassageKind::Paraphrase,
    };
    let kind = if kind == PassageKind::Near && reordered(&ops, &pa, &pb) { PassageKind::Paraphrase } else { kind };
    let words = if *options == (Options { floor: options.floor, ..alike }) {
        diff::changed(&ops, &pa, &pb)
    } else {
        diff::words((&a.document.text, span_a), (&b.document.text, span_b), options)
    };
    Worked {
        a: link.a,
        b: link.b,
        kind,
        link: Link { a: span_a, b: span_b, kind, grade: grade(link), score: link.score, evidence: link.evidence },
        reasons: reasons(x, y, &a.document.text, &va, &values),
        values,
        near,
        words,
        whole: part,
    }
}

/// How sure a link is; what is linked is likely at least.
fn grade(link: &Scored) -> Grade {
    Model::get().bars.grade(link.score).map_or(Grade::Likely, |g| g.max(Grade::Likely))
}

/// When the shorter sentence stands nearly whole inside the longer one: is
/// the longer one A, and which of its pieces.
fn contained(ops: &[Op], a: usize, b: usize) -> Option<(bool, (usize, usize))> {
    const LEAST: usize = 5;
    const REST: usize = 6;
    let in_a = a > b;
    let (short, long) = (a.min(b), a.max(b));
    let side = |o: &Op, long: bool| if in_a == long { o.a } else { o.b };
    // Stray words far from the others are common to any two sentences.
    let solid = || ops.iter().filter(|o| o.equal && o.a.1 >= 2);
    let (first, last) = (solid().next()?, solid().next_back()?);
    let from = side(first, true).0 - side(first, false).0.min(side(first, true).0);
    let tail = short - (side(last, false).0 + side(last, false).1);
    let to = (side(last, true).0 + side(last, true).1 + tail).min(long);
    let equal: usize = solid().map(|o| o.a.1).sum();
    let fits = to - from <= short + short / 4 + 1;
    let rest = long - (to - from);
    // Of a sentence that stands there word for word even a little rest is
    // no part of the passage.
    let verbatim = equal == short && to - from == short && rest > 0;
    (short >= LEAST && equal * 5 >= short * 4 && fits && (verbatim || rest >= REST || rest * 4 >= long))
        .then_some((in_a, (from, to)))
}

/// A span with the marks that close it.
fn closed(text: &str, span: Span, within: Span) -> Span {
    let tail: usize = Span::new(span.end, within.end)
        .of(text)
        .chars()
        .take_while(|c| matches!(c, '.' | '!' | '?' | '…' | '»' | '”' | '"' | ')' | '\u{a0}' | '\u{202f}'))
        .map(char::len_utf8)
        .sum();
    Span::new(span.start, span.end + tail).trim(text)
}

/// True when a part of a longer stretch could stand alone: a sentence ends
/// before it, it begins like one, and what comes after it does too.
fn is_sentence(text: &str, part: Span, within: Span) -> bool {
    let begins = |s: &str| {
        s.trim_start_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .next()
            .is_none_or(|c| c.is_uppercase() || c.is_numeric())
    };
    let after = Span::new(part.end, within.end).of(text);
    let before = Span::new(within.start, part.start).of(text);
    // A quotation may open there, or one may have closed.
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '»' | '“' | '”' | '"' | ')'));
    let ended = |c: char| matches!(c, '.' | '!' | '?' | '…');
    before.chars().next_back().is_none_or(ended)
        && begins(part.of(text))
        && begins(after)
        && !after.trim_start().starts_with([',', ';', ':'])
}

/// True when a good part of the common words stands in another order.
fn reordered(ops: &[Op], a: &[Piece], b: &[Piece]) -> bool {
    let equal: usize = ops.iter().filter(|o| o.equal).map(|o| o.a.1).sum();
    let (mut x, mut y): (Vec<u64>, Vec<u64>) = (a.iter().map(Piece::key).collect(), b.iter().map(Piece::key).collect());
    x.sort_unstable();
    y.sort_unstable();
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        match p.cmp(q) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    const BLOCK: usize = 4;
    let shorter = a.len().min(b.len());
    let moved = common.saturating_sub(equal);
    moved >= BLOCK && moved * 8 >= shorter && common * 5 >= shorter * 4
}

/// A number in digits was replaced by another.
fn number_changed(ops: &[Op], pa: &[Piece], pb: &[Piece], a: Side<'_>, b: Side<'_>) -> bool {
    let digits = |p: &[Piece], (from, n): (usize, usize), text: &str| -> String {
        let of = |p: &Piece| p.span.of(text).chars().filter(char::is_ascii_digit).collect::<String>();
        p[from..from + n].iter().map(of).collect()
    };
    ops.iter().filter(|o| !o.equal && o.a.1 > 0 && o.b.1 > 0 && o.a.1.max(o.b.1) <= 4).any(|o| {
        let (x, y) = (digits(pa, o.a, &a.document.text), digits(pb, o.b, &b.document.text));
        !x.is_empty() && !y.is_empty() && x != y
    })
}

/// Why two sentences are linked, the strongest reason first.
fn reasons(x: &Sentence, y: &Sentence, text: &str, va: &[Value], values: &[FigurePair]) -> Vec<Reason> {
    let mut out = Vec::new();
    let (start, length) = longest_run(x, y);
    let run = &x.tokens[start..start + length];
    // A run of names and titles alone is a formula and says nothing.
    if length >= 4 && run.iter().any(super::prepare::Token::is_ordinary) {
        out.push(Reason::Run(length));
    }
    let has: HashMap<u32, u8> = y.tokens.iter().map(|t| (t.stem, t.flags)).collect();
    let shared: Vec<_> = x.tokens.iter().filter(|t| !t.is(flag::FUNCTION) && has.contains_key(&t.stem)).collect();
    let surface = |t: &super::prepare::Token| t.span.of(text).to_owned();
    let quote: Vec<String> = run.iter().filter(|t| t.is(flag::QUOTED) && !t.is(flag::FUNCTION)).map(surface).collect();
    if quote.len() >= 2 {
        out.push(Reason::Quote(quote.join(" ")));
    }
    for v in values.iter().filter(|v| v.relation == FigureRelation::Same).take(2) {
        if va.iter().any(|x| x.span == v.a) {
            out.push(Reason::Figure(v.a.of(text).to_owned()));
        }
    }
    for t in shared.iter().filter(|t| t.is(flag::NAME)).take(2) {
        out.push(Reason::Name(surface(t)));
    }
    let words: Vec<String> = shared
        .iter()
        .filter(|t| t.is_ordinary() && super::lexicon::rarity(t.stem) >= 0.6)
        .take(5)
        .map(|t| surface(t))
        .collect();
    if !words.is_empty() {
        out.push(Reason::Words(words));
    }
    out
}

/// The longest common run of words: its first word in `x` and its length.
pub(crate) fn longest_run(x: &Sentence, y: &Sentence) -> (usize, usize) {
    let mut best = (0, 0);
    let mut row = vec![0usize; y.tokens.len() + 1];
    for (i, t) in x.tokens.iter().enumerate() {
        let mut diagonal = 0;
        for (j, u) in y.tokens.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if t.word == u.word { diagonal + 1 } else { 0 };
            if row[j + 1] > best.1 {
                best = (i + 1 - row[j + 1], row[j + 1]);
            }
            diagonal = above;
        }
    }
    best
}

/// Joins neighbouring links into passages. A passage goes on while both
/// texts go on in step and the kind stays the same; copied stretches are made whole.
pub(crate) fn join(works: Vec<Worked>, stretches: &[Stretch], texts: [&str; 2]) -> Vec<Passage> {
    let at: HashMap<(usize, usize), usize> = works.iter().enumerate().map(|(i, w)| ((w.a, w.b), i)).collect();
    let mut linked: [HashMap<usize, usize>; 2] = [HashMap::new(), HashMap::new()];
    for w in &works {
        *linked[0].entry(w.a).or_default() += 1;
        *linked[1].entry(w.b).or_default() += 1;
    }
    let alone = |w: &Worked| linked[0].get(&w.a) == Some(&1) && linked[1].get(&w.b) == Some(&1);
    let mut taken = vec![false; works.len()];
    let mut out = Vec::new();
    for i in 0..works.len() {
        let w = &works[i];
        let joins = |x: &Worked| x.kind == w.kind && matches!(x.kind, PassageKind::Identical | PassageKind::Near);
        let most = if w.kind == PassageKind::Identical { usize::MAX } else { NEAR_MOST };
        let previous = w.a.checked_sub(1).zip(w.b.checked_sub(1)).and_then(|k| at.get(&k));
        // The chain begins where nothing of its kind stands before.
        if taken[i] || (w.kind == PassageKind::Identical && previous.is_some_and(|&p| joins(&works[p]))) {
            continue;
        }
        let mut chain = vec![i];
        let mut next = at.get(&(w.a + 1, w.b + 1));
        while let Some(&n) = next.filter(|&&n| !taken[n] && joins(&works[n]) && chain.len() < most) {
            if w.kind != PassageKind::Identical && !(alone(w) && alone(&works[n])) {
                break;
            }
            chain.push(n);
            next = at.get(&(works[n].a + 1, works[n].b + 1));
        }
        chain.iter().for_each(|&k| taken[k] = true);
        out.push(passage(&works, &chain));
    }
    let wholes: HashMap<(Span, Span), (usize, Span)> =
        works.iter().filter_map(|w| Some(((w.link.a, w.link.b), w.whole?))).collect();
    coalesce(out, &wholes, stretches, texts)
}

fn passage(works: &[Worked], chain: &[usize]) -> Passage {
    let first = &works[chain[0]];
    let mut p = Passage {
        a: first.link.a,
        b: first.link.b,
        kind: first.kind,
        grade: first.link.grade,
        score: first.link.score,
        moved: false,
        reasons: first.reasons.clone(),
        words: WordDiff::default(),
        links: Vec::new(),
    };
    for &k in chain {
        let w = &works[k];
        p.a = p.a.join(w.link.a);
        p.b = p.b.join(w.link.b);
        p.score = p.score.min(w.link.score);
        p.grade = p.grade.min(w.link.grade);
        p.words.only_a.extend(&w.words.only_a);
        p.words.only_b.extend(&w.words.only_b);
        p.links.push(w.link.clone());
    }
    p
}

/// Passages off the heaviest chain that rises on both sides are moved.
pub(crate) fn mark_moved(passages: &mut [Passage]) {
    passages.sort_by_key(|p| (p.a, p.b));
    // tails[k]: index of the passage that ends the best chain of k + 1.
    let (mut tails, mut back): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (i, p) in passages.iter().enumerate() {
        let k = tails.partition_point(|&t| passages[t].b < p.b);
        back.push(k.checked_sub(1).map(|k| tails[k]));
        if k == tails.len() {
            tails.push(i);
        } else {
            tails[k] = i;
        }
    }
    let mut at = tails.last().copied();
    passages.iter_mut().for_each(|p| p.moved = true);
    while let Some(i) = at {
        passages[i].moved = false;
        at = back[i];
    }
}
