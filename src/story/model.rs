//! The one score of a link: a logistic combination of its evidence, trained
//! on hand-aligned pairs of French agency copy, pairs with recorded edits and
//! pairs of articles that report different events.

use super::evidence::Evidence;

/// A pair at or above is a link.
pub(crate) const BAR: f32 = 0.44;
/// The same when the two texts are of different days.
pub(crate) const BAR_APART: f32 = 0.9;
/// A pair at or above, and below the bar, is undecided.
pub(crate) const FLOOR: f32 = 0.3;

/// The inputs of the combination; counts are levelled off.
fn inputs(e: &Evidence) -> [f32; 15] {
    let level = |x: f32, most: f32| x.clamp(0.0, most).ln_1p();
    [
        e.cosine,
        e.soft,
        e.letters,
        e.contained,
        level(e.rare, 8.0),
        level(e.names, 6.0),
        level(e.figures, 6.0),
        level(e.run, 12.0),
        level(e.quote, 6.0),
        level(e.ordinary, 12.0),
        level(e.words, 40.0),
        e.lengths,
        e.neighbours,
        e.beaten,
        e.either,
    ]
}

/// Weights of the inputs, in their order.
const WEIGHTS: [f32; 15] =
    [1.668, 2.254, 3.160, 1.183, 1.417, 2.490, 3.688, -1.420, 0.149, 2.043, -1.387, 0.549, 2.598, -2.433, 2.162];
const BIAS: f32 = -3.666;

/// Sentences of the articles that the weights were trained on.
const USUAL: f32 = 40.0;
/// How much longer texts, which have more chances to look alike, raise the
/// demand.
const LONGER: f32 = 2.0;

/// Confidence that the two sentences say the same, 0 to 1; `sentences` is
/// the number of sentences of the longer text.
pub(crate) fn score(e: &Evidence, sentences: usize) -> f32 {
    let z = inputs(e).iter().zip(WEIGHTS).map(|(x, w)| x * w).sum::<f32>() + BIAS;
    let z = z - LONGER * (sentences as f32 / USUAL).ln().max(0.0);
    1.0 / (1.0 + (-z).exp())
}
