//! The settings as a screen tells them. The file is the shell's: here stand values as it has
//! them.

use crate::app::choices::Choices;
use crate::app::keymap::Keymap;
use crate::notice::Notice;
use crate::words::{Message, Plain};

/// Where the value of a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nothing says otherwise.
    Default,
    /// A line of the file.
    Line(usize),
    /// An option of the command line, for this time.
    Option,
    /// The reader changed it where nothing is kept.
    Now,
}

/// How a setting is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changing {
    /// From one of these values to the next.
    Among(Vec<String>),
    /// By typing.
    Typed,
    /// In the file alone.
    InFile,
}

/// A setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its place in the file: `triage.after`.
    pub key: &'static str,
    /// Its value, as the file has it; of tables how many there are.
    pub value: String,
    /// The value when nothing says otherwise.
    pub default: String,
    /// Where the value comes from.
    pub origin: Origin,
    /// What it does.
    pub words: Plain,
    /// How it is changed.
    pub changing: Changing,
    /// A change counts from the next start on.
    pub later: bool,
}

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The file; `None` where nothing is kept.
    pub file: Option<String>,
    /// The settings, in the order of the file.
    pub settings: Vec<Setting>,
}

/// What is asked of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Configure {
    /// What they are.
    Tell,
    /// A setting is to have this value, as the file has it, or its default.
    Set(&'static str, Option<String>),
    /// The same with words that were typed.
    Type(&'static str, String),
    /// The file is to be opened in the editor, at the line of a setting.
    Edit(&'static str),
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Which setting.
    pub key: &'static str,
    /// The choices before it.
    pub before: Choices,
    /// The choices with it.
    pub after: Choices,
    /// The keys with it.
    pub keymap: Keymap,
    /// What is wrong in the keys of the settings then.
    pub notices: Vec<Notice>,
}

/// The answer to what was asked of the settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Configured {
    /// The settings as they are now.
    pub sheet: Sheet,
    /// What was changed, or why nothing was.
    pub change: Option<Result<Changed, Message>>,
}
