//! [`Session`]: where the reader was, as plain data. Fields may come and go
//! between versions: what is missing takes its default.

use crate::app::asked::Asked;
use crate::app::overlay::marks::state::Marks;
use crate::app::screen::main::list::folds::FoldsKept;
use crate::corpus::DocKey;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where the reader was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Version of this format.
    pub version: u32,
    /// The open article.
    pub document: Option<DocKey>,
    /// Its view: `clean`, `marked` or `raw`.
    pub view: String,
    /// Byte offset of the first row shown, by article.
    pub positions: BTreeMap<DocKey, usize>,
    /// By what the list is grouped.
    pub grouping: String,
    /// Filter expression.
    pub filter: String,
    /// Pane in focus.
    pub focus: String,
    /// The entity sidebar is shown.
    pub entities: bool,
    /// Columns added to the list's default width.
    pub list_delta: i16,
    /// Columns added to the sidebar's default width.
    pub names_delta: i16,
    /// Articles that are ticked.
    pub ticked: BTreeSet<DocKey>,
    /// Marks.
    pub marks: Marks,
    /// How often a hinted key was used, by the name of its action.
    pub used: BTreeMap<String, u32>,
    /// What was searched.
    pub asked: Asked,
    /// How groups stood.
    pub folds: Option<FoldsKept>,
    /// The cursor of the list was on the head of the group that the open article begins.
    pub on_head: bool,
}

/// Version that this program writes.
pub const VERSION: u32 = 1;

/// Ticks kept: of more none is, since some of them would be other ones.
pub const TICKS: usize = 50_000;

/// Reading positions kept, at most.
pub const POSITIONS: usize = 2000;
