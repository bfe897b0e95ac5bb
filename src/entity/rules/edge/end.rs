//! What does not belong to a name at its end.

use crate::entity::lexicon::cue;
use crate::entity::page::Page;
use crate::entity::rules::common::STARTERS;
use crate::entity::rules::link::LINK;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;
use crate::lang::{self, Grammar, OrganisationWord};

/// True when the last word of what is left is no part of the name.
pub(super) fn drops(page: &Page<'_>, kind: EntityKind, from: usize, to: usize) -> bool {
    let last = to - 1;
    let word = page.spelling(last);
    match page.class(last) {
        WordClass::Sign | WordClass::Open | WordClass::Close => {
            // "Yahoo !" and "Alphabet Inc." keep a sign only when it closes
            // something inside the name.
            let closes = word == ")" && (from..last).any(|i| page.spelling(i) == "(");
            let quote = matches!(word, "»" | "”") && (from..last).any(|i| matches!(page.spelling(i), "«" | "“"));
            !closes && !quote
        }
        // "Assemblée nationale française": the institution, and whose it is.
        // "Perpignan Les commerces": a heading lost its line.
        WordClass::Capitalised if to - from > 1 && page.is_capitalised(last, STARTERS) && !page.is_capital(to) => {
            // "Kim Jong Un", "Nguyen Van La"
            kind != EntityKind::Person || word.chars().count() > 2
        }
        WordClass::Small
            if to - from > 1
                && page.word(last).is_some_and(|w| !World::get().states_of(w.fold).is_empty())
                && World::get().form_of(page.key(from, last)).flatten().is_some() =>
        {
            true
        }
        // "ministre des Affaires étrangères belge": the minister is Belgian.
        WordClass::Small
            if page.is_capitalised(from, OrganisationWord::Portfolio)
                && page.word(last).is_some_and(|w| !World::get().states_of(w.fold).is_empty()) =>
        {
            true
        }
        // "Parlement réunies": a participle is not part of an institution.
        WordClass::Small
            if last == from + 1
                && lang::any(|l| l.is_participle(word) && l.is_plural(word))
                && page.is_capitalised(from, OrganisationWord::Assembly) =>
        {
            true
        }
        // "Radio Sarvenne la maire": the next phrase.
        WordClass::Small
            if from + 2 < last
                && page.is(last - 1, Grammar::Article)
                && page.word(last).is_some_and(|w| w.cues & cue::TITLE != 0)
                && page.is_capital(last - 2) =>
        {
            true
        }
        _ => page.is(last, LINK | Grammar::Coordinator | Grammar::PossessiveEnding),
    }
}
