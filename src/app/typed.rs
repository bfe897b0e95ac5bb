//! What was typed and is not an action yet: a count, the beginning of a sequence,
//! a key that came before the answer that it is for.

use crate::app::action::{Action, Context};
use crate::app::key::Key;
use crate::job::Kind;

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
    /// An action whose answer is not there yet.
    pub early: Option<Early>,
    /// Keys for a queue that is not there yet: they are what they are there.
    pub ahead: Vec<Key>,
}

/// An action that waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Early {
    /// The work that answers.
    pub answer: Kind,
    /// Where the key was pressed.
    pub context: Context,
    /// What it asks for.
    pub action: Action,
    /// The count before it.
    pub count: Option<usize>,
}

impl Typed {
    /// Forgets all of it.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
