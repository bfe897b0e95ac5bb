//! How much the words of a document weigh among those of all others.

use super::executor::{self, Executor};
use super::lexicon;
use super::signature::{Early, Signature, Term};

/// Articles at large that are counted as if they were in the corpus, so that
/// a corpus of five knows which words are common.
const AT_LARGE: f32 = 30.0;
/// Share of articles at large that hold a given pair of words.
const RARE: f32 = 0.0005;
/// Leading bits of a hash that are looked up at once.
const LEADING: u32 = 18;
/// Parts of the range of hashes that are counted at once.
const PARTS: usize = 16;

/// A document as a sparse vector of length one, sorted by term.
pub(crate) type Vector = Box<[(u32, f32)]>;

/// Terms that several documents hold, and how many do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    documents: usize,
    /// Sorted.
    hashes: Vec<u32>,
    df: Vec<u32>,
    /// First entry for each value of the leading bits.
    starts: Vec<u32>,
}

impl Terms {
    /// Counts the terms of all documents. A term of one document alone is
    /// not kept.
    pub(crate) fn count<'s>(
        documents: usize,
        signature: &(dyn Fn(usize) -> &'s Signature + Sync),
        executor: &dyn Executor,
    ) -> Self {
        const SHIFT: u32 = 32 - PARTS.trailing_zeros();
        let counted = executor::map(executor, PARTS, |part| {
            let (from, to) = ((part as u64) << SHIFT, (part as u64 + 1) << SHIFT);
            let mut all: Vec<u32> = Vec::new();
            for d in 0..documents {
                let terms = &signature(d).terms;
                let place = |x: u64| terms.partition_point(|t| u64::from(t.hash()) < x);
                all.extend(terms[place(from)..place(to)].iter().map(|t| t.hash()));
            }
            all.sort_unstable();
            let shared = all.chunk_by(|x, y| x == y).filter(|c| c.len() > 1);
            let (hashes, df): (Vec<u32>, Vec<u32>) = shared.map(|c| (c[0], c.len() as u32)).unzip();
            (hashes, df)
        });
        let mut out = Self { documents, ..Self::default() };
        for (hashes, df) in counted {
            out.hashes.extend(hashes);
            out.df.extend(df);
        }
        out.starts = (0..=1u64 << LEADING)
            .map(|lead| out.hashes.partition_point(|&h| u64::from(h) < lead << (32 - LEADING)) as u32)
            .collect();
        out
    }

    /// Terms that several documents hold.
    pub(crate) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The place of a term that several documents hold.
    pub(crate) fn place(&self, hash: u32) -> Option<usize> {
        let lead = (hash >> (32 - LEADING)) as usize;
        let (from, to) = (*self.starts.get(lead)? as usize, *self.starts.get(lead + 1)? as usize);
        self.hashes.get(from..to)?.binary_search(&hash).ok().map(|i| from + i)
    }

    /// Documents that hold a term; one for a term that was not kept.
    pub(crate) fn df(&self, hash: u32) -> u32 {
        self.place(hash).map_or(1, |i| self.df[i])
    }

    /// The vector of a document. A term of one document alone has nothing to
    /// meet and is left out, though it counts for the length.
    pub(crate) fn vector(&self, s: &Signature) -> Vector {
        weighed(s, self.documents, 2, |hash| self.df(hash))
    }
}

/// The vector of a document without the terms that fewer than `least` of all
/// `documents` hold.
pub(crate) fn weighed(s: &Signature, documents: usize, least: u32, df: impl Fn(u32) -> u32) -> Vector {
    let n = documents as f32;
    let mut norm = 0.0;
    let mut out: Vec<(u32, f32)> = Vec::with_capacity(s.terms.len());
    for t in &s.terms {
        let df = df(t.hash());
        let w = weight(*t, n, df);
        norm += w * w;
        if df >= least {
            out.push((t.hash(), w));
        }
    }
    let norm = norm.sqrt().max(1e-6);
    out.iter_mut().for_each(|t| t.1 /= norm);
    out.into()
}

/// How much a term weighs: how often it occurs, how early it stands, and how
/// few documents share it.
fn weight(t: Term, documents: f32, df: u32) -> f32 {
    let early = match t.early() {
        Early::Start => 2.5,
        Early::Lead => 2.0,
        Early::Rest => 1.0,
    };
    let pair = if t.is_pair() { 0.3 } else { 1.0 };
    let known = if t.is_pair() { RARE } else { lexicon::share(t.hash()) };
    let idf = ((documents + AT_LARGE + 1.0) / (df as f32 + AT_LARGE * known + 0.5)).ln().max(0.0);
    (1.0 + f32::from(t.count()).ln()) * early * pair * idf
}
