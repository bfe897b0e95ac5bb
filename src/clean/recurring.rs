//! Lines that stand in many articles of one source. A second pass, once the
//! source has a few articles; it may only add evidence against a line.

use super::page;
use crate::corpus::{Document, Line, LineKind};
use crate::text::fnv::fnv;
use crate::words::{Arg, Message, msg};
use std::collections::HashMap;

/// Articles a source needs before anything is said.
const ARTICLES: usize = 4;
/// Share of the articles that a line must stand in.
const SHARE: f64 = 0.5;
/// Words from which a line is a paragraph, which agencies may repeat.
const PARAGRAPH: usize = 40;
/// Share of recurring words from which a document is itself a reprint.
const REPRINT: f64 = 0.4;

/// Share below which a line need not be remembered: the source would have to
/// grow by half before it could matter.
const REMEMBERED: f64 = 0.25;

/// How often the lines of one source stand in its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recurring {
    articles: usize,
    counts: HashMap<u64, usize>,
}

fn key(line: &str) -> u64 {
    fnv(&page::fold(line))
}

/// Counts the lines of the articles of one source.
pub fn find<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Recurring {
    let mut out = Recurring::default();
    documents.into_iter().for_each(|d| out.add(&lines(d)));
    out
}

/// The lines of an article, as [`Recurring`] counts them.
pub fn lines(document: &Document) -> Vec<u64> {
    let text = &document.text;
    let mut keys: Vec<u64> =
        document.lines.iter().filter(|l| l.kind != LineKind::Blank).map(|l| key(l.content(text).of(text))).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// True when a reason says already that the line recurs, alone or beside
/// another.
fn says_so(reason: &Message, recurring: &Message) -> bool {
    let beside = |a: &Arg| matches!(a, Arg::Message(inner) if says_so(inner, recurring));
    reason.name() == recurring.name() || reason.args().iter().any(beside)
}

impl Recurring {
    /// Counts one article more, by its [`lines`].
    pub fn add(&mut self, lines: &[u64]) {
        self.articles += 1;
        lines.iter().for_each(|k| *self.counts.entry(*k).or_insert(0) += 1);
    }

    /// The same without the lines that are far from recurring, in a fixed
    /// order: what is worth keeping on disk.
    #[must_use]
    pub fn telling(&self) -> Vec<(u64, u32)> {
        let bar = REMEMBERED * self.articles as f64;
        let kept = self.counts.iter().filter(|(_, n)| self.articles < ARTICLES || **n as f64 >= bar);
        let mut kept: Vec<(u64, u32)> = kept.map(|(k, n)| (*k, u32::try_from(*n).unwrap_or(u32::MAX))).collect();
        kept.sort_unstable();
        kept
    }

    /// Articles counted.
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// What [`Recurring::telling`] gave, for so many articles.
    pub fn remembered(articles: usize, telling: &[(u64, u32)]) -> Self {
        Self { articles, counts: telling.iter().map(|(k, n)| (*k, *n as usize)).collect() }
    }

    /// Which lines recur, in one number: while it is the same, so is the kind
    /// that [`Recurring::apply`] gives to every line.
    pub fn digest(&self) -> u64 {
        if self.articles < ARTICLES {
            return 0;
        }
        let bar = SHARE * self.articles as f64;
        let recurs = self.counts.iter().filter(|(_, n)| **n as f64 >= bar);
        // The sum does not depend on the order.
        recurs.fold(0, |sum: u64, (k, _)| sum.wrapping_add((k ^ (k >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1))
    }

    fn count(&self, line: &str) -> Option<usize> {
        let n = *self.counts.get(&key(line))?;
        (self.articles >= ARTICLES && n as f64 >= SHARE * self.articles as f64).then_some(n)
    }

    /// In how many articles each line of a document stands, of those that recur;
    /// `None` where none does.
    pub fn among(&self, document: &Document) -> Option<Vec<Option<usize>>> {
        if self.articles < ARTICLES {
            return None;
        }
        let text = &document.text;
        let count = |l: &Line| (l.kind != LineKind::Blank).then(|| self.count(l.content(text).of(text))).flatten();
        let counts: Vec<Option<usize>> = document.lines.iter().map(count).collect();
        counts.iter().any(Option::is_some).then_some(counts)
    }

    /// Adds to the reasons of noise that it recurs, and takes short body
    /// lines that recur for noise. Paragraphs, and documents that are mostly
    /// reprints, are left alone. Returns how many lines changed their kind.
    pub fn apply(&self, document: &mut Document) -> usize {
        self.among(document).map_or(0, |counts| self.apply_to(document, counts))
    }

    /// The same where it is known which lines recur.
    pub(super) fn apply_to(&self, document: &mut Document, counts: Vec<Option<usize>>) -> usize {
        let text = document.text.clone();
        let words = |l: &str| l.split_whitespace().count();
        let (mut all, mut again) = (0, 0);
        for (l, n) in document.lines.iter().zip(&counts).filter(|(l, _)| l.is_body()) {
            let content = l.content(&text).of(&text);
            all += words(content);
            again += n.map_or(0, |_| words(content));
        }
        let reprint = all == 0 || again as f64 > REPRINT * all as f64;
        let mut changed = 0;
        for (line, n) in document.lines.iter_mut().zip(counts).filter(|(l, _)| l.rule != "reader.put_back") {
            let Some(n) = n else { continue };
            let content = line.content(&text).of(&text);
            let noise = line.kind.is_noise();
            if !(noise || line.is_body() && !reprint && words(content) < PARAGRAPH) {
                continue;
            }
            let recurring = msg::clean_recurring(n.to_string(), self.articles.to_string());
            if noise {
                let before = line.reason.take().filter(|r| !says_so(r, &recurring));
                line.reason = Some(match before {
                    Some(reason) => msg::clean_and_recurring(reason, recurring),
                    None => recurring,
                });
            } else {
                line.kind = LineKind::Nav;
                line.rule = "recurring.source";
                line.reason = Some(recurring);
                changed += 1;
            }
        }
        changed
    }
}
