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

    /// From an ISO 639-1 code or a locale such as `fr_FR.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::from_name(&code.get(..2)?.to_ascii_lowercase())
    }
}
