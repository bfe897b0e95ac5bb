//! Stories over a growing set: one more document is placed without redoing
//! the rest. What [`super::group()`] finds over all documents at once may
//! differ; a program settles with it when there is time.

use super::cluster::{JOIN, NEIGHBOURS, SHARE};
use super::index::{Index, Likeness, ONE, day};
use super::signature::Signature;
use std::collections::BTreeMap;

/// Where a document was put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Number of the document, in order of adding.
    pub document: usize,
    /// Number of its story, in order of founding.
    pub story: usize,
    /// Mean likeness to the members, 0 to 1; 0 for a new story.
    pub likeness: f32,
}

/// Documents added one by one.
#[derive(Clone, Debug, Default)]
pub struct Grouper {
    signatures: Vec<Signature>,
    index: Index,
    /// Likenesses of each document, best first.
    edges: Vec<Vec<(u32, Likeness)>>,
    story_of: Vec<usize>,
    stories: Vec<Vec<usize>>,
}

impl Grouper {
    /// No documents yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Documents of a story, in order of adding.
    pub fn members(&self, story: usize) -> &[usize] {
        self.stories.get(story).map_or(&[], Vec::as_slice)
    }

    /// Stories so far.
    pub fn len(&self) -> usize {
        self.stories.len()
    }

    /// True before the first document.
    pub fn is_empty(&self) -> bool {
        self.stories.is_empty()
    }

    /// Places one document. The work does not grow with the number of
    /// documents beyond the length of a few inverted lists.
    pub fn add(&mut self, signature: Signature) -> Placed {
        let id = self.signatures.len() as u32;
        self.index.count(&signature);
        let vector = self.index.vector(&signature);
        let day = day(&signature);
        let like = self.index.like(&vector, day, |d| self.index.vector(&self.signatures[d as usize]));
        self.index.add(&vector, day);
        self.signatures.push(signature);
        self.edges.push(like.clone());
        for &(j, l) in &like {
            let list = &mut self.edges[j as usize];
            let at = list.partition_point(|e| e.1 >= l);
            list.insert(at, (id, l));
        }
        let mut sums: BTreeMap<usize, f32> = BTreeMap::new();
        for j in self.near(id) {
            *sums.entry(self.story_of[j as usize]).or_default() += self.smoothed(id, j);
        }
        let mean = |(s, sum): (usize, f32)| (s, sum / self.stories[s].len() as f32);
        let best = sums.into_iter().map(mean).max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)));
        let (story, likeness) = match best.filter(|b| b.1 >= JOIN) {
            Some(b) => b,
            None => {
                self.stories.push(Vec::new());
                (self.stories.len() - 1, 0.0)
            }
        };
        self.stories[story].push(id as usize);
        self.story_of.push(story);
        Placed { document: id as usize, story, likeness }
    }

    /// Documents that a new one may be like: its neighbours and theirs.
    fn near(&self, id: u32) -> Vec<u32> {
        let of = |i: u32| self.edges[i as usize].iter().map(|e| e.0);
        let mut out: Vec<u32> = of(id).collect();
        for j in of(id).take(NEIGHBOURS).collect::<Vec<_>>() {
            out.extend(of(j));
        }
        out.retain(|&j| j != id);
        out.sort_unstable();
        out.dedup();
        out
    }

    fn raw(&self, i: u32, j: u32) -> f32 {
        if i == j {
            return 1.0;
        }
        self.edges[i as usize].iter().find(|e| e.0 == j).map_or(0.0, |e| e.1 as f32 / ONE)
    }

    fn mixture(&self, i: u32) -> Vec<(u32, f32)> {
        let mut out = vec![(i, 1.0)];
        out.extend(self.edges[i as usize].iter().take(NEIGHBOURS).map(|&(j, l)| (j, SHARE * l as f32 / ONE)));
        let sum: f32 = out.iter().map(|x| x.1).sum();
        out.iter_mut().for_each(|x| x.1 /= sum);
        out
    }

    fn smoothed(&self, i: u32, j: u32) -> f32 {
        let (x, y) = (self.mixture(i), self.mixture(j));
        let cross = |x: &[(u32, f32)], y: &[(u32, f32)]| -> f32 {
            x.iter().map(|a| y.iter().map(|b| a.1 * b.1 * self.raw(a.0, b.0)).sum::<f32>()).sum()
        };
        cross(&x, &y) / (cross(&x, &x) * cross(&y, &y)).sqrt().max(1e-6)
    }
}
