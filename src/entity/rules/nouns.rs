//! Common nouns that stand before a name and say what it is: bodies, works,
//! ships and other products.

use crate::entity::lexicon::{self, cue};
use crate::entity::page::Page;
use crate::entity::words::WordClass;
use crate::entity::world::{World, fold_hash};
use crate::lang::{self, OrganisationWord, Set, WorkWord};

/// Bodies whose name follows behind `de` or an article.
pub(super) const BODY: Set<OrganisationWord> =
    OrganisationWord::Association.set().or(OrganisationWord::Collective.set()).or(OrganisationWord::Movement.set());

/// Works that a title may follow.
pub(super) const TITLED_WORK: Set<WorkWord> = WorkWord::Genre.set().or(WorkWord::Titled.set());

/// True after `la fusée`, also with a nationality between: `fusées russes`.
pub(super) fn product_before(page: &Page<'_>, i: usize) -> bool {
    let Some(b) = page.before(i) else { return false };
    let one = |j: usize| lexicon::cues(fold_hash(lang::singular(page.spelling(j))));
    let is = |j: usize| {
        let listed = one(j) & cue::PRODUCT != 0 || page.is(j, WorkWord::Vessel);
        page.class(j) == WordClass::Small && listed
    };
    let nationality = page.word(b).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    is(b) || nationality && page.before(b).is_some_and(is)
}
