//! Stories over a growing set: one more document is placed without redoing
//! the rest. What [`super::group()`] finds over all documents at once may
//! differ; a program settles with it when there is time.

use super::cluster::{Graph, JOIN, Mixture, better, cross, mixture};
use super::executor::{self, Executor};
use super::group::{GroupOptions, StoryInput, WorkOrder};
use super::index::{Index, Likeness, Newcomers, ONE, day, nearness};
use super::membership::CLOSE;
use super::minhash;
use super::signature::Signature;
use super::stories::Stories;
use super::terms::{Vector, weighed};
use std::collections::{BTreeMap, HashMap};

/// Where a document was put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Number of the document, in order of adding.
    pub document: usize,
    /// Number of its story, in order of founding.
    pub story: usize,
    /// The story it is like: its own, or for a document that founds one the
    /// story of several that it is close to.
    pub like: Option<Like>,
    /// Number of the document whose copy it is.
    pub copy_of: Option<usize>,
}

/// How like a document is to a story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Like {
    /// Number of the story.
    pub story: usize,
    /// Mean likeness to the members, 0 to 1.
    pub mean: f32,
    /// The member most like it, and how like it is.
    pub most: (usize, f32),
}

/// Documents added one by one, perhaps to many that were grouped at once.
///
/// Inside, the settled documents are numbered by their place in the order of
/// grouping, newcomers after them in order of adding.
#[derive(Clone, Debug, Default)]
pub struct Grouper {
    signatures: Vec<Signature>,
    /// The settled document at each place.
    order: WorkOrder,
    index: Index,
    graph: Graph,
    /// Heaviest terms that one settled document alone holds, sorted, with it
    /// and with their weight.
    lonely: Vec<(u32, u32, f32)>,
    newcomers: Newcomers,
    /// Likenesses in which a newcomer has a part, of both.
    edges: HashMap<u32, Vec<(u32, Likeness)>>,
    story_of: Vec<usize>,
    stories: Vec<Vec<usize>>,
}

impl Grouper {
    /// No documents yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With documents that are grouped at once; the stories are numbered as
    /// in the result, the documents as given.
    pub fn settled(signatures: Vec<Signature>, options: &GroupOptions, executor: &dyn Executor) -> (Self, Stories) {
        let found = Self::indexed(signatures, executor);
        let at = |i: usize| found.signature(i as u32);
        let stories = found.order.stories(&at, &found.graph, options, executor);
        let members = stories.stories.iter().map(|s| s.members.iter().map(|m| m.index).collect()).collect();
        (found.in_stories(members), stories)
    }

    /// With documents that are in stories already: the members of each, every
    /// document in one of them.
    pub fn resumed(signatures: Vec<Signature>, stories: Vec<Vec<usize>>, executor: &dyn Executor) -> Self {
        Self::indexed(signatures, executor).in_stories(stories)
    }

    fn indexed(signatures: Vec<Signature>, executor: &dyn Executor) -> Self {
        let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
        let order = WorkOrder::of(&inputs);
        let at = |i: usize| &signatures[order.0[i] as usize];
        let (index, graph) = order.graph(&at, executor);
        let alone = executor::blocks(executor, inputs.len(), |r| r.map(|i| index.lonely(at(i))).collect());
        drop(inputs);
        let mut lonely: Vec<(u32, u32, f32)> = Vec::new();
        for (i, terms) in alone.into_iter().enumerate() {
            lonely.extend(terms.iter().map(|t| (t.0, i as u32, t.1)));
        }
        lonely.sort_unstable_by_key(|l| (l.0, l.1));
        Self { signatures, order, index, graph, lonely, ..Self::default() }
    }

    fn in_stories(self, stories: Vec<Vec<usize>>) -> Self {
        let mut story_of = vec![0; self.signatures.len()];
        for (s, members) in stories.iter().enumerate() {
            members.iter().for_each(|&m| story_of[m] = s);
        }
        Self { story_of, stories, ..self }
    }

    /// Documents of a story, in order of adding.
    pub fn members(&self, story: usize) -> &[usize] {
        self.stories.get(story).map_or(&[], Vec::as_slice)
    }

    /// A document, by its number in order of adding.
    pub(crate) fn document(&self, number: usize) -> &Signature {
        &self.signatures[number]
    }

    /// Documents that it began with.
    pub(crate) fn settled_documents(&self) -> usize {
        self.order.0.len()
    }

    /// Stories so far.
    pub fn len(&self) -> usize {
        self.stories.len()
    }

    /// True before the first document.
    pub fn is_empty(&self) -> bool {
        self.stories.is_empty()
    }

    /// The number, outside, of a document.
    fn number(&self, i: u32) -> usize {
        self.order.0.get(i as usize).copied().unwrap_or(i) as usize
    }

    fn signature(&self, i: u32) -> &Signature {
        &self.signatures[self.number(i)]
    }

    /// The vector of a document under the counts so far, with the terms that
    /// nothing else has, to be found by documents that come later.
    fn vector(&self, s: &Signature) -> Vector {
        let df = |hash: u32| {
            let settled = match self.index.terms.place(hash) {
                Some(_) => self.index.terms.df(hash),
                None => u32::from(self.lonely.binary_search_by_key(&hash, |l| l.0).is_ok()),
            };
            (settled + self.newcomers.df(hash)).max(1)
        };
        weighed(s, self.order.0.len() + self.newcomers.len() + 1, 1, df)
    }

    /// Places one document. The work does not grow with the number of
    /// documents beyond the length of a few inverted lists.
    pub fn add(&mut self, signature: Signature) -> Placed {
        let number = self.signatures.len();
        let id = number as u32;
        let settled = self.order.0.len() as u32;
        self.newcomers.count(&signature);
        let day = day(&signature);
        let vector = self.vector(&signature);
        let mut like = self.index.like_new(&vector, day, &self.lonely, |d| self.vector(self.signature(d)));
        let fresh = self.newcomers.like_new(&vector, day, |d| self.vector(self.signature(settled + d)));
        like.extend(fresh.into_iter().map(|(d, l)| (settled + d, l)));
        like.sort_unstable_by_key(better);
        self.newcomers.add(&vector, day);
        let copies = like.iter().map(|e| (minhash::jaccard(&signature.shingles, &self.signature(e.0).shingles), e.0));
        let copy = copies.filter(|c| c.0 >= minhash::SAME).max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)));
        let copy_of = copy.map(|c| self.number(c.1));
        self.signatures.push(signature);
        for &(j, l) in &like {
            self.edges.entry(j).or_default().push((id, l));
        }
        self.edges.insert(id, like);
        let like = self.like(id, day);
        let founds = |s: &mut Self| {
            s.stories.push(Vec::new());
            s.stories.len() - 1
        };
        let (story, like) = match like {
            Some(l) if l.mean >= JOIN => (l.story, Some(l)),
            l => (founds(self), l.filter(|l| l.mean >= CLOSE * JOIN && self.stories[l.story].len() > 1)),
        };
        self.stories[story].push(number);
        self.story_of.push(story);
        Placed { document: number, story, like, copy_of }
    }

    /// The story that a new document is most like.
    fn like(&self, id: u32, date: Option<i32>) -> Option<Like> {
        let own = self.mixture(id);
        let mut sums: BTreeMap<usize, (f32, (usize, f32))> = BTreeMap::new();
        for j in self.near(id) {
            let other = self.number(j);
            // Neighbours must not carry a likeness over the calendar.
            if nearness(date, day(self.signature(j))) == 0.0 {
                continue;
            }
            let l = self.smoothed(&own, j);
            let (sum, most) = sums.entry(self.story_of[other]).or_insert((0.0, (other, l)));
            *sum += l;
            if l > most.1 {
                *most = (other, l);
            }
        }
        let like = |(story, (sum, most))| Like { story, mean: sum / self.stories[story].len() as f32, most };
        sums.into_iter().map(like).max_by(|x, y| x.mean.total_cmp(&y.mean).then(y.story.cmp(&x.story)))
    }

    /// Everything that a document is like, best first.
    fn alike(&self, i: u32) -> Vec<(u32, Likeness)> {
        let mut out = self.edges.get(&i).cloned().unwrap_or_default();
        if (i as usize) < self.order.0.len() {
            out.extend(self.graph.neighbours(i));
        }
        out.sort_unstable_by_key(better);
        out
    }

    /// Documents that a new one may be like: its neighbours and theirs.
    fn near(&self, id: u32) -> Vec<u32> {
        let own = self.alike(id);
        let theirs = own.iter().take(super::cluster::NEIGHBOURS).flat_map(|e| self.alike(e.0));
        let mut out: Vec<u32> = own.iter().copied().chain(theirs).map(|e| e.0).filter(|&j| j != id).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    fn raw(&self, i: u32, j: u32) -> f32 {
        if i == j {
            return 1.0;
        }
        if (i.max(j) as usize) < self.order.0.len() {
            return self.graph.raw(i, j);
        }
        let list = self.edges.get(&i.max(j)).into_iter().flatten();
        list.filter(|e| e.0 == i.min(j)).map(|e| e.1 as f32 / ONE).next().unwrap_or_default()
    }

    fn mixture(&self, i: u32) -> Mixture {
        mixture(i, &self.alike(i))
    }

    fn smoothed(&self, x: &Mixture, j: u32) -> f32 {
        let y = self.mixture(j);
        let cross = |x: &Mixture, y: &Mixture| cross(x, y, |i, j| self.raw(i, j));
        cross(x, &y) / (cross(x, x) * cross(&y, &y)).sqrt().max(1e-6)
    }
}
