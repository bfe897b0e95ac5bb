//! Training of the name tagger: conditional log-likelihood by AdaGrad (Duchi,
//! Hazan and Singer 2011) with feature dropout, weights averaged over the last
//! epochs, then pruned and quantised to one byte. One thread, a fixed seed,
//! sorted features: the same input gives the same bytes.
//!
//! Has never heard of files.

#![allow(clippy::needless_range_loop, reason = "rows and columns of matrices are clearer by their numbers")]

use super::conll::Sample;
use super::lessons::{Example, Lessons, Reader};
use super::random::Random;
use super::variants::Inventor;
use crate::entity::crf::{self, LABELS, Scores, WIDTH};
use crate::entity::feature;
use crate::entity::words::WordClass;
use std::collections::HashMap;

/// How to train.
#[derive(Clone, Debug)]
pub struct Options {
    /// Passes over the data.
    pub epochs: usize,
    /// How often to begin anew with the data in another order; the weights of
    /// all runs are averaged.
    pub runs: usize,
    /// Learning rate.
    pub rate: f32,
    /// Weight decay.
    pub decay: f32,
    /// Share of features left out at random.
    pub dropout: f32,
    /// Share of showings after which a text is shown once more in capitals,
    /// without any, or with headlines in capitals.
    pub caseless: f32,
    /// Share of later showings in which names of people and places are
    /// invented, in every other one those of organisations too.
    pub invented: f32,
    /// Share of later showings misread as by a scanner.
    pub scanned: f32,
    /// Share of capitalised spellings hidden when a file is shown again, so
    /// that names never seen are learnt by what stands around them.
    pub hide: f32,
    /// A feature must occur this often.
    pub least: u32,
    /// Rows whose largest weight is below this are left out.
    pub prune: f32,
    /// How much readier to see a name of each kind in a word with a capital
    /// than the texts learnt from, beside what the tagger adds for all kinds.
    pub ready: [f32; 4],
}

impl Default for Options {
    fn default() -> Self {
        Self {
            epochs: 8,
            runs: 1,
            rate: 0.05,
            decay: 3e-4,
            dropout: 0.2,
            caseless: 0.0,
            invented: 0.0,
            scanned: 0.0,
            hide: 0.0,
            least: 2,
            prune: 0.05,
            ready: [0.0; 4],
        }
    }
}

/// Trains on samples, each with the number of times it is shown an epoch, and
/// gives the model as bytes.
pub fn train(
    data: &[(Sample, usize)],
    lists: &[u8],
    inventor: &Inventor,
    options: &Options,
    mut progress: impl FnMut(String),
) -> Vec<u8> {
    let Lessons { mut examples, counts, mut random } = Reader::new(lists, inventor, options).lessons(data);
    let mut known: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= options.least).map(|(f, _)| f).collect();
    known.sort_unstable();
    let index: HashMap<u32, u32> = known.iter().enumerate().map(|(i, f)| (*f, i as u32)).collect();
    for e in &mut examples {
        for row in &mut e.features {
            *row = row.iter().filter_map(|f| index.get(f).copied()).collect();
        }
    }
    drop(index);
    progress(format!("{} sentences, {} features", examples.len(), known.len()));
    let mut learner = Learner::new(known.len(), options.clone());
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for run in 0..options.runs.max(1) {
        learner.restart();
        for epoch in 0..options.epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, (random.next() % (i as u64 + 1)) as usize);
            }
            let mut likelihood = 0.0;
            for &e in &order {
                likelihood += learner.step(&examples[e], &mut random);
            }
            if epoch * 2 >= options.epochs {
                learner.snapshot();
            }
            progress(format!("run {}, epoch {}: log-likelihood {likelihood:.0}", run + 1, epoch + 1));
        }
    }
    learner.finish(&known)
}

/// Weights with their squared gradients.
struct Learner {
    options: Options,
    weights: Vec<Scores>,
    squares: Vec<Scores>,
    bias: Scores,
    bias_squares: Scores,
    transitions: [Scores; LABELS],
    transition_squares: [Scores; LABELS],
    average: Vec<Scores>,
    average_bias: Scores,
    average_transitions: [Scores; LABELS],
    snapshots: usize,
    lattice: Lattice,
}

/// Buffers of one sentence.
#[derive(Default)]
struct Lattice {
    rows: Vec<Vec<u32>>,
    scores: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    norm: Vec<f32>,
}

impl Lattice {
    /// Fills `forward`, turns the scores into scaled weights, and gives the
    /// log-likelihood without that of the transitions.
    fn forward(&mut self, weight: &[Scores; LABELS], gold: &[u8]) -> f64 {
        let n = gold.len();
        let mut likelihood = 0.0;
        for (i, s) in self.scores.iter_mut().enumerate() {
            let top = s.iter().copied().fold(f32::MIN, f32::max);
            likelihood += f64::from(s[usize::from(gold[i])] - top);
            s.iter_mut().for_each(|x| *x = (*x - top).exp());
        }
        self.forward.clear();
        self.norm.clear();
        for i in 0..n {
            let mut a = [0.0; LABELS];
            if i == 0 {
                for k in 0..LABELS {
                    a[k] = if crf::may_start(k) { self.scores[0][k] } else { 0.0 };
                }
            } else {
                let before = self.forward[i - 1];
                for j in 0..LABELS {
                    if before[j] > 0.0 {
                        for k in 0..LABELS {
                            a[k] += before[j] * weight[j][k];
                        }
                    }
                }
                for k in 0..LABELS {
                    a[k] *= self.scores[i][k];
                }
            }
            if i + 1 == n {
                for (k, x) in a.iter_mut().enumerate() {
                    if !crf::may_end(k) {
                        *x = 0.0;
                    }
                }
            }
            let z = a.iter().sum::<f32>().max(1e-30);
            a.iter_mut().for_each(|x| *x /= z);
            likelihood -= f64::from(z).ln();
            self.forward.push(a);
            self.norm.push(z);
        }
        likelihood
    }

    /// Fills `backward`.
    fn backward(&mut self, weight: &[Scores; LABELS]) {
        let n = self.scores.len();
        self.backward.clear();
        self.backward.resize(n, [1.0; LABELS]);
        for i in (0..n - 1).rev() {
            let mut next = [0.0; LABELS];
            for k in 0..LABELS {
                next[k] = self.scores[i + 1][k] * self.backward[i + 1][k] / self.norm[i + 1];
            }
            if i + 2 == n {
                for (k, x) in next.iter_mut().enumerate() {
                    if !crf::may_end(k) {
                        *x = 0.0;
                    }
                }
            }
            for j in 0..LABELS {
                self.backward[i][j] = (0..LABELS).map(|k| weight[j][k] * next[k]).sum();
            }
        }
    }
}

impl Learner {
    fn new(features: usize, options: Options) -> Self {
        let zero = [0.0; LABELS];
        Self {
            options,
            weights: vec![zero; features],
            squares: vec![zero; features],
            bias: zero,
            bias_squares: zero,
            transitions: [zero; LABELS],
            transition_squares: [zero; LABELS],
            average: vec![zero; features],
            average_bias: zero,
            average_transitions: [zero; LABELS],
            snapshots: 0,
            lattice: Lattice::default(),
        }
    }

    /// Forgets the weights, not their average.
    fn restart(&mut self) {
        let zero = [0.0; LABELS];
        self.weights.fill(zero);
        self.squares.fill(zero);
        self.bias = zero;
        self.bias_squares = zero;
        self.transitions =
            std::array::from_fn(|j| std::array::from_fn(|k| if crf::may_follow(j, k) { 0.0 } else { -1e6 }));
        self.transition_squares = [zero; LABELS];
    }

    /// One step on one sentence; its log-likelihood before the step.
    fn step(&mut self, example: &Example, random: &mut Random) -> f64 {
        let n = example.labels.len();
        if n == 0 {
            return 0.0;
        }
        let drop = self.options.dropout;
        let mut l = std::mem::take(&mut self.lattice);
        l.rows.truncate(n);
        l.rows.resize(n, Vec::new());
        for (row, full) in l.rows.iter_mut().zip(&example.features) {
            row.clear();
            row.extend(full.iter().copied().filter(|_| drop == 0.0 || !random.below(drop)));
        }
        l.scores.clear();
        for row in &l.rows {
            let mut s = self.bias;
            for f in row {
                let w = &self.weights[*f as usize];
                for k in 0..LABELS {
                    s[k] += w[k];
                }
            }
            l.scores.push(s);
        }
        let likelihood = self.marginals(&mut l, &example.labels);
        let (rate, decay) = (self.options.rate, self.options.decay);
        for i in 0..n {
            let mut gradient = [0.0; LABELS];
            for k in 0..LABELS {
                gradient[k] = -(l.forward[i][k] * l.backward[i][k]);
            }
            gradient[usize::from(example.labels[i])] += 1.0;
            if gradient.iter().all(|g: &f32| g.abs() < 1e-4) {
                continue;
            }
            for f in &l.rows[i] {
                let (w, q) = (&mut self.weights[*f as usize], &mut self.squares[*f as usize]);
                for k in 0..LABELS {
                    let g = gradient[k] - decay * w[k];
                    q[k] += g * g;
                    w[k] += rate * g / q[k].sqrt().max(0.05);
                }
            }
            for k in 0..LABELS {
                self.bias_squares[k] += gradient[k] * gradient[k];
                self.bias[k] += rate * gradient[k] / self.bias_squares[k].sqrt().max(0.05);
            }
        }
        self.lattice = l;
        likelihood
    }

    /// Forward-backward in scaled probabilities: fills `forward * backward`
    /// with the marginals, moves the transitions, gives the log-likelihood.
    fn marginals(&mut self, l: &mut Lattice, gold: &[u8]) -> f64 {
        let mut weight = [[0.0; LABELS]; LABELS];
        for j in 0..LABELS {
            for k in 0..LABELS {
                weight[j][k] = if crf::may_follow(j, k) { self.transitions[j][k].exp() } else { 0.0 };
            }
        }
        let likelihood = l.forward(&weight, gold);
        l.backward(&weight);
        self.move_transitions(l, &weight, gold, likelihood)
    }

    /// One step of the transitions; adds theirs to the log-likelihood.
    fn move_transitions(&mut self, l: &Lattice, weight: &[Scores; LABELS], gold: &[u8], mut likelihood: f64) -> f64 {
        let n = gold.len();
        let mut gradient = [[0.0; LABELS]; LABELS];
        for i in 1..n {
            likelihood += f64::from(self.transitions[usize::from(gold[i - 1])][usize::from(gold[i])]);
            gradient[usize::from(gold[i - 1])][usize::from(gold[i])] += 1.0;
            let mut next = [0.0; LABELS];
            for k in 0..LABELS {
                next[k] = l.scores[i][k] * l.backward[i][k] / l.norm[i];
                if i + 1 == n && !crf::may_end(k) {
                    next[k] = 0.0;
                }
            }
            for j in 0..LABELS {
                let a = l.forward[i - 1][j];
                if a > 0.0 {
                    for k in 0..LABELS {
                        gradient[j][k] -= a * weight[j][k] * next[k];
                    }
                }
            }
        }
        for j in 0..LABELS {
            for k in 0..LABELS {
                if crf::may_follow(j, k) {
                    let (g, q) = (gradient[j][k], &mut self.transition_squares[j][k]);
                    *q += g * g;
                    self.transitions[j][k] += 0.05 * g / q.sqrt().max(0.5);
                }
            }
        }
        likelihood
    }

    fn snapshot(&mut self) {
        self.snapshots += 1;
        for (a, w) in self.average.iter_mut().zip(&self.weights) {
            for k in 0..LABELS {
                a[k] += w[k];
            }
        }
        for j in 0..LABELS {
            self.average_bias[j] += self.bias[j];
            for k in 0..LABELS {
                self.average_transitions[j][k] += self.transitions[j][k];
            }
        }
    }

    /// Averages, prunes, quantises, writes.
    fn finish(mut self, known: &[u32]) -> Vec<u8> {
        let n = self.snapshots.max(1) as f32;
        // A feature left out in training weighs less when all are present.
        let keep = (1.0 - self.options.dropout) / n;
        let relative = |a: &Scores, k: usize| (a[k + 1] - a[0]) * keep;
        let capital: Vec<u32> = WordClass::ALL.into_iter().filter(|c| c.is_capital()).map(feature::class).collect();
        let mut kept: Vec<(u32, [f32; WIDTH])> = Vec::new();
        for (f, a) in known.iter().zip(&self.average) {
            let ready = if capital.contains(f) { self.options.ready } else { [0.0; 4] };
            // Four labels of each kind.
            let row: [f32; WIDTH] = std::array::from_fn(|k| relative(a, k) + ready[k / 4]);
            if row.iter().any(|x| x.abs() >= self.options.prune) {
                kept.push((*f, row));
            }
        }
        let mut sizes: Vec<f32> = kept.iter().flat_map(|(_, r)| r.iter().map(|x| x.abs())).collect();
        sizes.sort_by(f32::total_cmp);
        // A handful of extreme weights is clipped rather than coarsen all.
        let top = sizes.get((sizes.len() as f64 * 0.99998) as usize).copied().unwrap_or(1.0);
        let scale = top / 127.0;
        let rows: Vec<(u32, Vec<u8>)> = kept
            .iter()
            .map(|(f, r)| (*f, r.iter().map(|x| (x / scale).round().clamp(-127.0, 127.0) as i8 as u8).collect()))
            .collect();
        for j in 0..LABELS {
            self.average_bias[j] /= n;
            for k in 0..LABELS {
                self.average_transitions[j][k] /= n;
            }
        }
        let zero = self.average_bias[0];
        self.average_bias.iter_mut().for_each(|b| *b -= zero);
        crf::write(scale, &self.average_bias, &self.average_transitions, &rows)
    }
}
