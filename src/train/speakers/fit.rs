//! Makes the weights of the evidence for a speaker from quotations whose
//! speaker was annotated by hand, and measures them. Has never heard of files.
//!
//! The share of a candidate is a softmax over the candidates of its quotation
//! (conditional logistic regression) with a ridge on the weights, solved by a
//! fixed number of steps of Adam in a fixed order: the same quotations make the
//! same weights. The inputs are not standardised: that would let a sign weigh
//! the more the fewer quotations it was seen at.

use crate::fact::learn::{Bars, Evidence, INPUTS, SpeakerModel};

/// One annotated quotation.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Which article it stands in; all of an article is left out together.
    pub(crate) article: usize,
    /// How much it counts.
    pub(crate) weight: f64,
    /// What is known of each candidate; the last is nobody.
    pub(crate) choices: Vec<Evidence>,
    /// Which of them the annotators name.
    pub(crate) right: Vec<bool>,
    /// Whom the rules choose, by index.
    pub(crate) rules: usize,
    /// Told with a doubt, however likely.
    pub(crate) doubtful: bool,
}

/// What is told of a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Told {
    /// How likely it is.
    pub(crate) share: f32,
    /// Whether the annotators say so.
    pub(crate) right: bool,
    /// That nobody whom the text names said it.
    pub(crate) nobody: bool,
    /// With a doubt, however likely.
    pub(crate) doubtful: bool,
}

/// Steps of the solver.
const STEPS: usize = 500;

/// Length of its first steps; the last is a tenth of it.
const RATE: f64 = 0.08;

/// The numbers of one candidate that are not zero: most are.
type Sparse = Vec<(usize, f64)>;

fn sparse(e: &Evidence) -> Sparse {
    e.0.iter().enumerate().filter(|(_, x)| **x != 0.0).map(|(i, x)| (i, f64::from(*x))).collect()
}

/// Adds what a quotation with these candidates says of the weights to the gradient.
fn pull(case: &Case, choices: &[Sparse], w: &[f64], gradient: &mut [f64]) {
    // Whoever is not among the candidates leaves nobody.
    let named = case.right.iter().any(|r| *r);
    let right = |k: usize| if named { case.right[k] } else { k + 1 == choices.len() };
    let sum = |e: &Sparse| e.iter().map(|(i, x)| x * w[*i]).sum::<f64>();
    let mut shares: Vec<f64> = choices.iter().map(sum).collect();
    let most = shares.iter().copied().fold(f64::MIN, f64::max);
    shares.iter_mut().for_each(|x| *x = (*x - most).exp());
    let total: f64 = shares.iter().sum();
    let good: f64 = shares.iter().enumerate().filter(|(k, _)| right(*k)).map(|x| x.1).sum::<f64>().max(1e-300);
    for (k, e) in choices.iter().enumerate() {
        let wanted = if right(k) { shares[k] / good } else { 0.0 };
        let off = case.weight * (shares[k] / total - wanted);
        for (i, x) in e {
            gradient[*i] += off * x;
        }
    }
}

/// Learns the weights.
pub(crate) fn learn(cases: &[&Case], ridge: f64) -> [f32; INPUTS] {
    let (mut w, mut m, mut v) = (vec![0.0; INPUTS], vec![0.0; INPUTS], vec![0.0; INPUTS]);
    let choices: Vec<Vec<Sparse>> = cases.iter().map(|c| c.choices.iter().map(sparse).collect()).collect();
    for step in 1..=STEPS {
        let mut gradient: Vec<f64> = w.iter().map(|w| ridge * w).collect();
        for (case, choices) in cases.iter().zip(&choices) {
            pull(case, choices, &w, &mut gradient);
        }
        let rate = RATE * (1.0 - 0.9 * step as f64 / STEPS as f64);
        let (a, b) = (1.0 - 0.9f64.powi(step as i32), 1.0 - 0.999f64.powi(step as i32));
        for i in 0..INPUTS {
            m[i] = 0.9 * m[i] + 0.1 * gradient[i];
            v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
            w[i] -= rate * (m[i] / a) / ((v[i] / b).sqrt() + 1e-8);
        }
    }
    std::array::from_fn(|i| w[i] as f32)
}

/// What a model tells of a quotation.
pub(crate) fn told(model: &SpeakerModel, case: &Case) -> Told {
    let (chosen, share) = SpeakerModel::choose(&model.shares(case.choices.iter()), case.rules);
    Told { share, right: case.right[chosen], nobody: chosen + 1 == case.choices.len(), doubtful: case.doubtful }
}

/// What is told of each quotation by weights learnt from the articles of all
/// other parts.
pub(crate) fn left_out(cases: &[Case], parts: usize, ridge: f64) -> Vec<Told> {
    let mut out = vec![Told { share: 0.0, right: false, nobody: true, doubtful: true }; cases.len()];
    for part in 0..parts {
        let learnt: Vec<&Case> = cases.iter().filter(|c| c.article % parts != part).collect();
        let model = SpeakerModel { weights: learn(&learnt, ridge), bars: Bars::default() };
        for (case, out) in cases.iter().zip(&mut out).filter(|(c, _)| c.article % parts == part) {
            *out = told(&model, case);
        }
    }
    out
}

/// The lowest bar under which `wrong` of all quotations at most have a wrong
/// speaker without a doubt, and the lowest from which on a doubtful one is right
/// as often as `doubtful` says.
pub(crate) fn bars(all: &[Told], wrong: f64, doubtful: f64) -> Bars {
    let mut speakers: Vec<&Told> = all.iter().filter(|t| !t.nobody).collect();
    speakers.sort_by(|a, b| b.share.total_cmp(&a.share));
    let most = (wrong * all.len() as f64) as usize;
    let first = (0..speakers.len())
        .filter(|k| !speakers[*k].right && !speakers[*k].doubtful)
        .nth(most)
        .unwrap_or(speakers.len());
    let (mut right, mut second) = (0, first);
    for (n, t) in speakers[first..].iter().enumerate() {
        right += usize::from(t.right);
        if right as f64 >= doubtful * (n + 1) as f64 {
            second = first + n + 1;
        }
    }
    let share = |n: usize| n.checked_sub(1).and_then(|k| speakers.get(k)).map_or(1.0, |t| t.share);
    Bars { sure: share(first), least: share(second) }
}
