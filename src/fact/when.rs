//! Dates of an article, resolved against its own day. Has never heard of
//! today.

use super::agreement::Agreement;
use super::lexicon::WordClass;
use super::prose::{Kind, Prose};
use crate::corpus::Document;
use crate::corpus::date::{DateForm, FoundDate, Granularity, Tense, find_dates, period};
use crate::lang::{self, CalendarWord, ClauseWord, FigureWord, Grammar, PlaceWord, Tags};
use crate::text::{Span, fold};
use jiff::ToSpan;
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
    let long =
        matches!(a.granularity, Granularity::Night | Granularity::Part | Granularity::Season | Granularity::Decade);
    let apart = |(af, at): (Date, Date), (bf, bt): (Date, Date)| at < bf || bt < af;
    if a.granularity == Granularity::Stretch || b.granularity == Granularity::Stretch {
        return match (a.from.zip(a.to), b.from.zip(b.to)) {
            (Some(x), Some(y)) if x == y => Agreement::Same,
            (Some(x), Some(y)) if apart(x, y) && a.granularity == b.granularity => Agreement::Differs,
            (Some(x), Some(y)) if !apart(x, y) => Agreement::Compatible,
            _ => Agreement::Unrelated,
        };
    }
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
        let from = out.len();
        for mut found in find_dates(prose.text, zone.span) {
            if found.recurring || names_a_place(prose, &found) || is_habitual(prose, zone.span, &found) {
                continue;
            }
            found.year = found.year.or(year_before(&out, &found));
            let mut date = mention(prose, zone.span, &found, anchor);
            follow(prose, out.get(from..).and_then(<[_]>::last), &mut date);
            match out.get_mut(from..).and_then(<[_]>::last_mut).filter(|first| goes_on(prose, first, &date)) {
                Some(first) => *first = stretch(first, &date),
                None => out.push(date),
            }
        }
    }
    out
}

/// One word.
fn is_alone(prose: &Prose, found: &FoundDate) -> bool {
    !found.span.of(prose.text).contains(char::is_whitespace)
}

/// The tokens before a span, from the nearest.
fn before(prose: &Prose, span: Span, n: usize) -> Option<usize> {
    prose.token_at(span.start).checked_sub(n)
}

fn tags(prose: &Prose, k: Option<usize>) -> Tags {
    k.map_or(Tags::default(), |k| Tags::of_folded(&fold(prose.word(k))))
}

/// A date that is part of a name: `place du 8-Mai-1945`, `le 11-Septembre`, `Champs de mars`.
/// Behind another word before it (*le sondage Ifop de novembre*) a month is one.
fn names_a_place(prose: &Prose, found: &FoundDate) -> bool {
    let one = before(prose, found.span, 1);
    let two = before(prose, found.span, 2);
    let of = tags(prose, one).is(Grammar::Genitive | Grammar::ContractedGenitive);
    let capital = two.is_some_and(|k| prose.tokens[k].capital);
    let dedicated = PlaceWord::Street | PlaceWord::Square | PlaceWord::Building | PlaceWord::Structure;
    let borne = of && found.day.is_some() && found.month.is_some() && tags(prose, two).is(dedicated);
    let listed = |k: usize| {
        let small = WordClass::PREPOSITION | WordClass::DETERMINER;
        matches!(prose.tokens[k].kind, Kind::Mark(',')) || prose.tokens[k].class.is(small)
    };
    let inside = two.and_then(|k| k.checked_sub(1)).is_some_and(listed);
    let titled = found.form == DateForm::Month && found.year.is_none() && of && capital && inside;
    let text = found.span.of(prose.text);
    let hyphened = found.form == DateForm::Worded
        && found.year.is_none()
        && text.split_once('-').is_some_and(|(_, month)| month.starts_with(char::is_uppercase));
    borne || titled || hyphened
}

/// `fermé le dimanche`: a weekday with its article and nothing else, of which nothing is told
/// as past, is that of every week.
fn is_habitual(prose: &Prose, zone: Span, found: &FoundDate) -> bool {
    let bare = found.form == DateForm::Weekday && found.day.is_none() && found.direction.is_none();
    let article = before(prose, found.span, 1).is_some_and(|k| Tags::of(prose.word(k)).is(CalendarWord::Habitual));
    let behind = prose.token_at(found.span.end);
    let closed = prose.tokens.get(behind).is_none_or(|t| {
        let small = WordClass::PREPOSITION | WordClass::CONJUNCTION;
        let other = t.class.is(small) && !t.class.is(WordClass::OF);
        matches!(t.kind, Kind::Mark(_)) || other || Tags::of(prose.word(behind)).is(Grammar::Coordinator)
    });
    bare && article
        && closed
        && is_alone(prose, found)
        && tense(prose, zone, found.span) != Tense::Past
        && !is_told(prose, zone, found.span)
}

/// Words on either side of a day that tell what went on: *le samedi, ils marchaient*.
fn is_told(prose: &Prose, zone: Span, span: Span) -> bool {
    let at = prose.token_at(span.start);
    let own = |k: &usize| zone.contains(prose.tokens[*k].span) && !ends(prose, *k);
    let verb = |k: usize| {
        let auxiliary = prose.tokens[k].class.is(WordClass::AUX);
        let done = prose.tokens.get(k + 1).is_some_and(|t| t.class.verb(WordClass::PARTICIPLE))
            || lang::any(|l| l.is_past_participle(prose.word(k + 1)));
        lang::any(|l| l.is_imperfect(prose.word(k))) || auxiliary && done
    };
    let mut before = (at.saturating_sub(AROUND)..at).rev().take_while(own);
    let mut behind = (at..(at + AROUND).min(prose.tokens.len())).take_while(own);
    before.any(verb) || behind.any(verb)
}

/// What stands between two dates, if it is one token.
fn joint(prose: &Prose, first: Span, second: Span) -> Option<usize> {
    let (from, to) = (prose.token_at(first.end), prose.token_at(second.start));
    (from + 1 == to).then_some(from)
}

/// `mercredi et jeudi`, `de lundi à mardi`: the second weekday is the next behind the first.
fn follow(prose: &Prose, first: Option<&DateMention>, second: &mut DateMention) {
    const WEEK: i8 = 7;
    let bare = |d: &DateMention| d.weekday.filter(|_| d.day.is_none() && !d.written && d.from == d.to);
    let Some(first) = first else { return };
    let Some(((w, v), day)) = bare(first).zip(bare(second)).zip(first.from) else { return };
    let joined = joint(prose, first.span, second.span).is_some_and(|k| {
        Tags::of(prose.word(k)).is(Grammar::Coordinator | Grammar::Dative | Grammar::ContractedDative)
    });
    let next = day.checked_add(i64::from((v - w).rem_euclid(WEEK)).days()).ok().filter(|_| joined && v != w);
    if let Some(next) = next {
        (second.from, second.to, second.iso) = (Some(next), Some(next), Some(next.to_string()));
    }
}

/// `la nuit de samedi à dimanche`, `du 3 au 5 mars`, `1964-1985`: two dates that are the ends
/// of one stretch.
fn goes_on(prose: &Prose, first: &DateMention, second: &DateMention) -> bool {
    let fits = first.granularity == second.granularity
        && matches!(first.granularity, Granularity::Day | Granularity::Month | Granularity::Year)
        && first.named
        && second.named
        && begin(first, second).zip(second.from).is_none_or(|(x, y)| x < y);
    let Some(k) = joint(prose, first.span, second.span).filter(|_| fits) else { return false };
    let word = Tags::of(prose.word(k));
    let led = tags(prose, before(prose, first.span, 1)).is(Grammar::Genitive | Grammar::ContractedGenitive)
        || tags(prose, before(prose, first.span, 1)).is(FigureWord::RangeOpening);
    let linked = word.is(Grammar::Dative | Grammar::ContractedDative) || word.is(FigureWord::RangeLink);
    let dashed = matches!(prose.tokens[k].kind, Kind::Mark('-' | '–')) && first.granularity == Granularity::Year;
    led && linked || dashed
}

/// The first day of a stretch, in the year of its last where only that is written.
fn begin(first: &DateMention, second: &DateMention) -> Option<Date> {
    let from = first.from?;
    match (first.year, second.year) {
        (None, Some(year)) if first.month.is_some() => Date::new(year, from.month(), from.day()).ok(),
        _ => Some(from),
    }
}

/// One date of the two ends of a stretch.
fn stretch(first: &DateMention, second: &DateMention) -> DateMention {
    let ends = begin(first, second).zip(second.to);
    DateMention {
        span: first.span.join(second.span),
        from: ends.map(|(from, _)| from),
        to: ends.map(|(_, to)| to),
        iso: ends.map(|(from, to)| format!("{from}/{to}")),
        granularity: Granularity::Stretch,
        written: first.written && second.written,
        named: true,
        today: false,
        conflict: first.conflict.or(second.conflict),
        year: first.year.filter(|_| first.year == second.year),
        month: first.month.filter(|_| first.month == second.month),
        day: None,
        weekday: None,
    }
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
    // A night is of both its days.
    let single = |value: Option<i8>| value.filter(|_| !found.night);
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
        day: single(found.day),
        weekday: single(found.weekday.map(|w| w.to_monday_one_offset())),
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
    // `programmé pour mardi`
    if tags(prose, at.checked_sub(1)).is(Grammar::Purpose) {
        return Tense::Future;
    }
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
