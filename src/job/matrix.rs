//! Who says what in the documents of a story.

use super::analysis::Analysed;
use super::candidate::Candidate;
use super::parallel::Parallel;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::{TextAccess, TextOptions};
use crate::notice::Notice;
use crate::story::coverage::{self, Coverage};
use crate::story::{Side, Signature};
use std::sync::Arc;

/// Finds out who says what in the documents of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The documents.
    pub documents: Vec<Candidate>,
}

/// Articles of a story that are read, at most: each is held as long as its story is looked at.
const READ: usize = 400;

/// Who says what, with the documents of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoSays {
    /// The documents of the story.
    pub documents: Vec<Analysed>,
    /// Further documents of the story, which were not read.
    pub left_out: usize,
    /// Its texts in order of time, and facts against them; indices are those
    /// of `documents`.
    pub coverage: Coverage,
}

impl Task for Matrix {
    type Report = Arc<WhoSays>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Arc<WhoSays>)) -> Result<(), Notice> {
        if let Some(said) = who_says(self.documents, &with.texts(self.texts), stop)? {
            out(Arc::new(said));
        }
        Ok(())
    }
}

/// Lays the documents of a story against each other, of very many the first; reprints are
/// one text. `None` when it was stopped.
///
/// # Errors
/// Which of them cannot be read any more.
pub fn who_says(mut candidates: Vec<Candidate>, texts: &TextAccess, stop: &Stop) -> Result<Option<WhoSays>, Notice> {
    let left_out = candidates.len().saturating_sub(READ);
    candidates.truncate(READ);
    let Some(documents) = texts.all_analysed(candidates, stop) else { return Ok(None) };
    let documents: Vec<Analysed> = documents.into_iter().collect::<Result<_, _>>()?;
    let sides: Vec<Side<'_>> = documents.iter().map(Analysed::side).collect();
    let signatures: Vec<&Signature> = documents.iter().map(|d| &d.analysis.signature).collect();
    let coverage = coverage::coverage(&sides, &coverage::reprints(&signatures), &Parallel);
    Ok(Some(WhoSays { documents, left_out, coverage }))
}
