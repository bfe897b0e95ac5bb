//! The nearest known word to one that is not known: for "did you mean".

use crate::words::{Arg, msg};

/// The word of `known` that `typed` was most likely meant to be, or `None`
/// when none is near: up to a third of the letters may be wrong, missing,
/// added or swapped, one at least. Case does not count; of equally near words
/// the first is taken.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let typed = typed.to_lowercase();
    // A word nobody would call a slip; comparing costs the product of lengths.
    if typed.len() > 64 {
        return None;
    }
    let allowed = (typed.chars().count() / 3).max(1);
    let distances = known.into_iter().map(|k| (strsim::osa_distance(&typed, &k.to_lowercase()), k));
    distances.filter(|(d, k)| *d <= allowed && *d < k.chars().count()).min_by_key(|(d, _)| *d).map(|(_, k)| k)
}

/// ` (did you mean …?)`, or nothing when no known word is near.
pub fn did_you_mean(typed: &str, known: &[impl AsRef<str>]) -> Arg {
    nearest(typed, known.iter().map(AsRef::as_ref)).map_or_else(|| "".into(), |k| msg::did_you_mean(k).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["theme", "width", "menu-delay", "g"];
        assert_eq!(nearest("thene", known), Some("theme"));
        assert_eq!(nearest("Wdith", known), Some("width"));
        assert_eq!(nearest("menudelai", known), Some("menu-delay"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("x", known), None);
        assert_eq!(nearest("", known), None);
    }
}
