//! How likely each stretch of words is a name under the model: sums over all
//! labels of the sentence (forward-backward), of spans rather than of words.

#![allow(clippy::needless_range_loop, reason = "rows and columns of matrices are clearer by their numbers")]

use super::{Found, LABELS, Part, Scores, label, may_end, may_start};
use crate::entity::types::EntityKind;

/// Longest name that is asked about, in words.
const LONGEST: usize = 24;

/// Sums over all labels of a sentence, scaled so that those before each word add up to one.
struct Lattice {
    step: [Scores; LABELS],
    /// Weights of the labels of each word.
    weights: Vec<Scores>,
    /// What each word's sums were divided by.
    norms: Vec<f32>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
}

impl Lattice {
    fn new(scores: &[Scores], transitions: &[Scores; LABELS]) -> Self {
        let weights = |s: &Scores| {
            let top = s.iter().copied().fold(f32::MIN, f32::max);
            s.map(|x| (x - top).exp())
        };
        let n = scores.len();
        let mut lattice = Self {
            step: transitions.map(|row| row.map(f32::exp)),
            weights: scores.iter().map(weights).collect(),
            norms: vec![1.0; n],
            forward: Vec::with_capacity(n),
            backward: vec![[0.0; LABELS]; n],
        };
        (0..n).for_each(|i| lattice.go_on(i));
        lattice.go_back();
        lattice
    }

    /// The sums before and at a word.
    fn go_on(&mut self, i: usize) {
        let mut sums = [0.0; LABELS];
        match i.checked_sub(1).map(|before| self.forward[before]) {
            None => (0..LABELS).filter(|k| may_start(*k)).for_each(|k| sums[k] = self.weights[0][k]),
            Some(before) => {
                for j in (0..LABELS).filter(|j| before[*j] > 1e-12) {
                    for k in 0..LABELS {
                        sums[k] += before[j] * self.step[j][k];
                    }
                }
                (0..LABELS).for_each(|k| sums[k] *= self.weights[i][k]);
            }
        }
        self.norms[i] = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        self.forward.push(sums.map(|x| x / self.norms[i]));
    }

    /// The sums behind all words.
    fn go_back(&mut self) {
        let Some(last) = self.forward.len().checked_sub(1) else { return };
        let ends = (0..LABELS).filter(|k| may_end(*k)).map(|k| self.forward[last][k]);
        let ends = ends.sum::<f32>().max(f32::MIN_POSITIVE);
        self.backward[last] = std::array::from_fn(|k| if may_end(k) { 1.0 / ends } else { 0.0 });
        for i in (0..last).rev() {
            let next: Scores =
                std::array::from_fn(|k| self.weights[i + 1][k] * self.backward[i + 1][k] / self.norms[i + 1]);
            self.backward[i] = std::array::from_fn(|j| (0..LABELS).map(|k| self.step[j][k] * next[k]).sum());
        }
    }
}

/// Appends the stretches of a sentence that are a name of some kind with at least the probability `least`, words
/// counted from `base`.
pub(super) fn spans(
    scores: &[Scores],
    transitions: &[Scores; LABELS],
    base: usize,
    least: f32,
    out: &mut Vec<(Found, f32)>,
) {
    let n = scores.len();
    let Lattice { step, weights, norms, forward, backward } = Lattice::new(scores, transitions);
    for from in 0..n {
        for kind in EntityKind::ALL {
            let [begin, inside, last, unit] =
                [Part::Begin, Part::Inside, Part::Last, Part::Unit].map(|part| label(kind, part));
            let mut keep = |to: usize, share: f32| {
                if share >= least {
                    out.push((Found { from: base + from, to: base + to, kind }, share));
                }
            };
            keep(from + 1, forward[from][unit] * backward[from][unit]);
            let (mut path, mut before) = (forward[from][begin], begin);
            for t in from + 1..n.min(from + LONGEST) {
                if path * backward[t - 1][before] < least {
                    break;
                }
                keep(t + 1, path * step[before][last] * weights[t][last] / norms[t] * backward[t][last]);
                path *= step[before][inside] * weights[t][inside] / norms[t];
                before = inside;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_span_are_those_of_all_labellings_that_hold_it() {
        let score = |i: usize, k: usize| ((i * 31 + k * 17) % 13) as f32 / 4.0;
        let scores: Vec<Scores> = (0..4).map(|i| std::array::from_fn(|k| score(i, k))).collect();
        let step = |j: usize, k: usize| if crate::entity::crf::may_follow(j, k) { score(j, k) / 3.0 } else { -1e6 };
        let transitions: [Scores; LABELS] = std::array::from_fn(|j| std::array::from_fn(|k| step(j, k)));
        let mut found = Vec::new();
        spans(&scores, &transitions, 10, 0.0, &mut found);
        let (mut total, mut expected) = (0.0f64, std::collections::BTreeMap::<Found, f64>::new());
        for n in 0..LABELS.pow(4) {
            let labels: Vec<usize> = (0..4).map(|i| n / LABELS.pow(i) % LABELS).collect();
            if !may_start(labels[0]) || !may_end(labels[3]) || (1..4).any(|i| step(labels[i - 1], labels[i]) < -1e5) {
                continue;
            }
            let sum: f32 = (0..4).map(|i| scores[i][labels[i]]).sum::<f32>()
                + (1..4).map(|i| step(labels[i - 1], labels[i])).sum::<f32>();
            let weight = f64::from(sum).exp();
            total += weight;
            let mut names = Vec::new();
            super::super::names(&labels.iter().map(|l| *l as u8).collect::<Vec<_>>(), 10, &mut names);
            names.into_iter().for_each(|f| *expected.entry(f).or_default() += weight);
        }
        assert!(found.len() >= expected.len() && !expected.is_empty());
        for (f, share) in found {
            let right = expected.get(&f).copied().unwrap_or(0.0) / total;
            assert!((f64::from(share) - right).abs() < 1e-4, "{f:?}: {share} for {right}");
        }
    }
}
