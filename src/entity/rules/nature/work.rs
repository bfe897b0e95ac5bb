//! What speaks for a work, an event or a product.

use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::nouns::product_before;
use crate::entity::rules::weight::{LOUDEST, Weight};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{PlaceWord, Tags, WorkWord};

/// `la fusée X`, unless a state is meant by its capital.
pub(super) fn product(page: &Page<'_>, d: &Draft) -> Weight {
    let product = product_before(page, d.from) && World::get().state_of_capital(page.key(d.from, d.to)).is_none();
    product.then_some((EntityKind::Misc, 2.0 * LOUDEST))
}

/// `la série « Fugitive »`; a name in quotation marks is rarely a place.
pub(super) fn quoted(page: &Page<'_>, d: &Draft) -> Weight {
    if d.to - d.from > 6 {
        return None;
    }
    let mark = page.before(d.from).filter(|b| page.class(*b) == WordClass::Open || page.spelling(*b) == "\"")?;
    if page.class(d.to) != WordClass::Close && page.spelling(d.to) != "\"" {
        return None;
    }
    let head = page.before(mark);
    let cues = head.and_then(|h| page.word(h)).map_or(0, |w| w.cues);
    if cues & cue::MISC != 0 || head.is_some_and(|h| page.is(h, WorkWord::Genre)) {
        return Some((EntityKind::Misc, LOUDEST));
    }
    (cues & cue::ORG == 0 && d.kind != EntityKind::Person).then_some((EntityKind::Misc, LOUDEST / 2.0))
}

/// `X Awards`, `X Festival`.
pub(super) fn show(page: &Page<'_>, d: &Draft) -> Weight {
    let show = d.to - d.from > 1 && page.is_capitalised(d.to - 1, WorkWord::NameEnding);
    show.then_some((EntityKind::Misc, LOUDEST))
}

/// `MON810`, `MH-370`: capitals and digits, but no road (`A7`).
pub(super) fn code(page: &Page<'_>, d: &Draft) -> Weight {
    let word = page.spelling(d.from);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let road = Tags::of(word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')).is(PlaceWord::Road);
    let code =
        d.to - d.from == 1 && page.class(d.from) == WordClass::CapitalsMixed && letters > 1 && digits > 0 && !road;
    code.then_some((EntityKind::Misc, 2.0 * LOUDEST))
}

/// `Actrices (2007)`: a work and its year; behind a full name it is that of a
/// birth or of an office.
pub(super) fn dated(page: &Page<'_>, d: &Draft) -> Weight {
    let year = page.spelling(d.to) == "(" && page.class(d.to + 1) == WordClass::Year && page.spelling(d.to + 2) == ")";
    let person = d.kind == EntityKind::Person && d.to - d.from > 1;
    (year && !person).then_some((EntityKind::Misc, LOUDEST))
}

/// `s’intitule X`, `un texte intitulé X`.
pub(super) fn entitled(page: &Page<'_>, d: &Draft) -> Weight {
    let says = |i: usize| page.is(i, WorkWord::Entitled);
    let b = page.before(d.from)?;
    let mark = matches!(page.class(b), WordClass::Open) || matches!(page.spelling(b), "\"" | ":");
    let entitled = says(b) || mark && page.before(b).is_some_and(says);
    entitled.then_some((EntityKind::Misc, LOUDEST))
}
