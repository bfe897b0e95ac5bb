//! Titles of works by what stands around their quotation marks.

use super::nouns::TITLED_WORK;
use crate::entity::page::{Draft, Page};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::lang::{self, Grammar, Tags, WorkWord};

/// Longest title, in words.
const LONGEST: usize = 9;

/// Adds titles of works.
pub(super) fn add(page: &mut Page<'_>) {
    for i in 1..page.len() {
        if !page.is_capital(i) {
            continue;
        }
        if is_mark(page, i - 1)
            && let Some(to) = quoted(page, i)
            && (by_hand(page, i - 1) || by_house(page, to + 1) || named(page, i - 1))
        {
            let kind = EntityKind::Misc;
            page.set(Draft { from: i, to, kind, rule: "work.quoted", entry: None, fixed: true, cited: false });
        }
    }
}

fn is_mark(page: &Page<'_>, i: usize) -> bool {
    page.class(i) == WordClass::Open || page.spelling(i) == "\""
}

/// End of the words in quotation marks when they may be a title: few, no sentence, no name over their edge.
fn quoted(page: &Page<'_>, from: usize) -> Option<usize> {
    let closes = |j: &usize| page.class(*j) == WordClass::Close || page.spelling(*j) == "\"";
    let to = (from + 1..page.len().min(from + LONGEST + 1)).find(closes)?;
    let inner = (from..to).all(|j| page.covering(j).is_none_or(|d| d.from >= from && d.to <= to && !d.fixed));
    let sentence = (from..to).any(|j| matches!(page.spelling(j), "." | ";" | ":"));
    (page.together(from - 1, to) && inner && !sentence).then_some(to)
}

fn is_person(page: &Page<'_>, i: usize) -> bool {
    page.covering(i).is_some_and(|d| d.kind == EntityKind::Person)
}

/// `(« Rompre »)` and `, « Rompre »` behind a person whose work was spoken of: `le roman de Yann Moix (« Rompre »)`.
fn by_hand(page: &Page<'_>, mark: usize) -> bool {
    let Some(sign) = page.before(mark).filter(|s| matches!(page.spelling(*s), "(" | ",")) else { return false };
    let Some(last) = page.before(sign).filter(|p| is_person(page, *p)) else { return false };
    if page.spelling(sign) == "(" {
        return true;
    }
    let from = page.covering(last).map_or(last, |d| d.from);
    let of = page.before(from).filter(|o| page.is(*o, Grammar::Genitive));
    let noun = |i: usize| page.is(i, TITLED_WORK) || Tags::of(lang::singular(page.spelling(i))).is(TITLED_WORK);
    of.and_then(|o| page.before(o)).is_some_and(|n| noun(n) || page.before(n).is_some_and(noun))
}

/// `« Sérotonine » (Flammarion)`, `« Actrices » (2007)`: a house or a year in brackets behind the marks.
fn by_house(page: &Page<'_>, open: usize) -> bool {
    if page.spelling(open) != "(" || !page.together(open - 1, open + 2) {
        return false;
    }
    if is_year(page, open) {
        return true;
    }
    let close = (open + 1..open + 5).find(|j| page.spelling(*j) == ")");
    close.is_some_and(|c| {
        (open + 1..c).all(|j| page.is_capital(j) && page.covering(j).is_none_or(|d| d.kind != EntityKind::Place))
            && (open + 1..c).any(|j| page.class(j) != WordClass::Capitals)
    })
}

/// `publie « Les Marées »`: a verb of publishing right before the marks.
fn named(page: &Page<'_>, mark: usize) -> bool {
    page.before(mark).is_some_and(|v| page.is(v, WorkWord::Publishing))
}

/// True for a bracket that holds a year alone.
fn is_year(page: &Page<'_>, open: usize) -> bool {
    page.spelling(open) == "(" && page.class(open + 1) == WordClass::Year && page.spelling(open + 2) == ")"
}
