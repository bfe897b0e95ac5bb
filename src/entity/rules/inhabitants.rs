//! Inhabitants and adjectives of origin, which have a capital and name nobody.

use crate::entity::gazetteer::list;
use crate::entity::page::Page;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;

/// English adjectives of origin and of parties, alone or before a hyphen (`British-built`).
const ENGLISH: &[&str] = &[
    "Republican",
    "Democratic",
    "Democrat",
    "French",
    "British",
    "German",
    "Spanish",
    "Italian",
    "Dutch",
    "Irish",
    "Scottish",
    "Welsh",
    "English",
    "American",
    "Canadian",
    "Australian",
    "European",
    "African",
    "Asian",
    "Russian",
    "Chinese",
    "Japanese",
    "Indian",
    "Turkish",
    "Greek",
    "Polish",
    "Ukrainian",
    "Swiss",
    "Belgian",
    "Swedish",
    "Norwegian",
    "Danish",
    "Finnish",
    "Portuguese",
    "Brazilian",
    "Mexican",
    "Israeli",
    "Palestinian",
    "Iranian",
    "Iraqi",
    "Syrian",
    "Korean",
    "Egyptian",
    "Austrian",
    "Hungarian",
    "Romanian",
    "Czech",
    "Serbian",
    "Lebanese",
    "Algerian",
    "Moroccan",
    "Tunisian",
    "Nigerian",
    "Arab",
];

/// Adjectives and inhabitants (`les Russes`, `l’Américain`) are not names.
pub(super) fn drop(page: &mut Page<'_>) {
    let world = World::get();
    for d in page.drafts().into_iter().filter(|d| d.to - d.from == 1 && d.entry.is_none()) {
        let Some(w) = page.word(d.from) else { continue };
        let known = !world.states_of(w.fold).is_empty();
        let listed = w.own & list::DEMONYM != 0 && w.own & (list::COUNTRY | list::CITY | list::REGION) == 0;
        let english = ENGLISH.iter().any(|a| {
            page.spelling(d.from).strip_prefix(a).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        }) && (page.class(d.to) == WordClass::Small || page.class(d.to) == WordClass::Sign);
        let many = page.before(d.from).is_some_and(|b| {
            matches!(
                page.spelling(b),
                "les" | "des" | "aux" | "ces" | "Les" | "Des" | "Aux" | "Ces" | "nos" | "deux" | "quelques"
            )
        });
        let ending = page.spelling(d.from).ends_with(['s', 'x'])
            && ["ais", "ois", "aises", "oises", "ains", "aines", "iens", "iennes", "éens", "éennes", "ards", "istes"]
                .iter()
                .any(|e| page.spelling(d.from).ends_with(e));
        let alone = !page.before(d.from).is_some_and(|b| page.is_capital(b)) && !page.is_capital(d.to);
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
