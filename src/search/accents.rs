//! Accents, which matter only where the reader asks for them: a letter typed
//! with one then stands for that letter alone.

use crate::text::fold;
use unicode_normalization::UnicodeNormalization;

/// The letters of a text without accents, each with the letter itself where it
/// has one. A ligature is no accent.
fn letters(text: &str) -> impl Iterator<Item = (char, Option<char>)> {
    text.nfc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).flat_map(|c| {
        let bare: Vec<char> = fold(c.encode_utf8(&mut [0; 4])).chars().filter(|c| c.is_alphanumeric()).collect();
        let accent = (bare.len() == 1 && bare[0] != c).then_some(c);
        bare.into_iter().map(move |b| (b, accent))
    })
}

/// True when a letter of it has an accent.
pub(super) fn any(text: &str) -> bool {
    letters(text).any(|(_, accent)| accent.is_some())
}

/// True when what stands in a text, which is what was typed but for accents,
/// has those that were typed.
pub(super) fn stand(typed: &str, written: &str) -> bool {
    letters(typed).zip(letters(written)).all(|((_, asked), (_, has))| asked.is_none() || asked == has)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_an_accent_asks_for_it_and_one_without_for_none() {
        assert!(stand("pêche", "Pêche") && stand("pêche", "PE\u{302}CHE"));
        assert!(!stand("pêche", "péché") && !stand("pêche", "peche"));
        assert!(stand("peche", "péché"));
        assert!(stand("cœur léger", "coeur léger") && !stand("cœur léger", "coeur leger"));
        assert!(any("été") && !any("cœur") && !any("ete"));
    }
}
