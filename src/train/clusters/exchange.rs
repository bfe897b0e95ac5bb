//! Clusters of words from what stands beside them: every word is moved to the
//! cluster in which the likelihood of a class bigram model is greatest, until
//! few move (Martin, Liermann and Ney 1998); then clusters are joined two by
//! two where the least likelihood is lost (Brown and others 1992).
//!
//! Has never heard of files. One thread, no chance: the same words give the
//! same clusters.

use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// Words that stand beside another, and how often.
type Beside = Vec<(u32, u32)>;

/// How often words stand beside each other.
pub(super) struct Bigrams {
    /// How often each word occurs.
    counts: Vec<u32>,
    /// Words behind each, itself left out.
    next: Vec<Beside>,
    /// Words before each, itself left out.
    last: Vec<Beside>,
    /// How often it stands beside itself.
    own: Vec<u32>,
}

impl Bigrams {
    /// Counts the words of sentences, which are below `size`.
    pub(super) fn new<'s>(size: usize, sentences: impl Iterator<Item = &'s [u32]>) -> Self {
        let mut counts = vec![0; size];
        let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
        for s in sentences {
            s.iter().for_each(|w| counts[*w as usize] += 1);
            s.windows(2).for_each(|p| *pairs.entry((p[0], p[1])).or_insert(0) += 1);
        }
        let pairs: BTreeMap<(u32, u32), u32> = pairs.into_iter().collect();
        let (mut next, mut last, mut own) = (vec![Vec::new(); size], vec![Vec::new(); size], vec![0; size]);
        for ((a, b), n) in pairs {
            if a == b {
                own[a as usize] = n;
            } else {
                next[a as usize].push((b, n));
                last[b as usize].push((a, n));
            }
        }
        Self { counts, next, last, own }
    }
}

/// `n ln n`, from a table while `n` is small.
struct Entropy(Vec<f64>);

impl Entropy {
    fn new() -> Self {
        Self((0..1 << 15).map(Self::far).collect())
    }

    fn far(n: u32) -> f64 {
        if n < 2 { 0.0 } else { f64::from(n) * f64::from(n).ln() }
    }

    #[inline]
    fn of(&self, n: u32) -> f64 {
        self.0.get(n as usize).copied().unwrap_or_else(|| Self::far(n))
    }
}

/// Counts by cluster while words move.
struct State<'b> {
    words: &'b Bigrams,
    clusters: usize,
    entropy: Entropy,
    of: Vec<u16>,
    pairs: Vec<u32>,
    counts: Vec<u32>,
    /// Clusters behind and before the word at hand.
    beside: [Vec<(usize, u32)>; 2],
    sums: Vec<u32>,
}

impl<'b> State<'b> {
    fn new(words: &'b Bigrams, clusters: usize) -> Self {
        let of: Vec<u16> = (0..words.counts.len()).map(|w| (w % clusters) as u16).collect();
        let mut pairs = vec![0; clusters * clusters];
        let mut counts = vec![0; clusters];
        for (w, c) in of.iter().enumerate() {
            let c = usize::from(*c);
            counts[c] += words.counts[w];
            pairs[c * clusters + c] += words.own[w];
            for (v, n) in &words.next[w] {
                pairs[c * clusters + usize::from(of[*v as usize])] += n;
            }
        }
        let (beside, sums) = (Default::default(), vec![0; clusters]);
        Self { words, clusters, entropy: Entropy::new(), of, pairs, counts, beside, sums }
    }

    /// Gathers the clusters beside a word.
    fn gather(&mut self, w: usize) {
        for (side, list) in [&self.words.next[w], &self.words.last[w]].into_iter().enumerate() {
            self.beside[side].clear();
            for (v, n) in list {
                let c = usize::from(self.of[*v as usize]);
                if self.sums[c] == 0 {
                    self.beside[side].push((c, 0));
                }
                self.sums[c] += n;
            }
            for (c, n) in &mut self.beside[side] {
                *n = std::mem::take(&mut self.sums[*c]);
            }
        }
    }

    /// Takes the word out of its cluster, or puts it into one.
    fn place(&mut self, w: usize, c: usize, there: bool) {
        let change = |x: &mut u32, n: u32| *x = if there { *x + n } else { *x - n };
        change(&mut self.counts[c], self.words.counts[w]);
        change(&mut self.pairs[c * self.clusters + c], self.words.own[w]);
        for (d, n) in &self.beside[0] {
            change(&mut self.pairs[c * self.clusters + d], *n);
        }
        for (d, n) in &self.beside[1] {
            change(&mut self.pairs[d * self.clusters + c], *n);
        }
    }

    /// What the likelihood gains when the word, which is in no cluster, comes into this one.
    fn gain(&self, w: usize, c: usize) -> f64 {
        let f = |n: u32| self.entropy.of(n);
        let more = |at: usize, n: u32| f(self.pairs[at] + n) - f(self.pairs[at]);
        let mut within = self.words.own[w];
        let mut gain = 0.0;
        for (d, n) in &self.beside[0] {
            if *d == c {
                within += n;
            } else {
                gain += more(c * self.clusters + d, *n);
            }
        }
        for (d, n) in &self.beside[1] {
            if *d == c {
                within += n;
            } else {
                gain += more(d * self.clusters + c, *n);
            }
        }
        gain += more(c * self.clusters + c, within);
        gain - 2.0 * (f(self.counts[c] + self.words.counts[w]) - f(self.counts[c]))
    }

    /// Moves every word once; how many went elsewhere.
    fn round(&mut self) -> usize {
        let mut moved = 0;
        for w in 0..self.of.len() {
            self.gather(w);
            let old = usize::from(self.of[w]);
            self.place(w, old, false);
            let mut best = (self.gain(w, old), old);
            for c in (0..self.clusters).filter(|c| *c != old) {
                let gain = self.gain(w, c);
                if gain > best.0 + 1e-9 {
                    best = (gain, c);
                }
            }
            self.place(w, best.1, true);
            self.of[w] = best.1 as u16;
            moved += usize::from(best.1 != old);
        }
        moved
    }
}

/// A cluster for each word: `clusters` of them after at most `rounds` rounds,
/// and for each cluster what it belongs to when only `coarse` are left.
pub(super) fn learn(
    words: &Bigrams,
    clusters: usize,
    rounds: usize,
    coarse: usize,
    mut progress: impl FnMut(String),
) -> (Vec<u16>, Vec<u8>) {
    let mut state = State::new(words, clusters);
    for n in 0..rounds {
        let moved = state.round();
        progress(format!("round {}: {moved} of {} words moved", n + 1, state.of.len()));
        if moved * 200 < state.of.len() {
            break;
        }
    }
    let above = join(&mut state, coarse);
    (state.of, above)
}

/// What is lost when two clusters become one.
fn loss(s: &State<'_>, a: usize, b: usize, alive: &[usize]) -> f64 {
    let f = |n: u32| s.entropy.of(n);
    let at = |i: usize, j: usize| s.pairs[i * s.clusters + j];
    let parted = |x: u32, y: u32| f(x) + f(y) - f(x + y);
    let mut loss = 0.0;
    for &c in alive.iter().filter(|c| **c != a && **c != b) {
        loss += parted(at(a, c), at(b, c)) + parted(at(c, a), at(c, b));
    }
    let inner = [at(a, a), at(a, b), at(b, a), at(b, b)];
    loss += inner.iter().map(|n| f(*n)).sum::<f64>() - f(inner.iter().sum());
    loss - 2.0 * parted(s.counts[a], s.counts[b])
}

/// A loss as something to sort by, the least first.
#[derive(PartialEq)]
struct Candidate(f64, usize, usize);

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        other.0.total_cmp(&self.0).then_with(|| (other.1, other.2).cmp(&(self.1, self.2)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Joins clusters until no more than `coarse` are left; to which of these each belongs.
fn join(s: &mut State<'_>, coarse: usize) -> Vec<u8> {
    let n = s.clusters;
    let mut alive: Vec<usize> = (0..n).collect();
    let mut into: Vec<usize> = alive.clone();
    let mut heap = BinaryHeap::new();
    for a in 0..n {
        heap.extend((a + 1..n).map(|b| Candidate(loss(s, a, b, &alive), a, b)));
    }
    while alive.len() > coarse.max(1) {
        let Some(Candidate(_, a, b)) = heap.pop() else { break };
        if into[a] != a || into[b] != b {
            continue;
        }
        // Others were joined since; the loss is taken again.
        let now = loss(s, a, b, &alive);
        if heap.peek().is_some_and(|next| now > next.0 + 1e-6) {
            heap.push(Candidate(now, a, b));
            continue;
        }
        for c in 0..n {
            s.pairs[a * n + c] += std::mem::take(&mut s.pairs[b * n + c]);
        }
        for c in 0..n {
            s.pairs[c * n + a] += std::mem::take(&mut s.pairs[c * n + b]);
        }
        s.counts[a] += std::mem::take(&mut s.counts[b]);
        into.iter_mut().filter(|c| **c == b).for_each(|c| *c = a);
        alive.retain(|c| *c != b);
        for &c in alive.iter().filter(|c| **c != a) {
            let (x, y) = (a.min(c), a.max(c));
            heap.push(Candidate(loss(s, x, y, &alive), x, y));
        }
    }
    into.iter().map(|c| alive.binary_search(c).unwrap_or_default() as u8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_among_the_same_neighbours_share_a_cluster() {
        // Two articles, two kinds of nouns, two kinds of verbs.
        let mut sentences = Vec::new();
        for n in 0..40u32 {
            sentences.push(vec![0, 2 + n % 3, 8 + n % 2]);
            sentences.push(vec![1, 5 + n % 3, 10 + n % 2]);
        }
        let words = Bigrams::new(12, sentences.iter().map(Vec::as_slice));
        let (of, above) = learn(&words, 6, 20, 2, |_| {});
        for group in [2..5, 5..8, 8..10, 10..12] {
            assert!(group.clone().all(|w| of[w] == of[group.start]), "{of:?}");
        }
        assert_ne!(of[2], of[5]);
        assert!(above.len() == 6 && above.iter().all(|coarse| *coarse < 2), "{above:?}");
    }
}
