//! The order of day and month in the dates of a file of records, told by all of its
//! beginning: a date that can be read in one way only settles it.

use crate::ingest::mapping::{FieldType, Mapping, Neighbours};
use crate::ingest::raw::RawDocument;
use crate::ingest::typed::{self, DayOrder};

/// True where the dates in the first bytes of a file have the month first: one of
/// them can be read in no other way, and none in the other alone.
pub(super) fn month_first(head: &[u8], mapping: &Mapping) -> bool {
    let (mut month, mut day) = (false, false);
    for at in memchr::memchr_iter(b'/', head) {
        let Some((name, value)) = field(head, at) else { continue };
        let Some(order) = typed::day_order(value) else { continue };
        let dated = mapping.field(name, &Neighbours::default()).is_some_and(|field| field.form == FieldType::Date);
        month |= dated && order == DayOrder::MonthFirst;
        day |= dated && order == DayOrder::DayFirst;
    }
    month && !day
}

/// Digits before the first stroke of a date.
const DIGITS: usize = 2;
/// Bytes of a value that can be a date, and of a name before it.
const VALUE: usize = 40;
const NAME: usize = 80;

/// The name and the value of `"name": "4/22/2024"` around its first stroke.
fn field(head: &[u8], at: usize) -> Option<(&str, &str)> {
    let digits = head[..at].iter().rev().take(DIGITS).take_while(|b| b.is_ascii_digit()).count();
    let from = at.checked_sub(digits + 1).filter(|&i| digits > 0 && head[i] == b'"')?;
    let end = head[from + 1..].iter().take(VALUE).position(|&b| b == b'"')? + from + 1;
    let before = head[..from].trim_ascii_end().strip_suffix(b":")?.trim_ascii_end().strip_suffix(b"\"")?;
    let name = before.iter().rev().take(NAME).position(|&b| b == b'"')?;
    let name = &before[before.len() - name..];
    Some((std::str::from_utf8(name).ok()?, std::str::from_utf8(&head[from + 1..end]).ok()?))
}

/// Reads the dates of a record with the month first; true where one is another for it.
pub(super) fn turn(raw: &mut RawDocument) -> bool {
    let fields = &mut raw.fields;
    let mut turned = false;
    for list in [&mut fields.published, &mut fields.updated, &mut fields.seen] {
        for field in list.iter_mut() {
            if let Some(day) = typed::month_first(&field.value) {
                field.value = day;
                turned = true;
            }
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn one_date_that_can_be_read_in_one_way_only_settles_those_of_all_records() {
        let days = |name: &str, dates: [&str; 2]| {
            let record =
                |date: &str| format!("{{\"title\":\"Le pont\",\"text\":\"Fermé.\",\"published\": \"{date}\"}}");
            let (one, two) = (record(dates[0]), record(dates[1]));
            let file = if name.ends_with('l') { format!("{one}\n{two}\n") } else { format!("[{one},{two}]") };
            let got = read(&Place::file(name), file.as_bytes());
            let day = |d| crate::clean::clean(d).meta.published.value.map(|d| d.to_string()).unwrap_or_default();
            got.documents.into_iter().map(day).collect::<Vec<_>>()
        };
        for name in ["a.json", "a.jsonl"] {
            assert_eq!(days(name, ["4/5/2024", "4/22/2024 9:10 PM"]), ["2024-04-05", "2024-04-22"], "{name}");
            assert_eq!(days(name, ["4/5/2024", "22/4/2024"]), ["2024-05-04", "2024-04-22"], "{name}");
            assert_eq!(days(name, ["4/5/2024", "5/4/2024"]), ["2024-05-04", "2024-04-05"], "{name}");
        }
    }
}
