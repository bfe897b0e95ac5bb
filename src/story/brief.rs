//! What happened since a day, story by story: members, facts with their
//! independent origins, what differs, what only one report says.

use super::executor::Executor;
use super::matrix::{Matrix, matrix};
use super::signature::Signature;
use super::stories::Story;
use super::types::{FindingKind, Side};
use crate::words::{Message, msg};
use jiff::civil::Date;
use serde::Serialize;

/// A difference between two reports of one story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldDifference {
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
    pub differences: Vec<ToldDifference>,
}

/// Differences of one story, at most.
const MOST: usize = 12;

/// The stories that have a report on or after `since`, those of several reports first,
/// and how many others have none of a known day: they may be of any, and are given
/// only where no day is asked for.
pub fn since<'s>(stories: &'s [Story], signatures: &[Signature], since: Option<Date>) -> (Vec<&'s Story>, usize) {
    let last = |s: &Story| s.members.iter().filter_map(|m| signatures[m.index].published).max();
    let undated = stories.iter().filter(|s| since.is_some() && last(s).is_none()).count();
    let told = |s: &&Story| since.is_none_or(|since| last(s).is_some_and(|last| last >= since));
    (stories.iter().filter(told).collect(), undated)
}

/// What is told of one story. `members` are its reports in their order, and `reprints` lists
/// of documents that are one text, those of other stories too; every comparison is an item of
/// the executor.
pub fn item(story: &Story, members: &[Side<'_>], reprints: &[Vec<usize>], executor: &dyn Executor) -> Item {
    let documents: Vec<usize> = story.members.iter().map(|m| m.index).collect();
    let matrix = matrix(members, executor);
    Item {
        id: story.id.clone(),
        title: story.title.clone(),
        reprints: reprints.iter().filter(|r| r.iter().all(|i| documents.contains(i))).cloned().collect(),
        differences: differences(&matrix, &documents),
        matrix,
        documents,
    }
}

/// What the matrix tells as facts, each sentence once.
fn differences(matrix: &Matrix, documents: &[usize]) -> Vec<ToldDifference> {
    let told = [FindingKind::Direction, FindingKind::Figure, FindingKind::Quote, FindingKind::Name];
    let mut out: Vec<ToldDifference> = Vec::new();
    for d in matrix.differences.iter().filter(|d| !d.doubtful && told.contains(&d.kind)) {
        let [x, y] = d.said.clone();
        let sentence = msg::finding_of_both(d.what.clone(), x, y);
        if out.len() < MOST && !out.iter().any(|d| d.sentence == sentence) {
            let [a, b] = d.columns.map(|c| documents.get(c).copied().unwrap_or_default());
            out.push(ToldDifference { a, b, sentence });
        }
    }
    out
}
