//! What was typed and is not an action yet: a count, the beginning of a sequence.

use crate::app::key::Key;

/// Keys that wait for more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Keys of an unfinished sequence.
    pub pending: Vec<Key>,
    /// When the menu of the unfinished sequence comes up.
    pub menu_due: Option<i64>,
    /// The menu of the unfinished sequence is shown.
    pub menu: bool,
    /// Count typed before a motion.
    pub count: Option<usize>,
}

impl Typed {
    /// Forgets all of it.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
