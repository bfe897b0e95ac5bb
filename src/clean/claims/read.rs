//! What several claims read: a field of the format, a number, a quotation.

use crate::corpus::Claim;
use crate::ingest::{Field, OF_ITEM};
use crate::words::msg;

/// The claim that a field of the format makes.
pub(super) fn field(fields: &[Field]) -> Option<Claim<String>> {
    let f = fields.iter().find(|f| !f.value.trim().is_empty() && f.rule != OF_ITEM)?;
    Some(Claim::written(f.value.trim().to_owned(), None, f.rule, msg::clean_field(f.rule)))
}

/// What the item of a list says that named the article, for want of a word of its own.
pub(super) fn of_item(fields: &[Field]) -> Option<Claim<String>> {
    let f = fields.iter().find(|f| f.rule == OF_ITEM)?;
    Some(Claim::inferred(f.value.clone(), None, OF_ITEM, msg::clean_item(&f.value)))
}

/// The first whole number in a text.
pub(super) fn number(s: &str) -> Option<u32> {
    let from = s.find(|c: char| c.is_ascii_digit())?;
    let digits: String = s[from..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// A line as evidence quotes it: at most 90 characters.
pub(super) fn shorten(s: &str) -> String {
    const MOST: usize = 90;
    if s.chars().count() <= MOST { s.to_owned() } else { s.chars().take(MOST).chain(['…']).collect() }
}
