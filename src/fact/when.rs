//! Dates of an article, resolved against its own day. Has never heard of
//! today.

use super::agreement::Agreement;
use super::prose::Prose;
use crate::corpus::Document;
use crate::corpus::date::{DateForm, FoundDate, Tense, find_dates, period, resolve_in};
use crate::lang::{self, ClauseWord, Tags};
use crate::text::Span;
use jiff::civil::Date;
use serde::Serialize;

/// Why a date does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// The written weekday is not the weekday of that day.
    Weekday,
}

/// A date as written, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words, without article and clock time.
    pub span: Span,
    /// First day that it can mean; equal to `to` for a single day.
    pub from: Option<Date>,
    /// Last day that it can mean.
    pub to: Option<Date>,
    /// What is known, as ISO 8601: `2023-09-13`, `2019-04`, `2019`.
    pub iso: Option<String>,
    /// True when the text alone gives the day, month or year; false when the
    /// day of the article was needed.
    pub written: bool,
    /// True for a date with a name (`mardi`, `13 septembre`, `2019`); false
    /// for words that point (*hier*, *la semaine dernière*).
    pub named: bool,
    /// What does not fit.
    pub conflict: Option<Conflict>,
    /// Year as written.
    pub year: Option<i16>,
    /// Month as written, 1 to 12.
    pub month: Option<i8>,
    /// Day of the month as written.
    pub day: Option<i8>,
    /// Weekday as written, 1 for Monday.
    pub weekday: Option<i8>,
}

/// Whether two dates agree, by what both state: the same day, two days that
/// exclude each other, or dates that say nothing about each other.
pub fn compare(a: &DateMention, b: &DateMention) -> Agreement {
    let stated = |x: Option<i16>, y: Option<i16>| x.zip(y).map(|(x, y)| x == y);
    let wide = |x: Option<i8>| x.map(i16::from);
    let parts = [
        stated(a.year, b.year),
        stated(wide(a.month), wide(b.month)),
        stated(wide(a.day), wide(b.day)),
        stated(wide(a.weekday), wide(b.weekday)),
    ];
    let shared = parts.iter().flatten().count();
    if shared == 0 {
        // Words that point: only their days can be compared.
        return match (a.from.zip(a.to), b.from.zip(b.to)) {
            (Some(x), Some(y)) if x == y => Agreement::Same,
            (Some((af, at)), Some((bf, bt))) if af <= bt && bf <= at => Agreement::Compatible,
            _ => Agreement::Unrelated,
        };
    }
    if parts.iter().flatten().any(|same| !same) {
        return Agreement::Differs;
    }
    let all = |d: &DateMention| (d.year.is_some(), d.month.is_some(), d.day.is_some(), d.weekday.is_some());
    if all(a) == all(b) { Agreement::Same } else { Agreement::Compatible }
}

/// Dates of all zones; resolved against the day of publication, else of the
/// last change.
pub(super) fn find(document: &Document, prose: &Prose) -> Vec<DateMention> {
    let meta = &document.meta;
    let anchor = meta.published.value.or(meta.updated.value).or(meta.event_date.value);
    let mut out = Vec::new();
    for zone in &prose.zones {
        for found in find_dates(prose.text, zone.span) {
            if !found.recurring {
                out.push(mention(prose, zone.span, &found, anchor));
            }
        }
    }
    out
}

fn mention(prose: &Prose, zone: Span, found: &FoundDate, anchor: Option<Date>) -> DateMention {
    let tense = tense(prose, zone, found.span);
    let day = found.full().or_else(|| anchor.and_then(|a| resolve_in(found, a, tense)));
    let (from, to) = match day {
        Some(d) => (Some(d), Some(d)),
        None => period(found, anchor).map_or((None, None), |(a, b)| (Some(a), Some(b))),
    };
    let unfit = match (day, found.weekday) {
        (Some(d), Some(w)) => d.weekday() != w,
        _ => false,
    };
    let iso = match (from, to) {
        (Some(a), Some(b)) if a == b => Some(a.to_string()),
        (Some(a), _) if found.month.is_some() => Some(format!("{:04}-{:02}", a.year(), a.month())),
        (Some(a), _) if found.year.is_some() => Some(format!("{:04}", a.year())),
        (Some(a), Some(b)) => Some(format!("{a}/{b}")),
        _ => None,
    };
    DateMention {
        span: middle(prose.text, zone, found),
        from,
        to,
        iso,
        written: found.year.is_some(),
        named: found.form != DateForm::Relative,
        conflict: unfit.then_some(Conflict::Weekday),
        year: found.year,
        month: found.month,
        day: found.day,
        weekday: found.weekday.map(|w| w.to_monday_one_offset()),
    }
}

/// The words of a date, with the `mi-` of `mi-novembre`.
fn middle(text: &str, zone: Span, found: &FoundDate) -> Span {
    let month = found.month.is_some() && found.day.is_none();
    let before = &text[zone.start..found.span.start];
    let half =
        before.strip_suffix('-').filter(|_| month).map(|b| &before[b.trim_end_matches(char::is_alphabetic).len()..]);
    let half = half.filter(|p| Tags::of(&p.trim_end_matches('-').to_lowercase()).is(ClauseWord::Middle));
    half.map_or(found.span, |p| Span::new(found.span.start - p.len(), found.span.end))
}

/// Tense of the words around a date: a future form makes a bare weekday one
/// that comes.
fn tense(prose: &Prose, zone: Span, span: Span) -> Tense {
    let from = prose.token_at(span.start);
    let mut past = 0;
    let mut future = 0;
    for k in from.saturating_sub(9)..(from + 9).min(prose.tokens.len()) {
        let t = &prose.tokens[k];
        if !zone.contains(t.span) {
            continue;
        }
        let word = t.span.of(prose.text);
        let near = 10 - (k.abs_diff(from) as i32).min(9);
        if is_future(word) {
            future += near;
        } else if Tags::of(word).is(ClauseWord::Past) {
            past += near;
        }
    }
    match (past, future) {
        (p, f) if f > p => Tense::Future,
        (0, _) => Tense::Unknown,
        _ => Tense::Past,
    }
}

fn is_future(word: &str) -> bool {
    Tags::of(word).is(ClauseWord::Future)
        || word.len() > 4 && word.starts_with(char::is_lowercase) && lang::any(|l| l.is_future(word))
}
