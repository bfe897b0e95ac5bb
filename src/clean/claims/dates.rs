//! When it was published, changed, crawled, and when what it tells happened.
//!
//! A date in the head of the page is that of the visit. It is weighed against
//! the weekdays of the text and not taken for the publication.

use super::agreed;
use super::clocks::{self, LocalDay, greenwich};
use super::day::day_of;
use super::order::DayOrder;
use super::outlet;
use super::post::is_of_post;
use super::undated;
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::clean::phrases::Family;
use crate::clean::tail;
use crate::corpus::date::{DateForm, FoundDate, find_dates, resolve};
use crate::corpus::{Claim, Evidence, Language, LineKind, Mark};
use crate::ingest::{Field, OF_ITEM, RawDocument, is_of_a_change};
use crate::text::Span;
use crate::words::msg;
use jiff::civil::{Date, Time, Weekday};

/// The four dates of a document.
#[derive(Default)]
pub(crate) struct Dates {
    pub published: Claim<Date>,
    pub updated: Claim<Date>,
    pub page_date: Claim<Date>,
    pub event_date: Claim<Date>,
    /// The hour of publication by the clocks of its place, where they tell the day.
    pub hour: Option<Time>,
    /// The hour in Greenwich, where the day of publication is that of an
    /// instant there.
    instant: Option<u8>,
    /// Days that lines of the article print as that of publication.
    printed: Vec<(Date, Span)>,
    /// Lines that an export adds to the article: their days are of its own making.
    apart: Vec<Span>,
}

/// The rule of lines that an export adds to an article.
const EXPORTED: &str = "record.field";

/// Bytes of a row that are searched for dates.
const HEAD: usize = 800;
/// Rows of body that are searched for the day of the event.
const OPENING: usize = 3;
/// Rows below the title in which a date line may stand.
const REACH: usize = 30;
/// Rows below the body in which one may stand.
const FOOT: usize = 12;

/// Reads the date lines, the captions and the first paragraphs.
pub(crate) fn find(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument, language: Option<Language>) -> Dates {
    let order = DayOrder::of(page, raw, language);
    let mut dates = Dates {
        published: stated(&raw.fields.published, order),
        updated: stated(&raw.fields.updated, order),
        ..Dates::default()
    };
    dates.apart.extend(raw.hints.iter().filter(|h| h.rule == EXPORTED).map(|h| h.span));
    dates.instant = raw
        .fields
        .published
        .iter()
        .find(|f| !undated::is_hint(f) && day_of(f, order).is_some())
        .and_then(|f| greenwich(&f.value));
    local_day(raw, order, &mut dates);
    let first = kinds.labels.iter().position(|l| l.kind.is_body()).unwrap_or(page.len());
    let title = kinds.title.unwrap_or(first);
    for i in title..page.len().min(title + REACH) {
        line(page, kinds, i, order, &mut dates);
    }
    let last = kinds.labels.iter().rposition(|l| l.kind.is_body()).unwrap_or(0);
    for i in last + 1..page.len().min(last + FOOT) {
        // Further below only a line that the page itself calls a date, with
        // words that say of what.
        let told = kinds.labels[i].kind == LineKind::Date && !page.shapes[i].only_date;
        if i < last + 4 || kinds.labels[i].rule == tail::DAY || told && !dates.published.is_known() {
            line(page, kinds, i, order, &mut dates);
        }
    }
    // A labelled date may also stand just above the title.
    for i in title.saturating_sub(4)..title {
        // Only an element of the page can call a line above the title a date.
        if page.marks[i].start.has(Family::Date) || kinds.labels[i].kind == LineKind::Date {
            line(page, kinds, i, order, &mut dates);
        }
    }
    where_written(raw, order, language, &mut dates);
    if dates.published.is_known() && !raw.hints.is_empty() {
        let beside = undated::beside_title(page, kinds, (title, first), |f| order.civil(f));
        dates.printed.extend(beside);
        agreed::weigh(raw, order, &mut dates.published, &dates.printed);
    }
    if !dates.published.is_known() {
        right_above(page, title, order, &mut dates);
    }
    if !dates.published.is_known() && !raw.hints.iter().any(|h| h.kind.is_body()) {
        of_print(page, kinds, order, &mut dates);
    }
    if !dates.published.is_known() {
        undated(page, kinds, raw, (title, first), order, &mut dates);
    }
    page_date(page, kinds, title, &mut dates);
    if !dates.page_date.is_known() {
        dates.page_date = stated(&raw.fields.seen, order);
        if let (Some(day), false) = (dates.page_date.value, dates.published.is_known()) {
            let note = msg::clean_day_seen(day.to_string());
            dates.published = Claim::unknown().because(None, "published.refused", note);
        }
    }
    // An item of a feed that has one moment alone was put there then.
    let of_feed = dates.updated.evidence.first().is_some_and(|e| e.rule == "feed.updated");
    if let (Some(day), true, false) = (dates.updated.value, of_feed, dates.published.is_known()) {
        let note = msg::clean_only_moment(day.to_string());
        dates.published = Claim::inferred(day, None, "published.only_moment", note);
    }
    if !dates.published.is_known() && dates.updated.is_known() {
        let note = msg::CLEAN_ONLY_CHANGE;
        dates.published = Claim::unknown().because(None, "published.refused", note);
    }
    dates.event_date = event(page, kinds, dates.published.value);
    dates
}

/// Where the same page states the same moment with its own clock, that day is
/// the reader's, not the day in Greenwich.
fn local_day(raw: &RawDocument, order: DayOrder, dates: &mut Dates) {
    let (Some(known), Some(hour)) = (dates.published.value, dates.instant) else { return };
    let minute = |value: &str| value.split_once(':').and_then(|(_, rest)| rest.get(..2)).map(str::to_owned);
    let Some(of_known) = raw
        .fields
        .published
        .iter()
        .find(|f| !undated::is_hint(f) && day_of(f, order).is_some())
        .and_then(|f| minute(&f.value))
    else {
        return;
    };
    let local = raw.fields.published.iter().find_map(|f| {
        let other = greenwich(&f.value).is_none() && minute(&f.value).as_ref() == Some(&of_known);
        let day = day_of(f, order).filter(|d| other && near_midnight(known, *d, hour))?;
        Some((day, f))
    });
    if let Some((day, f)) = local {
        dates.instant = None;
        let stated = std::mem::take(&mut dates.published.evidence);
        let note = msg::clean_local_day(&f.value, known.to_string());
        dates.published = Claim::written(day, None, "published.local_day", note);
        dates.published.evidence.extend(stated);
    }
}

/// The day of an instant where the article was written, unless the text prints that of
/// Greenwich: a dateline says it, or the clocks of its place.
fn where_written(raw: &RawDocument, order: DayOrder, language: Option<Language>, dates: &mut Dates) {
    let Some(known) = dates.published.value else { return };
    let stated = dates.published.evidence.first().is_some_and(|e| e.span.is_none());
    if !stated || dates.printed.iter().any(|(day, _)| *day == known) {
        return;
    }
    let fits = |day: Date| day > known || dates.instant.is_some_and(|hour| near_midnight(known, day, hour));
    let dateline = clocks::of_dateline(raw, known).filter(|(day, _)| fits(*day));
    let claim = if let Some((day, words)) = dateline {
        Claim::written(day, None, "published.dateline_day", msg::clean_local_dateline(words, known.to_string()))
    } else if let Some(LocalDay { clock, rule, told, instant }) =
        dates.instant.and_then(|_| clocks::elsewhere(raw, known, order, language))
    {
        dates.hour = Some(clock.time());
        Claim::inferred(clock.date(), None, rule, msg::clean_local_clock(instant, told))
    } else {
        return;
    };
    dates.instant = None;
    let stated = std::mem::replace(&mut dates.published, claim).evidence;
    dates.published.evidence.extend(stated);
}

/// True when it can be another day somewhere on earth at that hour.
fn near_midnight(there: Date, here: Date, hour: u8) -> bool {
    match here.since(there).map_or(0, |s| s.get_days()) {
        -1 => hour < 12,
        1 => hour >= 10,
        _ => false,
    }
}

fn stated(fields: &[Field], order: DayOrder) -> Claim<Date> {
    for f in fields.iter().filter(|f| !undated::is_hint(f)) {
        if let Some(date) = day_of(f, order) {
            return Claim::written(date, None, f.rule, msg::clean_field_value(f.rule, &f.value));
        }
    }
    Claim::unknown()
}

fn in_row(page: &PageFeatures<'_>, i: usize) -> Vec<FoundDate> {
    let row = page.row(i);
    if row.digits == 0 {
        return Vec::new();
    }
    let mut end = row.span.end.min(row.span.start + HEAD);
    while !page.text.is_char_boundary(end) {
        end -= 1;
    }
    find_dates(page.text, Span::new(row.span.start, end))
}

/// Printed days of one article that are remembered.
const PRINTED: usize = 8;

/// Lines above a date line that are asked what it belongs to.
const BESIDE: usize = 4;

/// True for a line below the article whose nearest line above is a reader's
/// comment or another article: the day is that one's.
fn is_of_another(kinds: &Kinds, i: usize) -> bool {
    let kind = |k: usize| kinds.labels[k].kind;
    let apart = |k: usize| matches!(kind(k), LineKind::Comment | LineKind::Related);
    let near =
        (i.saturating_sub(BESIDE)..i).rev().find(|&k| apart(k) || kind(k).is_body() || kind(k) == LineKind::Title);
    near.is_some_and(apart) && !(i + 1..kinds.labels.len()).any(|k| kind(k).is_body())
}

/// Reads a date line or a byline with a date.
fn line(page: &PageFeatures<'_>, kinds: &Kinds, i: usize, order: DayOrder, dates: &mut Dates) {
    let (row, kind) = (page.row(i), kinds.labels[i].kind);
    let shape = &page.shapes[i];
    let labelled = page.marks[i].start.has(Family::Date);
    let dated = matches!(kind, LineKind::Date | LineKind::Byline) || (labelled && !kind.is_body());
    if row.words > 30
        || !dated
        || !(shape.date || labelled || kinds.labels[i].rule == "byline.dated")
        || kind == LineKind::Comment
        || dates.apart.iter().any(|field| field.contains(row.span))
        || is_of_another(kinds, i)
        || is_of_post(page, i)
    {
        return;
    }
    let mut at = row.span.start;
    for found in in_row(page, i) {
        let before = crate::text::fold(page.text.get(at..found.span.start).unwrap_or(""));
        at = found.whole.end;
        let changed = is_of_a_change(&before);
        // A day without a year is told by the instant beside it.
        let instant = dates.instant.zip(dates.published.value);
        let near = || {
            let ((hour, known), (day, month)) = (instant?, found.day.zip(found.month)?);
            let day = Date::new(known.year(), month, day).ok()?;
            near_midnight(known, day, hour).then_some(day)
        };
        let Some(date) = order.civil(&found).or_else(near) else { continue };
        let updated_known = dates.updated.is_known();
        let (claim, rule) =
            if changed { (&mut dates.updated, "updated.line") } else { (&mut dates.published, "published.line") };
        let note = msg::clean_date_line(page.content(i));
        if !changed && dates.printed.len() < PRINTED {
            dates.printed.push((date, found.span));
        }
        match claim.value {
            None => *claim = Claim::written(date, Some(found.span), rule, note),
            // The day that the page prints is the reader's; that of an instant
            // is the day in Greenwich.
            Some(known)
                if !changed
                    && dates.instant.is_some_and(|hour| near_midnight(known, date, hour))
                    && !dates.printed.iter().any(|(day, _)| *day == known) =>
            {
                dates.instant = None;
                let stated = std::mem::take(&mut claim.evidence);
                let note = msg::clean_local_day(found.span.of(page.text), known.to_string());
                *claim = Claim::written(date, Some(found.span), "published.local_day", note);
                claim.evidence.extend(stated);
            }
            Some(known) if known == date => {
                claim.evidence.push(Evidence { span: Some(found.span), rule, note });
            }
            // A second date without a word is that of the last change.
            Some(known) if !changed && date > known && !updated_known && labelled => {
                dates.updated = Claim::written(date, Some(found.span), "updated.line", note);
            }
            Some(_) => {}
        }
    }
}

/// A bare date right above the title, well below the head of the page and
/// without a weekday, belongs to the article.
fn right_above(page: &PageFeatures<'_>, title: usize, order: DayOrder, dates: &mut Dates) {
    let Some(i) =
        title.checked_sub(1).filter(|&i| i >= undated::PAGE_HEAD && page.shapes[i].only_date && !is_of_post(page, i))
    else {
        return;
    };
    let found = in_row(page, i);
    if let [date] = found.as_slice()
        && date.weekday.is_none()
        && let Some(day) = order.civil(date)
    {
        let note = msg::clean_right_above_title(date.span.of(page.text));
        dates.published = Claim::inferred(day, Some(date.span), "published.above_title", note);
    }
}

/// The one day beside the name of the paper above the title with which a text begins.
fn of_print(page: &PageFeatures<'_>, kinds: &Kinds, order: DayOrder, dates: &mut Dates) {
    let Some(head) = outlet::print_head(page, kinds) else { return };
    let found = in_row(page, head.day);
    let full: Vec<(Date, Span)> = found.iter().filter_map(|f| Some((order.civil(f)?, f.span))).collect();
    if let [(day, span)] = full.as_slice() {
        let note = msg::clean_date_line(page.content(head.day));
        dates.published = Claim::inferred(*day, Some(*span), "published.print", note);
    }
}

/// A day that nothing calls that of publication: in the address, or alone in
/// the short lines beside the title of a page whose elements are known.
fn undated(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    raw: &RawDocument,
    (title, first): (usize, usize),
    order: DayOrder,
    dates: &mut Dates,
) {
    let address = raw.fields.url.iter().find_map(|f| Some((undated::in_address(&f.value)?, &f.value)));
    if let Some((day, address)) = address {
        let note = msg::clean_day_in_address(address.as_str());
        dates.published = Claim::inferred(day, None, "published.address", note);
        return;
    }
    if let Some((day, f)) = undated::in_scripts(raw, order) {
        let note = msg::clean_day_in_script(&f.value);
        dates.published = Claim::inferred(day, None, "published.script", note);
        return;
    }
    if let Some((day, f)) = undated::in_watched(raw, order) {
        dates.published = Claim::inferred(day, None, "published.watched", msg::clean_day_watched(&f.value));
        return;
    }
    // The day on which the page was saved is not its own.
    let seen = stated(&raw.fields.seen, order).value;
    if let Some((day, f)) = undated::in_item(raw, order, seen) {
        dates.published = Claim::inferred(day, None, OF_ITEM, msg::clean_item(&f.value));
        return;
    }
    let civil = |f: &FoundDate| order.civil(f).filter(|d| seen != Some(*d));
    if let Some((day, span)) = undated::in_agency_dateline(page, kinds, civil).filter(|_| raw.hints.is_empty()) {
        let note = msg::clean_day_in_dateline(span.of(page.text));
        dates.published = Claim::inferred(day, Some(span), "published.dateline", note);
    }
    if raw.hints.is_empty() {
        return;
    }
    if let Some((day, span)) = undated::beside_title(page, kinds, (title, first), civil) {
        let note = msg::clean_day_beside_title(span.of(page.text));
        dates.published = Claim::inferred(day, Some(span), "published.beside_title", note);
    } else if let Some((day, f)) = undated::in_elements(raw, order, undated::CALLED) {
        let note = msg::clean_day_in_element(&f.value);
        dates.published = Claim::inferred(day, None, "published.element", note);
    } else if let Some((day, span)) = undated::in_dateline(page, kinds, civil) {
        let note = msg::clean_day_in_dateline(span.of(page.text));
        dates.published = Claim::inferred(day, Some(span), "published.dateline", note);
    } else if let Some((day, span)) = undated::signed_below(page, kinds, civil) {
        let note = msg::clean_date_line(span.of(page.text));
        dates.published = Claim::inferred(day, Some(span), "published.below", note);
    } else if let Some((day, f)) = undated::set_apart(raw, order) {
        let note = msg::clean_day_set_apart(&f.value);
        dates.published = Claim::inferred(day, None, "published.set_apart", note);
    } else if let Some((day, f)) = undated::in_elements(raw, order, undated::APART) {
        let note = msg::clean_day_in_element(&f.value);
        dates.published = Claim::inferred(day, None, "published.apart", note);
    }
}

/// The date in the head of the page, and whether the text can be of that day.
fn page_date(page: &PageFeatures<'_>, kinds: &Kinds, title: usize, dates: &mut Dates) {
    let head = (0..title)
        .filter(|&i| {
            dates.published.evidence.first().and_then(|e| e.span).is_none_or(|s| !page.row(i).span.contains(s))
        })
        .find(|&i| kinds.labels[i].rule == "head.page_date" && page.shapes[i].date);
    let Some((found, date)) =
        head.and_then(|i| in_row(page, i).into_iter().find_map(|f| Some((f.full()?, f)))).map(|(d, f)| (f, d))
    else {
        return;
    };
    let mut claim = Claim::inferred(date, Some(found.span), "page_date.head", msg::CLEAN_RULE_HEAD_PAGE_DATE);
    if let Some((weekday, span)) = weekday_of_text(page, kinds) {
        let note = if weekday == date.weekday() {
            msg::CLEAN_WEEKDAY_FITS.into()
        } else {
            msg::clean_weekday_differs(span.of(page.text))
        };
        claim = claim.because(Some(span), "page_date.weekday", note);
    }
    if !dates.published.is_known() {
        let note = msg::clean_day_of_crawl(found.span.of(page.text));
        dates.published = Claim { value: None, mark: Mark::Unknown, evidence: Vec::new() }.because(
            Some(found.span),
            "published.refused",
            note,
        );
    }
    dates.page_date = claim;
}

/// The first weekday of the opening paragraphs.
fn weekday_of_text(page: &PageFeatures<'_>, kinds: &Kinds) -> Option<(Weekday, Span)> {
    opening(page, kinds, false).into_iter().find_map(|f| Some((f.weekday?, f.span)))
}

/// Dates in the first paragraphs.
fn opening(page: &PageFeatures<'_>, kinds: &Kinds, digits: bool) -> Vec<FoundDate> {
    let rows = (0..page.len()).filter(|&i| matches!(kinds.labels[i].kind, LineKind::Body | LineKind::Standfirst));
    rows.take(OPENING)
        .filter(|&i| !digits || page.row(i).digits > 2)
        .flat_map(|i| {
            let row = page.row(i);
            let mut end = row.span.end.min(row.span.start + HEAD);
            while !page.text.is_char_boundary(end) {
                end -= 1;
            }
            find_dates(page.text, Span::new(row.span.start, end))
        })
        .collect()
}

/// Folded words before a date from which or up to which something lasts.
const SPANS: &[&str] =
    &["depuis", "jusqu'au", "avant", "since", "until", "before", "seit", "bis", "desde", "hasta", "dal"];

/// True when the text counts from a date or up to it: `arrêté depuis le 30 mai`.
fn is_bound(text: &str, found: &FoundDate) -> bool {
    let mut from = found.span.start.saturating_sub(24);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let before = crate::text::fold(&text[from..found.span.start]);
    before.split_whitespace().rev().take(2).any(|w| SPANS.contains(&w))
}

/// Year before which a full date in a text that nothing dates is taken for
/// history: there were no pages then.
const PAGES_SINCE: i16 = 1990;

/// Days between an event and its report, at most, where the text gives the event's
/// date without its weekday.
const FRESH: i32 = 7;

/// True for a date by which a report tells when its news happened: news gives the day
/// with its weekday (`samedi 15 décembre`), or is fresh. Most other full dates of an
/// opening tell of something earlier, or of a plan.
fn tells_news(found: &FoundDate, date: Date, published: Option<Date>) -> bool {
    let fresh = |p: Date| p.since(date).is_ok_and(|s| (0..=FRESH).contains(&s.get_days()));
    found.weekday.is_some() || published.is_some_and(fresh)
}

/// The day of the event: a full date in a caption, or in an opening paragraph where it
/// tells of the news; else a day of the opening paragraphs that the publication date
/// completes.
fn event(page: &PageFeatures<'_>, kinds: &Kinds, published: Option<Date>) -> Claim<Date> {
    // Without a day to count from, only dates with digits can be full.
    let opening = opening(page, kinds, published.is_none());
    let near = |d: Date| match published {
        Some(p) => p.since(d).map_or(0, |s| s.get_days()).abs() <= 40,
        None => d.year() >= PAGES_SINCE,
    };
    let opening: Vec<FoundDate> = opening.into_iter().filter(|f| !is_bound(page.text, f)).collect();
    let captions = (0..page.len()).filter(|&i| kinds.labels[i].kind == LineKind::Caption).take(4);
    for i in captions {
        for found in in_row(page, i).iter().filter(|f| f.form != DateForm::Numeric) {
            if let Some(date) = found.full().filter(|d| near(*d)) {
                // A picture may come from the archives when nothing says that it is fresh.
                let claim = if published.is_some() { Claim::written } else { Claim::inferred };
                return claim(date, Some(found.span), "event.caption", msg::CLEAN_DATE_IN_CAPTION);
            }
        }
    }
    let told = |f: &FoundDate| f.full().filter(|d| near(*d) && tells_news(f, *d, published));
    if let Some((date, span)) = opening.iter().find_map(|f| Some((told(f)?, f.span))) {
        return Claim::written(date, Some(span), "event.opening", msg::CLEAN_DATE_IN_OPENING);
    }
    let Some(anchor) = published else { return Claim::unknown() };
    let day = |f: &&FoundDate| f.day.is_some() && f.month.is_some() || f.weekday.is_some() || f.offset.is_some();
    for found in opening.iter().filter(day) {
        let told = |d: Date| found.offset.is_some() || tells_news(found, d, published);
        if let Some(date) = resolve(found, anchor).filter(|d| near(*d) && told(*d)) {
            let note = msg::clean_day_resolved(found.span.of(page.text), anchor.to_string());
            return Claim::inferred(date, Some(found.span), "event.resolved", note);
        }
    }
    Claim::unknown()
}
