//! Values of fields by their form: the time since 1970 becomes a date, an
//! address no outlet, a number no person.
//!
//! Knows forms; has never heard of JSON or CSV.

use super::mapping::{FieldType, FieldUse, Role};
use jiff::Timestamp;

/// What a value states that a format gives for a role: an address in place of
/// an outlet is none.
pub(super) fn stated(role: Role, value: &str) -> Vec<(Role, String)> {
    let field = FieldUse { role, rank: 0, form: FieldType::of(role) };
    read(field, value.to_owned()).into_iter().map(|(role, _, value)| (role, value)).collect()
}

/// What the value of a field states, each with its role and its rank there.
pub(super) fn read(field: FieldUse, value: String) -> Vec<(Role, usize, String)> {
    let trimmed = value.trim();
    if trimmed.is_empty() {
        return Vec::new();
    }
    let FieldUse { role, rank, form } = field;
    match form {
        FieldType::Text | FieldType::Html | FieldType::Code => vec![(role, rank, value)],
        FieldType::Date => vec![(role, rank, date(trimmed))],
        FieldType::People if trimmed.chars().any(char::is_alphabetic) && !is_address(trimmed) => {
            vec![(role, rank, unopened(trimmed).to_owned())]
        }
        FieldType::People => Vec::new(),
        FieldType::Address if is_address(trimmed) => vec![(role, rank, value)],
        FieldType::Address => vec![(Role::Identifier, rank, value)],
        FieldType::Host => host(trimmed).map(|host| (Role::Host, rank, host.to_owned())).into_iter().collect(),
        FieldType::Outlet => outlet(role, rank, trimmed),
    }
}

/// An outlet is named by its name. An address in its place is that of the
/// article where it leads beyond the host, and the host tells the outlet.
fn outlet(role: Role, rank: usize, value: &str) -> Vec<(Role, usize, String)> {
    if !is_address(value) {
        return match host(value) {
            Some(host) => vec![(Role::Host, rank, host.to_owned())],
            None if value.chars().any(char::is_alphanumeric) => vec![(role, rank, value.to_owned())],
            None => Vec::new(),
        };
    }
    let mut told: Vec<_> = host(value).map(|host| (Role::Host, rank, host.to_owned())).into_iter().collect();
    let path = value.split_once("://").map_or(value, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
    if !path.is_empty() {
        told.push((Role::Url, rank, value.to_owned()));
    }
    told
}

/// A name without the word that opens a byline: `By Ana Roz`.
fn unopened(value: &str) -> &str {
    byline(value).unwrap_or(value)
}

/// True for a line that says of itself that it names an author: `By Ana Roz`.
pub(super) fn opens_byline(line: &str) -> bool {
    byline(line.trim()).is_some()
}

/// What stands behind the word that opens a byline, where it is a name.
fn byline(value: &str) -> Option<&str> {
    let (first, rest) = value.split_once(' ')?;
    let opens = ["by", "par"].iter().any(|w| first.trim_end_matches(':').eq_ignore_ascii_case(w));
    (opens && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// True for an address with its scheme.
fn is_address(value: &str) -> bool {
    let scheme = value.split_once("://").map_or("", |(scheme, _)| scheme);
    let known = ["http", "https", "ftp", "feed", "gopher"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
    known && !value.contains(char::is_whitespace)
}

/// The host of an address, or a host that stands alone, without `www.`.
pub(super) fn host(value: &str) -> Option<&str> {
    let rest = if is_address(value) { value.split_once("://")?.1 } else { value };
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.get(..4).filter(|w| w.eq_ignore_ascii_case("www.")).map_or(host, |_| &host[4..]);
    let labels: Vec<&str> = host.split('.').collect();
    let label = |l: &&str| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-');
    let top = labels.last().is_some_and(|l| l.chars().count() >= 2 && l.chars().all(char::is_alphabetic));
    // A name with a capital behind its point is one of a paper: `Minute.Bf`.
    let small = is_address(value) || value.starts_with("www.") || labels.last()?.chars().all(|c| !c.is_uppercase());
    (labels.len() >= 2 && labels.iter().all(label) && top && small && host.len() <= 253).then_some(host)
}

/// A date as it is written, or the moment that a number counts to.
fn date(value: &str) -> String {
    let digits = value.strip_suffix(".0").unwrap_or(value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !number(whole) || !number(fraction) {
        return value.to_owned();
    }
    let moment = whole.parse::<i64>().ok().and_then(|count| match whole.len() {
        10 | 12 | 14 if compact(whole).is_some() => None,
        9 | 10 => Timestamp::from_second(count).ok(),
        12 | 13 => Timestamp::from_millisecond(count).ok(),
        15 | 16 => Timestamp::from_microsecond(count).ok(),
        18 | 19 => Timestamp::from_nanosecond(count.into()).ok(),
        _ => None,
    });
    moment.map(|m| m.to_string()).or_else(|| compact(whole)).unwrap_or_else(|| value.to_owned())
}

/// `20240410063200`, `202404100632` and `2024041006` with the signs that dates have.
fn compact(digits: &str) -> Option<String> {
    if !matches!(digits.len(), 10 | 12 | 14) {
        return None;
    }
    let part = |at: usize, to: usize| digits.get(at..to);
    let (minute, second) = (part(10, 12).unwrap_or("00"), part(12, 14).unwrap_or("00"));
    let written = format!("{}-{}-{}T{}:{minute}:{second}", part(0, 4)?, part(4, 6)?, part(6, 8)?, part(8, 10)?);
    let year = (1900..2200).contains(&digits.get(..4)?.parse::<u16>().ok()?);
    (year && written.parse::<jiff::civil::DateTime>().is_ok()).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(role: Role, form: FieldType, value: &str) -> Vec<(Role, String)> {
        let field = FieldUse { role, rank: 0, form };
        read(field, value.to_owned()).into_iter().map(|(role, _, value)| (role, value)).collect()
    }

    #[test]
    fn the_time_since_1970_is_a_date_in_any_unit() {
        for value in ["1712730720", "1712730720.0", "1712730720000", "1712730720000000", "1712730720000000000"] {
            assert_eq!(told(Role::Published, FieldType::Date, value)[0].1, "2024-04-10T06:32:00Z", "{value}");
        }
    }

    #[test]
    fn digits_that_are_a_date_are_not_counted_from_1970() {
        for (value, date) in [
            ("20240410063200", "2024-04-10T06:32:00"),
            ("202404100632", "2024-04-10T06:32:00"),
            ("2024041006", "2024-04-10T06:00:00"),
            ("20240410", "20240410"),
            ("mercredi 10 avril 2024", "mercredi 10 avril 2024"),
        ] {
            assert_eq!(told(Role::Published, FieldType::Date, value), [(Role::Published, date.to_owned())]);
        }
    }

    #[test]
    fn an_address_in_place_of_an_outlet_is_that_of_the_article_and_tells_the_host() {
        let outlet = |value: &str| told(Role::Source, FieldType::Outlet, value);
        assert_eq!(
            outlet("https://www.quai.example/pont"),
            [(Role::Host, "quai.example".to_owned()), (Role::Url, "https://www.quai.example/pont".to_owned())]
        );
        assert_eq!(outlet("https://quai.example/"), [(Role::Host, "quai.example".to_owned())]);
        assert_eq!(outlet("www.quai.example"), [(Role::Host, "quai.example".to_owned())]);
        assert_eq!(outlet("Le Quai"), [(Role::Source, "Le Quai".to_owned())]);
        assert_eq!(outlet("M. le Quai S.A."), [(Role::Source, "M. le Quai S.A.".to_owned())]);
    }

    #[test]
    fn a_number_is_no_author_and_no_address() {
        assert_eq!(told(Role::Author, FieldType::People, "12"), []);
        assert_eq!(told(Role::Author, FieldType::People, "By Ana Roz"), [(Role::Author, "Ana Roz".to_owned())]);
        assert_eq!(told(Role::Url, FieldType::Address, "8021"), [(Role::Identifier, "8021".to_owned())]);
    }
}
