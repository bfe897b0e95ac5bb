//! Average-link clustering of a sparse graph of likenesses, each smoothed
//! with the nearest neighbours of its two documents.

use super::index::{Likeness, ONE, nearness, too_far};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

/// Neighbours that smooth a document.
pub(crate) const NEIGHBOURS: usize = 2;
/// Their share for a likeness of one.
pub(crate) const SHARE: f32 = 0.5;
/// Mean likeness from which two groups are one.
pub(crate) const JOIN: f32 = 0.25;

/// Likenesses of documents, each list best first; symmetric.
pub(crate) struct Graph {
    edges: Vec<Vec<(u32, Likeness)>>,
    lookup: HashMap<(u32, u32), Likeness>,
}

impl Graph {
    /// From pairs `(i, j, likeness)` with `i < j`.
    pub(crate) fn new(n: usize, pairs: &[(u32, u32, Likeness)]) -> Self {
        let mut edges = vec![Vec::new(); n];
        let mut lookup = HashMap::with_capacity(pairs.len());
        for &(i, j, l) in pairs {
            edges[i as usize].push((j, l));
            edges[j as usize].push((i, l));
            lookup.insert((i, j), l);
        }
        for list in &mut edges {
            list.sort_unstable_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        }
        Self { edges, lookup }
    }

    fn raw(&self, i: u32, j: u32) -> f32 {
        if i == j {
            return 1.0;
        }
        self.lookup.get(&(i.min(j), i.max(j))).map_or(0.0, |&l| l as f32 / ONE)
    }

    /// A document with the neighbours that smooth it; shares add up to one.
    fn mixture(&self, i: u32) -> Vec<(u32, f32)> {
        let mut out = vec![(i, 1.0)];
        out.extend(self.edges[i as usize].iter().take(NEIGHBOURS).map(|&(j, l)| (j, SHARE * l as f32 / ONE)));
        let sum: f32 = out.iter().map(|x| x.1).sum();
        out.iter_mut().for_each(|x| x.1 /= sum);
        out
    }

    /// The same graph with every likeness smoothed.
    pub(crate) fn smoothed(&self, days: &[Option<i32>]) -> Graph {
        let n = self.edges.len() as u32;
        let mixtures: Vec<_> = (0..n).map(|i| self.mixture(i)).collect();
        let cross = |i: u32, j: u32| -> f32 {
            let (x, y) = (&mixtures[i as usize], &mixtures[j as usize]);
            x.iter().map(|a| y.iter().map(|b| a.1 * b.1 * self.raw(a.0, b.0)).sum::<f32>()).sum()
        };
        let own: Vec<f32> = (0..n).map(|i| cross(i, i).sqrt().max(1e-6)).collect();
        let mut wanted: Vec<(u32, u32)> = self.lookup.keys().copied().collect();
        // Documents that share a neighbour are compared too.
        let mut mixed_into: Vec<Vec<u32>> = vec![Vec::new(); n as usize];
        for (i, m) in mixtures.iter().enumerate() {
            m.iter().for_each(|x| mixed_into[x.0 as usize].push(i as u32));
        }
        const CROWD: usize = 40;
        for crowd in mixed_into.iter().filter(|c| c.len() <= CROWD) {
            for (k, &i) in crowd.iter().enumerate() {
                wanted.extend(crowd[k + 1..].iter().map(|&j| (i.min(j), i.max(j))));
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        let pairs: Vec<(u32, u32, Likeness)> = wanted
            .into_iter()
            .map(|(i, j)| {
                // Mirror order, so that the sum is the same either way.
                let day = |i: u32| days.get(i as usize).copied().flatten();
                let l = cross(i, j) / (own[i as usize] * own[j as usize]);
                // Neighbours must not carry a likeness over the calendar.
                let l = if nearness(day(i), day(j)) == 0.0 { 0.0 } else { l };
                (i, j, (l.clamp(0.0, 1.0) * ONE) as Likeness)
            })
            .filter(|p| p.2 > 0)
            .collect();
        Graph::new(n as usize, &pairs)
    }

    /// Neighbours of a document, best first.
    pub(crate) fn neighbours(&self, i: usize) -> &[(u32, Likeness)] {
        &self.edges[i]
    }
}

/// A possible merge; the better is the greater, ties go to the lower numbers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    mean: u64,
    pair: std::cmp::Reverse<(u32, u32)>,
    /// Sizes when it was computed; stale when they changed.
    sizes: (u32, u32),
}

struct Clusters {
    links: Vec<BTreeMap<u32, u64>>,
    members: Vec<Vec<u32>>,
    apart: Vec<BTreeSet<u32>>,
    /// First and last day of the dated members.
    days: Vec<Option<(i32, i32)>>,
}

impl Clusters {
    fn merge_of(&self, i: u32, j: u32) -> Option<Merge> {
        let (i, j) = (i.min(j), i.max(j));
        let sum = *self.links[i as usize].get(&j)?;
        let (x, y) = (self.members[i as usize].len() as u64, self.members[j as usize].len() as u64);
        Some(Merge { mean: sum / (x * y), pair: std::cmp::Reverse((i, j)), sizes: (x as u32, y as u32) })
    }

    /// True when the days of two clusters lie too far apart for one event.
    fn distant(&self, i: u32, j: u32) -> bool {
        match (self.days[i as usize], self.days[j as usize]) {
            (Some(x), Some(y)) if x.0 > y.1 => too_far(x.0, y.1),
            (Some(x), Some(y)) if y.0 > x.1 => too_far(y.0, x.1),
            _ => false,
        }
    }

    /// Joins `j` into `i`.
    fn join(&mut self, i: u32, j: u32) {
        let links = std::mem::take(&mut self.links[j as usize]);
        for (k, sum) in links {
            self.links[k as usize].remove(&j);
            if k != i {
                *self.links[i as usize].entry(k).or_default() += sum;
                let total = self.links[i as usize][&k];
                self.links[k as usize].insert(i, total);
            }
        }
        self.links[i as usize].remove(&j);
        self.days[i as usize] = match (self.days[i as usize], self.days[j as usize]) {
            (Some(x), Some(y)) => Some((x.0.min(y.0), x.1.max(y.1))),
            (x, y) => x.or(y),
        };
        let moved = std::mem::take(&mut self.members[j as usize]);
        self.members[i as usize].extend(moved);
        for k in std::mem::take(&mut self.apart[j as usize]) {
            self.apart[k as usize].remove(&j);
            self.apart[k as usize].insert(i);
            self.apart[i as usize].insert(k);
        }
    }
}

/// Clusters of the graph, each sorted, in the order of their first member.
/// Pairs `together` are joined first; clusters with a pair `apart` never are.
pub(crate) fn average_link(
    graph: &Graph,
    days: &[Option<i32>],
    together: &[(u32, u32)],
    apart: &[(u32, u32)],
) -> Vec<Vec<u32>> {
    let n = graph.edges.len();
    let mut c = Clusters {
        links: graph.edges.iter().map(|e| e.iter().map(|&(j, l)| (j, u64::from(l))).collect()).collect(),
        members: (0..n as u32).map(|i| vec![i]).collect(),
        apart: vec![BTreeSet::new(); n],
        days: (0..n).map(|i| days.get(i).copied().flatten().map(|d| (d, d))).collect(),
    };
    for &(i, j) in apart.iter().filter(|p| p.0 != p.1) {
        c.apart[i as usize].insert(j);
        c.apart[j as usize].insert(i);
    }
    let mut root: Vec<u32> = (0..n as u32).collect();
    for &(i, j) in together {
        let (i, j) = (root[i as usize], root[j as usize]);
        if i != j {
            let (i, j) = (i.min(j), i.max(j));
            c.members[j as usize].iter().for_each(|&k| root[k as usize] = i);
            c.join(i, j);
        }
    }
    let bar = (JOIN * ONE) as u64;
    let mut heap: BinaryHeap<Merge> = BinaryHeap::new();
    for i in 0..n as u32 {
        heap.extend(
            c.links[i as usize].range(i + 1..).filter_map(|(&j, _)| c.merge_of(i, j)).filter(|m| m.mean >= bar),
        );
    }
    while let Some(m) = heap.pop() {
        let (i, j) = m.pair.0;
        let current = c.merge_of(i, j).is_some_and(|now| now.sizes == m.sizes && now.mean == m.mean);
        if !current || c.apart[i as usize].contains(&j) || c.distant(i, j) {
            continue;
        }
        c.join(i, j);
        let others: Vec<u32> = c.links[i as usize].keys().copied().collect();
        heap.extend(others.into_iter().filter_map(|k| c.merge_of(i, k)).filter(|m| m.mean >= bar));
    }
    let mut out: Vec<Vec<u32>> = c.members.into_iter().filter(|m| !m.is_empty()).collect();
    out.iter_mut().for_each(|m| m.sort_unstable());
    out.sort_unstable();
    out
}
