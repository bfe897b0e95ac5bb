//! Words that are put between quotation marks and have some of their own.

/// Marks that open a quotation.
const OPENING: [char; 4] = ['«', '“', '„', '"'];

/// Marks that close one.
const CLOSING: [char; 3] = ['»', '”', '"'];

/// The words without the marks around all of them, or the one before a beginning
/// that was cut: what quotes them puts its own there. Marks around a part stay.
pub fn bare(words: &str) -> &str {
    let Some(rest) = words.trim().strip_prefix(OPENING) else { return words };
    let inside = rest.strip_suffix(CLOSING).unwrap_or(rest);
    if inside.contains(OPENING) || inside.contains(CLOSING) { words } else { inside.trim() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_all_words_or_before_a_cut_go_and_those_around_a_part_stay() {
        for (words, expected) in [
            ("\"violences\"", "violences"),
            ("«\u{a0}Nous voilà\u{a0}»", "Nous voilà"),
            ("« Nous sommes…", "Nous sommes…"),
            ("« Nous » et « vous »", "« Nous » et « vous »"),
            ("\"a b\" -\"c\"", "\"a b\" -\"c\""),
            ("sans", "sans"),
            ("", ""),
        ] {
            assert_eq!(bare(words), expected);
        }
    }
}
