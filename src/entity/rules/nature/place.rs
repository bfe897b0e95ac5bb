//! What speaks for a place: the words around it, its letters, its last word.

use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::{Draft, Page};
use crate::entity::rules::weight::{CAPITAL, LOUDEST, Weight};
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{self, Grammar, PlaceWord, Set, Tags};

/// The capital of a state.
pub(super) fn capital(page: &Page<'_>, d: &Draft) -> Weight {
    World::get().state_of_capital(page.key(d.from, d.to))?;
    Some((EntityKind::Place, CAPITAL))
}

/// `le maire du Mans`: a town that the lists hold with its article only, which
/// a preposition has taken in.
pub(super) fn contracted(page: &Page<'_>, d: &Draft) -> Weight {
    let before = page.before(d.from)?;
    let taken_in = page.is(before, Grammar::ContractedGenitive | Grammar::ContractedDative);
    let single = d.to - d.from == 1 && page.is_capital(d.from);
    (taken_in && single && page.with_article(d.from, d.to).is_some()).then_some((EntityKind::Place, 2.0 * LOUDEST))
}

/// `aéroport de X`: a place by its small first word.
pub(super) fn small_head(page: &Page<'_>, d: &Draft) -> Weight {
    let first = page.word(d.from)?;
    let place =
        d.to - d.from > 1 && first.class == WordClass::Small && first.cues & (cue::PLACE | cue::ORG) == cue::PLACE;
    place.then_some((EntityKind::Place, LOUDEST))
}

/// `d’Erquelinnes, de Mons, de Tournai`: one of a list of places.
pub(super) fn among_places(page: &Page<'_>, d: &Draft) -> Weight {
    let of = |i: usize| page.is(i, Grammar::Genitive | Grammar::Dative);
    let b = page.before(d.from).filter(|b| of(*b))?;
    let place = |i: usize| page.covering(i).is_some_and(|o| o.kind == EntityKind::Place);
    let comma = |i: usize| page.spelling(i) == ",";
    let left = b >= 2 && comma(b - 1) && place(b - 2);
    let right = comma(d.to) && of(d.to + 1) && place(d.to + 2);
    (d.to - d.from == 1 && left && right).then_some((EntityKind::Place, LOUDEST))
}

/// `la commune de X`, `à hauteur de X`, `X (Aisne)`.
pub(super) fn behind_noun(page: &Page<'_>, d: &Draft) -> Weight {
    let of = |i: usize| page.is(i, Grammar::Genitive);
    const HEAD: Set<PlaceWord> =
        PlaceWord::Settlement.set().or(PlaceWord::District.set()).or(PlaceWord::Territory.set());
    let head = |i: usize| page.is_in_any_case(i, HEAD);
    let named = page
        .before(d.from)
        .is_some_and(|b| of(b) && page.before(b).is_some_and(head) || page.is(b, PlaceWord::Quarter));
    let region = |i: usize| page.word(i).is_some_and(|w| w.lists & list::REGION != 0 && w.place <= 2);
    let closes = |from: usize| (from..from + 5).any(|i| page.spelling(i) == ")");
    let bracketed = d.to - d.from <= 4
        && page.spelling(d.to) == "("
        && region(d.to + 1)
        && closes(d.to + 2)
        && page.together(d.from, d.to + 2);
    // Few words are as plain: more than one mention's worth.
    (named || bracketed).then_some((EntityKind::Place, 3.0 * LOUDEST))
}

/// The letters of the name: `X-sur-Y`, `Saint-X`,
/// `Bir X`.
pub(super) fn by_letters(page: &Page<'_>, d: &Draft) -> Weight {
    let word = page.spelling(d.from);
    let titled = page.before(d.from).and_then(|b| page.word(b)).is_some_and(|w| w.cues & (cue::TITLE | cue::SAY) != 0);
    if titled || word.len() > 40 {
        return None;
    }
    if d.to - d.from > 1 && d.to - d.from <= 3 && page.is_capitalised(d.from, PlaceWord::ToponymHead) {
        return Some((EntityKind::Place, 2.0 * LOUDEST));
    }
    let person = page.before(d.from).and_then(|b| page.word(b)).is_some_and(|w| w.class.is_capital());
    if d.to - d.from > 1 || person {
        return None;
    }
    if lang::any(|l| l.is_compound_toponym(word)) {
        return Some((EntityKind::Place, LOUDEST));
    }
    lang::any(|l| l.is_hagiotoponym(word)).then_some((EntityKind::Place, LOUDEST / 2.0))
}

/// `X Bridge`, `X County`.
pub(super) fn by_ending(page: &Page<'_>, d: &Draft) -> Weight {
    if d.to - d.from < 2 {
        return None;
    }
    Tags::of_folded(&crate::text::fold(page.spelling(d.to - 1)))
        .is(PlaceWord::NameEnding)
        .then_some((EntityKind::Place, LOUDEST))
}
