//! What the elements of a page hold together, and which words its article has.
//!
//! Counts; decides nothing.

use super::measure::Measure;
use super::page::Page;
use super::tag::Tag;

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
pub(super) struct Meeting {
    pub(super) at: usize,
    pub(super) first: usize,
    pub(super) second: usize,
}

/// Where `a` and `b` meet.
pub(super) fn meet(page: &Page, a: usize, b: usize) -> Meeting {
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

/// The longer words of the article as the rules find it, and its runs of
/// words, as sorted hashes.
pub(super) struct Said {
    words: Vec<u64>,
    runs: Vec<u64>,
    title: Vec<u64>,
}

/// Hashes of the words of a text, and whether each is long.
fn words(text: &str) -> impl Iterator<Item = (u64, bool)> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(|w| {
        let (mut hash, mut length) = (0xcbf2_9ce4_8422_2325_u64, 0);
        for c in w.chars().flat_map(char::to_lowercase).take(24) {
            hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3);
            length += 1;
        }
        (hash, length >= 5)
    })
}

/// Hashes of the runs of words of a text.
fn runs(all: &[u64]) -> impl Iterator<Item = u64> + '_ {
    all.windows(RUN).map(|w| w.iter().fold(0, |h: u64, x| h.rotate_left(13) ^ x))
}

fn share(hashes: impl Iterator<Item = u64>, known: &[u64], least: usize) -> f32 {
    let (mut all, mut found) = (0.0_f32, 0.0_f32);
    for h in hashes {
        all += 1.0;
        let from = known.partition_point(|&k| k < h);
        found += f32::from(u8::from(known.get(from + least - 1) == Some(&h)));
    }
    found / all.max(1.0)
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
    pub(super) fn new(page: &Page, body: &[bool], title: &str) -> Self {
        let mut s = Self { words: Vec::new(), runs: Vec::new(), title: Vec::new() };
        for (b, _) in page.blocks.iter().zip(body).filter(|(_, body)| **body) {
            let all: Vec<(u64, bool)> = words(&b.text).collect();
            s.words.extend(all.iter().filter(|w| w.1).map(|w| w.0));
            s.runs.extend(runs(&all.iter().map(|w| w.0).collect::<Vec<_>>()));
        }
        s.title.extend(words(title).filter(|w| w.1).map(|w| w.0));
        [&mut s.words, &mut s.runs, &mut s.title].into_iter().for_each(|v| v.sort_unstable());
        s
    }

    /// What a block shares; `own` when it is part of the article itself.
    pub(super) fn shared(&self, text: &str, own: bool) -> Shared {
        let all: Vec<(u64, bool)> = words(text).collect();
        let every: Vec<u64> = all.iter().map(|w| w.0).collect();
        let long = || all.iter().filter(|w| w.1).map(|w| w.0);
        let least = 1 + usize::from(own);
        Shared {
            words: share(long(), &self.words, least),
            runs: share(runs(&every), &self.runs, least),
            title: share(long(), &self.title, 1),
        }
    }
}
