//! Languages that the cleaner and the tagger know.

use crate::enumerated::enumerated;
use serde::{Deserialize, Serialize};

enumerated! {
    /// Language of a text, by its ISO 639-1 code.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Language {
        /// French.
        Fr => "fr",
        /// English.
        En => "en",
        /// German.
        De => "de",
        /// Spanish.
        Es => "es",
        /// Italian.
        It => "it",
        /// Dutch.
        Nl => "nl",
        /// Portuguese.
        Pt => "pt",
    }
}

impl Language {
    /// The ISO 639-3 code.
    pub const fn iso639_3(self) -> &'static str {
        match self {
            Self::Fr => "fra",
            Self::En => "eng",
            Self::De => "deu",
            Self::Es => "spa",
            Self::It => "ita",
            Self::Nl => "nld",
            Self::Pt => "por",
        }
    }

    /// From a code of two or three letters, a locale such as `fr_FR.UTF-8`, or
    /// the name of the language in English, in French or in itself.
    pub fn from_code(code: &str) -> Option<Self> {
        let main: String = code.trim().split(['-', '_', '.', '@']).next()?.chars().take(16).collect();
        let main = main.to_lowercase();
        Self::from_name(&main)
            .or_else(|| Self::ALL.into_iter().find(|l| l.iso639_3() == main))
            .or_else(|| NAMED.iter().find(|(names, _)| names.contains(&main.as_str())).map(|(_, language)| *language))
    }
}

/// Names of the languages in English, in French and in themselves, and the older codes of
/// three letters.
const NAMED: [(&[&str], Language); 7] = [
    (&["french", "français", "francais", "fre"], Language::Fr),
    (&["english", "anglais"], Language::En),
    (&["german", "deutsch", "allemand", "ger"], Language::De),
    (&["spanish", "español", "castellano", "espagnol"], Language::Es),
    (&["italian", "italiano", "italien"], Language::It),
    (&["dutch", "nederlands", "néerlandais", "dut"], Language::Nl),
    (&["portuguese", "português", "portugais"], Language::Pt),
];

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn codes_locales_and_names_are_read_and_no_other_word() {
        for code in ["fr", "fr_FR.UTF-8", "FR-be", "fra", "fre", "French", "français"] {
            assert_eq!(Language::from_code(code), Some(Language::Fr), "{code}");
        }
        for code in ["", "Estonian", "fry", "x", "esperanto"] {
            assert_eq!(Language::from_code(code), None, "{code}");
        }
    }
}
