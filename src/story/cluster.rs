//! Average-link clustering of a sparse graph of likenesses, each smoothed
//! with the nearest neighbours of its two documents.

use super::executor::{self, Executor};
use super::index::{Likeness, ONE, nearness, too_far};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Neighbours that smooth a document.
pub(crate) const NEIGHBOURS: usize = 2;
/// Their share for a likeness of one.
pub(crate) const SHARE: f32 = 0.6;
/// Mean likeness from which two groups are one.
pub(crate) const JOIN: f32 = 0.32;
/// The same in millionths.
const BAR: u64 = (JOIN * ONE) as u64;

/// Likenesses of documents, each list in the order of the others; symmetric.
#[derive(Clone, Debug, Default)]
pub(crate) struct Graph {
    /// First edge of each document, and the end of the last.
    starts: Vec<usize>,
    edges: Vec<(u32, Likeness)>,
}

/// A document with the neighbours that smooth it; shares add up to one.
pub(crate) type Mixture = Vec<(u32, f32)>;

/// The mixture of a document and its best neighbours.
pub(crate) fn mixture(i: u32, best: &[(u32, Likeness)]) -> Mixture {
    let mut out = vec![(i, 1.0)];
    out.extend(best.iter().take(NEIGHBOURS).map(|&(j, l)| (j, SHARE * l as f32 / ONE)));
    let sum: f32 = out.iter().map(|x| x.1).sum();
    out.iter_mut().for_each(|x| x.1 /= sum);
    out
}

/// The better first, of equal ones that of the lower number.
pub(crate) fn better(x: &(u32, Likeness)) -> impl Ord + use<> {
    (Reverse(x.1), x.0)
}

impl Graph {
    /// From lists of likenesses to documents of lower number.
    pub(crate) fn new(before: &[Box<[(u32, Likeness)]>]) -> Self {
        let mut starts = vec![0usize; before.len() + 1];
        for (i, list) in before.iter().enumerate() {
            starts[i + 1] += list.len();
            list.iter().for_each(|e| starts[e.0 as usize + 1] += 1);
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut edges = vec![(0, 0); starts.last().copied().unwrap_or_default()];
        let mut next = starts.clone();
        for (i, list) in before.iter().enumerate() {
            for &(j, l) in list {
                edges[next[i]] = (j, l);
                next[i] += 1;
                edges[next[j as usize]] = (i as u32, l);
                next[j as usize] += 1;
            }
        }
        let mut rest = &mut edges[..];
        for i in 0..before.len() {
            let (own, after) = rest.split_at_mut(starts[i + 1] - starts[i]);
            own.sort_unstable();
            rest = after;
        }
        Self { starts, edges }
    }

    /// Documents in it.
    pub(crate) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Neighbours of a document, in order.
    pub(crate) fn neighbours(&self, i: u32) -> &[(u32, Likeness)] {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or(self.edges.len());
        &self.edges[at(i as usize)..at(i as usize + 1)]
    }

    /// The best neighbours of a document, as many as smooth it.
    pub(crate) fn best(&self, i: u32) -> Vec<(u32, Likeness)> {
        let mut out = self.neighbours(i).to_vec();
        if out.len() > NEIGHBOURS {
            out.select_nth_unstable_by_key(NEIGHBOURS, better);
            out.truncate(NEIGHBOURS);
        }
        out.sort_unstable_by_key(better);
        out
    }

    /// Likeness of two documents, 0 to 1.
    pub(crate) fn raw(&self, i: u32, j: u32) -> f32 {
        if i == j {
            return 1.0;
        }
        let (x, y) = (self.neighbours(i), self.neighbours(j));
        let (list, other) = if x.len() < y.len() { (x, j) } else { (y, i) };
        list.binary_search_by_key(&other, |e| e.0).map_or(0.0, |at| list[at].1 as f32 / ONE)
    }

    /// The same graph with every likeness smoothed.
    pub(crate) fn smoothed(&self, days: &[Option<i32>], executor: &dyn Executor) -> Graph {
        let n = self.len();
        let mixtures: Vec<Mixture> =
            executor::blocks(executor, n, |r| r.map(|i| mixture(i as u32, &self.best(i as u32))).collect());
        let raw = |i, j| self.raw(i, j);
        let own = executor::blocks(executor, n, |r| {
            r.map(|i| cross(&mixtures[i], &mixtures[i], raw).sqrt().max(1e-6)).collect()
        });
        // Documents that share a neighbour are compared too.
        let mut mixed_into: Vec<Vec<u32>> = vec![Vec::new(); n];
        for (i, m) in mixtures.iter().enumerate() {
            m.iter().for_each(|x| mixed_into[x.0 as usize].push(i as u32));
        }
        const CROWD: usize = 40;
        let day = |i: usize| days.get(i).copied().flatten();
        let before = executor::blocks(executor, n, |r| {
            r.map(|i| {
                let crowds = mixtures[i].iter().map(|x| &mixed_into[x.0 as usize]).filter(|c| c.len() <= CROWD);
                let mut wanted: Vec<u32> = self.neighbours(i as u32).iter().map(|e| e.0).collect();
                wanted.extend(crowds.flatten());
                wanted.retain(|&j| (j as usize) < i);
                wanted.sort_unstable();
                wanted.dedup();
                let smooth = |j: u32| {
                    let l = cross(&mixtures[j as usize], &mixtures[i], raw) / (own[j as usize] * own[i]);
                    // Neighbours must not carry a likeness over the calendar.
                    let l = if nearness(day(i), day(j as usize)) == 0.0 { 0.0 } else { l };
                    (j, (l.clamp(0.0, 1.0) * ONE) as Likeness)
                };
                wanted.into_iter().map(smooth).filter(|e| e.1 > 0).collect()
            })
            .collect()
        });
        Graph::new(&before)
    }

    /// Which documents can be in one cluster: groups, each in order, in the
    /// order of their first member. A cluster grows by means of likenesses,
    /// and a mean reaches the bar only where a single one does.
    fn reachable(&self, together: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let mut root: Vec<u32> = (0..self.len() as u32).collect();
        fn find(root: &mut [u32], mut i: u32) -> u32 {
            while root[i as usize] != i {
                root[i as usize] = root[root[i as usize] as usize];
                i = root[i as usize];
            }
            i
        }
        let mut join = |i: u32, j: u32| {
            let (x, y) = (find(&mut root, i), find(&mut root, j));
            root[x.max(y) as usize] = x.min(y);
        };
        for i in 0..self.len() as u32 {
            let strong = |e: &&(u32, Likeness)| e.0 > i && u64::from(e.1) >= BAR;
            self.neighbours(i).iter().filter(strong).for_each(|e| join(i, e.0));
        }
        together.iter().for_each(|&(i, j)| join(i, j));
        // The root of a group is its first member.
        let mut place = vec![0u32; root.len()];
        let mut out: Vec<Vec<u32>> = Vec::new();
        for i in 0..root.len() as u32 {
            let first = find(&mut root, i);
            if first == i {
                place[i as usize] = out.len() as u32;
                out.push(Vec::new());
            }
            out[place[first as usize] as usize].push(i);
        }
        out
    }
}

/// Likeness of two mixtures, before it is measured against their own.
pub(crate) fn cross(x: &[(u32, f32)], y: &[(u32, f32)], raw: impl Fn(u32, u32) -> f32) -> f32 {
    x.iter().map(|a| y.iter().map(|b| a.1 * b.1 * raw(a.0, b.0)).sum::<f32>()).sum()
}

/// A possible merge; the better is the greater, ties go to the lower numbers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    mean: u64,
    pair: Reverse<(u32, u32)>,
    /// Sizes when it was computed; stale when they changed.
    sizes: (u32, u32),
}

/// Clusters of some documents, which have numbers of their own here.
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
        Some(Merge { mean: sum / (x * y), pair: Reverse((i, j)), sizes: (x as u32, y as u32) })
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
                let total = self.links[i as usize].entry(k).or_default();
                *total += sum;
                let total = *total;
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

    /// Joins the two most alike until no mean reaches the bar.
    fn settle(&mut self) {
        let mut heap: BinaryHeap<Merge> = BinaryHeap::new();
        for i in 0..self.links.len() as u32 {
            let later = self.links[i as usize].range(i + 1..);
            heap.extend(later.filter_map(|(&j, _)| self.merge_of(i, j)).filter(|m| m.mean >= BAR));
        }
        while let Some(m) = heap.pop() {
            let (i, j) = m.pair.0;
            let current = self.merge_of(i, j).is_some_and(|now| now.sizes == m.sizes && now.mean == m.mean);
            if !current || self.apart[i as usize].contains(&j) || self.distant(i, j) {
                continue;
            }
            self.join(i, j);
            let others: Vec<u32> = self.links[i as usize].keys().copied().collect();
            heap.extend(others.into_iter().filter_map(|k| self.merge_of(i, k)).filter(|m| m.mean >= BAR));
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
    executor: &dyn Executor,
) -> Vec<Vec<u32>> {
    let groups = graph.reachable(together);
    let mut of = vec![(0u32, 0u32); graph.len()];
    for (k, group) in groups.iter().enumerate() {
        group.iter().enumerate().for_each(|(at, &d)| of[d as usize] = (k as u32, at as u32));
    }
    // Decisions by group, in the numbers of the group.
    let decided = |pairs: &[(u32, u32)]| {
        let mut out: BTreeMap<usize, Vec<(u32, u32)>> = BTreeMap::new();
        for &(i, j) in pairs.iter().filter(|p| p.0 != p.1) {
            let (x, y) = (of[i as usize], of[j as usize]);
            if x.0 == y.0 {
                out.entry(x.0 as usize).or_default().push((x.1, y.1));
            }
        }
        out
    };
    let (together, apart) = (decided(together), decided(apart));
    let pairs = |decided: &BTreeMap<usize, Vec<(u32, u32)>>, k: usize| decided.get(&k).cloned().unwrap_or_default();
    let clustered = executor::blocks(executor, groups.len(), |r| {
        r.map(|k| match &groups[k][..] {
            [one] => vec![vec![*one]],
            group => clusters_of(graph, days, group, &pairs(&together, k), &pairs(&apart, k)),
        })
        .collect()
    });
    let mut out: Vec<Vec<u32>> = clustered.into_iter().flatten().collect();
    out.sort_unstable();
    out
}

fn clusters_of(
    graph: &Graph,
    days: &[Option<i32>],
    group: &[u32],
    together: &[(u32, u32)],
    apart: &[(u32, u32)],
) -> Vec<Vec<u32>> {
    let n = group.len();
    let links = |i: &u32| -> BTreeMap<u32, u64> {
        let mut group = group.iter().enumerate().peekable();
        let mut inside = BTreeMap::new();
        // Both are in order.
        for &(j, l) in graph.neighbours(*i) {
            while group.next_if(|g| *g.1 < j).is_some() {}
            if let Some((at, _)) = group.next_if(|g| *g.1 == j) {
                inside.insert(at as u32, u64::from(l));
            }
        }
        inside
    };
    let mut c = Clusters {
        links: group.iter().map(links).collect(),
        members: (0..n as u32).map(|i| vec![i]).collect(),
        apart: vec![BTreeSet::new(); n],
        days: group.iter().map(|&d| days.get(d as usize).copied().flatten().map(|d| (d, d))).collect(),
    };
    for &(i, j) in apart {
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
    c.settle();
    let named = |members: Vec<u32>| {
        let mut out: Vec<u32> = members.into_iter().map(|i| group[i as usize]).collect();
        out.sort_unstable();
        out
    };
    c.members.into_iter().filter(|m| !m.is_empty()).map(named).collect()
}
