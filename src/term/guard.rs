//! The terminal's state: taken at the start, given back at every end.

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

static TAKEN: AtomicBool = AtomicBool::new(false);

// Presses and the wheel only: reports of every motion would wake an idle
// program.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Holds the terminal; dropping it gives the terminal back.
pub(super) struct Guard(());

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, hidden cursor.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        enter(mouse)?;
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // Panics of workers become notices; only the thread that draws
            // takes the terminal with it.
            if std::thread::current().name() == Some("main") {
                leave();
                before(info);
            }
        }));
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the terminal again, after an editor or a suspension.
pub(super) fn enter(on: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    mouse(on)
}

/// Gives the terminal back as it was; harmless when it was already.
pub(super) fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        // Each step is worth trying when another fails.
        let _ = out.write_all(MOUSE_OFF);
        let _ = execute!(out, ResetColor, DisableBracketedPaste, Show, LeaveAlternateScreen);
        let _ = disable_raw_mode();
    }
}

/// Takes the mouse or gives it back.
pub(super) fn mouse(on: bool) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(if on { MOUSE_ON } else { MOUSE_OFF })?;
    out.flush()
}
