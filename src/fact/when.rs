//! Dates of an article, resolved against its own day. Has never heard of
//! today.

use super::agreement::Agreement;
use super::prose::{Kind, Prose};
use crate::corpus::Document;
use crate::corpus::date::{DateForm, FoundDate, Granularity, Tense, find_dates, period};
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
    /// The words, without article and clock time; with what makes a part of a
    /// longer stretch of them (*fin mars*).
    pub span: Span,
    /// First day that it can mean; equal to `to` for a single day.
    pub from: Option<Date>,
    /// Last day that it can mean.
    pub to: Option<Date>,
    /// What is known, as ISO 8601-2 writes it: `2023-09-13`, `2019-04`, `2019`,
    /// `2018-22` for a summer, `198X` for a decade, `2018-12-21/2018-12-31` for
    /// a stretch without a name.
    pub iso: Option<String>,
    /// How long a stretch it names.
    pub granularity: Granularity,
    /// True when the text alone gives the day, month or year; false when the
    /// day of the article was needed.
    pub written: bool,
    /// True for a date with a name (`mardi`, `13 septembre`, `2019`); false
    /// for words that point (*hier*, *la semaine dernière*).
    pub named: bool,
    /// True for words that point at the day of the article itself
    /// (*aujourd'hui*, *ce matin*): as often they mean the present time.
    pub today: bool,
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
    // *Début mars* is not *fin mars*, and a summer is not a spring.
    let long = matches!(a.granularity, Granularity::Part | Granularity::Season | Granularity::Decade);
    let apart = |(af, at): (Date, Date), (bf, bt): (Date, Date)| at < bf || bt < af;
    if long && a.granularity == b.granularity && a.named && b.named {
        let (x, y) = (a.from.zip(a.to), b.from.zip(b.to));
        if x.zip(y).is_some_and(|(x, y)| apart(x, y)) {
            return Agreement::Differs;
        }
    }
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
    let alike = all(a) == all(b) && a.granularity == b.granularity;
    if alike { Agreement::Same } else { Agreement::Compatible }
}

/// Dates of all zones; resolved against the day of publication, else of the
/// last change. A day without its year takes the year with which the text has
/// already named it, or the one that *de la même année* points to.
pub(super) fn find(document: &Document, prose: &Prose) -> Vec<DateMention> {
    let meta = &document.meta;
    let anchor = meta.published.value.or(meta.updated.value).or(meta.event_date.value);
    let mut out: Vec<DateMention> = Vec::new();
    for zone in &prose.zones {
        for mut found in find_dates(prose.text, zone.span) {
            if found.recurring {
                continue;
            }
            found.year = found.year.or(year_before(&out, &found));
            out.push(mention(prose, zone.span, &found, anchor));
        }
    }
    out
}

/// The year that the dates before give to one without.
fn year_before(before: &[DateMention], found: &FoundDate) -> Option<i16> {
    let (None, Some(day), Some(month)) = (found.year, found.day, found.month) else { return None };
    let dated = |d: &&DateMention| d.written && d.granularity == Granularity::Day;
    if found.same_year {
        return before.iter().rev().find(dated).and_then(|d| d.year);
    }
    if found.direction.is_some() {
        return None;
    }
    let named = before.iter().rev().filter(dated).find(|d| (d.day, d.month) == (Some(day), Some(month)))?;
    let fits = found.weekday.is_none_or(|w| named.from.is_some_and(|d| d.weekday() == w));
    named.year.filter(|_| fits)
}

fn mention(prose: &Prose, zone: Span, found: &FoundDate, anchor: Option<Date>) -> DateMention {
    let tense = tense(prose, zone, found.span);
    let (from, to) = period(found, anchor, tense).unzip();
    let unfit = match (from.filter(|_| from == to), found.weekday) {
        (Some(d), Some(w)) => d.weekday() != w,
        _ => false,
    };
    let granularity = found.granularity();
    DateMention {
        span: found.span,
        from,
        to,
        iso: from.zip(to).map(|stretch| iso(granularity, found, stretch)),
        granularity,
        written: found.year.is_some(),
        named: found.form != DateForm::Relative,
        today: found.offset == Some(0),
        conflict: unfit.then_some(Conflict::Weekday),
        year: found.year,
        month: found.month,
        day: found.day,
        weekday: found.weekday.map(|w| w.to_monday_one_offset()),
    }
}

fn iso(granularity: Granularity, found: &FoundDate, (from, to): (Date, Date)) -> String {
    match (granularity, found.season) {
        (Granularity::Day, _) => from.to_string(),
        (Granularity::Month, _) => format!("{:04}-{:02}", from.year(), from.month()),
        (Granularity::Year, _) => format!("{:04}", from.year()),
        (Granularity::Decade, _) => format!("{:03}X", from.year() / 10),
        // Spring is 21 (ISO 8601-2, sub-year groupings).
        (Granularity::Season, Some(season)) => {
            format!("{:04}-{}", found.year.unwrap_or(from.year()), 21 + season as i8)
        }
        _ => format!("{from}/{to}"),
    }
}

/// Words on either side of a date in which its tense is looked for.
const AROUND: usize = 9;

/// Words before a date that still opens its sentence: `Dès jeudi`.
const OPENING: usize = 2;

/// The same behind a date that opens its sentence: `Jeudi soir, X, de Y, a dit`.
const BEHIND: usize = 24;

/// True for a mark that ends a sentence, not for that of `M. Roz`.
fn ends(prose: &Prose, k: usize) -> bool {
    let next = prose.tokens.get(k + 1).is_none_or(|t| t.capital || matches!(t.kind, Kind::Mark(_)));
    let whole = k.checked_sub(1).is_none_or(|p| prose.word(p).chars().count() > 2);
    match prose.tokens[k].kind {
        Kind::Mark('!' | '?' | '…') => true,
        Kind::Mark('.') => next && whole,
        _ => false,
    }
}

/// Tense of the words around a date: a future form makes a bare weekday one
/// that comes. The clause that the date stands in speaks first: what is told of
/// Saturday *was* announced today. Then its sentence speaks, no other.
fn tense(prose: &Prose, zone: Span, span: Span) -> Tense {
    let at = prose.token_at(span.start);
    let own = |k: &usize| zone.contains(prose.tokens[*k].span);
    let begin = (at.saturating_sub(AROUND)..at).rev().take_while(|k| own(k) && !ends(prose, *k)).last().unwrap_or(at);
    let opens = begin == at || (at - begin < AROUND && at <= begin + OPENING);
    let far = if opens { BEHIND } else { AROUND };
    let end = (at..(at + far).min(prose.tokens.len())).find(|k| !own(k) || ends(prose, *k));
    let end = end.unwrap_or((at + far).min(prose.tokens.len()));
    let reach = || begin..end;
    let parts = |k: usize| matches!(prose.tokens[k].kind, Kind::Mark(c) if !matches!(c, '\'' | '’' | '-'));
    let from = reach().rfind(|&k| k < at && parts(k)).map_or(0, |k| k + 1);
    let past_date = prose.token_at(span.end);
    let to = reach().find(|&k| k >= past_date && parts(k)).unwrap_or(usize::MAX);
    let weigh = |within: std::ops::Range<usize>| {
        let (mut past, mut future) = (0, 0);
        for k in reach().filter(|k| within.contains(k)) {
            let word = prose.word(k);
            let near = 1 + BEHIND.saturating_sub(k.abs_diff(at));
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
    };
    match weigh(from..to) {
        Tense::Unknown => weigh(0..usize::MAX),
        tense => tense,
    }
}

fn is_future(word: &str) -> bool {
    Tags::of(word).is(ClauseWord::Future)
        || word.len() > 4 && word.starts_with(char::is_lowercase) && lang::any(|l| l.is_future(word))
}
