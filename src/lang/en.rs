//! English.

use super::language::{Language, VerbForm};

/// The rules of English.
pub(super) struct English;

impl Language for English {
    fn code(&self) -> &'static str {
        "en"
    }

    fn singular<'t>(&self, noun: &'t str) -> &'t str {
        noun.trim_end_matches('s')
    }

    fn capitalises_dates(&self) -> bool {
        true
    }

    fn is_possessive(&self, ending: &str) -> bool {
        ending.eq_ignore_ascii_case("s")
    }

    fn conjugate(&self, infinitive: &str, _conjugation: &str) -> Vec<(String, VerbForm)> {
        let stem = infinitive.strip_suffix('e').unwrap_or(infinitive);
        vec![
            (infinitive.to_owned(), VerbForm::Finite),
            (infinitive.to_owned(), VerbForm::Infinitive),
            (format!("{infinitive}s"), VerbForm::Finite),
            (format!("{stem}ed"), VerbForm::Finite),
            (format!("{stem}ed"), VerbForm::Participle),
            (format!("{stem}ing"), VerbForm::Gerund),
        ]
    }

    fn plural(&self, noun: &str) -> Option<String> {
        (!noun.ends_with(['s', 'x'])).then(|| format!("{noun}s"))
    }

    fn inverts_behind_quotation(&self) -> bool {
        true
    }
}
