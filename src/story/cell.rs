//! A cell of the matrix of a story: what one document does with one fact.

use super::types::Grade;
use crate::enumerated::enumerated;
use crate::text::Span;
use serde::Serialize;

enumerated! {
    /// What a document does with a fact.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum State {
        /// In the same words or nearly so.
        Said => "said",
        /// In other words; a part may be missing.
        Partly => "partly",
        /// Otherwise than another of the texts, as their comparison tells.
        Differs => "differs",
        /// Not found by this method.
        Absent => "absent",
        /// In a report of a later event.
        Confirmed => "confirmed",
    }
}

impl State {
    /// One sign for a cell.
    pub fn sign(self) -> char {
        match self {
            Self::Said => '●',
            Self::Partly => '~',
            Self::Differs => '≠',
            Self::Absent => '·',
            Self::Confirmed => '≡',
        }
    }
}

/// A fact in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What the document does with the fact.
    pub state: State,
    /// How sure it is that its sentences are about this fact: that of the
    /// weakest link on the best way from the sentence that tells it most
    /// centrally. `None` where it is absent.
    pub grade: Option<Grade>,
    /// Its sentences about it.
    pub spans: Vec<Span>,
    /// In what it differs from others, by index into [`Matrix::differences`](super::matrix::Matrix::differences).
    pub differences: Vec<usize>,
    /// That it differs is nowhere told as a fact.
    pub(super) doubtful: bool,
}

impl Cell {
    pub(super) const ABSENT: Self =
        Self { state: State::Absent, grade: None, spans: Vec::new(), differences: Vec::new(), doubtful: false };

    /// Whether its sign holds only as far as is likely: that it differs, else that it is
    /// about the fact.
    pub fn is_doubtful(&self) -> bool {
        if self.state == State::Differs { self.doubtful } else { self.is_likely() }
    }

    /// Whether it is about the fact only as far as is likely.
    pub fn is_likely(&self) -> bool {
        self.grade.is_some_and(|g| g < Grade::Sure)
    }

    /// What stands in a cell: its sign, with a question mark when it is
    /// doubtful.
    pub fn signs(&self) -> String {
        let doubt = if self.is_doubtful() { "?" } else { "" };
        format!("{}{doubt}", self.state.sign())
    }
}
