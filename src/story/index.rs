//! Likeness of documents by their weighted terms, found by inverted lists of
//! their heaviest terms so that no document is compared with all others.

use super::lexicon;
use super::prepare::WordMap;
use super::signature::{Signature, Term};

/// Likeness in millionths: sums of it do not depend on their order.
pub(crate) type Likeness = u32;
pub(crate) const ONE: f32 = 1_000_000.0;

/// Heaviest terms by which a document is looked up.
const PROBES: usize = 40;
/// Documents compared in full for one document.
const COMPARED: usize = 40;
/// Documents that may share a term for it to be a probe.
const POSTINGS: usize = 600;
/// Entries of an inverted list looked at.
const SCANNED: usize = 2_400;
/// Likeness below which nothing is remembered.
const FAINT: f32 = 0.06;
/// Articles at large that are counted as if they were in the corpus, so that
/// a corpus of five knows which words are common.
const AT_LARGE: f32 = 30.0;
/// Share of articles at large that hold a given pair of words.
const RARE: f32 = 0.0005;
/// Days beyond which two dated documents are not compared.
const WINDOW: u32 = 10;
/// Likeness of a dated and an undated document, as a share.
const UNDATED: f32 = 0.9;

/// A document as a sparse vector of length one, sorted by term.
pub(crate) type Vector = Vec<(u32, f32)>;

/// How much a term weighs: how often it occurs, how early it stands, and how
/// few documents share it.
fn weight(t: Term, documents: f32, df: u32) -> f32 {
    let early = match t.first {
        0..40 => 2.5,
        40..120 => 1.5,
        _ => 1.0,
    };
    let pair = if t.is_pair() { 0.5 } else { 1.0 };
    let known = if t.is_pair() { RARE } else { lexicon::share(t.hash) };
    let idf = ((documents + AT_LARGE + 1.0) / (df as f32 + AT_LARGE * known + 0.5)).ln().max(0.0);
    (1.0 + f32::from(t.count()).ln()) * early * pair * idf
}

/// How the likeness of two documents shrinks with the days between them.
pub(crate) fn nearness(a: Option<i32>, b: Option<i32>) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) => match a.abs_diff(b) {
            0..=2 => 1.0,
            3..=5 => 0.8,
            6..=WINDOW => 0.5,
            _ => 0.0,
        },
        (None, None) => 1.0,
        // A report without a day may be of any.
        _ => UNDATED,
    }
}

/// True when two days are too far apart for one event.
pub(crate) fn too_far(a: i32, b: i32) -> bool {
    a.abs_diff(b) > WINDOW
}

/// Day number of a signature.
pub(crate) fn day(s: &Signature) -> Option<i32> {
    let d = s.day()?;
    let since = jiff::civil::date(1970, 1, 1).until(d).ok()?;
    Some(since.get_days())
}

/// Vectors and inverted lists over a growing set of documents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    df: WordMap<u32>,
    documents: usize,
    days: Vec<Option<i32>>,
    /// By term: documents with a day, then those without, each with the
    /// weight of the term.
    postings: WordMap<[Vec<(u32, f32)>; 2]>,
}

impl Index {
    /// Counts the terms of a document.
    pub(crate) fn count(&mut self, s: &Signature) {
        self.documents += 1;
        s.terms.iter().for_each(|t| *self.df.entry(t.hash).or_default() += 1);
    }

    /// The vector of a document under the counts so far.
    pub(crate) fn vector(&self, s: &Signature) -> Vector {
        let n = self.documents as f32;
        let df = |t: &Term| self.df.get(&t.hash).copied().unwrap_or(1);
        let mut norm = 0.0;
        let mut out: Vector = Vec::with_capacity(s.terms.len());
        for t in &s.terms {
            let (df, w) = (df(t), weight(*t, n, df(t)));
            norm += w * w;
            // A term of one document alone has nothing to meet.
            if df > 1 {
                out.push((t.hash, w));
            }
        }
        let norm = norm.sqrt().max(1e-6);
        out.iter_mut().for_each(|t| t.1 /= norm);
        out
    }

    /// The heaviest terms of a vector that few documents share.
    fn probes(&self, v: &Vector) -> Vec<(u32, f32)> {
        let mut heavy: Vector = v.clone();
        if heavy.len() > PROBES {
            heavy.select_nth_unstable_by(PROBES, |x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            heavy.truncate(PROBES);
        }
        heavy.sort_unstable_by_key(|t| t.0);
        heavy
    }

    /// Documents like this one among those added so far, best first.
    pub(crate) fn like<V: AsRef<[(u32, f32)]>>(
        &self,
        v: &Vector,
        day: Option<i32>,
        vector_of: impl Fn(u32) -> V,
    ) -> Vec<(u32, Likeness)> {
        let mut sums: WordMap<f32> = WordMap::default();
        for (t, w) in self.probes(v) {
            for list in self.postings.get(&t).into_iter().flatten() {
                // The latest come last; a term that too many share says little.
                let near = list.iter().rev().take(SCANNED).filter(|p| nearness(day, self.days[p.0 as usize]) > 0.0);
                near.take(POSTINGS).for_each(|&(d, x)| *sums.entry(d).or_default() += w * x);
            }
        }
        let mut best: Vec<(u32, f32)> = sums.into_iter().collect();
        let by_sum = |x: &(u32, f32), y: &(u32, f32)| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0));
        if best.len() > COMPARED {
            best.select_nth_unstable_by(COMPARED, by_sum);
            best.truncate(COMPARED);
        }
        let mut out: Vec<(u32, Likeness)> = best
            .into_iter()
            .filter_map(|(d, _)| {
                let likeness = dot(v, vector_of(d).as_ref()) * nearness(day, self.days[d as usize]);
                (likeness >= FAINT).then_some((d, (likeness.min(1.0) * ONE) as Likeness))
            })
            .collect();
        out.sort_unstable_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        out
    }

    /// Makes a document findable; documents are numbered in order of adding.
    pub(crate) fn add(&mut self, v: &Vector, day: Option<i32>) {
        let id = self.days.len() as u32;
        self.days.push(day);
        for (t, w) in self.probes(v) {
            self.postings.entry(t).or_default()[usize::from(day.is_none())].push((id, w));
        }
    }
}

fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += x.1 * y.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}
