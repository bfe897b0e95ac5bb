//! Likeness of documents by their weighted terms, found by inverted lists of
//! their heaviest terms so that no document is compared with all others.

use super::executor::{self, Executor};
use super::signature::Signature;
use super::terms::{Terms, Vector, weighed};
use super::word_hash::WordMap;
use std::collections::VecDeque;
use std::ops::Range;

/// Likeness in millionths: sums of it do not depend on their order.
pub(crate) type Likeness = u32;
pub(crate) const ONE: f32 = 1_000_000.0;

/// Heaviest terms by which a document is looked up.
const PROBES: usize = 40;
/// Documents compared in full for one document.
const COMPARED: usize = 40;
/// Documents that may share a term for it to be a probe; of more the latest.
const POSTINGS: usize = 600;
/// Likeness below which nothing is remembered.
const FAINT: f32 = 0.06;
/// Days beyond which two dated documents are not compared.
pub(crate) const WINDOW: u32 = 10;
/// Likeness of a dated and an undated document, as a share.
const UNDATED: f32 = 0.9;
/// Documents looked up before vectors that are out of the window are let go.
const STRETCH: usize = 4096;

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

/// The heaviest terms of a vector, sorted.
fn probes(v: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut heavy = v.to_vec();
    if heavy.len() > PROBES {
        heavy.select_nth_unstable_by(PROBES, |x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        heavy.truncate(PROBES);
    }
    heavy.sort_unstable_by_key(|t| t.0);
    heavy
}

/// The documents of largest sum, at most [`COMPARED`], in no order.
fn best(mut sums: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    if sums.len() > COMPARED {
        sums.select_nth_unstable_by(COMPARED, |x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        sums.truncate(COMPARED);
    }
    sums
}

/// A vector spread out for many products with others: a small open table
/// behind a filter, as most terms of the others are not in it.
struct Spread {
    filter: [u64; FILTER / 64],
    slots: Vec<(u32, f32)>,
    bits: u32,
}

/// Bits of the filter.
const FILTER: usize = 8192;

impl Spread {
    fn of(v: &[(u32, f32)]) -> Self {
        // Never more than half full, so that a search ends soon.
        let bits = (v.len() * 2).next_power_of_two().trailing_zeros().max(4);
        let mut out = Self { filter: [0; FILTER / 64], slots: vec![(0, 0.0); 1 << bits], bits };
        for &(t, w) in v {
            let at = out.at(t);
            out.slots[at] = (t, w);
            let bit = Self::bit(t);
            out.filter[bit / 64] |= 1 << (bit % 64);
        }
        out
    }

    fn bit(t: u32) -> usize {
        (t.wrapping_mul(0x9e37_79b1) >> (32 - FILTER.trailing_zeros())) as usize
    }

    /// Where a term stands or would stand; a weight is never 0 there.
    fn at(&self, t: u32) -> usize {
        let mut i = (t.wrapping_mul(0x9e37_79b1) >> (32 - self.bits)) as usize;
        while self.slots[i].1 != 0.0 && self.slots[i].0 != t {
            i = (i + 1) & (self.slots.len() - 1);
        }
        i
    }

    fn dot(&self, other: &[(u32, f32)]) -> f32 {
        let mut sum = 0.0;
        for &(t, w) in other {
            let bit = Self::bit(t);
            if self.filter[bit / 64] >> (bit % 64) & 1 == 1 {
                sum += self.slots[self.at(t)].1 * w;
            }
        }
        sum
    }
}

/// The likeness of two documents of that product, when worth remembering.
fn likeness(dot: f32, a: Option<i32>, b: Option<i32>) -> Option<Likeness> {
    let likeness = dot * nearness(a, b);
    (likeness >= FAINT).then_some((likeness.min(1.0) * ONE) as Likeness)
}

/// Inverted lists over documents numbered by their days, those without first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    pub(crate) terms: Terms,
    days: Vec<Option<i32>>,
    /// Documents without a day.
    undated: usize,
    /// First posting of each term of `terms`, and the end of the last.
    starts: Vec<u32>,
    /// Documents of each term in order, each with the weight of the term.
    postings: Vec<(u32, f32)>,
}

impl Index {
    /// Over documents in the order of their days.
    pub(crate) fn new<'s>(
        days: Vec<Option<i32>>,
        signature: &(dyn Fn(usize) -> &'s Signature + Sync),
        executor: &dyn Executor,
    ) -> Self {
        let n = days.len();
        let terms = Terms::count(n, signature, executor);
        let placed = |d: usize| -> Vec<(u32, f32)> {
            let heavy = probes(&terms.vector(signature(d)));
            heavy.into_iter().filter_map(|(t, w)| Some((terms.place(t)? as u32, w))).collect()
        };
        let mut starts = vec![0u32; terms.len() + 1];
        let mut postings = Vec::new();
        let all: Vec<Box<[(u32, f32)]>> = executor::blocks(executor, n, |r| r.map(|d| placed(d).into()).collect());
        all.iter().flatten().for_each(|p| starts[p.0 as usize + 1] += 1);
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        postings.resize(starts.last().map_or(0, |&n| n as usize), (0, 0.0));
        let mut next = starts.clone();
        for (d, probes) in all.iter().enumerate() {
            for &(place, w) in probes {
                let at = &mut next[place as usize];
                postings[*at as usize] = (d as u32, w);
                *at += 1;
            }
        }
        let undated = days.partition_point(Option::is_none);
        Self { terms, days, undated, starts, postings }
    }

    /// Documents in it.
    pub(crate) fn len(&self) -> usize {
        self.days.len()
    }

    /// Documents of each day, from one day to another, both included.
    fn within(&self, from: i32, to: i32) -> Range<usize> {
        let place = |before: &dyn Fn(i32) -> bool| self.days.partition_point(|d| d.is_none_or(before));
        place(&|d| d < from)..place(&|d| d <= to)
    }

    /// The numbers that can be like a document of that day, those without a
    /// day apart.
    fn reach(&self, day: Option<i32>) -> [Range<usize>; 2] {
        let dated = match day {
            Some(d) => self.within(d.saturating_sub(WINDOW as i32), d.saturating_add(WINDOW as i32)),
            None => self.undated..self.len(),
        };
        [0..self.undated, dated]
    }

    /// For every document those before it that are like it, best first.
    pub(crate) fn all<'s>(
        &self,
        signature: &(dyn Fn(usize) -> &'s Signature + Sync),
        executor: &dyn Executor,
    ) -> Vec<Box<[(u32, Likeness)]>> {
        let n = self.len();
        let mut out = Vec::with_capacity(n);
        let mut undated: Vec<Vector> = Vec::new();
        // Vectors of the dated documents from `held_from` on.
        let (mut held, mut held_from) = (VecDeque::<Vector>::new(), self.undated);
        for from in (0..n).step_by(STRETCH) {
            let stretch = from..(from + STRETCH).min(n);
            let reach = self.reach(self.days[from]);
            while held_from < reach[1].start && held.pop_front().is_some() {
                held_from += 1;
            }
            let new = executor::blocks(executor, stretch.len(), |r| {
                r.map(|k| self.terms.vector(signature(from + k))).collect::<Vec<_>>()
            });
            for (d, v) in stretch.clone().zip(new) {
                if d < self.undated { undated.push(v) } else { held.push_back(v) }
            }
            let vector = |d: usize| -> &Vector { if d < self.undated { &undated[d] } else { &held[d - held_from] } };
            out.extend(executor::blocks(executor, stretch.len(), |r| {
                let mut scratch = Scratch::default();
                r.map(|k| {
                    let d = from + k;
                    let reach = self.reach(self.days[d]).map(|r| r.start.min(d)..r.end.min(d));
                    let like = self.like(vector(d), self.days[d], reach, &[], &mut scratch, |e, spread| {
                        spread.dot(vector(e as usize))
                    });
                    like.into()
                })
                .collect()
            }));
        }
        out
    }

    /// The heaviest terms that a document of the index alone holds.
    pub(crate) fn lonely(&self, s: &Signature) -> Vector {
        let mut v = weighed(s, self.len(), 1, |hash| self.terms.df(hash)).into_vec();
        v.retain(|t| self.terms.place(t.0).is_none());
        probes(&v).into()
    }

    /// Documents like a new one, best first; `lonely` holds, sorted, terms of
    /// one document alone, with it and with their weight.
    pub(crate) fn like_new(
        &self,
        v: &Vector,
        day: Option<i32>,
        lonely: &[(u32, u32, f32)],
        vector: impl Fn(u32) -> Vector,
    ) -> Vec<(u32, Likeness)> {
        self.like(v, day, self.reach(day), lonely, &mut Scratch::default(), |e, spread| spread.dot(&vector(e)))
    }

    fn like(
        &self,
        v: &Vector,
        day: Option<i32>,
        reach: [Range<usize>; 2],
        lonely: &[(u32, u32, f32)],
        scratch: &mut Scratch,
        dot: impl Fn(u32, &Spread) -> f32,
    ) -> Vec<(u32, Likeness)> {
        let [undated, dated] = &reach;
        // Documents that cannot be like this one take no place.
        let slot = |d: u32| if (d as usize) < undated.end { d } else { d - (dated.start - undated.end) as u32 };
        let back = |s: u32| if (s as usize) < undated.end { s } else { s + (dated.start - undated.end) as u32 };
        for (t, w) in probes(v) {
            let Some(place) = self.terms.place(t) else {
                let from = lonely.partition_point(|l| l.0 < t);
                let holders = lonely[from..].iter().take_while(|l| l.0 == t);
                let near = holders.filter(|l| reach.iter().any(|r| r.contains(&(l.1 as usize))));
                near.for_each(|&(_, d, x)| scratch.add(slot(d), w * x));
                continue;
            };
            let list = &self.postings[self.starts[place] as usize..self.starts[place + 1] as usize];
            for r in &reach {
                let at = |d: usize| list.partition_point(|p| (p.0 as usize) < d);
                let within = &list[at(r.start)..at(r.end)];
                // The latest come last; a term that too many share says little.
                within[within.len().saturating_sub(POSTINGS)..].iter().for_each(|&(d, x)| scratch.add(slot(d), w * x));
            }
        }
        let spread = Spread::of(v);
        let mut out: Vec<(u32, Likeness)> = best(scratch.take())
            .into_iter()
            .map(|(s, _)| back(s))
            .filter_map(|d| Some((d, likeness(dot(d, &spread), day, self.days[d as usize])?)))
            .collect();
        out.sort_unstable_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        out
    }
}

/// Sums by document.
#[derive(Default)]
struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Scratch {
    fn add(&mut self, d: u32, x: f32) {
        if x <= 0.0 {
            return;
        }
        let at = d as usize;
        if at >= self.sums.len() {
            self.sums.resize(at + 1, 0.0);
        }
        if self.sums[at] == 0.0 {
            self.touched.push(d);
        }
        self.sums[at] += x;
    }

    fn take(&mut self) -> Vec<(u32, f32)> {
        let sums = &mut self.sums;
        self.touched.drain(..).map(|d| (d, std::mem::take(&mut sums[d as usize]))).collect()
    }
}

/// Inverted lists over documents that come one by one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Newcomers {
    /// Documents that hold a term, beyond those counted in an [`Index`].
    df: WordMap<u32>,
    days: Vec<Option<i32>>,
    /// By term: documents with a day, then those without, each with the
    /// weight of the term.
    postings: WordMap<[Vec<(u32, f32)>; 2]>,
}

impl Newcomers {
    /// Entries of an inverted list looked at.
    const SCANNED: usize = 4 * POSTINGS;

    /// Counts the terms of a document that is about to come.
    pub(crate) fn count(&mut self, s: &Signature) {
        s.terms.iter().for_each(|t| *self.df.entry(t.hash()).or_default() += 1);
    }

    /// Documents that came.
    pub(crate) fn len(&self) -> usize {
        self.days.len()
    }

    /// Newcomers that hold a term.
    pub(crate) fn df(&self, hash: u32) -> u32 {
        self.df.get(&hash).copied().unwrap_or_default()
    }

    /// Makes a document findable; they are numbered in order of coming. `v`
    /// holds also the terms that nothing else has so far.
    pub(crate) fn add(&mut self, v: &Vector, day: Option<i32>) {
        let id = self.days.len() as u32;
        self.days.push(day);
        for (t, w) in probes(v) {
            self.postings.entry(t).or_default()[usize::from(day.is_none())].push((id, w));
        }
    }

    /// Those like a new one, best first.
    pub(crate) fn like_new(
        &self,
        v: &Vector,
        day: Option<i32>,
        vector: impl Fn(u32) -> Vector,
    ) -> Vec<(u32, Likeness)> {
        let mut scratch = Scratch::default();
        for (t, w) in probes(v) {
            for list in self.postings.get(&t).into_iter().flatten() {
                let near = |p: &&(u32, f32)| nearness(day, self.days[p.0 as usize]) > 0.0;
                let latest = list.iter().rev().take(Self::SCANNED).filter(near).take(POSTINGS);
                latest.for_each(|&(d, x)| scratch.add(d, w * x));
            }
        }
        let spread = Spread::of(v);
        let like = |(d, _)| Some((d, likeness(spread.dot(&vector(d)), day, self.days[d as usize])?));
        let mut out: Vec<(u32, Likeness)> = best(scratch.take()).into_iter().filter_map(like).collect();
        out.sort_unstable_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        out
    }
}
