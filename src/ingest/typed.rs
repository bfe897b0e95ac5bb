//! Values of fields by their form: the time since 1970 becomes a date, an
//! address no outlet, a number no person.
//!
//! Knows forms; has never heard of JSON or CSV.

use super::mapping::{FieldType, FieldUse, Role};
use super::people::{listed, unopened};
use crate::corpus::date::find_dates;
use crate::text::{Span, fold};
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
    if trimmed.is_empty() || trimmed == REMOVED || NOTHING.contains(&trimmed) {
        return Vec::new();
    }
    // Programs that write a row on one line write the ends of lines in letters.
    let written = field.role == Role::Text && !value.contains('\n') && value.contains("\\n");
    let value = if written { value.replace("\\r\\n", "\n").replace("\\n", "\n") } else { value };
    let trimmed = value.trim();
    let FieldUse { role, rank, form } = field;
    if role == Role::Text
        && let Some(inner) = inner_tags(trimmed)
    {
        let author = inner.author.map(|name| (Role::Author, rank, listed(unopened(name.trim()))));
        return author.into_iter().chain([(role, rank, inner.text)]).collect();
    }
    match form {
        FieldType::Text | FieldType::Html | FieldType::Code => vec![(role, rank, value)],
        FieldType::Date if NO_DAY.iter().any(|none| trimmed.starts_with(none)) => Vec::new(),
        FieldType::Date => vec![(role, rank, date(trimmed))],
        FieldType::People if NOBODY.contains(&fold(trimmed).trim_matches(['.', '(', ')', ' '])) => Vec::new(),
        FieldType::People if trimmed.chars().any(char::is_alphabetic) && !is_address(trimmed) => {
            vec![(role, rank, listed(unopened(trimmed)))]
        }
        FieldType::People => Vec::new(),
        FieldType::Address if is_address(trimmed) => vec![(role, rank, value)],
        FieldType::Address => vec![(Role::Identifier, rank, value)],
        FieldType::Host => host(trimmed).map(|host| (Role::Host, rank, host.to_owned())).into_iter().collect(),
        FieldType::Outlet => outlet(role, rank, trimmed),
    }
}

/// A text in the tags of an archive.
struct InnerTags {
    author: Option<String>,
    text: String,
}

/// The tags in which Swissdox writes a text, and those of pages that say the same; what stands
/// in a tag without another is left out.
const TAGS: [(&str, &str); 8] =
    [("tx", "div"), ("ld", "p"), ("zt", "h2"), ("lg", "figcaption"), ("ti", ""), ("ut", ""), ("au", ""), ("nt", "p")];

/// A text that stands in the tags of that archive.
fn inner_tags(value: &str) -> Option<InnerTags> {
    value.strip_prefix("<tx>").filter(|rest| rest.contains("</"))?;
    let between = |tag: &str, text: &str| {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let from = text.find(&open)?;
        let end = from + text[from..].find(&close)?;
        Some((from, from + open.len(), end, end + close.len()))
    };
    let author = between("au", value).map(|(_, from, end, _)| value[from..end].to_owned());
    let mut text = value.to_owned();
    for (tag, page) in TAGS {
        match page {
            "" => {
                while let Some((from, _, _, end)) = between(tag, &text) {
                    text.replace_range(from..end, "");
                }
            }
            page => {
                text = text.replace(&format!("<{tag}>"), &format!("<{page}>"));
                text = text.replace(&format!("</{tag}>"), &format!("</{page}>"));
            }
        }
    }
    let author = author.filter(|name| name.chars().any(char::is_alphabetic));
    Some(InnerTags { author, text })
}

/// What programs write for a value that they do not have.
const NOTHING: [&str; 7] = ["NULL", "null", "None", "NaN", "N/A", "\\N", "ONLY AVAILABLE IN PAID PLANS"];

/// What services write, folded, where they know of no author.
const NOBODY: [&str; 14] = [
    "nc",
    "n.c",
    "n/c",
    "n/a",
    "n.a",
    "k.a",
    "unknown",
    "inconnu",
    "unbekannt",
    "non communique",
    "non renseigne",
    "not available",
    "non signe",
    "sans auteur",
];

/// What a service of news writes in all fields of an article that it took back.
const REMOVED: &str = "[Removed]";

/// Beginnings of values that programs write for a day that they do not have.
const NO_DAY: [&str; 3] = ["1970-01-01T00:00:00", "0001-01-01", "0000-00-00"];

/// An outlet is named by its name. An address in its place is that of the
/// article where it leads beyond the host, and the host tells the outlet.
fn outlet(role: Role, rank: usize, value: &str) -> Vec<(Role, usize, String)> {
    if !is_address(value) {
        return match host(value) {
            Some(host) => vec![(Role::Host, rank, host.to_owned())],
            None if value.chars().any(char::is_alphanumeric) => vec![(role, rank, without_issue(value).to_owned())],
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

/// The name of a paper without its number or its day behind it: `Le Quai, no. 412`,
/// `Le Quai – 19 avril 2023`.
fn without_issue(name: &str) -> &str {
    let number = [", no. ", ", n° ", " n° ", ", nº ", " no. "].iter().find_map(|sign| {
        let (head, rest) = name.split_once(*sign)?;
        rest.starts_with(|c: char| c.is_ascii_digit()).then_some(head)
    });
    let day = [" – ", " — ", " - ", ", "].iter().find_map(|sign| {
        let (head, rest) = name.rsplit_once(*sign)?;
        let found = find_dates(rest, Span::new(0, rest.len()));
        found.iter().any(|d| d.full().is_some() && d.whole.end == rest.len()).then_some(head)
    });
    number.or(day).map(str::trim).filter(|head| !head.is_empty()).unwrap_or(name)
}

/// True for an address with its scheme.
fn is_address(value: &str) -> bool {
    let scheme = value.split_once("://").map_or("", |(scheme, _)| scheme);
    let known = ["http", "https", "ftp", "feed", "gopher"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
    known && !value.contains(char::is_whitespace)
}

/// The address to which one leads that only passes on, as those of alerts and
/// of networks do: `https://list.example/url?…&url=https%3A%2F%2Fquai.example%2F1`.
pub(super) fn redirected(address: &str) -> Option<String> {
    let (path, query) = address.split_once('?').filter(|_| is_address(address))?;
    let passes = ["/url", "/redirect", "/redir", "/link", "/out", "/l.php", "/go", "/click"];
    if !passes.iter().any(|p| path.trim_end_matches('/').ends_with(p)) {
        return None;
    }
    let named =
        |p: &&str| p.split_once('=').is_some_and(|(name, _)| ["url", "u", "q", "to", "target", "dest"].contains(&name));
    let values = query.split('&').filter(named).filter_map(|p| Some(unescaped(p.split_once('=')?.1)));
    values.into_iter().find(|value| is_address(value) && host(value).is_some())
}

/// A value of an address with its escaped bytes.
fn unescaped(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let escaped = (bytes[i] == b'%').then(|| value.get(i + 1..i + 3)).flatten();
        match escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
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

/// Days that a table counts from the end of 1899: those from 1954 to 2064.
const SERIAL: std::ops::Range<i64> = 20_000..60_000;

/// A date as it is written, or the moment that a number counts to.
fn date(value: &str) -> String {
    let digits = value.strip_suffix(".0").unwrap_or(value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !number(whole) || !number(fraction) {
        return of_clock(value).or_else(|| compact_moment(value)).unwrap_or_else(|| value.to_owned());
    }
    let count = whole.parse::<i64>().ok();
    let serial = count.filter(|n| whole.len() == 5 && SERIAL.contains(n));
    if let Some(day) = serial.and_then(|n| jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(n)).ok())
    {
        return day.to_string();
    }
    let moment = count.and_then(|count| match whole.len() {
        10 | 12 | 14 if compact(whole).is_some() => None,
        9 | 10 => Timestamp::from_second(count).ok(),
        12 | 13 => Timestamp::from_millisecond(count).ok(),
        15 | 16 => Timestamp::from_microsecond(count).ok(),
        18 | 19 => Timestamp::from_nanosecond(count.into()).ok(),
        _ => None,
    });
    moment.map(|m| m.to_string()).or_else(|| compact(whole)).unwrap_or_else(|| value.to_owned())
}

/// `Wed Apr 10 06:32:00 +0000 2024`, as C prints a moment, in the order of other dates.
fn of_clock(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let ([_, month, day, time, year] | [_, month, day, time, _, year]) = words.as_slice() else { return None };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let fits =
        time.contains(':') && year.len() == 4 && digits(year) && digits(day) && month.chars().all(char::is_alphabetic);
    fits.then(|| format!("{day} {month} {year} {time}"))
}

/// How a date in digits alone is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// The numbers of `9/15/23 7:15`: the first two, the year, and what follows.
fn slashed(value: &str) -> Option<(i8, i8, i16, &str)> {
    let value = value.trim();
    let (date, rest) = value.split_once([' ', ',', 'T']).unwrap_or((value, ""));
    let mut parts = date.split('/');
    let mut part = |most: usize| {
        let p = parts.next().filter(|p| (1..=most).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))?;
        p.parse::<i16>().ok()
    };
    let (first, second, year) = (part(2)?, part(2)?, part(4)?);
    let year = if year < 70 {
        2000 + year
    } else if year < 100 {
        1900 + year
    } else {
        year
    };
    parts.next().is_none().then_some((first as i8, second as i8, year, rest.trim()))
}

/// The order in which a date can be read, where it can only in one.
pub(super) fn day_order(value: &str) -> Option<DayOrder> {
    let (first, second, ..) = slashed(value)?;
    match (first, second) {
        (1..=12, 13..=31) => Some(DayOrder::MonthFirst),
        (13..=31, 1..=12) => Some(DayOrder::DayFirst),
        _ => None,
    }
}

/// `9/8/23 7:15` as the eighth of September.
pub(super) fn month_first(value: &str) -> Option<String> {
    let (month, day, year, rest) = slashed(value)?;
    let day = jiff::civil::Date::new(year, month, day).ok()?;
    Some(format!("{day} {rest}").trim_end().to_owned())
}

/// `20240410T063200Z`, `20240410T0632+0200`, `20240410 063200` with the signs that dates have.
fn compact_moment(value: &str) -> Option<String> {
    let (day, rest) = value.split_once(['T', 't', ' ', '_', '-'])?;
    let time: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let zone = rest[time.len()..].trim_start_matches(|c: char| c == '.' || c.is_ascii_digit()).trim();
    let zone = match zone.split_at_checked(1) {
        None => String::new(),
        Some(("Z" | "z", "")) => "Z".to_owned(),
        Some((sign @ ("+" | "-"), hours)) => {
            let digits: String = hours.chars().filter(char::is_ascii_digit).collect();
            let minutes = digits.get(2..4).unwrap_or("00");
            format!("{sign}{}:{minutes}", digits.get(..2)?)
        }
        Some(_) => return None,
    };
    let whole = day.len() == 8 && matches!(time.len(), 4 | 6);
    whole.then(|| compact(&format!("{day}{time}"))).flatten().map(|moment| moment + &zone)
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
    fn a_paper_is_named_without_its_number_or_its_day() {
        for value in
            ["Le Quai, no. 412", "Le Quai n° 412 Édition Nord", "Le Quai – 19 avril 2023", "Le Quai, 19 avril 2023"]
        {
            assert_eq!(told(Role::Source, FieldType::Outlet, value), [(Role::Source, "Le Quai".to_owned())], "{value}");
        }
        assert_eq!(told(Role::Source, FieldType::Outlet, "19 avril 2023")[0].1, "19 avril 2023");
    }

    #[test]
    fn what_programs_write_for_nothing_is_nothing_and_ends_of_lines_in_letters_are_lines() {
        assert!(told(Role::Author, FieldType::People, "NULL").is_empty());
        assert_eq!(told(Role::Text, FieldType::Text, "Un.\\nDeux."), [(Role::Text, "Un.\nDeux.".to_owned())]);
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
            ("20240410T063200Z", "2024-04-10T06:32:00Z"),
            ("20240410T0632+0200", "2024-04-10T06:32:00+02:00"),
            ("20240410T063200.000Z", "2024-04-10T06:32:00Z"),
            ("20240410 063200", "2024-04-10T06:32:00"),
            ("20240410T63", "20240410T63"),
            ("Wed Apr 10 06:32:00 +0000 2024", "10 Apr 2024 06:32:00"),
            ("45392", "2024-04-10"),
            ("45392.2722", "2024-04-10"),
            ("mercredi 10 avril 2024", "mercredi 10 avril 2024"),
        ] {
            assert_eq!(told(Role::Published, FieldType::Date, value), [(Role::Published, date.to_owned())]);
        }
    }

    #[test]
    fn a_day_that_stands_for_none_is_none() {
        for none in ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "0000-00-00 00:00:00"] {
            assert_eq!(told(Role::Published, FieldType::Date, none), [], "{none}");
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
    fn an_address_that_only_passes_on_leads_to_another() {
        let to = |s: &str| redirected(s);
        assert_eq!(
            to("https://l.example/url?rct=j&url=https://quai.example/1&ct=ga").as_deref(),
            Some("https://quai.example/1")
        );
        assert_eq!(
            to("https://l.example/l.php?u=https%3A%2F%2Fquai.example%2F1").as_deref(),
            Some("https://quai.example/1")
        );
        assert_eq!(to("https://l.example/article?url=https://quai.example/1"), None);
        assert_eq!(to("https://l.example/url?q=pont"), None);
    }

    #[test]
    fn a_number_is_no_author_and_no_address() {
        assert_eq!(told(Role::Author, FieldType::People, "12"), []);
        assert_eq!(told(Role::Author, FieldType::People, "By Ana Roz"), [(Role::Author, "Ana Roz".to_owned())]);
        assert_eq!(told(Role::Url, FieldType::Address, "8021"), [(Role::Identifier, "8021".to_owned())]);
    }
}
