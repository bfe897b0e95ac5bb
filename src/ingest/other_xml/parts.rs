//! What single elements of XML are, by their names: words with a look, links, days in parts.

use crate::ingest::mapping::Role;
use crate::ingest::xml::{Element, Piece};

/// Elements that only give words of a text a look.
const LOOKS: [&str; 16] = [
    "b", "i", "u", "a", "em", "strong", "hi", "emphasis", "bold", "italic", "style", "font", "span", "sub", "sup",
    "small",
];

/// True for an element that only gives words a look.
pub(super) fn is_look(element: Element<'_>) -> bool {
    LOOKS.iter().any(|name| element.is(name)) && element.children().all(is_look)
}

/// True for an element that leads to an address.
pub(super) fn is_link(element: Element<'_>) -> bool {
    let leads = || ["target", "href", "url"].iter().any(|name| element.attribute(name).is_some());
    ["ref", "a", "link"].iter().any(|name| element.is(name)) && leads()
}

/// True for the end of a line.
pub(super) fn breaks(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Element(next) if next.is("lb") || next.is("br"))
}

/// True for what a day is stated for.
pub(super) fn is_day(role: Role) -> bool {
    matches!(role, Role::Published | Role::Updated | Role::Seen)
}

/// The day that an element tells in parts: its year, its month and its day, as libraries do, or
/// its year beside a day without one, as lists of references do.
pub(super) fn day_in_parts(element: Element<'_>) -> Option<String> {
    let part = |name: &str| element.find(name).map(Element::text).filter(|text| !text.is_empty());
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let year = part("year").filter(|year| year.len() == 4 && digits(year))?;
    if let (Some(month), Some(day)) = (part("month"), part("day").filter(|day| day.len() <= 2)) {
        let numbered = month.len() <= 2 && digits(&month);
        return Some(if numbered { format!("{year}-{month:0>2}-{day:0>2}") } else { format!("{day} {month} {year}") });
    }
    let day = part("date").filter(|day| day.contains(|c: char| c.is_ascii_digit()))?;
    match () {
        () if day.contains(&year) => Some(day),
        // The year behind the day, as each language writes it.
        () if day.starts_with(char::is_alphabetic) => Some(format!("{day}, {year}")),
        () => Some(format!("{day} {year}")),
    }
}
