//! Entries said in words, in French and in English.

use crate::corpus::Language;
use crate::triage::change::State;

/// A state in words.
pub fn state_name(state: State, language: Language) -> &'static str {
    match (language, state) {
        (Language::Fr, State::ToRead) => "à lire",
        (Language::Fr, State::Follow) => "à suivre",
        (Language::Fr, State::Keep) => "retenu",
        (Language::Fr, State::Drop) => "écarté",
        (Language::Fr, State::Done) => "fait",
        (_, State::ToRead) => "to read",
        (_, State::Follow) => "follow",
        (_, State::Keep) => "keep",
        (_, State::Drop) => "drop",
        (_, State::Done) => "done",
    }
}
