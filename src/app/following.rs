//! What the program knows of the addresses that it follows.

use crate::job::{FollowChange, SourceRow};
use std::path::PathBuf;

/// What the program knows of the addresses that it follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Following {
    /// The folder that is fetched into; `None` where nothing that is open is one.
    pub folder: Option<PathBuf>,
    /// What is followed there, once it was looked up.
    pub sources: Option<Vec<SourceRow>>,
    /// When the next round begins; `None` before the reader asks for one.
    pub next: Option<i64>,
    /// What is being done. It stays until the folder took it, so that what another
    /// program keeps from it now is tried again.
    pub busy: Option<FollowWish>,
    /// What the reader asked for meanwhile, in order.
    pub waiting: Vec<FollowWish>,
}

/// What the reader wants of a folder that follows addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowWish {
    /// The folder: another than the one that is fetched into where the reader takes back
    /// what was said of that.
    pub folder: PathBuf,
    /// What is to be changed there.
    pub change: FollowChange,
    /// The folder took the change.
    pub taken: bool,
}
