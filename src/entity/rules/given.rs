//! A given name that the tagger left outside: `Vladimir` + `Poutine`.

use crate::entity::EntityKind;
use crate::entity::gazetteer::list;
use crate::entity::lexicon::cue;
use crate::entity::page::Page;
use crate::entity::words::{Class, seen};

/// Takes a listed given name before a person into the name.
pub(super) fn extend(page: &mut Page<'_>) {
    for d in page.drafts().into_iter().filter(|d| d.kind == EntityKind::Person) {
        let Some(b) = page.before(d.from) else { continue };
        let Some(w) = page.word(b) else { continue };
        let common = w.doc & seen::SMALL != 0 && page.opens(b);
        let given = w.own & list::GIVEN != 0 && w.cues & (cue::TITLE | cue::ORG | cue::PLACE) == 0;
        if matches!(w.class, Class::Capitalised | Class::Camel) && given && !common && page.is_free(b, b + 1) {
            page.put(b, d.to, EntityKind::Person, "rule.given");
        }
    }
}
