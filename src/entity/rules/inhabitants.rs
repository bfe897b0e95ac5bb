//! Inhabitants and adjectives of origin, which have a capital and name nobody.

use super::link::ARTICLE;
use crate::entity::gazetteer::list;
use crate::entity::page::Page;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{self, Grammar, PlaceWord, Tags};

/// Adjectives and inhabitants (`les Russes`, `l’Américain`) are not names.
pub(super) fn drop(page: &mut Page<'_>) {
    let world = World::get();
    for d in page.drafts().into_iter().filter(|d| d.to - d.from == 1 && d.entry.is_none()) {
        let Some(w) = page.word(d.from) else { continue };
        let known = !world.states_of(w.fold).is_empty();
        // "Franco-Guinéenne": of two countries.
        let of_two = page.spelling(d.from).split_once('-').is_some_and(|(head, _)| head.ends_with('o'))
            && !world.states_of(w.parts[1]).is_empty();
        let known = known || of_two;
        let listed = w.own & list::DEMONYM != 0 && w.own & (list::COUNTRY | list::CITY | list::REGION) == 0;
        let english =
            is_origin(page, d.from) && (page.class(d.to) == WordClass::Small || page.class(d.to) == WordClass::Sign);
        let many = page.before(d.from).is_some_and(|b| page.is_in_any_case(b, Grammar::PluralDeterminer));
        let ending = lang::any(|l| l.is_inhabitants(page.spelling(d.from)));
        let name = |b: usize| page.is_capital(b) && !(page.opens(b) && page.is_capitalised(b, ARTICLE));
        let alone = !page.before(d.from).is_some_and(name) && !page.is_capital(d.to);
        if alone
            && (known
                || english
                || listed && w.own & list::GIVEN == 0
                || many && ending && d.kind != EntityKind::Organisation)
        {
            page.clear(d.from);
        }
    }
}

/// English adjectives of origin and of parties have a capital, alone or before
/// a hyphen (`British-built`).
fn is_origin(page: &Page<'_>, i: usize) -> bool {
    let part = |head: &str| Tags::of(&head.to_lowercase()).is(PlaceWord::Origin);
    page.is_capitalised(i, PlaceWord::Origin)
        || page.is_capital(i) && page.spelling(i).split_once('-').is_some_and(|(head, _)| part(head))
}
