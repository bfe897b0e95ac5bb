//! Makes the weights of a link from pairs of articles whose sentences were
//! linked by hand, and measures them. Has never heard of files.
//!
//! Logistic regression with a ridge on standardised inputs, solved by
//! Newton's method (iteratively reweighted least squares), in a fixed order:
//! the same pairs make the same weights.

use crate::story::align::{Known, Scored, candidates, verbatim};
use crate::story::model::{Bars, INPUTS, Model, demand, inputs};
use crate::story::prepare::{enrich, sentences, settle_names};
use crate::story::{Options, Side, copied, event, quotes};
use crate::text::Span;
use rayon::prelude::*;
use serde_json::json;

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
    scored: Scored,
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
    /// Sentences of both sides.
    spans: [Vec<Span>; 2],
    examples: Vec<LinkExample>,
    /// Links that count, by index.
    required: Vec<bool>,
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
    let stretches = copied::stretches(&sa, &sb, [&a.document.text, &b.document.text]);
    let (quoted, copied) = (quotes::between(&quotes, &sa, &sb), copied::pairs(&stretches, &sa, &sb));
    let known = Known { quoted: &quoted, copied: &copied };
    let found = candidates(&sa, &sb, known, &same).into_iter().map(|s| (s, false));
    let examples = same
        .iter()
        .map(|&(i, j)| (Scored::certain(i, j), true))
        .chain(found)
        .map(|(scored, certain)| {
            let at = (sa[scored.a].span, sb[scored.b].span);
            let (x, y) = (touched(&gold.sentences[0], at.0), touched(&gold.sentences[1], at.1));
            let stands = |l: &(usize, usize, bool)| x.contains(&l.0) && y.contains(&l.1);
            let links: Vec<usize> = gold.links.iter().enumerate().filter(|(_, l)| stands(l)).map(|(k, _)| k).collect();
            let required = links.iter().any(|&k| gold.links[k].2);
            let says = if links.is_empty() { Some(false) } else { required.then_some(true) };
            LinkExample { scored, certain, links, says }
        })
        .collect();
    Pair {
        spans: [&sa, &sb].map(|s| s.iter().map(|s| s.span).collect()),
        examples,
        required: gold.links.iter().map(|l| l.2).collect(),
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

/// Inputs of an example, what the annotators say, its weight, and its demand.
type Row = ([f64; INPUTS], f64, f64, f64);

impl Pair {
    /// Sentences of the longer text.
    fn longer(&self) -> usize {
        self.spans[0].len().max(self.spans[1].len())
    }

    /// Confidence of every example under a model.
    pub(crate) fn scores(&self, model: &Model) -> Vec<f32> {
        let longer = self.longer();
        let score = |e: &LinkExample| if e.certain { 1.0 } else { model.score(&e.scored.evidence, longer) };
        self.examples.iter().map(score).collect()
    }

    /// Measures confidences with a bar.
    pub(crate) fn score(&self, scores: &[f32], bar: f32) -> LinkScore {
        let mut found = vec![false; self.required.len()];
        let mut out = LinkScore { required: self.required.iter().filter(|r| **r).count(), ..LinkScore::default() };
        for (e, _) in self.examples.iter().zip(scores).filter(|(_, s)| **s >= bar) {
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

    /// Everything that is learnt from, for trying other models on it.
    pub fn to_json(&self, texts: [&str; 2]) -> serde_json::Value {
        let sentences = |side: usize| self.spans[side].iter().map(|s| s.of(texts[side])).collect::<Vec<_>>();
        let examples = self.examples.iter().map(|e| {
            let (links, s) = (&e.links, &e.scored);
            json!({"at": [s.a, s.b], "certain": e.certain, "says": e.says, "links": links, "evidence": s.evidence})
        });
        json!({
            "a": sentences(0), "b": sentences(1), "required": self.required, "apart": self.apart,
            "examples": examples.collect::<Vec<_>>(),
        })
    }

    /// Examples that a model learns from, and those of them that are links.
    pub fn counts(&self) -> (usize, usize) {
        let taught = || self.examples.iter().filter(|e| !e.certain && e.says.is_some());
        (taught().count(), taught().filter(|e| e.says == Some(true)).count())
    }

    /// What there is to learn from.
    fn rows(&self) -> impl Iterator<Item = Row> {
        let longer = self.longer();
        let usable = self.examples.iter().filter(|e| !e.certain && !self.apart);
        usable.filter_map(move |e| {
            let (x, says) = (&e.scored.evidence, if e.says? { 1.0 } else { 0.0 });
            // Who made pairs by machine did not mark where an article quotes
            // one phrase twice.
            if self.weight < 1.0 && says == 0.0 && x.quoted > 0.0 {
                return None;
            }
            Some((inputs(x).map(f64::from), says, f64::from(self.weight), f64::from(demand(x, longer))))
        })
    }
}

/// A model from pairs of articles; `ridge` draws its weights towards zero. It
/// has no bars yet.
pub(crate) fn fit(pairs: &[&Pair], ridge: f64) -> Model {
    const N: usize = INPUTS + 1;
    let rows: Vec<Row> = pairs.iter().flat_map(|p| p.rows()).collect();
    const ROUNDS: usize = 40;
    let count = rows.len().max(1) as f64;
    let (mut mean, mut spread) = ([0.0; INPUTS], [0.0; INPUTS]);
    for row in &rows {
        mean.iter_mut().zip(&row.0).for_each(|(m, v)| *m += v / count);
    }
    for row in &rows {
        (0..INPUTS).for_each(|k| spread[k] += (row.0[k] - mean[k]).powi(2) / count);
    }
    spread.iter_mut().for_each(|s| *s = s.sqrt().max(1e-6));
    let standard =
        |row: &Row| -> Vec<f64> { (0..INPUTS).map(|k| (row.0[k] - mean[k]) / spread[k]).chain([1.0]).collect() };
    let standardised: Vec<Vec<f64>> = rows.iter().map(standard).collect();
    let mut w = vec![0.0; N];
    for _ in 0..ROUNDS {
        let (mut gradient, mut hessian) = (vec![0.0; N], vec![vec![0.0; N]; N]);
        for (x, (_, says, weight, long)) in standardised.iter().zip(&rows) {
            let z: f64 = x.iter().zip(&w).map(|(x, w)| x * w).sum::<f64>() - *long;
            let p = 1.0 / (1.0 + (-z.clamp(-30.0, 30.0)).exp());
            let curve = weight * p * (1.0 - p);
            for i in 0..N {
                gradient[i] += weight * (p - says) * x[i];
                let scaled = curve * x[i];
                hessian[i].iter_mut().zip(x).for_each(|(h, x)| *h += scaled * x);
            }
        }
        for k in 0..N {
            // The last is the bias, which is only kept from being singular.
            let ridge = if k < INPUTS { ridge } else { 1e-6 };
            gradient[k] += ridge * w[k];
            hessian[k][k] += ridge;
        }
        let step = solve(hessian, gradient);
        w.iter_mut().zip(&step).for_each(|(w, s)| *w -= s);
        if step.iter().all(|s| s.abs() < 1e-9) {
            break;
        }
    }
    let weights = std::array::from_fn(|k| (w[k] / spread[k]) as f32);
    let bias = w[INPUTS] - (0..INPUTS).map(|k| w[k] * mean[k] / spread[k]).sum::<f64>();
    Model { weights, bias: bias as f32, bars: Bars::default() }
}

/// Solves a system of linear equations by elimination with pivots.
fn solve(mut m: Vec<Vec<f64>>, mut v: Vec<f64>) -> Vec<f64> {
    let n = v.len();
    for k in 0..n {
        let pivot = (k..n).max_by(|&i, &j| m[i][k].abs().total_cmp(&m[j][k].abs())).unwrap_or(k);
        m.swap(k, pivot);
        v.swap(k, pivot);
        if m[k][k].abs() < 1e-12 {
            continue;
        }
        for i in k + 1..n {
            let f = m[i][k] / m[k][k];
            let row = m[k].clone();
            (k..n).for_each(|j| m[i][j] -= f * row[j]);
            v[i] -= f * v[k];
        }
    }
    let mut out = vec![0.0; n];
    for k in (0..n).rev() {
        let rest: f64 = (k + 1..n).map(|j| m[k][j] * out[j]).sum();
        out[k] = if m[k][k].abs() < 1e-12 { 0.0 } else { (v[k] - rest) / m[k][k] };
    }
    out
}

/// Confidences of the examples of every pair under a model that has not seen
/// it, with every pair of weight one and more left out once; the others get
/// none.
pub fn leave_one_out(pairs: &[Pair], ridge: f64) -> Vec<Option<Vec<f32>>> {
    let left = |(i, pair): (usize, &Pair)| {
        let rest: Vec<&Pair> = pairs.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, p)| p).collect();
        (pair.weight >= 1.0).then(|| pair.scores(&fit(&rest, ridge)))
    };
    pairs.par_iter().enumerate().map(left).collect()
}

/// The pairs with what was said of them.
pub type Said<'p> = Vec<(&'p Pair, &'p [f32])>;

/// All of them measured with a bar.
pub fn measure(said: &Said<'_>, bar: f32) -> LinkScore {
    let mut sum = LinkScore::default();
    said.iter().for_each(|(p, s)| sum.add(p.score(s, bar)));
    sum
}

/// Precision that a grade has to have.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Of the links that are sure.
    pub sure: f64,
    /// Of those that are sure or likely.
    pub likely: f64,
    /// Share of right ones among those that are worth a look only.
    pub perhaps: f64,
}

/// The bars that keep what is wanted: the lowest for what is sure; for what
/// is likely the one of the best F1; for what is worth a look the lowest above
/// which the next tenth still holds.
pub(crate) fn choose(said: &Said<'_>, wanted: Wanted) -> Bars {
    let bars: Vec<f32> = (5..=98).map(|k| k as f32 / 100.0).collect();
    let scores: Vec<(f32, LinkScore)> = bars.iter().map(|&b| (b, measure(said, b))).collect();
    let lowest = |precision: f64| scores.iter().find(|s| s.1.precision() >= precision).map_or(0.98, |s| s.0);
    let good = scores.iter().filter(|s| s.1.precision() >= wanted.likely);
    let likely = good.max_by(|x, y| x.1.f1().total_cmp(&y.1.f1()).then(x.0.total_cmp(&y.0))).map_or(0.5, |s| s.0);
    let between = |low: f32, high: f32| {
        let (x, y) = (measure(said, low), measure(said, high));
        let (right, wrong) = (x.right - y.right, x.wrong - y.wrong);
        right as f64 / (right + wrong).max(1) as f64
    };
    let perhaps = bars.iter().copied().find(|&b| between(b, b + 0.1) >= wanted.perhaps).unwrap_or(likely);
    Bars { sure: lowest(wanted.sure).max(likely), likely, perhaps: perhaps.min(likely) }
}

/// How often confidences hold: for each tenth the number of pairs of
/// sentences, the mean confidence, and the share that annotators link.
pub fn calibration(said: &Said<'_>) -> Vec<(usize, f64, f64)> {
    let mut bins = vec![(0usize, 0.0, 0.0); 10];
    for (pair, scores) in said {
        for (e, &s) in pair.examples.iter().zip(*scores).filter(|(e, _)| !e.certain) {
            let Some(says) = e.says else { continue };
            let bin = &mut bins[((s * 10.0) as usize).min(9)];
            *bin = (bin.0 + 1, bin.1 + f64::from(s), bin.2 + f64::from(u8::from(says)));
        }
    }
    bins.into_iter().map(|(n, s, r)| (n, s / n.max(1) as f64, r / n.max(1) as f64)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_equations_is_solved() {
        let x = solve(vec![vec![2.0, 1.0], vec![1.0, 3.0]], vec![5.0, 10.0]);
        assert!((x[0] - 1.0).abs() < 1e-9 && (x[1] - 3.0).abs() < 1e-9, "{x:?}");
    }

    fn taught(seed: u32) -> Pair {
        let example = |k: u32| {
            let said = k.is_multiple_of(3);
            let noise = (k.wrapping_mul(seed).wrapping_mul(2_654_435_761) >> 24) as f32 / 2_560.0;
            let cosine = if said { 0.55 } else { 0.15 } + noise;
            let evidence = crate::story::Evidence { cosine, either: noise, ..Default::default() };
            LinkExample {
                scored: Scored { a: k as usize, b: k as usize, score: 0.0, evidence },
                certain: false,
                links: if said { vec![(k / 3) as usize] } else { Vec::new() },
                says: Some(said),
            }
        };
        let spans: Vec<Span> = (0..60).map(|k| Span::new(k, k + 1)).collect();
        Pair {
            spans: [spans.clone(), spans],
            examples: (0..60).map(example).collect(),
            required: vec![true; 20],
            weight: 1.0,
            apart: false,
        }
    }

    #[test]
    fn what_tells_links_apart_gets_the_weight_and_left_out_pairs_are_found() {
        let pairs = [taught(3), taught(7), taught(11)];
        let model = fit(&pairs.iter().collect::<Vec<_>>(), 1.0);
        assert!(model.weights[0] > model.weights[14].abs(), "{model:?}");
        let left = leave_one_out(&pairs, 1.0);
        let said: Said<'_> = pairs.iter().zip(&left).filter_map(|(p, s)| Some((p, s.as_deref()?))).collect();
        let bars = choose(&said, Wanted { sure: 0.95, likely: 0.85, perhaps: 0.2 });
        assert!(measure(&said, bars.sure).precision() > 0.95, "{bars:?}");
        assert!(measure(&said, bars.likely).f1() > 0.95, "{bars:?}");
        assert!(bars.perhaps <= bars.likely && bars.likely <= bars.sure, "{bars:?}");
        assert_eq!(fit(&pairs.iter().collect::<Vec<_>>(), 1.0), model);
    }

    #[test]
    fn a_confidence_of_nine_tenths_is_counted_where_it_belongs() {
        let pair = taught(5);
        let scores: Vec<f32> = pair.examples.iter().map(|e| if e.says == Some(true) { 0.92 } else { 0.05 }).collect();
        let bins = calibration(&vec![(&pair, &scores[..])]);
        assert_eq!((bins[9].0, bins[9].2), (20, 1.0));
        assert_eq!((bins[0].0, bins[0].2), (40, 0.0));
    }
}
