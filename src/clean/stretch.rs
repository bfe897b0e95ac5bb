//! From a score per row to stretches of body: the best stretch, further ones
//! behind known noise, and hard stops at section enders.

/// Words a sentence row needs to speak for the body by itself.
const SENTENCE: u32 = 10;

/// One row as this stage sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Item {
    /// Weight for (positive) or against the body.
    pub score: f32,
    /// Words.
    pub words: u32,
}

/// The stretch with the largest sum of scores, as `first..=last` rows, if any
/// row speaks for the body (Kadane's maximum subarray).
pub(crate) fn best(items: &[Item]) -> Option<(usize, usize)> {
    let (mut sum, mut from) = (0.0f32, 0);
    let mut best: Option<(f32, usize, usize)> = None;
    for (i, item) in items.iter().enumerate() {
        if sum <= 0.0 {
            sum = 0.0;
            from = i;
        }
        sum += item.score;
        if sum > 0.0 && best.is_none_or(|(b, ..)| sum > b) {
            best = Some((sum, from, i));
        }
    }
    best.map(|(_, a, b)| (a, b))
}

/// Words of furniture that may stand between a title and its article.
const PATIENCE: f32 = 400.0;

/// The stretch with the largest sum among those that start near the first
/// row, with that sum: rows against it are forgiven up to a limit.
pub(crate) fn leading(items: &[Item]) -> Option<(f32, usize, usize)> {
    let (mut sum, mut from, mut spent) = (0.0f32, 0, 0.0);
    let mut best: Option<(f32, usize, usize)> = None;
    for (i, item) in items.iter().enumerate() {
        if sum <= 0.0 {
            spent -= sum;
            if spent > PATIENCE || best.is_some() {
                break;
            }
            sum = 0.0;
            from = i;
        }
        sum += item.score;
        if sum > 0.0 && best.is_none_or(|(b, ..)| sum > b) {
            best = Some((sum, from, i));
        }
    }
    best
}

/// Words of a text that is too short to be told from what stands around it.
const FEW: u32 = 16;

/// Rows that the fallback keeps when nothing speaks for the body: the stretch
/// with the most words, gaps of short rows weighing against it.
pub(crate) fn densest(items: &[Item]) -> Option<(usize, usize)> {
    let weighed: Vec<Item> =
        items.iter().map(|i| Item { score: if i.words > SENTENCE { i.words as f32 } else { -6.0 }, ..*i }).collect();
    best(&weighed).or_else(|| {
        // Of a few words nobody can tell which are the text.
        if items.iter().map(|i| i.words).sum::<u32>() <= FEW {
            return items.len().checked_sub(1).map(|last| (0, last));
        }
        let longest = (0..items.len()).max_by_key(|&i| (items[i].words, usize::MAX - i))?;
        Some((longest, longest))
    })
}
