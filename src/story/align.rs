//! Which sentences of two texts say the same, in any order.

use super::prepare::Sentence;
use std::collections::BTreeMap;

/// A scored pair of sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scored {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) score: f32,
}

const FLOOR: f32 = 0.3;
const OF_BEST: f32 = 0.55;
const UNDECIDED: f32 = 0.18;
/// Sentences that share a stem beyond which it says nothing.
const POSTINGS: usize = 64;

/// Links and undecided pairs.
pub(crate) fn align(a: &[Sentence], b: &[Sentence]) -> (Vec<Scored>, Vec<Scored>) {
    let mut df: BTreeMap<u32, (u32, Vec<usize>)> = BTreeMap::new();
    for (side, sentences) in [(0, a), (1, b)] {
        for (i, s) in sentences.iter().enumerate() {
            let mut stems: Vec<u32> = s.tokens.iter().map(|t| t.stem).collect();
            stems.sort_unstable();
            stems.dedup();
            for t in stems {
                let e = df.entry(t).or_default();
                e.0 += 1;
                if side == 1 && e.1.len() <= POSTINGS {
                    e.1.push(i);
                }
            }
        }
    }
    let n = (a.len() + b.len()) as f32;
    let idf = |t: u32| ((n + 1.0) / (df.get(&t).map_or(0, |e| e.0) as f32 + 0.5)).ln().max(0.05);
    let vectors = |sentences: &[Sentence]| -> Vec<BTreeMap<u32, f32>> {
        sentences
            .iter()
            .map(|s| {
                let mut v: BTreeMap<u32, f32> = BTreeMap::new();
                s.tokens.iter().for_each(|t| *v.entry(t.stem).or_default() += 1.0);
                v.iter_mut().for_each(|(t, x)| *x = (1.0 + x.ln()) * idf(*t));
                let norm = v.values().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
                v.values_mut().for_each(|x| *x /= norm);
                v
            })
            .collect()
    };
    let (va, vb) = (vectors(a), vectors(b));
    let mut scored = Vec::new();
    for (i, v) in va.iter().enumerate().filter(|(i, _)| a[*i].tokens.len() >= 4) {
        let mut sums: BTreeMap<usize, (f32, u32)> = BTreeMap::new();
        for (t, x) in v {
            let Some((_, list)) = df.get(t) else { continue };
            if list.len() > POSTINGS {
                continue;
            }
            for &j in list {
                let e = sums.entry(j).or_default();
                e.0 += x * vb[j].get(t).copied().unwrap_or(0.0);
                e.1 += 1;
            }
        }
        for (j, (score, common)) in sums {
            if common >= 2 && score >= UNDECIDED && b[j].tokens.len() >= 4 {
                scored.push(Scored { a: i, b: j, score: score.min(1.0) });
            }
        }
    }
    let (mut best_a, mut best_b) = (vec![0f32; a.len()], vec![0f32; b.len()]);
    for s in &scored {
        best_a[s.a] = best_a[s.a].max(s.score);
        best_b[s.b] = best_b[s.b].max(s.score);
    }
    scored.into_iter().filter(|s| s.score >= OF_BEST * best_a[s.a].max(best_b[s.b])).partition(|s| s.score >= FLOOR)
}
