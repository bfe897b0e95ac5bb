//! Near-duplicates: five-word shingles, one-permutation MinHash for
//! candidates (Li, Owen, Zhang, NIPS 2012; empty bins filled by rotation,
//! Shrivastava and Li, UAI 2014), exact Jaccard index for the verdict.

use super::executor::{self, Executor};

/// Words of a shingle.
const WORDS: usize = 5;
/// Hash of five neighbouring words, in three bytes and big end first: two
/// texts of five hundred words meet by chance in one shingle of fifty pairs.
pub type Shingle = [u8; 3];
/// Shingle hashes kept; the Jaccard index is exact up to this many, and an
/// estimate from the smallest hashes beyond.
const KEPT: usize = 768;
const BINS: usize = 126;
/// Bins of a band: two documents that agree in one band are compared.
const ROWS: usize = 3;
const BANDS: usize = BINS / ROWS;
/// Jaccard index from which two documents are the same copy.
pub(crate) const SAME: f64 = 0.55;
/// Documents of one bucket compared each with each; in larger ones each is
/// compared with the first.
const BUCKET: usize = 48;

fn mix(mut h: u32) -> u32 {
    h ^= h >> 16;
    h = h.wrapping_mul(0x7feb_352d);
    h ^= h >> 15;
    h = h.wrapping_mul(0x846c_a68b);
    h ^ (h >> 16)
}

/// The smallest shingle hashes of a text, sorted; a text of fewer words than
/// a shingle is one shingle.
pub(crate) fn shingles(words: impl Iterator<Item = u32>) -> Box<[Shingle]> {
    let words: Vec<u32> = words.collect();
    let hash = |w: &[u32]| mix(w.iter().fold(0x9e37_79b9u32, |h, &x| mix(h ^ x).wrapping_add(h.rotate_left(5))));
    let mut out: Vec<u32> = match words.len() {
        0 => Vec::new(),
        n if n < WORDS => vec![hash(&words)],
        _ => words.windows(WORDS).map(hash).collect(),
    };
    out.sort_unstable();
    // The first bytes keep the order.
    let mut out: Vec<Shingle> = out.into_iter().map(|h| [(h >> 24) as u8, (h >> 16) as u8, (h >> 8) as u8]).collect();
    out.dedup();
    out.truncate(KEPT);
    out.into()
}

/// Jaccard index of two sorted shingle lists.
pub(crate) fn jaccard(a: &[Shingle], b: &[Shingle]) -> f64 {
    // Beyond the kept hashes nothing is known: compare below the lower limit.
    let limit = |s: &[Shingle]| if s.len() < KEPT { [u8::MAX; 3] } else { s[s.len() - 1] };
    let limit = limit(a).min(limit(b));
    let (mut i, mut j, mut both, mut all) = (0, 0, 0u32, 0u32);
    loop {
        let (x, y) = (a.get(i).filter(|x| **x <= limit), b.get(j).filter(|x| **x <= limit));
        match (x, y) {
            (None, None) => break,
            (Some(x), Some(y)) if x == y => (i, j, both) = (i + 1, j + 1, both + 1),
            (Some(x), y) if y.is_none_or(|y| x < y) => i += 1,
            _ => j += 1,
        }
        all += 1;
    }
    if all == 0 { 0.0 } else { f64::from(both) / f64::from(all) }
}

/// The band keys of a shingle list; none for an empty one.
pub(crate) fn bands(shingles: &[Shingle]) -> Option<[u32; BANDS]> {
    if shingles.is_empty() {
        return None;
    }
    let mut bins = [u32::MAX; BINS];
    for &[a, b, c] in shingles {
        let h = mix(u32::from_be_bytes([0, a, b, c]) ^ 0x5bd1_e995);
        let bin = (h as usize) % BINS;
        bins[bin] = bins[bin].min(mix(h));
    }
    let full = bins;
    for (i, b) in bins.iter_mut().enumerate() {
        if *b == u32::MAX {
            // The distance goes into the value, or all sparse texts look alike.
            let d = (1..BINS).find(|d| full[(i + d) % BINS] != u32::MAX).unwrap_or(0);
            *b = mix(full[(i + d) % BINS].wrapping_add(d as u32));
        }
    }
    let mut out = [0; BANDS];
    for (o, rows) in out.iter_mut().zip(bins.chunks(ROWS)) {
        *o = rows.iter().fold(0, |h, &r| mix(h ^ r).rotate_left(7));
    }
    Some(out)
}

/// Pairs of near-duplicates among many shingle lists, in order.
pub(crate) fn duplicates(lists: &[&[Shingle]], executor: &dyn Executor) -> Vec<(usize, usize)> {
    let keys = executor::blocks(executor, lists.len(), |r| r.map(|i| bands(lists[i])).collect());
    let found = executor::map(executor, BANDS, |band| {
        let mut bucketed: Vec<(u32, u32)> =
            keys.iter().enumerate().filter_map(|(i, b)| Some((b.as_ref()?[band], i as u32))).collect();
        bucketed.sort_unstable();
        let mut candidates: Vec<(u32, u32)> = Vec::new();
        for bucket in bucketed.chunk_by(|x, y| x.0 == y.0).filter(|b| b.len() > 1) {
            for (k, x) in bucket.iter().enumerate() {
                let last = if bucket.len() <= BUCKET || k == 0 { bucket.len() } else { (k + 2).min(bucket.len()) };
                candidates.extend(bucket[k + 1..last].iter().map(|y| (x.1, y.1)));
            }
        }
        candidates
    });
    drop(keys);
    let mut candidates: Vec<(u32, u32)> = found.into_iter().flatten().collect();
    candidates.sort_unstable();
    candidates.dedup();
    let same = executor::blocks(executor, candidates.len(), |r| {
        r.map(|k| candidates[k]).map(|(i, j)| jaccard(lists[i as usize], lists[j as usize]) >= SAME).collect()
    });
    candidates.into_iter().zip(same).filter(|c| c.1).map(|((i, j), _)| (i as usize, j as usize)).collect()
}

/// Groups that the pairs connect, each sorted, in the order of their first.
pub(crate) fn groups(pairs: &[(usize, usize)], n: usize) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..n).collect();
    fn find(root: &mut [usize], mut i: usize) -> usize {
        while root[i] != i {
            root[i] = root[root[i]];
            i = root[i];
        }
        i
    }
    for &(i, j) in pairs {
        let (x, y) = (find(&mut root, i), find(&mut root, j));
        root[x.max(y)] = x.min(y);
    }
    let mut out: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
    for i in 0..n {
        out.entry(find(&mut root, i)).or_default().push(i);
    }
    out.into_values().filter(|g| g.len() > 1).collect()
}
