//! Where a name begins and ends: titles, articles and signs are not part of
//! it, two people joined by `et` are two names.

mod end;
mod start;

use super::common::{is_common, is_time};
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::lang::{CommonNoun, Grammar, PersonWord};
use std::collections::HashSet;

/// Moves the ends of each draft to where the name is.
pub(super) fn trim(page: &mut Page<'_>) {
    let small = small_pairs(page);
    for d in page.drafts() {
        if is_opening(page, d, &small) || in_address(page, d) {
            page.clear(d.from);
            continue;
        }
        let (mut from, mut to) = (d.from, d.to);
        while from < to && start::drops(page, d, from, to) {
            from += 1;
        }
        while from < to && end::drops(page, d.kind, from, to) {
            to -= 1;
        }
        to = cut_time(page, from, to);
        if to == from + 1
            && page.spelling(to) == "."
            && page.class(to + 1) == WordClass::Day
            && page.spelling(from).len() <= 4
        {
            // "Dec. 27"
            to = from;
        }
        if from >= to || !(from..to).any(|i| names_something(page, from, i)) || is_common(page, d, from, to) {
            page.clear(d.from);
        } else if (from, to) != (d.from, d.to) {
            page.put(from, to, d.kind, "edge.trim");
        }
        if d.kind == EntityKind::Person {
            split(page, from, to);
        }
    }
}

/// True inside a web address: `pic.example.com/Xy3Zk`.
fn in_address(page: &Page<'_>, d: Draft) -> bool {
    let start = page.span(d.from, d.to).start;
    let before = page.text.get(..start).unwrap_or("");
    let chunk: String = before.chars().rev().take(60).take_while(|c| !c.is_whitespace()).collect();
    chunk.starts_with('/') && chunk.contains('.')
}

/// A name of several words ends before `on Tuesday`; a month or a weekday is
/// none.
fn cut_time(page: &Page<'_>, from: usize, to: usize) -> usize {
    let Some(last) = to.checked_sub(1).filter(|l| *l >= from) else { return to };
    if !is_time(page.spelling(last)) {
        return to;
    }
    if to - from == 1 {
        // "Theresa May" has two words; "May said" begins a sentence.
        let month = page.before(from).is_some_and(|b| page.is(b, Grammar::DatePreposition | Grammar::DateModifier));
        let day = !page.is(last, PersonWord::Month);
        return if month || day { from } else { to };
    }
    if page.is(last - 1, Grammar::DatePreposition) { last - 1 } else { to }
}

/// Pairs of neighbouring words that the text writes small.
fn small_pairs(page: &Page<'_>) -> HashSet<(u64, u64)> {
    let small = |i: usize| page.class(i) == WordClass::Small;
    (1..page.len()).filter(|i| small(i - 1) && small(*i)).map(|i| (page.id(i - 1), page.id(i))).collect()
}

/// `Gilets jaunes : …` where the text goes on with `les gilets jaunes`: the
/// capital is the sentence's.
fn is_opening(page: &Page<'_>, d: Draft, small: &HashSet<(u64, u64)>) -> bool {
    page.opens(d.from)
        && d.to - d.from == 2
        && page.class(d.from) == WordClass::Capitalised
        && page.class(d.from + 1) == WordClass::Small
        && small.contains(&(page.id(d.from), page.id(d.from + 1)))
}

/// True for words that can carry a name: not small ones (`« gilets
/// jaunes »`), not `État` (`télévision d’État`).
fn names_something(page: &Page<'_>, from: usize, i: usize) -> bool {
    let state = page.is_capitalised(i, CommonNoun::State);
    page.has_capital(i) && !(state && i > from)
}

/// Two people joined by `et`, a comma or a semicolon are two names.
fn split(page: &mut Page<'_>, from: usize, to: usize) {
    let joint = |i: usize| {
        matches!(page.spelling(i), "," | ";" | "/") || page.is(i, Grammar::Coordinator | Grammar::Disjunction)
    };
    let Some(cut) = (from + 1..to.saturating_sub(1)).find(|i| joint(*i)) else { return };
    page.put(from, cut, EntityKind::Person, "edge.two_people");
    page.put(cut + 1, to, EntityKind::Person, "edge.two_people");
    split(page, cut + 1, to);
}
