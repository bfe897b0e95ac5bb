//! Which sentences of two texts say the same, in any order, under one score.

use super::evidence::{Content, Evidence, SentenceVector, Weights};
use super::model::Model;
use super::prepare::{Sentence, flag};
use super::word_hash::WordMap;
use std::collections::HashMap;

/// A scored pair of sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scored {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) score: f32,
    pub(crate) evidence: Evidence,
}

impl Scored {
    /// Two sentences that are the same word for word.
    pub(crate) fn certain(a: usize, b: usize) -> Self {
        let evidence =
            Evidence { cosine: 1.0, soft: 1.0, contained: 1.0, lengths: 1.0, letters: 1.0, ..Evidence::default() };
        Self { a, b, score: 1.0, evidence }
    }
}

/// Pairs of sentences that have something in common, sorted, each with its
/// number of words.
pub(crate) type Shared = [((usize, usize), usize)];

/// What is known of pairs of sentences before they are compared.
#[derive(Clone, Copy)]
pub(crate) struct Known<'k> {
    /// A quotation in common: the words with content of its shorter side.
    pub(crate) quoted: &'k Shared,
    /// A run of words in common: its ordinary words.
    pub(crate) copied: &'k Shared,
}

/// Sentences of fewer words are linked only when they are the same.
const SHORT: usize = 4;
/// Pairs of sentences looked at per sentence of both texts together, at most.
const BUDGET: u64 = 400;
/// Counterparts of one sentence that are weighed in full.
const LIKELY: usize = 40;
/// Cosine below which a pair is not looked at unless a rare stem is shared.
const GLANCE: f32 = 0.015;

/// Every pair worth a look, scored, in order. Work grows with the number of
/// sentences: stems are used from the rarest until the budget is spent.
///
/// `same` are the pairs that are the same word for word, sorted: they need no
/// score.
pub(crate) fn candidates(a: &[Sentence], b: &[Sentence], known: Known<'_>, same: &[(usize, usize)]) -> Vec<Scored> {
    let weights = Weights::new(a, b);
    let vectors = |s: &[Sentence]| s.iter().map(|s| weights.vector(s)).collect::<Vec<_>>();
    let soft = |s: &[Sentence]| s.iter().map(|s| weights.soft(s)).collect::<Vec<_>>();
    let letters = |s: &[Sentence]| s.iter().map(|s| weights.letters(s)).collect::<Vec<_>>();
    let content = |s: &[Sentence]| s.iter().map(Content::of).collect::<Vec<_>>();
    let (va, vb, fa, fb, la, lb) = (vectors(a), vectors(b), soft(a), soft(b), letters(a), letters(b));
    let (ca, cb) = (content(a), content(b));

    let mut postings: WordMap<Vec<(u32, f32)>> = WordMap::default();
    for (j, v) in vb.iter().enumerate().filter(|(j, _)| b[*j].tokens.len() >= SHORT) {
        v.0.iter().for_each(|&(t, w)| postings.entry(t).or_default().push((j as u32, w)));
    }
    let limit = spread_limit(&weights, &va, &postings, (a.len() + b.len()) as u64 * BUDGET);

    let mut out = Vec::new();
    let mut sums = vec![(0f32, false); b.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (i, v) in va.iter().enumerate().filter(|(i, _)| a[*i].tokens.len() >= SHORT) {
        for &(t, w) in &v.0 {
            let spread = weights.spread(t);
            if spread > limit {
                continue;
            }
            for &(j, x) in postings.get(&t).map_or(&[][..], Vec::as_slice) {
                let e = &mut sums[j as usize];
                if *e == (0.0, false) {
                    touched.push(j as usize);
                }
                e.0 += w * x;
                e.1 |= spread <= 2;
            }
        }
        // A quotation or a run that both have is worth a look by itself.
        for shared in [known.quoted, known.copied] {
            let from = shared.partition_point(|q| q.0 < (i, 0));
            for &((_, j), _) in shared[from..].iter().take_while(|q| q.0.0 == i) {
                if sums[j] == (0.0, false) {
                    touched.push(j);
                }
                sums[j].1 = true;
            }
        }
        let mut likely: Vec<(f32, usize)> = Vec::with_capacity(touched.len());
        for j in touched.drain(..) {
            let (sum, rare) = std::mem::take(&mut sums[j]);
            if sum >= GLANCE || rare {
                likely.push((sum, j));
            }
        }
        if likely.len() > LIKELY {
            likely.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
            likely.truncate(LIKELY);
        }
        likely.sort_unstable_by_key(|l| l.1);
        for (_, j) in likely {
            let mut evidence = weights.evidence([&a[i], &b[j]], [&va[i], &vb[j]], [&fa[i], &fb[j]], [&ca[i], &cb[j]]);
            evidence.letters = la[i].dot(&lb[j]);
            let words =
                |shared: &Shared| shared.binary_search_by_key(&(i, j), |q| q.0).map_or(0.0, |k| shared[k].1 as f32);
            (evidence.quoted, evidence.copied) = (words(known.quoted), words(known.copied));
            evidence.neighbours = neighbours(&va, &vb, i, j);
            out.push(Scored { a: i, b: j, score: 0.0, evidence });
        }
    }
    rank(&mut out, a.len(), b.len());
    out.retain(|s| same.binary_search(&(s.a, s.b)).is_err());
    let (longer, model) = (a.len().max(b.len()), Model::get());
    out.iter_mut().for_each(|s| s.score = model.score(&s.evidence, longer));
    out
}

/// Fills in how each pair stands among the pairs of its two sentences.
fn rank(pairs: &mut [Scored], a: usize, b: usize) {
    let likeness = |e: &Evidence| ((e.cosine + e.soft + e.letters) / 3.0).max(1e-6);
    let (mut best_a, mut best_b) = (vec![0f32; a], vec![0f32; b]);
    for s in pairs.iter() {
        best_a[s.a] = best_a[s.a].max(likeness(&s.evidence));
        best_b[s.b] = best_b[s.b].max(likeness(&s.evidence));
    }
    for s in pairs {
        let own = likeness(&s.evidence);
        s.evidence.beaten = best_a[s.a].max(best_b[s.b]) - own;
        s.evidence.either = own / best_a[s.a].min(best_b[s.b]);
    }
}

/// The largest spread of a stem such that all stems up to it stay within the
/// budget.
fn spread_limit(weights: &Weights, va: &[SentenceVector], postings: &WordMap<Vec<(u32, f32)>>, budget: u64) -> u64 {
    let mut spreads: Vec<(u64, u32)> = va
        .iter()
        .flat_map(|v| &v.0)
        .filter(|(t, _)| postings.contains_key(t))
        .map(|&(t, _)| (weights.spread(t), t))
        .collect();
    spreads.sort_unstable();
    spreads.dedup();
    let mut spent = 0;
    for (spread, _) in spreads {
        spent += spread;
        if spent > budget {
            return spread.saturating_sub(1).max(1);
        }
    }
    u64::MAX
}

fn neighbours(va: &[SentenceVector], vb: &[SentenceVector], i: usize, j: usize) -> f32 {
    let before = match (i.checked_sub(1), j.checked_sub(1)) {
        (Some(i), Some(j)) => va[i].dot(&vb[j]),
        _ => 0.0,
    };
    let after = match (va.get(i + 1), vb.get(j + 1)) {
        (Some(x), Some(y)) => x.dot(y),
        _ => 0.0,
    };
    before.max(after)
}

/// Sentences that are the same word for word: the first with the first, the
/// second with the second; what is left over on one side goes with the last.
pub(crate) fn verbatim(a: &[Sentence], b: &[Sentence]) -> Vec<(usize, usize)> {
    let key = |s: &Sentence| s.tokens.iter().map(|t| t.word).collect::<Vec<_>>();
    let content = |s: &Sentence| s.tokens.iter().filter(|t| !t.is(flag::FUNCTION)).count() >= 2;
    let mut groups: HashMap<Vec<u32>, (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (i, s) in a.iter().enumerate().filter(|(_, s)| content(s)) {
        groups.entry(key(s)).or_default().0.push(i);
    }
    for (j, s) in b.iter().enumerate().filter(|(_, s)| content(s)) {
        if let Some(g) = groups.get_mut(&key(s)) {
            g.1.push(j);
        }
    }
    let mut out: Vec<(usize, usize)> = groups
        .into_values()
        .filter(|(x, y)| !x.is_empty() && !y.is_empty())
        .flat_map(|(x, y)| {
            (0..x.len().max(y.len())).map(move |k| (x[k.min(x.len() - 1)], y[k.min(y.len() - 1)])).collect::<Vec<_>>()
        })
        .collect();
    out.sort_unstable();
    out
}

/// What [`align`] found.
pub(crate) struct Aligned {
    /// Sure and likely pairs, in the order of A, then of B.
    pub(crate) links: Vec<Scored>,
    /// Pairs below, down to the floor, best first.
    pub(crate) doubtful: Vec<Scored>,
}

/// Ordinary words in common that say what two sentences tell, at least: a number and names
/// stand in sentences about anything. Two would part four true pairs for one false.
const TELLING: f32 = 1.0;

/// Whether a pair that is likely has only a number, names or a set phrase in common.
fn is_thin(e: &Evidence) -> bool {
    e.ordinary < TELLING && e.copied == 0.0 && e.quoted == 0.0
}

/// Links between two texts. When the texts are `apart` in time only what is
/// sure, or names the same day, is a link. Where `others` says that two surely speak,
/// what is only likely is none without words in common.
pub(crate) fn align(
    a: &[Sentence],
    b: &[Sentence],
    known: Known<'_>,
    apart: bool,
    floor: f32,
    others: &dyn Fn(usize, usize) -> bool,
) -> Aligned {
    let model = Model::get();
    let same = verbatim(a, b);
    let mut links: Vec<Scored> = same.iter().map(|&(a, b)| Scored::certain(a, b)).collect();
    let mut doubtful = Vec::new();
    for mut s in candidates(a, b, known, &same) {
        let e = &s.evidence;
        let likely = (model.bars.likely..model.bars.sure).contains(&s.score);
        if likely && (is_thin(e) || e.copied == 0.0 && e.quoted == 0.0 && others(s.a, s.b)) {
            s.score = model.bars.likely.next_down();
        }
        let bar = if apart && s.evidence.figures < 0.9 { model.bars.sure } else { model.bars.likely };
        if s.score >= bar {
            links.push(s);
        } else if s.score >= floor {
            doubtful.push(s);
        }
    }
    links.sort_by_key(|s| (s.a, s.b));
    doubtful.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    Aligned { links, doubtful }
}
