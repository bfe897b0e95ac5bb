//! Days that nothing calls the day of publication: in the address of the
//! article and beside its title. What is found here is a conclusion, never a
//! statement.

use super::day::day_of;
use super::order::DayOrder;
use super::post::is_of_post;
use super::wording::agency_in;
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::corpus::LineKind;
use crate::corpus::date::{FoundDate, find_dates};
use crate::ingest::{Field, OF_ITEM, PageWord, RawDocument, is_of_a_change, page_words};
use crate::text::Span;
use jiff::civil::Date;

/// Rows of the head of a page, where the day of the crawl stands.
pub(super) const PAGE_HEAD: usize = 4;

/// Bytes of an address that are looked at.
const ADDRESS: usize = 600;
/// First and last year that an address can have a day of publication in.
const SINCE: i16 = 1990;
const UNTIL: i16 = 2100;

/// The day in an address, as in `/2024/05/31/`, `-2024-05-31-` or `20240531`;
/// of an archive's address in the address inside it, for its own has the day
/// on which the page was saved.
pub(super) fn in_address(address: &str) -> Option<Date> {
    let path = address.split(['?', '#']).next()?.rsplit("://").next()?;
    let path = path.get(path.find('/')?..)?;
    let mut end = path.len().min(ADDRESS);
    while !path.is_char_boundary(end) {
        end -= 1;
    }
    let parts: Vec<&str> = path[..end].split(['/', '-', '_', '.']).collect();
    let number = |s: &str, most: usize| {
        let digits = (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| s.parse::<i16>().ok()).flatten()
    };
    let day = |year: &str, month: &str, day: &str| {
        let year = number(year, 4).filter(|y| (SINCE..=UNTIL).contains(y))?;
        Date::new(year, number(month, 2)? as i8, number(day, 2)? as i8).ok()
    };
    // `31.05.2024` as well, unless it could be a month's day in the other order.
    let day_first = |w: &[&str]| day(w[2], w[1], w[0]).filter(|d| d.day() > 12);
    // `2024/may/31` as well.
    let worded = |w: &[&str]| {
        let named = w[1].len() >= 3 && w[1].bytes().all(|b| b.is_ascii_alphabetic());
        let year = number(w[0], 4).filter(|y| named && (SINCE..=UNTIL).contains(y))?;
        let words = format!("{} {} {year}", number(w[2], 2)?, w[1]);
        find_dates(&words, Span::new(0, words.len())).first()?.full()
    };
    let apart = parts.windows(3).find_map(|w| day(w[0], w[1], w[2]).or_else(|| worded(w)));
    let apart = apart.or_else(|| parts.windows(3).find_map(day_first));
    apart.or_else(|| {
        let joined = parts.iter().filter(|p| p.len() == 8 && p.bytes().all(|b| b.is_ascii_digit()));
        joined.into_iter().find_map(|p| day(&p[..4], &p[4..6], &p[6..]))
    })
}

/// Rows above the title and below the first row of the body that are looked
/// at, and words of the longest of them.
const ABOVE: usize = 5;
const BELOW: usize = 3;
const LINE: u32 = 14;
/// Words of the longest row of the body that may be such a line.
const SHORT: u32 = 6;

/// The one full date in the short lines beside the title: none where several
/// days stand there, none of a change, and none in the head of the page. A day
/// of the week above the title is that of the visit.
pub(super) fn beside_title(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    (title, first): (usize, usize),
    civil: impl Fn(&FoundDate) -> Option<Date>,
) -> Option<(Date, Span)> {
    let mut found: Option<(Date, Span)> = None;
    for i in title.saturating_sub(ABOVE)..page.len().min(first.max(title) + BELOW) {
        let (row, kind) = (page.row(i), kinds.labels[i].kind);
        let most = if kind == LineKind::Body { SHORT } else { LINE };
        let other = matches!(kind, LineKind::Comment | LineKind::Title | LineKind::Caption);
        // Between title and text a line of no kind is the article's; above
        // the title it is a teaser's.
        let other = other || kind == LineKind::Related && i < title;
        let head = i < title && i < PAGE_HEAD;
        if row.words > most || row.digits < 4 || other || head || is_of_post(page, i) {
            continue;
        }
        if is_of_a_change(&crate::text::fold(page.content(i))) {
            continue;
        }
        for date in find_dates(page.text, row.span) {
            let visit = i < title && date.weekday.is_some();
            let Some(day) = civil(&date).filter(|d| d.year() >= SINCE && !visit) else { continue };
            match found {
                Some((known, _)) if known != day => return None,
                Some(_) => {}
                None => found = Some((day, date.span)),
            }
        }
    }
    found
}

/// Where the day in a script that is no structured data comes from.
pub(super) const SCRIPTED: &str = "html.script.published";
/// Where the day in an element comes from whose class calls it one.
pub(super) const CALLED: &str = "html.class.date";
/// Where the day of an element far from the article comes from.
pub(super) const APART: &str = "html.time.apart";

/// True for a place that gives a day and does not say of what.
pub(super) fn is_hint(f: &Field) -> bool {
    matches!(f.rule, SCRIPTED | CALLED | APART | OF_ITEM) || f.rule.ends_with(WATCHED)
}

/// The end of the rules of a moment at which a service that watches the press found an article.
const WATCHED: &str = ".watched";

/// The day on which such a service found the article: within minutes or hours of its publication.
pub(super) fn in_watched(raw: &RawDocument, order: DayOrder) -> Option<(Date, &Field)> {
    let f = raw.fields.published.iter().find(|f| f.rule.ends_with(WATCHED))?;
    Some((day_of(f, order)?, f))
}

/// The day that a script of the page calls that of publication.
pub(super) fn in_scripts(raw: &RawDocument, order: DayOrder) -> Option<(Date, &Field)> {
    let f = raw.fields.published.iter().find(|f| f.rule == SCRIPTED)?;
    Some((day_of(f, order)?, f))
}

/// The day that the item of a list gives that named the article; none where it was
/// fetched before that day had begun anywhere.
pub(super) fn in_item(raw: &RawDocument, order: DayOrder, seen: Option<Date>) -> Option<(Date, &Field)> {
    let f = raw.fields.published.iter().find(|f| f.rule == OF_ITEM)?;
    let latest = seen.and_then(|seen| seen.tomorrow().ok());
    let day = day_of(f, order).filter(|day| day.year() >= SINCE && latest.is_none_or(|latest| *day <= latest))?;
    Some((day, f))
}

/// The one day that elements of one sort give.
pub(super) fn in_elements<'r>(raw: &'r RawDocument, order: DayOrder, rule: &str) -> Option<(Date, &'r Field)> {
    let called = raw.fields.published.iter().filter(|f| f.rule == rule);
    let mut days = called.filter_map(|f| Some((day_of(f, order)?, f))).filter(|(d, _)| d.year() >= SINCE);
    let first = days.next()?;
    days.all(|(day, _)| day == first.0).then_some(first)
}

/// The day that a title or a description sets apart from what it says of the
/// article: `The ferry is back (31 May 2024)`, `31.05.2024 – The ferry …`.
pub(super) fn set_apart(raw: &RawDocument, order: DayOrder) -> Option<(Date, &Field)> {
    let mut found: Option<(Date, &Field)> = None;
    for f in raw.fields.title.iter().chain(&raw.fields.standfirst) {
        let text = &f.value;
        for date in find_dates(text, Span::new(0, text.len())) {
            let (before, behind) = (text[..date.span.start].trim_end(), text[date.whole.end..].trim_start());
            let (last, next) = (before.chars().next_back(), behind.chars().next());
            let joint = |c: char| matches!(c, '|' | '–' | '—' | '-' | '·' | ':');
            let bracketed = last == Some('(') && next == Some(')');
            let edge = last.is_none_or(joint) && next.is_none_or(joint);
            let Some(day) = order.civil(&date).filter(|d| d.year() >= SINCE && (bracketed || edge)) else { continue };
            if found.is_some_and(|(known, _)| known != day) {
                return None;
            }
            found = Some((day, f));
        }
    }
    found
}

/// Bytes of the first paragraph in which a dateline ends.
const DATELINE: usize = 80;

/// The day with which the first paragraph opens, as `(31 May 2024) The bridge …`
/// and `Port-Sauvin, le 31 mai 2024 – La maire …`.
pub(super) fn in_dateline(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    civil: impl Fn(&FoundDate) -> Option<Date>,
) -> Option<(Date, Span)> {
    let rows = (0..page.len()).filter(|&i| matches!(kinds.labels[i].kind, LineKind::Body | LineKind::Standfirst));
    rows.take(OPENING).find_map(|i| dateline(page, i, &civil))
}

/// The same of an agency's report: `Port-Sauvin, 31 mai 2024 (AQX) – La maire …`, which
/// says the day of what it reports.
pub(super) fn in_agency_dateline(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    civil: impl Fn(&FoundDate) -> Option<Date>,
) -> Option<(Date, Span)> {
    let signed = |span: Span| {
        let behind = page.text.get(span.end..)?.trim_start().strip_prefix('(')?;
        agency_in(behind.get(..behind.find(')').filter(|&end| end <= AGENCY)?)?)
    };
    in_dateline(page, kinds, civil).filter(|(_, span)| signed(*span).is_some())
}

/// Bytes of the longest name of an agency.
const AGENCY: usize = 40;

/// Paragraphs of which one opens with the dateline: a standfirst may stand before it.
const OPENING: usize = 2;

fn dateline(page: &PageFeatures<'_>, i: usize, civil: impl Fn(&FoundDate) -> Option<Date>) -> Option<(Date, Span)> {
    let row = page.row(i);
    let mut end = row.span.end.min(row.span.start + DATELINE);
    while !page.text.is_char_boundary(end) {
        end -= 1;
    }
    let found = find_dates(page.text, Span::new(row.span.start, end));
    let [date] = found.as_slice() else { return None };
    let before = page.text.get(row.span.start..date.span.start)?;
    let behind = page.text.get(date.whole.end..row.span.end)?.trim_start();
    // The agency may stand between the day and the dash.
    let bracketed =
        behind.strip_prefix('(').and_then(|inner| inner.split_once(')')).filter(|(name, _)| name.len() <= AGENCY);
    let behind = bracketed.filter(|(name, _)| agency_in(name).is_some()).map_or(behind, |(_, rest)| rest.trim_start());
    let enclosed = before.ends_with('(') && behind.starts_with(')');
    let opens = !before.contains(['.', '!', '?', ';']) && behind.starts_with(['|', '–', '—', '-', ':']);
    let day = civil(date).filter(|d| d.year() >= SINCE && (enclosed || opens))?;
    Some((day, date.span))
}

/// Rows below the body in which such a line stands.
const SIGNED: usize = 12;

/// Words of one that goes on to say under what the article is filed.
const FILED: u32 = 50;

/// The one day of a short line at the end of the body or below it that says who put the article
/// there: `Gespeichert von anna am 24. Juli 2017 - 18:55`.
pub(super) fn signed_below(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    civil: impl Fn(&FoundDate) -> Option<Date>,
) -> Option<(Date, Span)> {
    let last = kinds.labels.iter().rposition(|l| l.kind.is_body())?;
    let mut found = None;
    for i in last..page.len().min(last + SIGNED) {
        let row = page.row(i);
        if kinds.labels[i].kind == LineKind::Comment {
            break;
        }
        let folded = crate::text::fold(page.content(i));
        let behind = page_words(PageWord::PutBehind).iter().any(|p| folded.contains(p));
        let put = behind || page_words(PageWord::Put).iter().any(|p| folded.starts_with(p));
        // What ends the text itself may be such a line, if it says so of the article.
        let most = if behind { FILED } else { LINE };
        let other = is_of_a_change(&folded) || is_of_post(page, i);
        if row.words > most || (i == last && !behind) || row.digits < 4 || !put || other {
            continue;
        }
        for date in find_dates(page.text, row.span) {
            let Some(day) = civil(&date).filter(|d| d.year() >= SINCE) else { continue };
            if found.is_some_and(|(known, _)| known != day) {
                return None;
            }
            found = Some((day, date.span));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_a_day_only_where_year_month_and_day_stand_apart() {
        let day = |s: &str| in_address(s).map(|d| d.to_string());
        assert_eq!(day("https://quai.example/2024/05/31/pont-ferme.html").as_deref(), Some("2024-05-31"));
        assert_eq!(day("https://quai.example/a/pont-2024-05-31-ferme").as_deref(), Some("2024-05-31"));
        assert_eq!(day("https://quai.example/a/20240531.html").as_deref(), Some("2024-05-31"));
        let saved = "https://archive.example/2024.05.31-120000/https://quai.example/";
        assert_eq!(day(&format!("{saved}pont")), None);
        assert_eq!(day(&format!("{saved}2024/04/30/pont")).as_deref(), Some("2024-04-30"));
        assert_eq!(day("https://quai.example/30481122"), None);
        assert_eq!(day("https://quai.example/2024/05/pont-ferme"), None);
        assert_eq!(day("https://quai.example/2024/13/31/pont"), None);
        assert_eq!(day("https://quai.example/lage_vom_22.04.2020_pont").as_deref(), Some("2020-04-22"));
        assert_eq!(day("https://quai.example/lage_vom_05.04.2020_pont"), None);
        assert_eq!(day("https://quai.example/pont?d=2024-05-31"), None);
        assert_eq!(day("https://2024-05-31.example/"), None);
    }
}
