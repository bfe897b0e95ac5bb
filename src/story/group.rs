//! Documents grouped into stories, near-duplicates named, the reason of
//! every membership given.

use super::cluster::{Graph, average_link};
use super::executor::{Executor, Sequential};
use super::index::{Index, day};
use super::membership::Maker;
use super::minhash;
use super::signature::Signature;
use super::stories::{Stories, Story};
use crate::corpus::DocKey;
use std::collections::HashMap;

/// One document to be grouped.
#[derive(Clone, Copy, Debug)]
pub struct StoryInput<'a> {
    /// Its signature.
    pub signature: &'a Signature,
}

/// What the reader decided by hand, and what was so before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupOptions {
    /// Pairs that are one story whatever their texts say.
    pub together: Vec<(DocKey, DocKey)>,
    /// Pairs that are not one story whatever their texts say.
    pub apart: Vec<(DocKey, DocKey)>,
    /// Stories of an earlier run with their members: a story keeps the
    /// identity of the one it shares most members with.
    pub before: Vec<(String, Vec<DocKey>)>,
}

/// Groups documents into stories. The result does not depend on the order of
/// the inputs but for the indices in it.
pub fn group(inputs: &[StoryInput<'_>], options: &GroupOptions) -> Stories {
    group_with(inputs, options, &Sequential)
}

/// The same with the work handed to others.
pub fn group_with(inputs: &[StoryInput<'_>], options: &GroupOptions, executor: &dyn Executor) -> Stories {
    let order = WorkOrder::of(inputs);
    let signature = |i: usize| inputs[order.0[i] as usize].signature;
    let graph = order.graph(&signature, executor);
    order.stories(&signature, &graph.1, options, executor)
}

/// The order in which all work is done: that of the documents themselves, by
/// day and key. Holds the index of the input for each place.
#[derive(Clone, Debug, Default)]
pub(crate) struct WorkOrder(pub(crate) Vec<u32>);

/// The signature at each place of an order.
pub(crate) type At<'f, 's> = dyn Fn(usize) -> &'s Signature + Sync + 'f;

impl WorkOrder {
    pub(crate) fn of(inputs: &[StoryInput<'_>]) -> Self {
        let mut order: Vec<u32> = (0..inputs.len() as u32).collect();
        order.sort_by_key(|&i| (inputs[i as usize].signature.day(), inputs[i as usize].signature.key));
        Self(order)
    }

    fn days(&self, signature: &At<'_, '_>) -> Vec<Option<i32>> {
        (0..self.0.len()).map(|i| day(signature(i))).collect()
    }

    /// The inverted lists, and the likenesses found by them.
    pub(crate) fn graph(&self, signature: &At<'_, '_>, executor: &dyn Executor) -> (Index, Graph) {
        let index = Index::new(self.days(signature), signature, executor);
        let graph = Graph::new(&index.all(signature, executor));
        (index, graph)
    }

    pub(crate) fn stories(
        &self,
        signature: &At<'_, '_>,
        graph: &Graph,
        options: &GroupOptions,
        executor: &dyn Executor,
    ) -> Stories {
        let n = self.0.len();
        let signatures: Vec<&Signature> = (0..n).map(signature).collect();
        let days = self.days(signature);
        let decided = Decided::new(&signatures, options);
        let graph = graph.smoothed(&days, executor);
        let clusters = average_link(&graph, &days, &decided.together, &decided.apart, executor);
        let made = Maker { signatures: &signatures, graph: &graph, clusters: &clusters };
        let mut stories = made.stories(executor);
        keep_identities(&mut stories, &signatures, &options.before);
        let shingles: Vec<_> = signatures.iter().map(|s| &*s.shingles).collect();
        let duplicates = minhash::duplicates(&shingles, executor);
        let reprints = minhash::groups(&duplicates, n);
        let back = |i: usize| self.0[i] as usize;
        for s in &mut stories {
            s.members.iter_mut().for_each(|m| m.index = back(m.index));
            s.near.iter_mut().for_each(|n| n.index = back(n.index));
        }
        Stories {
            stories,
            duplicates: duplicates.into_iter().map(|(i, j)| (back(i), back(j))).collect(),
            reprints: reprints.into_iter().map(|g| g.into_iter().map(back).collect()).collect(),
            strayed: 0,
        }
    }
}

/// What the reader decided, by the numbers of the documents.
#[derive(Default)]
struct Decided {
    together: Vec<(u32, u32)>,
    apart: Vec<(u32, u32)>,
}

impl Decided {
    /// A decision is about a text, and several documents may have it to the
    /// letter: they go where the first of them goes.
    fn new(signatures: &[&Signature], options: &GroupOptions) -> Self {
        let pairs = || options.together.iter().chain(&options.apart);
        let mut first: HashMap<DocKey, Option<u32>> = pairs().flat_map(|(a, b)| [(*a, None), (*b, None)]).collect();
        if first.is_empty() {
            return Self::default();
        }
        let mut together = Vec::new();
        for (i, s) in signatures.iter().enumerate() {
            match first.get_mut(&s.key) {
                Some(Some(first)) => together.push((*first, i as u32)),
                Some(none) => *none = Some(i as u32),
                None => {}
            }
        }
        let numbers = |pairs: &[(DocKey, DocKey)]| -> Vec<(u32, u32)> {
            pairs.iter().filter_map(|(a, b)| Some((first[a]?, first[b]?))).collect()
        };
        together.extend(numbers(&options.together));
        Self { together, apart: numbers(&options.apart) }
    }
}

/// Gives each story the identity of the earlier one with which it shares most
/// members; an identity is given once, to the story that shares most.
fn keep_identities(stories: &mut [Story], signatures: &[&Signature], before: &[(String, Vec<DocKey>)]) {
    let mut was: HashMap<DocKey, usize> = HashMap::new();
    for (b, (_, keys)) in before.iter().enumerate() {
        keys.iter().for_each(|k| {
            was.insert(*k, b);
        });
    }
    let mut claims: Vec<(usize, usize, usize)> = Vec::new();
    for (s, story) in stories.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for m in &story.members {
            if let Some(&b) = was.get(&signatures[m.index].key) {
                *shared.entry(b).or_default() += 1;
            }
        }
        claims.extend(shared.into_iter().map(|(b, n)| (n, b, s)));
    }
    claims.sort_unstable_by(|x, y| y.0.cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut given, mut has) = (vec![false; before.len()], vec![false; stories.len()]);
    for (_, b, s) in claims {
        if !given[b] && !has[s] {
            (given[b], has[s]) = (true, true);
            stories[s].id.clone_from(&before[b].0);
        }
    }
}
