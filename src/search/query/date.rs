//! Date ranges as they are typed.

use crate::text::is_named;
use crate::words::msg;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days from the first to the last, both included; open where `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRange {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl DateRange {
    /// True when the day lies inside.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|f| f <= day) && self.to.is_none_or(|t| day <= t)
    }

    /// True when its last day comes before its first: no day lies inside.
    pub fn is_reversed(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| to < from)
    }

    /// Reads `2023`, `2023-09`, `2023-09-13`, `13/09/2023`, `today`, each
    /// alone, after `>` `>=` `<` `<=`, or as the ends of `from..to`.
    pub fn parse(s: &str, today: Option<Date>) -> Option<Self> {
        if let Some((a, b)) = s.split_once("..") {
            let from = if a.is_empty() { None } else { unit(a, today)?.from };
            let to = if b.is_empty() { None } else { unit(b, today)?.to };
            return (from.is_some() || to.is_some()).then_some(Self { from, to });
        }
        let after = |d: Option<Date>| d.and_then(|d| d.checked_add(1.day()).ok());
        let before = |d: Option<Date>| d.and_then(|d| d.checked_sub(1.day()).ok());
        if let Some(rest) = s.strip_prefix(">=") {
            return Some(Self { from: unit(rest, today)?.from, to: None });
        }
        if let Some(rest) = s.strip_prefix("<=") {
            return Some(Self { from: None, to: unit(rest, today)?.to });
        }
        if let Some(rest) = s.strip_prefix('>') {
            return Some(Self { from: after(unit(rest, today)?.to), to: None });
        }
        if let Some(rest) = s.strip_prefix('<') {
            return Some(Self { from: None, to: before(unit(rest, today)?.from) });
        }
        unit(s, today)
    }
}

/// A year, a month or a day.
fn unit(s: &str, today: Option<Date>) -> Option<DateRange> {
    let day = |d: Date| DateRange { from: Some(d), to: Some(d) };
    if is_named(s, msg::QUERY_TODAY) {
        return today.map(day);
    }
    if is_named(s, msg::QUERY_YESTERDAY) {
        return today.and_then(|t| t.checked_sub(1.day()).ok()).map(day);
    }
    let parts: Vec<&str> = s.split(['-', '/', '.']).collect();
    if parts.iter().any(|p| p.is_empty() || p.len() > 4 || !p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let n = |i: usize| parts.get(i).and_then(|p| p.parse::<i16>().ok());
    let small = |i: usize| n(i).and_then(|v| i8::try_from(v).ok());
    let year_first = parts[0].len() == 4;
    match parts.len() {
        1 if year_first => {
            let y = n(0)?;
            Some(DateRange { from: Some(Date::new(y, 1, 1).ok()?), to: Some(Date::new(y, 12, 31).ok()?) })
        }
        2 => {
            let (y, m) = if year_first { (n(0)?, small(1)?) } else { (n(1)?, small(0)?) };
            let first = Date::new(y, m, 1).ok()?;
            Some(DateRange { from: Some(first), to: Some(first.last_of_month()) })
        }
        3 if year_first => Date::new(n(0)?, small(1)?, small(2)?).ok().map(day),
        3 if parts[2].len() == 4 => Date::new(n(2)?, small(1)?, small(0)?).ok().map(day),
        _ => None,
    }
}
