//! White space.

/// A stretch of text on one line: every run of white space is one space, and none stands at
/// the ends. What a terminal would take for a command stays: [`super::sanitise::one_line`]
/// is for texts that were not decoded by us.
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_and_none_at_the_ends() {
        assert_eq!(squeezed("\u{a0} Le pont\r\n\t est  fermé. "), "Le pont est fermé.");
        assert_eq!(squeezed(" \n"), "");
    }
}
