//! XML read event by event, as far as it holds together.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Calls `each` for every event until it gives false or the XML breaks; the flag
/// is true at the end. Gives whether it was read to its end.
pub(in crate::ingest) fn walk<'x>(text: &'x str, mut each: impl FnMut(Event<'x>, bool) -> bool) -> bool {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => {
                each(Event::Eof, true);
                return true;
            }
            Ok(event) => {
                if !each(event, false) {
                    return true;
                }
            }
            Err(_) => {
                each(Event::Eof, true);
                return false;
            }
        }
    }
}

/// The value of an attribute by its local name.
pub(in crate::ingest) fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let a = e.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(unescaped(&a.value))
}

/// A value with its references to characters resolved.
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').filter(|&n| n < 12);
        match end.and_then(|n| Some((reference(&rest[at + 1..at + n])?, n))) {
            Some((c, n)) => {
                out.push(c);
                rest = &rest[at + n + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference names, without its signs.
pub(in crate::ingest) fn reference(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

/// Adds what an event says to a text.
pub(in crate::ingest) fn say(event: &Event<'_>, out: &mut String) {
    match event {
        Event::Text(t) => out.push_str(t),
        Event::CData(t) => out.push_str(t),
        Event::GeneralRef(r) => match reference(r) {
            Some(c) => out.push(c),
            // A name that is not known is left as it stands.
            None => out.extend(["&", r, ";"]),
        },
        _ => {}
    }
}
