//! Whether a page writes the day or the month first where it writes digits
//! alone.

use crate::clean::page_features::PageFeatures;
use crate::corpus::Language;
use crate::corpus::date::{DateForm, FoundDate, find_dates, parse_machine};
use crate::ingest::RawDocument;
use jiff::civil::Date;

/// How a page writes a day in digits alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// `31/05/2024`.
    DayFirst,
    /// `05/31/2024`.
    MonthFirst,
    /// Either: a day that could be two is none.
    Unknown,
}

/// Regions in which English is written with the day first, and their domains.
const DAY_FIRST: &[&str] = &["GB", "UK", "IE", "AU", "NZ", "IN", "ZA", "NG", "KE", "SG", "PK", "MT", "GH", "HK"];
/// The same with the month first.
const MONTH_FIRST: &[&str] = &["US", "GOV", "MIL", "EDU"];

/// Rows of a page that are asked, and words of the longest.
const ROWS: usize = 40;
const WORDS: u32 = 30;

impl DayOrder {
    /// By the region that the page states, else by its language; English is
    /// told by the domain, and by what the other dates of the page allow.
    pub(super) fn of(page: &PageFeatures<'_>, raw: &RawDocument, language: Option<Language>) -> Self {
        if language != Some(Language::En) {
            return Self::DayFirst;
        }
        let region = raw.fields.language.iter().find_map(|f| f.value.split(['-', '_']).nth(1));
        let hosts = raw.fields.host.iter().filter_map(|f| f.value.rsplit('.').next());
        let told = region.into_iter().chain(hosts).find_map(|code| {
            let code = code.to_ascii_uppercase();
            let listed = |list: &[&str], order| list.contains(&code.as_str()).then_some(order);
            listed(DAY_FIRST, Self::DayFirst).or_else(|| listed(MONTH_FIRST, Self::MonthFirst))
        });
        told.unwrap_or_else(|| Self::by_other_dates(page, raw))
    }

    /// By dates that can be read in one way only, and by those that name a day
    /// which the page also states for machines.
    fn by_other_dates(page: &PageFeatures<'_>, raw: &RawDocument) -> Self {
        let f = &raw.fields;
        let stated: Vec<Date> =
            [&f.published, &f.updated, &f.seen].into_iter().flatten().filter_map(|f| by_machine(&f.value)).collect();
        let (mut day, mut month) = (false, false);
        let rows = (0..page.len()).map(|i| page.row(i)).filter(|r| r.digits >= 4 && r.words <= WORDS);
        for found in rows.take(ROWS).flat_map(|r| find_dates(page.text, r.span)) {
            if found.form != DateForm::Numeric {
                continue;
            }
            match (found.month_first(), found.full()) {
                (Some(other), Some(date)) => {
                    let said = |d: Date| stated.contains(&d);
                    day |= said(date) && !said(other);
                    month |= said(other) && !said(date);
                }
                (None, Some(date)) if date.day() > 12 => {
                    let first = leading(found.span.of(page.text));
                    day |= first == date.day();
                    month |= first == date.month();
                }
                _ => {}
            }
        }
        match (day, month) {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Unknown,
        }
    }

    /// The day that a found date names, unless day and month could change places.
    pub(super) fn civil(self, found: &FoundDate) -> Option<Date> {
        match self {
            Self::Unknown if found.ambiguous => None,
            Self::MonthFirst if found.ambiguous => found.month_first(),
            _ => found.full(),
        }
    }
}

/// The number with which digits open.
fn leading(text: &str) -> i8 {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text[..end].parse().unwrap_or(0)
}

/// The day of a value whose year leads.
fn by_machine(value: &str) -> Option<Date> {
    let leads = value.trim_start().bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    parse_machine(value).filter(|_| leads)
}
