//! Lines that stand in many articles of one source. A second pass, once the
//! source has a few articles; it may only add evidence against a line.

use super::page;
use crate::corpus::{Document, LineKind};
use std::collections::HashMap;

/// Articles a source needs before anything is said.
const ARTICLES: usize = 4;
/// Share of the articles that a line must stand in.
const SHARE: f64 = 0.5;
/// Words from which a line is a paragraph, which agencies may repeat.
const PARAGRAPH: usize = 40;
/// Share of recurring words from which a document is itself a reprint.
const REPRINT: f64 = 0.4;

/// How often the lines of one source stand in its articles.
#[derive(Clone, Debug, Default)]
pub struct Recurring {
    articles: usize,
    counts: HashMap<u64, usize>,
}

fn key(line: &str) -> u64 {
    let folded = page::fold(line);
    folded.iter().fold(0xcbf2_9ce4_8422_2325, |h: u64, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Counts the lines of the articles of one source.
pub fn find<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Recurring {
    let mut out = Recurring::default();
    for d in documents {
        out.articles += 1;
        let mut keys: Vec<u64> =
            d.lines.iter().filter(|l| l.kind != LineKind::Blank).map(|l| key(l.content(&d.text).of(&d.text))).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|k| *out.counts.entry(k).or_insert(0) += 1);
    }
    out
}

impl Recurring {
    fn count(&self, line: &str) -> Option<usize> {
        let n = *self.counts.get(&key(line))?;
        (self.articles >= ARTICLES && n as f64 >= SHARE * self.articles as f64).then_some(n)
    }

    /// Adds to the reasons of noise that it recurs, and takes short body
    /// lines that recur for noise. Paragraphs, and documents that are mostly
    /// reprints, are left alone. Returns how many lines changed their kind.
    pub fn apply(&self, document: &mut Document) -> usize {
        let text = document.text.clone();
        let words = |l: &str| l.split_whitespace().count();
        let (mut all, mut again) = (0, 0);
        for l in document.lines.iter().filter(|l| l.is_body()) {
            let content = l.content(&text).of(&text);
            all += words(content);
            again += self.count(content).map_or(0, |_| words(content));
        }
        let reprint = all == 0 || again as f64 > REPRINT * all as f64;
        let mut changed = 0;
        for line in document.lines.iter_mut().filter(|l| l.rule != "reader.put_back") {
            let content = line.content(&text).of(&text);
            let noise = line.kind.is_noise();
            if !(noise || line.is_body() && !reprint && words(content) < PARAGRAPH) {
                continue;
            }
            let Some(n) = self.count(content) else { continue };
            let said = format!("stands in {n} of {} articles of the source", self.articles);
            if noise {
                let before = line.reason.take().filter(|r| !r.contains("articles of the source"));
                line.reason = Some(before.map_or(said.clone(), |r| format!("{r}; {said}")).into());
            } else {
                line.kind = LineKind::Nav;
                line.rule = "recurring.source";
                line.reason = Some(said.into());
                changed += 1;
            }
        }
        changed
    }
}
