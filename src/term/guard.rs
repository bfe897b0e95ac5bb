//! The terminal's state: taken at the start, given back at every end.

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags,
    PushKeyboardEnhancementFlags,
};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use std::env;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

static TAKEN: AtomicBool = AtomicBool::new(false);
/// The terminal was asked to tell keys apart that are one byte otherwise.
static TELLS_APART: AtomicBool = AtomicBool::new(false);

// Presses, the wheel, and motion while a button is pressed: reports of every
// motion would wake an idle program.
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";

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
    if has_keyboard_protocol(|name| env::var(name).ok()) {
        // Each screen of the terminal has a stack of its own.
        TELLS_APART.store(true, Ordering::SeqCst);
        execute!(io::stdout(), PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES))?;
    }
    mouse(on)
}

/// True when the terminal was asked to tell Esc from a key with Alt.
pub(super) fn tells_apart() -> bool {
    TELLS_APART.load(Ordering::SeqCst)
}

/// Gives the terminal back as it was; harmless when it was already.
pub(super) fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        // Each step is worth trying when another fails.
        let _ = out.write_all(MOUSE_OFF);
        if TELLS_APART.swap(false, Ordering::SeqCst) {
            let _ = execute!(out, PopKeyboardEnhancementFlags);
        }
        let _ = execute!(out, ResetColor, DisableBracketedPaste, Show, LeaveAlternateScreen);
        let _ = disable_raw_mode();
    }
}

/// True for a terminal known to speak the keyboard protocol of kitty. It is not
/// asked: one that does not answer would be waited for, and an answer that comes
/// late would be read as keys. Behind a multiplexer it is the multiplexer that
/// counts.
fn has_keyboard_protocol(variable: impl Fn(&str) -> Option<String>) -> bool {
    const TERMS: &[&str] = &["xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "alacritty", "wezterm", "rio"];
    const PROGRAMS: &[&str] = &["WezTerm", "ghostty", "rio"];
    let term = variable("TERM").unwrap_or_default();
    let multiplexed = ["tmux", "screen"].iter().any(|m| term.starts_with(m));
    let program = variable("TERM_PROGRAM").unwrap_or_default();
    !multiplexed && (TERMS.contains(&term.as_str()) || PROGRAMS.contains(&program.as_str()))
}

/// Takes the mouse or gives it back.
pub(super) fn mouse(on: bool) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(if on { MOUSE_ON } else { MOUSE_OFF })?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_protocol_is_spoken_to_terminals_that_have_it_and_not_through_a_multiplexer() {
        let has = |term: &str, program: &str| {
            has_keyboard_protocol(|name| Some(if name == "TERM" { term } else { program }.to_owned()))
        };
        assert!(has("xterm-kitty", "") && has("foot", "") && has("xterm-256color", "WezTerm"));
        assert!(!has("xterm-256color", "") && !has("linux", "") && !has("tmux-256color", "WezTerm"));
        assert!(!has_keyboard_protocol(|_| None));
    }
}
