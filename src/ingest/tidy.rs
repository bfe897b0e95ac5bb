//! Values that a format states, made one clean line.

use super::html::inline::inline_text;
use crate::text::sanitise::{one_line, sanitise};
use crate::text::squeezed;

/// Longest value of a field in characters.
const FIELD: usize = 4000;

/// One line, single spaces, sanitised, of bounded length, without tags.
pub(super) fn tidy(value: &str) -> String {
    let head: String = value.chars().take(FIELD).collect();
    let head = if head.contains(['<', '&']) { inline_text(&head) } else { head };
    squeezed(&one_line(&sanitise(head).0))
}

/// An address, sanitised and of bounded length; a sign in it is no tag.
pub(super) fn tidy_address(value: &str) -> String {
    let head: String = value.chars().take(FIELD).collect();
    one_line(&sanitise(head).0).trim().replace("&amp;", "&")
}
