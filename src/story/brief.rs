//! What happened since a day, story by story: members, facts with their
//! independent origins, what differs, what only one report says.

use super::compare::compare;
use super::group::{GroupOptions, StoryInput, group};
use super::matrix::{Matrix, matrix};
use super::signature::{Signature, signature};
use super::stories::Story;
use super::types::{FindingKind, Options, Side};
use crate::words::Message;
use jiff::civil::Date;
use serde::Serialize;

/// A difference between two reports of one story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// Index of the report called A in the sentence.
    pub a: usize,
    /// Index of the report called B in the sentence.
    pub b: usize,
    /// What differs.
    pub sentence: Message,
}

/// One story of the brief.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Identity of the story.
    pub id: String,
    /// Title of its central report.
    pub title: String,
    /// Indices of the reports, earliest first.
    pub documents: Vec<usize>,
    /// Texts that are printed more than once, as indices.
    pub reprints: Vec<Vec<usize>>,
    /// Facts against the reports, in the order of `documents`.
    pub matrix: Matrix,
    /// Figures, quoted words and directions that differ.
    pub differences: Vec<Difference>,
}

/// Differences of one story, at most.
const MOST: usize = 12;
/// Reports of one story compared pairwise for differences.
const COMPARED: usize = 8;

/// The stories that have a report on or after `since`, those of several reports first,
/// and how many others have none of a known day: they may be of any, and are given
/// only where no day is asked for.
pub fn brief(sides: &[Side<'_>], since: Option<Date>, options: &GroupOptions) -> (Vec<Item>, usize) {
    let signatures: Vec<Signature> = sides.iter().map(|s| signature(s.document)).collect();
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = group(&inputs, options);
    let days = |s: &Story| s.members.iter().filter_map(|m| signatures[m.index].published).max();
    let undated = stories.stories.iter().filter(|s| since.is_some() && days(s).is_none()).count();
    let items = stories
        .stories
        .iter()
        .filter(|s| since.is_none_or(|since| days(s).is_some_and(|last| last >= since)))
        .map(|s| {
            let documents: Vec<usize> = s.members.iter().map(|m| m.index).collect();
            let members: Vec<Side<'_>> = documents.iter().map(|&i| sides[i]).collect();
            Item {
                id: s.id.clone(),
                title: s.title.clone(),
                reprints: stories
                    .reprints
                    .iter()
                    .filter(|r| r.iter().all(|i| documents.contains(i)))
                    .cloned()
                    .collect(),
                matrix: matrix(&members),
                differences: differences(sides, &documents),
                documents,
            }
        })
        .collect();
    (items, undated)
}

fn differences(sides: &[Side<'_>], documents: &[usize]) -> Vec<Difference> {
    let told = [FindingKind::Direction, FindingKind::Figure, FindingKind::Quote, FindingKind::Name];
    let mut out: Vec<Difference> = Vec::new();
    for (k, &a) in documents.iter().take(COMPARED).enumerate() {
        for &b in documents.iter().take(COMPARED).skip(k + 1) {
            let c = compare(sides[a], sides[b], &Options::default());
            for f in c.findings.into_iter().filter(|f| told.contains(&f.kind)) {
                if out.len() < MOST && !out.iter().any(|d| d.sentence == f.sentence) {
                    out.push(Difference { a, b, sentence: f.sentence });
                }
            }
        }
    }
    out
}
