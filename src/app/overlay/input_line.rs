//! [`InputLine`]: a line of text that the reader types, with its cursor.

use std::ops::{Deref, DerefMut};
use tui_input::Input;

/// A line that is typed.
#[derive(Clone, Debug, Default)]
pub struct InputLine(Input);

impl InputLine {
    /// A line with this text, and the cursor at its end.
    pub fn new(text: String) -> Self {
        Self(Input::new(text))
    }
}

impl Deref for InputLine {
    type Target = Input;

    fn deref(&self) -> &Input {
        &self.0
    }
}

impl DerefMut for InputLine {
    fn deref_mut(&mut self) -> &mut Input {
        &mut self.0
    }
}

/// Two lines are one when they read the same and the cursor stands at one
/// place; the crate's own type cannot be compared.
impl PartialEq for InputLine {
    fn eq(&self, other: &Self) -> bool {
        (self.value(), self.cursor()) == (other.value(), other.cursor())
    }
}
