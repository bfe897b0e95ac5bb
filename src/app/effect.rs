//! [`Effect`]: what update asks of the world, as values.

use crate::app::overlay::prompt::state::About;
use crate::app::session::Session;
use crate::app::settings::Configure;
use crate::corpus::DocId;
use crate::job::{Intake, Job, Kind, Ticket};
use crate::triage::Entry;
use std::path::PathBuf;

/// Most bytes that are sent to a terminal's clipboard: terminals drop longer
/// sequences, the smallest known limit being 74,994 bytes of base64.
pub const TERMINAL_CLIPBOARD: usize = 74_994 / 4 * 3;

/// Something to do outside the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Append an entry to the journal before the next key is read.
    Append(Entry),
    /// Take articles into the store, which gives them their numbers and answers
    /// with [`Msg::TakenIn`](crate::app::Msg::TakenIn) before anything else
    /// happens.
    TakeIn(Intake),
    /// Start a job.
    Start(Ticket, Job),
    /// Stop what runs of a kind.
    Stop(Kind),
    /// Keep the session for the next start.
    Save(Box<Session>),
    /// Tell of the settings or change one; answered with
    /// [`Msg::Configured`](crate::app::Msg::Configured) before anything else happens.
    Configure(Configure),
    /// Open the file of an article in the reader's editor, at a line. The
    /// store knows the file; the model knows only what it is called for people.
    Edit(DocId, usize),
    /// Let the reader write a note in the editor.
    Compose {
        /// What it is about.
        about: Box<About>,
        /// The text so far.
        text: String,
    },
    /// Put a text on the clipboard; on the terminal's only up to
    /// [`TERMINAL_CLIPBOARD`] bytes.
    Copy(String),
    /// Keep a text in a new file and open it in the editor.
    EditNew {
        /// Where; a number is added when the name is taken.
        path: PathBuf,
        /// The text.
        text: String,
    },
    /// Open an address in the reader's browser.
    Browse(String),
    /// Give the mouse to the program or back to the terminal.
    Mouse(bool),
    /// Stop the process until the shell continues it.
    Suspend,
    /// Paint every cell anew.
    Redraw,
    /// Leave.
    Quit,
    /// Leave, and hand nothing over.
    Abort,
}
