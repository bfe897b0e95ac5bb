//! Where what a page states of its day disagrees: two that say the same win
//! over one that says another.

use super::day::{day_of, readings};
use super::order::DayOrder;
use super::undated;
use crate::corpus::Claim;
use crate::ingest::RawDocument;
use crate::text::Span;
use crate::words::msg;
use jiff::civil::Date;

/// Sources that do not copy each other by the way pages are made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Witness {
    /// Structured data.
    Data,
    /// Elements of the head.
    Head,
    /// An element of the page that calls it the day of publication.
    Element,
    /// What a reader sees.
    Printed,
    /// The address of the article.
    Address,
}

fn witness(rule: &str) -> Option<Witness> {
    match rule {
        "html.time.published" => Some(Witness::Element),
        _ if rule.starts_with("html.ld.") => Some(Witness::Data),
        _ if rule.starts_with("html.meta.") => Some(Witness::Head),
        _ => None,
    }
}

/// The place in the head that gives a day and does not say of what: it may be that of
/// a change.
const VAGUE: &str = "html.meta.date";

/// The one day that the page shows beside its article.
fn shown(raw: &RawDocument, order: DayOrder, printed: &[(Date, Span)]) -> Option<(Date, Option<Span>)> {
    let elements = raw.fields.published.iter().filter(|f| f.rule == "html.time");
    let elements = elements.filter_map(|f| Some((day_of(f, order)?, None)));
    let mut all = printed.iter().map(|(day, span)| (*day, Some(*span))).chain(elements);
    let first = all.next()?;
    all.all(|(day, _)| day == first.0).then_some(first)
}

/// Changes a day of publication that a page states in one place and
/// contradicts in two.
pub(super) fn weigh(raw: &RawDocument, order: DayOrder, published: &mut Claim<Date>, printed: &[(Date, Span)]) {
    let Some(known) = published.value else { return };
    if published.evidence.first().is_none_or(|e| witness(e.rule).is_none()) {
        return;
    }
    let mut said: Vec<(Witness, Date, Option<Span>)> = Vec::new();
    for f in &raw.fields.published {
        if let (Some(w), Some(day)) = (witness(f.rule), day_of(f, order)) {
            said.push((w, day, None));
            // Servers write digits in the order of their own country: it is the day that the
            // page says elsewhere.
            said.extend(readings(f).into_iter().flatten().map(|day| (w, day, None)));
        }
    }
    said.extend(printed.iter().map(|(day, span)| (Witness::Printed, *day, Some(*span))));
    let address = raw.fields.url.iter().find_map(|f| undated::in_address(&f.value));
    said.extend(address.map(|day| (Witness::Address, day, None)));
    let witnesses = |day: Date| {
        let mut all: Vec<Witness> = Vec::new();
        for s in said.iter().filter(|s| s.1 == day) {
            if !all.contains(&s.0) {
                all.push(s.0);
            }
        }
        all
    };
    if witnesses(known).len() > 1 {
        return;
    }
    let other = said.iter().find(|s| s.1 != known && witnesses(s.1).len() > 1);
    if other.is_none()
        && published.evidence.first().is_some_and(|e| e.rule == VAGUE)
        && let Some((day, span)) = shown(raw, order, printed).filter(|(day, _)| *day != known)
    {
        let stated = std::mem::take(&mut published.evidence);
        let note = msg::clean_day_shown(day.to_string(), known.to_string());
        *published = Claim::written(day, span, "published.shown", note);
        published.evidence.extend(stated);
    } else if let Some(&(_, day, _)) = other {
        let span = said.iter().find(|s| s.1 == day && s.2.is_some()).and_then(|s| s.2);
        let stated = std::mem::take(&mut published.evidence);
        let note = msg::clean_days_agree(day.to_string(), known.to_string());
        *published = Claim::written(day, span, "published.agreed", note);
        published.evidence.extend(stated);
    }
}
