//! The hour at which an article was published.

use super::clocks::{greenwich, moment, moment_elsewhere};
use super::day::day_of;
use super::order::DayOrder;
use super::undated;
use crate::corpus::date::{FoundDate, find_dates};
use crate::corpus::{Claim, Hour};
use crate::ingest::Field;
use crate::text::Span;
use jiff::civil::{Date, Time};

/// Bytes behind a day in which its hour is looked for.
const REACH: usize = 80;

/// The hour that is stated with the day of publication: behind the words of the
/// day in the text, or in the fields that state the same day. Midnight is what
/// programs write that know the day alone.
///
/// `told` is the hour that the clocks of the place tell with the day.
pub(super) fn of(text: &str, fields: &[Field], published: &Claim<Date>, told: Option<Time>) -> Hour {
    let Some(day) = published.value else { return Hour::default() };
    let printed = || published.evidence.iter().filter_map(|e| e.span).find_map(|span| behind(text, span));
    let says = |f: &&Field| !undated::is_hint(f) && day_of(f, DayOrder::DayFirst) == Some(day);
    let stated = fields.iter().filter(says).find_map(|f| by_its_clocks(&f.value, day));
    let local = told.or_else(printed).or(stated).filter(|t| *t != Time::midnight());
    // Without an hour of its place the hour in Greenwich would be told of another day.
    let elsewhere = || local.and_then(|_| moment_elsewhere(fields, day));
    Hour { local, moment: moment(fields, Some(day)).or_else(elsewhere) }
}

/// The hour behind the words of a day.
fn behind(text: &str, day: Span) -> Option<Time> {
    let mut end = text.len().min(day.end + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let found = find_dates(text, Span::new(day.start, end));
    found.first().filter(|f| f.span.start == day.start)?.time
}

/// The hour of a field by the clocks where it was written; what is stated in
/// Greenwich's time is so for programs.
fn by_its_clocks(value: &str, day: Date) -> Option<Time> {
    let value = value.trim();
    let zoned = jiff::fmt::rfc2822::parse(value).ok();
    if zoned.is_some_and(|z| z.offset() == jiff::tz::Offset::UTC) || greenwich(value).is_some() {
        return None;
    }
    let head: String = value.chars().take(REACH).collect();
    find_dates(&head, Span::new(0, head.len())).iter().find(|f| FoundDate::full(f) == Some(day))?.time
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Document, Place};
    use crate::ingest::{RawDocument, read};

    fn shown(document: &Document) -> Option<String> {
        document.meta.published_at.shown()
    }

    fn line(line: &str) -> Option<String> {
        let text = format!(
            "Le quai de Valmorin rouvre\n\nPar Anne Taillefer\n{line}\n\nLe quai de Valmorin a rouvert jeudi, après \
             deux semaines de travaux, a dit la mairie.\n\nLes bateaux y accostent de nouveau.\n"
        );
        shown(&crate::clean::clean(RawDocument { place: Place::file("a.txt"), text, ..RawDocument::default() }))
    }

    #[test]
    fn the_hour_of_publication_stands_behind_its_day_and_not_behind_that_of_a_change() {
        assert_eq!(line("Publié le 12 mars 2026 à 10h20").as_deref(), Some("10:20"));
        assert_eq!(
            line("Publié le 12 mars 2026 à 10h20 - Mis à jour le 12 mars 2026 à 18h05").as_deref(),
            Some("10:20")
        );
        assert_eq!(line("Publié le 12 mars 2026 - Mis à jour le 12 mars 2026 à 18h05"), None);
    }

    #[test]
    fn a_field_states_a_moment_or_an_hour_by_its_clocks_and_midnight_is_no_hour() {
        let field = |day: &str| {
            let text = format!(
                "{{\"title\": \"Le quai rouvre\", \"published\": \"{day}\", \"text\": \"Le quai a rouvert.\"}}\n"
            );
            let mut all = read(&Place::file("a.jsonl"), text.as_bytes()).documents;
            let meta = crate::clean::clean(all.remove(0)).meta;
            (meta.published_at.shown(), meta.published_at.moment.is_some())
        };
        assert_eq!(field("2026-03-12T10:20:00Z"), (Some("10:20 UTC".to_owned()), true));
        assert_eq!(field("2026-03-12T10:20:00+02:00"), (Some("10:20".to_owned()), true));
        assert_eq!(field("2026-03-12 10:20"), (Some("10:20".to_owned()), false));
        assert_eq!(field("2026-03-12T00:00:00Z"), (None, false));
        assert_eq!(field("2026-03-12"), (None, false));
    }
}
