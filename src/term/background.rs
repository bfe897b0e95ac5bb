//! Which theme suits this terminal.

use crate::ui::Theme;
use std::env;
use std::time::Duration;

/// Longest wait for the terminal to say its background colour.
const PATIENCE: Duration = Duration::from_millis(80);

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|v| !v.is_empty())
}

/// The theme of that name; `auto` looks at the terminal: no colour where
/// `NO_COLOR` asks for none, the terminal's own sixteen colours where it
/// announces no more, dark or light by its background where it tells.
pub fn theme(wanted: &str) -> Theme {
    let named = |n: &str| Theme::named(n).unwrap_or_else(|| Theme::named("ansi").expect("ansi is a theme"));
    if is_set("NO_COLOR") {
        return named("mono");
    }
    if wanted != "auto" {
        return named(wanted);
    }
    let truecolour = env::var("COLORTERM").is_ok_and(|v| matches!(v.as_str(), "truecolor" | "24bit"));
    if !truecolour {
        return named("ansi");
    }
    match background() {
        Some(true) => named("dark"),
        Some(false) => named("light"),
        None => named("ansi"),
    }
}

/// True when the background is dark; `None` when nothing tells.
fn background() -> Option<bool> {
    // Set by rxvt, Konsole and others: `foreground;background`.
    if let Some(colour) = env::var("COLORFGBG").ok().and_then(|v| v.rsplit(';').next()?.parse::<u8>().ok()) {
        return Some(!matches!(colour, 7 | 15));
    }
    // A slow line could answer too late, into the keys.
    if is_set("SSH_CONNECTION") {
        return None;
    }
    let mut options = terminal_colorsaurus::QueryOptions::default();
    options.timeout = PATIENCE;
    let mode = terminal_colorsaurus::theme_mode(options).ok()?;
    Some(mode == terminal_colorsaurus::ThemeMode::Dark)
}
