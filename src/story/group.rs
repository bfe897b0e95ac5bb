//! Documents grouped into stories, near-duplicates named, the reason of
//! every membership given.

use super::cluster::{Graph, JOIN, average_link};
use super::index::{Index, ONE, Vector, day};
use super::minhash;
use super::signature::Signature;
use crate::corpus::DocKey;
use jiff::civil::Date;
use serde::Serialize;
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

/// A document inside a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Index into the inputs.
    pub index: usize,
    /// Why it belongs.
    pub reason: String,
}

/// A document close to a story but outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
    /// Index into the inputs.
    pub index: usize,
    /// Why it is close and why it stays outside.
    pub reason: String,
}

/// Reports of one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// Stable: made of the two members most alike, or kept from before.
    pub id: String,
    /// Title of its central report.
    pub title: String,
    /// Members, earliest first.
    pub members: Vec<Member>,
    /// Close but outside, closest first.
    pub near: Vec<Near>,
    /// First day, when known.
    pub first: Option<Date>,
    /// Last day, when known.
    pub last: Option<Date>,
    /// The longer affair that it is part of: the identity of its first story.
    pub arc: Option<String>,
}

/// The result of grouping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stories {
    /// Every document is in exactly one story, alone if need be; the largest
    /// first.
    pub stories: Vec<Story>,
    /// Pairs that are the same copy, by index.
    pub duplicates: Vec<(usize, usize)>,
    /// Documents that are the same copy, each list the earliest first.
    pub reprints: Vec<Vec<usize>>,
}

/// Share of the bar from which a document outside is called near.
const CLOSE: f32 = 0.6;

/// Groups documents into stories. The result does not depend on the order of
/// the inputs but for the indices in it.
pub fn group(inputs: &[StoryInput<'_>], options: &GroupOptions) -> Stories {
    // All work is done in one order of the documents themselves.
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by_key(|&i| (inputs[i].signature.day(), inputs[i].signature.key));
    let signatures: Vec<&Signature> = order.iter().map(|&i| inputs[i].signature).collect();

    let shingles: Vec<&[u32]> = signatures.iter().map(|s| &*s.shingles).collect();
    let duplicates = minhash::duplicates(&shingles);
    let reprints = minhash::groups(&duplicates, signatures.len());

    let days: Vec<Option<i32>> = signatures.iter().map(|s| day(s)).collect();
    let graph = Graph::new(signatures.len(), &pairs(&signatures)).smoothed(&days);
    let numbers: HashMap<DocKey, u32> = signatures.iter().enumerate().map(|(i, s)| (s.key, i as u32)).collect();
    let known = |pairs: &[(DocKey, DocKey)]| -> Vec<(u32, u32)> {
        pairs.iter().filter_map(|(a, b)| Some((*numbers.get(a)?, *numbers.get(b)?))).collect()
    };
    let clusters = average_link(&graph, &days, &known(&options.together), &known(&options.apart));
    let made = Maker { signatures: &signatures, graph: &graph, clusters: &clusters };
    let mut stories = made.stories();
    keep_identities(&mut stories, &signatures, &options.before);

    let back = |i: usize| order[i];
    for s in &mut stories {
        s.members.iter_mut().for_each(|m| m.index = back(m.index));
        s.near.iter_mut().for_each(|n| n.index = back(n.index));
    }
    Stories {
        stories,
        duplicates: duplicates.into_iter().map(|(i, j)| (back(i), back(j))).collect(),
        reprints: reprints.into_iter().map(|g| g.into_iter().map(back).collect()).collect(),
    }
}

fn pairs(signatures: &[&Signature]) -> Vec<(u32, u32, u32)> {
    let mut index = Index::default();
    signatures.iter().for_each(|s| index.count(s));
    let vectors: Vec<Vector> = signatures.iter().map(|s| index.vector(s)).collect();
    let mut out = Vec::new();
    for (i, s) in signatures.iter().enumerate() {
        let like = index.like(&vectors[i], day(s), |d| &vectors[d as usize]);
        out.extend(like.into_iter().map(|(d, l)| (d, i as u32, l)));
        index.add(&vectors[i], day(s));
    }
    out
}

struct Maker<'m> {
    signatures: &'m [&'m Signature],
    graph: &'m Graph,
    clusters: &'m [Vec<u32>],
}

impl Maker<'_> {
    fn stories(&self) -> Vec<Story> {
        let mut of = vec![0usize; self.signatures.len()];
        for (c, members) in self.clusters.iter().enumerate() {
            members.iter().for_each(|&m| of[m as usize] = c);
        }
        let mut near: Vec<Vec<(u64, usize)>> = vec![Vec::new(); self.clusters.len()];
        for i in 0..self.signatures.len() {
            let mut sums: HashMap<usize, u64> = HashMap::new();
            for &(j, l) in self.graph.neighbours(i).iter().filter(|e| of[e.0 as usize] != of[i]) {
                *sums.entry(of[j as usize]).or_default() += u64::from(l);
            }
            let best = sums
                .into_iter()
                .filter(|(c, _)| self.clusters[*c].len() > 1)
                .map(|(c, sum)| (sum / self.clusters[c].len() as u64, std::cmp::Reverse(c)))
                .max();
            if let Some((mean, std::cmp::Reverse(c))) = best
                && mean as f32 >= CLOSE * JOIN * ONE
            {
                near[c].push((mean, i));
            }
        }
        let mut stories: Vec<Story> = self
            .clusters
            .iter()
            .zip(near)
            .map(|(members, mut near)| {
                near.sort_unstable_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
                self.story(members, &near)
            })
            .collect();
        stories.sort_by(|x, y| (y.members.len(), y.last).cmp(&(x.members.len(), x.last)).then_with(|| x.id.cmp(&y.id)));
        stories
    }

    fn story(&self, members: &[u32], near: &[(u64, usize)]) -> Story {
        let inside = |i: u32| self.graph.neighbours(i as usize).iter().filter(|e| members.binary_search(&e.0).is_ok());
        let sum = |i: u32| inside(i).map(|e| u64::from(e.1)).sum::<u64>();
        let central = members.iter().copied().max_by_key(|&i| (sum(i), std::cmp::Reverse(i))).unwrap_or_default();
        let founders = members
            .iter()
            .flat_map(|&i| inside(i).map(move |e| (e.1, std::cmp::Reverse((i.min(e.0), i.max(e.0))))))
            .max()
            .map_or((central, central), |x| x.1.0);
        let key = |i: u32| self.signatures[i as usize].key.to_string();
        let (k, l) = (key(founders.0), key(founders.1));
        let id: String = k.clone().min(l.clone()).chars().take(12).chain(k.max(l).chars().take(4)).collect();
        let dates = || members.iter().filter_map(|&i| self.signatures[i as usize].day());
        Story {
            id,
            title: self.signatures[central as usize].title.to_string(),
            members: members
                .iter()
                .map(|&i| Member {
                    index: i as usize,
                    reason: match inside(i).next() {
                        Some(e) => self.why(i as usize, e.0 as usize, e.1),
                        None if members.len() == 1 => "alone".to_owned(),
                        None => "put here by hand".to_owned(),
                    },
                })
                .collect(),
            near: near
                .iter()
                .map(|&(mean, i)| {
                    let best = self.graph.neighbours(i).iter().find(|e| members.binary_search(&e.0).is_ok());
                    let why = best.map_or_else(String::new, |e| self.why(i, e.0 as usize, e.1));
                    let mean = mean as f32 / ONE;
                    let outside = if mean < JOIN {
                        format!("mean likeness {mean:.2} below {JOIN:.2}")
                    } else {
                        "its day is too far from that of the others, or it was set apart by hand".to_owned()
                    };
                    Near { index: i, reason: format!("{why}; {outside}") }
                })
                .collect(),
            first: dates().min(),
            last: dates().max(),
            arc: None,
        }
    }

    /// What two documents share, in words.
    fn why(&self, i: usize, j: usize, likeness: u32) -> String {
        let (a, b) = (self.signatures[i], self.signatures[j]);
        let words: Vec<&str> = a
            .labels
            .iter()
            .filter(|l| b.terms.binary_search_by_key(&l.0, |t| t.hash).is_ok())
            .map(|l| &*l.1)
            .take(5)
            .collect();
        let mut out = format!("likeness {:.2} to “{}”", likeness as f32 / ONE, b.title);
        if !words.is_empty() {
            out += &format!("; both have {}", words.join(", "));
        }
        if let (Some(x), Some(y)) = (day(a), day(b)) {
            out += &match x.abs_diff(y) {
                0 => "; same day".to_owned(),
                1 => "; 1 day apart".to_owned(),
                n => format!("; {n} days apart"),
            };
        }
        out
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
