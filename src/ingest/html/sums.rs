//! What the elements of a page hold together, and which words its article has.
//!
//! Counts; decides nothing.

use super::measure::Measure;
use super::page::Page;
use super::tag::Tag;
use crate::text::fnv;

/// Sums over the blocks of each element and of those in it.
pub(super) struct Sums {
    /// Characters of prose.
    pub(super) prose: Vec<f32>,
    pub(super) chars: Vec<f32>,
    /// Share of the characters inside links.
    pub(super) link: Vec<f32>,
    pub(super) blocks: Vec<f32>,
    /// Headings of the first level.
    pub(super) tops: Vec<f32>,
    pub(super) headings: Vec<f32>,
    pub(super) articles: Vec<f32>,
}

/// Characters of a block that reads like a paragraph, whatever its company.
pub(super) fn plain_prose(m: &Measure) -> f32 {
    let reads = m.ends && m.chars >= 40 || m.chars >= 120;
    if m.link < 0.4 && reads { m.chars as f32 } else { 0.0 }
}

impl Sums {
    pub(super) fn new(page: &Page, m: &[Measure]) -> Self {
        let n = page.nodes.len();
        let zeros = || vec![0.0_f32; n];
        let mut s = Self {
            prose: zeros(),
            chars: zeros(),
            link: zeros(),
            blocks: zeros(),
            tops: zeros(),
            headings: zeros(),
            articles: zeros(),
        };
        for (b, m) in page.blocks.iter().zip(m) {
            let at = b.node as usize;
            s.chars[at] += m.chars as f32;
            s.link[at] += m.chars as f32 * m.link;
            s.blocks[at] += 1.0;
            s.prose[at] += plain_prose(m);
        }
        for x in (0..n).rev() {
            let (p, tag) = (page.nodes[x].parent as usize, page.nodes[x].tag);
            s.tops[x] += f32::from(u8::from(tag == Tag::H1));
            s.headings[x] += f32::from(u8::from(tag.is_heading()));
            s.articles[x] += f32::from(u8::from(tag == Tag::Article));
            if x == 0 {
                break;
            }
            for column in
                [&mut s.prose, &mut s.chars, &mut s.link, &mut s.blocks, &mut s.tops, &mut s.headings, &mut s.articles]
            {
                column[p] += column[x];
            }
        }
        s.link.iter_mut().zip(&s.chars).for_each(|(l, c)| *l /= c.max(1.0));
        s
    }
}

/// Where two elements meet: the innermost element around both, and what
/// stands right below it towards each.
#[derive(Clone, Copy)]
pub(super) struct Meeting {
    pub(super) at: usize,
    pub(super) first: usize,
    pub(super) second: usize,
}

/// Where each of some elements meets `b`.
pub(super) fn meetings(page: &Page, elements: impl Iterator<Item = usize>, b: usize) -> Vec<Meeting> {
    let mut last: Option<(usize, Meeting)> = None;
    let of = |a: usize| {
        let met = last.filter(|l| l.0 == a).map_or_else(|| meet(page, a, b), |l| l.1);
        last = Some((a, met));
        met
    };
    elements.map(of).collect()
}

/// Where `a` and `b` meet.
fn meet(page: &Page, a: usize, b: usize) -> Meeting {
    let (mut x, mut y) = (a, b);
    let (mut first, mut second) = (a, b);
    while x != y {
        if page.nodes[x].depth >= page.nodes[y].depth && x != 0 {
            first = x;
            x = page.nodes[x].parent as usize;
        } else {
            second = y;
            y = page.nodes[y].parent as usize;
        }
    }
    Meeting { at: x, first, second }
}

/// Words in a row that make a copy.
const RUN: usize = 4;

/// Letters of a word that are looked at.
const LETTERS: usize = 24;

/// Letters from which a word is long.
const LONG: usize = 5;

/// Adds the hashes of the words of a text, and whether each is long.
fn words(text: &str, out: &mut Vec<(u64, bool)>) {
    let (mut hash, mut length) = (fnv::EMPTY, 0);
    let add = |hash: &mut u64, length: &mut usize, c: char| {
        if *length < LETTERS {
            *hash = fnv::step(*hash, c.into());
            *length += 1;
        }
    };
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            add(&mut hash, &mut length, c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            c.to_lowercase().for_each(|c| add(&mut hash, &mut length, c));
        } else if length > 0 {
            out.push((hash, length >= LONG));
            (hash, length) = (fnv::EMPTY, 0);
        }
    }
    if length > 0 {
        out.push((hash, length >= LONG));
    }
}

/// Hashes of the runs of words of a text.
fn runs(all: &[(u64, bool)]) -> impl Iterator<Item = u64> + '_ {
    all.windows(RUN).map(|w| w.iter().fold(0, |h: u64, x| h.rotate_left(13) ^ x.0))
}

fn long(all: &[(u64, bool)]) -> impl Iterator<Item = u64> + '_ {
    all.iter().filter(|w| w.1).map(|w| w.0)
}

/// Hashes, how often each is there, and a coarse picture of them that answers
/// for nearly all that are not.
struct Hashes {
    sorted: Vec<u64>,
    /// Bits of the hashes that are there once at least, and twice.
    seen: [Vec<u64>; 2],
}

impl Hashes {
    /// Bits of the picture.
    const BITS: usize = 1 << 15;

    fn of(hashes: impl Iterator<Item = u64>) -> Self {
        let mut sorted: Vec<u64> = hashes.collect();
        sorted.sort_unstable();
        let mut seen = [vec![0; Self::BITS / 64], vec![0; Self::BITS / 64]];
        for same in sorted.chunk_by(|a, b| a == b) {
            let (word, bit) = Self::place(same[0]);
            for s in seen.iter_mut().take(same.len()) {
                s[word] |= bit;
            }
        }
        Self { sorted, seen }
    }

    fn place(hash: u64) -> (usize, u64) {
        let place = (hash ^ (hash >> 32)) as usize % Self::BITS;
        (place / 64, 1 << (place % 64))
    }

    /// Which share of some hashes is there, once or, for what is part of them
    /// itself, twice.
    fn share(&self, hashes: impl Iterator<Item = u64>, own: bool) -> f32 {
        let (mut all, mut found) = (0.0_f32, 0.0_f32);
        for h in hashes {
            all += 1.0;
            let (word, bit) = Self::place(h);
            if self.seen[usize::from(own)][word] & bit != 0 {
                let from = self.sorted.partition_point(|&k| k < h);
                found += f32::from(u8::from(self.sorted.get(from + usize::from(own)) == Some(&h)));
            }
        }
        found / all.max(1.0)
    }
}

/// The words of some blocks as hashes, and which of them the article has as
/// the rules find it.
pub(super) struct Said {
    /// The words of block after block.
    all: Vec<(u64, bool)>,
    /// Per block where its words end, and whether it is of the article.
    blocks: Vec<(usize, bool)>,
    /// The longer words of the article, its runs of words, and the longer
    /// words of its title.
    words: Hashes,
    runs: Hashes,
    title: Hashes,
}

/// What shares of a block the article has elsewhere.
pub(super) struct Shared {
    /// Of its longer words.
    pub(super) words: f32,
    /// Of its runs of words.
    pub(super) runs: f32,
    /// Of its longer words, those that the title has.
    pub(super) title: f32,
}

impl Said {
    /// Of blocks, all those of the article among them, which the flag tells.
    pub(super) fn new<'t>(texts: impl Iterator<Item = (&'t str, bool)>, title: &str) -> Self {
        let (mut all, mut blocks) = (Vec::new(), Vec::new());
        for (text, body) in texts {
            words(text, &mut all);
            blocks.push((all.len(), body));
        }
        let mut named = Vec::new();
        words(title, &mut named);
        let article = || each(&all, &blocks).filter(|b| b.1).map(|b| b.0);
        let (words, runs) = (Hashes::of(article().flat_map(long)), Hashes::of(article().flat_map(runs)));
        Self { words, runs, title: Hashes::of(long(&named)), all, blocks }
    }

    /// What each of the blocks shares.
    pub(super) fn shared(&self) -> impl Iterator<Item = Shared> + '_ {
        each(&self.all, &self.blocks).map(|(all, own)| Shared {
            words: self.words.share(long(all), own),
            runs: self.runs.share(runs(all), own),
            title: self.title.share(long(all), false),
        })
    }
}

/// The words of each block, and whether it is of the article.
fn each<'w>(all: &'w [(u64, bool)], blocks: &'w [(usize, bool)]) -> impl Iterator<Item = (&'w [(u64, bool)], bool)> {
    let mut from = 0;
    blocks.iter().map(move |&(to, body)| (&all[std::mem::replace(&mut from, to)..to], body))
}
