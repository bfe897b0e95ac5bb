//! The terminal's clipboard: an OSC 52 sequence, wrapped for tmux and screen,
//! which pass on only what is wrapped.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

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
    fn the_sequence_is_wrapped_for_what_stands_between() {
        assert_eq!(wrap("é", Between::Nobody), b"\x1b]52;c;w6k=\x07");
        assert_eq!(wrap("é", Between::Tmux), b"\x1bPtmux;\x1b\x1b]52;c;w6k=\x07\x1b\\");
        assert_eq!(wrap("é", Between::Screen), b"\x1bP\x1b]52;c;w6k=\x07\x1b\\");
    }
}
