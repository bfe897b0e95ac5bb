//! Which theme suits this terminal.

use crate::theme::{Choice, Colours, Definition, Ground, Themes};
use crate::ui::Theme;
use std::env;
use std::time::Duration;

/// Longest wait for the terminal to say its background colour.
const PATIENCE: Duration = Duration::from_millis(80);

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|v| !v.is_empty())
}

/// The styles of [`chosen_theme`].
pub fn theme(wanted: &Choice, themes: &Themes) -> Theme {
    Theme::of(&chosen_theme(wanted, themes))
}

/// The theme that is wanted, as far as `NO_COLOR` lets it; left to the
/// terminal: its own sixteen colours where it announces no more or does not
/// tell its background, else a theme for dark or light grounds.
pub fn chosen_theme(wanted: &Choice, themes: &Themes) -> Definition {
    let named = match wanted {
        Choice::Named(name) => themes.find(name),
        Choice::Auto => None,
    };
    if is_set("NO_COLOR") {
        let without = named.filter(|d| d.colours == Colours::Mono);
        return without.unwrap_or_else(|| themes.automatic(Colours::Mono, None));
    }
    named.unwrap_or_else(|| suiting(themes))
}

/// The theme that suits what the terminal tells of itself.
fn suiting(themes: &Themes) -> Definition {
    let truecolour = env::var("COLORTERM").is_ok_and(|v| matches!(v.as_str(), "truecolor" | "24bit"));
    match truecolour.then(background).flatten() {
        Some(ground) => themes.automatic(Colours::Truecolour, Some(ground)),
        None => themes.automatic(Colours::Sixteen, None),
    }
}

/// Dark or light; `None` when nothing tells.
fn background() -> Option<Ground> {
    // Set by rxvt, Konsole and others: `foreground;background`.
    if let Some(colour) = env::var("COLORFGBG").ok().and_then(|v| v.rsplit(';').next()?.parse::<u8>().ok()) {
        return Some(if matches!(colour, 7 | 15) { Ground::Light } else { Ground::Dark });
    }
    // A slow line could answer too late, into the keys.
    if is_set("SSH_CONNECTION") {
        return None;
    }
    let mut options = terminal_colorsaurus::QueryOptions::default();
    options.timeout = PATIENCE;
    match terminal_colorsaurus::theme_mode(options).ok()? {
        terminal_colorsaurus::ThemeMode::Dark => Some(Ground::Dark),
        terminal_colorsaurus::ThemeMode::Light => Some(Ground::Light),
    }
}
