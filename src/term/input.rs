//! The thread that reads the terminal. It reads one event, hands it over and
//! waits for the word to go on, so that nobody reads keys while an editor has
//! the terminal.

use crossterm::event::{self, Event};
use std::io;
use std::sync::mpsc::{self, Sender};

/// Lets the reading thread go on.
pub(super) struct Reader {
    go_on: Sender<()>,
}

impl Reader {
    /// Starts reading; every event goes to `send`, an error ends the reading.
    pub(super) fn start(send: impl Fn(io::Result<Event>) + Send + 'static) -> io::Result<Self> {
        let (go_on, waiting) = mpsc::channel();
        std::thread::Builder::new().name("keys".into()).spawn(move || {
            while waiting.recv().is_ok() {
                let event = event::read();
                let failed = event.is_err();
                send(event);
                if failed {
                    break;
                }
            }
        })?;
        let reader = Self { go_on };
        reader.go_on();
        Ok(reader)
    }

    /// Reads the next event.
    pub(super) fn go_on(&self) {
        // The thread is gone only when the terminal is.
        let _ = self.go_on.send(());
    }
}
