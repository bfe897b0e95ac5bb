//! How a stretch of text ends.

/// True for a text that ends like a sentence: with a mark that ends one.
pub fn is_ended(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// The same, or with the mark that closes a quotation, inside which it may have ended.
pub fn is_closed(text: &str) -> bool {
    is_ended(text) || text.trim_end().ends_with(['»', '”', '“', '"'])
}

/// The same, or with what introduces the next.
pub fn is_closed_or_goes_on(text: &str) -> bool {
    is_closed(text) || text.trim_end().ends_with([':', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_its_mark_or_with_that_of_a_quotation_and_goes_on_behind_a_colon() {
        let told = |text| [is_ended(text), is_closed(text), is_closed_or_goes_on(text)];
        for text in ["Le pont est fermé.", "Fermé ?  ", "Et puis…", "关闭了。"] {
            assert_eq!(told(text), [true; 3], "{text}");
        }
        for text in ["« Le pont est fermé »", "“The bridge is shut”", "„Die Brücke ist zu“"] {
            assert_eq!(told(text), [false, true, true], "{text}");
        }
        assert_eq!(told("Il a dit :"), [false, false, true]);
        for text in ["Le pont est fermé", "Le pont,", "(Reuters)", ""] {
            assert_eq!(told(text), [false; 3], "{text}");
        }
    }
}
