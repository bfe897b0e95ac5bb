//! [`Actor`]: who stands behind an entry of the journal.

use std::fmt;

/// Who acted. A journal holds a name alone; acts of the program bear one that
/// says so, and that no reader can bear by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor<'n> {
    /// A reader.
    Reader(&'n str),
    /// The program, because that reader opened an article.
    Opening(&'n str),
    /// A rule of the settings.
    Rule(&'n str),
}

const RULE: &str = "rule: ";
const OPENING: &str = " (auto)";

impl<'n> Actor<'n> {
    /// Reads the name of an entry.
    pub fn of(name: &'n str) -> Self {
        if let Some(rule) = name.strip_prefix(RULE) {
            return Self::Rule(rule);
        }
        name.strip_suffix(OPENING).map_or(Self::Reader(name), Self::Opening)
    }
}

impl fmt::Display for Actor<'_> {
    /// The name that an entry bears.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reader(name) => f.write_str(name),
            Self::Opening(name) => write!(f, "{name}{OPENING}"),
            Self::Rule(name) => write!(f, "{RULE}{name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_entry_says_who_acted() {
        for actor in [Actor::Reader("anne"), Actor::Opening("anne"), Actor::Rule("horoscope")] {
            assert_eq!(Actor::of(&actor.to_string()), actor);
        }
        assert_eq!(Actor::Opening("anne").to_string(), "anne (auto)");
        assert_eq!(Actor::Rule("horoscope").to_string(), "rule: horoscope");
    }
}
