//! What a document says of a spelling: how the tagger and the rules see it at
//! its other places, and in which longer and shorter spellings it stands.

use super::candidate::Candidate;
use crate::entity::hash::WordHash;
use crate::entity::page::Page;
use std::collections::HashMap;

/// Longest spelling whose parts are looked for, in words.
const LONGEST: usize = 8;

/// How likely a spelling must be somewhere to say something of its parts.
pub(super) const HEARD: f32 = 0.3;

/// Where a part stands in a longer spelling: at its head, at its end, inside.
pub(super) const PLACES: usize = 3;

/// A share as the logarithm of its odds, within reason.
pub(super) fn odds(share: f32) -> f32 {
    const LITTLE: f32 = 1e-3;
    ((share + LITTLE) / (1.0 - share.min(1.0) + LITTLE)).ln()
}

/// All candidates of one spelling, under which hyphens and spaces are one. Of five numbers the first four are of the
/// kinds and the last of any name.
#[derive(Clone, Default)]
pub(super) struct SpellingSums {
    /// How many there are.
    pub(super) count: usize,
    sums: [f32; 5],
    /// The largest and the second largest.
    tops: [[f32; 2]; 5],
    /// How many the rules left as a name of each kind, and how many as none.
    drawn: [usize; 5],
}

impl SpellingSums {
    /// The numbers of one candidate as logarithms of odds.
    fn odds(c: &Candidate) -> [f32; 5] {
        std::array::from_fn(|k| odds(if k < 4 { c.shares[k] } else { c.total() }))
    }

    /// What the rules made of one candidate.
    fn draw(c: &Candidate) -> usize {
        c.draft.map_or(4, |d| d.kind as usize)
    }

    fn add(&mut self, c: &Candidate) {
        let odds = Self::odds(c);
        for k in 0..5 {
            let [first, second] = if self.count == 0 { [f32::MIN; 2] } else { self.tops[k] };
            self.sums[k] += odds[k];
            self.tops[k] = [first.max(odds[k]), second.max(first.min(odds[k]))];
        }
        self.count += 1;
        self.drawn[Self::draw(c)] += 1;
    }

    /// Mean and largest of a number at the other places than that of the candidate.
    pub(super) fn spread(&self, c: &Candidate, k: usize) -> (f32, f32) {
        let own = Self::odds(c)[k];
        let [first, second] = self.tops[k];
        ((self.sums[k] - own) / (self.count.max(2) - 1) as f32, if own >= first { second } else { first })
    }

    /// What the rules made of the other places, as counts of kinds and of no name.
    pub(super) fn drawn(&self, c: &Candidate) -> [usize; 5] {
        let mut drawn = self.drawn;
        drawn[Self::draw(c)] -= 1;
        drawn
    }
}

/// What the candidates of a document say of each other's spellings.
pub(super) struct Spellings {
    same: HashMap<u64, SpellingSums, WordHash>,
    /// The spelling of each candidate.
    keys: Vec<u64>,
    /// Of a spelling, how likely it is of each kind where it is likeliest.
    most: HashMap<u64, [f32; 4], WordHash>,
    /// Of a part of spellings, the same of the longer ones, by where it stands in them.
    longer: HashMap<u64, [[f32; 4]; PLACES], WordHash>,
}

impl Spellings {
    /// Reads the candidates of a page.
    pub(super) fn new(page: &Page<'_>, all: &[Candidate]) -> Self {
        let mut same: HashMap<u64, SpellingSums, WordHash> = HashMap::with_hasher(WordHash);
        let mut most: HashMap<u64, [f32; 4], WordHash> = HashMap::with_hasher(WordHash);
        let keys: Vec<u64> = all.iter().map(|c| page.loose_key(c.from, c.to)).collect();
        for (i, c) in all.iter().enumerate() {
            same.entry(keys[i]).or_default().add(c);
            let most = most.entry(page.key(c.from, c.to)).or_default();
            for k in 0..4 {
                let drawn = c.draft.is_some_and(|d| d.kind as usize == k);
                most[k] = most[k].max(if drawn { 1.0 } else { c.shares[k] });
            }
        }
        let mut longer: HashMap<u64, [[f32; 4]; PLACES], WordHash> = HashMap::with_hasher(WordHash);
        for c in all.iter().filter(|c| (2..=LONGEST).contains(&(c.to - c.from))) {
            let Some(whole) = most.get(&page.key(c.from, c.to)).filter(|m| m.iter().any(|x| *x >= HEARD)) else {
                continue;
            };
            for i in c.from..c.to {
                for j in i + 1..=c.to {
                    let place = match (i == c.from, j == c.to) {
                        (true, true) => continue,
                        (true, _) => 0,
                        (_, true) => 1,
                        _ => 2,
                    };
                    let slot = &mut longer.entry(page.key(i, j)).or_default()[place];
                    for k in 0..4 {
                        slot[k] = slot[k].max(whole[k]);
                    }
                }
            }
        }
        Self { same, keys, most, longer }
    }

    /// All candidates with the spelling of one.
    pub(super) fn of(&self, i: usize) -> Option<&SpellingSums> {
        self.same.get(&self.keys[i])
    }

    /// How likely longer spellings that hold this one are of each kind, by where it stands in them.
    pub(super) fn longer(&self, key: u64) -> Option<&[[f32; 4]; PLACES]> {
        self.longer.get(&key)
    }

    /// How likely a spelling is of each kind where it is likeliest.
    pub(super) fn most(&self, key: u64) -> Option<&[f32; 4]> {
        self.most.get(&key)
    }
}
