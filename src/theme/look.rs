//! [`Look`]: colours and attributes of a role, written as a few words:
//! `"#56b4e9 underlined"`, `"on shade bold"`.

use std::collections::BTreeMap;

/// A colour of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// One of the terminal's own sixteen: the place in `SIXTEEN`.
    Own(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// Names of the terminal's own sixteen colours.
pub(super) const SIXTEEN: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Colour {
    /// Reads `#rrggbb` or one of `SIXTEEN`.
    pub fn parse(word: &str) -> Option<Self> {
        if let Some(hex) = word.strip_prefix('#') {
            let n = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6 && !hex.starts_with('+'))?;
            let [_, r, g, b] = n.to_be_bytes();
            return Some(Self::Rgb(r, g, b));
        }
        SIXTEEN.iter().position(|n| *n == word).and_then(|i| u8::try_from(i).ok()).map(Self::Own)
    }
}

/// An attribute of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// Heavier.
    Bold,
    /// Fainter than the colour.
    Dim,
    /// Slanted.
    Italic,
    /// With a line under it.
    Underlined,
    /// Colours of text and ground exchanged.
    Reversed,
    /// With a line through it.
    Struck,
}

/// Attributes by the words that stand for them.
pub(super) const ATTRIBUTES: [(&str, Attribute); 6] = [
    ("bold", Attribute::Bold),
    ("dim", Attribute::Dim),
    ("italic", Attribute::Italic),
    ("underlined", Attribute::Underlined),
    ("reversed", Attribute::Reversed),
    ("struck", Attribute::Struck),
];

/// How a role looks; what is not given is as it stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Colour of the letters.
    pub text: Option<Colour>,
    /// Colour behind them.
    pub background: Option<Colour>,
    /// Attributes.
    pub attributes: Vec<Attribute>,
}

impl Look {
    /// Reads attributes, a colour, and after `on` the colour behind; colours
    /// may be names of the theme's palette.
    ///
    /// # Errors
    /// The word that is none of these.
    pub fn parse(written: &str, palette: &BTreeMap<String, Colour>) -> Result<Self, String> {
        let mut look = Self::default();
        let mut words = written.split_whitespace();
        let colour = |word: &str| palette.get(word).copied().or_else(|| Colour::parse(word));
        while let Some(word) = words.next() {
            if word == "on" {
                let ground = words.next().unwrap_or_default();
                look.background = Some(colour(ground).ok_or_else(|| ground.to_owned())?);
            } else if let Some((_, a)) = ATTRIBUTES.iter().find(|(name, _)| *name == word) {
                look.attributes.push(*a);
            } else {
                look.text = Some(colour(word).ok_or_else(|| word.to_owned())?);
            }
        }
        Ok(look)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_read_word_by_word() {
        let palette = BTreeMap::from([("shade".to_owned(), Colour::Rgb(1, 2, 3))]);
        let look = Look::parse("bright-red on shade  bold", &palette);
        let wanted = Look {
            text: Some(Colour::Own(9)),
            background: Some(Colour::Rgb(1, 2, 3)),
            attributes: vec![Attribute::Bold],
        };
        assert_eq!(look, Ok(wanted));
        assert_eq!(Look::parse("", &palette), Ok(Look::default()));
        assert_eq!(Look::parse("bold shady", &palette), Err("shady".to_owned()));
        assert_eq!(Look::parse("on", &palette), Err(String::new()));
        for wrong in ["#12345", "#1234567", "#+12345", "#éé", "16"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}
