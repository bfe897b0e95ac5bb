//! How far loading has come, and what waits to be brought in.

use crate::corpus::DocId;
use crate::job::{Load, NewDocument};
use crate::notice::Notice;

/// How far loading has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loading {
    /// Files read.
    pub files: usize,
    /// Everything was read.
    pub loaded: bool,
    /// Everything was looked at for names and facts.
    pub analysed: bool,
    /// Everything was grouped.
    pub grouped: bool,
    /// Stories that there are already are being made anew.
    pub regrouping: bool,
    /// How many of how many articles are in the full-text index, while it is
    /// made.
    pub indexed: Option<(usize, usize)>,
    /// What is being loaded, for the header.
    pub name: String,
    /// When it began.
    pub since: i64,
    /// Articles that there were when the list was last made of them.
    pub listed: usize,
    /// What the remaining time is reckoned from: when looking at articles
    /// began, and how many were looked at then.
    pub pace: Option<(i64, usize)>,
    /// The list shows what the catalogue knew; what is new is held back once
    /// a key was pressed.
    pub known: bool,
    /// When the catalogue may be written again while articles are looked at.
    pub keep_from: i64,
    /// When the catalogue that is being written was begun.
    pub keeping: Option<i64>,
    /// All that follows from the articles was worked out.
    pub caught_up: bool,
    /// The reader asked whether something changed, and waits to be told.
    pub asked: bool,
    /// What the last look again said of files.
    pub noted: Vec<Notice>,
    /// Where the corpus is read from.
    pub from: Option<Load>,
}

/// What changed on disk since the list was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// Articles that are new.
    pub documents: Vec<NewDocument>,
    /// Articles that are there no more.
    pub gone: Vec<DocId>,
}

impl Incoming {
    /// True when nothing changed.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.gone.is_empty()
    }
}
