//! [`Msg`]: everything that can happen.

use crate::app::area::Size;
use crate::app::key::Key;
use crate::app::overlay::prompt::state::About;
use crate::app::settings::Configured;
use crate::job::{Report, TakenIn, Ticket};
use crate::notice::Notice;
use crate::triage::Entry;
use crate::words::Message;

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The left button was pressed.
    Click,
    /// The pointer moved while it was pressed.
    Drag,
    /// It was let go.
    Release,
    /// Wheel towards the reader.
    WheelDown,
    /// Wheel away from the reader.
    WheelUp,
}

/// Whether the journal is on disk.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Saving {
    /// All of it.
    #[default]
    Saved,
    /// Written, not yet synced.
    Saving,
    /// Kept in memory; the reason.
    Failed(Message),
}

/// How the journal and the desk through which it is shared stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DeskState {
    /// The desk cannot be worked with now.
    pub away: bool,
    /// Entries of the journal that are not at the desk.
    pub unsent: usize,
}

/// Something happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at a cell.
    Pointer(Pointer, u16, u16),
    /// The screen has this size.
    Resize(Size),
    /// It is so many milliseconds after the beginning of 1970; said before
    /// what happens then.
    Time(i64),
    /// The store took articles in.
    TakenIn(TakenIn),
    /// Background work reports.
    Report(Ticket, Report),
    /// The time that was asked for has come.
    Due,
    /// Files of the corpus were changed.
    FilesChanged,
    /// Entries that another instance wrote.
    Entries(Vec<Entry>),
    /// The journal's state on disk changed.
    Saving(Saving),
    /// The desk came, went, or got entries.
    Desk(DeskState),
    /// What was asked of the settings was done.
    Configured(Box<Configured>),
    /// The editor was left with the text of a note.
    Composed(Box<About>, String),
    /// The shell has something to say.
    Notice(Notice),
}
