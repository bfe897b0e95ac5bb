//! Texts of pages with the numbers of their links in the words, `le [12]pont`, and the
//! addresses in a list at the end: what browsers for terminals print (lynx, links, elinks).

use std::collections::BTreeSet;

/// Links that tell such a text.
const LINKS: usize = 3;
/// Letters of the longest number.
const DIGITS: usize = 5;

/// The number that opens a line of the list, where an address stands behind it:
/// `  12. https://…`.
fn listed(line: &str) -> Option<&str> {
    let (number, rest) = line.trim().split_once(". ")?;
    let is_number = (1..=DIGITS).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let scheme = rest.trim().split_once(':')?.0;
    let is_address = !rest.trim().contains(' ') && scheme.bytes().all(|b| b.is_ascii_lowercase());
    (is_number && is_address && !scheme.is_empty()).then_some(number)
}

/// The text without the numbers of its links, line for line; `None` for any other.
pub(super) fn without(text: &str) -> Option<String> {
    // The list stands at the end.
    let foot = || text.lines().rev().map(str::trim).filter(|l| !l.is_empty());
    let numbers: BTreeSet<&str> = foot().map_while(listed).collect();
    if numbers.len() < LINKS {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut taken) = (text, 0);
    while let Some((before, from)) = rest.split_once('[') {
        out.push_str(before);
        let digits = from.bytes().take(DIGITS).take_while(u8::is_ascii_digit).count();
        let behind = from[digits..].strip_prefix(']').filter(|_| numbers.contains(&from[..digits]));
        taken += usize::from(behind.is_some());
        rest = behind.unwrap_or_else(|| {
            out.push('[');
            from
        });
    }
    out.push_str(rest);
    (taken >= LINKS).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_out_where_a_list_at_the_end_has_their_addresses() {
        let list = "\n\nReferences\n\n   1. https://q.example/a\n   2. https://q.example/b\n   3. mailto:a@q.example\n";
        let text = format!("[1]Menu\n\nLe [2]pont ferme [sic], dit [3]Ana Roz [4].{list}");
        assert_eq!(without(&text).as_deref(), Some(&*format!("Menu\n\nLe pont ferme [sic], dit Ana Roz [4].{list}")));
        assert_eq!(without("Le [1]pont, le [2]bac et la [3]digue.\n\n1. Un\n2. Deux\n3. Trois\n"), None);
        assert_eq!(without(&format!("Le pont ferme.{list}")), None);
    }

    #[test]
    fn marks_that_open_and_never_close_are_none() {
        assert_eq!(without("1. a:b\n2. a:b\n3. a:[1"), None);
        let text = format!("{}1\n1. a:b\n2. a:b\n3. a:b\n", "[".repeat(2_000));
        assert_eq!(without(&text), None);
    }
}
