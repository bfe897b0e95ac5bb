//! How well a tagger finds the names of labelled texts: exact matches.

use super::conll::Sample;
use super::gold::Article;
use crate::clean::clean;
use crate::corpus::Place;
use crate::entity::EntityKind;
use crate::entity::choice::{self, Number};
use crate::entity::crf;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::memo::Memo;
use crate::entity::page::Page;
use crate::entity::rules;
use crate::entity::scan::{self, Steps};
use crate::entity::zone;
use crate::ingest::RawDocument;
use crate::text::Span;

/// Counts of names found, wrong and missed, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Found with the right extent and kind, wrong, missed.
    pub counts: [[usize; 3]; 4],
    /// Of articles: right and wrong, of the names that are sure and of the doubtful ones.
    pub grades: [[usize; 2]; 2],
    /// What was wrong (`+`) and what was missed (`-`), with the words around.
    pub errors: Vec<String>,
}

impl Score {
    /// Takes in the counts of another.
    pub fn add(&mut self, other: Self) {
        self.counts.iter_mut().flatten().zip(other.counts.iter().flatten()).for_each(|(a, b)| *a += b);
        self.grades.iter_mut().flatten().zip(other.grades.iter().flatten()).for_each(|(a, b)| *a += b);
        self.errors.extend(other.errors);
    }

    /// How often a name that is sure is right, a doubtful one, and how many are sure, in per cent.
    pub fn sureness(&self) -> [f64; 3] {
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        let [sure, doubtful] = self.grades.map(|[right, wrong]| (right, right + wrong));
        [share(sure.0, sure.1), share(doubtful.0, doubtful.1), share(sure.1, sure.1 + doubtful.1)]
    }

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
pub(crate) fn evaluate(model: &[u8], lists: &[u8], samples: &[Sample], with_rules: bool) -> Option<Score> {
    let model = crf::Model::open(model)?;
    let gazetteer = Gazetteer::open(lists);
    let mut score = Score::default();
    for s in samples {
        let mut page = Page::new(&s.text, &[Span::new(0, s.text.len())], &model, gazetteer, &mut Memo::none());
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

/// Cleans annotated articles as the program does, finds their names and counts exact matches.
pub(crate) fn articles(model: &[u8], lists: &[u8], gold: &[&Article], steps: &Steps<'_>) -> Option<Score> {
    let model = crf::Model::open(model)?;
    let gazetteer = Gazetteer::open(lists);
    let mut score = Score::default();
    for a in gold {
        let raw = RawDocument { place: Place::file(a.file.as_str()), text: a.text.clone(), ..RawDocument::default() };
        let document = clean(raw);
        let found = scan::find_with(&document, &model, gazetteer, steps);
        let mut found: Vec<Name> =
            found.iter().flat_map(|e| e.mentions.iter().map(|m| (m.span, e.kind, e.is_doubtful()))).collect();
        found.retain(|(s, ..)| s.start >= a.zone.start && s.end <= a.zone.end);
        found.sort();
        count(a, found, &mut score);
    }
    Some(score)
}

/// The candidates of an article that are asked for a choice, with their features.
pub(crate) fn candidates(article: &Article, model: &crf::Model<'_>, lists: &[u8]) -> Vec<(Span, Vec<Number>)> {
    let raw =
        RawDocument { place: Place::file(article.file.as_str()), text: article.text.clone(), ..RawDocument::default() };
    let document = clean(raw);
    let zones = zone::zones(&document);
    let mut page = Page::new(&document.text, &zones, model, Gazetteer::open(lists), &mut Memo::none());
    let before = page.drafts();
    rules::apply(&mut page);
    let (all, numbers) = choice::asked(&page, model, &before);
    let open = all.iter().zip(numbers).filter(|(c, _)| !c.settled);
    open.map(|(c, numbers)| (page.span(c.from, c.to), numbers)).collect()
}

/// A text with the names that a model and the rules find.
pub(crate) fn labelled(model: &crf::Model<'_>, lists: &[u8], text: &str) -> Sample {
    let document = clean(RawDocument { text: text.to_owned(), ..RawDocument::default() });
    let found = scan::find_with(&document, model, Gazetteer::open(lists), &Steps::All(None));
    let mut sample = Sample { by_machine: true, ..Sample::default() };
    for z in zone::zones(&document) {
        let base = sample.text.len();
        let here = |s: Span| Span::new(s.start - z.start + base, s.end - z.start + base);
        for e in &found {
            for m in e.mentions.iter().filter(|m| m.span.start >= z.start && m.span.end <= z.end) {
                sample.names.push((here(m.span), e.kind));
                if m.doubtful {
                    sample.doubtful.push(here(m.span));
                }
            }
        }
        sample.text.push_str(z.of(&document.text));
        sample.text.push('\n');
    }
    sample.names.sort();
    sample
}

/// Where a name was found, its kind, and whether it is doubtful.
type Name = (Span, EntityKind, bool);

/// A name that is found is right when extent and kind are among those that the annotation allows. What
/// touches an optional name, and another extent of a name that was found, count neither way.
fn count(article: &Article, mut found: Vec<Name>, score: &mut Score) {
    let sample = Sample { text: article.text.clone(), ..Sample::default() };
    let mut spared: Vec<Span> =
        article.names.iter().filter(|n| n.optional).filter_map(|n| n.spans.first().copied()).collect();
    for g in article.names.iter().filter(|n| !n.optional) {
        let hit = found.iter().position(|(s, k, _)| g.spans.contains(s) && g.kinds.contains(k));
        if let Some(at) = hit {
            let (.., doubtful) = found.remove(at);
            score.grades[usize::from(doubtful)][0] += 1;
            score.counts[g.kinds[0] as usize][0] += 1;
            spared.extend(&g.spans);
        } else {
            score.counts[g.kinds[0] as usize][2] += 1;
            score.errors.push(error('-', &sample, (g.spans[0], g.kinds[0])));
        }
    }
    for (span, kind, doubtful) in
        found.into_iter().filter(|(s, ..)| !spared.iter().any(|o| o.start < s.end && s.start < o.end))
    {
        score.counts[kind as usize][1] += 1;
        score.grades[usize::from(doubtful)][1] += 1;
        score.errors.push(error('+', &sample, (span, kind)));
    }
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
