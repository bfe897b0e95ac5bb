//! How well a tagger finds the names of labelled texts: exact matches.

use super::conll::Sample;
use crate::entity::EntityKind;
use crate::entity::crf;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::page::Page;
use crate::entity::rules;
use crate::text::Span;

/// Counts of names found, wrong and missed, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Found with the right extent and kind, wrong, missed.
    pub counts: [[usize; 3]; 4],
    /// What was wrong (`+`) and what was missed (`-`), with the words around.
    pub errors: Vec<String>,
}

impl Score {
    /// Precision, recall and F1 in per cent, of one kind or of all.
    pub fn f1(&self, kind: Option<EntityKind>) -> (f64, f64, f64) {
        let mut c = [0; 3];
        for (k, row) in EntityKind::ALL.iter().zip(&self.counts) {
            if kind.is_none_or(|x| x == *k) {
                (0..3).for_each(|i| c[i] += row[i]);
            }
        }
        let [right, wrong, missed] = c.map(|x| x as f64);
        let p = 100.0 * right / (right + wrong).max(1.0);
        let r = 100.0 * right / (right + missed).max(1.0);
        (p, r, 2.0 * p * r / (p + r).max(1e-9))
    }
}

/// Tags the samples with a model, alone or with the rules over it, and counts
/// exact matches. Kinds that the samples never name are left out: their
/// makers did not look for them.
pub fn evaluate(model: &[u8], lists: &[u8], samples: &[Sample], with_rules: bool) -> Option<Score> {
    let model = crf::Model::open(model)?;
    let gazetteer = Gazetteer::open(lists);
    let mut score = Score::default();
    for s in samples {
        let mut page = Page::new(&s.text, &[Span::new(0, s.text.len())], &model, gazetteer);
        if with_rules {
            rules::apply(&mut page);
        }
        let found: Vec<(Span, EntityKind)> = page.drafts().iter().map(|d| (page.span(d.from, d.to), d.kind)).collect();
        let gold: std::collections::BTreeSet<_> = s.names.iter().copied().collect();
        let mut hit = 0;
        for f in &found {
            let right = gold.contains(f);
            hit += usize::from(right);
            score.counts[f.1 as usize][usize::from(!right)] += 1;
            if !right {
                score.errors.push(error('+', s, *f));
            }
        }
        let found: std::collections::BTreeSet<_> = found.into_iter().collect();
        debug_assert_eq!(hit, found.intersection(&gold).count());
        for g in gold.difference(&found) {
            score.counts[g.1 as usize][2] += 1;
            score.errors.push(error('-', s, *g));
        }
    }
    for (k, row) in EntityKind::ALL.iter().zip(&mut score.counts) {
        if !samples.iter().any(|s| s.names.iter().any(|n| n.1 == *k)) {
            *row = [0; 3];
        }
    }
    Some(score)
}

fn error(sign: char, sample: &Sample, (span, kind): (Span, EntityKind)) -> String {
    let words = |part: &str, n: usize, back: bool| {
        let mut w: Vec<&str> = part.split_whitespace().collect();
        if back {
            w.drain(..w.len().saturating_sub(n));
        } else {
            w.truncate(n);
        }
        w.join(" ")
    };
    let near = |s: &str| s.split('\n').next().unwrap_or("").to_owned();
    let before = sample.text[..span.start].rsplit('\n').next().unwrap_or("");
    let after = near(&sample.text[span.end..]);
    format!("{sign} {} {} [{}] {}", kind.name(), words(before, 5, true), span.of(&sample.text), words(&after, 5, false))
}
