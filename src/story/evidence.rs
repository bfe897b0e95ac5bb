//! What speaks for two sentences saying the same, as numbers.

use super::lexicon::rarity;
use super::prepare::{Sentence, flag};
use super::word_hash::{WordMap, WordSet};
use serde::Serialize;
use std::collections::HashMap;

/// The evidence for one link; every value grows with the likeness unless
/// said otherwise, and none depends on which text is called A.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// Cosine of the weighted six-letter stems, 0 to 1.
    pub cosine: f32,
    /// Cosine of the weighted four-letter stems, 0 to 1.
    pub soft: f32,
    /// Share of the weight of the lighter sentence that both have, 0 to 1.
    pub contained: f32,
    /// Weight of shared ordinary words that are rare in both texts.
    pub rare: f32,
    /// Weight of shared names that are rare in both texts.
    pub names: f32,
    /// Weight of shared figures that are rare in both texts.
    pub figures: f32,
    /// Shared ordinary stems.
    pub ordinary: f32,
    /// Words of the shorter sentence.
    pub words: f32,
    /// Share of the shorter sentence in the longer one, in words.
    pub lengths: f32,
    /// Cosine of the weighted three-letter pieces, 0 to 1.
    pub letters: f32,
    /// Weight of the figures and dates that both tell.
    pub values: f32,
    /// Words with content in a quotation that both have a part in.
    pub quoted: f32,
    /// Ordinary words of a run of words that both have, 0 when they are few.
    pub copied: f32,
    /// Cosine of the neighbours before and after, the better of the two.
    pub neighbours: f32,
    /// By how much the best counterpart of either sentence is more alike, 0
    /// to 1; speaks against the link.
    pub beaten: f32,
    /// Likeness as a share of the best of the one sentence that has less to
    /// choose from, 0 to 1.
    pub either: f32,
    /// The share of the weight of the heavier sentence that both have, 0 to 1.
    pub covered: f32,
    /// Weight of all that both have.
    pub mass: f32,
    /// Names that both have.
    pub named: f32,
    /// Names of the one with fewer that the other lacks; speaks against.
    pub unnamed: f32,
    /// The same of the one with more.
    pub unnamed_most: f32,
    /// Names of the one with fewer that the other lacks although its text has
    /// them elsewhere; speaks against.
    pub elsewhere: f32,
    /// Figures of the one with fewer that the other lacks; speaks against.
    pub uncounted: f32,
    /// 1 when one of the two alone holds quoted words.
    pub half_quoted: f32,
    /// 1 when both hold quoted words.
    pub both_quoted: f32,
}

/// How often stems occur on both sides; weights for the pair of texts.
pub(crate) struct Weights {
    /// Stems of names on either side.
    names: [WordSet; 2],
    df: WordMap<[u32; 2]>,
    short: WordMap<[u32; 2]>,
    values: HashMap<u64, [u32; 2]>,
    letters: WordMap<u32>,
    sentences: f32,
}

fn count(sides: [&[Sentence]; 2], key: impl Fn(&super::prepare::Token) -> u32) -> WordMap<[u32; 2]> {
    let mut df: WordMap<[u32; 2]> = WordMap::default();
    let mut seen: Vec<u32> = Vec::new();
    for (side, sentences) in sides.into_iter().enumerate() {
        for s in sentences {
            seen.clear();
            seen.extend(s.tokens.iter().map(&key));
            seen.sort_unstable();
            seen.dedup();
            for &t in &seen {
                df.entry(t).or_default()[side] += 1;
            }
        }
    }
    df
}

/// A sentence as a sparse vector of length one, sorted by stem.
#[derive(Clone, Debug, Default)]
pub(crate) struct SentenceVector(pub(crate) Vec<(u32, f32)>);

impl SentenceVector {
    fn new(mut terms: Vec<(u32, f32)>) -> Self {
        terms.sort_unstable_by_key(|t| t.0);
        let mut out: Vec<(u32, f32)> = Vec::with_capacity(terms.len());
        for (t, w) in terms {
            match out.last_mut() {
                // A word that comes again counts less.
                Some(last) if last.0 == t => last.1 += 0.3 * w,
                _ => out.push((t, w)),
            }
        }
        let norm = out.iter().map(|t| t.1 * t.1).sum::<f32>().sqrt().max(1e-6);
        out.iter_mut().for_each(|t| t.1 /= norm);
        Self(out)
    }

    pub(crate) fn dot(&self, other: &Self) -> f32 {
        common(&self.0, &other.0).map(|(x, y)| x * y).sum::<f32>().min(1.0)
    }
}

fn common<'v>(a: &'v [(u32, f32)], b: &'v [(u32, f32)]) -> impl Iterator<Item = (f32, f32)> + 'v {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    (i, j) = (i + 1, j + 1);
                    return Some((x.1, y.1));
                }
            }
        }
        None
    })
}

/// The stems of a sentence that carry content, sorted, each with its flags.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content(Vec<(u32, u8)>);

impl Content {
    pub(crate) fn of(s: &Sentence) -> Self {
        let with = s.tokens.iter().filter(|t| !t.is(flag::FUNCTION));
        let mut stems: Vec<(u32, u8)> = with.map(|t| (t.stem, t.flags)).collect();
        stems.sort_unstable();
        stems.dedup_by_key(|s| s.0);
        Self(stems)
    }

    /// The stems of both, with the flags that they have in either.
    fn shared(&self, other: &Self) -> impl Iterator<Item = (u32, u8)> {
        let mut rest = &other.0[..];
        self.0.iter().filter_map(move |&(stem, flags)| {
            while let [first, after @ ..] = rest
                && first.0 < stem
            {
                rest = after;
            }
            rest.first().filter(|s| s.0 == stem).map(|s| (stem, flags | s.1))
        })
    }
}

const NAME_DAMPED: f32 = 0.6;

impl Weights {
    pub(crate) fn new(a: &[Sentence], b: &[Sentence]) -> Self {
        let names =
            |s: &[Sentence]| s.iter().flat_map(|s| &s.tokens).filter(|t| t.is(flag::NAME)).map(|t| t.stem).collect();
        Self {
            names: [names(a), names(b)],
            df: count([a, b], |t| t.stem),
            short: count([a, b], |t| t.short),
            values: {
                let mut df: HashMap<u64, [u32; 2]> = HashMap::new();
                for (side, sentences) in [a, b].into_iter().enumerate() {
                    sentences.iter().flat_map(|s| &s.values).for_each(|v| df.entry(v.0).or_default()[side] += 1);
                }
                df
            },
            letters: {
                let mut df: WordMap<u32> = WordMap::default();
                a.iter().chain(b).flat_map(|s| &s.letters).for_each(|l| *df.entry(l.0).or_default() += 1);
                df
            },
            sentences: (a.len() + b.len()) as f32,
        }
    }

    fn idf(&self, df: [u32; 2]) -> f32 {
        ((self.sentences + 1.0) / ((df[0] + df[1]) as f32 + 0.5)).ln().max(0.05)
    }

    fn of(table: &WordMap<[u32; 2]>, t: u32) -> [u32; 2] {
        table.get(&t).copied().unwrap_or([1, 1])
    }

    /// Pairs of sentences that a stem would link.
    pub(crate) fn spread(&self, stem: u32) -> u64 {
        let [x, y] = Self::of(&self.df, stem);
        u64::from(x) * u64::from(y)
    }

    /// 1 for a stem that stands in one sentence on each side, less the more
    /// sentences share it.
    fn unique(&self, stem: u32) -> f32 {
        1.0 / self.spread(stem).max(1) as f32
    }

    pub(crate) fn vector(&self, s: &Sentence) -> SentenceVector {
        self.weigh(s, &self.df, |t| t.stem)
    }

    pub(crate) fn soft(&self, s: &Sentence) -> SentenceVector {
        self.weigh(s, &self.short, |t| t.short)
    }

    pub(crate) fn letters(&self, s: &Sentence) -> SentenceVector {
        let weigh = |&(t, n): &(u32, f32)| {
            let df = self.letters.get(&t).copied().unwrap_or(1) as f32;
            (t, (1.0 + n.ln()) * (1.0 + ((self.sentences + 1.0) / (df + 1.0)).ln()))
        };
        SentenceVector::new(s.letters.iter().map(weigh).collect())
    }

    fn weigh(&self, s: &Sentence, df: &WordMap<[u32; 2]>, key: fn(&super::prepare::Token) -> u32) -> SentenceVector {
        let terms = s.tokens.iter().filter(|t| !t.is(flag::FUNCTION)).map(|t| {
            let damp = if t.is(flag::NAME) { NAME_DAMPED } else { 0.4 + 0.6 * rarity(t.stem) };
            (key(t), damp * self.idf(Self::of(df, key(t))))
        });
        SentenceVector::new(terms.collect())
    }

    /// All evidence but that of the neighbours; `content` is that of the two
    /// sentences.
    pub(crate) fn evidence(
        &self,
        [a, b]: [&Sentence; 2],
        vectors: [&SentenceVector; 2],
        soft: [&SentenceVector; 2],
        content: [&Content; 2],
    ) -> Evidence {
        let (wa, wb): (f32, f32) = (vectors[0].0.iter().map(|t| t.1).sum(), vectors[1].0.iter().map(|t| t.1).sum());
        // Both vectors have length one; undo it to weigh what is shared.
        let (mut shared_a, mut shared_b) = (0.0, 0.0);
        for (x, y) in common(&vectors[0].0, &vectors[1].0) {
            shared_a += x;
            shared_b += y;
        }
        let (of_a, of_b) = (shared_a / wa.max(1e-6), shared_b / wb.max(1e-6));
        let mut e = Evidence {
            cosine: vectors[0].dot(vectors[1]),
            soft: soft[0].dot(soft[1]),
            contained: of_a.max(of_b),
            covered: of_a.min(of_b),
            ..Evidence::default()
        };
        for (stem, flags) in content[0].shared(content[1]) {
            let weight = self.unique(stem);
            e.mass += self.idf(Self::of(&self.df, stem));
            if flags & flag::DIGIT != 0 {
                e.figures += weight;
            } else if flags & flag::NAME != 0 {
                e.names += weight;
            } else if flags & flag::TITLE == 0 {
                e.rare += weight * rarity(stem);
                e.ordinary += 1.0;
            }
        }
        // What both tell says more the fewer sentences of either text tell it.
        let rare = |[x, y]: [u32; 2]| 1.0 / (x.max(1) as f32 * y.max(1) as f32).sqrt();
        e.values = a
            .values
            .iter()
            .filter_map(|v| {
                let other = b.values.binary_search_by_key(&v.0, |w| w.0).ok()?;
                Some(v.1.min(b.values[other].1) * rare(self.values.get(&v.0).copied().unwrap_or([1, 1])))
            })
            .sum();
        self.unshared(content, &mut e);
        let quoted = [a, b].map(|s| s.tokens.iter().any(|t| t.is(flag::QUOTED)));
        e.half_quoted = f32::from(quoted[0] != quoted[1]);
        e.both_quoted = f32::from(quoted[0] && quoted[1]);
        let (la, lb) = (a.tokens.len() as f32, b.tokens.len() as f32);
        e.words = la.min(lb);
        e.lengths = la.min(lb) / la.max(lb).max(1.0);
        e
    }

    /// Names and figures that one of the two lacks.
    fn unshared(&self, [a, b]: [&Content; 2], e: &mut Evidence) {
        let lacks = |of: &Content, other: &Content, text: &WordSet| {
            let (mut names, mut elsewhere, mut figures) = (0.0, 0.0, 0.0);
            for &(stem, flags) in &of.0 {
                let has = other.0.binary_search_by_key(&stem, |s| s.0).is_ok();
                if flags & flag::DIGIT != 0 {
                    figures += f32::from(!has);
                } else if flags & flag::NAME != 0 {
                    names += f32::from(!has);
                    elsewhere += f32::from(!has && text.contains(&stem));
                }
            }
            [names, elsewhere, figures]
        };
        let (x, y) = (lacks(a, b, &self.names[1]), lacks(b, a, &self.names[0]));
        let least = |k: usize| x[k].min(y[k]);
        (e.unnamed, e.unnamed_most) = (least(0), x[0].max(y[0]));
        (e.elsewhere, e.uncounted) = (least(1), least(2));
        e.named = a.shared(b).filter(|(_, flags)| flags & flag::NAME != 0 && flags & flag::DIGIT == 0).count() as f32;
    }
}
