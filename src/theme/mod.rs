//! Themes as values: what a stretch of the screen is for ([`Role`]), and the
//! look that a theme file gives it. Knows no terminal and no buffer; `ui` turns
//! looks into styles.
//!
//! A built-in theme is one file under `assets/themes`; the reader's own stand in
//! `themes` beside the settings file, in the same form.

mod file;
mod look;
pub mod role;
#[cfg(test)]
mod tests;
pub use file::parse;
pub use look::{Attribute, Colour, Look};
pub use role::Role;
use serde::Serialize;

/// The word that leaves the choice to the terminal.
pub const AUTO: &str = "auto";

// Made by `build.rs` of what stands in `assets/themes`.
include!(concat!(env!("OUT_DIR"), "/themes.rs"));

/// Which grounds a theme is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Dark ones.
    Dark,
    /// Light ones.
    Light,
    /// Dark and light ones.
    Any,
}

/// Which colours a theme uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Any of 16 million.
    Truecolour,
    /// The terminal's own sixteen.
    Sixteen,
    /// None.
    Mono,
}

/// What the roles without colours of their own stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The ground.
    pub background: Colour,
    /// The letters.
    pub text: Colour,
    /// True when the terminal is painted with it; else it keeps its own ground
    /// and only pictures are painted.
    pub painted: bool,
}

/// A theme as its file defines it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Its name: that of its file.
    pub name: String,
    /// Other words that choose it.
    pub also: Vec<String>,
    /// The grounds that it is made for.
    pub ground: Ground,
    /// The colours that it uses.
    pub colours: Colours,
    /// True when `auto` may choose it.
    pub auto: bool,
    /// What stands under everything.
    pub page: Page,
    /// The look of each role, in the order of [`Role::ALL`].
    looks: Vec<Look>,
}

impl Definition {
    /// The look of a role.
    pub fn look(&self, role: Role) -> &Look {
        &self.looks[role as usize]
    }

    fn answers_to(&self, name: &str) -> bool {
        self.name == name || self.also.iter().any(|a| a == name)
    }
}

/// Which theme is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// The one that suits the terminal.
    #[default]
    Auto,
    /// The one of that name.
    Named(String),
}

impl From<&str> for Choice {
    fn from(name: &str) -> Self {
        if name == AUTO { Self::Auto } else { Self::Named(name.to_owned()) }
    }
}

impl Choice {
    /// The word that stands for it in settings and arguments.
    pub fn name(&self) -> &str {
        match self {
            Self::Auto => AUTO,
            Self::Named(name) => name,
        }
    }
}

impl Serialize for Choice {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// Names of the built-in themes.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// The built-in theme of that name.
pub fn built_in(name: &str) -> Option<Definition> {
    let read = |(name, text): &(&str, &str)| file::parse(name, name, text).0;
    let direct = BUILT_IN.iter().find(|(n, _)| *n == name).and_then(read);
    direct.or_else(|| BUILT_IN.iter().filter_map(read).find(|d| d.answers_to(name)))
}

/// The themes that can be chosen: the reader's own, then the built-in ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    /// The reader's own.
    pub own: Vec<Definition>,
}

impl Themes {
    /// The theme of that name; the reader's own go first.
    pub fn find(&self, name: &str) -> Option<Definition> {
        self.own.iter().find(|d| d.answers_to(name)).cloned().or_else(|| built_in(name))
    }

    /// The names that can be chosen, `auto` first.
    pub fn names(&self) -> Vec<&str> {
        let own = self.own.iter().map(|d| d.name.as_str());
        let mut names: Vec<&str> = std::iter::once(AUTO).chain(built_in_names()).collect();
        for name in own {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The theme that `auto` chooses for these colours and this ground
    /// (`None`: not known): the first that offers itself for it, the reader's
    /// own before the others, one for exactly this ground before one for any;
    /// without one, everything is drawn as text.
    pub fn automatic(&self, colours: Colours, ground: Option<Ground>) -> Definition {
        let built_in = built_in_names().filter_map(built_in);
        let mut fitting: Vec<Definition> =
            self.own.iter().cloned().chain(built_in).filter(|d| d.auto && d.colours == colours).collect();
        let exact = fitting.iter().position(|d| Some(d.ground) == ground);
        match exact.or_else(|| fitting.iter().position(|d| d.ground == Ground::Any)) {
            Some(at) => fitting.swap_remove(at),
            None => file::plain(AUTO),
        }
    }
}
