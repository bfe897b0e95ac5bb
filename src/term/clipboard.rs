//! The clipboard: that of the desktop where the terminal is local, and the
//! terminal's own, an OSC 52 sequence, wrapped for tmux and screen, which pass
//! on only what is wrapped.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::sync::mpsc::{Sender, channel};

/// The clipboard of the desktop. A thread holds it: on X11 and Wayland what
/// was copied is served by the program that copied it.
pub(super) struct Desktop {
    texts: Sender<String>,
}

impl Desktop {
    /// The desktop's clipboard when there is a desktop and the terminal is on
    /// this machine; `refused` hears why a text could not be put there.
    pub(super) fn find(refused: impl Fn(String) + Send + 'static) -> Option<Self> {
        let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        if !is_local(set) {
            return None;
        }
        let (texts, wanted) = channel::<String>();
        let hold = move || {
            let mut clipboard = None;
            for text in wanted {
                let done = match &mut clipboard {
                    Some(c) => arboard::Clipboard::set_text(c, text),
                    None => arboard::Clipboard::new().and_then(|c| clipboard.insert(c).set_text(text)),
                };
                if let Err(e) = done {
                    refused(e.to_string());
                }
            }
        };
        std::thread::Builder::new().name("clipboard".into()).spawn(hold).ok()?;
        Some(Self { texts })
    }

    /// Puts a text there.
    pub(super) fn put(&self, text: String) {
        // The thread ends only with the program.
        let _ = self.texts.send(text);
    }
}

/// True when the terminal stands on a desktop of this machine.
fn is_local(set: impl Fn(&str) -> bool) -> bool {
    let away = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(&set);
    let desktop = cfg!(any(windows, target_os = "macos")) || set("WAYLAND_DISPLAY") || set("DISPLAY");
    desktop && !away
}

/// Which program stands between this one and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Nobody,
    Tmux,
    Screen,
}

fn between() -> Between {
    let set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    match () {
        () if set("TMUX") => Between::Tmux,
        () if set("STY") => Between::Screen,
        () => Between::Nobody,
    }
}

/// The bytes that put a text on the clipboard.
pub(super) fn sequence(text: &str) -> Vec<u8> {
    wrap(text, between())
}

fn wrap(text: &str, between: Between) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    match between {
        Between::Nobody => plain,
        Between::Tmux => format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
        Between::Screen => format!("\x1bP{plain}\x1b\\"),
    }
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desktop_is_not_asked_from_another_machine() {
        let env = |names: &'static [&'static str]| move |n: &str| names.contains(&n);
        assert!(is_local(env(&["DISPLAY"])) && is_local(env(&["WAYLAND_DISPLAY"])));
        assert!(!is_local(env(&["DISPLAY", "SSH_CONNECTION"])) && !is_local(env(&["WAYLAND_DISPLAY", "SSH_TTY"])));
        assert_eq!(is_local(env(&[])), cfg!(any(windows, target_os = "macos")));
    }

    #[test]
    fn the_sequence_is_wrapped_for_what_stands_between() {
        assert_eq!(wrap("é", Between::Nobody), b"\x1b]52;c;w6k=\x07");
        assert_eq!(wrap("é", Between::Tmux), b"\x1bPtmux;\x1b\x1b]52;c;w6k=\x07\x1b\\");
        assert_eq!(wrap("é", Between::Screen), b"\x1bP\x1b]52;c;w6k=\x07\x1b\\");
    }
}
