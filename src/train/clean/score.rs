//! How well cleaned documents agree with labelled ones: lines weighted by
//! characters, averaged over pages, and runs of four words (shingles, the
//! measure of the scrapinghub article extraction benchmark).

use crate::corpus::Document;
use serde::Serialize;
use std::collections::BTreeMap;

/// Agreement over a set of pages, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Scores {
    /// Pages.
    pub pages: usize,
    /// Mean over pages of the line F1.
    pub line_f1: f64,
    /// Characters of body lines found, over all pages.
    pub body_recall: f64,
    /// F1 of mean shingle precision and mean shingle recall.
    pub shingle_f1: f64,
}

/// Sums over pages.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pages: usize,
    f1: f64,
    kept: f64,
    body: f64,
    precision: (f64, usize),
    recall: (f64, usize),
}

fn grams(text: &str) -> BTreeMap<Vec<&str>, i64> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    let mut out = BTreeMap::new();
    if words.is_empty() {
        return out;
    }
    for i in 0..(words.len().saturating_sub(3)).max(1) {
        *out.entry(words[i..(i + 4).min(words.len())].to_vec()).or_insert(0) += 1;
    }
    out
}

impl Tally {
    /// Adds a page: its cleaned document, per line whether it is body (`None`
    /// where that is not scored), and the body text.
    pub fn add(&mut self, document: &Document, labels: &[Option<bool>], body: &str) {
        let (mut hit, mut extra, mut lost) = (0.0, 0.0, 0.0);
        for (line, label) in document.lines.iter().zip(labels) {
            let weight = line.content(&document.text).of(&document.text).chars().count() as f64;
            match (label, line.is_body()) {
                (Some(true), true) => hit += weight,
                (Some(true), false) => lost += weight,
                (Some(false), true) => extra += weight,
                _ => {}
            }
        }
        self.pages += 1;
        if hit + extra + lost > 0.0 {
            self.f1 += 2.0 * hit / (2.0 * hit + extra + lost);
        }
        self.kept += hit;
        self.body += hit + lost;
        let found = document.body_text();
        let (gold, got) = (grams(body), grams(&found));
        let both: i64 = gold.iter().map(|(g, n)| (*n).min(got.get(g).copied().unwrap_or(0))).sum();
        let (all_gold, all_got): (i64, i64) = (gold.values().sum(), got.values().sum());
        if all_got > 0 {
            self.precision = (self.precision.0 + both as f64 / all_got as f64, self.precision.1 + 1);
        }
        if all_gold > 0 {
            self.recall = (self.recall.0 + both as f64 / all_gold as f64, self.recall.1 + 1);
        }
    }

    /// The scores of all pages added.
    pub fn scores(&self) -> Scores {
        let mean = |(sum, n): (f64, usize)| if n == 0 { 0.0 } else { sum / n as f64 };
        let (p, r) = (mean(self.precision), mean(self.recall));
        Scores {
            pages: self.pages,
            line_f1: mean((self.f1, self.pages)),
            body_recall: if self.body > 0.0 { self.kept / self.body } else { 0.0 },
            shingle_f1: if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 },
        }
    }
}
