//! Languages that the cleaner and the tagger know.

use serde::{Deserialize, Serialize};

/// Language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Portuguese.
    Pt,
}

impl Language {
    /// ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Pt => "pt",
        }
    }

    /// From an ISO 639-1 code or a locale such as `fr_FR.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        let head = code.get(..2)?.to_ascii_lowercase();
        Some(match head.as_str() {
            "fr" => Self::Fr,
            "en" => Self::En,
            "de" => Self::De,
            "es" => Self::Es,
            "it" => Self::It,
            "nl" => Self::Nl,
            "pt" => Self::Pt,
            _ => return None,
        })
    }
}
