//! Keys that a message names: `{ KEY("undo") }` in a word file stands for the key of
//! that action, which only the reader's own key map knows. It is put in between two
//! marks that no text of ours or of an article has (they are control characters, which
//! are taken out of what is read), and takes the place of its marks where the sentence
//! meets the key map.

use fluent_bundle::{FluentArgs, FluentValue};
use std::borrow::Cow;

/// Stands before the name of an action.
const BEFORE: char = '\u{91}';
/// Stands behind it.
const BEHIND: char = '\u{92}';

/// What the word files call this by.
pub(super) const FUNCTION: &str = "KEY";

/// The name of an action between its marks.
pub(super) fn function<'a>(arguments: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match arguments.first() {
        Some(FluentValue::String(action)) => format!("{BEFORE}{action}{BEHIND}").into(),
        _ => FluentValue::Error,
    }
}

/// A text of ours that is no message, such as the tour, with the keys that it names between
/// their marks: it writes them as the word files do.
pub fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, named)) = rest.split_once("{ KEY(\"") {
        let (action, behind) = named.split_once("\") }").unwrap_or((named, ""));
        out.push_str(before);
        out.push(BEFORE);
        out.push_str(action);
        out.push(BEHIND);
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The sentence with the keys of the actions that it names.
pub fn with_keys<'t>(text: &'t str, key: impl Fn(&str) -> String) -> Cow<'t, str> {
    if !text.contains(BEFORE) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once(BEFORE) {
        let (action, behind) = marked.split_once(BEHIND).unwrap_or((marked, ""));
        out.push_str(before);
        out.push_str(&key(action));
        rest = behind;
    }
    out.push_str(rest);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_no_message_names_keys_as_messages_do() {
        let tour = "Do { KEY(\"drop\") }, then { KEY(\"undo\") }.";
        assert_eq!(with_keys(&marked(tour), str::to_uppercase), "Do DROP, then UNDO.");
    }

    #[test]
    fn each_action_that_is_named_gives_its_key_and_nothing_else_changes() {
        let key = |action: &str| action.to_uppercase();
        assert_eq!(with_keys("\u{91}undo\u{92} annule, \u{91}redo\u{92}", key), "UNDO annule, REDO");
        assert_eq!(with_keys("u annule", key), "u annule");
        assert_eq!(with_keys("é \u{91}undo", key), "é UNDO", "marks that are not closed are no loss");
    }
}
