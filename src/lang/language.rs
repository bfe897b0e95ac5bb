//! What the grammar of a language says that a list of words cannot.

/// The rules of a language. What a language does not have, it leaves as it is
/// here.
pub(crate) trait Language: Sync {
    /// Code of the language, the name of its folder.
    fn code(&self) -> &'static str;

    /// True for a word that loses its vowel before another: `l` of `l’armée`.
    fn is_elided(&self, _head: &str) -> bool {
        false
    }
}
