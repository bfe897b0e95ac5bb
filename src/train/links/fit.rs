//! Makes the weights of a link from pairs of articles whose sentences were
//! linked by hand, and measures them. Has never heard of files.
//!
//! Logistic regression with a ridge on standardised inputs, solved by
//! Newton's method (iteratively reweighted least squares), in a fixed order:
//! the same pairs make the same weights.

use crate::story::align::{Known, candidates, verbatim};
use crate::story::evidence::Evidence;
use crate::story::model::{INPUTS, Model, demand, inputs};
use crate::story::prepare::{enrich, sentences, settle_names};
use crate::story::{Options, Side, copied, event, quotes};
use crate::text::Span;

/// What annotators say of a pair of articles.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// Sentences of both sides.
    pub sentences: [Vec<Span>; 2],
    /// Linked sentences by index; true when any careful reader links them,
    /// false when one may.
    pub links: Vec<(usize, usize, bool)>,
}

/// A pair of sentences that is looked at.
#[derive(Clone, Debug)]
struct LinkExample {
    evidence: Evidence,
    /// Word for word the same: a link without asking the model.
    certain: bool,
    /// Links of the annotators that it stands for, by index.
    links: Vec<usize>,
    /// `None` where the annotators leave it open.
    says: Option<bool>,
}

/// A pair of articles, ready to be learnt from.
#[derive(Clone, Debug)]
pub struct Pair {
    examples: Vec<LinkExample>,
    /// Links that count, by index.
    required: Vec<bool>,
    /// Sentences of the longer article.
    length: usize,
    /// How much one of its examples counts.
    pub weight: f32,
    /// Reported apart in time: nothing is learnt from it.
    apart: bool,
}

/// Sentences of the annotators that a span stands for.
fn touched(sentences: &[Span], s: Span) -> Vec<usize> {
    const SOME: usize = 12;
    let stands = |t: &Span| {
        let o = t.overlap(s);
        o > 0 && (o * 2 >= t.len() || (o * 2 >= s.len() && o >= SOME.min(s.len())))
    };
    sentences.iter().enumerate().filter(|(_, t)| stands(t)).map(|(i, _)| i).collect()
}

/// Looks at a pair of articles as the comparison does.
pub fn pair(a: Side<'_>, b: Side<'_>, gold: &Gold, weight: f32) -> Pair {
    let (mut sa, mut sb) = (sentences(a.document), sentences(b.document));
    settle_names([&mut sa, &mut sb]);
    enrich(&mut sa, a.facts);
    enrich(&mut sb, b.facts);
    let quotes = quotes::pair((a, &sa), (b, &sb), &Options::default());
    let same = verbatim(&sa, &sb);
    let certain = Evidence { cosine: 1.0, ..Evidence::default() };
    let stretches = copied::stretches(&sa, &sb, [&a.document.text, &b.document.text]);
    let (quoted, copied) = (quotes::between(&quotes, &sa, &sb), copied::pairs(&stretches, &sa, &sb));
    let found = candidates(&sa, &sb, Known { quoted: &quoted, copied: &copied })
        .into_iter()
        .filter(|s| same.binary_search(&(s.a, s.b)).is_err())
        .map(|s| (s.a, s.b, s.evidence, false));
    let examples = same
        .iter()
        .map(|&(i, j)| (i, j, certain, true))
        .chain(found)
        .map(|(i, j, evidence, certain)| {
            let (x, y) = (touched(&gold.sentences[0], sa[i].span), touched(&gold.sentences[1], sb[j].span));
            let stands = |l: &(usize, usize, bool)| x.contains(&l.0) && y.contains(&l.1);
            let links: Vec<usize> = gold.links.iter().enumerate().filter(|(_, l)| stands(l)).map(|(k, _)| k).collect();
            let required = links.iter().any(|&k| gold.links[k].2);
            let says = if links.is_empty() { Some(false) } else { required.then_some(true) };
            LinkExample { evidence, certain, links, says }
        })
        .collect();
    Pair {
        examples,
        required: gold.links.iter().map(|l| l.2).collect(),
        length: sa.len().max(sb.len()),
        weight,
        apart: event::by_date(a, b).is_some_and(|e| e.differs()),
    }
}

/// How well links are found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LinkScore {
    right: usize,
    wrong: usize,
    found: usize,
    required: usize,
}

impl LinkScore {
    /// Adds another pair of articles.
    pub fn add(&mut self, other: LinkScore) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.found += other.found;
        self.required += other.required;
    }

    /// Share of the links that are right; those that annotators leave open
    /// are not counted.
    pub fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    /// Share of the required links that are found.
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.required.max(1) as f64
    }

    /// Harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(1e-9)
    }
}

impl Pair {
    /// Measures a model on this pair with another bar.
    pub(crate) fn score(&self, model: &Model, bar: f32) -> LinkScore {
        let mut found = vec![false; self.required.len()];
        let mut out = LinkScore { required: self.required.iter().filter(|r| **r).count(), ..LinkScore::default() };
        for e in self.examples.iter().filter(|e| e.certain || model.score(&e.evidence, self.length) >= bar) {
            match e.says {
                Some(true) => out.right += 1,
                Some(false) => out.wrong += 1,
                None => {}
            }
            e.links.iter().filter(|&&k| self.required[k]).for_each(|&k| found[k] = true);
        }
        out.found = found.iter().filter(|f| **f).count();
        out
    }

    /// Examples that a model learns from, and those of them that are links.
    pub fn counts(&self) -> (usize, usize) {
        let taught = || self.examples.iter().filter(|e| !e.certain && e.says.is_some());
        (taught().count(), taught().filter(|e| e.says == Some(true)).count())
    }
}

/// Weights from pairs of articles; `ridge` draws them towards zero. The bar
/// of the result is `bar`.
pub(crate) fn fit(pairs: &[&Pair], ridge: f64, bar: f32) -> Model {
    const ROUNDS: usize = 40;
    const N: usize = INPUTS + 1;
    let rows: Vec<([f64; N], f64, f64, f64)> = pairs
        .iter()
        .filter(|p| !p.apart)
        .flat_map(|p| {
            let usable = p.examples.iter().filter(|e| !e.certain);
            usable.filter_map(|e| {
                let mut x = [1.0; N];
                x.iter_mut().zip(inputs(&e.evidence)).for_each(|(x, v)| *x = f64::from(v));
                let says = if e.says? { 1.0 } else { 0.0 };
                // Who made pairs by machine did not mark where an article
                // quotes one phrase twice.
                if p.weight < 1.0 && says == 0.0 && e.evidence.quoted > 0.0 {
                    return None;
                }
                Some((x, says, f64::from(p.weight), f64::from(demand(&e.evidence, p.length))))
            })
        })
        .collect();
    let n = rows.len().max(1) as f64;
    let (mut mean, mut spread) = ([0.0; INPUTS], [0.0; INPUTS]);
    for (x, ..) in &rows {
        mean.iter_mut().zip(x).for_each(|(m, v)| *m += v / n);
    }
    for (x, ..) in &rows {
        (0..INPUTS).for_each(|k| spread[k] += (x[k] - mean[k]).powi(2) / n);
    }
    spread.iter_mut().for_each(|s| *s = s.sqrt().max(1e-6));
    let mut w = [0.0; N];
    for _ in 0..ROUNDS {
        let (mut gradient, mut hessian) = ([0.0; N], [[0.0; N]; N]);
        for (raw, says, weight, demand) in &rows {
            let mut x = *raw;
            (0..INPUTS).for_each(|k| x[k] = (raw[k] - mean[k]) / spread[k]);
            let z: f64 = x.iter().zip(&w).map(|(x, w)| x * w).sum::<f64>() - demand;
            let p = 1.0 / (1.0 + (-z.clamp(-30.0, 30.0)).exp());
            for i in 0..N {
                gradient[i] += weight * (p - says) * x[i];
                for j in 0..N {
                    hessian[i][j] += weight * p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        for k in 0..N {
            // The last is the bias, which is only kept from being singular.
            let ridge = if k < INPUTS { ridge } else { 1e-6 };
            gradient[k] += ridge * w[k];
            hessian[k][k] += ridge;
        }
        let step = solve(hessian, gradient);
        w.iter_mut().zip(step).for_each(|(w, s)| *w -= s);
        if step.iter().all(|s| s.abs() < 1e-9) {
            break;
        }
    }
    let mut weights = [0.0; INPUTS];
    let mut bias = w[INPUTS];
    for k in 0..INPUTS {
        weights[k] = (w[k] / spread[k]) as f32;
        bias -= w[k] * mean[k] / spread[k];
    }
    Model { weights, bias: bias as f32, bar }
}

/// Solves a system of linear equations by elimination with pivots.
fn solve<const N: usize>(mut m: [[f64; N]; N], mut v: [f64; N]) -> [f64; N] {
    for k in 0..N {
        let pivot = (k..N).max_by(|&i, &j| m[i][k].abs().total_cmp(&m[j][k].abs())).unwrap_or(k);
        m.swap(k, pivot);
        v.swap(k, pivot);
        if m[k][k].abs() < 1e-12 {
            continue;
        }
        for i in k + 1..N {
            let f = m[i][k] / m[k][k];
            let row = m[k];
            (k..N).for_each(|j| m[i][j] -= f * row[j]);
            v[i] -= f * v[k];
        }
    }
    let mut out = [0.0; N];
    for k in (0..N).rev() {
        let rest: f64 = (k + 1..N).map(|j| m[k][j] * out[j]).sum();
        out[k] = if m[k][k].abs() < 1e-12 { 0.0 } else { (v[k] - rest) / m[k][k] };
    }
    out
}

/// Scores at many bars with every pair of weight one and more left out once:
/// the bar, the score of all left-out pairs, and that of each in the order of
/// `pairs`.
pub fn leave_one_out(pairs: &[Pair], ridge: f64) -> Vec<(f32, LinkScore, Vec<LinkScore>)> {
    let bars: Vec<f32> = (0..=16).map(|k| 0.30 + 0.02 * k as f32).collect();
    let mut out: Vec<(f32, LinkScore, Vec<LinkScore>)> =
        bars.iter().map(|&b| (b, LinkScore::default(), Vec::new())).collect();
    for (i, left) in pairs.iter().enumerate().filter(|(_, p)| p.weight >= 1.0) {
        let rest: Vec<&Pair> = pairs.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, p)| p).collect();
        let model = fit(&rest, ridge, 0.5);
        for row in &mut out {
            let score = left.score(&model, row.0);
            row.1.add(score);
            row.2.push(score);
        }
    }
    out
}

/// The bar of the best left-out F1 that keeps the precision wanted; without
/// such a bar that of the best precision.
pub fn choose(scores: &[(f32, LinkScore, Vec<LinkScore>)], precision: f64) -> f32 {
    let good = scores.iter().filter(|s| s.1.precision() >= precision);
    good.max_by(|x, y| x.1.f1().total_cmp(&y.1.f1()).then(x.0.total_cmp(&y.0)))
        .or_else(|| scores.iter().max_by(|x, y| x.1.precision().total_cmp(&y.1.precision())))
        .map_or(0.5, |s| s.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_equations_is_solved() {
        let x = solve([[2.0, 1.0], [1.0, 3.0]], [5.0, 10.0]);
        assert!((x[0] - 1.0).abs() < 1e-9 && (x[1] - 3.0).abs() < 1e-9, "{x:?}");
    }

    fn taught(seed: u32) -> Pair {
        let example = |k: u32| {
            let said = k.is_multiple_of(3);
            let noise = (k.wrapping_mul(seed).wrapping_mul(2_654_435_761) >> 24) as f32 / 2_560.0;
            let cosine = if said { 0.55 } else { 0.15 } + noise;
            LinkExample {
                evidence: Evidence { cosine, either: noise, ..Evidence::default() },
                certain: false,
                links: if said { vec![(k / 3) as usize] } else { Vec::new() },
                says: Some(said),
            }
        };
        Pair {
            examples: (0..60).map(example).collect(),
            required: vec![true; 20],
            length: 20,
            weight: 1.0,
            apart: false,
        }
    }

    #[test]
    fn what_tells_links_apart_gets_the_weight_and_left_out_pairs_are_found() {
        let pairs = [taught(3), taught(7), taught(11)];
        let model = fit(&pairs.iter().collect::<Vec<_>>(), 1.0, 0.5);
        assert!(model.weights[0] > model.weights[14].abs(), "{model:?}");
        let scores = leave_one_out(&pairs, 1.0);
        let bar = choose(&scores, 0.95);
        let best = scores.iter().find(|s| s.0 == bar).map(|s| s.1);
        assert!(best.is_some_and(|s| s.f1() > 0.95), "{scores:?}");
        assert_eq!(fit(&pairs.iter().collect::<Vec<_>>(), 1.0, 0.5), model);
    }
}
