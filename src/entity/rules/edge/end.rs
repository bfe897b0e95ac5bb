//! What does not belong to a name at its end.

use crate::entity::lexicon::cue;
use crate::entity::page::Page;
use crate::entity::rules::common::STARTERS;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::entity::world::World;

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
        WordClass::Capitalised if to - from > 1 && STARTERS.contains(&word) && !page.is_capital(to) => {
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
            if matches!(
                page.spelling(from),
                "Affaires" | "Intérieur" | "Défense" | "Justice" | "Santé" | "Économie"
            ) && page.word(last).is_some_and(|w| !World::get().states_of(w.fold).is_empty()) =>
        {
            true
        }
        // "Parlement réunies": a participle is not part of an institution.
        WordClass::Small
            if last == from + 1
                && ["unies", "ées", "unis", "és"].iter().any(|e| word.ends_with(e))
                && !matches!(word, "unies" | "unis")
                && matches!(page.spelling(from), "Parlement" | "Assemblée" | "Sénat" | "Congrès" | "Bourse") =>
        {
            true
        }
        // "Radio Sarvenne la maire": the next phrase.
        WordClass::Small
            if from + 2 < last
                && matches!(page.spelling(last - 1), "la" | "le" | "les")
                && page.word(last).is_some_and(|w| w.cues & cue::TITLE != 0)
                && page.is_capital(last - 2) =>
        {
            true
        }
        _ => matches!(word, "de" | "du" | "des" | "la" | "le" | "les" | "et" | "d'" | "d’" | "l'" | "l’" | "'s" | "’s"),
    }
}
