//! Which theme suits this terminal.

use crate::theme::{Choice, Colours, Definition, Ground, Themes};
use crate::ui::Theme;
use std::env;
use std::sync::OnceLock;
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

/// The same while keys are read, into which the answer of the terminal would come: it is
/// not asked, and what it told at the start counts.
pub(super) fn theme_from_now_on(wanted: &Choice, themes: &Themes) -> Theme {
    Theme::of(&chosen(wanted, themes, ground_told))
}

/// The theme that is wanted, as far as `NO_COLOR` lets it; left to the
/// terminal: its own sixteen colours where it announces no more or does not
/// tell its background, else a theme for dark or light grounds.
pub fn chosen_theme(wanted: &Choice, themes: &Themes) -> Definition {
    chosen(wanted, themes, ground)
}

fn chosen(wanted: &Choice, themes: &Themes, ground: fn() -> Option<Ground>) -> Definition {
    let named = match wanted {
        Choice::Named(name) => themes.find(name),
        Choice::Auto => None,
    };
    if is_set("NO_COLOR") {
        let without = named.filter(|d| d.colours == Colours::Mono);
        return without.unwrap_or_else(|| themes.automatic(Colours::Mono, None));
    }
    named.unwrap_or_else(|| suiting(themes, ground))
}

/// The theme that suits what the terminal tells of itself.
fn suiting(themes: &Themes, ground: fn() -> Option<Ground>) -> Definition {
    let truecolour = env::var("COLORTERM").is_ok_and(|v| matches!(v.as_str(), "truecolor" | "24bit"));
    match truecolour.then(ground).flatten() {
        Some(ground) => themes.automatic(Colours::Truecolour, Some(ground)),
        None => themes.automatic(Colours::Sixteen, None),
    }
}

/// What the terminal answered.
static TOLD: OnceLock<Option<Ground>> = OnceLock::new();

/// Dark or light; `None` when nothing tells.
fn ground() -> Option<Ground> {
    stated().or_else(|| *TOLD.get_or_init(asked))
}

/// The same by what was told already.
fn ground_told() -> Option<Ground> {
    stated().or_else(|| TOLD.get().copied().flatten())
}

fn stated() -> Option<Ground> {
    // Set by rxvt, Konsole and others: `foreground;background`.
    let colour = env::var("COLORFGBG").ok().and_then(|v| v.rsplit(';').next()?.parse::<u8>().ok())?;
    Some(if matches!(colour, 7 | 15) { Ground::Light } else { Ground::Dark })
}

fn asked() -> Option<Ground> {
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
