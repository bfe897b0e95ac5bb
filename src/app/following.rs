//! What the program knows of the addresses that it follows.

use crate::job::{FollowChange, SourceRow};
use std::path::PathBuf;

/// What the program knows of the addresses that it follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Following {
    /// The folder that is fetched into; `None` where nothing that is open is one.
    pub folder: Option<PathBuf>,
    /// What is followed, once the reader asked for it.
    pub sources: Vec<SourceRow>,
    /// When the next round begins; `None` before the reader asks for one.
    pub next: Option<i64>,
    /// A round is under way.
    pub busy: bool,
    /// What the reader asked for meanwhile, in order.
    pub waiting: Vec<FollowChange>,
}
